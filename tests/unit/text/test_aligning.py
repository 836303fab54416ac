"""Recognised words are found again in the text of today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from interviews.text.aligning import aligned, aligned_segments
from interviews.text.words import words
from interviews.transcript.applying import apply, apply_all
from interviews.transcript.edits import MergeTurns, MoveTurn, SetText, SplitTurn
from interviews.transcript.hearing import Heard, Segment, Word
from interviews.transcript.spans import Span
from interviews.transcript.turns import Transcript, Turn

FERRY = "The ferry left at nine. Nobody had told the pilot, who was asleep."
ANSWER = "He woke when the whistle blew, and ran."


def heard(*texts: str) -> Transcript:
    """Turns "1", "2", … of which every word was heard, half a second each, a segment a turn."""
    turns, told, clock = [], {}, 0
    for number, text in enumerate(texts, start=1):
        start = clock
        found: list[Word] = []
        for part in text.split():
            at = text.index(part, found[-1].span.end if found else 0)
            found.append(Word(Span(at, at + len(part)), clock, clock + 400, 0.9))
            clock += 500
        segment = Segment(Span(0, len(text)), start, clock, no_speech=0.2)
        turns.append(Turn(str(number), text, "Ann"))
        told[str(number)] = Heard(text, tuple(found), (segment,))
    return Transcript(tuple(turns), heard=told)


def said(transcript: Transcript, key: str) -> list[tuple[str, int | None]]:
    """Each word of a turn that was heard, as it stands today, with its start."""
    return [(word.span.of(transcript[key].text), word.start) for word in aligned(transcript).get(key, ())]


def starts(transcript: Transcript, key: str) -> dict[str, int | None]:
    return dict(said(transcript, key))


def edited(transcript: Transcript, key: str, old: str, new: str) -> Transcript:
    text = transcript[key].text
    return apply(transcript, SetText(key, text, text.replace(old, new)))


def split(transcript: Transcript, key: str, before: str, new: str = "new") -> Transcript:
    text = transcript[key].text
    at = text.index(before)
    other = Turn(new, text[at:], "Ben")
    return apply(transcript, SplitTurn(key, " ", other, None, None, key))


def test_what_nobody_edited_stands_where_it_was_heard() -> None:
    transcript = heard(FERRY, ANSWER)
    assert aligned(transcript) == {key: told.words for key, told in transcript.heard.items()}
    assert aligned_segments(transcript) == {key: told.segments for key, told in transcript.heard.items()}


def test_of_a_text_that_nobody_heard_nothing_is_told() -> None:
    transcript = Transcript((Turn("1", FERRY),))
    assert aligned(transcript) == {}
    assert aligned_segments(transcript) == {}


def test_an_edit_of_one_word_leaves_the_others_where_they_are() -> None:
    transcript = edited(heard(FERRY, ANSWER), "1", "ferry", "old steamer")
    told = said(transcript, "1")
    assert ("The", 0) in told
    assert ("left", 1000) in told
    assert ("asleep.", 6000) in told
    assert [word for word, _ in told] == [word for word in FERRY.split() if word != "ferry"]


def test_another_case_and_other_marks_are_the_same_word() -> None:
    transcript = edited(heard(FERRY), "1", "nine. Nobody", "nine – nobody")
    told = starts(transcript, "1")
    assert told["nine"] == 2000
    assert told["nobody"] == 2500


def test_the_words_of_a_turn_that_was_split_are_found_in_the_new_turn() -> None:
    transcript = split(heard(FERRY, ANSWER), "1", "Nobody")
    assert said(transcript, "1")[-1] == ("nine.", 2000)
    assert said(transcript, "new")[0] == ("Nobody", 2500)
    assert [word for word, _ in said(transcript, "new")] == transcript["new"].text.split()


def test_a_single_word_that_was_split_off_is_found() -> None:
    transcript = split(heard("We went home. Yes.", ANSWER), "1", "Yes")
    assert said(transcript, "new") == [("Yes.", 1500)]


def test_a_segment_that_was_split_tells_its_start_in_the_first_turn_and_its_end_in_the_second() -> None:
    transcript = split(heard(FERRY), "1", "Nobody")
    told = aligned_segments(transcript)
    assert [(one.span.of(transcript["1"].text), one.start, one.end) for one in told["1"]] == [
        ("The ferry left at nine.", 0, None)
    ]
    assert [(one.start, one.end, one.no_speech) for one in told["new"]] == [(None, 6500, 0.2)]


def test_turns_that_were_joined_keep_the_words_of_both() -> None:
    transcript = heard(FERRY, ANSWER)
    transcript = apply(transcript, MergeTurns("1", " ", transcript["2"], None, None, "1"))
    assert [word for word, _ in said(transcript, "1")] == f"{FERRY} {ANSWER}".split()
    assert starts(transcript, "1")["ran."] == 10000


def test_a_turn_that_was_moved_takes_its_words_along() -> None:
    transcript = apply(heard(FERRY, ANSWER), MoveTurn("2", "1", None))
    assert said(transcript, "2")[0] == ("He", 6500)


def test_a_sentence_that_was_written_into_another_turn_is_found_there() -> None:
    transcript = heard(FERRY, ANSWER)
    moved = "Nobody had told the pilot, who was asleep."
    transcript = edited(transcript, "1", f" {moved}", "")
    transcript = apply(transcript, SetText("2", ANSWER, f"{moved} {ANSWER}"))
    assert starts(transcript, "2")["pilot,"] == 4500
    assert starts(transcript, "2")["ran."] == 10000


def test_of_a_phrase_that_was_said_twice_each_copy_keeps_its_own_times() -> None:
    transcript = heard("I do not know. I do not know. We went home.", ANSWER)
    transcript = split(transcript, "1", "know. We", "home")
    transcript = split(transcript, "1", "know. I", "middle")
    assert said(transcript, "middle") == [("know.", 1500), ("I", 2000), ("do", 2500), ("not", 3000)]
    assert said(transcript, "home")[0] == ("know.", 3500)


def test_of_a_phrase_that_was_said_twice_the_one_that_is_nearest_counts() -> None:
    transcript = heard("I do not know. We left.", "Hm.", "I do not know. They stayed.")
    rest = Turn("new", "I do not know. They stayed.")
    today = replace(transcript, turns=(Turn("first", "We left."), transcript["2"], rest))
    assert said(today, "new")[0] == ("I", 3500)


def test_what_was_said_once_is_told_once() -> None:
    transcript = heard("I do not know at all.")
    today = replace(transcript, turns=tuple(Turn(key, "I do not know at all.") for key in ("a", "b")))
    assert [len(said(today, key)) for key in ("a", "b")] == [6, 0]


def test_words_that_were_put_in_front_of_earlier_ones_are_not_told_out_of_order() -> None:
    transcript = heard("He ran to the old quay. Then we all went home at last.")
    today = apply(
        transcript, SetText("1", transcript["1"].text, "We all went. He ran to the old quay. At last.")
    )
    starts_told = [start or 0 for _, start in said(today, "1")]
    assert starts_told == sorted(starts_told)
    assert ("quay.", 2500) in said(today, "1")


def test_a_turn_that_was_written_in_front_of_another_is_not_told_out_of_order() -> None:
    transcript = heard(FERRY, ANSWER)
    joined = Turn("1", f"{ANSWER} {FERRY}")
    told = said(replace(transcript, turns=(joined,)), "1")
    assert [word for word, _ in told] == FERRY.split()


def test_two_words_that_were_heard_as_one_stand_only_where_both_do() -> None:
    told = Heard("From New York, then.", (Word(Span(0, 4), 0, 300), Word(Span(5, 14), 300, 900)))
    whole = Transcript((Turn("1", "He came from New York, then."),), heard={"1": told})
    assert said(whole, "1") == [("from", 0), ("New York,", 300)]
    other = Transcript((Turn("1", "From New and old York, then."),), heard={"1": told})
    assert said(other, "1") == [("From", 0)]


def test_the_order_of_what_was_heard_is_that_of_its_times() -> None:
    transcript = heard(FERRY, ANSWER)
    shuffled = replace(transcript, heard=dict(list(transcript.heard.items())[::-1]))
    joined = apply(shuffled, MergeTurns("1", " ", transcript["2"], None, None, "1"))
    assert starts(joined, "1")["ran."] == 10000


def test_text_in_a_script_without_spaces_is_found() -> None:
    text = "今日は雨です。"
    told = Heard(text, (Word(Span(0, 2), 0, 300), Word(Span(2, 3), 300, 400), Word(Span(3, 4), 400, 600)))
    transcript = Transcript((Turn("1", "昨日と今日は雪です。"),), heard={"1": told})
    assert said(transcript, "1") == [("今日", 0), ("は", 300)]


def test_a_text_that_was_written_anew_has_none_of_the_segments() -> None:
    transcript = apply(
        heard(FERRY), SetText("1", FERRY, "Somebody else wrote all of this and at last it left.")
    )
    assert aligned_segments(transcript) == {}


vocabulary = st.sampled_from(["the", "The", "ferry", "left", "no.", "No,", "at", "nine", "ab", "漢字", "é"])
texts = st.lists(vocabulary, min_size=1, max_size=9).map(" ".join)


@st.composite
def edits(draw: st.DrawFn) -> Transcript:
    """A transcript that was heard, after some edits."""
    transcript = heard(*draw(st.lists(texts, min_size=1, max_size=4)))
    for number in range(draw(st.integers(0, 4))):
        turn = draw(st.sampled_from(transcript.turns))
        sort = draw(st.sampled_from(["text", "split", "merge", "move"]))
        if sort == "text":
            transcript = apply(transcript, SetText(turn.key, turn.text, draw(texts)))
        elif sort == "split" and " " in turn.text:
            at = draw(st.sampled_from([place for place, one in enumerate(turn.text) if one == " "]))
            other = Turn(f"new{number}", turn.text[at + 1 :])
            transcript = apply(transcript, SplitTurn(turn.key, " ", other, None, None, turn.key))
        elif sort == "merge" and (before := transcript.before(turn.key)):
            transcript = apply(transcript, MergeTurns(before, " ", turn, turn.end, None, before))
        elif sort == "move":
            places = [None, *(other.key for other in transcript if other is not turn)]
            move = MoveTurn(turn.key, transcript.before(turn.key), draw(st.sampled_from(places)))
            transcript = apply_all(transcript, [move])
    return transcript


@given(edits())
def test_words_stand_in_order_and_are_the_words_that_were_heard(transcript: Transcript) -> None:
    told = aligned(transcript)
    heard_at = {word.start: word.span.of(one.text) for one in transcript.heard.values() for word in one.words}
    places = [word.start for found in told.values() for word in found]
    assert len(places) == len(set(places)), "a word was told twice"
    for key, found in told.items():
        text = transcript[key].text
        for word in found:
            assert word.span.end <= len(text)
            assert folded(word.span.of(text)) == folded(heard_at[word.start])
        for one, other in pairwise(found):
            assert one.span.end <= other.span.start
            assert (one.start or 0) < (other.start or 0)


@given(edits())
def test_segments_stand_in_order(transcript: Transcript) -> None:
    for key, found in aligned_segments(transcript).items():
        assert all(segment.span.end <= len(transcript[key].text) for segment in found)
        assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(st.lists(texts, min_size=1, max_size=5), st.data())
def test_a_split_loses_no_word_wherever_it_is(said_texts: list[str], data: st.DataObject) -> None:
    transcript = heard(*said_texts)
    turn = data.draw(st.sampled_from(transcript.turns))
    blanks = [place for place, one in enumerate(turn.text) if one == " "]
    if blanks:
        at = data.draw(st.sampled_from(blanks))
        other = Turn("new", turn.text[at + 1 :])
        transcript = apply(transcript, SplitTurn(turn.key, " ", other, None, None, turn.key))
    assert sum(len(found) for found in aligned(transcript).values()) == sum(
        len(one.words) for one in transcript.heard.values()
    )


def folded(text: str) -> list[str]:
    return list(_folded(text))


def _folded(text: str) -> Iterator[str]:
    return (word.folded for word in words(text))


def test_a_lecture_of_an_hour_with_a_correction_in_each_sentence_is_aligned_in_a_moment() -> None:
    spoken = " ".join(f"word{number % 700} stands" for number in range(5_000))
    transcript = heard(spoken)
    changed = replace(transcript.turns[0], text=spoken.replace("word3 ", "other "))
    found = aligned(replace(transcript, turns=(changed,)))["1"]
    assert len(found) == 10_000 - spoken.split().count("word3")
