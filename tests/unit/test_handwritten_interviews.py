"""Interviews in many voices, written by hand: what is wrong in them is found, what is sound stays quiet."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from interviews.detectors.checking import findings
from interviews.detectors.kinds import Severity
from tests.handwritten import Written, read_written, written_interviews

WRITTEN = written_interviews()
# Questions that are asked again without one word in common need meaning, which no rule here has.
NEEDS_MEANING = {
    (name, "repeated_question")
    for name in ("founder_podcast", "library", "lighthouse", "minister", "raw_allotment", "rugby_coach")
}
# Words that are right by themselves and wrong where they stand: "every since", "didn't looked"; and one that
# could be a word and is in no list: "horm".
NEEDS_GRAMMAR = {
    (name, "garbled_words")
    for name in (
        "dock_strike",
        "farmer_bypass_raw",
        "founder_podcast",
        "library",
        "lighthouse",
        "paralympian",
    )
}

# One "the the" beside three doubled phrases in five minutes of talk: as likely a habit.
STUMBLES_TOO = {("bridge_inspector", "doubled_phrase")}


def _missed(written: Written) -> list[tuple[str, str]]:
    found = findings(written.transcript)
    return [
        (written.name, fault.kind)
        for fault in written.planted
        if fault.needed and not any(fault.met_by(finding, written.transcript) for finding in found)
    ]


def _wrong(written: Written) -> list[str]:
    return [
        f"{written.name}: {finding.title}"
        for finding in findings(written.transcript)
        if not any(fault.met_by(finding, written.transcript) for fault in written.planted)
    ]


@pytest.mark.parametrize("written", WRITTEN, ids=lambda written: written.name)
def test_every_fault_is_found(written: Written) -> None:
    assert set(_missed(written)) <= NEEDS_MEANING | NEEDS_GRAMMAR | STUMBLES_TOO


@pytest.mark.parametrize("written", [w for w in WRITTEN if w.sound], ids=lambda written: written.name)
def test_nothing_in_a_sound_interview_is_flagged_above_a_notice(written: Written) -> None:
    found = findings(written.transcript)
    assert [finding.title for finding in found if finding.weight is not Severity.NOTICE] == []


def test_nine_in_ten_are_found_and_nine_in_ten_are_right() -> None:
    needed = sum(fault.needed for written in WRITTEN for fault in written.planted)
    missed = sum(len(_missed(written)) for written in WRITTEN)
    wrong = sum(len(_wrong(written)) for written in WRITTEN)
    right = needed - missed
    assert right / needed >= 0.9
    assert right / (right + wrong) >= 0.9


def test_every_voice_is_an_interview_and_every_sort_of_fault_is_there() -> None:
    assert len(WRITTEN) == 37
    assert all(len(written.transcript) >= 22 for written in WRITTEN)
    assert all(written.sound == (not any(f.needed for f in written.planted)) for written in WRITTEN)
    kinds = Counter(fault.kind for written in WRITTEN for fault in written.planted)
    assert len(kinds) >= 20


def test_a_mark_that_is_not_closed_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_text("Editor: He has ⟦doubled_phrase|the the key.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not closed"):
        read_written(broken)
