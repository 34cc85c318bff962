// Reads what the principal may read, until it is told to stop (Ctrl-C, SIGTERM). --help says more.

import readline from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import kafkajs from 'kafkajs';
import { Check } from './check.js';
import { Schemas } from './events.js';
import { Intake, checked, reasonOf } from './intake.js';
import { DENIED, KitError, Tokens, run, say, settings, tell } from './kit.js';
import { Seen } from './seen.js';
import { Keys } from './signatures.js';

const OPTIONS = {
  topic: { type: 'string', multiple: true },
  group: { type: 'string', default: 'kit' },
  decode: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};
const PAUSE = 1_000;
const HELP = `node consume.js [--topic TOPIC]... [--group NAME] [--decode]
  --topic   read this one; may be repeated; unless given, all
  --group   name of the group, after the principal and a dot; kit unless given
  --decode  only decode lines of standard input: a value in base64, a space, its signature`;

/** The library's own lines go to people; kafkajs would write them to standard output. */
const logCreator =
  (check) =>
  () =>
  ({ log: { message, error } }) => {
    const text = `broker: ${message}${error ? ` (${error})` : ''}`;
    say(text);
    check.error(text);
  };

async function main() {
  const kit = settings();
  const { values: wish } = parseArgs({ options: OPTIONS });
  if (wish.help) {
    say(HELP);
    return;
  }
  const schemas = new Schemas(kit, new Tokens(kit, 'registry'));
  const keys = new Keys(kit, new Tokens(kit, 'operations'));
  await keys.refresh();
  if (wish.decode) {
    await decodeLines(schemas, keys);
    return;
  }
  const tokens = new Tokens(kit, 'broker');
  await tokens.current();
  const check = new Check(kit, wish.group);
  await check.open(kit);
  const seen = new Seen();
  try {
    await read(kit, wish, { tokens, intake: new Intake(schemas, keys, seen, check), seen, check });
  } finally {
    seen.close();
    check.close();
  }
}

async function read(kit, wish, { tokens, intake, seen, check }) {
  const kafka = new kafkajs.Kafka({
    clientId: `${kit.principal}.kit-node`,
    brokers: kit.brokers.split(','),
    sasl: { mechanism: 'oauthbearer', oauthBearerProvider: () => brokerToken(tokens, check) },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: logCreator(check),
  });
  const consumer = kafka.consumer({
    groupId: `${kit.principal}.${wish.group}`,
    readUncommitted: false,
    allowAutoTopicCreation: false,
    maxWaitTimeInMs: 500,
    metadataMaxAge: 30_000,
  });
  const end = ended(consumer);
  const topics = wish.topic ?? kit.topics;
  try {
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: (batch) => take(batch, intake, seen),
    });
    const fault = await end;
    if (fault !== null) {
      throw fault;
    }
  } catch (e) {
    throw explained(kit, topics, e);
  } finally {
    await consumer.disconnect().catch((e) => say(`broker: ${e.message}`));
  }
}

/**
 * Asked for before the broker ends the connection, in the middle of a login. What may pass by itself is waited for: a
 * login that is given up half-way would be begun again where the broker does not expect it.
 */
async function brokerToken(tokens, check) {
  for (;;) {
    try {
      const value = await tokens.renewed();
      check.token();
      return { value };
    } catch (e) {
      check.error(e.message);
      if (!e.passing) {
        throw e;
      }
      say(e.message);
    }
    await sleep(PAUSE);
  }
}

/** Offsets are committed after what they stand for was handled. */
async function take(batch, intake, seen) {
  for (const message of batch.batch.messages) {
    if (!batch.isRunning() || batch.isStale()) {
      break;
    }
    await intake.take(batch.batch.topic, batch.batch.partition, message);
    batch.resolveOffset(message.offset);
    await batch.heartbeat();
  }
  seen.keep();
  await batch.commitOffsetsIfNecessary(batch.uncommittedOffsets());
}

/** Null once somebody asks for the end, or the fault that ends it. */
function ended(consumer) {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(null));
    process.once('SIGTERM', () => resolve(null));
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart) {
        resolve(payload.error);
      }
    });
  });
}

function explained(kit, topics, error) {
  const causes = [error, error.cause, error.originalError].filter(Boolean);
  const isOf = (type) => causes.some((cause) => cause.type === type);
  if (isOf('TOPIC_AUTHORIZATION_FAILED')) {
    return denied(kit, topics.filter((topic) => !kit.topics.includes(topic)).join(', ') || 'one of these topics');
  }
  if (isOf('GROUP_AUTHORIZATION_FAILED')) {
    return denied(kit, 'with this group; its name must begin with the principal and a dot');
  }
  const refused = causes.find((cause) => cause.name === 'KafkaJSSASLAuthenticationError');
  if (refused) {
    return new KitError(`the broker refuses the token: ${refused.message}`);
  }
  return causes.find((cause) => cause instanceof KitError) ?? error;
}

function denied(kit, what) {
  return new KitError(
    `${kit.principal} may not read ${what}.\nIt may read ${kit.topics.join(', ')}.\n${kit.denied}`,
    DENIED,
  );
}

/** Values in base64, one a line, each with its signature; without a broker, for a look at single records. */
async function decodeLines(schemas, keys) {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [value, signature = null] = line.trim().split(' ');
    try {
      const { event, signedBy } = await checked(schemas, keys, Buffer.from(value, 'base64'), signature);
      tell({ signedBy, value: event });
    } catch (e) {
      tell({ refused: reasonOf(e) });
    }
  }
}

await run(main);
