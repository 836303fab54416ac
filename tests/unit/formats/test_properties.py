"""What holds for any text at all."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.base import ImportProblem, Reading, Use
from interviews.formats.escapes import unescaped
from interviews.formats.reading import read, read_text
from interviews.formats.registry import READERS
from interviews.formats.report import report, source_lines

# Pieces of transcripts, so that the strange places are met: labels, times, marks, breaks.
_LABELS = [
    "Ann:",
    "Bo:",
    "**Ann:**",
    "**Bo**:",
    "__Cy:__",
    "Q.",
    "A.",
    "Q:",
    "[Bo]:",
    "Ann (0:12):",
    "日本語：",
]
_BREAKS = ["\n", "\n\n", "\r\n", "\r", "\u2028", " ", "\t", "\xa0", "\x0c", "\x1c", "---", "***"]
_LINES = [
    "# ",
    "## Two",
    "#tag #two",
    "**Bold line**",
    "Date: today",
    "Note: well",
    "(laughter)",
    "[00:12]",
    "00:01:02",
]
_WORDS = [
    "Why did you go?",
    "I had to.",
    "or both of them.",
    "And so",
    "we went home",
    "“Yes,”",
    "\\*",
    "\\",
    "é",
    "\u00ad",
]
_ODD = [
    "\u202e",
    "\x01",
    "---\ntitle: 'A talk'\n---\n",
    "\U0001f3f4\U000e0067\U000e007f",
    "**Break:** \\[01:00\\]",
]
_SCRAPS = st.sampled_from([*_LABELS, *_BREAKS, *_LINES, *_WORDS, *_ODD])
_TEXTS = st.one_of(st.lists(_SCRAPS, max_size=30).map("".join), st.text(max_size=200))


def readings(text: str) -> list[Reading]:
    read = []
    for reader in READERS:
        try:
            read.append(read_text(text, format_id=reader.id))
        except ImportProblem:
            continue
    return read


def bare(text: str) -> str:
    return "".join(text.split())


@given(_TEXTS)
def test_every_character_is_in_exactly_one_piece_in_order(text: str) -> None:
    for reading in readings(text):
        end = 0
        for piece in reading.pieces:
            assert end <= piece.start < piece.end
            assert not reading.text[end : piece.start].strip()
            end = piece.end
        assert not reading.text[end:].strip()
        assert reading.unaccounted() == 0


@given(_TEXTS)
def test_the_words_of_a_turn_are_the_words_of_its_pieces(text: str) -> None:
    for reading in readings(text):
        held, end = {turn.key: "" for turn in reading.transcript}, 0
        for piece in reading.pieces:
            if piece.use in (Use.TURN, Use.TITLE, Use.ASIDE):
                assert piece.turn is not None
                apart = (
                    " " if any(character.isspace() for character in reading.text[end : piece.start]) else ""
                )
                held[piece.turn] += apart + reading.text[piece.start : piece.end]
            end = piece.end
        assert held.keys() == {str(number) for number in range(1, len(reading.transcript) + 1)}
        for turn in reading.transcript:
            assert turn.text
            spells = reading.format_id == "markdown" and turn.aside != "front matter"
            assert bare(turn.text) == bare(unescaped(held[turn.key]) if spells else held[turn.key])


@given(_TEXTS)
def test_a_label_is_written_as_the_speaker_of_its_turn(text: str) -> None:
    for reading in readings(text):
        labels: dict[str, str] = {}
        for piece in reading.pieces:
            if piece.use is Use.LABEL and piece.turn is not None:
                labels[piece.turn] = labels.get(piece.turn, "") + reading.text[piece.start : piece.end]
        for key, label in labels.items():
            assert reading.transcript[key].speaker == " ".join(label.split())


@given(_TEXTS)
def test_no_letter_or_digit_is_taken_for_markup(text: str) -> None:
    for reading in readings(text):
        for piece in reading.pieces:
            if piece.use is Use.MARKUP:
                assert not any(character.isalnum() for character in reading.text[piece.start : piece.end])


@given(_TEXTS)
def test_the_lines_of_the_report_are_the_lines_of_the_source(text: str) -> None:
    for reading in readings(text):
        lines = list(source_lines(reading))
        assert bare("".join(line.text for line in lines)) == bare(reading.text)
        assert all(0 <= line.label_end <= len(line.text) for line in lines)
        assert report(reading).percent == 100


@given(st.one_of(st.binary(max_size=300), _TEXTS.map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_end_in_a_reading_or_a_sentence(data: bytes) -> None:
    with suppress(ImportProblem):
        assert read(data).unaccounted() == 0


@pytest.mark.parametrize(
    "text",
    [
        "word " * 900_000,
        "Ann: " + "word " * 900_000 + "\nBo: Yes.\nAnn: So.",
        "**" + "x" * 10_000 + ":** Yes.",
        "".join(f"{'AB'[number % 2]}nn: word {number}\n" for number in range(20_000)),
        "".join(f"Name{number}: yes\n" for number in range(20_000)),
        "00:01\nyes\n" * 20_000,
        "# a\n" * 20_000,
        "yes\u202a" * 20_000,
        "Ann Lee\n\n" * 20_000,
        "---\nnewsroom: markdown/1\n---\n\n**A:** " + "\\a" * 400_000 + "\n\\",
        "---\nnewsroom: markdown/1\ntitle: " + "[" * 150_000 + "\n---\n**Ann:** Yes.",
    ],
    ids=[
        "one line",
        "one turn",
        "long name",
        "many turns",
        "many speakers",
        "many times",
        "many headings",
        "hidden",
        "names alone",
        "backslashes",
        "a deep head",
    ],
)
def test_a_monstrous_text_is_accounted_for_too(text: str) -> None:
    reading = read_text(text)
    assert reading.unaccounted() == 0
    assert report(reading).percent == 100
