"""Writes uv.lock anew, or checks it: it fits pyproject.toml and names no host.

Without hosts the versions and hashes stay binding, while each machine installs from the package
index that it is configured for.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "uv.lock"
UV = ROOT / "tools" / "uv"

_REGISTRY = re.compile(r'registry = "https?://[^"]*"')
_ADDRESS = re.compile(r'url = "https?://[^"]*/([^"/]+)"')
_HOST = re.compile(r"[a-z][a-z0-9+.-]*://[^\s\"]*")


def without_hosts(lock: str) -> str:
    """The text of a lock file with file names in the place of addresses."""
    return _ADDRESS.sub(r'path = "\1"', _REGISTRY.sub('registry = "."', lock))


def problem() -> str:
    """Why uv.lock is not as it should be; empty when it is."""
    host = _HOST.search(LOCK.read_text("utf-8"))
    if host:
        return f"uv.lock names a host: {host.group()}"
    checked = subprocess.run([UV, "lock", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    return checked.stderr.strip() if checked.returncode else ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when it does not fit")
    if parser.parse_args().check:
        found = problem()
        print(f"{found}\n`make lock` mends it." if found else "uv.lock fits and names no host.")
        return 1 if found else 0
    subprocess.run([UV, "lock"], cwd=ROOT, check=True)
    LOCK.write_text(without_hosts(LOCK.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
