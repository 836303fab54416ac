"""What is kept of the texts is, after any edits, what a look at all of them tells."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from interviews.detectors.keeping.books import Answers, Seams, Tally
from interviews.detectors.keeping.versions import Rows, change
from interviews.transcript.turns import Turn
from tests.builders import bring

TEXTS = st.dictionaries(st.sampled_from("abcde"), st.text("xyz", max_size=3), max_size=5)


def loudly(text: str) -> str | None:
    return text.upper() if "x" in text else None


@given(TEXTS, TEXTS)
def test_a_text_is_answered_for_as_it_stands_now(before: dict[str, str], after: dict[str, str]) -> None:
    book = Answers(loudly)
    book.fill(before)
    bring(book, before, after)
    assert book.known == {key: text.upper() for key, text in after.items() if "x" in text}


@given(TEXTS, TEXTS)
def test_what_is_counted_is_counted_of_the_texts_that_stand(
    before: dict[str, str], after: dict[str, str]
) -> None:
    book = Tally(list)
    book.fill(before)
    bring(book, before, after)
    together = "".join(after.values())
    assert dict(book.counts) == {letter: together.count(letter) for letter in set(together)}


def same_letters(before: str, text: str) -> str | None:
    return "".join(sorted({*before} & {*text})) or None


@given(st.lists(TEXTS, max_size=4))
def test_two_turns_in_a_row_are_answered_for_as_they_stand_now(versions: list[dict[str, str]]) -> None:
    seams, old = Seams(same_letters), Rows()
    for texts in versions:
        new = Rows.of(Turn(key, text) for key, text in texts.items())
        seams.bring(new, change(old, new))
        old = new
        assert seams.known == {
            later: shared
            for earlier, later in pairwise(texts)
            if (shared := same_letters(texts[earlier], texts[later]))
        }
