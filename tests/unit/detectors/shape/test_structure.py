"""Who asks, what is asked, and whether anything was answered."""

from __future__ import annotations

import pytest

from interviews.detectors.analysis import Analysis
from interviews.detectors.shape.structure import asks, asks_something, questions
from interviews.transcript.turns import Role, Speaker, Transcript
from tests.builders import a_transcript

ANSWER = "It came by rail from the north, and it took us four weeks to put it up."


def interviewers(*turns: tuple[str, str]) -> set[str]:
    return set(Analysis(a_transcript(*turns)).structure.interviewers)


def test_whoever_asks_a_third_of_the_time_is_an_interviewer() -> None:
    turns = [("Ada", "Why is that?"), ("Ben", "It is so."), ("Ada", "I see."), ("Ada", "Good.")]
    assert interviewers(*turns * 2, ("Ada", "Yes."), ("Ada", "No.")) == set()
    assert interviewers(*turns[:3] * 2) == {"Ada"}


def test_who_asks_half_as_often_as_another_is_one_too() -> None:
    often = [("Ada", "Why is that?")] * 4
    assert interviewers(*often, ("Cy", "And why?"), ("Cy", "Good.")) == {"Ada", "Cy"}
    assert interviewers(*often, ("Cy", "And why?"), *[("Cy", "Good.")] * 2) == {"Ada"}


def test_a_label_that_asks_once_does_not_unseat_who_asks() -> None:
    turns = [("Ada", "Why is that?"), ("Ben", "It is so."), ("Ada", "I see.")]
    assert interviewers(*turns * 2, ("Adaa", "And why?")) == {"Ada", "Adaa"}


def test_what_is_known_of_the_speakers_decides() -> None:
    said = a_transcript(("Ada", "Why is that?"), ("Ben", "It is so."))
    known = (Speaker("Ada", Role.GUEST), Speaker("Ben", Role.INTERVIEWER))
    assert Analysis(Transcript(said.turns, speakers=known)).structure.interviewers == {"Ben"}


def test_the_sentences_that_ask_are_given_with_their_words() -> None:
    text = "I see. Why is that? It is late. And now?”"
    assert [span.of(text) for span, _ in questions(text)] == ["Why is that?", "And now?”"]
    assert [said for _, said in questions(text)] == [("why", "is", "that"), ("and", "now")]
    assert questions("It is late.") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Why?", True), ("Why?”)", True), ("なぜですか？", True), ("لماذا؟", True), ("Why.", False)],
)
def test_a_text_asks_when_it_ends_with_a_question_mark(text: str, expected: bool) -> None:
    assert asks(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Does it count? It is a bean.", True),
        (f"Does it count? {'It is a bean. ' * 7}", False),  # 31 words
        (f"{'It is a bean. ' * 9}Does it count?", True),
        ("It is a bean.", False),
    ],
)
def test_a_short_text_asks_something_though_it_goes_on(text: str, expected: bool) -> None:
    assert asks_something(text) is expected


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ((("Ada", "Where from?"), ("Ben", ANSWER)), True),
        ((("Ada", "Where from?"), ("Ben", "From the north.")), False),
        ((("Ben", ANSWER), ("Ada", "Where from?")), False),
        ((("Ada", "Tell me."), ("Ben", ANSWER)), False),
        (
            (
                ("Ada", "Where from?"),
                ("Ben", "It came from there in the winter of nineteen seventy-four, I think."),
            ),
            True,
        ),
    ],
)
def test_something_is_asked_and_answered_with_substance(
    between: tuple[tuple[str, str], ...], expected: bool
) -> None:
    turns = (("Ada", "Goodbye?"), *between, ("Ben", ANSWER), ("Ada", "Goodbye."))
    structure = Analysis(a_transcript(*turns)).structure
    assert structure.exchange(0, len(between) + 1) is expected


def test_a_label_of_two_turns_does_not_decide_how_often_is_often() -> None:
    seldom = [("Ada", "Why is that?"), ("Ada", "I see."), ("Ben", "It is so.")]
    assert interviewers(*seldom * 3, ("Adaa", "And why?"), ("Adaa", "And now?")) == {"Ada", "Adaa"}
    thrice = [("Cy", "And why?")] * 3
    assert interviewers(*seldom * 3, *thrice) == {"Ada", "Cy"}
    rarely = [("Ada", "Why is that?"), ("Ada", "I see."), ("Ada", "Good."), ("Ben", "So.")]
    assert interviewers(*rarely[:2], *rarely[1:] * 1, *thrice) == {"Cy"}


def test_only_turns_that_do_something_to_end_are_endings() -> None:
    structure = Analysis(a_transcript(("Ada", "Why is that?"), ("Ben", "It is so. Goodbye."))).structure
    assert {place: ending.weight for place, ending in structure.endings.items()} == {1: 2}
