"""Headings, and whom they name."""

from __future__ import annotations

import pytest

from interviews.formats.headings import guest_named, heading_words, is_hashtags, is_short


@pytest.mark.parametrize(
    ("heading", "name", "role"),
    [
        ("Interview with Dr. Jo Hart, Tide Analyst on the storm", "Dr. Jo Hart", "Tide Analyst"),
        ("A conversation with Ana de la Cruz, head of the harbour", "Ana de la Cruz", "head of the harbour"),
        ("Jo Hart, lighthouse keeper, talks to Mira Voss", "Jo Hart", "lighthouse keeper"),
        ("Interview: Jo Hart", "Jo Hart", ""),
        ("Five questions for Jo Hart", "Jo Hart", ""),
    ],
)
def test_a_heading_names_the_guest_and_what_they_are(heading: str, name: str, role: str) -> None:
    guest = guest_named(heading)
    assert guest is not None
    assert (guest.full_name, guest.description) == (name, role)
    assert heading[: guest.end].endswith(role or name)


@pytest.mark.parametrize(
    "heading", ["Interview with the mayor", "The end of the road", "Interview with " + "Jo " * 99]
)
def test_a_heading_that_names_nobody_names_nobody(heading: str) -> None:
    assert guest_named(heading) is None


@pytest.mark.parametrize(
    ("line", "words"),
    [("# The coast", "The coast"), ("## **The coast** ##", "The coast"), ("**The coast**", "The coast")],
)
def test_a_heading_is_told_from_its_marks(line: str, words: str) -> None:
    span = heading_words(line)
    assert span is not None
    assert span.of(line) == words


@pytest.mark.parametrize("line", ["#coast", "**Jo** and **Bo**", "The coast", "#", "**" + "x" * 500 + "**"])
def test_other_lines_are_no_headings(line: str) -> None:
    assert heading_words(line) is None


def test_hashtags_are_words_behind_a_hash_and_nothing_else() -> None:
    assert is_hashtags("#coast, #storm2024 #Küste")
    assert not is_hashtags("# coast")
    assert not is_hashtags("#1 was the coast")


def test_a_line_with_a_full_stop_is_no_heading_by_its_look() -> None:
    assert is_short("The end of the light")
    assert not is_short("The light is out.")
    assert not is_short("word " * 30)


@pytest.mark.parametrize("line", ["1", "42", "00:00:01,000 --> 00:00:03,000", "* * *"])
def test_a_line_without_a_letter_is_no_heading(line: str) -> None:
    assert not is_short(line)
