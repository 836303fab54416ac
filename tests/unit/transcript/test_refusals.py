"""Each edit that does not fit is refused with a sentence that says why, and changes nothing."""

from __future__ import annotations

import pytest

from interviews.transcript.applying import apply, apply_all
from interviews.transcript.building import merge_turns, move_turn, split_turn
from interviews.transcript.edits import (
    Edit,
    EditConflict,
    InsertTurn,
    MergeTurns,
    MoveTurn,
    RemoveTurn,
    RenameSpeaker,
    Restore,
    SetAside,
    SetSpeaker,
    SetText,
    SetTimes,
    SplitTurn,
)
from interviews.transcript.turns import Part, Transcript, Turn

LEAD = Turn("lead", "It was a long winter.", part=Part.BACKGROUND)
ASK = Turn("ask", "Who fed the dogs?", "Ana", 0, 1_000)
TELL = Turn("tell", "We all did.", "Ben", 1_000, 2_000)
GONE = Turn("gone", "We all did.", "Ben", aside="said twice")
START = Transcript((LEAD, ASK, TELL, GONE))
NEW = Turn("new", "all did.")


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (SetText("nobody", "", "x"), "the turn is no longer there"),
        (SetText("tell", "We did.", "They did."), "the words of turn 2 have changed"),
        (SetText("lead", "It was.", "x"), "the words of background paragraph 1 have changed"),
        (SetSpeaker("ask", "Ben", "Cho"), "the speaker of turn 1 has changed"),
        (RenameSpeaker("Ana", "Cho", ("ask", "tell")), "the speaker of turn 2 has changed"),
        (RenameSpeaker("Ana", "Cho", ("ask", "nobody")), "the turn is no longer there"),
        (SetTimes("ask", (0, 999), (0, 1)), "the times of turn 1 have changed"),
        (SetAside("ask", ""), "setting aside needs a reason"),
        (SetAside("gone", "not dialogue"), "turn 3 has been set aside already"),
        (Restore("ask", ""), "turn 1 is not set aside"),
        (Restore("gone", "not dialogue"), "turn 3 is not set aside"),
        (MoveTurn("tell", "lead", None), "turn 2 has been moved"),
        (MoveTurn("tell", "ask", "tell"), "a turn cannot stand behind itself"),
        (MoveTurn("tell", "ask", "nobody"), "the place for the turn is no longer there"),
        (InsertTurn(ASK, None), "a turn with this key is there already"),
        (InsertTurn(NEW, "nobody"), "the place for the turn is no longer there"),
        (RemoveTurn(NEW, "ask"), "the turn is no longer there"),
        (RemoveTurn(TELL, "lead"), "the inserted turn has changed"),
        (SplitTurn("tell", " ", NEW, 1_999, None, "tell"), "the times of turn 2 have changed"),
        (SplitTurn("ask", " ", NEW, 1_000, None, "ask"), "the words of turn 1 have changed"),
        (
            SplitTurn("tell", " ", Turn("ask", "all did."), 2_000, None, "tell"),
            "a turn with this key is there",
        ),
        (SplitTurn("tell", " ", NEW, 2_000, None, "nobody"), "the place for the turn is no longer there"),
        (
            SplitTurn("tell", "all ", Turn("new", "did."), 2_000, None, "tell"),
            "only white space stands between",
        ),
        (MergeTurns("ask", " and ", TELL, 1_000, 2_000, "ask"), "only white space stands between two turns"),
        (MergeTurns("ask", " ", TELL, 999, 2_000, "ask"), "the times of turn 1 have changed"),
        (MergeTurns("ask", " ", TELL, 1_000, 2_000, "lead"), "turn 2 has been moved"),
        (MergeTurns("ask", " ", NEW, 1_000, 2_000, "ask"), "the turn is no longer there"),
        (MergeTurns("tell", " ", TELL, 2_000, 2_000, "ask"), "a turn cannot be joined with itself"),
    ],
)
def test_what_does_not_fit_is_refused_and_says_why(edit: Edit, why: str) -> None:
    with pytest.raises(EditConflict, match=why):
        apply(START, edit)
    assert START.turns == (LEAD, ASK, TELL, GONE)


def test_of_several_edits_all_are_made_or_none() -> None:
    with pytest.raises(EditConflict):
        apply_all(START, (SetText("ask", ASK.text, "Who?"), SetText("ask", ASK.text, "What?")))
    assert START["ask"] == ASK


@pytest.mark.parametrize("at", [0, len(TELL.text), len(TELL.text) + 5])
def test_a_cut_that_leaves_one_side_empty_is_refused(at: int) -> None:
    with pytest.raises(EditConflict, match="only be split between words"):
        split_turn(START, "tell", at, new_key="new")


def test_a_turn_cannot_be_joined_to_one_that_is_not_there_or_is_itself_or_before_the_start() -> None:
    with pytest.raises(EditConflict, match="no longer there"):
        merge_turns(START, "ask", "nobody")
    with pytest.raises(EditConflict, match="with itself"):
        merge_turns(START, "ask", "ask")
    with pytest.raises(EditConflict, match="nothing to be joined to"):
        merge_turns(START, "ask", "lead")


def test_a_turn_that_is_not_there_cannot_be_moved() -> None:
    with pytest.raises(EditConflict, match="no longer there"):
        move_turn(START, "nobody", None)
