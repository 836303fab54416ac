"""What is kept from one version to the next is brought up to date, not made again; and not for ever."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.detectors.keeping.kept import PATIENCE, Kept, Turns
from interviews.transcript.turns import Part, Transcript, Turn
from tests.builders import a_transcript


class Diary:
    """A book that writes down what it is told."""

    def __init__(self) -> None:
        self.filled: list[str] = []
        self.told: list[str] = []

    def fill(self, texts: Mapping[str, str]) -> None:
        self.filled += texts.values()

    def put(self, key: str, text: str) -> None:
        self.told.append(f"+{key} {text}")

    def drop(self, key: str, text: str) -> None:
        self.told.append(f"-{key} {text}")


def said(*texts: str) -> Transcript:
    return a_transcript(*[("Ana", text) for text in texts])


def kept(transcript: Transcript) -> Kept:
    made = Kept()
    made.follow(transcript)
    return made


def test_a_book_is_filled_once_and_told_what_an_edit_changes() -> None:
    versions = kept(said("a", "b", "c", "d"))
    book = versions.read_once(Diary)
    versions.follow(said("a", "x", "c", "d", "e"))
    assert versions.read_once(Diary) is book
    assert book.filled == ["a", "b", "c", "d"]
    assert book.told[0] == "-2 b"
    assert sorted(book.told[1:]) == ["+2 x", "+5 e"]


def test_what_looks_but_once_keeps_nothing() -> None:
    versions = Kept(for_once=True)
    versions.follow(said("a", "b"))
    book = versions.read_once(Diary)
    assert book.filled == ["a", "b"]
    assert versions.read_once(Diary) is not book
    for _ in range(2):
        made, again = versions.other("made", list[str])
        assert (made, list(again)) == ([], ["1", "2"])


@pytest.mark.parametrize(("versions", "is_kept"), [(PATIENCE, True), (PATIENCE + 1, False)])
def test_what_nobody_asks_for_in_a_while_is_forgotten(versions: int, is_kept: bool) -> None:
    transcript = said("a", "b", "c", "d")
    known = kept(transcript)
    book = known.book("diary", Diary, of_dialogue=True)
    for _ in range(versions):
        known.follow(transcript)
    again = known.book("diary", Diary, of_dialogue=True)
    assert (again is book) is is_kept
    assert again.filled == ["a", "b", "c", "d"]


@pytest.mark.parametrize(("after", "is_kept"), [("axyd", True), ("axyz", False)])
def test_where_most_turns_are_others_a_book_is_made_anew(after: str, is_kept: bool) -> None:
    known = kept(said(*"abcd"))
    book = known.read_once(Diary)
    known.follow(said(*after))
    again = known.read_once(Diary)
    assert (again is book) is is_kept
    assert again.filled == list("abcd" if is_kept else after)


def test_the_dialogue_and_all_that_stands_have_a_book_each() -> None:
    versions = kept(a_transcript(("Ana", "a"), background=("b",)))
    assert versions.book("diary", Diary, of_dialogue=True).filled == ["a"]
    assert sorted(versions.book("diary", Diary, of_dialogue=False).filled) == ["a", "b"]


@pytest.mark.parametrize(
    ("after", "again"), [("abcdxfgh", "345"), ("axcdefgh", "12"), ("abcdefg", "678"), ("xbcdefgh", "1")]
)
def test_who_makes_something_of_books_looks_again_at_what_an_edit_reaches(after: str, again: str) -> None:
    known = kept(said(*"abcdefgh"))
    made, everything = known.other("made", list[str], reach=2)
    assert list(everything) == list("12345678")
    assert known.other("made", list[str], reach=2) == (made, ())
    known.follow(said(*after))
    made_then, keys = known.other("made", list[str], reach=2)
    assert made_then is made
    assert set(keys) == set(again)


def test_what_was_not_asked_for_in_the_version_before_must_look_at_all() -> None:
    known = kept(said(*"abcdefgh"))
    made, _ = known.other("made", list[str])
    known.follow(said(*"abcdxfgh"))
    known.follow(said(*"abcdxfgx"))
    made_then, again = known.other("made", list[str])
    assert made_then is not made
    assert list(again) == list("12345678")


def test_the_labels_are_counted_in_the_order_of_the_first_of_each() -> None:
    known = kept(a_transcript(("Ana", "a"), ("Ben", "b"), ("Ana", "c")))
    assert list(known.labels.items()) == [("Ana", 2), ("Ben", 1)]
    known.follow(a_transcript(("Ben", "a"), ("Ben", "b"), ("Ana", "c")))
    assert list(known.labels.items()) == [("Ben", 2), ("Ana", 1)]


def loudly(text: str) -> str | None:
    return text.upper() if "x" in text else None


def has(text: str, letter: str) -> bool:
    return letter in text


def shared(before: str, text: str) -> str | None:
    return "".join(sorted({*before} & {*text})) or None


def written(text: str) -> int:
    return text.count("x")


def is_told_as_by_a_look_at_all(turns: Turns) -> None:
    """All that is kept is what the turns that stand say now."""
    dialogue, standing = turns.transcript.dialogue, turns.transcript.standing
    assert turns.places == {turn.key: place for place, turn in enumerate(dialogue)}
    assert list(turns.labels.items()) == list(Counter(turn.speaker for turn in dialogue).items())
    assert turns.each(loudly) == [(turn, turn.text.upper()) for turn in standing if "x" in turn.text]
    assert turns.each_said(loudly) == [(turn, turn.text.upper()) for turn in dialogue if "x" in turn.text]
    assert turns.each_said(has, "y") == [(turn, True) for turn in dialogue if "y" in turn.text]
    assert turns.each_said(has, "z") == [(turn, True) for turn in dialogue if "z" in turn.text]
    assert turns.said(loudly) == {turn.key: turn.text.upper() for turn in dialogue if "x" in turn.text}
    assert turns.tally(list) == Counter("".join(turn.text for turn in standing))
    assert turns.tally_said(list) == Counter("".join(turn.text for turn in dialogue))
    counted = Counter[str | None]()
    for turn in dialogue:
        counted.update({turn.speaker: written(turn.text)} if written(turn.text) else {})
    assert turns.by_speaker(written) == counted
    assert list(turns.seams(shared).items()) == [
        (place, said)
        for place, (one, two) in enumerate(pairwise(dialogue), 1)
        if (said := shared(one.text, two.text))
    ]
    assert set(turns.book_said(Keys).keys) == {turn.key for turn in dialogue}


class Keys:
    """A book of the turns that are there."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def fill(self, texts: Mapping[str, str]) -> None:
        self.keys += texts

    def put(self, key: str, text: str) -> None:  # noqa: ARG002 (another book needs it)
        self.keys.append(key)

    def drop(self, key: str, text: str) -> None:  # noqa: ARG002
        self.keys.remove(key)


