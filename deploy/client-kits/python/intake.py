"""From a record to the handler: decoded, its signature checked, once."""

import json

import handler
from events import NotAnEvent, decode, split
from signatures import BadSignature, verify


def checked(schemas, keys, value, signature, met=lambda schema_id: None):
    """The event, and the id of the key that signed it; tells which schema was met."""
    schema_id, binary = split(value)
    met(schema_id)
    schema = schemas.by_id(schema_id)
    event = decode(schema, binary)
    return event, verify(keys, event["envelope"], schema, binary, signature)


class Intake:
    def __init__(self, schemas, keys, seen, check):
        self._schemas = schemas
        self._keys = keys
        self._seen = seen
        self._check = check

    def take(self, topic, partition, offset, key, value, signature):
        """Ends once the record needs to come no more. Says on standard output what became of it."""
        record = {"topic": topic, "partition": partition, "offset": offset, "key": key}
        if value is None:
            # Where it lies is its only name: a key can be recalled more than once.
            place = f"recall {topic}-{partition}@{offset}"
            self._once(record, place, "recalled", key, lambda database: handler.recall(database, record))
            return
        try:
            event, record["signedBy"] = checked(self._schemas, self._keys, value, signature, self._check.schema)
        except (NotAnEvent, BadSignature) as e:
            self._refuse(record, str(e))
            return
        envelope = event["envelope"]
        originator = envelope["originatorParty"]
        name = envelope["contextId"] if topic.startswith("public.") else envelope["eventId"]
        if key != f"{originator}/{name}":
            self._refuse(record, "its key is another's")
            return
        record.update(originator=originator, eventId=envelope["eventId"], type=envelope["eventType"])
        name = f"{originator}/{envelope['eventId']}"
        self._once(record, f"event {name}", "handled", name, lambda database: handler.event(database, record, event))

    def _once(self, record, identity, kind, name, handle):
        new = self._seen.once(identity, handle)
        self._check.note(kind if new else "repeated", name)
        if not new:
            self._tell("repeated", record)

    def _refuse(self, record, reason):
        self._check.note("refused", record["key"])
        self._tell("refused", record, reason=reason)

    @staticmethod
    def _tell(kind, record, **more):
        print(json.dumps({"kind": kind, **record, **more}, ensure_ascii=False), flush=True)
