"""Two take leave of each other in two short turns, and talk on."""

from __future__ import annotations

import pytest

from interviews.detectors.closings import RepeatedClosing
from tests.builders import a_transcript, found, settled, texts

Said = tuple[str | None, str]

TALK: list[Said] = [
    ("Host", "Who built the weir?"),
    ("Mara", "The millers did, three families of them, and they paid for it in flour for twenty years."),
    ("Host", "And who owns it now?"),
    ("Mara", "Nobody can say, since the papers went down the river with the town hall in the flood."),
    ("Host", "Does it still hold?"),
    ("Mara", "It holds as long as the willows hold, and they are older than anybody who looks after them."),
]
ON: list[Said] = [
    ("Host", "I have often walked past it and thought that it must be older than the bridge there."),
    ("Mara", "Trout live in the pool, a pair of otters, and a heron that has been there as long as I have."),
    ("Host", "I saw him."),
    ("Mara", "Then you know him."),
]
END: Said = ("Host", "Thank you for coming all this way, Mara.")


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
    transcript = a_transcript(*TALK, ("Host", "Take it easy."), ("Mara", "Likewise, and thanks."), *ON, END)
    (finding,) = found(RepeatedClosing(), transcript)
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


def test_a_long_turn_is_no_leave() -> None:
    long = f"{TALK[1][1]} {TALK[3][1]} Take it easy."
    assert not closes_twice(*TALK[:2], ("Host", long), ("Mara", "Likewise."), *ON, END)


def test_thanks_in_the_middle_and_an_answer_to_them_end_nothing() -> None:
    assert not closes_twice(*TALK, ("Host", "Thank you, that is kind."), ("Mara", "Thanks."), *ON, END)


def test_where_nothing_ends_again_the_leave_is_the_end() -> None:
    assert not closes_twice(*TALK, ("Host", "Take it easy."), ("Mara", "Likewise, thanks."), *ON)


def test_they_thank_each_other_in_the_last_turns() -> None:
    thanks: list[Said] = [("Host", "Thanks, Mara, really."), ("Mara", "Well, thanks to you.")]
    assert closes_twice(*TALK, ("Host", "Take it easy."), ("Mara", "Likewise, thanks."), *ON, *thanks)


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
