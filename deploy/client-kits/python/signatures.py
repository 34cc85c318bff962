"""Whether an event is by the originator that it names: docs/signing.md of Heliograph, in code."""

import base64
import hashlib
import json
import time

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256

from heliograph_kit import FOLDER, KitError, get_json, say

COORDINATE = 32
LONGEST = 2048
BETWEEN_QUESTIONS_SECONDS = 60


class BadSignature(Exception):
    """Why a signature is not good; says nothing of what its sender wrote."""


def unbase64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


class Keys:
    """Public keys by party and id: from keys.json, and newer ones from operations where the principal may ask it."""

    def __init__(self, kit, tokens):
        self._endpoint = kit["keysEndpoint"]
        self._tokens = tokens
        self._asked_at = 0.0
        self._keys = {}
        self._read()
        self._ask()

    def of(self, party, key_id):
        if (party, key_id) not in self._keys and time.monotonic() - self._asked_at >= BETWEEN_QUESTIONS_SECONDS:
            self._read()
            self._ask()
        return self._keys.get((party, key_id))

    def _read(self):
        self._take(json.loads((FOLDER / "keys.json").read_text(encoding="utf-8")))

    def _ask(self):
        self._asked_at = time.monotonic()
        if self._endpoint is None:
            return
        try:
            self._take(get_json(self._endpoint, self._tokens))
        except KitError as e:
            say(f"going on with the keys that are known: {e}")

    def _take(self, sets):
        for party, keys in sets["keys"].items():
            for key in keys["keys"]:
                if key.get("kty") == "EC" and key.get("crv") == "P-256" and "kid" in key:
                    point = ec.EllipticCurvePublicNumbers(
                        int.from_bytes(unbase64(key["x"]), "big"),
                        int.from_bytes(unbase64(key["y"]), "big"),
                        ec.SECP256R1(),
                    )
                    self._keys[(party, key["kid"])] = point.public_key()


def verify(keys, envelope, schema, binary, signature):
    """The id of the key that signed the event."""
    if signature is None:
        raise BadSignature("no signature")
    header, detached, proof = signature.partition("..")
    if len(signature) > LONGEST or not detached or not header or not proof or "." in header + proof:
        raise BadSignature("no detached JWS")
    try:
        said = json.loads(unbase64(header))
        raw = unbase64(proof)
        key_id = said.get("kid")
    except (ValueError, AttributeError):
        raise BadSignature("no detached JWS") from None
    if said.get("alg") != "ES256" or "crit" in said or "b64" in said:
        raise BadSignature("another algorithm than ES256")
    key = keys.of(envelope["originatorParty"], key_id) if isinstance(key_id, str) else None
    if key is None:
        raise BadSignature("by a key that is not known for its originator")
    signed = (header + "." + base64url(payload(envelope, schema, binary))).encode("ascii")
    if len(raw) != 2 * COORDINATE:
        raise BadSignature("it does not fit the event")
    r, s = (int.from_bytes(raw[i : i + COORDINATE], "big") for i in (0, COORDINATE))
    try:
        key.verify(utils.encode_dss_signature(r, s), signed, ec.ECDSA(SHA256()))
    except InvalidSignature:
        raise BadSignature("it does not fit the event") from None
    return key_id


def payload(envelope, schema, binary):
    lines = [
        "heliograph-event-v1",
        envelope["originatorParty"],
        envelope["eventId"].lower(),
        envelope["contextId"],
        schema.fingerprint,
        hashlib.sha256(binary).hexdigest(),
    ]
    if any("\n" in line for line in lines):
        raise BadSignature("a field that must be one line is none")
    return "\n".join(lines).encode("utf-8")
