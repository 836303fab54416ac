"""The garbage collector is left out while a long file is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the garbage collector out while a file is taken apart.

    Nothing here makes a cycle, and going through all that is being built, again and again, costs a third of
    the time: 0.93 s instead of 0.63 s for ten hours of WebVTT with voices.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            # All that was made would be gone through now, 30 ms for ten hours. It counts as old instead,
            # save where somebody froze what they share with other processes.
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
