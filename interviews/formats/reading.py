"""The one way in: bytes or text become a reading, or one sentence that says why not."""

from __future__ import annotations

from dataclasses import replace

from interviews.formats.base import Reading
from interviews.formats.decoding import checked, decode
from interviews.formats.registry import reader
from interviews.formats.sniffing import sniff

_UNICODE = ("utf-8", "utf-16", "utf-32")


def read(data: bytes, *, name: str = "", format_id: str | None = None) -> Reading:
    """A file as it was understood. ``name`` is the file's, ``format_id`` overrules the sniffing.

    Raises ImportProblem with a sentence for the person who brought the file.
    """
    text, encoding = decode(data)
    reading = replace(read_text(text, name=name, format_id=format_id), encoding=encoding)
    if encoding.startswith(_UNICODE):
        return reading
    guessed = (
        f"The encoding was told from the letters: {encoding}. If they look wrong, save the file as UTF-8."
    )
    return replace(reading, notes=(*reading.notes, guessed))


def read_text(text: str, *, name: str = "", format_id: str | None = None) -> Reading:
    """Text that was pasted, as it was understood; like ``read``, with no encoding to tell."""
    checked(text)
    if format_id is not None:
        return replace(reader(format_id).read(text), sure="chosen by hand")
    choice = sniff(text, name)[0]
    return replace(choice.reader.read(text), sure=choice.why)
