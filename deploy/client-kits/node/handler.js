// What your system does with what it is sent: this is the file to change. Both are called once for each record. The mark
// of it is written after they return: if the machine dies in between, they are called once more for the same record. So
// what they do must bear that, or be done in one transaction with a mark of its own.

import { tell } from './kit.js';

/** An event whose signature is good. Whatever is thrown stops the program, and the record comes again. */
export async function onEvent(record, event) {
  tell({ kind: 'event', ...record, value: event });
}

/** The originator takes back the event with this key: drop what you hold of it, and what you made of it. */
export async function onRecall(record) {
  tell({ kind: 'recall', ...record });
}
