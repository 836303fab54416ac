"""Small files for the checking command, and one run of it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command

SOUND = """Q: Who wound the clock in the tower before you did?

A: My aunt wound it, every Monday, for thirty-one years.

Q: And what did she teach you about it?

A: She taught me to listen to it before I touch anything.
"""
DOUBLED = SOUND.replace("wound the clock", "wound the the clock")  # a notice
# And a fragment without a speaker: an error.
ORPHANED = DOUBLED + (
    "\nOr both the parish and the council as they weigh what the new clock may cost them.\n\n"
    "Q: What do you hear, when you listen?\n\nA: Mostly I hear whether it has been raining.\n"
)


class Run:
    """One run of the command: its exit status, and what it printed."""

    def __init__(self, *arguments: str) -> None:
        out, err = io.StringIO(), io.StringIO()
        self.status: Any = 0
        try:
            call_command("check_transcripts", *arguments, stdout=out, stderr=err)
        except SystemExit as end:
            self.status = end.code
        except CommandError as problem:  # what manage.py makes of it
            self.status = problem.returncode
            err.write(f"{problem}\n")
        self.out, self.err = out.getvalue(), err.getvalue()

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


def a_file(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return str(file)


def a_corpus(**transcripts: str) -> str:
    """A line of JSON for each: turns are (speaker, text) by the first colon of a paragraph."""
    lines = []
    for name, text in transcripts.items():
        turns: list[dict[str, str | None]] = []
        for paragraph in text.strip().split("\n\n"):
            label, colon, said = paragraph.partition(": ")
            turns.append({"speaker": label, "text": said} if colon else {"speaker": None, "text": label})
        lines.append(json.dumps({"id": name, "turns": turns}))
    return "\n".join(lines) + "\n"
