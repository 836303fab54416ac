"""Turns that ask one thing in other words: what they share, and what their answers share."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.detectors.analysis import Analysis
from interviews.detectors.checking import Checker, check
from interviews.detectors.questions import RepeatedQuestion
from interviews.detectors.shape.asked_again import (
    Exchange,
    ExchangeBook,
    asked_in_turn,
    shared_answer,
    told_in,
)
from interviews.transcript.applying import apply
from interviews.transcript.edits import RenameSpeaker, SetText
from interviews.transcript.turns import Transcript
from tests.builders import a_transcript, found, words_of

Said = tuple[str | None, str]

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
    answerers: tuple[str | None, str | None] = ("Mara", "Mara"),
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


TOPICS = "smell horses churchyard bakery organ ferry chapel brass orchard tannery quarry viaduct".split()


def about(question: str, topics: list[str] = TOPICS) -> list[Said]:
    """What is asked about each of many things, and told of it."""
    told = "The {} was there first, and it is another story altogether, one for number {}."
    return [
        said
        for number, topic in enumerate(topics)
        for said in (("Host", question.format(topic)), ("Mara", told.format(topic, number)))
    ]


def test_two_rare_words_that_make_a_good_part_of_what_is_asked_will_do() -> None:
    first = "Did the ringers of the village hear of Zwickelbach?"
    again = "When did Zwickelbach frighten the ringers?"
    assert is_repeated(*an_interview(first, again, answers=(TOLD, OTHER)))


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Did your mother paint in the kitchen?", "Where had your mother bought the kitchen table?"),
        ("Was the bridge there before the war?", "Who crossed the bridge in the war?"),
        ("Did the ringers hear the culvert?", "When did the culvert frighten the ringers?"),
        ("Did the people there know her?", "What could people do about the lorry?"),
    ],
)
def test_words_of_every_day_in_common_are_not_enough(first: str, again: str) -> None:
    assert not is_repeated(*an_interview(first, again, answers=(TOLD, OTHER)))


def test_an_answer_in_some_of_the_same_facts_speaks_for_it() -> None:
    partly = (
        "My mother and a lorry went first, then the children, and in autumn the cows from the upper farm, "
        "I should think."
    )
    bridge = ("Was the bridge there before the war?", "Who crossed the bridge in the war?")
    kitchen = ("Did your mother paint in the kitchen?", "Where had your mother bought the kitchen table?")
    assert is_repeated(*an_interview(*bridge, answers=(TOLD, partly)))
    assert not is_repeated(*an_interview(*kitchen, answers=(TOLD, partly)))


def test_two_facts_in_short_answers_are_enough() -> None:
    answers = (
        "The board sent a ganger with his lorry in the end.",
        "A ganger, and a lorry that belonged to nobody here.",
    )
    assert is_repeated(*an_interview(answers=answers))


def test_one_rare_name_is_a_subject_even_where_nobody_else_is_asked_about_it() -> None:
    between = about("What about the {}?") + about("Who had the keys of the {} in those days?")
    first, again = "And Zwickelbach?", "What about Zwickelbach?"
    assert not is_repeated(*an_interview(first, again, answers=(TOLD, OTHER), between=between))
    assert is_repeated(*an_interview(first, again, between=between))


def test_what_every_question_names_tells_none_of_them_apart() -> None:
    between = about("What has the culvert near the granary to do with the {}?")
    first, again = "The culvert near the granary?", "And the granary near the culvert?"
    transcript = a_transcript(*an_interview(first, again, answers=(TOLD, OTHER), between=between))
    titles = [finding.title for finding in found(RepeatedQuestion(), transcript)]
    assert titles == ["Turn 1 and turn 27 ask the same thing"]


def test_what_most_answers_tell_is_what_the_interview_is_about() -> None:
    ganger = "it was in autumn, when the drainage board had sent the ganger with his lorry."
    between = [(name, text if name == "Host" else f"{text[:20]}: {ganger}") for name, text in BETWEEN]
    assert is_repeated(*an_interview())
    assert not is_repeated(*an_interview(between=between))


def test_eight_words_are_an_answer_and_a_murmur_is_none() -> None:
    eight = ("The drainage board sent a ganger each autumn.", TOLD_AGAIN)
    assert is_repeated(*an_interview(answers=eight))
    asked, *rest = an_interview()
    assert is_repeated(asked, ("Ben", "Hm."), *rest)


def test_without_labels_nobody_knows_who_answers() -> None:
    assert not is_repeated(*an_interview(answerers=(None, None)))


def test_who_is_asked_is_known_by_the_names_as_they_are_now() -> None:
    first, again = "Was it Okonedo who dug the culvert?", "Did Okonedo ever see the culvert?"
    turns = an_interview(first, again, answers=(TOLD, OTHER), between=about("What about the {}?", TOPICS[:4]))
    before = a_transcript(*turns)
    after = apply(before, RenameSpeaker("Host", "Okonedo", ("1",)))
    assert found_by_a_checker(before, after) == [1, 0]


def test_a_question_weighs_more_when_others_that_name_its_subject_are_gone() -> None:
    others = [
        ("Host", "Which ringers were at the culvert first?"),
        ("Mara", "Nobody wrote that down, and those who could tell us are all gone by now."),
        ("Host", "Were any ringers at the culvert when it rained?"),
        ("Mara", "One of them was ill and another one had married that very day in the hills."),
    ]
    first, again = "Did the ringers hear the culvert?", "And the culvert? And what of the ringers?"
    between = [*about("What about the {}?", TOPICS[:4]), *others]
    before = a_transcript(*an_interview(first, again, answers=(TOLD, OTHER), between=between))
    after = apply(before, SetText("11", others[0][1], "Tell me about it."))
    after = apply(after, SetText("13", others[2][1], "Tell me about it."))
    assert found_by_a_checker(before, after) == [2, 1]


def found_by_a_checker(before: Transcript, after: Transcript) -> list[int]:
    """How many are found before and after an edit, by one that has seen both; as by one that has not."""
    checker, looked_for = Checker(), (RepeatedQuestion(),)
    told = [checker.check(transcript, looked_for) for transcript in (before, after)]
    assert told == [check(transcript, looked_for) for transcript in (before, after)]
    return [len(each) for each in told]


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
        between: list[Said] = [said for asked in questions for said in (("Host", asked), ("Mara", answer))]
        turns = an_interview(between=between)
        book.follow([str(n + 1) for n in range(len(turns))], Analysis(a_transcript(*turns)).structure)
        told.append(len(book.again([])))
    assert told == [0, 1, 0]
