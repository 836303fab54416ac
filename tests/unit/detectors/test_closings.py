import pytest

from interviews.detectors.closings import RepeatedClosing
from interviews.detectors.kinds import Severity
from interviews.detectors.shape.acts import closing_acts, weight_of
from interviews.text.words import words
from tests.builders import a_transcript, found, settled, texts

OPENING = [
    ("Host", "Good evening, Ines, and thank you for coming. How did you come to bees?"),
    (
        "Ines",
        "My grandmother kept four hives behind the house, and I was the only one who was not afraid of them.",
    ),
    ("Host", "What does a hive need in winter?"),
    ("Ines", "Mostly to be left in peace, with enough honey of its own and a dry roof above it."),
    ("Host", "And what kills a hive?"),
    ("Ines", "Damp kills more than cold, and the mite kills more than both of them together, I am afraid."),
]
GOING_ON = [
    ("Host", "How do you harvest the honey?"),
    ("Ines", "We take the frames out on a warm afternoon, brush the bees off and spin them in the shed."),
]


def closed_twice(first: str, second: str) -> list[tuple[str, str]]:
    return [*OPENING, ("Host", first), *GOING_ON, ("Host", second), ("Ines", "Goodbye.")]


@pytest.mark.parametrize(
    ("first", "second", "weight"),
    [
        (
            "Thank you for your time, Ines. We will follow your bees.",
            "Thank you for your time, Ines. May they all thrive.",
            Severity.ERROR,
        ),
        (
            "That brings us to the end of our hour, Ines.",
            "That brings us to the end of our hour, Ines.",
            Severity.ERROR,
        ),
        (
            "It has been a pleasure talking with you, Ines. Safe travels.",
            "And with that our time is up. See you next week, everyone.",
            Severity.WARNING,
        ),
        (
            "That's all we have time for tonight. Good luck with the new hives.",
            "Let's leave it there. Take care, Ines.",
            Severity.WARNING,
        ),
    ],
    ids=["same thanks", "verbatim", "no thanks", "other words"],
)
def test_an_interview_that_closes_goes_on_and_closes_again(first: str, second: str, weight: Severity) -> None:
    transcript = a_transcript(*closed_twice(first, second))
    (finding,) = found(RepeatedClosing(), transcript)
    assert finding.passages[0].turn == "10"
    assert finding.related[0].turn == "7"
    assert finding.title == "The interview closes twice, at turns 7 and 10"
    assert finding.weight is weight
    after = settled(transcript, finding)
    assert texts(after)[6] == GOING_ON[0][1]
    assert not found(RepeatedClosing(), after)


def test_the_guests_reply_goes_with_the_first_closing() -> None:
    turns = closed_twice(
        "Thank you for your time, Ines. Goodbye.", "Thank you for your time, Ines. Good night."
    )
    turns.insert(7, ("Ines", "Thank you for having me."))
    transcript = a_transcript(*turns)
    (finding,) = found(RepeatedClosing(), transcript)
    assert "and the reply" in finding.fixes[0].label
    assert "Thank you for having me." not in texts(settled(transcript, finding))


@pytest.mark.parametrize(
    "first",
    [
        "Thank you, that is very clear.",
        "Thanks for bringing that up.",
        "We will be right back after the break, bye for now.",
    ],
)
def test_thanks_in_the_middle_and_breaks_close_nothing(first: str) -> None:
    turns = closed_twice(first, "That's all we have time for. Take care, Ines.")
    assert not found(RepeatedClosing(), a_transcript(*turns))


def test_thanks_at_the_start_are_for_the_invitation() -> None:
    turns = [
        OPENING[0],
        ("Ines", "Thank you for having me."),
        *OPENING[2:],
        *GOING_ON,
        ("Host", "That's all we have time for. Thank you for joining us, Ines."),
        ("Ines", "Thank you for having me."),
    ]
    assert not found(RepeatedClosing(), a_transcript(*turns))


def test_leave_taken_over_several_turns_is_one_closing() -> None:
    turns = [
        *OPENING,
        *GOING_ON,
        ("Host", "Thank you for your time, Ines. It has been a pleasure."),
        ("Ines", "Thank you for having me."),
        ("Host", "That's our show. Until next week, goodbye."),
        ("Ines", "Goodbye, everyone."),
    ]
    assert not found(RepeatedClosing(), a_transcript(*turns))


