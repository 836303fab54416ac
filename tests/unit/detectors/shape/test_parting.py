"""Two take leave of each other in two short turns, and talk on."""

from __future__ import annotations

import pytest

from interviews.detectors.closings import RepeatedClosing
from tests.builders import a_transcript, found, settled, texts
from tests.unit.detectors.shape.test_leave_taking import TALK, Said

ON: list[Said] = [
    ("Host", "I have often walked past it and thought that it must be older than the bridge there."),
    ("Mara", "Trout live in the pool, a pair of otters, and a heron that has been there as long as I have."),
    ("Host", "I saw him."),
    ("Mara", "Then you know him."),
]
END: Said = ("Host", "Thank you for coming all this way, Mara.")
LEAVE: list[Said] = [("Host", "Take it easy."), ("Mara", "Likewise, and thanks.")]


def closes_twice(*turns: Said, language: str = "en") -> bool:
    return bool(found(RepeatedClosing(), a_transcript(*turns, language=language)))


@pytest.mark.parametrize(
    ("leaves", "answers"),
    [
        ("Take it easy, my friend.", "Likewise."),
        ("With that I hand you back to the studio.", "It was good to be here."),
        ("Auf Wiedersehen, as they say.", "Happy holidays!"),
        ("The news is next, so we must part here.", "It's been great."),
        ("So ends our little walk.", "My pleasure, thanks."),
        ("They are switching off the lights on us.", "Goodnight, then."),
    ],
)
def test_whatever_the_words_both_are_heard_again(leaves: str, answers: str) -> None:
    assert closes_twice(*TALK, ("Host", leaves), ("Mara", answers), *ON, END)


def test_the_first_leave_is_set_aside_with_its_answer() -> None:
    transcript = a_transcript(*TALK, *LEAVE, *ON, END)
    (finding,) = found(RepeatedClosing(), transcript)
    assert 0.8 <= finding.confidence < 1
    assert finding.fixes[0].label == "Remove the first closing, turn 7 and the reply"
    assert texts(settled(transcript, finding)) == [text for _, text in (*TALK, *ON, END)]


def test_a_guest_who_left_is_heard_no_more() -> None:
    on = [(name and name.replace("Mara", "Ben"), text) for name, text in ON]
    assert not closes_twice(*TALK, ("Host", "Take it easy, Mara."), ("Mara", "Likewise."), *on, END)


def test_before_a_break_nobody_leaves() -> None:
    pause = ("Host", "Stay well, we are right back after a break.")
    assert not closes_twice(*TALK, pause, ("Mara", "Goodbye so far."), *ON, END)


def test_one_who_leaves_without_an_answer_leaves_less_plainly() -> None:
    assert not closes_twice(*TALK, ("Host", "Likewise, I must say."), *ON, END)


def test_both_are_heard_with_more_than_a_word() -> None:
    twelve = "There are some trout, two otters and one heron in the pool."
    assert closes_twice(*TALK, *LEAVE, ON[0], ("Mara", twelve), *ON[2:], END)
    assert not closes_twice(
        *TALK, *LEAVE, ON[0], ("Mara", "Trout live there."), ("Host", ON[1][1]), ON[3], END
    )


def test_what_they_say_in_leaving_does_not_count_as_heard() -> None:
    leaves = "So the long walk along the river is over for us now, take it easy."
    answers = "I walk home along the river now and think of that, likewise, thanks."
    talk: list[Said] = [*TALK, ("Host", leaves), ("Mara", answers)]
    assert closes_twice(*talk, *ON, END)
    assert not closes_twice(*talk, ON[0], ("Mara", "Trout live there."), ("Host", ON[1][1]), ON[3], END)


def test_nobody_answers_their_own_leave() -> None:
    assert not closes_twice(*TALK, LEAVE[0], ("Host", LEAVE[1][1]), *ON, END)


def test_without_names_nobody_knows_who_leaves() -> None:
    assert not closes_twice(*((None, text) for _, text in (*TALK, *LEAVE, *ON, END)))


