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
from typing import NamedTuple

from interviews.formats.base import ImportProblem
from interviews.formats.blocks import Parsed, from_data


class Limits(NamedTuple):
    """What the process may take: bytes of addresses, seconds of computing, and seconds until it is killed."""

    memory: int = 512_000_000  # a five-megabyte document takes a third
    seconds: int = 20  # a ten-hour interview takes one
    wait: float = 40


LIMITS = Limits()
_ROOT = Path(__file__).resolve().parents[2]
# Neither the environment nor a package that is installed decides what is run.
_PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[1]); from interviews.formats.confined import main;"
    "main(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))"
)
_INSTEAD = "Save it as plain text, and bring that."


def parsed(format_id: str, data: bytes, *, label: str, limits: Limits = LIMITS) -> Parsed:
    """The blocks of a document. ``label`` names the format to people.

    Raises ImportProblem with a sentence: what is wrong with the file, or which limit it went over.
    """
    try:
        ran = subprocess.run(  # noqa: S603 (nothing of the file is on the command line)
            [
                *(sys.executable, "-I", "-S", "-c", _PROGRAM, str(_ROOT)),
                *(format_id, str(limits.memory), str(limits.seconds)),
            ],
            input=data,
            capture_output=True,
            timeout=limits.wait,
            cwd=_ROOT,
            env={},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_much(label, f"longer than {limits.wait:g} seconds") from None
    told = _told(ran.stdout)
    if "problem" in told:
        raise ImportProblem(f"This {label} cannot be read. {told['problem']}")
    if ran.returncode == -SIGXCPU:
        raise _too_much(label, f"more than {limits.seconds} seconds of computing")
    if "limit" in told or ran.returncode == -SIGKILL:  # the kernel kills whoever takes its last memory
        raise _too_much(label, f"more than {limits.memory // 1_000_000} MB of memory")
    if "parsed" not in told:
        raise ImportProblem(f"This {label} cannot be opened: what opens it broke down over it. {_INSTEAD}")
    return from_data(told["parsed"])


def _too_much(label: str, what: str) -> ImportProblem:
    return ImportProblem(f"This {label} took {what} to open, the most that it may. {_INSTEAD}")


def _told(output: bytes) -> dict[str, list[object]]:
    try:
        told = json.loads(output.decode("utf-8", "surrogatepass"), strict=False)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
