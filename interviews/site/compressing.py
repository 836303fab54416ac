"""The forms in which a file is sent."""

from __future__ import annotations

import gzip
from collections.abc import Mapping

import brotli  # type: ignore[import-untyped]

SUFFIXES: Mapping[str, str] = {"br": ".br", "gzip": ".gz"}  # by the name that Accept-Encoding knows
_TEXTUAL = ("text/", "application/json", "application/xml", "application/x-subrip")
_TOO_SMALL = 200  # bytes: below, the compressed form is hardly smaller

# Measured with an interview of 500 turns (170 kB) and one of 1,500 (509 kB): quality 11 takes 0.18 s and
# 0.58 s, 10 a third of that for 4 % more bytes, 9 a tenth for 13 % more, 5 a seventieth for 16 % more. A page
# is to be public in a second. By each stands the level of gzip, of which 6 takes two thirds of the time of 9
# for 1 % more bytes, and 4 a third of that of 6 for 6 % more.
_BEST, _GOOD, _FAIR, _QUICK = (11, 9), (10, 9), (9, 6), (5, 4)
_BEST_UP_TO, _GOOD_UP_TO = 200_000, 600_000  # bytes


def is_textual(media_type: str) -> bool:
    """Whether compressing makes a file of this type smaller."""
    plain = media_type.partition(";")[0].strip()
    return plain.startswith(_TEXTUAL) or plain.endswith(("+json", "+xml"))


def encoded(body: bytes, media_type: str, *, lasting: bool = True) -> dict[str, bytes]:
    """A body in the forms that are smaller than it: the name of the encoding, and the bytes.

    What is not ``lasting``, since the next publication replaces it, is compressed quickly.
    """
    if len(body) < _TOO_SMALL or not is_textual(media_type):
        return {}
    quality, level = _QUICK
    if lasting:
        quality, level = _BEST if len(body) <= _BEST_UP_TO else _GOOD if len(body) <= _GOOD_UP_TO else _FAIR
    forms = {
        "br": brotli.compress(body, quality=quality),
        "gzip": gzip.compress(body, level, mtime=0),  # the same bytes whenever it is made
    }
    return {name: form for name, form in forms.items() if len(form) < len(body)}
