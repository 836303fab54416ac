"""What holds for every edit: it can be taken back exactly, and nothing that was said gets lost."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import get_args

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from interviews.transcript.applying import apply, apply_all
from interviews.transcript.building import merge_turns, move_turn, split_turn
from interviews.transcript.codec import edit_to_data
from interviews.transcript.edits import (
    DescribeSpeaker,
    Edit,
    EditConflict,
    InsertTurn,
    MergeTurns,
    MoveTurn,
    RemoveTurn,
    SetText,
    SplitTurn,
    invert,
    invert_all,
)
from interviews.transcript.turns import Transcript, Turn
from tests.unit.transcript.strategies import NEW_KEY, fitting_edits, transcripts


def characters(transcript: Transcript) -> Counter[str]:
    """Every character that is not white space, in turns set aside too."""
    return Counter("".join("".join(turn.text.split()) for turn in transcript))


@settings(max_examples=400)  # enough for each of the twelve sorts to come up many times
@given(st.data(), transcripts())
def test_an_edit_taken_back_leaves_no_trace(data: DataObject, transcript: Transcript) -> None:
    edit = data.draw(fitting_edits(transcript))
    changed = apply(transcript, edit)
    assert apply(changed, invert(edit)) == transcript
    assert apply(apply(changed, invert(edit)), edit) == changed
    assert invert(invert(edit)) == edit


@given(st.data(), transcripts())
def test_any_run_of_edits_is_undone_in_reverse(data: DataObject, transcript: Transcript) -> None:
    edits: list[Edit] = []
    changed = transcript
    for number in range(data.draw(st.integers(0, 6))):
        edits.append(data.draw(fitting_edits(changed, f"{NEW_KEY} {number}")))
        changed = apply(changed, edits[-1])
    assert apply_all(transcript, edits) == changed
    assert apply_all(changed, invert_all(edits)) == transcript


@given(st.data(), transcripts(), transcripts())
def test_an_edit_made_for_one_state_fits_another_exactly_or_is_refused(
    data: DataObject, seen: Transcript, found: Transcript
) -> None:
    edit = data.draw(fitting_edits(seen))
    before = tuple(found.turns)
    with suppress(EditConflict):
        changed = apply(found, edit)
        assert apply(changed, invert(edit)) == found
    assert found.turns == before


@given(st.data(), transcripts(min_size=1))
def test_an_edit_of_a_turn_that_was_changed_meanwhile_is_refused(data: DataObject, seen: Transcript) -> None:
    turn = data.draw(st.sampled_from(seen.turns))
    meanwhile = apply(seen, SetText(turn.key, turn.text, turn.text + "!"))
    before = seen.before(turn.key)
    edits: list[Edit] = [SetText(turn.key, turn.text, "mine"), RemoveTurn(turn, before)]
    if before is not None:
        edits.append(merge_turns(seen, before, turn.key))
    for edit in edits:
        with pytest.raises(EditConflict):
            apply(meanwhile, edit)


@settings(max_examples=400)  # enough for each of the twelve sorts to come up many times
@given(st.data(), transcripts())
def test_no_character_vanishes_and_none_appears_unsaid(data: DataObject, transcript: Transcript) -> None:
    edit = data.draw(fitting_edits(transcript))
    before, after = characters(transcript), characters(apply(transcript, edit))
    match edit:
        case SetText(_, old, new):
            assert after == before - Counter("".join(old.split())) + Counter("".join(new.split()))
        case InsertTurn(turn):
            assert after == before + Counter("".join(turn.text.split()))
        case RemoveTurn(turn):
            assert after == before - Counter("".join(turn.text.split()))
        case _:
            assert after == before


@given(st.data(), transcripts())
def test_turns_come_and_go_only_by_splitting_joining_inserting(
    data: DataObject, transcript: Transcript
) -> None:
    edit = data.draw(fitting_edits(transcript))
    keys, left = [turn.key for turn in transcript], [turn.key for turn in apply(transcript, edit)]
    assert len(set(left)) == len(left)
    match edit:
        case SplitTurn(other=turn) | InsertTurn(turn):
            assert [key for key in left if key != turn.key] == keys
        case MergeTurns(other=turn) | RemoveTurn(turn):
            assert left == [key for key in keys if key != turn.key]
        case MoveTurn(moved, _, after):
            assert [key for key in left if key != moved] == [key for key in keys if key != moved]
            assert apply(transcript, edit).before(moved) == after
        case _:
            assert left == keys


@given(st.data(), transcripts())
def test_only_the_turns_that_an_edit_names_change(data: DataObject, transcript: Transcript) -> None:
    edit = data.draw(fitting_edits(transcript))
    told = str(edit_to_data(edit))
    changed = apply(transcript, edit)
    for turn in transcript:
        if turn.key in changed and changed[turn.key] != turn:
            assert repr(turn.key) in told
    assert (changed.title, changed.language) == (transcript.title, transcript.language)
    for before, after in zip(transcript.speakers, changed.speakers, strict=True):
        assert before == after or (isinstance(edit, DescribeSpeaker) and before.name == edit.speaker)


@given(st.data(), transcripts(min_size=1))
def test_a_turn_cut_anywhere_and_joined_again_is_the_turn(data: DataObject, transcript: Transcript) -> None:
    turn = data.draw(st.sampled_from(transcript.turns))
    at = data.draw(st.integers(0, len(turn.text)))
    try:
        edit = split_turn(transcript, turn.key, at, new_key=NEW_KEY)
    except EditConflict:
        assert not turn.text[:at].strip() or not turn.text[at:].strip()
        return
    changed = apply(transcript, edit)
    head, tail = changed[turn.key], changed[NEW_KEY]
    assert head.text + edit.between + tail.text == turn.text
    assert (head.start, head.end, tail.start, tail.end) == (turn.start, None, None, turn.end)
    assert (tail.speaker, tail.aside, tail.part) == (turn.speaker, turn.aside, turn.part)
    joined = apply(changed, merge_turns(changed, turn.key, NEW_KEY, between=edit.between))
    assert joined == transcript


@given(st.data(), transcripts(min_size=2))
def test_a_turn_moved_stands_behind_the_turn_named(data: DataObject, transcript: Transcript) -> None:
    key, after = data.draw(st.permutations([turn.key for turn in transcript]))[:2]
    edit = move_turn(transcript, key, after)
    assert edit.before == transcript.before(key)
    assert apply(transcript, edit).before(key) == after


@pytest.mark.parametrize("sort", get_args(Edit))
def test_the_search_reaches_every_sort_of_edit(sort: type[Edit]) -> None:
    unshrunk = settings(phases=[Phase.generate], max_examples=2_000, database=None)
    find(transcripts().flatmap(fitting_edits), lambda edit: isinstance(edit, sort), settings=unshrunk)


def test_a_joined_turn_ends_when_its_second_part_ended() -> None:
    one, two = Turn("1", "We met", "Ana", 0, 900), Turn("2", "twice.", None, 1_000, 2_000)
    joined = apply(Transcript((one, two)), merge_turns(Transcript((one, two)), "1", "2"))
    assert joined.turns == (Turn("1", "We met twice.", "Ana", 0, 2_000),)


@pytest.mark.parametrize("at", [7, 8, 9])
def test_white_space_at_a_cut_belongs_to_neither_side(at: int) -> None:
    transcript = Transcript((Turn("1", "We met,  twice.", "Ana"),))
    edit = split_turn(transcript, "1", at, new_key=NEW_KEY)
    assert edit.between == "  "
    assert [turn.text for turn in apply(transcript, edit)] == ["We met,", "twice."]
