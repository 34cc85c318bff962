// From a record to the handler: decoded, its signature checked, once.

import { onEvent, onRecall } from './handler.js';
import { NotAnEvent, decode, split } from './events.js';
import { BadSignature, verify } from './signatures.js';
import { tell } from './kit.js';

/** The event, and the id of the key that signed it; tells which schema was met. */
export async function checked(schemas, keys, value, signature, met = () => {}) {
  const { id, binary } = split(value);
  met(id);
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
  #check;

  constructor(schemas, keys, seen, check) {
    this.#schemas = schemas;
    this.#keys = keys;
    this.#seen = seen;
    this.#check = check;
  }

  /** Ends once the record needs to come no more. Says on standard output what became of it. */
  async take(topic, partition, message) {
    const record = { topic, partition, offset: Number(message.offset), key: message.key?.toString('utf8') ?? null };
    if (message.value === null) {
      // Where it lies is its only name: a key can be recalled more than once.
      const place = `recall ${topic}-${partition}@${message.offset}`;
      await this.#once(record, place, 'recalled', record.key, () => onRecall(record));
      return;
    }
    let event;
    try {
      const signature = message.headers?.['heliograph-signature']?.toString('utf8') ?? null;
      const met = (id) => this.#check.schema(id);
      ({ event, signedBy: record.signedBy } = await checked(this.#schemas, this.#keys, message.value, signature, met));
    } catch (e) {
      this.#refuse(record, reasonOf(e));
      return;
    }
    const { originatorParty, eventId, contextId, eventType } = event.envelope;
    if (record.key !== `${originatorParty}/${topic.startsWith('public.') ? contextId : eventId}`) {
      this.#refuse(record, "its key is another's");
      return;
    }
    Object.assign(record, { originator: originatorParty, eventId, type: eventType });
    const name = `${originatorParty}/${eventId}`;
    await this.#once(record, `event ${name}`, 'handled', name, () => onEvent(record, event));
  }

  async #once(record, id, kind, name, handle) {
    const isNew = await this.#seen.once(id, handle);
    this.#check.note(isNew ? kind : 'repeated', name);
    if (!isNew) {
      tell({ kind: 'repeated', ...record });
    }
  }

  #refuse(record, reason) {
    this.#check.note('refused', record.key);
    tell({ kind: 'refused', ...record, reason });
  }
}
