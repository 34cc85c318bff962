"""What was handled before, kept over a restart."""

import sqlite3

from heliograph_kit import STATE


class Seen:
    """A record is marked in the transaction in which it is handled, so that what the handler does to this database is done once."""

    def __init__(self, file=None):
        STATE.mkdir(exist_ok=True)
        self.database = sqlite3.connect(file or STATE / "seen.sqlite", isolation_level=None)
        self.database.execute("PRAGMA synchronous = FULL")
        self.database.execute("CREATE TABLE IF NOT EXISTS seen (id TEXT PRIMARY KEY) WITHOUT ROWID")

    def once(self, identity, handle):
        """Whether it was new; if so, it has been handled."""
        self.database.execute("BEGIN IMMEDIATE")
        try:
            new = self.database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (identity,)).rowcount == 1
            if new:
                handle(self.database)
            self.database.execute("COMMIT")
            return new
        except BaseException:
            self.database.execute("ROLLBACK")
            raise

    def close(self):
        self.database.close()
