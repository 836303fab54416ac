"""Turns that ask one thing in other words: what they share, and what their answers share."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.detectors.analysis import Analysis
from interviews.detectors.questions import RepeatedQuestion
from interviews.detectors.shape.asked_again import (
    Exchange,
    ExchangeBook,
    asked_in_turn,
    shared_answer,
    told_in,
)
from tests.builders import a_transcript, found, words_of

Said = tuple[str, str]

FIRST = "So you said that the culvert gave way at night. Who had looked after it until then?"
AGAIN = "Whose job was it to look after the culvert?"
TOLD = "The drainage board sent a ganger every autumn, until they sold his lorry in 1987."
TOLD_AGAIN = "A ganger came, in autumn, from the drainage board. When his lorry was sold that stopped."
OTHER = "My grandmother would have known, she kept a diary about everybody who walked past her window."
BETWEEN: list[Said] = [
    ("Host", "Do you remember the smell of it?"),
    ("Mara", "Like a cellar, and then like nothing, because one gets used to it in a day or so."),
    ("Host", "What became of the horses?"),
    ("Mara", "They swam to the churchyard and stood there all night among the stones, quite calmly."),
]


def an_interview(
    first: str = FIRST,
    again: str = AGAIN,
    *,
    answers: tuple[str, str] = (TOLD, TOLD_AGAIN),
    between: list[Said] = BETWEEN,
    askers: tuple[str, str] = ("Host", "Host"),
    answerers: tuple[str, str] = ("Mara", "Mara"),
) -> list[Said]:
    return [
        (askers[0], first),
        (answerers[0], answers[0]),
        *between,
        (askers[1], again),
        (answerers[1], answers[1]),
    ]


def is_repeated(*turns: Said) -> bool:
    return bool(found(RepeatedQuestion(), a_transcript(*turns)))


def test_the_same_is_asked_in_other_words_and_answered_in_the_same_facts() -> None:
    transcript = a_transcript(*an_interview())
    (finding,) = found(RepeatedQuestion(), transcript)
    assert words_of(transcript, [finding]) == [AGAIN]
    assert transcript.words(finding.related[0]) == FIRST
    assert finding.title == "Turn 1 and turn 7 ask the same thing"
    assert [fix.label for fix in finding.fixes] == [
        "Keep both answers under turn 1",
        "Set turn 7 and its answer aside",
    ]


def test_one_word_in_common_is_a_subject_and_no_question() -> None:
    assert not is_repeated(*an_interview(answers=(TOLD, OTHER)))


def test_one_fact_in_common_may_be_anything() -> None:
    assert not is_repeated(
        *an_interview(answers=(TOLD, "A lorry, I think. Or it was the other way about then."))
    )


def test_several_rare_words_in_common_need_no_answer_in_the_same_facts() -> None:
    first = "Did the ringers of Saint Oswald hear the culvert burst?"
    again = "So how did the ringers of Saint Oswald learn that the culvert had burst?"
    assert is_repeated(*an_interview(first, again, answers=(TOLD, OTHER)))


def test_two_who_ask_one_person_the_same_ask_it_twice() -> None:
    assert is_repeated(*an_interview(askers=("Host", "Guest host")))


def test_another_is_asked_the_same() -> None:
    assert not is_repeated(*an_interview(answerers=("Mara", "Ben")))


def test_the_next_question_but_one_follows_up() -> None:
    assert not is_repeated(*an_interview(between=BETWEEN[:2]))


def test_an_answer_that_stands_twice_is_no_answer_anew() -> None:
    assert not is_repeated(*an_interview(answers=(TOLD, TOLD)))


def test_who_is_asked_says_nothing_of_what_is_asked() -> None:
    first, again = "Mara Okonedo, how about you?", "And Mara Okonedo, shall we go back?"
    two = ("Mara Okonedo", "Mara Okonedo")
    assert not is_repeated(*an_interview(first, again, answerers=two, answers=(TOLD, OTHER)))


@pytest.mark.parametrize(
    "text",
    [
        "The culvert gave way at night.",
        "The culvert gave way, right?",
        "How about that?",
        f"Who looked after it? {OTHER} {OTHER}",
        f"{OTHER} {OTHER} {OTHER} Who looked after the culvert?",
    ],
    ids=["tells", "asks for a nod", "names nothing", "goes on", "says much else"],
)
def test_a_turn_is_no_question_of_its_own(text: str) -> None:
    assert asked_in_turn(text) is None


def test_a_question_with_a_remark_behind_it_is_one() -> None:
    told = asked_in_turn("Who looked after the culvert? You needn't say.")
    assert told is not None
    assert "culvert" in told


def test_rare_words_tell_more_than_common_ones() -> None:
    told = told_in("The drainage board of the valley sent a ganger to the house each autumn.")
    assert told["gang"] > told["valle"] > told["hous"]
    assert "the" not in told


WORDS = st.lists(
    st.sampled_from(
        "ganger gangers drain drained drainage valley valleys autumn flood floods culvert".split()
    ),
    min_size=1,
    max_size=8,
).map(" ".join)


@given(WORDS, WORDS, WORDS, WORDS)
def test_which_of_two_was_taken_in_first_says_nothing(
    asked: str, asked_again: str, answer: str, another: str
) -> None:
    first = Exchange("1", "2", "Ben", told_in(asked), answer)
    second = Exchange("3", "4", "Ben", told_in(asked_again), another)
    assert shared_answer(first, second) == pytest.approx(shared_answer(second, first))
    ways = []
    for said in ((asked, answer, asked_again, another), (asked_again, another, asked, answer)):
        turns = [("Host" if n % 2 == 0 else "Ben", f"{t}?" if n % 2 == 0 else t) for n, t in enumerate(said)]
        book = ExchangeBook()
        book.follow(map(str, range(1, 5)), Analysis(a_transcript(*turns)).structure)
        ways.append([round(again.alike, 6) for again in book.again([])])
    assert ways[0] == ways[1]


TURNS = st.lists(
    st.tuples(
        st.sampled_from(["Host", "Mara", "Ben"]), st.sampled_from([FIRST, AGAIN, TOLD, TOLD_AGAIN, OTHER])
    ),
    max_size=9,
)


@given(st.lists(TURNS, min_size=1, max_size=3))
def test_after_any_edits_the_book_is_the_one_made_anew(versions: list[list[Said]]) -> None:
    book = ExchangeBook()
    for before, after in pairwise([[], *versions]):
        structure = Analysis(a_transcript(*after)).structure
        book.follow([str(n + 1) for n in range(max(len(before), len(after)))], structure)
        told = {(again.one.turn, again.two.turn) for again in book.again([])}
    anew = ExchangeBook()
    anew.follow([str(n + 1) for n in range(len(versions[-1]))], structure)
    assert {frozenset(pair) for pair in told} == {
        frozenset((again.one.turn, again.two.turn)) for again in anew.again([])
    }


def test_what_most_answers_told_before_an_edit_says_something_once_few_tell_it() -> None:
    questions = (
        "Who paid?",
        "What became of the horses?",
        "Was it dark?",
        "Did the bells ring?",
        "And then?",
    )
    book, told = ExchangeBook(), []
    for answer in (TOLD, OTHER, TOLD):
        between = [said for asked in questions for said in (("Host", asked), ("Mara", answer))]
        turns = an_interview(between=between)
        book.follow([str(n + 1) for n in range(len(turns))], Analysis(a_transcript(*turns)).structure)
        told.append(len(book.again([])))
    assert told == [0, 1, 0]
