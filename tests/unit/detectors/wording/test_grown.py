"""Lines within a turn that grow."""

from __future__ import annotations

import pytest

from interviews.detectors.captions import RollingCaptions
from interviews.detectors.doubled import DoubledPhrase
from interviews.detectors.wording.grown import grown_lines
from tests.builders import a_transcript, found, settled, texts

GROWN = "The lease\n The lease on the ground\nThe lease on the ground runs until May. So it does."


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        (GROWN, ["The lease\n The lease on the ground\n"]),
        (f"We met.\n{GROWN}\nThen we left.", ["The lease\n The lease on the ground\n"]),
        (f"{GROWN}\n\n{GROWN}", ["The lease\n The lease on the ground\n"] * 2),
        ("The lease\nThe lease on the ground", []),  # two lines
        ("The lease\nThe lease\nThe lease", []),  # none of them grows
        ("One\nTwo\nThree", []),
        ("\n\n\n", []),
    ],
)
def test_what_the_last_of_growing_lines_repeats(text: str, repeated: list[str]) -> None:
    assert [span.of(text) for span in grown_lines(text)] == repeated


def test_a_caption_that_grew_within_a_turn_is_one_finding_and_no_doubled_phrase() -> None:
    transcript = a_transcript(("Ada", "Who owns it?"), ("Ben", GROWN), ("Ada", "I see."))
    (finding,) = found(RollingCaptions(), transcript)
    assert finding.title == "Turn 2 holds rolling captions"
    once = "The lease on the ground runs until May. So it does."
    assert texts(settled(transcript, finding)) == ["Who owns it?", once, "I see."]
    assert found(DoubledPhrase(), transcript) == []
