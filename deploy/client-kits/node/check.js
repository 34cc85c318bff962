// A small answer about this program itself, for ./heliograph sandbox: what it has handled, by keys, and no content.
// Off unless HELIOGRAPH_CHECK_PORT or kit.json names a port; on 127.0.0.1 alone.

import crypto from 'node:crypto';
import http from 'node:http';
import { KitError } from './kit.js';

const LOOPBACK = '127.0.0.1';
const PATH = '/check';
/** Of each list; the oldest are forgotten first. */
const REMEMBERED = 10_000;

/** Counts since the program began. */
export class Check {
  #about;
  #lists = { handled: new Map(), recalled: new Map(), repeated: new Map(), refused: new Map() };
  #schemas = new Set();
  #tokens = 0;
  #error = null;
  #server = null;

  constructor(kit, group) {
    this.#about = { instance: crypto.randomUUID(), principal: kit.principal, group: `${kit.principal}.${group}` };
  }

  /** Begins to answer, if a port is named. */
  async open(kit) {
    const port = process.env.HELIOGRAPH_CHECK_PORT || kit.checkPort;
    if (!port) {
      return;
    }
    const server = http.createServer((request, response) => {
      const found = request.url === PATH;
      response.writeHead(found ? 200 : 404, { 'Content-Type': 'application/json' });
      response.end(found ? JSON.stringify(this.#said()) : undefined);
    });
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port: Number(port), host: LOOPBACK }, resolve);
      });
    } catch (e) {
      throw new KitError(
        `HELIOGRAPH_CHECK_PORT: found ${port}, expected a free port of this machine (${e.code ?? e.message})`,
      );
    }
    // It does not keep the program from its end.
    server.unref();
    this.#server = server;
  }

  /** That a record was handled, recalled, repeated or refused, after it was. */
  note(kind, key) {
    if (this.#server === null) {
      return;
    }
    const counts = this.#lists[kind];
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (counts.size > REMEMBERED) {
      counts.delete(counts.keys().next().value);
    }
  }

  schema(id) {
    this.#schemas.add(id);
  }

  token() {
    this.#tokens++;
  }

  error(text) {
    this.#error = text;
  }

  #said() {
    const lists = Object.entries(this.#lists).map(([kind, counts]) => [
      kind,
      Array.from(counts, ([key, times]) => ({ key, times })),
    ]);
    return {
      ...this.#about,
      ...Object.fromEntries(lists),
      schemas: [...this.#schemas],
      tokens: this.#tokens,
      error: this.#error,
    };
  }

  close() {
    this.#server?.close();
    this.#server?.closeAllConnections?.();
  }
}
