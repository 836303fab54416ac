"""Where the words of a turn stand in the middle of a sentence, and after edits too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from interviews.detectors.keeping.kept import Kept, Turns
from interviews.detectors.shape.within import Within, stands_within
from interviews.text.words import folded_words
from tests.builders import a_transcript

WHOLE = "It was late, and the boat came in from the north."
PIECE = "The boat came in."


def places(kept: Kept, *texts: str) -> Sequence[int]:
    """Where the last text's words stand within a sentence of the dialogue."""
    transcript = a_transcript(*[("Ada", text) for text in texts])
    counts = Counter(word for text in texts for word in folded_words(text))
    return Within(Turns(transcript, kept), counts).places(texts[-1])


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        (WHOLE, True),
        ("The boat came in. It was late.", False),
        ("It was late. the boat came in from the north.", False),  # a sentence begins so
        ("(the boat came in from the north)", False),
        ("Late:\nthe boat came in from the north", False),
        ("and the boat came into the north.", False),
        ("It was late. the boat came in, and the boat came in again.", True),  # the second time
        ("the boat came in", False),
    ],
)
def test_words_stand_within_a_sentence_behind_a_word_or_a_comma(text: str, *, stands: bool) -> None:
    assert stands_within(text, "the boat came in") is stands


def test_all_turns_that_have_them_are_told_in_order() -> None:
    assert places(Kept(), WHOLE, "We waited.", f"He said: {WHOLE}", PIECE) == [0, 2]
    assert places(Kept(for_once=True), WHOLE, "We waited.", WHOLE, PIECE) == [0, 2]


def test_a_word_that_stands_nowhere_else_tells_that_they_do_not() -> None:
    assert list(places(Kept(), WHOLE, "The boat came in twice.")) == []


def test_what_edits_do_to_them_is_followed() -> None:
    kept, other = Kept(), "The boat from the north came late, in May."
    told = [list(places(kept, *texts, PIECE)) for texts in ((WHOLE, other), (other, other), (other, WHOLE))]
    assert told == [[0], [], [1]]
    # A turn that goes takes its words with it.
    assert list(places(kept, other, PIECE)) == []
