"""The picture that networks show for a link: title and guests on paper, in the project’s fonts."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from interviews.site.branding import Brand
from interviews.site.lettering import SANS, SERIF, LettersMissing, Run, Style, draw, lines

WIDTH, HEIGHT = 1200, 630  # pixels; what Facebook, LinkedIn, Mastodon and X show without cutting
_MARGIN = 84
_ROOM = WIDTH - 2 * _MARGIN
_TITLE_SIZES = (84, 72, 62, 54, 46)  # the first in which the title has few enough lines
_TITLE_LINES = 4
_PAPER, _INK, _SOFT = "#fbfaf7", "#1c1b19", "#5c5952"
_COLOURS = 64  # flat type on paper needs no more, and the file is a third as large


def card(brand: Brand, title: str, guests: Sequence[str]) -> bytes:
    """A PNG. Where a script has no font here, the newsroom’s name stands alone instead of empty boxes."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    canvas = ImageDraw.Draw(picture)
    canvas.rectangle((0, 0, 18, HEIGHT), fill=brand.accent)
    try:
        _interview(canvas, brand, title, guests)
    except LettersMissing:
        canvas.rectangle((18, 0, WIDTH, HEIGHT), fill=_PAPER)
        _name(canvas, brand, HEIGHT // 2 + 24, 72)
    out = BytesIO()
    picture.quantize(_COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()


def _interview(canvas: ImageDraw.ImageDraw, brand: Brand, title: str, guests: Sequence[str]) -> None:
    style, told = _title(title)
    step = round(style.size * 1.14)
    y = _MARGIN + style.size
    for line in told:
        draw(canvas, line, _MARGIN, y, _ROOM, _INK)
        y += step
    below = lines(", ".join(guests), Style(SANS, 34, 500), _ROOM)[:1]
    for line in below:
        draw(canvas, line, _MARGIN, HEIGHT - _MARGIN - 58, _ROOM, brand.accent)
    _name(canvas, brand, HEIGHT - _MARGIN, 32)


def _title(title: str) -> tuple[Style, list[list[Run]]]:
    for size in _TITLE_SIZES:
        style = Style(SERIF, size, 650)
        told = lines(title, style, _ROOM)
        if len(told) <= _TITLE_LINES:
            break
    return style, told[: _TITLE_LINES + 1]


def _name(canvas: ImageDraw.ImageDraw, brand: Brand, y: int, size: int) -> None:
    try:
        told = lines(brand.name, Style(SERIF, size, 700), _ROOM)[:1]
    except LettersMissing:
        return
    for line in told:
        draw(canvas, line, _MARGIN, y, _ROOM, _SOFT)
