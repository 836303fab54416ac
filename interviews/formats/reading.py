"""The one way in: bytes or text become a reading, or one sentence that says why not."""

from __future__ import annotations

from dataclasses import replace

from interviews.formats.base import ImportProblem, JoinsCues, LearnsLabels, Reader, Reading, ReadsLong
from interviews.formats.cues import GAP
from interviews.formats.decoding import MAX_BYTES, checked, decode, sized
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.opening import Opener, opener
from interviews.formats.registry import READERS, reader
from interviews.formats.sniffing import best


def read(
    data: bytes,
    *,
    name: str = "",
    format_id: str | None = None,
    encoding: str | None = None,
    gap: int | None = None,
    labels: Labels = AS_LEARNT,
) -> Reading:
    """A file as it was understood. ``name`` is the file's, ``format_id`` overrules the sniffing.

    ``encoding`` overrules how text was decoded; what is no text has no use for it.

    ``gap`` is the silence in milliseconds at which a reader that joins cues ends a turn of nobody's where its
    own is not right; other readers have no use for it. ``labels`` tells of labels that name somebody or do
    not, and who they are, where the file is wrong or does not know.

    What is no text is opened first. Raises ImportProblem with a sentence for the person who brought the file.
    """
    if opened := _opened(data, format_id, labels):
        return opened
    decoded = decode(data, encoding)
    told = read_text(decoded.text, name=name, format_id=format_id, gap=gap, labels=labels)
    reading = replace(told, encoding=decoded.encoding, encoding_chosen=encoding is not None)
    if not decoded.guessed:
        return reading
    guessed = (
        f"The encoding was told from the letters: {decoded.encoding}. If they look wrong, choose another, "
        "or save the file as UTF-8."
    )
    return replace(reading, notes=(*reading.notes, guessed))


def _opened(data: bytes, format_id: str | None, labels: Labels) -> Reading | None:
    """The reading of a file that is no text; None where it is for those who read text."""
    sized(data)
    if format_id is None:
        found = opener(data, READERS)
        return _told(found[0].open(data, labels), found[1]) if found else None
    chosen = reader(format_id)
    if not isinstance(chosen, Opener):
        return None
    if not chosen.knows(data):
        raise ImportProblem(
            f"This is no {chosen.label}. Choose another format, or let it be told from the file."
        )
    return replace(chosen.open(data, labels), sure="chosen by hand")


def read_text(
    text: str,
    *,
    name: str = "",
    format_id: str | None = None,
    gap: int | None = None,
    labels: Labels = AS_LEARNT,
) -> Reading:
    """Text that was pasted, as it was understood; like ``read``, with no encoding to tell."""
    checked(text)
    if format_id is not None:
        return replace(_read(reader(format_id), text, gap, labels), sure="chosen by hand")
    choice = best(text, name)
    return _told(_read(choice.reader, text, gap, labels), choice.why)


def _told(reading: Reading, why: str) -> Reading:
    """A reading with the reason for its format, where the reader found no better one."""
    return reading if reading.sure else replace(reading, sure=why)


def _read(chosen: Reader, text: str, gap: int | None, labels: Labels) -> Reading:
    most = chosen.largest if isinstance(chosen, ReadsLong) else MAX_BYTES
    if len(text) > most:
        raise ImportProblem(
            f"The text has {len(text):,} characters; as {chosen.label} at most {most:,} can be read. "
            "Split it."
        )
    if (gap is not None or labels) and isinstance(chosen, JoinsCues):
        return chosen.read_joined(text, gap=GAP if gap is None else gap, labels=labels)
    if labels and isinstance(chosen, LearnsLabels):
        return chosen.read_named(text, labels=labels)
    return chosen.read(text)
