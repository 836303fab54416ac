import pytest

from interviews.detectors.questions import RepeatedQuestion
from interviews.detectors.shape.senses import senses, stem
from tests.builders import a_transcript, found, settled, texts

ANSWERS = [
    "It took us eleven years and two mayors, and in the end it was the baker who made them sign.",
    "Most of them walked, because the tram went only as far as the gasworks in those days.",
    "We sold what we could and gave the rest to the people who had come from the other bank.",
    "There was a clerk who wrote everything down in green ink, and we have his books to this day.",
]


def interview(first: str, second: str, *, other: str = "Guest") -> list[tuple[str, str]]:
    return [
        ("Host", first),
        ("Guest", ANSWERS[0]),
        ("Host", "Where did the workers live?"),
        ("Guest", ANSWERS[1]),
        ("Host", second),
        (other, ANSWERS[2]),
    ]


SAME = [
    (
        "What was the hardest part of building the Millbrook tunnel?",
        "Which obstacles gave you most trouble with the Millbrook tunnel?",
    ),
    (
        "How did the public react to the Ashdown report?",
        "What was the reception of the Ashdown report like among ordinary people?",
    ),
    (
        "What advice would you give to young potters?",
        "What would you recommend to somebody young, to new potters?",
    ),
    (
        "How might the new ferry change life on the Skerries?",
        "What do you think are the consequences of the ferry for life on the Skerries?",
    ),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_a_question_asked_again_in_other_words_is_found(first: str, second: str) -> None:
    (finding,) = found(RepeatedQuestion(), a_transcript(*interview(first, second)))
    assert finding.passages[0].turn == "5"
    assert finding.related[0].turn == "1"
    assert finding.title == "Turn 1 and turn 5 ask the same thing"


WORDS = "Does the weir still hold the water back?", "That weir of yours, is there water that it holds?"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("And who came up with the name?", "Let me ask you this. Who came up with the name?"),
        ("How do you document all of that?", "Right. How do you document all of that?"),
        ("Ada, who came up with the name?", "Who came up with the name, Ada?"),
        WORDS,
    ],
)
def test_the_same_words_again_are_found(first: str, second: str) -> None:
    assert repeats(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("How does that work?", "How does that work?"),  # about whatever was said before
        ("Do you have any thoughts on that, Ada?", "Ada, do you have any thoughts on that?"),
        ("What is open on Sunday?", "Is the lock ever open, and to whom?"),
        ("Where is the lock, Ada?", "Ada, what is a lock?"),
        # In passing only: each of the turns says more.
        (
            "I was up there with my father when they opened it and it rained all day long on the mayor. "
            + WORDS[0],
            WORDS[1],
        ),
    ],
)
def test_words_that_say_nothing_by_themselves_are_no_question_asked_again(first: str, second: str) -> None:
    assert not repeats(first, second)


def test_words_alone_are_less_sure_than_a_sense() -> None:
    def sure(first: str, second: str) -> float:
        (finding,) = found(RepeatedQuestion(), a_transcript(*interview(first, second)))
        return finding.confidence

    words = sure(*WORDS)
    assert words < sure(*SAME[0])
    assert sure("Who came up with the name?", "So who came up with the name?") > words


def test_both_answers_can_stand_under_the_first_question() -> None:
    transcript = a_transcript(*interview(*SAME[0]))
    (finding,) = found(RepeatedQuestion(), transcript)
    assert finding.fixes[0].label == "Keep both answers under turn 1"
    assert texts(settled(transcript, finding)) == [
        SAME[0][0],
        ANSWERS[0],
        ANSWERS[2],
        "Where did the workers live?",
        ANSWERS[1],
    ]


def test_an_answer_of_several_turns_moves_as_a_whole() -> None:
    turns = [*interview(*SAME[0]), ("Host", "Really."), ("Guest", ANSWERS[3])]
    transcript = a_transcript(*turns)
    (finding,) = found(RepeatedQuestion(), transcript)
    assert texts(settled(transcript, finding))[:5] == [
        SAME[0][0],
        ANSWERS[0],
        ANSWERS[2],
        "Really.",
        ANSWERS[3],
    ]


def test_or_the_second_exchange_goes() -> None:
    transcript = a_transcript(*interview(*SAME[0]))
    (finding,) = found(RepeatedQuestion(), transcript)
    assert texts(settled(transcript, finding, 1)) == [text for _, text in interview(*SAME[0])[:4]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Who uses the Millbrook tunnel in summer?", "Who uses the Millbrook tunnel in winter?"),
        ("How was the Millbrook tunnel built?", "How was the Millbrook tunnel paid for?"),
        ("What was hardest about the Millbrook tunnel?", "What was hardest about the Ashdown bridge?"),
        ("What do you think?", "And what do you think about that?"),
        ("It was hard to build the tunnel, right?", "And the tunnel was a hard thing to build, right?"),
    ],
    ids=["another season", "another side", "another subject", "no subject", "asking for a nod"],
)
def test_similar_questions_are_left_alone(first: str, second: str) -> None:
    assert not found(RepeatedQuestion(), a_transcript(*interview(first, second)))


