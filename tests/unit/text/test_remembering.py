from interviews.text import remembering
from interviews.text.remembering import Remembered


def test_each_word_is_asked_about_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(length)
    assert [*map(lengths.__getitem__, "no one says no".split())] == [2, 3, 4, 2]
    assert asked == ["no", "one", "says"]


def test_when_it_is_full_it_begins_anew_and_says_the_same() -> None:
    lengths = Remembered(len)
    words = [str(number) for number in range(remembering.MOST + 5)]
    assert [lengths[word] for word in words] == [len(word) for word in words]
    assert len(lengths) == 5
