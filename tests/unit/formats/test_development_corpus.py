"""The development corpus, where it is beside this checkout: read without an error, its speakers known."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from rapidfuzz.distance import Indel

from interviews.formats.exporting import export
from interviews.formats.reading import read
from interviews.formats.writing import Document
from interviews.transcript.turns import Transcript

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
_WORD = re.compile(r"\w+")

Said = Sequence[tuple[str | None, str]]

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside this checkout")


def agreeing(expected: Said, told: Said) -> tuple[int, int]:
    """Of how many turns most words went to the same speaker, and how many turns there are."""
    first, second = _words(expected), _words(told)
    went: dict[int, Counter[int]] = {}
    same = Indel.opcodes([word for word, _ in first], [word for word, _ in second])
    for one in same:
        for step in range(one.src_end - one.src_start if one.tag == "equal" else 0):
            went.setdefault(first[one.src_start + step][1], Counter())[second[one.dest_start + step][1]] += 1
    turns = [number for number, (_, text) in enumerate(expected) if _WORD.search(text)]
    right = sum(
        number in went and told[went[number].most_common(1)[0][0]][0] == expected[number][0]
        for number in turns
    )
    return right, len(turns)


def _words(turns: Said) -> list[tuple[str, int]]:
    return [(word.lower(), number) for number, (_, text) in enumerate(turns) for word in _WORD.findall(text)]


def test_the_speakers_are_those_of_the_corpus_in_99_of_100_turns_of_every_source() -> None:
    right, turns = Counter[str](), Counter[str]()
    with (CORPUS / "transcripts.jsonl").open(encoding="utf-8") as lines:
        wanted = {data["id"]: data for data in map(json.loads, lines)}
    for file in sorted((CORPUS / "raw").iterdir()):
        reading = read(file.read_bytes(), name=file.name)
        assert reading.unaccounted() == 0, file.name
        data = wanted[file.stem]
        expected = [(turn["speaker"] or None, turn["text"]) for turn in data["turns"]]
        some, all_ = agreeing(expected, [(turn.speaker, turn.text) for turn in reading.transcript])
        right[data["source"]] += some
        turns[data["source"]] += all_
    shares = {source: right[source] / turns[source] for source in turns}
    assert min(shares.values()) >= 0.99, shares


def test_every_transcript_comes_back_from_markdown_and_from_the_own_json() -> None:
    for file in sorted((CORPUS / "raw").iterdir()):
        transcript = read(file.read_bytes(), name=file.name).transcript
        for format_id in ("markdown", "newsroom"):
            back = read(export(Document(transcript), format_id)).transcript
            assert _said(back) == _said(transcript), (file.name, format_id)
            assert back.speakers == transcript.speakers


def _said(transcript: Transcript) -> list[tuple[str | None, int | None, str]]:
    """Who says what, and in which second; white space aside."""
    return [
        (turn.speaker, None if turn.start is None else turn.start // 1000, " ".join(turn.text.split()))
        for turn in transcript.standing
    ]
