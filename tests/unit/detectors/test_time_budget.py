"""No text makes a check slow: what is asked grows with the text, not with its square.

Work is counted in calls, of our own functions and of C's, so that no clock and no other program decides.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import count
from types import FrameType

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from interviews.detectors.checking import check
from interviews.transcript.turns import Transcript, Turn

SMALL = 2_000  # characters
TIMES = 4
# Four times the text is four times the work; sorting adds a little, and a rule may begin to look from some
# length on. Work that grows with the square would be sixteen times.
GROWTH = 7.0
START = 15_000  # calls, for what is the same in every check

PIECES = (
    *(
        "the",
        "the the ",
        "no ",
        "I mean, ",
        "and then we went ",
        "What do you think? ",
        "Thank you for coming. ",
    ),
    *("“", "”", "„", "«", "‘", '"', "'", "(", "((", "[", "]", ")", "a‘b ", "…", "...", ".", "?! ", " ", "\n"),
    *(
        "-",
        "- ",
        "— ",
        ", ",
        "¬",
        "\xad",
        "a",
        "aa",
        "Ab",
        "aB",
        "é",
        "e\u0301",
        "\u0301",
        "ä\u0308",
        "Ã©",
        "â€™",
    ),
    *(
        "𝒳",
        "你好",
        "नमस्ते",
        "שלום",
        "👩\u200d🚀",
        "\u200b",
        "\ufffd",
        "0",
        "7 ",
        "a1b",
        "00:01:02 ",
        "[00:01] ",
    ),
    *(
        "#a ",
        "# ",
        "**",
        "http://a.b/c?utm_a=",
        "www.",
        "<b>",
        "<",
        "&amp;",
        "&",
        "\\",
        "{\\an8}",
        "♪",
        "SPEAKER_1",
    ),
    *("Subtitles by ", "for watching", "bye bye ", "x" * 60, "im portant ", "o f t e n ", "har- bour "),
)
LABELS = ("none", "two", "every", "Q and A", "alike", "one")


@dataclass(frozen=True)
class Recipe:
    """How a hard text is made: what recurs, what is new each time, how long a turn is, who speaks."""

    unit: str
    numbered: bool
    changing: str
    turn: int
    labels: str

    def transcript(self, size: int) -> Transcript:
        """About so many characters."""
        turns: list[Turn] = []
        made, text, numbers = 0, "", count()
        while made < size:
            number = next(numbers)
            new = self.unit + (f"{number} " if self.numbered else "") + self.changing * (number % 3)
            text += new
            made += max(1, len(new))
            if len(text) >= self.turn:
                turns.append(Turn(str(len(turns)), text, self._label(len(turns))))
                text = ""
        turns.append(Turn(str(len(turns)), text, self._label(len(turns))))
        return Transcript(tuple(turns))

    def _label(self, number: int) -> str | None:
        return {
            "none": None,
            "one": "Ada",
            "two": ("Ada", "Ben")[number % 2],
            "every": f"Speaker {number}",
            "Q and A": "QA"[number % 2],
            "alike": f"Gerda L{'und' * (number % 40)}",
        }[self.labels]


recipes = st.builds(
    Recipe,
    unit=st.lists(st.sampled_from(PIECES) | st.text(max_size=4), min_size=1, max_size=6).map("".join),
    numbered=st.booleans(),
    changing=st.sampled_from(("", "", *PIECES)),
    turn=st.sampled_from((1, 20, 90, 600, 1_000_000)),
    labels=st.sampled_from(LABELS),
)


def work(transcript: Transcript) -> int:
    """Calls that a check makes of a transcript whose texts nobody has seen."""
    forget()
    calls = 0

    def counts(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(counts)
    try:
        check(transcript)
    finally:
        sys.setprofile(None)
    return calls


def forget() -> None:
    """Empty the caches of texts; the word lists, in smaller ones, stay."""
    for name, module in list(sys.modules.items()):
        if name.startswith("interviews."):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_parameters") and (value.cache_parameters()["maxsize"] or 0) >= 1_000:
                    value.cache_clear()


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(recipes)
@example(Recipe("What do you think of the ", True, "", 20, "two"))
@example(Recipe("Thank you for coming. ", False, "", 20, "every"))
@example(Recipe("(“", False, "", 1_000_000, "none"))
@example(Recipe("and then we went ", False, "no ", 90, "one"))
def test_four_times_the_text_is_no_more_than_seven_times_the_work(recipe: Recipe) -> None:
    check(recipe.transcript(100))  # loads what is loaded once
    once, more = work(recipe.transcript(SMALL)), work(recipe.transcript(TIMES * SMALL))
    assert more <= GROWTH * once + START


@pytest.mark.parametrize("labels", LABELS)
def test_many_turns_cost_no_more_each_than_few(labels: str) -> None:
    recipe = Recipe("We went to the harbour and saw the ", True, "crane ", 30, labels)
    few, many = recipe.transcript(6_000), recipe.transcript(24_000)
    check(few)
    assert work(many) / len(many) <= 1.6 * work(few) / len(few)
