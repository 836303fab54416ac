"""``make bench``: how long the desk takes, in Chromium and on the server."""

from __future__ import annotations

import os
import sys

from benchmarks.deployed import deployed


def main() -> None:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with deployed() as folder:
        from benchmarks.desk import measure

        sizes = [int(size) for size in sys.argv[1:]] or [200, 500, 1500]
        measure(sizes, folder)


if __name__ == "__main__":
    main()
