"""Where a quote or an aside whose mark is lost begins and ends, and whether it is one."""

from __future__ import annotations

import pytest

from interviews.detectors.letters.marks import Mark
from interviews.detectors.letters.quote_ends import begins_a_quote, holds_together, likely_end, likely_start


def the_mark(text: str, char: str, looks: str = "open") -> Mark:
    return Mark(text.index(char), char, looks)


@pytest.mark.parametrize(
    ("text", "char", "begins"),
    [
        ('And he goes, What now?" Then we left.', '"', "What"),
        ('And he goes, Well, so what?" Then we left.', '"', "Well"),
        ('And he goes, Yes, and she, No." Then we left.', '"', "No"),
        (f'And he goes, What {"and " * 60}now?"', '"', None),  # too far away
        ('What now?" Then we left.', '"', None),
        ("And he goes, What now?) Then we left.", ")", None),
        ("And he goes, What now?» Then we left.", "»", "What"),
    ],
)
def test_a_quote_began_at_a_capital_in_mid_sentence(text: str, char: str, begins: str | None) -> None:
    start = likely_start(text, the_mark(text, char, "close"))
    assert (text[start:].split()[0].strip(',."') if start is not None else None) == begins


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('And he goes "Never again. So we left.', '"Never again.'),
        ('And he goes "Never again!, and so we left.', '"Never again!'),
        ('What now?, I said. And he goes "Never again. So we left.', '"Never again.'),
        ('And he goes "', None),
    ],
)
def test_a_quote_ends_at_its_own_mark_or_with_its_sentence(text: str, quoted: str | None) -> None:
    end = likely_end(text, the_mark(text, '"'))
    assert (text[text.index('"') : end] if end is not None else None) == quoted


@pytest.mark.parametrize(
    ("text", "opens", "closes", "holds"),
    [
        ('He said "We sail at noon, all of us" and left.', '"', '" ', True),
        ('He said "sail at noon now" and left.', '"', '" ', True),
        ('He said "we sail at noon now" and left.', '"', '" ', False),
        ('He said "we sail to the" end.', '"', '" ', False),
        ("We went (all of us), and left.", "(", ")", True),
        ("We went (all of us) home.", "(", ")", False),
        ("We went (All of us) home.", "(", ")", True),
        ("We went to the (danger of it), and left.", "(", ")", False),
        ("We went (danger of the), and left.", "(", ")", False),
        ("We went (all of us)", "(", ")", True),
    ],
)
def test_marks_around_a_whole_hold_together(text: str, opens: str, closes: str, holds: bool) -> None:
    at = text.index(opens)
    closed = Mark(text.index(closes, at + 1), closes.strip(), "close")
    assert holds_together(text, Mark(at, opens, "open"), closed) is holds


@pytest.mark.parametrize(
    ("text", "char", "begins"),
    [
        ('He said "We sail.', '"', True),
        ('He said "we sail.', '"', False),
        ('He left. "We sail.', '"', False),
        ("He said (We sail.", "(", False),
    ],
)
def test_a_quote_begins_with_a_capital_in_mid_sentence(text: str, char: str, begins: bool) -> None:
    assert begins_a_quote(text, the_mark(text, char)) is begins
