"""Which reader a text is for, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from interviews.formats.base import Reader
from interviews.formats.registry import READERS


class Choice(NamedTuple):
    """A reader, how well the text fits it (0 to 1), and why in a few words."""

    reader: Reader
    fit: float
    why: str


def sniff(text: str, name: str = "", readers: Sequence[Reader] = READERS) -> tuple[Choice, ...]:
    """The readers that know the text, the best first; equals stand in the order of the registry."""
    choices = [Choice(reader, *reader.recognise(text, name)) for reader in readers]
    return tuple(sorted((one for one in choices if one.fit > 0), key=lambda one: -one.fit))


def best(text: str, name: str = "", readers: Sequence[Reader] = READERS) -> Choice:
    """The first of ``sniff``. Nobody is asked any more once one is quite sure, since nobody can be surer.

    Raises ValueError where no reader knows the text; of all readers, one knows any text.
    """
    found = []
    for reader in readers:
        found.append(Choice(reader, *reader.recognise(text, name)))
        if found[-1].fit >= 1:
            return found[-1]
    return max((one for one in found if one.fit > 0), key=lambda one: one.fit)
