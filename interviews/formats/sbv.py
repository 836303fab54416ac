"""SBV: YouTube's simplest captions. A line of two times, then words, then a blank line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interviews.formats.base import Carries, ImportProblem, Reading
from interviews.formats.captioned import Captions, read_blocks
from interviews.formats.captions import Source
from interviews.formats.cues import GAP
from interviews.formats.lines import Hidden
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.timed_blocks import COMMAED, Blocks

_BREAK = re.compile(r"(?P<br>\[br\])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SBV:
    """Reads SBV."""

    id: str = "sbv"
    label: str = "SBV (YouTube)"
    suffixes: Sequence[str] = (".sbv",)
    carries: Carries = Carries(times=True)

    def recognise(self, text: str, name: str) -> tuple[float, str]:  # noqa: ARG002 - the content decides
        """Two times with a comma between them in the first line."""
        first = text[:400].lstrip("\ufeff \t\r\n").splitlines()[:1]
        found = first and COMMAED.match(first[0])
        return (0.95, "captions, a comma between their times") if found else (0, "")

    def read(self, text: str) -> Reading:
        return self.read_joined(text, gap=GAP)

    def read_joined(self, text: str, *, gap: int, labels: Labels = AS_LEARNT) -> Reading:
        """See ``JoinsCues``. The format escapes nothing: words stand as they are."""
        hidden = Hidden(text)
        captions = Captions(self.id, hidden, Source(hidden.seen, str))
        found = Blocks(hidden.seen, COMMAED)
        if not found:
            raise ImportProblem(
                "There are no captions here: no line has two times such as 0:00:01.000,0:00:04.000."
            )
        return read_blocks(captions, found, _BREAK, gap=gap, labels=labels)
