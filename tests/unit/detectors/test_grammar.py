"""An infinitive with the preposition of its noun."""

from __future__ import annotations

import pytest

from interviews.detectors.grammar import BrokenGrammar
from interviews.detectors.kinds import Severity
from tests.builders import a_transcript, found, settled, words_of


def test_an_infinitive_that_is_mixed_with_its_noun_is_shown() -> None:
    transcript = a_transcript(("Ada", "They sent a crew, to support for the harbour works."))
    (finding,) = found(BrokenGrammar(), transcript)
    assert finding.weight is Severity.NOTICE
    assert words_of(transcript, [finding]) == ["to support for"]
    fixed = settled(transcript, finding)
    assert fixed["1"].text == "They sent a crew, to support the harbour works."
    assert found(BrokenGrammar(), fixed) == []


@pytest.mark.parametrize(
    "text",
    [
        "Thanks to support for the harbour we are still here.",
        "They hope to support the harbour for the town.",
        "We try to support for the first time a foreign crew.",
        "It came down to demand for the rope.",
        "They want to vote for the plan and to look for the crew.",
    ],
)
def test_nouns_behind_to_and_verbs_with_their_preposition_are_fine(text: str) -> None:
    assert found(BrokenGrammar(), a_transcript(("Ada", text))) == []
