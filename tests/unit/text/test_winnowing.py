"""What two texts share is found from a few numbers of each."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from interviews.text.winnowing import GUARANTEE, SIZE, WINDOW, fingerprints
from interviews.text.words import words

WORDS = st.sampled_from("tide lamp rope gull keel мост año 橋 we the".split())
TIDES = "We rowed out before the tide had turned and we came home by the light of one lamp."


def runs(least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(WORDS, min_size=least, max_size=most)


@given(runs(0, 30), runs(0, 30), runs(GUARANTEE, 20), runs(0, 30), runs(0, 30))
def test_whatever_stands_around_it_a_shared_run_of_eleven_words_is_found(
    before: list[str], after: list[str], shared: list[str], other_before: list[str], other_after: list[str]
) -> None:
    first = " ".join([*before, *shared, *after])
    second = " ".join([*other_before, *shared, *other_after])
    assert fingerprints(first) & fingerprints(second)


@given(runs(SIZE, 60))
def test_every_fingerprint_is_that_of_a_stretch_of_eight_words(said: list[str]) -> None:
    alone = set[int]().union(
        *(fingerprints(" ".join(said[start : start + SIZE])) for start in range(len(said) - SIZE + 1))
    )
    assert fingerprints(" ".join(said)) <= alone


@given(runs(0, SIZE - 1))
def test_fewer_than_eight_words_have_none(said: list[str]) -> None:
    assert not fingerprints(" ".join(said))


def test_case_punctuation_and_spaces_do_not_count() -> None:
    assert fingerprints(TIDES) == fingerprints("  " + TIDES.upper().replace(" ", " – "))


def test_the_order_of_the_words_counts() -> None:
    turned = " ".join(reversed([word.written for word in words(TIDES)]))
    assert not fingerprints(TIDES) & fingerprints(turned)


def test_fewer_are_kept_than_there_are_stretches_of_words() -> None:
    said = " ".join(f"word{number}" for number in range(1000))
    kept = len(fingerprints(said))
    assert 1000 / WINDOW - 10 < kept < 1000 / 2
    assert all(0 <= number < 2**63 for number in fingerprints(said))


def test_another_process_makes_the_same_numbers() -> None:
    code = f"from interviews.text.winnowing import fingerprints; print(sorted(fingerprints({TIDES!r})))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == str(sorted(fingerprints(TIDES)))
