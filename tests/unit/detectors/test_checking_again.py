"""After any edits a checker that has seen the versions before finds what a check from nothing finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Detector, Finding
from interviews.detectors.checking import Checker, check
from interviews.detectors.configuring import Configuration
from interviews.detectors.doubled import DoubledPhrase
from interviews.detectors.house_rules import HouseRule, HouseRuleDetector
from interviews.detectors.kinds import Kind
from interviews.detectors.registry import DETECTORS
from interviews.transcript.edits import MoveTurn, SetText, apply
from interviews.transcript.turns import Part, Role, Speaker, Transcript, Turn
from tests.builders import a_transcript
from tests.handwritten import written_interviews
from tests.unit.transcript.strategies import fitting_edits, labels, reasons, times

# What is said once is sound; what is drawn twice, or beside its neighbour here, is a fault or nearly one.
SAID = (
    "What first drew you to the lighthouse on the northern skerries, and who told you about it?",
    "Who told you about the lighthouse on the northern skerries? What first drew you to it?",
    "What was the hardest obstacle on the skerries, the weather or the lighthouse?",
    "Which challenge was tough on the skerries in that lighthouse?",
    "My uncle Torvald rowed past the skerries in 1974 and brought 30 barrels of herring to Marstrand.",
    "In 1974 it was Torvald, my uncle, who rowed by with 30 barrels of herring meant for Marstrand, you see.",
    "My uncle Torvald rowed past those skerries in 1974 and he brought 30 barrels of herring to Marstrand.",
    "and brought 30 barrels of herring to Marstrand. We ate them until the spring came round again.",
    "Thank you for joining us today, it has been a pleasure to talk with you. Goodbye and take care.",
    "Thank you so much for joining us today. It was a pleasure talking with you. Goodbye, take care.",
    "Thank you for having me.",
    "no no no no no no no no no no no no no no no no no no no no no no no no",
    "We painted the the lamp room in white, and and then we went home to sleep for a week.",
    "we painted the lamp room in white and went home. then it rained for a week. So it goes.",
    "It was the keeper's job. It was always the keeper's job to wind it up. It was the keeper's job.",
    "I always wanted to see the lamp turn at night. I always wanted to see the lamp turn at night.",
    "The fshhfahh of the wxqzvk lamps was 1i5tcning to us, and the engine sang.",
    "The lamps were im portant and the trans- cript of the t h i n g s was lost.",
    "The wxqzvk lamps of the fshhfahh were bright, and nobody has written them down.",
    "Itâ€™s a long way to the pier, donâ€™t you think so?",
    "[00:18:20] The ferry comes twice a day, #ferry #island #news",
    "Transcribed by https://otter.ai",
    "Thanks for watching!",
    "The lamp (and its glass were carried up by hand, he said “as ever.",
    "The lamp was lit by hand",
    "and I think that the most imp",
    "Or both, as they assess the reports.",
    "one two three four five",
    "one two three four five six seven eight",
    "five six seven eight nine ten eleven twelve",
    "Yeah, exactly.",
    "Right.",
    "The keeper’s logbook is ‘gone‘, isn‘t it?",
    "to support for the offensive they sent to demand for their boats",
    "",
)
TEXTS = st.sampled_from(SAID)
RULE = HouseRule("7", "Boats", r"boats?|lamps?", "Say ship.", replacement="ship")
LOOKED_FOR: tuple[Detector, ...] = (*DETECTORS, HouseRuleDetector(RULE))
SPEAKERS = (Speaker("Ana", Role.INTERVIEWER), Speaker("Ben", Role.GUEST))


@st.composite
def faulty(draw: st.DrawFn) -> Transcript:
    """An interview of faults, some in a row as they stand above, so that many are found."""
    turns: list[Turn] = []
    for _ in range(draw(st.integers(1, 5))):
        first = draw(st.integers(0, len(SAID) - 1))
        for text in SAID[first : first + draw(st.integers(1, 6))]:
            part = draw(st.sampled_from([Part.DIALOGUE] * 9 + [Part.BACKGROUND]))
            start, end = draw(st.sampled_from([(None, None), (1000, 2000)])) or draw(st.tuples(times, times))
            aside = draw(st.sampled_from([""] * 9 + ["said twice"]))
            turns.append(Turn(f"t{len(turns)}", text, draw(labels), start, end, aside, part))
    known = draw(st.sampled_from([(), SPEAKERS]))
    return Transcript(tuple(turns), known, draw(st.sampled_from(["en", "en", "en", "de"])))


def follows(checker: Checker, transcript: Transcript) -> None:
    """The checker finds all that a check from nothing finds: every field of it, in the same order."""
    assert checker.check(transcript, LOOKED_FOR) == check(transcript, LOOKED_FOR)


@settings(max_examples=200)
@given(faulty(), st.data())
def test_after_any_edits_it_finds_what_a_check_from_nothing_finds(
    transcript: Transcript, data: DataObject
) -> None:
    checker = Checker()
    follows(checker, transcript)
    for number in range(data.draw(st.integers(1, 8))):
        transcript = apply(transcript, data.draw(fitting_edits(transcript, f"new{number}", TEXTS)))
        follows(checker, transcript)


@settings(max_examples=15)
@given(st.data())
@pytest.mark.parametrize("name", ["herring", "quiz_night", "raw_cycling", "geigenbau"])
def test_in_an_interview_that_people_wrote_too(name: str, data: DataObject) -> None:
    transcript = next(one.transcript for one in written_interviews() if one.name == name)
    own = st.sampled_from([turn.text for turn in transcript])
    checker = Checker()
    follows(checker, transcript)
    for number in range(data.draw(st.integers(1, 6))):
        edit = fitting_edits(transcript, f"new{number}", own | TEXTS)
        transcript = apply(transcript, data.draw(edit))
        follows(checker, transcript)


@given(faulty(), faulty())
def test_another_interview_is_found_nothing_of(one: Transcript, other: Transcript) -> None:
    checker = Checker()
    follows(checker, one)
    follows(checker, other)
    follows(checker, replace(one, language="de"))


@given(faulty(), st.data())
def test_turns_in_another_order_are_looked_at_in_that_order(transcript: Transcript, data: DataObject) -> None:
    checker = Checker()
    follows(checker, transcript)
    follows(checker, replace(transcript, turns=tuple(data.draw(st.permutations(transcript.turns)))))


@given(faulty(), st.data())
def test_turns_that_are_set_aside_or_become_background_are_followed(
    transcript: Transcript, data: DataObject
) -> None:
    checker = Checker()
    for _ in range(3):
        follows(checker, transcript)
        turns = tuple(
            replace(
                turn,
                aside=data.draw(st.just("") | reasons),
                part=data.draw(st.sampled_from(Part)),
                speaker=data.draw(labels),
            )
            for turn in transcript.turns
        )
        transcript = replace(transcript, turns=turns)
    follows(checker, transcript)


def test_the_same_checker_may_be_asked_for_other_detectors_each_time() -> None:
    transcript = a_transcript(*[("Ana", text) for text in SAID])
    checker = Checker()
    for looked_for in (DETECTORS, DETECTORS[:5], (DoubledPhrase(stutter=90.0),), LOOKED_FOR, DETECTORS):
        assert checker.check(transcript, looked_for) == check(transcript, looked_for)
    quiet = Configuration(skip=frozenset({Kind.ASR_LOOP}))
    assert checker.check(transcript, configuration=quiet) == check(transcript, configuration=quiet)


class Failing:
    """A detector that gives up once."""

    kind = Kind.HOUSE_RULE
    languages = frozenset[str]()
    fails = True

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        if self.fails and analysis.dialogue:
            self.fails = False
            raise RuntimeError("not today")
        return iter(())


def test_a_check_that_breaks_off_leaves_nothing_behind() -> None:
    transcript = a_transcript(*[("Ana", text) for text in SAID])
    checker = Checker()
    checker.check(transcript)
    edited = apply(transcript, SetText("1", SAID[0], SAID[4]))
    with pytest.raises(RuntimeError):
        checker.check(edited, (Failing(), *DETECTORS))
    edited = apply(edited, MoveTurn("3", "2", None))
    assert checker.check(edited) == check(edited)


def test_only_what_changed_is_asked_again() -> None:
    transcript = a_transcript(*[("Ana", f"{text} {number}") for number, text in enumerate(SAID)])
    asked: list[str] = []

    def ask(text: str) -> bool:
        asked.append(text)
        return True

    class Asking:
        kind = Kind.HOUSE_RULE
        languages = frozenset[str]()

        def find(self, analysis: Analysis) -> Iterator[Finding]:
            assert len(analysis.each_said(ask)) == len(analysis.dialogue)
            return iter(())

    checker = Checker()
    checker.check(transcript, (Asking(),))
    assert len(asked) == len(SAID)
    asked.clear()
    checker.check(apply(transcript, SetText("3", f"{SAID[2]} 2", "Another.")), (Asking(),))
    assert asked == ["Another."]
