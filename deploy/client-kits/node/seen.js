// What was handled before, kept over a restart: one line each in a file that only grows.

import fs from 'node:fs';
import path from 'node:path';
import { STATE } from './kit.js';

export class Seen {
  #file;
  #ids;

  constructor() {
    fs.mkdirSync(STATE, { recursive: true });
    const name = path.join(STATE, 'seen.txt');
    this.#file = fs.openSync(name, 'a+');
    const text = fs.readFileSync(name, 'utf8');
    // A line that a crash cut off counts for nothing: its record comes again.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    fs.ftruncateSync(this.#file, Buffer.byteLength(whole));
    this.#ids = new Set(whole.split('\n').filter((line) => line));
  }

  /** Whether it was new; if so, it has been handled, and is marked after that. */
  async once(id, handle) {
    if (this.#ids.has(id)) {
      return false;
    }
    await handle();
    fs.writeSync(this.#file, id + '\n');
    this.#ids.add(id);
    return true;
  }

  /** To be called before offsets are committed. */
  keep() {
    fs.fsyncSync(this.#file);
  }

  close() {
    fs.closeSync(this.#file);
  }
}
