"""Where a turn begins with the words that the turn before ends with."""

from __future__ import annotations

import pytest

from interviews.detectors.analysis import Analysis
from interviews.detectors.shape.overlaps import Overlap, Overlaps, Roll, common_seam, in_rows, may_be_reworded
from tests.builders import a_transcript


def overlaps(*said: str) -> Overlaps:
    return Analysis(a_transcript(*(("Ada", text) for text in said))).overlaps


@pytest.mark.parametrize(
    ("before", "after", "length"),
    [
        ("a b c d", "c d e", 2),
        ("a b c d", "d e", 1),
        ("a b c d", "b c e", 0),
        ("a b", "a b", 2),
        ("a a a", "a a b", 2),
        ("a b c", "c", 1),
        ("a b", "", 0),
        ("", "a", 0),
    ],
)
def test_the_longest_seam_is_counted(before: str, after: str, length: int) -> None:
    assert common_seam(before.split(), after.split()) == length


def test_a_seam_of_more_than_sixty_words_is_none() -> None:
    numbers = [f"w{n}" for n in range(61)]
    assert common_seam(numbers, numbers[1:]) == 60
    assert common_seam(numbers, numbers) == 0


def test_four_words_are_an_overlap() -> None:
    assert overlaps("so it went up the hill", "it went up the hill again").exact == {1: Overlap(1, 5, 5, 1.0)}
    assert overlaps("so up the hill", "up the hill again").exact == {}


def test_half_of_each_line_taken_up_four_times_over_rolls() -> None:
    lines = ("a b c d", "a b c d e f g h", "e f g h i j k l", "i j k l m n")
    assert overlaps(*lines).rolls == (Roll(0, 4),)
    assert overlaps(*lines).rolling == {0, 1, 2, 3}
    assert overlaps(*lines[:3]).rolls == ()
    assert overlaps("x a b c d", *lines[1:3], "k l m n o p q r").rolls == ()
    assert overlaps(lines[0], lines[1], "e f g h i j k l m", "j k l m n o p").rolls == ()


def test_a_line_said_again_does_not_roll() -> None:
    assert overlaps(*["we went up the hill"] * 5).rolls == ()


def test_a_seam_with_other_words_in_it_is_found_near_its_length() -> None:
    found = overlaps(
        "then nobody there thought about war at all", "nobody there thought of war at all we said"
    )
    overlap = found.reworded(1, 6, 0.7)
    assert overlap is not None
    assert (overlap.length, overlap.before) == (7, 7)
    assert found.reworded(1, 10, 0.7) is None
    # The words that differ may sound alike; where they do not, as many must be the same as is wanted.
    assert found.reworded(1, 6, 0.95) is not None
    other = overlaps(
        "then nobody there thought about war at all", "nobody there thought interestingly war at all"
    )
    assert other.reworded(1, 6, 0.85) is not None
    assert other.reworded(1, 6, 0.95) is None


def test_places_in_rows() -> None:
    assert list(in_rows([1, 2, 4, 7, 8, 9])) == [[1, 2], [4], [7, 8, 9]]
    assert list(in_rows([])) == []


@pytest.mark.parametrize(
    ("ahead", "is_found"), [("", True), ("well ", True), ("well um ", True), ("well um er ", False)]
)
def test_up_to_two_words_may_stand_before_a_seam(ahead: str, is_found: bool) -> None:
    seams = overlaps(
        "then we two said nobody there thought of war", f"{ahead}nobody there thought of war at all"
    )
    assert (seams.reworded(1, 4, 0.7) is not None) is is_found


def test_of_two_seams_the_one_that_is_more_alike_is_taken() -> None:
    seams = overlaps("so it went up the hill and down the hill", "down the hill again and so on")
    overlap = seams.reworded(1, 3, 0.5)
    assert overlap is not None
    assert (overlap.length, overlap.before, overlap.alike) == (3, 3, 1.0)


def test_a_line_that_grows_twice_rolls_from_three_words_on() -> None:
    lines = ("a b c", "a b c d", "a b c d e f")
    assert overlaps(*lines).rolls == (Roll(0, 3),)
    assert overlaps("x y z", *lines, "y z").rolls == (Roll(1, 4),)
    assert overlaps(*lines[:2]).rolls == ()
    assert overlaps("a b", "a b c", "a b c d").rolls == ()
    assert overlaps("x a b c", *lines[1:]).rolls == ()
    two = a_transcript(("Ada", lines[0]), ("Ben", lines[1]), ("Ada", lines[2]))
    assert Analysis(two).overlaps.rolls == ()


@pytest.mark.parametrize(
    ("before", "after", "may_be"),
    [
        ("x nobody there thought q r s", "nobody there thought y", True),
        ("x nobody there thought q r s", "o o nobody there thought y", True),
        ("x nobody there thought q r s", "o o o nobody there thought y", None),
        ("x thought of war", "o o o o thought of war y", True),
        ("x thought of war q r", "o o o o thought of war y", True),
        ("x thought of war q r s", "o o o o thought of war y", None),
        ("of war", "of war y", None),
        ("x thought of war", "of war", None),
        ("x rethought of war", "thought of war y", None),
    ],
)
def test_three_words_near_a_seam_tell_that_it_may_be_one(
    before: str, after: str, may_be: bool | None
) -> None:
    assert may_be_reworded(before, after) is may_be


def test_a_seam_of_which_the_first_words_are_misheard_is_found_by_its_last() -> None:
    seams = overlaps(
        "then nobody over there thought of war that year",
        "anybody over yonder thought of war that year at all",
    )
    overlap = seams.reworded(1, 4, 0.7)
    assert overlap is not None
    assert (overlap.length, overlap.before) == (8, 8)