def test_the_same_question_to_another_guest_is_left_alone() -> None:
    assert not found(RepeatedQuestion(), a_transcript(*interview(*SAME[0], other="Second guest")))


def test_a_question_made_clearer_at_once_is_left_alone() -> None:
    turns = [
        ("Host", SAME[0][0]),
        ("Guest", "Sorry, which one?"),
        ("Host", SAME[0][1]),
        ("Guest", ANSWERS[0]),
    ]
    assert not found(RepeatedQuestion(), a_transcript(*turns))


def test_a_question_that_was_not_answered_may_be_asked_again() -> None:
    turns = interview(*SAME[0])
    turns[1] = ("Guest", "Let me come back to that.")
    assert not found(RepeatedQuestion(), a_transcript(*turns))


@pytest.mark.parametrize(
    ("one", "two"), [("hardest", "obstacles"), ("reacted", "reception"), ("hiring", "recruits")]
)
def test_words_that_ask_for_the_same_share_a_sense(one: str, two: str) -> None:
    assert senses((stem(one),)) & senses((stem(two),))


def test_a_stem_keeps_four_letters() -> None:
    assert stem("questions") == stem("question")
    assert stem("bees") == "bees"


FACTS = [
    "Forty thousand, give or take, and a hedge that my grandfather laid in his best years.",
    "Around forty thousand pounds, plus a hedge that had been ours for three generations.",
]


def told_twice(first: str, second: str) -> list[tuple[str, str]]:
    turns = interview(first, second)
    turns[1], turns[5] = ("Guest", FACTS[0]), ("Guest", FACTS[1])
    return turns


def test_a_question_in_other_words_that_gets_the_same_facts_is_found() -> None:
    turns = told_twice("What did the flood cost you?", "Can you put a figure on last winter?")
    assert len(found(RepeatedQuestion(), a_transcript(*turns))) == 1


def test_the_same_facts_under_questions_with_nothing_in_common_are_no_repeat() -> None:
    turns = told_twice("Who laid the hedges here?", "Can you put a figure on last winter?")
    assert not found(RepeatedQuestion(), a_transcript(*turns))


def test_the_same_facts_told_to_another_are_no_repeat() -> None:
    turns = told_twice("What did the flood cost you?", "Can you put a figure on last winter?")
    turns[4] = ("Caller", turns[4][1])
    assert not found(RepeatedQuestion(), a_transcript(*turns))


def test_a_question_asked_in_passing_needs_more_in_common() -> None:
    first, second = SAME[0]
    walk = "I walked there yesterday, all the way from the old mill, and it rained on me until I turned back."
    assert found(RepeatedQuestion(), a_transcript(*interview(first, second)))
    passing = a_transcript(*interview(first, f"{walk} {second} {walk}"))
    assert found(RepeatedQuestion(in_passing=0.6), passing)
    assert not found(RepeatedQuestion(in_passing=0.7), passing)


TUNNEL = "In Millbrook we hired forty masons, two clerks and a parson, and the parson laid the first stone."


def asked_twice(answer: str, again: str, *, first: str = "Who built the tunnel?") -> bool:
    turns = [
        ("Host", first),
        ("Guest", answer),
        *interview("Where did it lead?", "When was that?")[2:],
        ("Host", "And which people put the tunnel there?"),
        ("Guest", again),
    ]
    return bool(found(RepeatedQuestion(), a_transcript(*turns)))


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        ("Forty masons of Millbrook, with a parson and two clerks, and I knew some of them.", True),
        ("Some forty people, with a priest, and I knew many of them rather well, even years on.", False),
        ("Forty masons, a parson.", False),
        (TUNNEL, False),
    ],
)
def test_an_answer_tells_the_same_in_several_facts_and_other_words(again: str, expected: bool) -> None:
    assert asked_twice(TUNNEL, again) is expected


def test_an_answer_begins_within_two_turns_and_has_eight_words() -> None:
    again = "Forty masons of Millbrook, with a parson and two clerks, and I knew some of them."
    asked = ("Host", "And which people put the tunnel there?")
    between = interview("Where did it lead?", "When was that?")[2:]

    def repeats(*last: tuple[str, str]) -> bool:
        turns = [("Host", "Who built the tunnel?"), ("Guest", TUNNEL), *between, asked, *last]
        return bool(found(RepeatedQuestion(), a_transcript(*turns)))

    assert repeats(("Host", "If you know."), ("Guest", again))
    assert not repeats(("Host", "If you know."), ("Host", "If you do."), ("Guest", again))
    assert not repeats(("Cy", again))
    assert not repeats(("Guest", "Forty masons, a parson, two clerks, Millbrook."))
    assert repeats(("Guest", "Forty masons, a parson, two clerks, from Millbrook."))


