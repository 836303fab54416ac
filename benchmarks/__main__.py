"""``make bench``: how long the desk takes, in Chromium and on the server."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        # A database of its own: nothing here touches anybody's interviews.
        os.environ["NEWSROOM_VAR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        import django

        django.setup()
        from benchmarks.desk import measure

        sizes = [int(size) for size in sys.argv[1:]] or [200, 500, 1500]
        measure(sizes, Path(folder))


if __name__ == "__main__":
    main()