def test_a_guest_who_leaves_early_is_thanked_once() -> None:
    turns = [
        *OPENING,
        ("Host", "Ines, thank you so much for joining us. Safe travels."),
        ("Host", "My second guest builds violins. Karl, what wood do you use?"),
        ("Karl", "Spruce for the top and maple for the back, dried for at least ten years in the loft."),
        ("Host", "And the varnish, is it true what they say about it?"),
        ("Karl", "Half of what they say is true, and the other half keeps the price of violins up."),
        ("Host", "That's all we have time for tonight, Karl. Goodbye."),
    ]
    assert not found(RepeatedClosing(), a_transcript(*turns))


def test_other_languages_are_left_alone() -> None:
    turns = closed_twice("Thank you for your time, Ines.", "Thank you for your time, Ines.")
    assert not found(RepeatedClosing(), a_transcript(*turns, language="de"))


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("We are out of time.", True),
        ("Until next time, take care.", True),
        ("It's been an honour having you, Doctor.", True),
        ("Thanks so much for taking the time to speak to us.", True),
        ("Well, we'll leave it there for today.", True),
        ("We'd love to have you back. All the best.", True),
        ("Thanks.", False),
        ("I ran out of sugar.", False),
        ("It was a pleasure boat.", False),
        ("He said goodbye of sorts, and that was all we knew about him.", False),
        ("See you have to know the river.", False),
    ],
)
def test_what_sounds_like_an_end(said: str, ends: bool) -> None:
    acts = closing_acts([word.folded for word in words(said)])
    assert (weight_of(acts) >= 2) is ends


def wished_well(first: str) -> list[tuple[str, str]]:
    end = [("Host", "We must leave it there, Ines."), ("Ines", "Goodbye.")]
    return [*OPENING, ("Host", first), ("Ines", "You are very kind."), *GOING_ON, *end]


def test_a_host_who_always_asks_and_then_wishes_well_has_closed() -> None:
    (finding,) = found(RepeatedClosing(), a_transcript(*wished_well("Good luck with the hives, Ines.")))
    assert finding.weight is Severity.WARNING
    assert finding.related[0].turn == "7"


def test_a_wish_that_ends_in_a_question_closes_nothing() -> None:
    turns = wished_well("Good luck with that. And the queen?")
    assert not found(RepeatedClosing(), a_transcript(*turns))


def test_what_a_recogniser_invented_in_the_middle_closes_nothing() -> None:
    said = (
        "Ines",
        "We go up to the heather in August, thirty hives on one lorry, and come down with the frost.",
    )
    more = [("Host", "Who taught you to drive the lorry?"), said, ("Host", "And the way down?"), said]
    end = [("Host", "We must leave it there, Ines. Thank you for coming."), ("Ines", "Goodbye.")]
    turns = [*OPENING, ("Host", "Thanks for watching."), *GOING_ON, *more, *end]
    assert not found(RepeatedClosing(), a_transcript(*turns))


@pytest.mark.parametrize(
    "said",
    [
        "I must let you get back to your bees. Mind the step.",
        "Well, I had better catch the ferry before it goes.",
        "You have a train to catch, so drive carefully.",
        "I have got to run.",
    ],
)
def test_who_has_to_go_takes_leave(said: str) -> None:
    assert weight_of(closing_acts([word.folded for word in words(said)])) >= 2


@pytest.mark.parametrize(
    "said",
    [
        "One had to catch the train at six in those days, or walk.",
        "You should run a hive for a year before you buy another one.",
        "They have to go down to the river for water.",
        "Mind the bees, I said to him.",
    ],
)
def test_having_to_go_somewhere_is_no_leave(said: str) -> None:
    assert weight_of(closing_acts([word.folded for word in words(said)])) < 2


def test_an_interview_that_ends_with_a_boat_to_catch_ends_twice() -> None:
    first = "I shall let you get back to your soup, Ines. Mind the step on the way down."
    second = "Well, there we are. I had better catch that boat before it goes without me."
    (finding,) = found(RepeatedClosing(), a_transcript(*closed_twice(first, second)))
    assert finding.passages[0].turn == "10"


def test_a_closing_tells_what_both_do_once_each() -> None:
    first = "Thank you for coming, Ines. It was a pleasure to talk to you. Goodbye."
    (finding,) = found(RepeatedClosing(), a_transcript(*closed_twice(first, f"Well. {first}")))
    assert finding.evidence == (
        "Each of them thanks somebody for coming, says what a pleasure it was and takes leave.",
    )
    assert finding.severity is None
    (finding,) = found(RepeatedClosing(), a_transcript(*closed_twice("Thank you for coming, Ines.", first)))
    assert finding.evidence == ("Each of them thanks somebody for coming.",)


