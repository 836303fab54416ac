"""A file that comes again suggests what it says otherwise; what an editor did is kept."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from interviews.text.pairing import pairs
from interviews.text.renewing import News, Renewal, renewal
from interviews.transcript.applying import apply_all
from interviews.transcript.turns import Transcript
from tests.builders import a_transcript

FIRST = a_transcript(
    ("Ana", "When did the river first come over the wall?"),
    ("Ben", "In the spring of that year, at night, without a sound."),
    ("Ana", "Who saw it first?"),
    ("Ben", "The baker. He is always the first to see anything at all."),
)


def with_text(transcript: Transcript, number: int, text: str) -> Transcript:
    turns = list(transcript.turns)
    turns[number - 1] = replace(turns[number - 1], text=text)
    return replace(transcript, turns=tuple(turns))


def file_of(transcript: Transcript) -> Transcript:
    """The same as another reading of a file would have it: with keys of its own."""
    turns = tuple(replace(turn, key=f"n{place}") for place, turn in enumerate(transcript))
    return replace(transcript, turns=turns)


def renewed(now: Transcript, new: Transcript, first: Transcript = FIRST) -> Renewal:
    numbers = count(1)
    return renewal(first, now, file_of(new), key=lambda: f"made{next(numbers)}")


def taken(now: Transcript, told: Renewal) -> Transcript:
    return apply_all(now, [edit for one in told.suggestions for edit in one.edits])


def texts(transcript: Transcript) -> list[str]:
    return [turn.text for turn in transcript.standing]


def test_the_same_file_suggests_nothing_however_much_was_edited() -> None:
    edited = with_text(FIRST, 2, "In spring, at night.")
    assert renewed(edited, FIRST).suggestions == ()


def test_other_words_in_a_turn_that_nobody_edited_are_suggested() -> None:
    new = with_text(FIRST, 2, "In the spring of last year, at night, without a sound.")
    (one,) = renewed(FIRST, new).suggestions
    assert (one.news, one.after) == (News.WORDS, new.turns[1].text)
    assert texts(taken(FIRST, renewed(FIRST, new))) == texts(new)


def test_an_edit_is_kept_when_the_file_changed_other_words_of_the_turn() -> None:
    edited = with_text(FIRST, 4, "The baker. He is always the first to see anything.")
    new = with_text(FIRST, 4, "The old baker. He is always the first to see anything at all.")
    (one,) = renewed(edited, new).suggestions
    assert (one.news, one.after) == (News.BOTH, "The old baker. He is always the first to see anything.")
    assert one.is_safe


def test_the_very_words_that_an_editor_changed_are_told_and_not_mixed() -> None:
    edited = with_text(FIRST, 3, "Who noticed it first?")
    new = with_text(FIRST, 3, "Who observed it first?")
    (one,) = renewed(edited, new).suggestions
    assert (one.news, one.after, one.is_safe) == (News.CLASH, "Who observed it first?", False)


def test_what_was_taken_over_already_is_not_suggested_again() -> None:
    new = with_text(FIRST, 3, "Who observed it first?")
    assert renewed(new, new).suggestions == ()


def test_a_new_turn_is_put_where_the_file_has_it() -> None:
    extra = a_transcript(("Ana", "And then?"), ("Ben", "Then it rained for nine days."))
    new = replace(FIRST, turns=(*FIRST.turns[:2], *file_of(extra).turns, *FIRST.turns[2:]))
    told = renewed(FIRST, new)
    assert [one.news for one in told.suggestions] == [News.NEW, News.NEW]
    assert texts(taken(FIRST, told)) == texts(new)


def test_a_turn_that_is_gone_is_suggested_to_be_set_aside() -> None:
    new = replace(FIRST, turns=FIRST.turns[:3])
    told = renewed(FIRST, new)
    assert [one.news for one in told.suggestions] == [News.GONE]
    assert texts(taken(FIRST, told)) == texts(new)


def test_another_speaker_is_suggested_unless_an_editor_gave_the_turn_away() -> None:
    turns = list(FIRST.turns)
    new = replace(FIRST, turns=(replace(turns[0], speaker="Cho"), *turns[1:]))
    assert [one.news for one in renewed(FIRST, new).suggestions] == [News.SPEAKER]
    given_away = replace(FIRST, turns=(replace(turns[0], speaker="Dan"), *turns[1:]))
    assert renewed(given_away, new).suggestions == ()


def test_what_an_editor_set_aside_or_joined_is_left_alone_and_counted() -> None:
    aside = replace(FIRST, turns=(*FIRST.turns[:3], replace(FIRST.turns[3], aside="said twice")))
    new = with_text(FIRST, 4, "The old baker. He is always the first to see anything at all.")
    told = renewed(aside, new)
    assert (told.suggestions, told.left_alone) == ((), 1)
    joined = replace(FIRST, turns=FIRST.turns[:3])
    assert renewed(joined, new).left_alone == 1


@given(st.lists(st.sampled_from("abcdef"), max_size=12), st.lists(st.sampled_from("abcdef"), max_size=12))
def test_pairs_rise_on_both_sides_and_hold_what_is_equal_throughout(old: list[str], new: list[str]) -> None:
    found = pairs(old, new)
    assert found == sorted(found)
    assert all(one < two for one, two in zip([j for _, j in found], [j for _, j in found][1:], strict=False))
    assert pairs(old, old) == [(place, place) for place in range(len(old))]


LINES = st.lists(
    st.sampled_from(["One two three.", "Four five.", "Six seven eight nine.", "Ten."]), max_size=7
)


@given(LINES, LINES)
def test_a_file_taken_over_whole_by_nobody_who_edited_is_the_file(old: list[str], new: list[str]) -> None:
    first, file = (a_transcript(*(("Ana", text) for text in lines)) for lines in (old, new))
    assert texts(taken(first, renewed(first, file, first))) == new
