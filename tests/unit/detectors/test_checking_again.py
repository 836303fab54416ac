"""After any edits a checker that has seen the versions before finds what a check from nothing finds."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Detector, Finding
from interviews.detectors.checking import Checker, check
from interviews.detectors.configuring import Configuration
from interviews.detectors.doubled import DoubledPhrase
from interviews.detectors.fragments import TruncatedTurn
from interviews.detectors.garbled_elsewhere import GarbledElsewhere
from interviews.detectors.house_rules import HouseRule, HouseRuleDetector
from interviews.detectors.kinds import Kind
from interviews.detectors.quotes import MismatchedMarks
from interviews.detectors.registry import DETECTORS
from interviews.transcript.applying import apply
from interviews.transcript.edits import RenameSpeaker, SetText
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
            start, end = draw(st.just((None, None)) | st.tuples(times, times))
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


TUNNEL = (
    ("Host", "What was the hardest part of building the Millbrook tunnel?"),
    ("Guest", "It took us eleven years and two mayors, and in the end it was the baker who made them sign."),
    ("Host", "Where did the workers live while they were building the tunnel?"),
    ("Guest", "Most of them walked, because the tram went only as far as the gasworks in those days."),
    ("Host", "Which obstacles gave you most trouble with the Millbrook tunnel?"),
    ("Guest", "We sold what we could and gave the rest to the people who had come from the other bank."),
)
WATERWORKS = (
    ("Host", "How did the waterworks begin?"),
    ("Guest", "With a Quaker called Josiah Pease, in 1831, and a spring that he found under his brewery."),
    ("Host", "And the pipes?"),
    ("Guest", "They were elm at first. One bored them with an auger as long as a man is tall."),
    ("Host", "Was a brewer behind the waterworks?"),
    ("Guest", "That is not known to anybody, and it has been asked by better people than the two of us."),
)
CRANE = (
    ("Ada", "How did the harbour get its crane?"),
    ("Ben", "The town bought it, because the yard closed down, and it was cheap."),
    ("Ada", "And who runs it today?"),
    ("Ben", "My sister does. The yard itself has not been closed down, and that is because of her."),
    ("Ada", "the yard closed down."),
    ("Ben", "In good years it pays its way, and in bad ones we ask for help."),
)
# What somebody edits, and the change of another turn's finding that it makes.
FAR = {
    "a word stands alone when its plural goes": (
        (("Ana", "We heard the wxqzvkb engine there."), ("Ben", "All those wxqzvkbs were bright.")),
        (1, "All of those were bright."),
    ),
    "a turn ends with what the next one begins with": (
        (
            ("Ana", "Nothing of that kind."),
            ("Ben", "and brought the barrels to Marstrand. We ate for a week."),
        ),
        (0, "He rowed past and brought the barrels to Marstrand."),
    ),
    "a turn begins with what the one before ends with": (
        (("Ana", "He rowed past and brought the barrels to Marstrand."), ("Ben", "Nothing of that kind.")),
        (1, "and brought the barrels to Marstrand. We ate for a week."),
    ),
    "a loop is broken in its middle": ((("Ana", "It is the wind out there."),) * 3, (1, "It is not.")),
    "the words of a piece stand within a sentence no more": (
        CRANE,
        (1, "The town bought it, because the old yard closed, down the river, and it was cheap."),
    ),
    "a question goes, and the others weigh more": (TUNNEL, (2, "Tell me about the workers.")),
    "an answer comes to tell what another told": (
        WATERWORKS,
        (5, "Josiah Pease did, a Quaker: in 1831 he found a spring under the brewery that he had."),
    ),
}


@pytest.mark.parametrize("name", FAR)
def test_what_an_edit_does_to_findings_in_other_turns_is_seen(name: str) -> None:
    turns, (place, text) = FAR[name]
    before = a_transcript(*turns)
    after = apply(before, SetText(str(place + 1), turns[place][1], text))
    checker = Checker()
    assert checker.check(before) != checker.check(after)
    for transcript in (before, after, before):
        follows(checker, transcript)


def test_a_question_that_changes_hands_is_seen() -> None:
    before = a_transcript(*TUNNEL)
    after = apply(before, RenameSpeaker("Host", "Second host", ("5",)))
    checker = Checker()
    assert checker.check(before) != checker.check(after)
    for transcript in (before, after, before):
        follows(checker, transcript)


@pytest.mark.parametrize("detector", [MismatchedMarks, GarbledElsewhere, TruncatedTurn])
def test_another_language_and_other_thresholds_are_other_questions(
    detector: Callable[..., Detector],
) -> None:
    said = "Er sagte (es war im Hafen, und die T o r t e lag da, H o l z auch, we saw"
    transcript = a_transcript(("Ana", said), ("Ben", "Ja (und nein"), language="de")
    checker = Checker()
    for field in dataclasses.fields(detector()):  # type: ignore[arg-type]
        changed = detector(**{field.name: 0})
        for looked_for in ((detector(),), (changed,)):
            for language in ("de", "fr", "en"):
                spoken = replace(transcript, language=language)
                assert checker.check(spoken, looked_for) == check(spoken, looked_for)


def test_the_same_checker_may_be_asked_for_other_detectors_each_time() -> None:
    transcript = a_transcript(*[("Ana", text) for text in SAID])
    checker = Checker()
    for looked_for in (DETECTORS, DETECTORS[:5], (DoubledPhrase(stutter=90.0),), LOOKED_FOR, DETECTORS):
        assert checker.check(transcript, looked_for) == check(transcript, looked_for)
    quiet = Configuration(skip=frozenset({Kind.ASR_LOOP}))
    assert checker.check(transcript, configuration=quiet) == check(transcript, configuration=quiet)


@dataclass
class Asking:
    """A detector that asks one function about the dialogue, and about all that stands."""

    ask: Callable[[str], bool]
    kind = Kind.HOUSE_RULE
    languages = frozenset[str]()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        assert [turn for turn, _ in analysis.each_said(self.ask)] == list(analysis.dialogue)
        assert [turn for turn, _ in analysis.each(self.ask)] == list(analysis.standing)
        return iter(())


def test_the_dialogue_and_all_that_stands_are_asked_apart() -> None:
    transcript = a_transcript(("Ana", "Yes."), ("Ben", "No."), background=("They met in May.",))
    checker = Checker()
    checker.check(transcript, (Asking(bool),))
    checker.check(apply(transcript, SetText("b1", "They met in May.", "They met in June.")), (Asking(bool),))


def test_a_check_that_breaks_off_leaves_nothing_behind() -> None:
    bad = "The wxqzvkb engine, the wxqzvkb engine, the wxqzvkb engine (and so on"

    def ask(text: str) -> bool:
        if text == bad:
            raise RuntimeError("cannot be read")
        return True

    before = a_transcript(*[("Ana", text) for text in SAID if text])
    checker = Checker()
    looked_for = (*DETECTORS[:12], Asking(ask), *DETECTORS[12:])
    checker.check(before, looked_for)
    after = apply(before, SetText("1", SAID[0], bad))
    with pytest.raises(RuntimeError):
        checker.check(after, looked_for)
    assert checker.check(after) == check(after)


def test_only_what_changed_is_asked_again() -> None:
    transcript = a_transcript(*[("Ana", f"{text} {number}") for number, text in enumerate(SAID)])
    asked: list[str] = []

    def ask(text: str) -> bool:
        asked.append(text)
        return True

    checker = Checker()
    checker.check(transcript, (Asking(ask),))
    assert set(asked) == {turn.text for turn in transcript}
    asked.clear()
    checker.check(apply(transcript, SetText("3", f"{SAID[2]} 2", "Another.")), (Asking(ask),))
    assert set(asked) == {"Another."}
