"""What SQLite keeps of words that no row has any more: in its log, and in pages that it has freed."""

from __future__ import annotations

from django.db import OperationalError, connection

_PATIENCE = (
    2000  # milliseconds: somebody waits for the answer, and readers of the newsroom hold nothing as long
)


def clear_remains() -> bool:
    """Write SQLite's file anew and empty its log, outside of any transaction; False where that could not be
    done, because somebody else is at the database or there is no room for a second file.

    PostgreSQL does as much by itself in time: docs/publishing.md says what it keeps until then.
    """
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        (patience,) = cursor.fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
        try:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, _, _ = cursor.fetchone()
        except OperationalError:
            return False
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience}")
    return not busy
