"""Fragments on their own, and turns that break off."""

from __future__ import annotations

import pytest

from interviews.detectors.analysis import Analysis
from interviews.detectors.fragments import OrphanFragment, TruncatedTurn
from interviews.detectors.kinds import Severity
from interviews.detectors.wording.vocabulary import zipf_table
from tests.builders import a_transcript, found, settled, words_of

TALK = (
    ("Ada", "How did the harbour get its crane?"),
    ("Ben", "The town bought it from a yard that closed down."),
    ("Ada", "And who runs it today?"),
    ("Ben", "My sister does, with two apprentices."),
    ("Ada", "Does it pay its way?"),
    ("Ben", "In good years it does."),
)


@pytest.mark.parametrize(
    "fragment",
    [
        "and the ferries that call there in summer.",
        "Or both the yard and the town, as they look for buyers.",
        "Which nobody had expected to see again.",
        "hat is why the winch had to be replaced.",  # "That" without its first letter
        "Nd that was the end of the old quay.",
        "O we painted it red.",
    ],
)
def test_a_piece_of_a_sentence_without_a_speaker_is_an_orphan(fragment: str) -> None:
    transcript = a_transcript(*TALK, (None, fragment), ("Ada", "I see."))
    assert words_of(transcript, found(OrphanFragment(), transcript)) == [fragment]


@pytest.mark.parametrize(
    "line",
    ["[laughter]", "(applause)", "#harbour #crane", "The crane was painted in May.", "**The second hour**"],
)
def test_notes_headings_and_whole_sentences_are_no_orphans(line: str) -> None:
    assert found(OrphanFragment(), a_transcript(*TALK, (None, line), ("Ada", "I see."))) == []


def test_where_labels_are_rare_a_turn_without_one_is_nothing_special() -> None:
    paragraphs = tuple((None, f"and then the winch turned {number} times.") for number in range(6))
    assert found(OrphanFragment(), a_transcript(*TALK, *paragraphs)) == []


def test_german_fragments_are_known_by_their_small_letter_only() -> None:
    talk = (
        ("Eva", "Wem gehört der Kran?"),
        ("Jan", "Der Stadt."),
        ("Eva", "Seit wann?"),
        ("Jan", "Seit Mai."),
    )
    small = a_transcript(*talk, (None, "und den Fähren im Sommer."), language="de")
    capital = a_transcript(*talk, (None, "Or ist ein Wort, das hier nichts heißt."), language="de")
    assert len(found(OrphanFragment(), small)) == 1
    assert found(OrphanFragment(), capital) == []


def test_an_orphan_is_attached_to_the_turn_that_broke_off_before_it() -> None:
    transcript = a_transcript(*TALK, ("Ben", "We sold the engine to"), (None, "a museum in the north."))
    (finding,) = found(OrphanFragment(), transcript)
    fixed = settled(transcript, finding)
    assert fixed["7"].text == "We sold the engine to a museum in the north."
    assert found(OrphanFragment(), fixed) == []


def test_an_orphan_behind_a_whole_sentence_is_set_aside() -> None:
    transcript = a_transcript(*TALK, (None, "or the ferries, as they leave."), ("Ada", "I see."))
    (finding,) = found(OrphanFragment(), transcript)
    assert finding.weight is Severity.ERROR
    fixed = settled(transcript, finding)
    assert fixed["7"].is_aside
    assert found(OrphanFragment(), fixed) == []


@pytest.mark.parametrize(
    "broken",
    ["And then we went down to the", "We had to take the whole gearbo", "The crane was painted again"],
)
def test_a_turn_without_a_final_mark_breaks_off(broken: str) -> None:
    transcript = a_transcript(*TALK, *TALK, ("Ben", broken))
    assert words_of(transcript, found(TruncatedTurn(), transcript)) == [broken]


@pytest.mark.parametrize(
    "spoken",
    [
        "And then we went down to the —",
        "And then we went down to the...",
        "And then we went down to the…",
        "I was going to say that-",
        "Right, and after that,",
        "Of course",
        "He called it “the old lady”",
        "You find it at https://crane.example/visit",
        "We open the gate at [00:12:40]",
        "Это был старый кран.",
        "それは古いクレーンでした。",
    ],
)
def test_interruptions_short_answers_and_links_do_not_break_off(spoken: str) -> None:
    assert found(TruncatedTurn(), a_transcript(*TALK, *TALK, ("Ben", spoken))) == []


