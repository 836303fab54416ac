"""What a card shows of the text: passages side by side, or in their sentence where they are a few words."""

from __future__ import annotations

import re

import pytest

from interviews.transcript.turns import Transcript
from interviews.views.screens import Screen
from tests.cast import ANSWERS, ASKS, a_conversation, an_interview

pytestmark = pytest.mark.django_db

ASKED = (ASKS, "What do you look at first when you stand in front of a bridge?")
WORN = "Half a day for a culvert, a week for a bridge over a river and a fortnight for one by the sea."


def exhibits(transcript: Transcript, kind: str) -> list[str]:
    """What the card of the one flag of this kind shows, with marks as brackets."""
    interview = an_interview(transcript)
    screen = Screen(interview, interview.flags.get(kind=kind).pk)
    assert screen.card is not None
    return [
        re.sub(r"<[^>]+>", "", re.sub(r"<mark[^>]*>(.*?)</mark>", r"[\1]", one.html))
        for one in screen.card.exhibits
    ]


def test_doubled_words_are_shown_once_in_their_sentence() -> None:
    said = a_conversation(
        ASKED, (ANSWERS, "Silence. Then I look at the the drains, for a good hour at least.")
    )
    assert exhibits(said, "doubled_phrase") == [
        "Silence. Then I look at [the] [the] drains, for a good hour at least."
    ]


def test_a_loop_is_shown_where_it_runs_and_not_compared_with_its_first_word() -> None:
    said = a_conversation(ASKED, (ANSWERS, f"He went back three steps and began to {'dig and ' * 12}dig."))
    assert exhibits(said, "asr_loop") == [
        f"He went back three steps and began to [dig and] [{'dig and ' * 11}dig]."
    ]


def test_sentences_that_stand_twice_in_a_row_are_shown_side_by_side() -> None:
    said = a_conversation(ASKED, (ANSWERS, f"It depends. {WORN} {WORN} Then it rains."))
    assert exhibits(said, "duplicate_sentence") == [WORN, WORN]
