// From a record to the handler: decoded, its signature checked, once.

import { onEvent, onRecall } from './handler.js';
import { NotAnEvent, decode, split } from './events.js';
import { BadSignature, verify } from './signatures.js';
import { tell } from './kit.js';

/** The event, and the id of the key that signed it. */
export async function checked(schemas, keys, value, signature) {
  const { id, binary } = split(value);
  const schema = await schemas.byId(id);
  const event = decode(schema, binary);
  return { event, signedBy: await verify(keys, event.envelope, schema, binary, signature) };
}

/** Why something is refused; any other fault is none of the record's and is thrown again. */
export function reasonOf(fault) {
  if (fault instanceof NotAnEvent || fault instanceof BadSignature) {
    return fault.message;
  }
  throw fault;
}

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
      const signature = message.headers?.['heliograph-signature']?.toString('utf8') ?? null;
      ({ event, signedBy: record.signedBy } = await checked(this.#schemas, this.#keys, message.value, signature));
    } catch (e) {
      tell({ kind: 'refused', ...record, reason: reasonOf(e) });
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
