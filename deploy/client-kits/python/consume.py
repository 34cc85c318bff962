#!/usr/bin/python3
"""Reads what the principal may read, until it is told to stop (Ctrl-C, SIGTERM). --help says more."""

import argparse
import base64
import json
import signal
import sys
import threading
import time

from confluent_kafka import Consumer, KafkaError, KafkaException

from check import Check
from events import NotAnEvent, Schemas
from heliograph_kit import DENIED, KitError, Tokens, say, settings
from intake import Intake, checked
from seen import Seen
from signatures import BadSignature, Keys

COMMIT_AFTER_RECORDS = 100
COMMIT_AFTER_SECONDS = 1.0
ASK_AGAIN_AFTER_SECONDS = 2.0


def consumer(kit, group, tokens, stopping, check):
    def token(_):
        """Called in time before the last one ends. Without a token there is nothing to do but wait for one."""
        while True:
            try:
                token_and_end = tokens.renewed()
                check.token()
                return token_and_end
            except KitError as e:
                say(str(e))
                check.error(str(e))
                if stopping() or not e.passing:
                    raise
                time.sleep(ASK_AGAIN_AFTER_SECONDS)

    def failed(error):
        say(f"broker: {error.str()}")
        check.error(f"broker: {error.str()}")

    return Consumer(
        {
            "bootstrap.servers": kit["brokers"],
            "client.id": f"{kit['principal']}.kit-python",
            "security.protocol": "SASL_PLAINTEXT",
            "sasl.mechanisms": "OAUTHBEARER",
            "oauth_cb": token,
            "group.id": f"{kit['principal']}.{group}",
            "isolation.level": "read_committed",
            "enable.auto.commit": False,
            "auto.offset.reset": "earliest",
            "allow.auto.create.topics": False,
            "fetch.wait.max.ms": 500,
            "topic.metadata.refresh.interval.ms": 30000,
            # The broker ends a connection when its token ends; the client opens the next one with a new token.
            "log.connection.close": False,
            "error_cb": failed,
        }
    )


def denied(kit, what):
    return KitError(f"{kit['principal']} may not read {what}.\nIt may read {', '.join(kit['topics'])}.\n{kit['denied']}", DENIED)


class Reading:
    """Records one after the other; offsets are committed after what they stand for was handled."""

    def __init__(self, kit, client, intake):
        self._kit = kit
        self._client = client
        self._intake = intake
        self._uncommitted = 0
        self._committed_at = time.monotonic()

    def run(self, topics, stopping):
        self._client.subscribe(topics)
        while not stopping():
            message = self._client.poll(0.5)
            if message is not None:
                self._take(message)
            late = time.monotonic() - self._committed_at >= COMMIT_AFTER_SECONDS
            if self._uncommitted >= COMMIT_AFTER_RECORDS or late:
                self.commit()

    def _take(self, message):
        if message.error():
            self._failed(message)
            return
        headers = dict(message.headers() or [])
        signature = headers.get("heliograph-signature")
        key = message.key()
        self._intake.take(
            message.topic(),
            message.partition(),
            message.offset(),
            None if key is None else key.decode("utf-8", "replace"),
            message.value(),
            None if signature is None else signature.decode("utf-8", "replace"),
        )
        self._uncommitted += 1

    def _failed(self, message):
        error = message.error()
        if error.code() == KafkaError.TOPIC_AUTHORIZATION_FAILED:
            raise denied(self._kit, message.topic() or "one of these topics")
        if error.code() == KafkaError.GROUP_AUTHORIZATION_FAILED:
            raise denied(self._kit, "with this group; its name must begin with the principal and a dot")
        if error.fatal():
            raise KafkaException(error)
        say(f"broker: {error.str()}")

    def commit(self):
        self._committed_at = time.monotonic()
        if self._uncommitted == 0:
            return
        try:
            self._client.commit(asynchronous=False)
            self._uncommitted = 0
        except KafkaException as e:
            # What is not committed comes again, and is known then.
            say(f"not committed, and tried again: {e}")


def decode_lines(schemas, keys):
    """Values in base64, one a line, each with its signature; without a broker, for a look at single records."""
    for line in sys.stdin:
        value, _, signature = line.strip().partition(" ")
        try:
            event, signed_by = checked(schemas, keys, base64.b64decode(value), signature or None)
            shown = {"signedBy": signed_by, "value": event}
        except (NotAnEvent, BadSignature) as e:
            shown = {"refused": str(e)}
        print(json.dumps(shown, ensure_ascii=False), flush=True)


def main():
    kit = settings()
    parser = argparse.ArgumentParser(description=f"Reads as {kit['principal']}.")
    parser.add_argument("--topic", action="append", help="read this one; may be repeated; unless given, all")
    parser.add_argument("--group", default="kit", help=f"name of the group, after '{kit['principal']}.'")
    parser.add_argument("--decode", action="store_true", help="only decode lines of standard input: a value in base64, a space, its signature")
    wish = parser.parse_args()
    schemas = Schemas(kit, Tokens(kit, "registry"))
    keys = Keys(kit, Tokens(kit, "operations"))
    if wish.decode:
        decode_lines(schemas, keys)
        return
    tokens = Tokens(kit, "broker")
    tokens.current()
    seen = Seen()
    check = Check(kit, wish.group)
    intake = Intake(schemas, keys, seen, check)
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    client = consumer(kit, wish.group, tokens, stop.is_set, check)
    reading = Reading(kit, client, intake)
    try:
        reading.run(wish.topic or kit["topics"], stop.is_set)
        reading.commit()
    finally:
        client.close()
        seen.close()
        check.close()


if __name__ == "__main__":
    try:
        main()
    except KitError as e:
        say(str(e))
        sys.exit(e.code)
