"""From the bytes of a record to an event: the wire format, schemas by their id, and values that print as JSON."""

import base64
import datetime
import decimal
import hashlib
import io
import json
import uuid

import avro.io
import avro.schema

from heliograph_kit import FOLDER, KitError, get_json

PREFIX = 5
PRIMITIVES = {"null", "boolean", "int", "long", "float", "double", "bytes", "string"}


class NotAnEvent(Exception):
    """Why the bytes are none; says nothing of what is in them."""


class Schema:
    """A writer's schema, and the fingerprint of it that a signature covers."""

    def __init__(self, definition):
        self.definition = json.loads(definition)
        self.parsed = avro.schema.parse(definition)
        self.fingerprint = hashlib.sha256(canonical(self.definition).encode("utf-8")).hexdigest()


def canonical(schema, namespace=""):
    """The Parsing Canonical Form of the Avro specification."""
    if isinstance(schema, str):
        return json.dumps(schema if schema in PRIMITIVES or "." in schema or not namespace else f"{namespace}.{schema}")
    if isinstance(schema, list):
        return "[" + ",".join(canonical(branch, namespace) for branch in schema) + "]"
    kind = schema["type"]
    if kind == "array":
        return '{"type":"array","items":' + canonical(schema["items"], namespace) + "}"
    if kind == "map":
        return '{"type":"map","values":' + canonical(schema["values"], namespace) + "}"
    if kind not in ("record", "enum", "fixed"):
        return canonical(kind, namespace)
    name = full_name(schema, namespace)
    text = '{"name":' + json.dumps(name) + ',"type":"' + kind + '",'
    if kind == "enum":
        return text + '"symbols":' + json.dumps(schema["symbols"], separators=(",", ":")) + "}"
    if kind == "fixed":
        return text + '"size":' + str(schema["size"]) + "}"
    inner = name.rpartition(".")[0]
    fields = ('{"name":' + json.dumps(f["name"]) + ',"type":' + canonical(f["type"], inner) + "}" for f in schema["fields"])
    return text + '"fields":[' + ",".join(fields) + "]}"


def full_name(schema, namespace):
    name = schema["name"]
    if "." in name:
        return name
    space = schema.get("namespace", namespace)
    return f"{space}.{name}" if space else name


class Schemas:
    """Schemas by the registry's id: those in this folder, and any other from the registry, once."""

    def __init__(self, kit, tokens):
        self._registry = kit["registry"]
        self._tokens = tokens
        self._known = {
            schema["id"]: Schema((FOLDER / schema["file"]).read_text(encoding="utf-8")) for schema in kit["schemas"]
        }

    def by_id(self, schema_id):
        if schema_id not in self._known:
            found = get_json(f"{self._registry}/schemas/ids/{schema_id}", self._tokens)
            self._known[schema_id] = Schema(found["schema"])
        return self._known[schema_id]


def split(value):
    """Schema id and Avro binary of a value."""
    if len(value) < PREFIX or value[0] != 0:
        raise NotAnEvent("it does not begin with a zero byte and a schema id")
    return int.from_bytes(value[1:PREFIX], "big"), value[PREFIX:]


def decode(schema, binary):
    """The event; nothing may be left over."""
    source = io.BytesIO(binary)
    try:
        event = avro.io.DatumReader(schema.parsed).read(avro.io.BinaryDecoder(source))
    except KitError:
        raise
    except Exception as e:  # The library throws whatever comes up; its text may quote what it read.
        raise NotAnEvent(f"it is none of its schema ({type(e).__name__})") from None
    if source.read(1):
        raise NotAnEvent("bytes are left over after it")
    return plain(event)


def plain(value):
    """As JSON has it: decimals as text with all their digits, times in UTC to the millisecond, null where unknown."""
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, datetime.datetime):
        utc = value.astimezone(datetime.timezone.utc)
        return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03d}Z"
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value
