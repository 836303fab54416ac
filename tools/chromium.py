"""Prints the path of a Chromium that starts, and installs one where there is none.

Looked for in this order: ``$CHROMIUM``, the usual names on PATH, the usual places on macOS,
Playwright's own folder. Then installed: by apt for root on Debian and Ubuntu, else by Playwright
into its folder. Exits 1 with the reason on stderr where all of that fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_IN_PLAYWRIGHT = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
)


def candidates() -> Iterator[str]:
    """Paths where a Chromium may be, the wanted ones first."""
    if wanted := os.environ.get("CHROMIUM"):
        yield wanted
    for name in _NAMES:
        if path := shutil.which(name) or shutil.which(name, path="/usr/bin:/usr/local/bin:/snap/bin"):
            yield path
    yield from _APPLICATIONS
    places = (
        os.environ.get("PLAYWRIGHT_BROWSERS_PATH"),
        Path.home() / ".cache" / "ms-playwright",
        Path.home() / "Library" / "Caches" / "ms-playwright",
    )
    for place in places:
        for pattern in _IN_PLAYWRIGHT if place else ():
            # The newest build is the likeliest to fit the Playwright that is installed.
            yield from (str(path) for path in sorted(Path(place or "").glob(pattern), reverse=True))


def starts(path: str) -> bool:
    """Whether it runs here; a snap's stand-in, or one that lacks libraries, is there and does not."""
    try:
        asked = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def find() -> str | None:
    """The first candidate that starts."""
    return next((path for path in candidates() if starts(path)), None)


def install_by_apt() -> bool:
    """Only for root on Debian and Ubuntu; False where it does not apply or fails."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _told(["apt-get", "update", "-qq"], quiet)
    return _told(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet)


def install_by_playwright() -> bool:
    """Into Playwright's own folder, with the system's libraries where root may install them."""
    root = os.geteuid() == 0 and shutil.which("apt-get") is not None
    return _told([str(PYTHON), "-m", "playwright", "install", *(["--with-deps"] if root else []), "chromium"])


def main() -> int:
    for install in (None, install_by_apt, install_by_playwright):
        if install and not install():
            continue
        if path := find():
            print(path)
            return 0
    print("No Chromium was found, and none could be installed.", file=sys.stderr)
    return 1


def _told(command: list[str], environment: dict[str, str] | None = None) -> bool:
    """Runs a command with its output on stderr, since stdout is for the path alone."""
    print("+", *command, file=sys.stderr)
    try:
        return subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode == 0
    except OSError as problem:
        print(problem, file=sys.stderr)
        return False


if __name__ == "__main__":
    sys.exit(main())
