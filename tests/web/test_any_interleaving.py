"""Three editors do anything in any order: a plain list of turns agrees, and all of it can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from django.contrib.auth.models import User
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from interviews.models import EditRecord, Turn
from interviews.services import arranging, choosing, editing, naming, undoing
from interviews.services.checking import check_interview
from interviews.services.errors import Refused, StaleEdit
from interviews.services.replacing import replace_all
from interviews.services.restoring import restore_state
from interviews.services.settling import dismiss_flag, reopen_flag, settle_flag
from interviews.text.finding import Query
from tests.cast import BRIDGE, a_conversation, an_editor, an_interview

pytestmark = pytest.mark.django_db

PLACES = st.integers(0, 11)
EDITORS = st.integers(0, 2)
WORDS = st.sampled_from(
    ["The drains.", "what frightens you?", "Half a day, a week.", "The county pays. pays."]
)


@dataclass(frozen=True)
class Plain:
    """A turn as a plain model has it."""

    key: str
    text: str
    speaker: str | None
    aside: bool


class Newsroom(RuleBasedStateMachine):
    """What the services do to the database, beside a list of plain turns."""

    @initialize()
    def bring_an_interview(self) -> None:
        self.editors = [User.objects.filter(username=name).first() or an_editor(name) for name in "abc"]
        self.interview = an_interview(a_conversation(*BRIDGE[:5]))
        self.imported = self.interview.transcript().turns
        self.turns = self.stored()
        self.keys = {turn.key for turn in self.turns}
        self.states: dict[int, list[Plain]] = {0: list(self.turns)}  # by the number of the record

    # What is seen and done ------------------------------------------------------------------------

    def stored(self) -> list[Plain]:
        self.interview.refresh_from_db()
        return [
            Plain(turn.key, turn.text, turn.speaker, bool(turn.aside)) for turn in self.interview.transcript()
        ]

    def at(self, place: int) -> int:
        return place % len(self.turns)

    def tries(self, action: Callable[[], EditRecord | None]) -> EditRecord | None:
        """The record that an action made; where it was refused, nothing may have changed."""
        before = self.stored(), self.interview.version, self.interview.records.count()
        try:
            made = action()
        except Refused:
            assert (self.stored(), self.interview.version, self.interview.records.count()) == before
            return None
        if made is not None:
            self.keys |= {turn.key for turn in self.stored()}
        return made

    def agrees(self, made: EditRecord | None) -> None:
        if made is not None:
            self.states[made.number] = list(self.turns)

    # Edits ------------------------------------------------------------------------------------------

    @rule(place=PLACES, editor=EDITORS, words=WORDS)
    def types(self, place: int, editor: int, words: str) -> None:
        turn = self.turns[self.at(place)]
        version = Turn.objects.get(key=turn.key).version
        made = self.tries(
            lambda: editing.edit_text(
                interview=self.interview,
                key=turn.key,
                text=words,
                seen_version=version,
                by=self.editors[editor],
            )
        )
        if made:
            self.turns[self.at(place)] = replace(turn, text=words)
        self.agrees(made)

    @rule(place=PLACES, editor=EDITORS, words=WORDS)
    def types_too_late(self, place: int, editor: int, words: str) -> None:
        turn = self.turns[self.at(place)]
        version = Turn.objects.get(key=turn.key).version
        with pytest.raises(StaleEdit):
            editing.edit_text(
                interview=self.interview,
                key=turn.key,
                text=words,
                seen_version=version - 1,
                by=self.editors[editor],
            )

    @rule(place=PLACES, editor=EDITORS)
    def sets_aside_or_restores(self, place: int, editor: int) -> None:
        turn = self.turns[self.at(place)]
        verb = editing.restore if turn.aside else editing.set_aside
        made = self.tries(lambda: verb(interview=self.interview, key=turn.key, by=self.editors[editor]))
        if made:
            self.turns[self.at(place)] = replace(turn, aside=not turn.aside)
        self.agrees(made)

    @rule(place=PLACES, editor=EDITORS, where=st.integers(1, 40))
    def splits(self, place: int, editor: int, where: int) -> None:
        turn = self.turns[self.at(place)]
        made = self.tries(
            lambda: arranging.split(interview=self.interview, key=turn.key, at=where, by=self.editors[editor])
        )
        if made:
            head, tail = turn.text[:where].rstrip(), turn.text[where:].lstrip()
            new = next(one for one in self.stored() if one.key not in {turn.key for turn in self.turns})
            at = self.at(place)
            self.turns[at : at + 1] = [replace(turn, text=head), replace(turn, key=new.key, text=tail)]
        self.agrees(made)

    @rule(place=PLACES, editor=EDITORS, upwards=st.booleans())
    def joins(self, place: int, editor: int, upwards: bool) -> None:
        turn = self.turns[self.at(place)]
        made = self.tries(
            lambda: arranging.merge(
                interview=self.interview, key=turn.key, upwards=upwards, by=self.editors[editor]
            )
        )
        if made:
            above, below = self.neighbours(self.at(place), upwards)
            joined = replace(above, text=f"{above.text} {below.text}")
            self.turns = [joined if one is above else one for one in self.turns if one is not below]
        self.agrees(made)

    @rule(place=PLACES, editor=EDITORS, upwards=st.booleans())
    def moves(self, place: int, editor: int, upwards: bool) -> None:
        turn = self.turns[self.at(place)]
        made = self.tries(
            lambda: arranging.move(
                interview=self.interview, key=turn.key, upwards=upwards, by=self.editors[editor]
            )
        )
        if made:
            above, below = self.neighbours(self.at(place), upwards)
            other = above if upwards else below
            rest = [one for one in self.turns if one is not turn]
            at = rest.index(other)
            self.turns = (
                [*rest[:at], turn, *rest[at:]] if upwards else [*rest[: at + 1], turn, *rest[at + 1 :]]
            )
        self.agrees(made)

    @rule(place=PLACES, editor=EDITORS, words=WORDS, below=st.booleans())
    def puts_in(self, place: int, editor: int, words: str, below: bool) -> None:
        turn = self.turns[self.at(place)]
        made = self.tries(
            lambda: arranging.insert(
                interview=self.interview,
                beside=turn.key,
                below=below,
                text=words,
                speaker="Guest",
                by=self.editors[editor],
            )
        )
        if made:
            new = next(one for one in self.stored() if one.key not in {turn.key for turn in self.turns})
            at = self.at(place) + below
            self.turns[at:at] = [Plain(new.key, words, "Guest", aside=False)]
        self.agrees(made)

    @rule(places=st.sets(PLACES, min_size=1, max_size=3), editor=EDITORS, name=st.sampled_from(["Zoe", None]))
    def gives(self, places: set[int], editor: int, name: str | None) -> None:
        keys = {self.turns[self.at(place)].key for place in places}
        made = self.tries(
            lambda: choosing.give_turns(
                interview=self.interview, keys=keys, speaker=name, by=self.editors[editor]
            )
        )
        if made:
            self.turns = [
                replace(one, speaker=name) if one.key in keys and not one.aside else one for one in self.turns
            ]
        self.agrees(made)

    @rule(place=PLACES, editor=EDITORS, name=st.sampled_from(["Editor", "Zoe", "Ada Field"]))
    def renames(self, place: int, editor: int, name: str) -> None:
        label = self.turns[self.at(place)].speaker
        if label is None:
            return
        made = self.tries(
            lambda: naming.rename(
                interview=self.interview, label=label, name=name, by=self.editors[editor], sure=True
            )
        )
        if made:
            self.turns = [replace(one, speaker=name) if one.speaker == label else one for one in self.turns]
        self.agrees(made)

    @rule(editor=EDITORS, words=st.sampled_from(["drains", "the", "pays"]))
    def replaces(self, editor: int, words: str) -> None:
        query = Query(words, words.upper(), case_sensitive=True)
        made = self.tries(lambda: replace_all(interview=self.interview, query=query, by=self.editors[editor]))
        if made:
            self.turns = [
                one if one.aside else replace(one, text=one.text.replace(words, words.upper()))
                for one in self.turns
            ]
        self.agrees(made)

    # Flags ------------------------------------------------------------------------------------------

    @rule(editor=EDITORS, how=st.sampled_from(["fix", "dismiss"]))
    def settles(self, editor: int, how: str) -> None:
        check_interview(self.interview)
        flag = self.interview.flags.open().in_order_of_weight().first()
        if flag is None:
            return
        by = self.editors[editor]
        if how == "fix":
            made = self.tries(lambda: settle_flag(flag=flag, fix=0, by=by))
            self.turns = self.stored()  # what a fix does is told by the tests of its detector
        else:
            made = self.tries(lambda: dismiss_flag(flag=flag, by=by))
        self.agrees(made)

    @rule(editor=EDITORS)
    def opens_again(self, editor: int) -> None:
        flag = self.interview.flags.filter(state="dismissed").first()
        if flag is not None:
            self.agrees(self.tries(lambda: reopen_flag(flag=flag, by=self.editors[editor])))

    # Back and forth ---------------------------------------------------------------------------------

    @rule(editor=EDITORS, again=st.booleans())
    def undoes_or_redoes(self, editor: int, again: bool) -> None:
        step = undoing.redo if again else undoing.undo
        self.took_back(self.tries(lambda: step(interview=self.interview, by=self.editors[editor])))

    @rule(editor=EDITORS, which=st.integers(1, 12))
    def takes_back(self, editor: int, which: int) -> None:
        self.took_back(
            self.tries(
                lambda: undoing.take_back(interview=self.interview, number=which, by=self.editors[editor])
            )
        )

    def took_back(self, made: EditRecord | None) -> None:
        """Right after a record its undo is the state before; later, only what it had changed goes back."""
        if made is None:
            return
        undone = made.undoes
        assert undone is not None
        now = self.stored()
        was, became = (self.by_key(self.states[number]) for number in (undone.number - 1, undone.number))
        if undone.number == made.number - 1:
            assert now == self.states[undone.number - 1]
        before = self.by_key(self.turns)
        for turn in now:
            if turn.key in was and turn.key in became and was[turn.key] == became[turn.key]:
                assert turn == before[turn.key]
        self.turns = now
        self.agrees(made)

    @rule(editor=EDITORS, which=st.integers(0, 12))
    def brings_back(self, editor: int, which: int) -> None:
        number = min(which, max(self.states))
        version = self.interview.version
        made = self.tries(
            lambda: restore_state(
                interview=self.interview, number=number, seen_version=version, by=self.editors[editor]
            )
        )
        if made:
            self.turns = list(self.states[number])
        self.agrees(made)

    # What always holds ------------------------------------------------------------------------------

    @invariant()
    def the_database_is_what_the_plain_model_is(self) -> None:
        assert self.stored() == self.turns

    @invariant()
    def no_turn_ever_loses_its_row_and_no_two_share_a_place(self) -> None:
        rows = Turn.objects.filter(interview=self.interview)
        assert self.keys <= set(rows.values_list("key", flat=True))
        places = list(rows.in_place().values_list("position", flat=True))
        assert len(set(places)) == len(places) == len(self.turns)

    @invariant()
    def the_history_counts_without_a_gap(self) -> None:
        numbers = list(self.interview.records.order_by("number").values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))

    def teardown(self) -> None:
        """Every record taken back, the newest first, is the import, speakers' roles and all."""
        if hasattr(self, "imported"):
            self.tries(
                lambda: restore_state(
                    interview=self.interview,
                    number=0,
                    seen_version=self.interview.version,
                    by=self.editors[0],
                )
            )
            assert self.interview.transcript().turns == self.imported

    # Plain --------------------------------------------------------------------------------------------

    def neighbours(self, at: int, upwards: bool) -> tuple[Plain, Plain]:
        """The turn and the one beside it that stands in the text, the upper one first."""
        turn = self.turns[at]
        ahead = reversed(self.turns[:at]) if upwards else iter(self.turns[at + 1 :])
        other = next(one for one in ahead if not one.aside)
        return (other, turn) if upwards else (turn, other)

    @staticmethod
    def by_key(turns: list[Plain]) -> dict[str, Plain]:
        return {turn.key: turn for turn in turns}


def test_whatever_three_editors_do_a_plain_list_agrees_and_everything_can_be_taken_back() -> None:
    run_state_machine_as_test(
        Newsroom,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
