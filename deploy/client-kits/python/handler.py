"""What your system does with what it is sent: this is the file to change. Both are called once for each record."""

import json


def event(record, event):
    """An event whose signature is good. Whatever is raised stops the program, and the record comes again."""
    print(json.dumps({"kind": "event", **record, "value": event}, ensure_ascii=False), flush=True)


def recall(record):
    """The originator takes back the event with this key: drop what you hold of it, and what you made of it."""
    print(json.dumps({"kind": "recall", **record}, ensure_ascii=False), flush=True)
