"""Names under which interviews are filed, as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.transcript.filing import Filing, folded, once, topics_in, topics_written

NAMES = st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12))


@pytest.mark.parametrize(
    ("written", "topics"),
    [
        ("", ()),
        (" , ,", ()),
        ("rivers", ("rivers",)),
        ("rivers, public  works ,", ("rivers", "public works")),
        ("Rivers, RIVERS, rivers ", ("Rivers",)),
        ('work, "Oslo, Norway"', ("work", "Oslo, Norway")),
        ('the "big" dig', ('the "big" dig',)),
    ],
)
def test_topics_stand_between_commas_each_once(written: str, topics: tuple[str, ...]) -> None:
    assert topics_in(written) == topics


@given(NAMES)
def test_whatever_topics_are_called_a_form_that_is_saved_unchanged_changes_nothing(names: list[str]) -> None:
    topics = once(names)
    assert topics_in(topics_written(topics)) == topics


@given(st.text())
def test_what_was_typed_reads_the_same_again(typed: str) -> None:
    topics = topics_in(typed.replace("\0", ""))
    assert topics_in(topics_written(topics)) == topics


def test_names_that_differ_only_in_case_and_white_space_are_one() -> None:
    assert folded(" Twelve\n  Voices") == folded("twelve voices")
    assert folded("Straße") == folded("STRASSE")


def test_another_filing_has_another_mark() -> None:
    filings = [
        Filing(),
        Filing("Voices"),
        Filing("Voices", 1),
        Filing("Voices", 1, ("a",)),
        Filing("", None, ("a", "b")),
        Filing("", None, ("a, b",)),
    ]
    assert len({one.mark for one in filings}) == len(filings)
