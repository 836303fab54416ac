"""What is said again by design: sponsors, courtesies, greetings, breaks."""

from __future__ import annotations

import pytest

from interviews.detectors.shape.innocent import (
    asks_in_leaving,
    breaks_off,
    greets,
    is_courtesy,
    is_sponsor_read,
    is_verse,
    quoted,
    reads_out,
)
from interviews.text.words import folded_words


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("This episode has a sponsor, and there is a discount at the checkout.", True),
        ("Twenty percent off with the name of the show.", True),
        ("The sponsor came to the meeting.", False),
        ("We had a trial of the new crane.", False),
        ("Our partner today is Fernhill, for everybody who tars boats.", True),
        ("A word from our friends who tar boats.", True),
        ("Unser Wetter wird präsentiert von der Werft.", True),
        ("Ce numéro est sponsorisé par la criée.", True),
        ("Start a trial and go to fernhill.com.", True),
        ("You can go to the minutes at council.com.", False),
        ("The trial of fernhill.com was in March.", False),
        ("We work with our partners in the valley.", False),
        ("We use the new crane.", False),
        (f"Twenty percent off {'and on ' * 73}it.", True),  # 150 words
        (f"Twenty percent off {'and on ' * 73}it goes.", False),
    ],
)
def test_a_sponsor_is_read_with_a_stock_phrase_or_two_words_of_the_trade(said: str, expected: bool) -> None:
    assert is_sponsor_read(folded_words(said)) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Thank you all for that, it was good of you to say.", True),  # 12 words
        ("Thank you all for that, it was very good of you to say.", False),
        ("It was good of you.", False),
    ],
)
def test_a_courtesy_thanks_in_twelve_words_at_most(said: str, expected: bool) -> None:
    assert is_courtesy(folded_words(said)) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Hello, Ines.", True),
        ("Well then, everyone, welcome to the show.", True),
        ("Well then, everyone here, welcome to the show.", False),
        ("We went there.", False),
    ],
)
def test_a_greeting_stands_in_the_first_four_words(said: str, expected: bool) -> None:
    assert greets(folded_words(said)) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Stay there, we will be right back.", True),
        ("We take a break now.", True),
        ("Any final thoughts, Ines?", True),
        ("We come to the last page and then words fail me.", False),
        ("I came back for a broken one.", False),
    ],
)
def test_a_break_and_a_last_word_leave_the_end_open(said: str, expected: bool) -> None:
    assert breaks_off(folded_words(said)) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Where can listeners find you?", True),
        ("Any final words before we go?", True),
        ("Where did you find the crane?", False),
        (f"Where can listeners find you? {'And on it goes. ' * 9}Yes?", True),
        (f"Where can listeners find you? {'And on it goes. ' * 10}Yes?", False),
    ],
)
def test_people_part_with_such_questions_in_their_last_words(said: str, expected: bool) -> None:
    assert asks_in_leaving(folded_words(said)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You wrote “the crane was painted that year” there.", True),
        ("You wrote “the crane was painted” and then you went on about the quay for pages and pages.", False),
        ("You wrote “the crane” there.", False),  # a word or two are no quotation
        ("You wrote “the crane was painted” and “my sister held the ladder” there.", True),
        ("You wrote that the crane was painted that year.", False),
    ],
)
def test_a_text_reads_out_when_a_third_of_it_is_quoted(text: str, expected: bool) -> None:
    assert reads_out(text) is expected


@pytest.mark.parametrize(
    ("text", "is_quoted", "has_verses"),
    [
        ("“I rowed it once,\nI rowed it twice.”", True, True),
        (" “I rowed it once.”\n", True, False),
        ("“I rowed it once,” he said,\n“and twice", False, False),
        ("He sang “I rowed it once,\nI rowed it twice.”", False, False),
        ("I rowed it once,\nI rowed it twice.", False, False),
        ("", False, False),
    ],
)
def test_a_song_stands_in_quotes_as_a_whole_and_in_lines(
    text: str, is_quoted: bool, has_verses: bool
) -> None:
    assert (quoted(text), is_verse(text)) == (is_quoted, has_verses)
