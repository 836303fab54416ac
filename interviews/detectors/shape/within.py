"""Where the words of one turn stand in the middle of a sentence of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from interviews.detectors.keeping.kept import Turns
from interviews.text.words import folded_words

_ENDS = ".!?…,;:—–- "
_ENDS_SENTENCE = frozenset('.!?…:\n"“”«»„‘([*')


class Within:
    """For one version of a transcript; ``counts`` tells how often each folded word stands anywhere."""

    def __init__(self, turns: Turns, counts: Mapping[str, int]) -> None:
        self._turns = turns
        self._counts = counts
        self._holders, again = turns.kept.other(_Holders, _Holders)
        self._holders.follow(
            (key, turns.transcript[key].text if key in turns.places else "") for key in again
        )

    def places(self, text: str) -> Sequence[int]:
        """At which places of the dialogue the words of a text, its last mark aside, stand so, in order."""
        if any(self._counts[word] <= times for word, times in Counter(folded_words(text)).items()):
            return ()  # one of its words stands nowhere else
        sought = text[:1].lower() + text[1:].rstrip(_ENDS)
        if sought not in self._holders.known:
            self._holders.take(sought, self._search(text, sought))
        return sorted(map(self._turns.places.__getitem__, self._holders.known[sought]))

    def _search(self, text: str, sought: str) -> Iterable[str]:
        # One search in C; hardly any stands elsewhere.
        if self._whole.count(sought) == text.count(sought):
            return ()
        return (turn.key for turn in self._turns.dialogue if stands_within(turn.text, sought))

    @cached_property
    def _whole(self) -> str:
        return "\n".join([turn.text for turn in self._turns.dialogue])


class _Holders:
    """The words that were asked for, and the keys of the turns that have them within a sentence."""

    def __init__(self) -> None:
        self.known: dict[str, set[str]] = {}

    def take(self, sought: str, keys: Iterable[str]) -> None:
        self.known[sought] = set(keys)

    def follow(self, texts: Iterable[tuple[str, str]]) -> None:
        """To another version, in which these turns have these texts, or none."""
        for key, text in texts if self.known else ():
            for sought, keys in self.known.items():
                if stands_within(text, sought):
                    keys.add(key)
                else:
                    keys.discard(key)


def stands_within(text: str, sought: str) -> bool:
    """Whether a sentence goes on with these words: behind a space and no mark that ends one."""
    at = text.find(sought)
    while at >= 0:
        end = at + len(sought)
        before = text[:at]
        if (
            not text[end : end + 1].isalnum()
            and before[-1:].isspace()
            and before.rstrip()[-1:] not in _ENDS_SENTENCE
        ):
            return True
        at = text.find(sought, end)
    return False
