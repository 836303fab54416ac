import json
from pathlib import Path

import pytest

from interviews.detectors.base import Finding, Fix
from interviews.detectors.checking import check
from interviews.detectors.incidents import incidents
from interviews.detectors.kinds import Kind
from interviews.transcript.applying import apply_all
from interviews.transcript.edits import SetAside
from interviews.transcript.turns import Part, Transcript, Turn
from tests.builders import a_transcript, texts

SEED = Path(__file__).parents[4] / "shared" / "corpus" / "seed.jsonl"

TURNS = [
    ("Host", "Good evening, Ines. How did you come to keep bees on the roof?"),
    (
        "Ines",
        "My grandmother kept four hives behind the house, and I was the one who was not afraid of them.",
    ),
    ("Host", "What is the hardest part of keeping bees on a roof?"),
    (
        "Ines",
        "The wind is, and carrying sixty pounds of honey down a ladder that was built for chimney sweeps.",
    ),
    ("Host", "What does a hive need in winter?"),
    ("Ines", "Mostly to be left in peace, with enough honey of its own and a dry cover above it."),
    ("Host", "Thank you for your time, Ines. We will follow your bees."),
    (None, "Or both of them as the season goes on, and the wind with it."),
    ("Host", "Which difficulties do bees on a roof give you most trouble with?"),
    (
        "Ines",
        "The neighbours were worse than the wind until I gave each of them a jar with a ribbon around it.",
    ),
    ("Host", "Thank you for your time, Ines. May they all thrive."),
    ("Ines", "Thank you for having me."),
]


def test_a_continuation_past_the_end_is_one_incident_with_its_parts() -> None:
    transcript = a_transcript(*TURNS)
    (incident,) = [i for i in check(transcript) if i.head.kind is Kind.REPEATED_CLOSING]
    kinds = {part.kind for part in incident.parts}
    assert Kind.REPEATED_QUESTION in kinds
    assert kinds & {Kind.ORPHAN_FRAGMENT, Kind.MISSING_SPEAKER}


def test_its_first_fix_removes_the_first_closing_and_the_fragment() -> None:
    transcript = a_transcript(*TURNS)
    (incident,) = [i for i in check(transcript) if i.head.kind is Kind.REPEATED_CLOSING]
    first = incident.head.fixes[0]
    assert first.label == "Remove the first closing and the fragment, keep the rest"
    assert first.keeps == {Kind.REPEATED_QUESTION}
    assert texts(apply_all(transcript, first.edits)) == [
        t for n, (_, t) in enumerate(TURNS) if n not in (6, 7)
    ]


def test_its_other_fixes_end_there_or_join_the_answers() -> None:
    transcript = a_transcript(*TURNS)
    (incident,) = [i for i in check(transcript) if i.head.kind is Kind.REPEATED_CLOSING]
    _, end, both = incident.head.fixes
    assert end.label == "End at turn 7, set turns 8–12 aside"
    assert texts(apply_all(transcript, end.edits)) == [text for _, text in TURNS[:7]]
    assert both.label == "Remove the first closing and the fragment, keep both answers under turn 3"
    after = texts(apply_all(transcript, both.edits))
    assert after.index(TURNS[9][1]) == after.index(TURNS[3][1]) + 1
    assert TURNS[8][1] not in after


def test_what_lies_in_a_later_copy_is_settled_with_it() -> None:
    transcript = a_transcript(("Ben", "One way or the the other."), ("Ben", "One way or the the other."))
    copy = Finding(
        Kind.EXACT_DUPLICATE_TURN,
        (transcript["2"].passage(),),
        "t",
        "r",
        0.9,
        (Fix("Set turn 2 aside", (SetAside("2", "said twice"),)),),
        (transcript["1"].passage(),),
    )
    inside = Finding(Kind.DOUBLED_PHRASE, (transcript["2"].passage(11, 18),), "t", "r", 0.9)
    outside = Finding(Kind.DOUBLED_PHRASE, (transcript["1"].passage(11, 18),), "t", "r", 0.9)
    grouped = incidents(transcript, (outside, copy, inside))
    assert [(i.head, i.parts) for i in grouped] == [(outside, ()), (copy, (inside,))]


def test_a_fragment_before_a_doubled_block_goes_with_the_block() -> None:
    block = [
        ("Ada", "When did the mill stop working for good?"),
        ("Ben", "It stopped in the autumn when the river ran low and nobody came to dredge it."),
    ]
    between = [
        ("Ada", "And the dances?"),
        ("Ben", "They were held in the barn, with two fiddles and a drum."),
    ]
    turns = [*block, *between, (None, "or the key that my father kept."), *block]
    transcript = a_transcript(*turns)
    (incident,) = [i for i in check(transcript) if i.head.kind is Kind.DUPLICATE_BLOCK]
    assert incident.parts
    assert incident.head.fixes[0].label == "Set turns 6–7 aside and the fragment"
    assert texts(apply_all(transcript, incident.head.fixes[0].edits)) == [t for _, t in (*block, *between)]


def test_a_question_without_a_fix_of_its_own_takes_none_from_the_incident() -> None:
    transcript = a_transcript(*((None, f"Turn number {number}.") for number in range(1, 12)))

    def about(kind: Kind, related: str, later: str, fixes: tuple[Fix, ...]) -> Finding:
        passages = (transcript[later].passage(),)
        return Finding(kind, passages, "t", "r", 0.9, fixes, related=(transcript[related].passage(),))

    joined = Fix("Keep both", (SetAside("9", "asked twice"),))
    closing = about(Kind.REPEATED_CLOSING, "7", "11", (Fix("Remove", (SetAside("7", "twice"),)),))
    first = about(Kind.REPEATED_QUESTION, "1", "9", (joined,))
    second = about(Kind.REPEATED_QUESTION, "3", "10", ())
    (incident,) = incidents(transcript, (closing, first, second))
    assert incident.parts == (first, second)
    assert [edit.turn for edit in incident.head.fixes[-1].edits if isinstance(edit, SetAside)] == ["7", "9"]


def test_every_finding_is_in_exactly_one_incident() -> None:
    transcript = a_transcript(*TURNS, *TURNS[2:6])
    grouped = check(transcript)
    told = [finding for incident in grouped for finding in (incident.head, *incident.parts)]
    assert len(told) == len({id(finding) for finding in told})


@pytest.mark.skipif(not SEED.exists(), reason="the reference corpus is not beside this checkout")
def test_the_first_interview_of_this_project_is_one_incident() -> None:
    turns = json.loads(SEED.read_text("utf-8").splitlines()[0])["turns"]
    lead = next(number for number, turn in enumerate(turns) if turn["speaker"])
    transcript = Transcript(
        tuple(
            Turn(str(n), t["text"], t["speaker"] or None, part=Part.BACKGROUND if n < lead else Part.DIALOGUE)
            for n, t in enumerate(turns)
        )
    )
    (incident,) = [i for i in check(transcript) if i.head.kind is Kind.REPEATED_CLOSING]
    assert incident.head.title == "The interview closes twice, at turns 11 and 17"
    assert {part.kind for part in incident.parts} == {Kind.ORPHAN_FRAGMENT, Kind.REPEATED_QUESTION}
    assert all(apply_all(transcript, fix.edits) for fix in incident.head.fixes)
    after = apply_all(transcript, incident.head.fixes[0].edits)
    assert not [i for i in check(after) if i.head.kind is Kind.REPEATED_CLOSING]
