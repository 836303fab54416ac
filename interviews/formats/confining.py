"""Documents are opened in a process of their own, which can be killed without harm.

Memory and time are limited by the kernel (setrlimit), since a parser cannot count what it takes itself. The
process inherits neither the environment nor open files.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from signal import SIGKILL, SIGXCPU

from interviews.formats.base import ImportProblem
from interviews.formats.blocks import Parsed, from_data
from interviews.formats.confined import MEMORY, SECONDS

WAIT = 40  # seconds until it is killed, however little it computes
_ROOT = Path(__file__).resolve().parents[2]
_INSTEAD = "Save it as plain text, and bring that."


def parsed(format_id: str, data: bytes, *, label: str) -> Parsed:
    """The blocks of a document. ``label`` names the format to people.

    Raises ImportProblem with a sentence: what is wrong with the file, or which limit it went over.
    """
    try:
        ran = subprocess.run(  # noqa: S603 (nothing of the file is on the command line)
            [sys.executable, "-S", "-s", "-m", "interviews.formats.confined", format_id],
            input=data,
            capture_output=True,
            timeout=WAIT,
            cwd=_ROOT,
            env={"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ImportProblem(
            f"This {label} took longer than {WAIT} seconds to open, the most that it may. {_INSTEAD}"
        ) from None
    told = _told(ran.stdout)
    if "problem" in told:
        raise ImportProblem(f"This {label} cannot be read. {told['problem']}")
    if ran.returncode == -SIGXCPU:
        raise ImportProblem(
            f"This {label} took more than {SECONDS} seconds of computing to open, the most that it may. "
            f"{_INSTEAD}"
        )
    if "limit" in told or ran.returncode == -SIGKILL:  # the kernel kills whoever takes its last memory
        raise ImportProblem(
            f"This {label} took more than {MEMORY // 1_000_000} MB of memory to open, the most that it may. "
            f"{_INSTEAD}"
        )
    if "parsed" not in told:
        raise ImportProblem(f"This {label} cannot be opened: what opens it broke down over it. {_INSTEAD}")
    return from_data(told["parsed"])


def _told(output: bytes) -> dict[str, list[object]]:
    try:
        told = json.loads(output)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
