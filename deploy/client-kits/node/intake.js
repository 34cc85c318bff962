// From a record to the handler: decoded, its signature checked, once.

import { onEvent, onRecall } from './handler.js';
import { NotAnEvent, decode, split } from './events.js';
import { BadSignature, verify } from './signatures.js';
import { tell } from './kit.js';

export class Intake {
  #schemas;
  #keys;
  #seen;

  constructor(schemas, keys, seen) {
    this.#schemas = schemas;
    this.#keys = keys;
    this.#seen = seen;
  }

  /** Ends once the record needs to come no more. Says on standard output what became of it. */
  async take(topic, partition, message) {
    const record = { topic, partition, offset: Number(message.offset), key: message.key?.toString('utf8') ?? null };
    if (message.value === null) {
      // Where it lies is its only name: a key can be recalled more than once.
      await this.#once(record, `recall ${topic}-${partition}@${message.offset}`, () => onRecall(record));
      return;
    }
    let event;
    try {
      const { id, binary } = split(message.value);
      const schema = await this.#schemas.byId(id);
      event = decode(schema, binary);
      const signature = message.headers?.['heliograph-signature']?.toString('utf8') ?? null;
      record.signedBy = await verify(this.#keys, event.envelope, schema, binary, signature);
    } catch (e) {
      if (!(e instanceof NotAnEvent || e instanceof BadSignature)) {
        throw e;
      }
      tell({ kind: 'refused', ...record, reason: e.message });
      return;
    }
    const { originatorParty, eventId, contextId, eventType } = event.envelope;
    if (record.key !== `${originatorParty}/${topic.startsWith('public.') ? contextId : eventId}`) {
      tell({ kind: 'refused', ...record, reason: "its key is another's" });
      return;
    }
    Object.assign(record, { originator: originatorParty, eventId, type: eventType });
    await this.#once(record, `event ${originatorParty}/${eventId}`, () => onEvent(record, event));
  }

  async #once(record, id, handle) {
    if (!(await this.#seen.once(id, handle))) {
      tell({ kind: 'repeated', ...record });
    }
  }
}
