"""The interview that the project began with: everything wrong with it is found, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from interviews.detectors.checking import check, findings
from interviews.detectors.kinds import Kind, Severity
from interviews.formats.reading import read
from interviews.transcript.applying import apply_all
from interviews.transcript.edits import invert_all
from interviews.transcript.turns import Role, Transcript

SEED = Path(__file__).parents[3] / "shared" / "seed-interview.txt"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the interview is not beside this checkout")


@pytest.fixture(scope="module")
def seed() -> Transcript:
    return read(SEED.read_bytes(), name=SEED.name).transcript


def test_it_is_read_as_a_person_would(seed: Transcript) -> None:
    dialogue = [turn for turn in seed if turn.is_dialogue]
    assert len(dialogue) == 18
    assert [number for number, turn in enumerate(dialogue, start=1) if turn.speaker is None] == [12]
    assert len(seed.background) == 3
    assert {turn.aside for turn in seed if turn.aside} == {"hashtags", "title"}
    kim = seed.speaker("Dr. Kim")
    assert kim is not None
    assert (kim.role, kim.full_name, kim.description) == (Role.GUEST, "Dr. Emily Kim", "Defense Analyst")


def test_everything_wrong_with_it_is_found_and_nothing_else(seed: Transcript) -> None:
    places = sorted((finding.kind.value, seed.where(finding.passages[0].turn)) for finding in findings(seed))
    assert places == [
        ("garbled_words", "background paragraph 2"),
        ("lower_case_start", "turn 10"),
        ("lower_case_start", "turn 9"),
        ("mismatched_quotes_brackets", "background paragraph 1"),
        ("mismatched_quotes_brackets", "background paragraph 3"),
        ("misplaced_metadata", "background paragraph 4"),
        ("orphan_fragment", "turn 12"),
        ("repeated_closing", "turn 17"),
        ("repeated_question", "turn 13"),
    ]


def test_what_comes_of_the_continuation_is_one_incident(seed: Transcript) -> None:
    (incident,) = (one for one in check(seed) if one.parts)
    assert incident.head.kind is Kind.REPEATED_CLOSING
    assert {part.kind for part in incident.parts} == {Kind.ORPHAN_FRAGMENT, Kind.REPEATED_QUESTION}


def test_its_first_fix_leaves_a_sound_interview_and_can_be_taken_back(seed: Transcript) -> None:
    (incident,) = (one for one in check(seed) if one.parts)
    edits = incident.head.fixes[0].edits
    after = apply_all(seed, edits)
    kept = {Kind.REPEATED_QUESTION}
    weighty = [one for one in findings(after) if one.weight is not Severity.NOTICE and one.kind not in kept]
    assert weighty == []
    assert apply_all(after, invert_all(edits)) == seed
