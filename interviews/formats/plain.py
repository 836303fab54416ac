"""Plain text, in and out: labels as words with a colon, every other character as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.formats.base import Carries, Reading
from interviews.formats.labelled import Dialect, read_labelled
from interviews.formats.labels import label_at
from interviews.formats.writing import Document
from interviews.transcript.times import clock
from interviews.transcript.turns import Part, Turn

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
        return read_labelled(text, Dialect(self.id, markup=False))


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
        blocks = [_line(document.transcript.title), _line(document.standfirst)]
        blocks += ["\n\n".join(_paragraphs(turn)) for turn in document.transcript.standing]
        return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def _paragraphs(turn: Turn) -> Iterator[str]:
    """The paragraphs of a turn; one that looks like somebody's label goes on in the line before."""
    lead = ""
    if turn.part is Part.DIALOGUE:
        time = f"[{clock(turn.start)}] " if turn.start is not None else ""
        lead = f"{time}{_line(turn.speaker)}: " if turn.speaker else time
    written = lead
    for number, paragraph in enumerate(turn.text.splitlines()):
        words = _line(paragraph)
        if not words:
            continue
        named = label_at(words, emphasis=False) is not None
        if number and not named and written != lead:
            yield written.rstrip()
            written = words
        elif written == lead:
            written += _NOBODY + words if named and not turn.speaker else words
        else:
            written += f" {words}"
    yield written.rstrip()


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
