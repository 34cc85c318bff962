"""What your system does with what it is sent: this is the file to change. Both are called once for each record.

What they write to the database, an SQLite connection, is written together with the mark that the record was handled.
"""

import json


def event(database, record, event):
    """An event whose signature is good. Whatever is raised stops the program, and the record comes again."""
    print(json.dumps({"kind": "event", **record, "value": event}, ensure_ascii=False), flush=True)


def recall(database, record):
    """The originator takes back the event with this key: drop what you hold of it, and what you made of it."""
    print(json.dumps({"kind": "recall", **record}, ensure_ascii=False), flush=True)
