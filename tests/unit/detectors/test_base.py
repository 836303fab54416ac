"""A finding is known again by its words, and a fix comes back from a file as it went in."""

from __future__ import annotations

import json
import re

import pytest

from interviews.detectors.base import Finding, Fix, fingerprint
from interviews.detectors.kinds import Kind
from interviews.transcript.edits import SetAside, SetText
from tests.builders import a_transcript


def known_by(kind: Kind, text: str, *, rule: str = "", speaker: str = "Ada", key: str = "1") -> str:
    before = [("Ben", "Yes.")] * (int(key) - 1)
    transcript = a_transcript(*before, (speaker, text))
    passages = (transcript[key].passage(),)
    return fingerprint(transcript, Finding(kind, passages, "A title", "A reason", 0.9, rule=rule))


def test_a_fix_is_read_as_it_was_written() -> None:
    edits = (SetText("1", "We we left.", "We left."), SetAside("2", "said twice"))
    fix = Fix("Write “We left.”", edits, frozenset({Kind.DOUBLED_PHRASE, Kind.MOJIBAKE}))
    assert Fix.from_data(json.loads(json.dumps(fix.to_data()))) == fix


def test_a_fingerprint_is_32_hexadecimal_digits() -> None:
    assert re.fullmatch("[0-9a-f]{32}", known_by(Kind.EXACT_DUPLICATE_TURN, "We left."))


def test_a_copy_is_known_again_by_its_words_alone() -> None:
    kind = Kind.EXACT_DUPLICATE_TURN
    known = known_by(kind, "We left, then.")
    assert known == known_by(kind, "we left  then", speaker="Cy", key="3")
    assert known != known_by(kind, "We left now.")
    assert known != known_by(Kind.NEAR_DUPLICATE_TURN, "We left, then.")


@pytest.mark.parametrize("other", ["we left, then.", "We left then."])
def test_what_is_garbled_is_known_again_by_its_letters_and_marks_too(other: str) -> None:
    kind = Kind.LOWER_CASE_START
    assert known_by(kind, "We left, then.") == known_by(kind, "We  left,\nthen.")
    assert known_by(kind, "We left, then.") != known_by(kind, other)


def test_what_another_rule_found_is_another_finding() -> None:
    kind = Kind.HOUSE_RULE
    assert len({known_by(kind, "We left.", rule=rule) for rule in ("", "a", "b")}) == 3
