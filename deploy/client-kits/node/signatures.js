// Whether an event is by the originator that it names: docs/signing.md of Heliograph, in code.

import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { FOLDER, getJson, say } from './kit.js';

const DETACHED = '..';
const LONGEST = 2048;
const BETWEEN_QUESTIONS_MS = 60_000;

/** Why a signature is not good; says nothing of what its sender wrote. */
export class BadSignature extends Error {}

/** Public keys by party and id: from keys.json, and newer ones from operations where the principal may ask it. */
export class Keys {
  #endpoint;
  #tokens;
  #askedAt = -Infinity;
  #keys = new Map();

  constructor(kit, tokens) {
    this.#endpoint = kit.keysEndpoint;
    this.#tokens = tokens;
  }

  async refresh() {
    this.#askedAt = performance.now();
    this.#take(JSON.parse(fs.readFileSync(path.join(FOLDER, 'keys.json'), 'utf8')));
    if (this.#endpoint === null) {
      return;
    }
    try {
      this.#take(await getJson(this.#endpoint, this.#tokens));
    } catch (e) {
      say(`going on with the keys that are known: ${e.message}`);
    }
  }

  async of(party, keyId) {
    const name = `${party}/${keyId}`;
    if (!this.#keys.has(name) && performance.now() - this.#askedAt >= BETWEEN_QUESTIONS_MS) {
      await this.refresh();
    }
    return this.#keys.get(name);
  }

  #take(sets) {
    for (const [party, set] of Object.entries(sets.keys)) {
      for (const { kty, crv, x, y, kid } of set.keys) {
        if (kty === 'EC' && crv === 'P-256' && kid) {
          this.#keys.set(`${party}/${kid}`, crypto.createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' }));
        }
      }
    }
  }
}

/** The id of the key that signed the event. */
export async function verify(keys, envelope, schema, binary, signature) {
  if (signature === null) {
    throw new BadSignature('no signature');
  }
  const at = signature.indexOf(DETACHED);
  const header = signature.slice(0, Math.max(at, 0));
  const proof = signature.slice(at + DETACHED.length);
  if (signature.length > LONGEST || !header || !proof || (header + proof).includes('.')) {
    throw new BadSignature('no detached JWS');
  }
  const said = headerOf(header);
  if (said.alg !== 'ES256' || 'crit' in said || 'b64' in said) {
    throw new BadSignature('another algorithm than ES256');
  }
  const key = typeof said.kid === 'string' ? await keys.of(envelope.originatorParty, said.kid) : undefined;
  if (key === undefined) {
    throw new BadSignature('by a key that is not known for its originator');
  }
  const signed = header + '.' + Buffer.from(payload(envelope, schema, binary)).toString('base64url');
  const raw = Buffer.from(proof, 'base64url');
  if (!crypto.verify('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }, raw)) {
    throw new BadSignature('it does not fit the event');
  }
  return said.kid;
}

function headerOf(text) {
  try {
    const said = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (said !== null && typeof said === 'object') {
      return said;
    }
  } catch {
    // What it says is nobody's business.
  }
  throw new BadSignature('no detached JWS');
}

function payload(envelope, schema, binary) {
  const lines = [
    'heliograph-event-v1',
    envelope.originatorParty,
    envelope.eventId.toLowerCase(),
    envelope.contextId,
    schema.fingerprint,
    crypto.createHash('sha256').update(binary).digest('hex'),
  ];
  if (lines.some((line) => line.includes('\n'))) {
    throw new BadSignature('a field that must be one line is none');
  }
  return lines.join('\n');
}