@pytest.mark.parametrize(
    ("end", "breaks_off"),
    [
        ("You can. Write this down.\n\n500 g of flour\n300 ml of water\n1 spoon of patience", False),
        ("You can. Write this down.\n\n500 g of flour.\nAnd then 300 ml of", True),
        ("You can. Write this down.\n\nAnd then 300 ml of", True),
    ],
)
def test_a_list_at_the_end_of_a_turn_does_not_break_off(end: str, *, breaks_off: bool) -> None:
    assert bool(found(TruncatedTurn(), a_transcript(*TALK, *TALK, ("Ben", end)))) is breaks_off


def test_a_turn_that_stops_before_a_quote_breaks_off_unless_that_is_how_it_is_written_here() -> None:
    once = a_transcript(*TALK, *TALK, ("Ben", "So he goes to the mate and says,"))
    (finding,) = found(TruncatedTurn(), once)
    assert words_of(once, [finding]) == ["So he goes to the mate and says,"]
    assert finding.weight is Severity.NOTICE
    twice = a_transcript(*TALK, *TALK, ("Ben", "So he turns and says,"), ("Ben", "And the mate then said,"))
    assert found(TruncatedTurn(), twice) == []


@pytest.mark.parametrize(
    "ending",
    ["and then we went and then we went and then we went", "it was the it was the it was the it was the"],
)
def test_a_loop_does_not_break_off(ending: str) -> None:
    assert found(TruncatedTurn(), a_transcript(*TALK, *TALK, ("Ben", ending))) == []


@pytest.mark.parametrize("last", ["th", "the", ""])
def test_a_loop_whose_last_round_stops_within_a_word_does_not_break_off(last: str) -> None:
    ending = f"We saw the boat the boat the boat the boat {last}".rstrip()
    assert found(TruncatedTurn(), a_transcript(*TALK, *TALK, ("Ben", ending))) == []


def test_words_said_twice_are_no_loop_and_break_off() -> None:
    assert breaks_off("We saw the boat the boat th")


def test_what_the_same_speaker_begins_again_is_told_there() -> None:
    half, again = "So we went down to the quay and saw", "to the quay and saw the boat come in."
    assert not breaks_off_before(half, ("Ben", again))
    assert breaks_off_before(half, ("Ada", "to the quay and saw what?"))  # taken up by somebody else
    assert not breaks_off_before(
        half, ("Ada", "went down to the quay and saw the boat.")
    )  # too long for that
    assert breaks_off_before(half, ("Ben", "The boat came in."))


def breaks_off_before(said: str, following: tuple[str, str]) -> bool:
    return any(
        finding.title == "Turn 7 breaks off"
        for finding in found(TruncatedTurn(), a_transcript(*TALK, ("Ben", said), following))
    )


@pytest.mark.parametrize(
    "half",
    [
        "That was it. And as more and more people learn how to sail,",
        "That was it. But by the way, when you left the yard,",
        "Do you think that the harbour will go on,",
        "Weil der Kran schon so lange stand,",
        "Parce que la grue est vieille,",
    ],
)
def test_half_a_sentence_before_a_comma_breaks_off(half: str) -> None:
    transcript = a_transcript(*TALK, *TALK, ("Ben", half))
    (finding,) = found(TruncatedTurn(), transcript)
    assert finding.weight is Severity.NOTICE
    assert found(TruncatedTurn(), a_transcript(*TALK, *TALK, *[("Ben", half), ("Ada", "Yes.")] * 3)) == []


@pytest.mark.parametrize(
    "whole",
    ["We sold it as soon as we could,", "When it rains, we stay inside,", "As usual,", "So please read it,"],
)
def test_a_whole_clause_before_a_comma_is_an_interruption(whole: str) -> None:
    assert found(TruncatedTurn(), a_transcript(*TALK, *TALK, ("Ben", whole))) == []


def test_a_fragment_without_a_speaker_does_not_break_off_too() -> None:
    assert found(TruncatedTurn(), a_transcript(*TALK, *TALK, (None, "which they took down to the"))) == []


def test_a_transcript_without_final_marks_is_written_so() -> None:
    talk = tuple((name, "we went down to the quay that day") for name in ("Ada", "Ben", "Ada", "Ben", "Ada"))
    assert found(TruncatedTurn(), a_transcript(*TALK, *talk)) == []


