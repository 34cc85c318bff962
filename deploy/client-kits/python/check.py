"""A small answer about this program itself, for ./heliograph sandbox: what it has handled, by keys, and no content.

Off unless HELIOGRAPH_CHECK_PORT or kit.json names a port; on 127.0.0.1 alone.
"""

import http.server
import json
import os
import threading
import uuid

from heliograph_kit import KitError

LOOPBACK = "127.0.0.1"
PATH = "/check"
# Of each list; the oldest are forgotten first.
REMEMBERED = 10_000


class Check:
    """Counts since the program began. Any thread."""

    def __init__(self, kit, group):
        self._lock = threading.Lock()
        self._instance = str(uuid.uuid4())
        self._principal = kit["principal"]
        self._group = f"{kit['principal']}.{group}"
        self._lists = {"handled": {}, "recalled": {}, "repeated": {}, "refused": {}}
        self._schemas = []
        self._tokens = 0
        self._error = None
        port = os.environ.get("HELIOGRAPH_CHECK_PORT") or kit.get("checkPort")
        self._server = self._serve(port) if port else None

    def _serve(self, port):
        check = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = json.dumps(check.said()).encode("utf-8") if self.path == PATH else b""
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                """Asked several times a second, which is nothing to tell."""

        try:
            server = http.server.ThreadingHTTPServer((LOOPBACK, int(port)), Answer)
        except (OSError, ValueError, OverflowError) as e:
            raise KitError(f"HELIOGRAPH_CHECK_PORT: found {port}, expected a free port of this machine ({e})") from e
        threading.Thread(target=server.serve_forever, name="check", daemon=True).start()
        return server

    def note(self, kind, key):
        """That a record was handled, recalled, repeated or refused, after it was."""
        if self._server is None:
            return
        with self._lock:
            counts = self._lists[kind]
            counts[key] = counts.get(key, 0) + 1
            if len(counts) > REMEMBERED:
                del counts[next(iter(counts))]

    def schema(self, schema_id):
        with self._lock:
            if schema_id not in self._schemas:
                self._schemas.append(schema_id)

    def token(self):
        with self._lock:
            self._tokens += 1

    def error(self, text):
        with self._lock:
            self._error = text

    def said(self):
        with self._lock:
            lists = {
                kind: [{"key": key, "times": times} for key, times in counts.items()]
                for kind, counts in self._lists.items()
            }
            return {
                "instance": self._instance,
                "principal": self._principal,
                "group": self._group,
                **lists,
                "schemas": self._schemas,
                "tokens": self._tokens,
                "error": self._error,
            }

    def close(self):
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
