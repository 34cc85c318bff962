// Publishes through the party's service: node publish.js PATH FILE.json [--key KEY]. Says who got it.

import crypto from 'node:crypto';
import fs from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { KitError, Tokens, answer, getJson, run, settings } from './kit.js';

const PATIENCE_MS = 30_000;
const ASK_AGAIN_AFTER_MS = 500;

async function main() {
  const kit = settings();
  const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true });
  if (positionals.length !== 2) {
    throw new KitError(
      `found ${positionals.length} arguments, expected a path such as /api/v1/alerts/documents and a file`,
    );
  }
  if (kit.cannotPublish !== null) {
    throw new KitError(kit.cannotPublish);
  }
  const [path, file] = positionals;
  const tokens = new Tokens(kit, 'desk');
  const { status, body } = await answer(kit.service + path, {
    method: 'POST',
    headers: {
      ...(await tokens.authorization()),
      'Content-Type': 'application/json',
      // A cooperation request sent again with the same one is submitted once.
      'Idempotency-Key': values.key ?? crypto.randomUUID(),
    },
    body: fs.readFileSync(file),
  });
  if (Math.floor(status / 100) !== 2) {
    throw new KitError(`${kit.service}${path} answers ${status}: ${body}`);
  }
  process.stdout.write(body + '\n');
  const { eventId } = body ? JSON.parse(body) : {};
  if (eventId) {
    process.stdout.write(JSON.stringify(await released(kit, tokens, eventId)) + '\n');
  }
}

/** What the gate said of the event, or that it has not answered yet. */
async function released(kit, tokens, eventId) {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const said = await getJson(`${kit.service}/api/v1/events/${eventId}/recipients`, tokens);
    if (said.outcome !== 'WAITING' || performance.now() > until) {
      return said;
    }
    await setTimeout(ASK_AGAIN_AFTER_MS);
  }
}

await run(main);