@pytest.mark.parametrize(
    ("place", "words", "is_leave"), [(0, 30, True), (0, 31, False), (1, 20, True), (1, 21, False)]
)
def test_a_long_turn_is_no_leave(place: int, words: int, is_leave: bool) -> None:
    name, text = LEAVE[place]
    long = ["on"] * (words - len(text.split())) + [text]
    leave = [(name, " ".join(long)) if number == place else said for number, said in enumerate(LEAVE)]
    assert closes_twice(*TALK, *leave, *ON, END) is is_leave


@pytest.mark.parametrize(("turns", "is_again"), [(28, True), (29, False)])
def test_an_interview_that_was_continued_ends_again_shortly(turns: int, is_again: bool) -> None:
    talk = [*TALK, *((name, text.replace("the", "some")) for name, text in TALK)]
    short = [(ON[number % 2][0], f"That is heron {number}.") for number in range(turns - 2)]
    assert closes_twice(*talk, *LEAVE, *ON[:2], *short, END) is is_again


def test_thanks_in_the_middle_and_an_answer_to_them_end_nothing() -> None:
    assert not closes_twice(*TALK, ("Host", "Thank you, that is kind."), ("Mara", "Thanks."), *ON, END)


def test_where_nothing_ends_again_the_leave_is_the_end() -> None:
    assert not closes_twice(*TALK, ("Host", "Take it easy."), ("Mara", "Likewise, thanks."), *ON)


THANKS: list[Said] = [("Host", "Thanks, Mara, really."), ("Mara", "Well, thanks to you.")]


@pytest.mark.parametrize(
    ("end", "turn"),
    [
        ([END], 13),
        ([END, ("Mara", "Nothing to add.")], 13),
        (THANKS, 13),
        ([("Mara", "Thanks, all of you."), END], 14),
        ([*THANKS, ("Host", "Then you know all.")], None),
        ([THANKS[0]], None),
    ],
    ids=["plainly", "not the last", "several together", "behind thanks", "thanks and more", "thanks alone"],
)
def test_what_ends_the_interview_again(end: list[Said], turn: int | None) -> None:
    findings = found(RepeatedClosing(), a_transcript(*TALK, *LEAVE, *ON, *end))
    told = [f"The interview closes twice, at turns 7 and {turn}"] if turn else []
    assert [finding.title for finding in findings] == told


def test_in_german_too() -> None:
    on: list[Said] = [
        ("Anna", "Ich bin oft daran vorbeigegangen und dachte, es müsse älter sein als die Brücke dort."),
        ("Jan", "Im Becken leben Forellen, zwei Otter und ein Reiher, der so lange da ist wie ich selber."),
        ("Anna", "Den kenne ich."),
        ("Jan", "Den kennt hier jeder."),
    ]
    talk = [("Anna" if name == "Host" else "Jan", text) for name, text in TALK]
    leave: list[Said] = [("Anna", "Auf Wiedersehen, und danke."), ("Jan", "Tschüss, danke auch.")]
    end: Said = ("Anna", "Herr Weber, vielen Dank für das Gespräch.")
    assert closes_twice(*talk, *leave, *on, end, language="de")


def test_one_host_closes_and_the_other_asks_on_and_closes() -> None:
    close: Said = ("Ada", "That's all from us. Thanks for listening, everybody.")
    on: list[Said] = [("Host", "What lives in the pool?"), ON[1]]
    assert closes_twice(*TALK, close, *on, ("Host", "That concludes our talk. Goodbye."))
    assert not closes_twice(*TALK, close, ON[1], ("Host", "That concludes our talk. Goodbye."))


def test_without_names_a_question_may_be_answered_in_one_paragraph() -> None:
    talk: list[Said] = [(None, text) for _, text in TALK]
    close: Said = (None, "Thanks so much for listening and catch you next time.")
    on: Said = (
        None,
        "Who else should we ask? There is a miller down the river who knows far more than I do.",
    )
    end: Said = (None, "That was all for today. Tell a friend, and until next time.")
    assert closes_twice(*talk, close, on, end)
    assert not closes_twice(*talk, close, (None, "There is a miller down the river."), end)
