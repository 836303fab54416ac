"""A newsroom says what is looked for and how much it weighs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding
from interviews.detectors.checking import check, findings
from interviews.detectors.configuring import Configuration, unknown_names, unknown_weights
from interviews.detectors.doubled import DoubledPhrase
from interviews.detectors.kinds import Kind, Severity
from tests.builders import a_transcript

# A doubled word, a notice; and a fragment without a speaker, an error.
CLOCK = a_transcript(
    ("Ada", "Who wound the the clock in the tower before you did?"),
    ("Bo", "My aunt wound it, every Monday, for thirty-one years."),
    ("Ada", "And what did she teach you about it?"),
    ("Bo", "She taught me to listen to it before I touch anything."),
    (None, "Or both the parish and the council as they weigh what the new clock may cost them."),
    ("Ada", "What do you hear, when you listen?"),
    ("Bo", "Mostly I hear whether it has been raining."),
)


class Unsure:
    """Holds every turn to be garbled, a little."""

    kind = Kind.GARBLED_WORDS
    languages: frozenset[str] = frozenset()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for turn in analysis.dialogue:
            yield Finding(self.kind, (turn.passage(),), "", "", 0.5, severity=Severity.NOTICE)


def kinds(configuration: Configuration) -> dict[str, str]:
    return {one.kind.value: one.weight.value for one in findings(CLOCK, configuration=configuration)}


def test_without_a_choice_everything_is_looked_for_at_its_own_weight() -> None:
    assert kinds(Configuration()) == {"doubled_phrase": "notice", "orphan_fragment": "error"}


@pytest.mark.parametrize(
    "configuration",
    [
        Configuration(only=frozenset({"doubled_phrase"})),
        Configuration(skip=frozenset({"orphan_fragment"})),
        Configuration(weights={"orphan_fragment": "off"}),
    ],
)
def test_what_is_not_wanted_is_not_looked_for(configuration: Configuration) -> None:
    assert kinds(configuration) == {"doubled_phrase": "notice"}


def test_what_is_asked_for_and_skipped_is_skipped() -> None:
    both = frozenset({"doubled_phrase"})
    assert kinds(Configuration(only=both, skip=both)) == {}


def test_a_kind_weighs_what_the_newsroom_says() -> None:
    heavier = Configuration(weights={"doubled_phrase": "error", "orphan_fragment": "notice"})
    assert kinds(heavier) == {"doubled_phrase": "error", "orphan_fragment": "notice"}


def test_incidents_are_made_of_what_is_wanted() -> None:
    (incident,) = check(CLOCK, configuration=Configuration(only=frozenset({"orphan_fragment"})))
    assert incident.head.kind == "orphan_fragment"


def test_what_a_detector_holds_to_be_lighter_never_becomes_heavier() -> None:
    unsure = a_transcript(("Ada", "We went to see the boats."))
    (finding,) = findings(unsure, (Unsure(),))
    assert (finding.weight, finding.kind.info.severity) == ("notice", "warning")
    raised = Configuration(weights={"garbled_words": "error"})
    assert findings(unsure, (Unsure(),), configuration=raised)[0].weight == "notice"


@pytest.mark.parametrize("weights", [{"doubled_phrase": "loud"}, {"doubled": "off"}])
def test_a_choice_that_makes_no_sense_changes_nothing(weights: dict[str, str]) -> None:
    (finding,) = findings(CLOCK, (DoubledPhrase(),), configuration=Configuration(weights=weights))
    assert finding.weight == "notice"


def test_a_name_that_nothing_has_is_told_with_the_nearest_that_there_is() -> None:
    assert unknown_names(["doubled_phrase", "doubled_phrases", "ASR-LOOP", "xyz"]) == [
        "There is no kind “doubled_phrases”. Did you mean “doubled_phrase”?",
        "There is no kind “ASR-LOOP”. Did you mean “asr_loop”?",
        "There is no kind “xyz”.",
    ]


def test_a_weight_that_there_is_not_is_told() -> None:
    assert unknown_weights({"mojibake": "loud", "time_fault": "off", "asr_loop": "error"}) == [
        "“mojibake” can be off, notice, warning or error, not “loud”."
    ]
