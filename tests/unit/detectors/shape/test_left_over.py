"""Pieces of sentences under somebody's name, or in a text without names."""

from __future__ import annotations

import pytest

from interviews.detectors.casing import LowerCaseStart
from interviews.detectors.fragments import OrphanFragment, TruncatedTurn
from tests.builders import a_transcript, found, settled, texts, words_of

TALK = (
    ("Ada", "How did the harbour get its crane?"),
    ("Ben", "The town bought it, because the yard closed down and nobody else wanted it."),
    ("Ada", "And who runs it today?"),
    ("Ben", "My sister does, with two apprentices from the school on the hill."),
    ("Ada", "Does it pay its way?"),
    ("Ben", "In good years it does, and in bad ones we ask for help."),
    ("Ada", "I see."),
)
DEUTSCH = (
    ("Eva", "Wem gehört der Kran?"),
    ("Jan", "Der Stadt, weil ihn nach dem Krieg sonst niemand haben wollte."),
    ("Eva", "Seit wann läuft er?"),
    ("Jan", "Seit Mai."),
)


def pieces(*rows: tuple[str | None, str], language: str = "en") -> list[str]:
    transcript = a_transcript(*rows, language=language)
    return words_of(transcript, found(OrphanFragment(), transcript))


@pytest.mark.parametrize(
    "piece",
    [
        "the yard closed down and nobody else wanted it.",
        "apprentices from the school",
        "because the yard closed",
        "with two apprentices from the school...",
    ],
)
def test_words_that_stand_within_a_sentence_elsewhere_were_left_over(piece: str) -> None:
    assert pieces(*TALK, ("Ada", piece), ("Ben", "Yes.")) == [piece]


@pytest.mark.parametrize("piece", ["on the hill.", "with two."])
def test_of_two_or_three_words_the_first_must_lean_on_others(piece: str) -> None:
    assert pieces(*TALK, ("Ada", piece), ("Ben", "Yes.")) == [piece]


def test_two_words_under_the_name_of_the_turn_beside_are_a_piece() -> None:
    assert pieces(*TALK, ("Ada", "closed down."), ("Ben", "Yes.")) == ["closed down."]
    assert pieces(*TALK, ("Ben", "closed down."), ("Ada", "Yes.")) == []
    assert pieces(*TALK, ("Ben", "closed down."), ("Ben", "Yes.")) == ["closed down."]
    assert pieces(*((None, text) for _, text in TALK), (None, "closed down."), (None, "Yes.")) == []


@pytest.mark.parametrize(
    "whole",
    [
        "The yard closed down and nobody else wanted it.",  # a sentence that is taken up
        "the harbour had another crane.",  # a slip of a key
        "the town bought it.",  # whole there too: it begins a sentence
        "nobody else wanted it. So we took it.",
        "yes, it does.",
        "in good years it does.",
        "ask for helpers.",
    ],
)
def test_whole_sentences_are_no_pieces_however_they_start(whole: str) -> None:
    assert pieces(*TALK, ("Ada", whole), ("Ben", "Yes.")) == []


def test_the_words_of_the_turn_beside_are_an_echo() -> None:
    piece = "the yard closed down and nobody else wanted it."
    assert pieces(*TALK[:2], ("Ada", piece), *TALK[2:]) == []
    assert pieces(("Ben", "Yes."), ("Ada", piece), TALK[1], *TALK[2:]) == []
    assert pieces(*TALK[:2], ("Ada", "I see."), ("Ben", piece), *TALK[2:]) == [piece]


def test_words_that_only_begin_another_word_there_are_no_piece() -> None:
    assert pieces(*TALK, ("Ada", "because the yard close."), ("Ben", "Yes.")) == []


def test_they_may_stand_at_a_second_place_within_a_sentence() -> None:
    twice = ("Ben", "Down by the old yard we met, and down by the old yard we left.")
    assert pieces(*TALK, twice, *TALK[:2], ("Ada", "by the old yard."), ("Ben", "Yes.")) == [
        "by the old yard."
    ]


def test_a_long_turn_is_no_piece() -> None:
    long = " ".join(["because the boats came in and went out again"] * 7)
    rows = (("Ben", f"We stayed {long}."), *TALK, ("Ada", long), ("Ben", "Yes."))
    assert pieces(*rows) == []
    assert len(pieces(("Ben", f"We stayed {long[:200]}."), *TALK, ("Ada", long[:200]), ("Ben", "Yes."))) == 1


@pytest.mark.parametrize("others", [2, 1])
def test_two_turns_between_the_halves_are_the_most(others: int) -> None:
    between = [("Ada", "I remember that, it stood in the yard for years.") for _ in range(others)]
    rows = (*TALK, ("Ben", "We sold the old engine of the crane to"), *between, ("Ben", "a museum up north."))
    assert pieces(*rows) == ["a museum up north."]
    assert pieces(*rows[:-1], between[0], between[0], rows[-1]) == []


def test_a_link_between_the_halves_is_no_back_channel() -> None:
    half, link = ("Ben", "We sold the old engine of the crane to"), (None, "Read more: The crane")
    assert pieces(*TALK, half, link, ("Ben", "a museum up north.")) == ["a museum up north."]
    assert pieces(*TALK, half, ("Ada", "Did you?"), ("Ben", "a museum up north.")) == []


def test_a_capital_that_a_page_put_there_does_not_hide_a_long_piece() -> None:
    piece = "Because the yard closed down and nobody else wanted it."
    assert pieces(*TALK, ("Ada", piece), ("Ben", "Yes.")) == [piece]
    assert pieces(*TALK, ("Ada", "Because the yard closed down."), ("Ben", "Yes.")) == []
    assert pieces(*TALK, (None, "With two apprentices from the school."), *TALK[:4]) == [
        "With two apprentices from the school."
    ]


