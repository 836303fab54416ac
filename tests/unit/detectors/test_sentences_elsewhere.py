"""A sentence that was moved to another turn, and left where it was."""

from __future__ import annotations

import pytest

from interviews.detectors.sentences_elsewhere import SentenceElsewhere
from tests.builders import a_transcript, found, settled, texts, words_of

Said = tuple[str | None, str]

MOVED = "You cut it when it is in flower and hang it up in the barn."
LEAD: list[Said] = [
    ("Ben" if number % 2 else "Ada", f"Number {number} had so many hives. It had {number} more.")
    for number in range(8)
]


def turns(first: str = MOVED, second: str = MOVED, *, by: str = "Ada") -> list[Said]:
    return [
        *LEAD,
        ("Ada", f"Weld is the oldest yellow that we have. {first} It likes a poor soil."),
        ("Ben", "And who learns that from you?"),
        (by, f"There is a boy, and he can tell by the bubbles. {second} He never asked me."),
    ]


def test_the_later_one_is_taken_out_first() -> None:
    transcript = a_transcript(*turns())
    (finding,) = found(SentenceElsewhere(), transcript)
    assert words_of(transcript, [finding]) == [MOVED]
    assert finding.title == "A sentence of turn 9 stands again in turn 11"
    after = settled(transcript, finding)
    assert texts(after)[-1] == "There is a boy, and he can tell by the bubbles. He never asked me."
    assert not found(SentenceElsewhere(), after)
    earlier = texts(settled(transcript, finding, 1))
    assert earlier[8] == "Weld is the oldest yellow that we have. It likes a poor soil."


@pytest.mark.parametrize(
    "sentence",
    [
        "You cut it when it is in flower and hang it.",
        "“You cut it when it is in flower and hang it up in the barn.”",
        "Option two, you cut it when it is in flower and hang it in the barn.",
        "This hour is brought to you by those who cut it when it is in flower.",
    ],
    ids=["eleven words", "read out", "an item", "a sponsor"],
)
def test_what_is_said_again_on_purpose_stays(sentence: str) -> None:
    assert not found(SentenceElsewhere(), a_transcript(*turns(sentence, sentence)))


def test_twelve_words_are_enough() -> None:
    twelve = "You cut it when it is in flower and hang it up."
    transcript = a_transcript(*turns(twelve, twelve))
    assert words_of(transcript, found(SentenceElsewhere(), transcript)) == [twelve]


def test_a_sentence_that_only_one_of_them_has_stays() -> None:
    own = "The rest of it goes to the dyer in the town on the other side of the hill."
    transcript = a_transcript(*turns(f"{MOVED} {own}"))
    assert words_of(transcript, found(SentenceElsewhere(), transcript)) == [MOVED]


def test_a_turn_that_is_a_copy_is_settled_as_one() -> None:
    said: Said = ("Ada", f"Weld is the oldest yellow that we have. {MOVED} It likes a poor soil.")
    again: Said = ("Ada", said[1].replace("have", "had"))
    assert not found(SentenceElsewhere(), a_transcript(*LEAD, said, ("Ben", "And who learns that?"), again))


def test_a_growing_caption_says_it_again() -> None:
    words = f"{MOVED} It likes a poor soil, and a dry one at that.".split()
    captions: list[Said] = [("Ada", " ".join(words[:end])) for end in (13, 17, 21, 25)]
    assert not found(SentenceElsewhere(), a_transcript(*LEAD, *captions))


def test_two_who_take_leave_may_do_so_in_one_sentence() -> None:
    bye = "Thank you very much for coming all this way to us today, Ben."
    on: list[Said] = [
        ("Ben", "And the weld?"),
        ("Ada", f"It grows on the hill, and nobody asks whose it is. {bye}"),
    ]
    assert not found(SentenceElsewhere(), a_transcript(*LEAD, ("Ada", f"The bees sleep by now. {bye}"), *on))


def test_next_to_each_other_it_is_a_seam_only_where_one_ends_and_the_other_begins() -> None:
    first: Said = ("Ada", f"Weld is the oldest yellow that we have. {MOVED}")
    seam: Said = ("Ada", f"{MOVED} It likes a poor soil, and it comes back by itself each year.")
    apart: Said = ("Ada", f"It likes a poor soil. {MOVED} It comes back by itself each year.")
    assert not found(SentenceElsewhere(), a_transcript(*LEAD, first, seam))
    assert found(SentenceElsewhere(), a_transcript(*LEAD, first, apart))


def test_a_turn_that_takes_up_the_one_before_may_say_again_what_an_earlier_one_says() -> None:
    asked: Said = ("Ben", "And who learns from you how to cut it?")
    again: Said = ("Ada", f"From you how to cut it? {MOVED} He never asked me.")
    assert found(SentenceElsewhere(), a_transcript(*turns()[:9], asked, again))


def test_another_may_quote_it() -> None:
    assert not found(SentenceElsewhere(), a_transcript(*turns(by="Cleo")))


def test_a_refrain_is_said_a_third_time() -> None:
    third = ("Ada", f"The boy comes in June, when it rains. {MOVED} That is the rule here.")
    assert not found(SentenceElsewhere(), a_transcript(*turns(), ("Ben", "When does he come?"), third))


def test_a_teaser_quotes_what_comes() -> None:
    assert not found(SentenceElsewhere(), a_transcript(*turns()[5:]))
