from hypothesis import given
from hypothesis import strategies as st

from interviews.detectors.wording.repetition import Repetition, four_recur, repetitions

WORDS = st.lists(st.sampled_from("a b c".split()), max_size=60)


def runs(text: str, longest: int = 12) -> list[Repetition]:
    words = text.split()
    return list(repetitions(words, longest, recurs=four_recur(words)))


def test_a_word_and_a_phrase_said_twice() -> None:
    assert runs("we saw the the river") == [Repetition(2, 1, 4)]
    assert runs("so I think I think not") == [Repetition(1, 2, 5)]


def test_a_run_has_its_shortest_period() -> None:
    assert runs("a b a b a b a b") == [Repetition(0, 2, 8)]


def test_a_begun_copy_belongs_to_the_run() -> None:
    (run,) = runs("up the hill up the hill up the")
    assert (run.copies, run.end) == (2, 8)


def test_a_long_period_is_found() -> None:
    phrase = "one two three four five six seven eight nine ten"
    assert runs(f"{phrase} {phrase}") == [Repetition(0, 10, 20)]


def test_nothing_recurs_in_plain_words() -> None:
    assert runs("we saw the river and the old bridge") == []


@given(WORDS)
def test_every_run_repeats_at_its_period(words: list[str]) -> None:
    for run in repetitions(words, 12, recurs=four_recur(words)):
        assert run.copies >= 2
        assert all(
            words[place] == words[place - run.period] for place in range(run.start + run.period, run.end)
        )


@given(WORDS)
def test_every_doubled_word_lies_in_some_run(words: list[str]) -> None:
    found = repetitions(words, 12, recurs=four_recur(words))
    for place in range(1, len(words)):
        if words[place] == words[place - 1]:
            assert any(run.start <= place - 1 and place < run.end for run in found)


def test_of_a_phrase_too_short_to_recur_nothing_is_made() -> None:
    assert not four_recur("a b c d e".split())
    assert four_recur("a b c d a b c d".split())
    assert not four_recur("a b c d a b c".split())
    assert not four_recur("a b c d x y a b c e x y".split())
    assert four_recur("x a b c d y z a b c d v w".split())


def test_a_period_up_to_the_longest_is_found_and_none_beyond() -> None:
    nine = "one two three four five six seven eight nine"
    assert runs(f"{nine} {nine}", longest=9) == [Repetition(0, 9, 18)]
    assert runs(f"{nine} {nine}", longest=8) == []
    assert runs("a b c a b c", longest=2) == []
