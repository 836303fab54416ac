"""What stands where the mate of a quote or bracket belongs."""

from __future__ import annotations

import pytest

from interviews.detectors.letters.marks import Mark
from interviews.detectors.letters.wrong_mates import (
    doubled_closings,
    typed_with_ticks,
    wrongly_closed,
    wrongly_opened,
)


def between(text: str, opened: Mark | None, closed: Mark | None) -> str | None:
    return text[opened.at : closed.end] if opened and closed else None


@pytest.mark.parametrize(
    ("text", "char", "whole"),
    [
        ("He said \"we sail at noon.' Then he left.", '"', "\"we sail at noon.'"),
        ("He said “we sail at noon.' Then he left.", "“", "“we sail at noon.'"),
        ("He said «we sail at noon.&quot; Then he left.", "«", "«we sail at noon.&quot;"),
        ("He took \"a' for an answer.", '"', "\"a'"),
        ("The winch (the small one> broke.", "(", "(the small one>"),
        ('He said "&quot; and left.', '"', None),
        ("The winch (a<b, c> broke.", "(", None),
        ("The winch [the small one> broke.", "[", None),
        ("He said \"the dogs' bowl and left.", '"', None),
        ("He said \"we sail.\nAnd 'so' they did.", '"', None),
        (f"He said \"we sail {'and sail ' * 50}at noon.'", '"', None),
    ],
)
def test_what_closes_a_quote_wrongly_is_the_nearest_in_its_line(
    text: str, char: str, whole: str | None
) -> None:
    opened = Mark(text.index(char), char, "open")
    assert between(text, opened, wrongly_closed(text, opened)) == whole


@pytest.mark.parametrize(
    ("text", "char", "whole"),
    [
        ('He said `we sail at noon" then.', '"', '`we sail at noon"'),
        ("He said ,,we sail at noon” then.", "”", ",,we sail at noon”"),
        ("He said &quot;we sail at noon» then.", "»", "&quot;we sail at noon»"),
        ('We left.\n`Now" he said.', '"', '`Now"'),
        ('`Now" he said.', '"', '`Now"'),
        ('`Soon, ‘now" he said.', '"', '‘now"'),
        ("He said `we sail at noon) then.", ")", None),
        ('He typed `make` at noon" then.', '"', None),
        ('He said `we sail.\nAt noon" then.', '"', None),
        (f'He said `we sail {"and sail " * 50}at noon"', '"', None),
    ],
)
def test_what_opens_a_quote_wrongly_is_the_nearest_in_its_line(
    text: str, char: str, whole: str | None
) -> None:
    closed = Mark(text.index(char), char, "close")
    opened = wrongly_opened(text, closed)
    assert between(text, opened, closed) == whole


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("He said ``we sail'', and ``left''.", ["``we sail''", "``left''"]),
        ("He said `we sail.' Then he left.", ["`we sail.'"]),
        ("He typed `make` and it isn't done.", []),
        ("He said “we sail” and left.", []),
    ],
)
def test_quotes_typed_with_ticks_are_pairs(text: str, wholes: list[str]) -> None:
    assert [between(text, *pair) for pair in typed_with_ticks(text)] == wholes


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ('"The game"" is its name.', ['"The game""']),
        ("We call it “the game””, and “play”.", ["“the game””"]),
        ("We call it «the game»».", ["«the game»»"]),
        ('He said "we call it "the game"".', []),  # both are closed
        ("He said “we call it “the game””.", []),
        ('the game"" is odd, 3""', []),
    ],
)
def test_a_quote_is_closed_twice_where_only_one_was_opened(text: str, wholes: list[str]) -> None:
    assert [between(text, *pair) for pair in doubled_closings(text)] == wholes
