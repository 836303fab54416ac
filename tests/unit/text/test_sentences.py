"""Sentences keep their places and lose nothing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.text.sentences import sentences

# Text in which marks, quotes, abbreviations and spaces of all kinds meet more often than by chance.
prose = st.lists(
    st.sampled_from(
        [*"ab.!?…”»)\"' \n\u00a0。！」।؟5", "Dr.", "e.g.", "No.", "U.S.", "...", "J.", "a.m.", "12.", "well "]
    )
).map("".join)


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. We went in.", ["It rained.", "We went in."]),
        ("Really?! Yes… I think", ["Really?!", "Yes…", "I think"]),
        ("“Stop.” He stopped. (At last.) So", ["“Stop.”", "He stopped.", "(At last.)", "So"]),
        ("Wir gingen. «Schön.» Ja!", ["Wir gingen.", "«Schön.»", "Ja!"]),
        ("क्या हुआ? मैं गया। फिर?", ["क्या हुआ?", "मैं गया।", "फिर?"]),
        ("ماذا حدث؟ ذهبت.", ["ماذا حدث؟", "ذهبت."]),
        ("「はい。」と言った。そう！", ["「はい。」", "と言った。", "そう！"]),
        ("version 3.11 of it", ["version 3.11 of it"]),
        ("no mark at the end ", ["no mark at the end"]),
        (" \n ", []),
    ],
)
def test_a_text_is_cut_at_the_ends_of_its_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "We asked Dr. Osei about it.",
        "It opens at 9 a.m. on Mondays.",
        "The U.S. team, e.g. the rowers, won.",
        "J. Abara wrote it.",
        "That was No. 5 of the list.",
        "12. Close the lid.",
        "Das war z.B. gestern so.",
    ],
)
def test_a_full_stop_after_an_abbreviation_ends_nothing(sentence: str) -> None:
    assert cut(f"{sentence} Next.") == [sentence, "Next."]


@pytest.mark.parametrize(
    "first",
    ["I said no.", "It was state of the art.", "So did I.", "That was in 2019.", "We counted 12."],
)
def test_a_full_stop_after_an_ordinary_word_ends_the_sentence(first: str) -> None:
    assert cut(f"{first} Then we left.") == [first, "Then we left."]


@given(prose | st.text())
def test_sentences_cover_every_character_that_is_not_a_space_in_order(text: str) -> None:
    found = sentences(text)
    end = 0
    for span in found:
        assert text[end : span.start].strip() == ""
        assert span.of(text) == span.of(text).strip() != ""
        end = span.end
    assert text[end:].strip() == ""


def test_a_long_run_of_marks_takes_no_more_than_a_moment() -> None:
    started = time.process_time()
    assert len(sentences("." * 40_000 + "x")) == 1
    assert time.process_time() - started < 5  # below 0.01 s as measured; 17 s when each mark was a new start
