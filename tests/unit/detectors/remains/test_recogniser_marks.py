"""Marks that recognisers and subtitle files write, and words that only look like them."""

from __future__ import annotations

import pytest

from interviews.detectors.remains.residue import Source, residues


def marks_in(text: str) -> list[str]:
    marks = (Source.RECOGNISER, Source.SUBTITLES)
    return [text[one.start : one.end] for one in residues(text) if one.source in marks]


@pytest.mark.parametrize(
    "mark",
    [
        *(
            "[BLANK_AUDIO]",
            "[no speech detected]",
            "[Speaker 2]",
            "<unk>",
            "{noise}",
            "(low confidence)",
            "(0.61)",
        ),
        *("SPEAKER_01:", "spk_1:", "speaker_2:", "%HESITATION", "Speaker 2:", "♪"),
        *('"start": 12.34,', '"end" : 13.1,'),
        *("confidence: 0.61", "avg logprob=-0.31", "no_speech_prob=0.2", "word confidence: 61%"),
        *("WEBVTT", "X-TIMESTAMP-MAP=LOCAL:0", "{\\an8}", "align:start position:10%", "Kind: captions"),
    ],
)
def test_a_mark_is_found_within_a_sentence(mark: str) -> None:
    assert marks_in(f"We left {mark} at noon.") == [mark]


@pytest.mark.parametrize(
    ("line", "is_mark"),
    [
        ("Language: en", True),
        ("NOTE Paragraph", True),
        ("low confidence", True),
        ("speaker change 0.61", False),
        ("speaker change confidence 0.61", True),
        ("a language: en", False),
    ],
)
def test_a_line_of_a_subtitle_file_stands_alone(line: str, is_mark: bool) -> None:
    assert marks_in(f"We left.\n{line}\nThen we came.") == ([line] if is_mark else [])
    assert marks_in(f"We left. {line}") == []


@pytest.mark.parametrize(
    "text",
    [
        "We use a < b > c and [i].",
        "A speaker_ is no name.",
        "My confidence was 0.61 then.",
        "He had low confidence",
    ],
)
def test_what_only_looks_like_a_mark_stays(text: str) -> None:
    assert marks_in(text) == []
