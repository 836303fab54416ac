"""What differs between two texts, as safe HTML."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from interviews.text.diffing import Change, Marked, word_diff

_TAGS = {Change.SAME: "span", Change.REMOVED: "del", Change.ADDED: "ins"}


def diff_html(before: str, after: str) -> SafeString:
    """Both texts in one, what was removed in ``del`` and what was added in ``ins``."""
    return _html(word_diff(before, after))


def side_by_side(before: str, after: str) -> tuple[SafeString, SafeString]:
    """Each text on its own, with the words that the other does not have marked."""
    pieces = word_diff(before, after)
    first = [piece for piece in pieces if piece.change is not Change.ADDED]
    second = [piece for piece in pieces if piece.change is not Change.REMOVED]
    return _html(first), _html(second)


def _html(pieces: Iterable[Marked]) -> SafeString:
    return format_html_join(
        "",
        "{}",
        (
            (format_html("<{0}>{1}</{0}>", _TAGS[piece.change], piece.text),)
            if piece.change is not Change.SAME
            else (piece.text,)
            for piece in pieces
        ),
    )
