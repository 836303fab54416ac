"""Where a text goes round in a loop."""

from __future__ import annotations

import pytest

from interviews.detectors.wording.looping import loops_in


@pytest.mark.parametrize(
    ("phrase", "needed"),
    [
        ("bridge", 8),
        ("a bridge", 5),
        ("over a bridge", 4),
        ("over a stone bridge", 4),
        ("over a very old bridge", 3),
        ("over one very old stone bridge", 3),
        ("no,", 20),
        ("no", 12),
        ("so. ", 12),
        ("7", 20),
        ("b", 20),
        ("i", 8),
        ("ha ho", 20),
    ],
)
def test_a_short_phrase_needs_more_copies_to_be_a_loop_and_a_chant_most(phrase: str, needed: int) -> None:
    assert loops_in(f"We went {f'{phrase} ' * needed}down")
    assert not loops_in(f"We went {f'{phrase} ' * (needed - 1)}down")


@pytest.mark.parametrize(
    ("text", "first", "again"),
    [
        (
            "Miners? We have a lot of have a lot of we have a lot of we have a lot of have a lot of. So.",
            "We have a lot of",
            "have a lot of we have a lot of we have a lot of have a lot of",
        ),
        (
            "Ja. Das ist die Frage ist die Frage das ist die Frage ist die Frage das ist die Frage.",
            "Das ist die Frage",
            "ist die Frage das ist die Frage ist die Frage das ist die Frage",
        ),
        ("It cost sixty. And-and-and-and-and-and-and. We left.", "And", "and-and-and-and-and-and"),
        ("It cost sixty. You-you-you-you-you-you-you. So.", "You", "you-you-you-you-you-you"),
        ("It cost sixty. You‑you‑you‑you‑you‑you‑you. So.", "You", "you‑you‑you‑you‑you‑you"),
        ("It cost sixty. You, you, you, you, you, you. We left.", "You", "you, you, you, you, you"),
    ],
    ids=[
        "head lost",
        "German",
        "hyphens",
        "you",
        "hyphens that do not break",
        "a small word that leads nowhere",
    ],
)
def test_loops_that_are_no_plain_repetition(text: str, first: str, again: str) -> None:
    (loop,) = loops_in(text)
    assert (loop.first.of(text), loop.again.of(text)) == (first, again)


@pytest.mark.parametrize(
    "text",
    [
        "It wants to know who did it. Who did it, who did it, who did it?",
        "The rail goes step-step-step-step-step and stops.",
        "Ha-ha-ha-ha-ha-ha-ha, he said.",
        "No-no-no-no-no-no-no, he said.",
        "It is what you, you, you, you, you, you make of it.",
        "Either you cut it or it cuts you, and if you cut it then it is cut, and if not it cuts you.",
        "And it went ha ha ho ha ho ho ha hey ha ho ho ha hey ha ho ha ha.",
    ],
)
def test_what_people_say_over_and_over(text: str) -> None:
    assert not loops_in(text)


def test_words_in_any_order_go_round_when_each_stands_three_times_more() -> None:
    first, more = "red green blue pink", "red green red green blue pink blue pink red green blue"
    (loop,) = loops_in(f"We painted {first} {more} pink. So.")
    assert loop.phrase == tuple(first.split())
    assert not loops_in(f"We painted {first} {more}. So.")


def test_a_loop_of_hyphens_is_sure_when_it_is_twice_as_long_as_needed() -> None:
    assert [loops_in("-".join(["and"] * copies))[0].sure for copies in (11, 12)] == [False, True]


def test_what_stands_in_paragraphs_of_its_own_each_time_is_no_loop() -> None:
    entry = "Lit at nightfall. Nothing to report at all."
    assert loops_in(" ".join([entry] * 3))
    assert not loops_in("\n\n".join([entry] * 3))
    assert loops_in("\n\n".join([entry] * 6))  # twice as often it is one whoever parted it
    assert loops_in(f"{entry}\n\n{entry} {entry}")
