"""The core runs where there is no Django."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# A module that is None in sys.modules cannot be imported.
IMPORT_ALL = """
import importlib, pkgutil, sys
sys.modules["django"] = None
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
    print(module.name)
"""


@pytest.mark.parametrize("package", ["transcript", "text", "formats", "detectors"])
def test_a_package_of_the_core_is_imported_without_django(package: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, f"interviews.{package}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert len(ran.stdout.split()) >= 3
