#!/usr/bin/python3
"""A client that is careless on purpose, in the points that it is told: what the sandbox has to find.

Reads as a kit does, with the modules of the kit for Python whose folder is the first argument.
"""

import json
import os
import sys
import time

sys.path.insert(0, sys.argv[1])

from confluent_kafka import Consumer  # noqa: E402

import events  # noqa: E402
import signatures  # noqa: E402
from check import Check  # noqa: E402
from heliograph_kit import Tokens, secret, settings  # noqa: E402

FAULTS = {
    "commits-first",
    "handles-again",
    "ignores-recalls",
    "knows-its-schemas",
    "trusts",
    "keeps-its-token",
    "keeps-its-secret",
    "forgets-order",
}
# What a handler takes that writes to a database.
HANDLING_SECONDS = 0.003


class Careless:
    def __init__(self, faults):
        self.faults = faults
        self.kit = settings()
        self.check = Check(self.kit, "careless")
        self.tokens = Tokens(self.kit, "broker")
        self.schemas = events.Schemas(self.kit, Tokens(self.kit, "registry"))
        self.keys = signatures.Keys(self.kit, Tokens(self.kit, "operations"))
        self.known = {schema["id"] for schema in self.kit["schemas"]}
        self.seen = set()
        self.first = None
        self.first_secret = secret(self.kit)

    def token(self, _):
        if "keeps-its-token" in self.faults and self.first is not None:
            return self.first[0], time.time() + 3600
        if "keeps-its-secret" in self.faults:
            os.environ["HELIOGRAPH_SECRET"] = self.first_secret
        while True:
            try:
                self.first = self.tokens.renewed()
                self.check.token()
                return self.first
            except Exception as e:
                self.check.error(str(e))
                time.sleep(1)

    def run(self):
        consumer = Consumer(
            {
                "bootstrap.servers": self.kit["brokers"],
                "security.protocol": "SASL_PLAINTEXT",
                "sasl.mechanisms": "OAUTHBEARER",
                "oauth_cb": self.token,
                "group.id": f"{self.kit['principal']}.careless",
                "isolation.level": "read_committed",
                "enable.auto.commit": False,
                "auto.offset.reset": "earliest",
                "log.connection.close": False,
                "error_cb": lambda error: self.check.error(error.str()),
            }
        )
        consumer.subscribe(self.kit["topics"])
        while True:
            messages = [message for message in consumer.consume(500, 0.3) if not message.error()]
            if not messages:
                continue
            if "commits-first" in self.faults:
                self.commit(consumer)
            for message in reversed(messages) if "forgets-order" in self.faults else messages:
                self.take(message)
            if "commits-first" not in self.faults:
                self.commit(consumer)

    def commit(self, consumer):
        try:
            consumer.commit(asynchronous=False)
        except Exception as e:
            self.check.error(str(e))

    def take(self, message):
        key = message.key().decode("utf-8")
        if message.value() is None:
            place = (message.topic(), message.partition(), message.offset())
            if "ignores-recalls" not in self.faults and place not in self.seen:
                self.seen.add(place)
                self.check.note("recalled", key)
            return
        schema_id, binary = events.split(message.value())
        if "knows-its-schemas" in self.faults and schema_id not in self.known:
            self.check.error(f"schema {schema_id} is not known")
            return
        schema = self.schemas.by_id(schema_id)
        event = events.decode(schema, binary)
        envelope = event["envelope"]
        if "trusts" not in self.faults:
            signature = dict(message.headers())["heliograph-signature"].decode("utf-8")
            try:
                signatures.verify(self.keys, envelope, schema, binary, signature)
            except signatures.BadSignature:
                self.check.note("refused", key)
                return
        name = f"{envelope['originatorParty']}/{envelope['eventId']}"
        if "handles-again" not in self.faults and name in self.seen:
            self.check.note("repeated", name)
            return
        time.sleep(HANDLING_SECONDS)
        self.seen.add(name)
        print(json.dumps({"kind": "event", "key": key}), flush=True)
        self.check.note("handled", name)


if __name__ == "__main__":
    told = set(sys.argv[2:])
    if told - FAULTS:
        sys.exit(f"found {told - FAULTS}, expected some of {FAULTS}")
    Careless(told).run()
