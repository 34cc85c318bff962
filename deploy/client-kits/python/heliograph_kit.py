"""What the programs of this folder have in common: its settings, tokens of its principal, and HTTP."""

import base64
import json
import os
import pathlib
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

# What differs between principals lies beside the programs, unless HELIOGRAPH_KIT names another folder.
FOLDER = pathlib.Path(os.environ.get("HELIOGRAPH_KIT") or pathlib.Path(__file__).parent).resolve()
STATE = FOLDER / "state"
PATIENCE_SECONDS = 10

FAULT = 1
DENIED = 77


class KitError(Exception):
    """A line for a person, the exit code that goes with it, and whether it may pass by itself."""

    def __init__(self, message, code=FAULT, passing=False):
        super().__init__(message)
        self.code = code
        self.passing = passing


def say(text):
    """Tells a person; what is on standard output is for programs."""
    print(text, file=sys.stderr, flush=True)


def settings():
    return json.loads((FOLDER / "kit.json").read_text(encoding="utf-8"))


def secret(kit):
    """The client secret, from HELIOGRAPH_SECRET, else from the file that HELIOGRAPH_SECRET_FILE or kit.json names."""
    given = os.environ.get("HELIOGRAPH_SECRET")
    if given:
        return given
    file = os.environ.get("HELIOGRAPH_SECRET_FILE") or kit["secretFile"]
    try:
        return pathlib.Path(file).read_text(encoding="utf-8").strip()
    except OSError as e:
        raise KitError(
            f"no client secret of {kit['principal']}: {file} cannot be read ({e.strerror}); set HELIOGRAPH_SECRET_FILE"
            " to the file that holds it, or HELIOGRAPH_SECRET to the secret itself"
        ) from e


def answer(request):
    """Status and body, whatever the status is."""
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as response:
            return response.status, response.read().decode("utf-8")
    except urllib.error.HTTPError as e:
        return e.code, e.read().decode("utf-8", "replace")
    except OSError as e:
        raise KitError(f"{request.full_url} does not answer: {e}", passing=True) from e


class Tokens:
    """Access tokens of one scope; one that is about to end is not given out again."""

    def __init__(self, kit, scope):
        self._kit = kit
        self._scope = scope
        self._token = None
        self._renew_at = 0.0
        self._ends_at = 0.0

    def current(self):
        """A token that was given out before, if it is good for a while, or a new one."""
        if self._token is None or time.time() >= self._renew_at:
            self.renewed()
        return self._token

    def renewed(self):
        """A new token, and when it ends in seconds since 1970."""
        self._fetch(time.time())
        return self._token, self._ends_at

    def authorization(self):
        return {"Authorization": "Bearer " + self.current()}

    def _fetch(self, now):
        pair = ":".join(urllib.parse.quote(part, safe="") for part in (self._kit["principal"], secret(self._kit)))
        request = urllib.request.Request(
            self._kit["tokenEndpoint"],
            data=urllib.parse.urlencode({"grant_type": "client_credentials", "scope": self._scope}).encode("ascii"),
            headers={"Authorization": "Basic " + base64.b64encode(pair.encode("utf-8")).decode("ascii")},
        )
        status, body = answer(request)
        if status != 200:
            raise self._refused(status, body)
        token = json.loads(body)
        life = float(token["expires_in"])
        self._token = token["access_token"]
        self._ends_at = now + life
        self._renew_at = now + life - min(60.0, life / 2)

    def _refused(self, status, body):
        said = (
            f"{self._kit['tokenEndpoint']} answers {status} to {self._kit['principal']} for scope {self._scope}:"
            f" {body.strip()}"
        )
        if status >= 500:
            return KitError(said, passing=True)
        return KitError(
            f"{said}. The secret is wrong or was replaced, or the party is suspended: ask your own administrator for"
            " the secret, the operators of Heliograph for the rest"
        )


def get_json(url, tokens):
    status, body = answer(urllib.request.Request(url, headers=tokens.authorization()))
    if status != 200:
        raise KitError(f"{url} answers {status}: {body.strip()}")
    return json.loads(body)