def test_what_completes_a_turn_that_broke_off_is_attached_to_it() -> None:
    transcript = a_transcript(
        *TALK,
        ("Ben", "We sold the old engine of the crane to"),
        ("Ada", "I remember that, it stood in the yard for years."),
        ("Ben", "a museum up in the north."),
    )
    (finding,) = found(OrphanFragment(), transcript)
    fixed = settled(transcript, finding)
    assert fixed["8"].text == "We sold the old engine of the crane to a museum up in the north."
    assert "goes on where turn 8 breaks off" in finding.reason
    assert finding.evidence == ("The turn that it completes breaks off.",)


@pytest.mark.parametrize("between", ["Mm-hm.", "Oh, really?", "Of course you did."])
def test_behind_a_back_channel_a_speaker_goes_on(between: str) -> None:
    rows = (*TALK, ("Ben", "We sold the old engine of the crane to"), ("Ada", between))
    assert pieces(*rows, ("Ben", "a museum up in the north.")) == []


@pytest.mark.parametrize("mark", [" —", " –", "-", "...", "…", ","])
def test_an_interrupted_speaker_goes_on(mark: str) -> None:
    rows = (*TALK, ("Ben", f"We sold the old engine of the crane to{mark}"), ("Ada", "Where did it go to?"))
    assert pieces(*rows, ("Ben", "to the museum up in the north and")) == []


def test_what_stops_at_both_ends_is_a_piece_and_nothing_else() -> None:
    transcript = a_transcript(*TALK, ("Ada", "to the others who were waiting outside for"), ("Ben", "Yes."))
    assert len(found(OrphanFragment(), transcript)) == 1
    assert found(TruncatedTurn(), transcript) == []
    assert found(LowerCaseStart(), transcript) == []


@pytest.mark.parametrize("piece", ["of those who came.", "than the old one.", "whose ropes were new."])
def test_no_sentence_begins_with_such_a_word(piece: str) -> None:
    assert pieces(*TALK, ("Ada", piece), ("Ben", "Yes.")) == [piece]


def test_of_course_begins_one() -> None:
    assert pieces(*TALK, ("Ada", "of course it does."), ("Ben", "Yes.")) == []


def test_german_pieces_are_found_by_the_same_words_elsewhere() -> None:
    piece = "nach dem Krieg sonst niemand"
    assert pieces(*DEUTSCH, ("Eva", piece), ("Jan", "Ja."), language="de") == [piece]
    assert pieces(*DEUTSCH, ("Eva", "nach dem Krieg kam er."), ("Jan", "Ja."), language="de") == []


def test_without_any_names_a_paragraph_may_be_a_piece_too() -> None:
    rows = tuple((None, text) for _, text in TALK)
    assert pieces(*rows, (None, "the yard closed down and nobody else wanted it."), (None, "Yes.")) == [
        "the yard closed down and nobody else wanted it."
    ]


def test_where_turns_start_in_lower_case_it_tells_nothing() -> None:
    rows = tuple((name, text.lower()) for name, text in TALK)
    assert pieces(*rows, ("Ada", "the yard closed down and nobody else wanted it.")) == []


def test_where_turns_end_without_marks_only_words_from_elsewhere_tell() -> None:
    rows = tuple((name, text.rstrip(".?")) for name, text in TALK)
    assert pieces(*rows, ("Ada", "to the others who were waiting outside for"), ("Ben", "Yes")) == []


def test_a_piece_is_set_aside_first_and_its_speaker_stays_known() -> None:
    transcript = a_transcript(*TALK, ("Ada", "because the yard closed"), ("Ben", "Yes."))
    (finding,) = found(OrphanFragment(), transcript)
    assert finding.title == "Turn 8 is a fragment"
    assert "the same words stand in the middle of a sentence in turn 2" in finding.reason
    assert "because the yard closed" not in texts(settled(transcript, finding))


@pytest.mark.parametrize(("cuts", "is_piece"), [(2, True), (3, False)])
def test_where_a_recogniser_cuts_sentences_up_a_piece_tells_nothing(cuts: int, is_piece: bool) -> None:
    cut_up = (("Ben", "Nobody could say what the"), ("Ada", "I mean the one by the gate, of course.")) * cuts
    piece = "the yard closed down and nobody else wanted it."
    assert pieces(*TALK, *cut_up, ("Ada", piece), ("Ben", "Yes.")) == [piece] * is_piece


def test_three_sentences_that_are_cut_in_a_long_talk_are_few() -> None:
    cut_up = (("Ben", "Nobody could say what the"), ("Ada", "I mean the one by the gate, of course.")) * 3
    piece = "the yard closed down and nobody else wanted it."
    long = [(name, f"{text} Number {number}.") for number in range(4) for name, text in TALK]
    assert pieces(*TALK, *long, *cut_up, ("Ada", piece), ("Ben", "Yes.")) == [piece]


@pytest.mark.parametrize(("ends", "is_piece"), [(1, True), (4, False)])
def test_what_breaks_off_is_a_piece_where_few_turns_end_without_a_mark(ends: int, is_piece: bool) -> None:
    open_ends = (("Ada", "Nobody could say what it was"), ("Ben", "Right. It was a long time ago.")) * ends
    piece = "as the barge went down the river in the"
    assert pieces(*TALK, *open_ends, ("Ada", piece), ("Ben", "Yes.")) == [piece] * is_piece
