"""What an edit changes in a row of turns is found, and nothing else is looked at again."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from interviews.detectors.keeping.books import BySpeaker
from interviews.detectors.keeping.versions import Rows, change
from interviews.transcript.turns import Turn

ROWS = st.lists(
    st.builds(
        Turn, st.sampled_from("abcdefg"), st.sampled_from("xyz"), st.sampled_from(["Ana", "Ben", None])
    ),
    max_size=7,
    unique_by=lambda turn: turn.key,
)


def seen(turns: list[Turn]) -> dict[str | None, tuple[str, str | None, str | None]]:
    """By key what a turn is: its text, its speaker, the turn before; behind the last one only the last."""
    before = [None, *(turn.key for turn in turns)]
    rows = [(turn.key, turn.text, turn.speaker) for turn in turns]
    views = zip([*rows, (None, "", None)], before, strict=True)
    return {key: (text, speaker, earlier) for (key, text, speaker), earlier in views}


@given(ROWS, ROWS)
def test_whatever_became_of_the_turns_is_told(old: list[Turn], new: list[Turn]) -> None:
    told = change(Rows.of(old), Rows.of(new))
    before, now = {turn.key: turn.text for turn in old}, {turn.key: turn.text for turn in new}
    assert dict(told.gone) == {key: text for key, text in before.items() if now.get(key) != text}
    assert dict(told.come) == {key: text for key, text in now.items() if before.get(key) != text}
    assert set(told.left) == before.keys() - now.keys()
    assert told.in_order == (list(before) == list(now))
    assert len(told.gone) == len(dict(told.gone))
    assert len(told.come) == len(dict(told.come))


@given(ROWS)
def test_all_that_is_said_is_told_in_order(turns: list[Turn]) -> None:
    rows = Rows.of(turns)
    assert list(rows.all_said().items()) == [(turn.key, turn.text) for turn in turns]
    assert [rows.said(place) for place in range(len(turns))] == list(rows.all_said().items())


@given(ROWS, ROWS)
def test_a_turn_is_fresh_where_it_or_what_stands_before_it_is_another(
    old: list[Turn], new: list[Turn]
) -> None:
    then, now = seen(old), seen(new)
    keys = [*(turn.key for turn in new), None]
    assert change(Rows.of(old), Rows.of(new)).fresh == [
        place for place, key in enumerate(keys) if then.get(key) != now[key]
    ]


@given(ROWS, ROWS)
def test_two_turns_are_joined_anew_where_they_were_not_in_a_row_or_one_of_them_has_another_text(
    old: list[Turn], new: list[Turn]
) -> None:
    def pairs(turns: list[Turn]) -> dict[str, tuple[str, str, str]]:
        before = [Turn("", ""), *turns]
        return {
            turn.key: (other.key, other.text, turn.text) for other, turn in zip(before, turns, strict=False)
        }

    then, now = pairs(old), pairs(new)
    assert change(Rows.of(old), Rows.of(new)).joined == [
        place for place, key in enumerate(now) if then.get(key) != now[key]
    ]


@given(st.lists(ROWS, max_size=5))
def test_a_sum_by_speaker_is_that_of_the_turns_that_stand(versions: list[list[Turn]]) -> None:
    sums, keys = BySpeaker(), set[str]()
    for turns in versions:
        speakers = {turn.key: turn.speaker for turn in turns}
        numbers = {turn.key: "xy".find(turn.text) + 1 for turn in turns}
        keys |= speakers.keys()
        sums.follow(keys, {key: number for key, number in numbers.items() if number}, speakers.__getitem__)
        wanted = Counter[str | None]()
        for turn in turns:
            wanted[turn.speaker] += numbers[turn.key]
        assert dict(sums.counts) == {speaker: number for speaker, number in wanted.items() if number}