def test_closings_that_share_an_act_and_no_word_only_warn() -> None:
    second = "I had better catch that boat before it goes without me."
    (finding,) = found(
        RepeatedClosing(), a_transcript(*closed_twice("Goodbye, Ines, and good luck.", second))
    )
    assert finding.severity is Severity.WARNING


def test_thanks_for_coming_count_once_and_a_wish_alone_is_not_enough() -> None:
    def weight(said: str) -> int:
        return weight_of(closing_acts([word.folded for word in words(said)]))

    assert weight("Thank you for coming.") == 2
    assert weight("Thank you.") == 1
    assert weight("Good luck with it.") == 1
    assert weight("Good luck, and thank you.") == 2
    assert weight("Thank you for coming, and good luck.") == 3
    assert weight(f"Thank you for coming. {'We saw it. ' * 18}") == 2
    assert weight(f"Thank you for coming. {'We saw it. ' * 19}") == 0
    assert weight("We saw it.") == 0


FAREWELL = "Thank you for your time, Ines. Goodbye."


def closes_twice(*turns: tuple[str, str]) -> bool:
    return bool(found(RepeatedClosing(), a_transcript(*turns)))


def test_something_must_be_asked_and_answered_between_two_closings() -> None:
    end = ("Host", FAREWELL)
    assert closes_twice(*OPENING, end, *GOING_ON, end)
    assert not closes_twice(*OPENING, end, ("Ines", "Goodbye."), end)
    assert not closes_twice(
        *OPENING, end, ("Ines", "Well, well."), ("Host", "So it is."), ("Ines", "Yes."), end
    )


def test_alike_closings_are_one_person_s_or_the_interviewers() -> None:
    second = ("Host", FAREWELL)
    assert closes_twice(*OPENING, ("Ines", FAREWELL), *GOING_ON, ("Ines", FAREWELL))
    assert not closes_twice(*OPENING, ("Ines", FAREWELL), *GOING_ON, second)


def test_a_goodbye_that_asks_or_greets_is_none() -> None:
    second = ("Host", FAREWELL)
    assert not closes_twice(*OPENING, ("Host", f"{FAREWELL[:-1]}?"), *GOING_ON, second)
    assert not closes_twice(*OPENING, ("Host", f"Welcome. {FAREWELL}"), *GOING_ON, second)


def test_a_last_closing_stands_near_the_end() -> None:
    first, second = (
        ("Host", "Goodbye, Ines, and good luck."),
        ("Host", "That's all we have time for. Take care."),
    )
    assert closes_twice(*OPENING, first, *GOING_ON, second, *GOING_ON * 3)
    assert not closes_twice(*OPENING, first, *GOING_ON, second, *GOING_ON * 4)


def test_a_long_speech_with_a_goodbye_in_it_closes_nothing_by_its_acts_alone() -> None:
    second = ("Host", "That's all we have time for. Take care.")
    speech = "We had it all there once, and nobody thought of it. " * 5
    assert closes_twice(
        *OPENING, ("Host", f"{speech[:156]} Good luck, Ines, from our listeners."), *GOING_ON, second
    )
    assert not closes_twice(
        *OPENING, ("Host", f"{speech}{speech} Good luck, Ines, from our listeners."), *GOING_ON, second
    )


@pytest.mark.parametrize(
    ("wish", "reply", "closes"),
    [
        ("Good luck with the hives, Ines.", "That is kind of you to say.", True),
        ("Good luck with the hives, Ines.", "Do you mean it?", False),
        ("Good luck with the hives, Ines.", f"That is kind. {'We need it. ' * 10}", False),
        ("A good harvest to you, Ines.", "That is kind of you to say.", False),
    ],
)
def test_who_always_asks_and_once_wishes_well_closes(wish: str, reply: str, closes: bool) -> None:
    turns = [*OPENING, ("Host", wish), ("Ines", reply), *GOING_ON, ("Host", FAREWELL)]
    assert closes_twice(*turns) is closes


def test_a_block_that_holds_a_closing_is_told_as_a_block() -> None:
    block = [*GOING_ON, ("Host", FAREWELL)]
    between = [
        ("Host", "And in autumn?"),
        ("Ines", "In autumn we feed them what we took, with sugar in its place."),
    ]
    assert not closes_twice(*OPENING, *block, *between, *block)