def test_where_turns_have_no_final_marks_a_piece_of_a_word_still_breaks_off() -> None:
    talk = tuple((name, "we went down to the quay that day") for name in ("Ada", "Ben", "Ada", "Ben", "Ada"))
    transcript = a_transcript(*TALK, *talk, ("Ben", "and there we met the whole orches"))
    (finding,) = found(TruncatedTurn(), transcript)
    assert "inside a word" in finding.reason


CUT_UP = (
    ("Ada", "So the ferry was already on its"),
    ("Ben", "way back when the fog came in, and"),
    ("Ada", "I could not see the other side."),
    ("Ben", "Nobody could see it, and the horn was"),
    ("Ada", "broken as well, as it always is."),
)


@pytest.mark.parametrize(("rows", "broken"), [(CUT_UP[3:], ["Turn 49 breaks off"]), (CUT_UP, [])])
def test_a_recogniser_that_takes_one_voice_for_two_cuts_sentences_and_breaks_off_none(
    rows: tuple[tuple[str, str], ...], broken: list[str]
) -> None:
    transcript = a_transcript(*TALK * 8, *rows, *TALK)
    assert [finding.title for finding in found(TruncatedTurn(), transcript)] == broken


def test_what_does_not_go_on_breaks_off_among_sentences_that_do() -> None:
    transcript = a_transcript(*TALK * 8, *CUT_UP, ("Ben", "And so we all went to the"), *TALK)
    (finding,) = found(TruncatedTurn(), transcript)
    assert finding.title == "Turn 54 breaks off"


def test_three_sentences_cut_in_a_hundred_and_fifty_turns_are_few() -> None:
    assert len(found(TruncatedTurn(), a_transcript(*TALK * 24, *CUT_UP, *TALK))) == 3


def test_a_broken_turn_is_joined_with_its_continuation() -> None:
    transcript = a_transcript(
        *TALK, *TALK, ("Ben", "We sold the old engine to"), ("Ben", "a museum up in the north.")
    )
    (finding,) = found(TruncatedTurn(), transcript)
    fixed = settled(transcript, finding)
    assert fixed["13"].text == "We sold the old engine to a museum up in the north."
    assert found(TruncatedTurn(), fixed) == []


def test_a_broken_turn_may_be_marked_as_interrupted() -> None:
    transcript = a_transcript(*TALK, *TALK, ("Ben", "We sold the old engine to"), ("Ada", "To whom?"))
    (finding,) = found(TruncatedTurn(), transcript)
    fixed = settled(transcript, finding)
    assert fixed["13"].text == "We sold the old engine to —"
    assert found(TruncatedTurn(), fixed) == []


def test_a_credit_of_subtitles_does_not_break_off() -> None:
    credit = ("Ben", "Untertitel im Auftrag des ZDF für funk, 2017")
    assert not found(TruncatedTurn(), a_transcript(*TALK, credit, language="de"))
    assert found(
        TruncatedTurn(), a_transcript(*TALK, ("Ben", "Die Untertitel im Auftrag des Senders"), language="de")
    )


@pytest.mark.parametrize(
    ("said", "others", "breaks_off"),
    [
        ("We went down with our apprentic", 0, True),
        ("And then we saw the crane", 1, True),
        ("And then we saw the crane", 2, False),
        ("We went down with our apprentic", 3, True),  # within a word, whatever the style
        ("We saw it there: http://example.org", 0, False),
        ("We saw it", 0, False),
        ("We saw the xqvz", 3, False),
        ("We saw the Harb", 3, False),
    ],
)
def test_a_turn_breaks_off_where_the_others_do_not(said: str, others: int, breaks_off: bool) -> None:
    ended = [("Ada", f"So that was number {number} of them all") for number in range(others)]
    titles = [f.title for f in found(TruncatedTurn(), a_transcript(*TALK, *ended, ("Ben", said)))]
    assert (f"Turn {7 + others} breaks off" in titles) is breaks_off


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("and the ferries call there.", "starts mid-sentence with “and”"),
        ("hat is why it broke.", "starts mid-sentence"),
        ("Boats call there.", ""),
        ("Nd that was the end of it.", "looks like “and” without its first letter"),
        ("O we painted it red.", "without its first letter"),
        ("I painted it red.", ""),
        ("A boat came in.", ""),
        ("Even then it was red.", ""),  # "seven" is no likelier
        ("Which nobody had expected.", "leans on a sentence that is not there"),
        ("We saw the crane and then", "breaks off"),
        ("We saw the crane.", ""),
        ("[laughter]", ""),
        ("…", ""),
    ],
)
def test_why_a_turn_without_a_speaker_is_a_fragment(said: str, why: str) -> None:
    reasons = [finding.reason for finding in found(OrphanFragment(), a_transcript(*TALK, (None, said)))]
    assert len(reasons) == bool(why)
    assert all(why in reason for reason in reasons)


