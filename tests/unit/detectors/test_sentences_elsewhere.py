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


def test_another_may_quote_it() -> None:
    assert not found(SentenceElsewhere(), a_transcript(*turns(by="Cleo")))


def test_a_refrain_is_said_a_third_time() -> None:
    third = ("Ada", f"The boy comes in June, when it rains. {MOVED} That is the rule here.")
    assert not found(SentenceElsewhere(), a_transcript(*turns(), ("Ben", "When does he come?"), third))


def test_a_teaser_quotes_what_comes() -> None:
    assert not found(SentenceElsewhere(), a_transcript(*turns()[5:]))