TURNS = st.builds(
    Turn,
    st.sampled_from("abcdefghijkl"),
    st.text("xyz", max_size=3),
    st.sampled_from(["Ana", "Ben", None]),
    aside=st.sampled_from(["", "", "", "said twice"]),
    part=st.sampled_from([Part.DIALOGUE, Part.DIALOGUE, Part.BACKGROUND]),
)


@st.composite
def versions_of_one(draw: st.DrawFn) -> list[Transcript]:
    """One transcript, and what becomes of it when turns come, go, move and are written anew."""
    turns = draw(st.lists(TURNS, min_size=4, max_size=10, unique_by=lambda turn: turn.key))
    versions = [Transcript(tuple(turns))]
    for turn in draw(st.lists(TURNS, max_size=8)):
        known = {one.key: place for place, one in enumerate(turns)}
        place = draw(st.integers(0, len(turns)))
        if turn.key in known and draw(st.booleans()):
            turns[known[turn.key]] = turn
        else:
            turns = [one for one in turns if one.key != turn.key]
            if turn.key not in known or draw(st.booleans()):
                turns.insert(place, turn)
        versions.append(Transcript(tuple(turns)))
    return versions


@given(versions_of_one(), st.data())
def test_after_any_edits_all_that_is_kept_is_what_a_look_at_all_tells(
    versions: list[Transcript], data: st.DataObject
) -> None:
    known = Kept()
    for transcript in versions:
        turns = Turns(transcript, known)
        if data.draw(st.booleans()):
            is_told_as_by_a_look_at_all(turns)
            is_told_as_by_a_look_at_all(turns)
            assert all(turns.speaker_of(turn.key) == turn.speaker for turn in transcript.standing)
    is_told_as_by_a_look_at_all(Turns(versions[-1], Kept(for_once=True)))