def breaks_off(said: str, *others: tuple[str, str], detector: TruncatedTurn | None = None) -> bool:
    transcript = a_transcript(*TALK, *others, ("Ben", said))
    findings = found(detector or TruncatedTurn(), transcript)
    return words_of(transcript, findings)[-1:] == [said]


def test_as_large_a_share_of_turns_without_a_mark_is_no_style_yet() -> None:
    said = "And then we saw the crane"
    share = Analysis(a_transcript(*TALK, ("Ben", said))).style.open_ends
    assert breaks_off(said, detector=TruncatedTurn(style_share=share))
    assert not breaks_off(said, detector=TruncatedTurn(style_share=share - 0.001))


def test_a_piece_of_a_word_is_rarer_than_a_word() -> None:
    open_ended = [("Ada", "we went down to the quay that day")] * 3
    said = "and there we met the whole hund"
    known = zipf_table("en")["hund"]
    assert not breaks_off(said, *open_ended, detector=TruncatedTurn())
    assert not breaks_off(said, *open_ended, detector=TruncatedTurn(unknown=known))
    assert breaks_off(said, *open_ended, detector=TruncatedTurn(unknown=known + 0.01))


def test_what_stands_twice_is_a_word_and_no_piece() -> None:
    open_ended = [("Ada", "we went down to the quay that day")] * 3
    said = ("Ben", "and there we met the whole orches")
    once = a_transcript(*TALK, *open_ended, said)
    twice = a_transcript(*TALK, ("Ada", "The orches of the town were there"), *open_ended, said)
    assert len(found(TruncatedTurn(), once)) == 1
    assert not found(TruncatedTurn(), twice)


@pytest.mark.parametrize(
    ("said", "broken"),
    [
        ("We open it at [00:12:40]", False),
        ("We open it at [00:12:40] and then we", True),
        ("We open it: http://crane.example", False),
        ("We have http://crane.example for it", True),
        ("We saw it", False),
        ("We saw it there", True),
    ],
)
def test_only_what_stands_at_the_very_end_excuses_it(said: str, broken: bool) -> None:
    assert breaks_off(said, *TALK, *TALK) is broken


def test_the_last_sentence_alone_is_shown() -> None:
    transcript = a_transcript(*TALK, *TALK, ("Ben", "It was late. So we went down to the"))
    assert words_of(transcript, found(TruncatedTurn(), transcript)) == ["So we went down to the"]


@pytest.mark.parametrize(
    ("following", "joined"),
    [
        (("Ben", "museum of the town."), True),
        ((None, "museum of the town."), True),
        (("Ada", "museum of the town?"), False),
        (("Ben", "Museums are rare."), False),
        (None, False),
    ],
)
def test_it_goes_on_in_a_small_letter_of_the_same_speaker(
    following: tuple[str | None, str] | None, joined: bool
) -> None:
    turns = [*TALK, *TALK, ("Ben", "So we sold it to the"), *([following] if following else [])]
    (finding,) = found(TruncatedTurn(), a_transcript(*turns))
    assert finding.fixes[0].label.startswith("Join it") is joined


def test_an_orphan_may_be_the_first_turn_or_stand_behind_another() -> None:
    first = a_transcript((None, "and the ferries call there."), *TALK)
    (finding,) = found(OrphanFragment(), first)
    assert [fix.label for fix in finding.fixes] == ["Set turn 1 aside"]
    two = a_transcript(*TALK, *TALK, (None, "and the ferries call there."), (None, "or both of them."))
    assert [len(finding.fixes) for finding in found(OrphanFragment(), two)] == [2, 1]


@pytest.mark.parametrize(
    ("broken", "told"),
    [(1, "1 of 7 turns of five words or more ends"), (2, "2 of 8 turns of five words or more end")],
)
def test_how_many_turns_break_off_is_counted_as_it_is(broken: int, told: str) -> None:
    rows = (*TALK, *[("Ben", "And so we bought the"), ("Ada", "We kept the old crane because")][:broken])
    finding, *_ = found(TruncatedTurn(), a_transcript(*rows))
    assert finding.evidence == (f"{told} like this.",)
