"""Files that are not text, and pages of markup: what they show is read, and how it looks is known.

Whatever a file looks like, its content decides: a name may lie.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from interviews.formats.archives import Archive
from interviews.formats.base import ImportProblem, Reading
from interviews.formats.blocks import Unreadable
from interviews.formats.confining import parsed
from interviews.formats.documents import reading_of
from interviews.formats.naming import AS_LEARNT, Labels


@runtime_checkable
class Opener(Protocol):
    """A reader of files that hold no plain text. Pure but for the process that it may start."""

    @property
    def id(self) -> str: ...

    @property
    def label(self) -> str: ...

    def knows(self, data: bytes) -> str:
        """Why the bytes are of this format, in a few words; empty where they are not."""
        ...

    def open(self, data: bytes, labels: Labels = AS_LEARNT) -> Reading:
        """The reading of a file; ``labels`` as in ``LearnsLabels``. Raises ImportProblem with a sentence."""
        ...


def opener(data: bytes, openers: Sequence[object]) -> tuple[Opener, str] | None:
    """The first that knows a file, and why; None where it is for those who read text."""
    for one in openers:
        if isinstance(one, Opener) and (why := one.knows(data)):
            return one, why
    return None


def open_confined(format_id: str, data: bytes, *, label: str, labels: Labels = AS_LEARNT) -> Reading:
    """The reading of an office document, which is opened in a process of its own. Raises ImportProblem."""
    return reading_of(parsed(format_id, data, label=label), format_id, labels)


def names_in(data: bytes) -> frozenset[str] | None:
    """The names of the files in an archive; empty where it is none, None where it is broken."""
    if not data.startswith(b"PK\x03\x04"):
        return frozenset()
    try:
        return frozenset(Archive(data).members)
    except Unreadable:
        return None


class NoText:
    """What all formats have in common whose files are no text."""

    __slots__ = ()
    label: str

    def recognise(self, text: str, name: str) -> tuple[float, str]:  # noqa: ARG002 (as every reader has it)
        """Text is never of this format."""
        return 0, ""

    def read(self, text: str) -> Reading:  # noqa: ARG002
        """Raises ImportProblem: what is pasted is text."""
        raise ImportProblem(
            f"This is text, and no {self.label}. Bring the file itself, or choose a text format."
        )
