"""Words in a picture: the project’s fonts are cut by script, so each letter is set in one that has it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import ImageFont
from PIL.ImageDraw import ImageDraw

SERIF, SANS = "source-serif-4.004", "inter-4.001"
_SCRIPTS = ("latin", "latin-ext", "cyrillic", "greek")
_NOWHERE = "\uffff"  # no font has it: it shows what stands for a letter that is missing
_RIGHT_TO_LEFT = {"R", "AL"}

Colour = str
Font = ImageFont.FreeTypeFont


class LettersMissing(Exception):
    """No font that is there has all of the letters."""


@dataclass(frozen=True, slots=True)
class Style:
    """A family, its size in pixels and its weight (100 to 900)."""

    family: str
    size: int
    weight: int


@dataclass(frozen=True, slots=True)
class Run:
    """Words that one font sets."""

    text: str
    font: Font
    rtl: bool

    @property
    def width(self) -> float:
        return self.font.getlength(self.text, direction=_direction(self.rtl))


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs to the left (rule P2 of UAX 9)."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((one in _RIGHT_TO_LEFT for one in strong if one in {"L", *_RIGHT_TO_LEFT}), False)


def lines(text: str, style: Style, width: int) -> list[list[Run]]:
    """A text broken into lines of at most that many pixels; a longer word has a line to itself.

    Raises LettersMissing. Signs that no font has, such as emoji, are left out.
    """
    rtl = is_right_to_left(text)
    broken: list[list[Run]] = []
    words: list[str] = []
    for word in text.split():
        if words and sum(run.width for run in _runs([*words, word], style, rtl)) > width:
            broken.append(_runs(words, style, rtl))
            words = []
        words.append(word)
    if words:
        broken.append(_runs(words, style, rtl))
    return [line for line in broken if line]


def draw(canvas: ImageDraw, line: Sequence[Run], x: int, y: int, width: int, colour: Colour) -> None:
    """Set a line with its baseline at ``y``: from ``x`` on, or towards it from the right."""
    at = float(x + width) if line and line[0].rtl else float(x)
    for run in line:
        if run.rtl:
            at -= run.width
        canvas.text((at, y), run.text, font=run.font, fill=colour, anchor="ls", direction=_direction(run.rtl))
        if not run.rtl:
            at += run.width


def _runs(words: Sequence[str], style: Style, rtl: bool) -> list[Run]:
    """The words as one line; letters that stand together and have one font are one run."""
    pieces: list[tuple[Font, str]] = []
    for letter in " ".join(words):
        font = _font(letter, pieces[-1][0] if pieces else None, style)
        if font is None:
            continue
        if pieces and pieces[-1][0] is font:
            pieces[-1] = (font, pieces[-1][1] + letter)
        else:
            pieces.append((font, letter))
    return [Run(text, font, rtl) for font, text in pieces]


def _font(letter: str, before: Font | None, style: Style) -> Font | None:
    """The font for a letter, that of the letter before where it will do; None for a sign that none has."""
    fonts = _fonts(style)
    for font in fonts if before is None else (before, *fonts):
        if _has(font, letter):
            return font
    if unicodedata.category(letter)[0] in "LMN":
        raise LettersMissing(letter)
    return None


@lru_cache(maxsize=64)
def _fonts(style: Style) -> tuple[Font, ...]:
    """The fonts of a family, one to a script, then those that the newsroom names in CARD_FONTS."""
    found = []
    for path in _paths(style.family):
        font = ImageFont.truetype(path, style.size)
        if path.endswith(".woff2"):
            font.set_variation_by_axes([style.weight])
        found.append(font)
    return tuple(found)


def _paths(family: str) -> Iterator[str]:
    for script in _SCRIPTS:
        path = finders.find(f"fonts/{family}-{script}.woff2")
        if isinstance(path, str):
            yield path
    yield from settings.CARD_FONTS


@lru_cache(maxsize=4096)
def _has(font: Font, letter: str) -> bool:
    return bytes(font.getmask(letter)) != bytes(font.getmask(_NOWHERE)) or letter.isspace()


def _direction(rtl: bool) -> str | None:
    return "rtl" if rtl else None
