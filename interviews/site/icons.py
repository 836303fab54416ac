"""The site’s mark in the sizes that browsers and telephones ask for: lines of a text on the accent."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

SIZES = (48, 180, 192, 512)  # pixels: search engines, Apple, Android, its splash screen
_FINE = 4  # drawn larger and scaled down, for smooth edges
_GRID = 32
_LINES = ((10, 24), (16, 24), (22, 17))  # height of each, and where it ends
_LIGHT = "#fbfaf7"


def png(accent: str, size: int, *, filled: bool = False) -> bytes:
    """A square PNG with round corners; ``filled`` to the edge, for systems that cut the shape themselves."""
    out = BytesIO()
    _drawn(accent, size, filled=filled).save(out, "PNG", optimize=True)
    return out.getvalue()


def ico(accent: str) -> bytes:
    """For programs that ask for /favicon.ico: 16, 32 and 48 pixels in one file."""
    out = BytesIO()
    _drawn(accent, 48, filled=False).save(out, "ICO", sizes=[(16, 16), (32, 32), (48, 48)])
    return out.getvalue()


def _drawn(accent: str, size: int, *, filled: bool) -> Image.Image:
    unit = size * _FINE / _GRID
    picture = Image.new("RGBA", (size * _FINE, size * _FINE), (0, 0, 0, 0))
    canvas = ImageDraw.Draw(picture)
    edge = size * _FINE - 1
    canvas.rounded_rectangle((0, 0, edge, edge), radius=0 if filled else 7 * unit, fill=accent)
    for y, end in _LINES:
        box = (6.5 * unit, (y - 1.5) * unit, (end + 1.5) * unit, (y + 1.5) * unit)
        canvas.rounded_rectangle(box, radius=1.5 * unit, fill=_LIGHT)
    return picture.resize((size, size), Image.Resampling.LANCZOS)
