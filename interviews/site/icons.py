"""The site’s mark in the sizes that browsers and telephones ask for.

It is the newsroom’s own, where the settings name a picture; else lines of a text on the accent.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageDraw

from interviews.site import assets
from interviews.site.branding import Brand

SIZES = (48, 180, 192, 512)  # pixels: search engines, Apple, Android, its splash screen
APPLE, CUT = 180, 512  # Apple puts black behind what is clear; Android cuts the largest to a shape of its own
_FINE = 4  # drawn larger and scaled down, for smooth edges
_GRID = 32
_LINES = ((10, 24), (16, 24), (22, 17))  # height of each, and where it ends
_LIGHT = "#fbfaf7"
_CLEAR = (0, 0, 0, 0)
# Of the largest nothing is cut within a circle of this part of its size (https://www.w3.org/TR/appmanifest/).
_KEPT = 0.8
_BESIDE = 0.84  # how much of Apple's the mark takes


@dataclass(frozen=True, slots=True)
class Icons:
    """How the icons of a site are made: ``own`` are the bytes of the newsroom’s picture, or none."""

    accent: str
    paper: str
    own: bytes = b""

    @classmethod
    def of(cls, brand: Brand) -> Icons:
        own = assets.read(brand.mark) if brand.has_picture else None
        return cls(brand.accent, brand.paper, own or b"")

    @property
    def made_of(self) -> str:
        return f"icons {self.accent} {self.paper} {sha256(self.own).hexdigest()}"

    def png(self, size: int) -> bytes:
        """A square PNG with clear corners, or filled to the edge where a system wants that."""
        mark = picture(self.own)
        if mark is None:
            return _drawn_png(self.accent, size)
        fitted = {APPLE: _within_a_square, CUT: _within_a_circle}.get(size)
        if fitted is None:
            return _saved(_placed(mark, size, size / max(mark.size), _CLEAR), "PNG", optimize=True)
        return _saved(_placed(mark, size, fitted(mark, size), self.paper), "PNG", optimize=True)

    def ico(self) -> bytes:
        """For programs that ask for /favicon.ico: 16, 32 and 48 pixels in one file."""
        mark = picture(self.own)
        drawn = (
            _drawn(self.accent, 48, filled=False)
            if mark is None
            else _placed(mark, 48, 48 / max(mark.size), _CLEAR)
        )
        return _saved(drawn, "ICO", sizes=[(16, 16), (32, 32), (48, 48)])


def picture(body: bytes) -> Image.Image | None:
    """The picture without the clear margin around it; None where these bytes are none."""
    try:
        found = Image.open(BytesIO(body)).convert("RGBA")
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    return found.crop(found.getbbox()) if found.getbbox() else None


def _within_a_square(mark: Image.Image, size: int) -> float:
    return _BESIDE * size / max(mark.size)


def _within_a_circle(mark: Image.Image, size: int) -> float:
    width, height = mark.size
    return float(_KEPT * size / (width**2 + height**2) ** 0.5)


def _placed(mark: Image.Image, size: int, scale: float, ground: str | tuple[int, ...]) -> Image.Image:
    """The mark in the middle of a square."""
    width, height = (max(1, int(side * scale)) for side in mark.size)
    scaled = mark.resize((width, height), Image.Resampling.LANCZOS)
    placed = Image.new("RGBA", (size, size), ground)
    placed.alpha_composite(scaled, ((size - width) // 2, (size - height) // 2))
    return placed


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@lru_cache(maxsize=len(SIZES))
def _drawn_png(accent: str, size: int) -> bytes:
    """Drawn once: an export asks for what the site has already."""
    return _saved(_drawn(accent, size, filled=size == CUT), "PNG", optimize=True)


def _drawn(accent: str, size: int, *, filled: bool) -> Image.Image:
    unit = size * _FINE / _GRID
    drawn = Image.new("RGBA", (size * _FINE, size * _FINE), _CLEAR)
    canvas = ImageDraw.Draw(drawn)
    edge = size * _FINE - 1
    canvas.rounded_rectangle((0, 0, edge, edge), radius=0 if filled else 7 * unit, fill=accent)
    for y, end in _LINES:
        box = (6.5 * unit, (y - 1.5) * unit, (end + 1.5) * unit, (y + 1.5) * unit)
        canvas.rounded_rectangle(box, radius=1.5 * unit, fill=_LIGHT)
    return drawn.resize((size, size), Image.Resampling.LANCZOS)