def repeats(first: str, second: str, **thresholds: float) -> bool:
    detector = RepeatedQuestion(**thresholds)  # type: ignore[arg-type]
    return bool(found(detector, a_transcript(*interview(first, second))))


def coverage(first: str, second: str) -> float:
    """How much of what is asked is the same, as the card tells it."""
    (finding,) = found(
        RepeatedQuestion(covered=0.01, verbal=0.01, in_passing=0.0), a_transcript(*interview(first, second))
    )
    told = finding.evidence[0].split()[0]
    return 1.0 if told == "All" else int(told) / 100


def test_just_as_much_as_is_needed_is_enough() -> None:
    first, second = "Was the Millbrook tunnel hard?", "So was the Millbrook tunnel hard?"
    assert coverage(first, second) == 1.0
    assert repeats(first, second, covered=1.0, verbal=1.0)
    assert not repeats(first, second, covered=1.01, verbal=1.01)


def test_the_same_turn_again_is_a_copy_and_no_question_asked_again() -> None:
    question = "What was the hardest part of building the Millbrook tunnel, and who told you about it?"
    assert not repeats(question, question)
    turns = told_twice(question, question)
    assert not found(RepeatedQuestion(), a_transcript(*turns))


def test_a_question_is_asked_again_four_turns_later() -> None:
    first, second = SAME[0]
    near = [("Host", first), ("Guest", ANSWERS[0]), ("Host", second), ("Guest", ANSWERS[2])]
    assert not found(RepeatedQuestion(), a_transcript(*near))
    assert found(RepeatedQuestion(apart=2), a_transcript(*near))
    assert found(RepeatedQuestion(apart=4), a_transcript(*interview(first, second)))
    assert not found(RepeatedQuestion(apart=5), a_transcript(*interview(first, second)))


def test_the_same_facts_at_once_are_no_repeat() -> None:
    turns = told_twice("What did the flood cost you?", "Can you put a figure on last winter?")
    assert found(RepeatedQuestion(), a_transcript(*turns))
    assert not found(RepeatedQuestion(), a_transcript(*turns[:2], *turns[4:]))


def test_thanks_of_whoever_asked_stay_at_the_end_and_no_answer_takes_them_along() -> None:
    leave = [("Host", "Thank you very much."), ("Guest", "Thank you."), ("Host", "Thank you, Ada Field.")]
    transcript = a_transcript(*interview(*SAME[0]), *leave)
    (finding,) = found(RepeatedQuestion(), transcript)
    after = texts(settled(transcript, finding))
    assert after[:3] == [SAME[0][0], ANSWERS[0], ANSWERS[2]]
    assert after[-3:] == [text for _, text in leave]
    assert "Thank you." in texts(settled(transcript, finding, 1))


def test_a_question_that_is_asked_in_full_again_is_said_so_in_words() -> None:
    (finding,) = found(
        RepeatedQuestion(),
        a_transcript(*interview("Who came up with the name?", "So who came up with the name?")),
    )
    assert finding.evidence == ("All of what is asked is the same, in the same or in other words.",)


def test_an_answer_that_counts_has_twelve_words() -> None:
    def answered(words: int) -> bool:
        turns = interview(*SAME[0])
        turns[5] = ("Guest", " ".join(f"stone{number}" for number in range(words)))
        return bool(found(RepeatedQuestion(), a_transcript(*turns)))

    assert answered(12)
    assert not answered(11)


def test_an_answer_that_moves_has_six_turns_and_ends_where_leave_is_taken() -> None:
    def moved(*more: tuple[str | None, str]) -> int:
        (finding,) = found(RepeatedQuestion(), a_transcript(*interview(*SAME[0]), *more))
        return len(finding.fixes[0].edits) - 1

    said = [("Guest", f"There were {number} of them.") for number in range(9)]
    assert moved() == 1
    assert moved(*said[:5]) == 6
    assert moved(*said) == 6
    assert moved(said[0], ("Host", "Who were they?"), said[1]) == 2
    assert moved(said[0], ("Host", "So they were."), said[1]) == 4
    assert moved(said[0], ("Guest", "Thank you for your time. Goodbye."), said[1]) == 2
    assert moved(said[0], (None, "and so on."), said[1]) == 2


def test_of_two_frames_with_different_things_each_names_its_own() -> None:
    assert not repeats("Who paid for the tunnel in Millbrook?", "Who paid for the tunnel in Ashdown?")
    assert repeats("Who paid for the tunnel in Millbrook?", "So who paid for the tunnel in Millbrook then?")


def test_a_question_in_a_turn_that_says_more_is_shown_alone_and_moves_nothing() -> None:
    walk = "I walked there yesterday, all the way from the old mill, and it rained on me until I turned back."
    first, second = SAME[0]
    transcript = a_transcript(*interview(first, f"{walk} {walk} {second}"))
    (finding,) = found(RepeatedQuestion(in_passing=0.0), transcript)
    assert transcript.words(finding.passages[0]) == second
    assert finding.fixes == ()
