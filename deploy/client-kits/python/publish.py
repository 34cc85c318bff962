#!/usr/bin/python3
"""Publishes through the party's service: publish.py PATH FILE.json [--key KEY]. Says who got it."""

import argparse
import json
import pathlib
import sys
import time
import urllib.request
import uuid

from heliograph_kit import FAULT, KitError, Tokens, answer, get_json, say, settings

PATIENCE_SECONDS = 30
ASK_AGAIN_AFTER_SECONDS = 0.5


def main():
    kit = settings()
    parser = argparse.ArgumentParser(description=f"Publishes as {kit['party']}, through its service.")
    parser.add_argument("path", help="such as /api/v1/alerts/documents")
    parser.add_argument("file", type=pathlib.Path, help="the body, as JSON")
    parser.add_argument("--key", default=str(uuid.uuid4()), help="a cooperation request sent again with the same one is submitted once")
    wish = parser.parse_args()
    if kit["cannotPublish"]:
        raise KitError(kit["cannotPublish"])
    tokens = Tokens(kit, "desk")
    request = urllib.request.Request(
        kit["service"] + wish.path,
        data=wish.file.read_bytes(),
        headers={**tokens.authorization(), "Content-Type": "application/json", "Idempotency-Key": wish.key},
    )
    status, body = answer(request)
    if status // 100 != 2:
        raise KitError(f"{kit['service']}{wish.path} answers {status}: {body}", FAULT)
    print(body, flush=True)
    event_id = (json.loads(body) if body else {}).get("eventId")
    if event_id:
        print(json.dumps(released(kit, tokens, event_id), ensure_ascii=False))


def released(kit, tokens, event_id):
    """What the gate said of the event, or that it has not answered yet."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        said = get_json(f"{kit['service']}/api/v1/events/{event_id}/recipients", tokens)
        if said.get("outcome") != "WAITING" or time.monotonic() > until:
            return said
        time.sleep(ASK_AGAIN_AFTER_SECONDS)


if __name__ == "__main__":
    try:
        main()
    except (KitError, OSError) as e:
        say(str(e))
        sys.exit(getattr(e, "code", FAULT))
