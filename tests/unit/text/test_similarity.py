from hypothesis import given
from hypothesis import strategies as st

from interviews.text.shingles import ONE_IN, Sharing, sampled, shingles
from interviews.text.similarity import contained, likeness

WORDS = st.lists(st.sampled_from("a b c d e f g h".split()), max_size=30)


@given(WORDS)
def test_a_text_is_wholly_like_itself(words: list[str]) -> None:
    assert likeness(words, words) == 1.0


@given(WORDS, WORDS)
def test_likeness_does_not_ask_who_was_first(one: list[str], two: list[str]) -> None:
    assert likeness(one, two) == likeness(two, one)


def test_likeness_counts_shared_words_over_all() -> None:
    assert likeness("we saw the river".split(), "we saw a river".split()) == 0.75
    assert likeness(["we"], ["they"]) == 0.0
    assert likeness("we saw the river".split(), "we saw a river".split(), at_least=0.8) == 0.0


def test_a_part_may_stand_wholly_in_a_longer_text() -> None:
    assert contained(["the", "river"], "we saw the old river".split()) == 1.0
    assert contained([], ["river"]) == 0.0


def sharing(texts: list[list[str]]) -> dict[tuple[int, int], int]:
    table = Sharing()
    table.fill((number, shingles(words, 3)) for number, words in enumerate(texts))
    return table.counts


def test_texts_that_share_stretches_are_paired_with_their_number() -> None:
    texts = ["a b c d e".split(), "x y z".split(), "q a b c d e".split()]
    assert sharing(texts) == {(0, 2): 3}


def test_a_stretch_that_many_texts_share_tells_nothing() -> None:
    texts = [["it", "is", "so", str(number)] for number in range(20)]
    assert not sharing(texts)


@given(st.lists(WORDS, max_size=6))
def test_pairs_name_the_earlier_text_first(texts: list[list[str]]) -> None:
    assert all(earlier < later for earlier, later in sharing(texts))


@given(st.lists(st.from_regex(r"[a-z]{1,4}", fullmatch=True), max_size=40))
def test_the_stretches_that_stand_for_all_are_some_of_them(words: list[str]) -> None:
    assert set(sampled(words, 4)) <= set(shingles(words, 4))


def test_one_stretch_in_three_stands_for_all_wherever_it_is() -> None:
    words = [f"word{number}" for number in range(3000)]
    some = list(sampled(words, 4))
    assert abs(len(some) - len(words) / ONE_IN) < 150
    behind_others = set(sampled(["and", "so", *words], 4))
    assert set(some) <= behind_others


FEATURES = st.sets(st.sampled_from("abcdef"))


@given(
    st.integers(1, 4),
    st.dictionaries(st.integers(0, 9), FEATURES),
    st.lists(st.tuples(st.integers(0, 9), FEATURES), max_size=30),
)
def test_whoever_came_and_went_the_counts_are_those_of_who_is_there(
    common: int, first: dict[int, set[str]], comings: list[tuple[int, set[str]]]
) -> None:
    there = dict(first)
    table = Sharing(common)
    table.fill(there.items())
    seen = dict(table.counts)
    table.touched.clear()
    for member, features in comings:
        if member in there:
            table.remove(member, there.pop(member))
        else:
            table.add(member, features)
            there[member] = features
    anew = Sharing(common)
    anew.fill(there.items())
    assert table.counts == anew.counts
    changed = {pair for pair in seen.keys() | table.counts.keys() if seen.get(pair) != table.counts.get(pair)}
    assert changed <= table.touched
