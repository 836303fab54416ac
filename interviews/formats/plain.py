"""Plain text, in and out: labels as words with a colon, every other character as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.formats.base import Carries, Reading
from interviews.formats.labelled import Dialect, read_labelled
from interviews.formats.labels import label_at
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.writing import Document
from interviews.transcript.times import clock
from interviews.transcript.turns import Turn

_ANY_TEXT = 0.4
_NOBODY = "— "  # in front of words without a speaker, where they would read as somebody's label


@dataclass(frozen=True, slots=True)
class Plain:
    """Reads plain text, and whatever no other reader knows."""

    id: str = "plain"
    label: str = "Plain text"
    suffixes: Sequence[str] = (".txt", ".text")
    carries: Carries = Carries(times=True)

    def recognise(self, text: str, name: str) -> tuple[float, str]:  # noqa: ARG002 - any text is plain text
        """The same for any text: the others must be surer."""
        return _ANY_TEXT, "no markup in it"

    def read(self, text: str) -> Reading:
        return self.read_named(text, labels=AS_LEARNT)

    def read_named(self, text: str, *, labels: Labels) -> Reading:
        """See ``LearnsLabels``."""
        return read_labelled(text, Dialect(self.id, markup=False), labels=labels)


@dataclass(frozen=True, slots=True)
class PlainText:
    """Writes plain text for mail, for print, and for whatever knows nothing else."""

    id: str = "plain"
    label: str = "Plain text"
    suffix: str = ".txt"
    media_type: str = "text/plain; charset=utf-8"
    carries: Carries = Carries(times=True)
    needs_times: bool = False

    def write(self, document: Document) -> bytes:
        """UTF-8 with line feeds. A turn's time is that of its first word, to the second."""
        told = document.transcript
        blocks = [_nobodys(_line(told.title)), _nobodys(_line(document.standfirst))]
        blocks += ["\n\n".join(_paragraphs(turn)) for turn in told.standing if turn.text.strip()]
        return ("\n\n".join(block for block in blocks if block) + "\n").encode("utf-8", "replace")


def _paragraphs(turn: Turn) -> Iterator[str]:
    """The paragraphs of a turn; one that looks like somebody's label goes on in the line before."""
    first, *others = [words for words in map(_line, turn.text.splitlines()) if words]
    written = _lead(turn) + (first if turn.speaker and turn.is_dialogue else _nobodys(first))
    for words in others:
        if _names_somebody(words):
            written += f" {words}"
        else:
            yield written
            written = words
    yield written


def _lead(turn: Turn) -> str:
    if not turn.is_dialogue:
        return ""
    time = f"[{clock(turn.start)}] " if turn.start is not None else ""
    return f"{time}{_line(turn.speaker)}: " if turn.speaker else time


def _nobodys(words: str) -> str:
    return _NOBODY + words if _names_somebody(words) else words


def _names_somebody(words: str) -> bool:
    return label_at(words, emphasis=False) is not None


def _line(text: str) -> str:
    return " ".join(text.split())
