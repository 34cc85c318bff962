"""From a record to the handler: decoded, its signature checked, once."""

import json

import handler
from events import NotAnEvent, decode, split
from signatures import BadSignature, verify


def checked(schemas, keys, value, signature):
    """The event, and the id of the key that signed it."""
    schema_id, binary = split(value)
    schema = schemas.by_id(schema_id)
    event = decode(schema, binary)
    return event, verify(keys, event["envelope"], schema, binary, signature)


class Intake:
    def __init__(self, schemas, keys, seen):
        self._schemas = schemas
        self._keys = keys
        self._seen = seen

    def take(self, topic, partition, offset, key, value, signature):
        """Ends once the record needs to come no more. Says on standard output what became of it."""
        record = {"topic": topic, "partition": partition, "offset": offset, "key": key}
        if value is None:
            # Where it lies is its only name: a key can be recalled more than once.
            self._once(record, f"recall {topic}-{partition}@{offset}", lambda database: handler.recall(database, record))
            return
        try:
            event, record["signedBy"] = checked(self._schemas, self._keys, value, signature)
        except (NotAnEvent, BadSignature) as e:
            self._tell("refused", record, reason=str(e))
            return
        envelope = event["envelope"]
        originator = envelope["originatorParty"]
        name = envelope["contextId"] if topic.startswith("public.") else envelope["eventId"]
        if key != f"{originator}/{name}":
            self._tell("refused", record, reason="its key is another's")
            return
        record.update(originator=originator, eventId=envelope["eventId"], type=envelope["eventType"])
        self._once(record, f"event {originator}/{envelope['eventId']}", lambda database: handler.event(database, record, event))

    def _once(self, record, identity, handle):
        if not self._seen.once(identity, handle):
            self._tell("repeated", record)

    @staticmethod
    def _tell(kind, record, **more):
        print(json.dumps({"kind": kind, **record, **more}, ensure_ascii=False), flush=True)
