"""Work that goes on after the answer: in a thread of the server, which ends with it.

Whatever is done so must stand in the database beforehand and be picked up again by whoever looks, since a
server may be stopped at any moment.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Thread

from django.db import connections

log = logging.getLogger(__name__)


def in_background(work: Callable[[], object], *, name: str) -> Thread:
    """Start the work; its thread has database connections of its own and closes them. Failures are logged."""

    def run() -> None:
        try:
            work()
        except Exception:  # nobody is there to catch it
            log.exception("The work %s failed.", name)
        finally:
            connections.close_all()

    thread = Thread(target=run, name=name, daemon=True)
    thread.start()
    return thread
