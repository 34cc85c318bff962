// What the programs of this folder have in common: its settings, tokens of its principal, and HTTP.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What differs between principals lies beside the programs, unless HELIOGRAPH_KIT names another folder. */
export const FOLDER = path.resolve(process.env.HELIOGRAPH_KIT || path.dirname(fileURLToPath(import.meta.url)));
export const STATE = path.join(FOLDER, 'state');
export const FAULT = 1;
export const DENIED = 77;

const PATIENCE_MS = 10_000;

/** A line for a person, the exit code that goes with it, and whether it may pass by itself. */
export class KitError extends Error {
  constructor(message, code = FAULT, passing = false) {
    super(message);
    this.code = code;
    this.passing = passing;
  }
}

/** Tells a person; what is on standard output is for programs. */
export function say(text) {
  process.stderr.write(text + '\n');
}

export function tell(object) {
  process.stdout.write(JSON.stringify(object) + '\n');
}

export function settings() {
  return JSON.parse(fs.readFileSync(path.join(FOLDER, 'kit.json'), 'utf8'));
}

/** The client secret, from HELIOGRAPH_SECRET, else from the file that HELIOGRAPH_SECRET_FILE or kit.json names. */
function secret(kit) {
  if (process.env.HELIOGRAPH_SECRET) {
    return process.env.HELIOGRAPH_SECRET;
  }
  const file = process.env.HELIOGRAPH_SECRET_FILE || kit.secretFile;
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch (e) {
    throw new KitError(
      `no client secret of ${kit.principal}: ${file} cannot be read (${e.code}); set HELIOGRAPH_SECRET_FILE` +
        ' to the file that holds it, or HELIOGRAPH_SECRET to the secret itself',
    );
  }
}

/** Status and body, whatever the status is. */
export async function answer(url, options) {
  try {
    const response = await fetch(url, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: response.status, body: await response.text() };
  } catch (e) {
    throw new KitError(`${url} does not answer: ${e.cause?.code ?? e.message}`, FAULT, true);
  }
}

/** Access tokens of one scope; one that is about to end is not given out again. */
export class Tokens {
  #kit;
  #scope;
  #token = null;
  #renewAt = 0;

  constructor(kit, scope) {
    this.#kit = kit;
    this.#scope = scope;
  }

  /** A token that was given out before, if it is good for a while, or a new one. */
  async current() {
    if (this.#token === null || Date.now() >= this.#renewAt) {
      await this.renewed();
    }
    return this.#token;
  }

  async renewed() {
    await this.#fetch(Date.now());
    return this.#token;
  }

  async authorization() {
    return { Authorization: 'Bearer ' + (await this.current()) };
  }

  async #fetch(now) {
    const { principal, tokenEndpoint } = this.#kit;
    const pair = [principal, secret(this.#kit)].map(encodeURIComponent).join(':');
    const { status, body } = await answer(tokenEndpoint, {
      method: 'POST',
      headers: { Authorization: 'Basic ' + Buffer.from(pair).toString('base64') },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: this.#scope }),
    });
    if (status !== 200) {
      throw this.#refused(status, body);
    }
    const token = JSON.parse(body);
    const life = token.expires_in * 1000;
    this.#token = token.access_token;
    this.#renewAt = now + life - Math.min(60_000, life / 2);
  }

  #refused(status, body) {
    const { principal, tokenEndpoint } = this.#kit;
    const said = `${tokenEndpoint} answers ${status} to ${principal} for scope ${this.#scope}: ${body.trim()}`;
    return status >= 500
      ? new KitError(said, FAULT, true)
      : new KitError(
          `${said}. The secret is wrong or was replaced, or the party is suspended: ask your own administrator for` +
            ' the secret, the operators of Heliograph for the rest',
        );
  }
}

export async function getJson(url, tokens) {
  const { status, body } = await answer(url, { headers: await tokens.authorization() });
  if (status !== 200) {
    throw new KitError(`${url} answers ${status}: ${body.trim()}`);
  }
  return JSON.parse(body);
}

/** Runs a program of this folder, and ends it with one line if it cannot go on. */
export async function run(program) {
  try {
    await program();
  } catch (e) {
    say(e instanceof KitError ? e.message : (e.stack ?? String(e)));
    process.exitCode = e instanceof KitError ? e.code : FAULT;
  }
}
