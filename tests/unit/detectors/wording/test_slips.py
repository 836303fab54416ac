"""Which doublings are slips, told of one sentence at a time."""

from __future__ import annotations

import pytest

from interviews.detectors.wording.slips import slips_in


def slips(text: str) -> list[str]:
    return [
        " ".join(word.folded for word in said[run.start : run.start + run.period])
        for said, run in slips_in(text, 1, 6)
    ]


@pytest.mark.parametrize(
    ("text", "doubled"),
    [
        ("It was a a boat.", "a"),
        ("And i i went.", "i"),
        ("We took the boat the boat home.", "the boat"),
        ("We took the, the boat.", "the"),
        ("We had a handful, handful of boats.", "handful"),
        ("We took the boat home the boat home the boat home then.", "the boat home"),
        ("So what he left left us poor.", "left"),
        ("He did did it.", "did"),
        ("The the boat left.", "the"),
    ],
)
def test_a_slip_is_found(text: str, doubled: str) -> None:
    assert slips(text) == [doubled]


@pytest.mark.parametrize(
    "text",
    [
        "He left. On the boat left on the boat.",  # the first of the two ends a sentence
        "We left on the boat left. On the boat we slept.",  # and here the second
        "It was plan b b.",
        "It was 12 12 then.",
        "Handful, handful of boats.",
        "We went to Duran Duran there.",
        "What he did did surprise me.",
        "I know that those we lose, we lose at once.",
        "We saw boat after boat after boat.",
        "The the the the the the the the the the boat.",
    ],
)
def test_what_is_no_slip_stays(text: str) -> None:
    assert slips(text) == []
