"""Boxes that pages put beside an interview: where to subscribe and listen, and what to share it on.

What tells them is the row of names: "Subscribe on iTunes | Spotify | RSS", "Share: Facebook · X · Email".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviews.detectors.remains.apart import Apart, How

_PLATFORM = (
    r"(?:itunes|apple(?:\spodcasts?|\smusic)?|spotify|rss(?:[\s-]feed)?|google\s(?:podcasts?|play)|youtube(?:\smusic)?"
    r"|stitcher|overcast|pocket\s?casts?|castbox|castro|player\sfm|podbean|podcast\saddict|amazon(?:\smusic)?|audible"
    r"|soundcloud|deezer|tunein|iheart(?:radio)?|acast|audacy|ard\saudiothek|facebook|twitter|x|instagram|linkedin"
    r"|whatsapp|telegram|reddit|pinterest|threads|mastodon|bluesky|tiktok|xing|pocket|flipboard|hacker\snews"
    r"|e-?mail|print|copy\slink|newsletter|webfeed|podcast|feed|app\sstore|play\sstore|mail|drucken|imprimer|imprimir)"
)
_LEAD = (
    r"(?:subscribe(?:\sto\s(?:us|the\spodcast|our\spodcast))?|listen|follow(?:\sus)?|share(?:\s(?:this|via))?|watch"
    r"|download|available|find\sus|get\sit|stream|join\sus|also|hear\sus|abonnieren|jetzt\sabonnieren|anhören|hören"
    r"|teilen|folgen\ssie\suns|s[’']abonner|écouter|partager|suivez-nous|suscríbete|escuchar|compartir|síguenos"
    r"|iscriviti|ascolta|condividi)"
)
_TO = r"(?:\s?:|\s(?:on|in|via|at|with|from|auf|bei|über|mit|sur|avec|en|por|su))"
_BETWEEN = r"\s?(?:[|·•/,–—-]|\sand\s|\sor\s|\sund\s|\set\s|\sy\s)\s?"
_ROW = re.compile(rf"(?:{_LEAD}{_TO}?\s)?{_PLATFORM}(?:{_BETWEEN}{_PLATFORM}){{1,12}}", re.IGNORECASE)
# With bars it is a box among what is said, too.
_WITHIN = re.compile(
    rf"(?<!\w)(?:{_LEAD}{_TO}?\s{_PLATFORM}|{_PLATFORM}\s?[|·•]\s?{_PLATFORM})(?:\s?[|·•]\s?{_PLATFORM}(?!\w)){{1,12}}",
    re.IGNORECASE,
)
_ONE = re.compile(rf"{_LEAD}{_TO}\s{_PLATFORM}", re.IGNORECASE)
_LEADS = re.compile(_LEAD, re.IGNORECASE)
_BARS = frozenset("|·•")


def boxes(text: str) -> Iterator[tuple[int, int]]:
    """Rows with bars within a text."""
    if "|" in text or "·" in text or "•" in text:
        for match in _WITHIN.finditer(text):
            if match[0][0].isupper():
                yield match.span()


def is_box(stretch: Apart) -> bool:
    """Whether a stretch that stands apart is a row of such names, or one behind what leads there."""
    inner = stretch.inner
    if not inner[:1].isupper() or stretch.how is How.ASIDE:
        return False
    if _BARS.isdisjoint(inner) and _LEADS.match(inner) is None:
        return False
    if _ROW.fullmatch(inner):  # without bars, or a lead, somebody may have listed them
        return not _BARS.isdisjoint(inner) or _ONE.match(inner) is not None
    return _ONE.fullmatch(inner) is not None
