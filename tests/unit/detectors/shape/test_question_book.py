"""Which questions share a subject: after any edits as after a look at all of them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.detectors.shape.question_book import Asked, QuestionBook, asked_in

Asking = dict[str, tuple[str, str]]  # key of a turn to who asks and what
QUESTIONS = [
    "What does a hive need in winter?",
    "What do your bees need when the winter comes?",
    "And what about the quay then?",
    "What about the quay then? Who painted the crane for you?",
    "Who painted the crane?",
    "We left.",
]
ASKING = st.dictionaries(
    st.sampled_from("abcde"),
    st.tuples(st.sampled_from(["Ada", "Ben"]), st.sampled_from(QUESTIONS)),
    max_size=5,
)


def brought(*versions: Asking, may_be_one: Callable[[Asked, Asked], bool] = lambda *_: True) -> QuestionBook:
    book = QuestionBook(may_be_one)
    for before, after in pairwise([{}, *versions]):
        asked = {key: questions for key, (_, text) in after.items() if (questions := asked_in(text))}
        speakers = {key: speaker for key, (speaker, _) in after.items()}
        book.follow(sorted({*before, *after}), asked, speakers.get)
        told_by(book)
    return book


def told_by(book: QuestionBook) -> list[tuple[list[tuple[str, tuple[str, ...]]], float]]:
    return sorted(
        (sorted((each.turn, each.asked.words) for each in (one, two)), book.covered(one.number, two.number))
        for one, two in book.pairs()
    )


@given(st.lists(ASKING, min_size=1, max_size=4))
def test_after_any_edits_it_tells_what_a_look_at_all_questions_tells(versions: list[Asking]) -> None:
    def begin_alike(one: Asked, two: Asked) -> bool:
        return one.words[0] == two.words[0]

    book = brought(*versions, may_be_one=begin_alike)
    assert told_by(book) == told_by(brought(versions[-1], may_be_one=begin_alike))


@pytest.mark.parametrize(
    ("first", "second", "is_pair"),
    [
        ("What about the quay then?", "And what about the quay then?", True),  # the same words of four
        ("What of the quay?", "So, what of the quay?", True),
        ("Of the quay?", "So of the quay?", False),  # of three they say too little
        ("What does the crane weigh today?", "What may a crane weigh at all?", True),
        ("What of the quay then?", "What of the crane then?", False),
    ],
)
def test_two_questions_that_share_what_they_ask_about_are_a_pair(
    first: str, second: str, is_pair: bool
) -> None:
    book = brought({"a": ("Ada", first), "b": ("Ada", second)})
    assert [sorted(one.turn for one in pair) for pair in book.pairs()] == ([["a", "b"]] if is_pair else [])
    assert not list(brought({"a": ("Ada", first), "b": ("Ben", second)}).pairs())


def test_a_rare_word_weighs_more_than_one_that_many_questions_have() -> None:
    rows = (
        "Who painted the crane?",
        "Who mended the crane?",
        "Who painted the quay?",
        "Who painted the shed?",
    )
    book = brought({str(number): ("Ada", text) for number, text in enumerate(rows)})
    of_cranes, of_painting = (
        book.covered(*(book.numbers(turn)[0] for turn in turns)) for turns in ("01", "02")
    )
    assert 1 > of_cranes > of_painting > 0
    assert book.numbers("no turn") == ()


def test_what_two_questions_share_weighs_anew_when_another_comes() -> None:
    rows = {"0": ("Ada", "Who painted the crane?"), "1": ("Ada", "Who mended the crane?")}
    more = {"2": ("Ada", "Who painted the quay?"), "3": ("Ada", "Who painted the shed?")}
    assert told_by(brought(rows, rows | more)) == told_by(brought(rows | more))
    assert told_by(brought(rows | more))[0] != told_by(brought(rows))[0]
