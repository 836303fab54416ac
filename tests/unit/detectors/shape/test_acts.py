"""People end interviews in many ways, and most of them do not thank."""

from __future__ import annotations

import pytest

from interviews.detectors.shape.acts import ENOUGH, Act, closing_acts, weight_of
from interviews.text.words import words


def _weight(text: str) -> int:
    return weight_of(closing_acts([word.folded for word in words(text)]))


@pytest.mark.parametrize(
    "text",
    [
        "We are out of time, I'm afraid.",
        "That is all from us this evening.",
        "I will let you get back to your sheep.",
        "I won't keep you any longer; you have a train to catch.",
        "Well, I have taken up enough of your afternoon.",
        "Let me stop you there, the clock has beaten us.",
        "That brings our conversation to a close.",
        "I think that is a fitting place to end.",
        "You have been very patient with us, Professor.",
        "Dr. Osei, this has been an education.",
        "I could listen to you all day.",
        "It was great to hear your thoughts, Mr. Duarte.",
        "It has been wonderful having you in the studio.",
        "My guest today was the potter Ama Boateng.",
        "You've been listening to Field Notes.",
        "Safe home, all of you.",
        "Until next time, then.",
        "Much obliged to you, Captain.",
        "Thank you for your explanations, Dr. Weiss.",
        "Thank you for making things so clear.",
        "We appreciate you sharing your expertise.",
        "That's your lot, I'm afraid, the mugs are by the door.",
        "Right, that's the pips.",
        "A good enough place to stop, I think, so let me leave it there.",
        "We have run out of tape.",
        "I'll turn this off now and put the kettle on.",
        "Let's finish on that cheerful note.",
        "I have kept you long enough.",
        "It has been a joy to listen to you.",
        "This was lovely, thank you.",
        "Safe drive home, both of you.",
        "We'll be back in a fortnight with the tides.",
        "I will see you all on Sunday.",
        "Enjoy what is left of your weekend.",
        "Thank you for putting up with my questions.",
        "Thank you both for showing me round the yard.",
        "So ends our walk along the quay.",
        "This hearing is adjourned.",
        "I declare the meeting closed.",
        "The news is next, and so we must part here.",
        "With that I hand you back to the studio.",
        "Over to my colleague with the weather.",
        "It only remains for me to wish you a quiet night.",
        "Ladies, please give our singers a big hand.",
        "They are switching off the lights.",
        "Your supper's on the table, I can smell it.",
        "I couldn't imagine a better last word.",
        "Until we meet again.",
        "Happy new year to all of you.",
        "Good evening to you all.",
        "I have been your host.",
        "Look after yourselves.",
        "Auf Wiedersehen!",
        "Stay curious.",
        "Thanks for listening, and mind the step.",
        "I'm glad of the company.",
        "Thanks for giving up your Sunday.",
    ],
)
def test_an_end_is_heard(text: str) -> None:
    assert _weight(text) >= ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for that. I had never noticed it.",
        "Thank you for sharing that.",
        "I think the talks came to an end in 1991 and nobody noticed.",
        "We had a good time in the north, and then the war came.",
        "You have been the head of the institute for nine years.",
        "I've been listening to it all week.",
        "I could talk about the harbour for hours.",
        "My father used to say that a good end pays for a bad beginning.",
        "It has been a hard year for the farmers.",
        "It took so long we gave up.",
        "They called the meeting, and nobody closed the door.",
        "We handed the keys back to the council.",
        "He looked after himself and his dogs.",
        "The book is out of print, I hear.",
        "With pleasure, if I only knew.",
        "My pleasure.",
    ],
)
def test_talk_in_the_middle_is_no_end(text: str) -> None:
    assert _weight(text) < ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        "Congratulations on the prize.",
        "Give my best to your sister.",
        "Do keep in touch.",
        "Good luck with it.",
    ],
)
def test_a_wish_alone_is_not_enough(text: str) -> None:
    assert _weight(text) == 1


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Thank you for coming.", 2),
        ("It was a pleasure to talk to you.", 2),
        ("Goodbye.", 2),
        ("We are out of time.", 2),
        ("Good luck.", 1),
        ("This was for our listeners.", 1),
        ("Thank you.", 1),
        (
            "Thank you for all of the many things you did in the long and cold winter that you had up there.",
            1,
        ),
    ],
)
def test_an_act_has_its_weight(text: str, weight: int) -> None:
    assert _weight(text) == weight


def test_an_act_is_told_with_how_many_words_from_its_end_it_stands() -> None:
    said = "Well, goodbye then. Thank you for coming."
    acts = closing_acts([word.folded for word in words(said)])
    assert (acts[Act.LEAVING], acts[Act.THANKING]) == (6, 4)
