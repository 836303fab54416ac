"""Turns that ask the same in other words: they name one subject, and the answers tell the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from interviews.detectors.shape.answers import AnswerBook
from interviews.detectors.shape.question_book import LIGHT, TAGS
from interviews.detectors.shape.senses import stem
from interviews.detectors.shape.structure import Structure, asks_something
from interviews.detectors.wording.spoken_english import EMPTY
from interviews.detectors.wording.vocabulary import zipf_table
from interviews.text.shingles import Pair, Sharing
from interviews.text.words import count_words, folded_words

# A word that stands once in 300 words of English (Zipf) tells nothing; one that nobody knows tells most.
COMMONEST = 6.5
LONGEST = 45  # words of a turn that does little but ask
_FACTS = 2

Told = Mapping[str, float]  # stems with how rare each is in the language


@dataclass(frozen=True, slots=True)
class Exchange:
    """A turn that asks and one that answers (their keys), whose it is, what is asked and what it says."""

    turn: str
    reply: str
    answerer: str
    asked: Told
    said: str

    @property
    def answer(self) -> Told:
        """What the answer tells; looked up late, since few answers are ever compared."""
        return told_in(self.said)


@dataclass(frozen=True, slots=True)
class Again:
    """Two exchanges that are about the same, in the order in which they were taken in."""

    one: Exchange
    two: Exchange
    alike: float  # in their words: 0 to 1


class ExchangeBook:
    """The turns that ask and are answered, and which of them may ask one thing; kept up to date one by one.

    Two are compared by the words that they share and few others have: what a whole interview is about is
    in every question. Whoever answers anew words it anew, but tells the same.
    """

    holders: int = 12  # turns that ask, beyond which a word that they share tells none of them apart
    # What two must weigh together: how much the shared words tell (that of one rare one is 4 to 6), times
    # their share, times up to five for answers that tell the same. Chosen on the clean development corpus:
    # three pairs in 1.8 million words reach it.
    enough: float = 4.2
    by_answer: float = 4.0
    same_answer: float = 0.3  # share of what an answer tells from which a single word in common will do
    fewest: int = 2  # else so many words
    rare: float = 2.0  # how rare that word is: one in 30,000 words of English
    ground: float = 0.5  # share of all answers from which on a word is what the interview is about

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._held: dict[int, Exchange] = {}
        self._stems: Counter[str] = Counter()
        self._told: Counter[str] | None = None  # how many answers tell what; counted when it is asked for
        self._sharing = Sharing(self.holders)
        self._may_be: set[Pair] = set()
        self._known: tuple[frozenset[str], list[Again]] | None = None  # until an exchange comes or goes
        self._next = 0

    def follow(self, keys: Iterable[str], structure: Structure) -> None:
        """To another version, in which these turns, or some in reach of them, may be others."""
        is_empty = not self._held
        asked = structure.turns.said(asked_in_turn)
        members: list[tuple[int, Iterable[str]]] = []
        for key in keys:
            exchange = self._exchange(structure, key, asked[key]) if key in asked else None
            number = self._numbers.get(key)
            if number is not None and self._held[number] == exchange:
                continue
            if number is not None:
                self._drop(key, number)
            if exchange is not None:
                members.append(self._take(exchange))
        if is_empty:
            self._sharing.fill(members)
        else:
            for number, features in members:
                self._sharing.add(number, features)

    def _exchange(self, structure: Structure, key: str, asked: Told) -> Exchange | None:
        """The exchange that a turn begins; None where it has no label or nobody else answers."""
        place = structure.turns.places[key]
        for turn in structure.replies(place) if structure.dialogue[place].speaker is not None else ():
            if turn.speaker is not None and count_words(turn.text) >= AnswerBook.shortest:
                return Exchange(key, turn.key, turn.speaker, asked, turn.text)
        return None

    def _take(self, exchange: Exchange) -> tuple[int, Iterable[str]]:
        self._next += 1
        self._known = None
        self._numbers[exchange.turn] = self._next
        self._held[self._next] = exchange
        self._stems.update(exchange.asked.keys())
        if self._told is not None:
            self._told.update(exchange.answer.keys())
        return self._next, exchange.asked.keys()

    def _drop(self, key: str, number: int) -> None:
        self._known = None
        del self._numbers[key]
        exchange = self._held.pop(number)
        self._stems.subtract(exchange.asked.keys())
        if self._told is not None:
            self._told.subtract(exchange.answer.keys())
        self._sharing.remove(number, exchange.asked.keys())

    def again(self, names: Iterable[str]) -> list[Again]:
        """The pairs that ask one thing; the words of names (of those who speak) say only who is asked."""
        for pair in self._sharing.touched:
            if pair in self._sharing.counts and self._is_candidate(*pair):
                self._may_be.add(pair)
            else:
                self._may_be.discard(pair)
        self._sharing.touched.clear()
        addressed = frozenset(stem(word) for name in names for word in folded_words(name))
        if self._known is None or self._known[0] != addressed:
            self._known = addressed, list(self._again(addressed))
        return self._known[1]

    def _again(self, addressed: frozenset[str]) -> Iterator[Again]:
        pairs = [(self._held[first], self._held[second]) for first, second in self._may_be]
        likely = [(one, two) for one, two in pairs if self._compared(one, two, addressed)[1] >= self.enough]
        ground = addressed | self._ground() if likely else addressed
        for one, two in likely:
            alike, weight = self._compared(one, two, ground)
            if weight >= self.enough:
                yield Again(one, two, alike)

    def _ground(self) -> frozenset[str]:
        """What most answers tell: that two of them do says nothing, and no question is about it alone."""
        if self._told is None:
            self._told = Counter(word for exchange in self._held.values() for word in exchange.answer)
        most = self.ground * len(self._held)
        return frozenset(word for word, times in self._told.items() if times > most)

    def _is_candidate(self, first: int, second: int) -> bool:
        one, two = self._held[first], self._held[second]
        if one.answerer != two.answerer:
            return False
        return self._name_one_thing(one, two, frozenset())

    def _name_one_thing(self, one: Exchange, two: Exchange, empty: Set[str]) -> bool:
        """Whether several words are shared, or one that is rare by two who are answered alike."""
        common = (one.asked.keys() & two.asked.keys()) - empty
        if len(common) >= self.fewest:
            return True
        rare = any(max(one.asked[word], two.asked[word]) >= self.rare for word in common)
        return rare and shared_answer(one, two, empty) >= self.same_answer

    def _compared(self, one: Exchange, two: Exchange, empty: Set[str]) -> tuple[float, float]:
        """How alike what is asked is, and what the two weigh together; ``empty`` words tell nothing here."""
        if not self._name_one_thing(one, two, empty):
            return 0.0, 0.0
        first, second = (self._weigh(each.asked, each.asked.keys() - empty) for each in (one, two))
        common = (one.asked.keys() & two.asked.keys()) - empty
        # Which of the two came first, or again after an edit, says nothing.
        shared = (self._weigh(one.asked, common) + self._weigh(two.asked, common)) / 2
        alike = shared / sqrt(first * second)
        return alike, shared * alike * (1 + self.by_answer * shared_answer(one, two, empty))

    def _weigh(self, asked: Told, stems: Iterable[str]) -> float:
        """What these stems tell: how rare each is in the language and among what is asked here."""
        total = len(self._held)
        return sum((asked[word] + log(1 + total / self._stems[word])) / 2 for word in stems)


def shared_answer(one: Exchange, two: Exchange, empty: Set[str] = frozenset()) -> float:
    """How much of what the scanter answer tells, beyond what is asked, the other tells too: 0 to 1.

    One word may be anything's; it takes two to tell the same. ``empty`` words tell nothing.
    """
    common = (one.answer.keys() & two.answer.keys()) - one.asked.keys() - two.asked.keys() - empty
    if len(common) < _FACTS:
        return 0.0
    least = min(sum(one.answer.values()), sum(two.answer.values()))
    return sum(one.answer[word] + two.answer[word] for word in common) / 2 / least


def asked_in_turn(text: str) -> Told | None:
    """What a turn that does little but ask is about; None for another turn, and where it asks for a nod."""
    if "?" not in text or not asks_something(text):
        return None
    words = folded_words(text)
    if not 0 < len(words) <= LONGEST or words[-1] in TAGS:
        return None
    return _told(words) or None


@lru_cache(maxsize=4096)  # every check reads the answers
def told_in(text: str) -> Told:
    """What an answer tells."""
    return _told(folded_words(text)[: AnswerBook.longest])


def _told(words: Iterable[str]) -> dict[str, float]:
    common = zipf_table("en")
    told: dict[str, float] = {}
    for word in words:
        if len(word) > 1 and word not in EMPTY and word not in LIGHT:
            rare = COMMONEST - common.get(word, 0.0)
            if rare > 0:
                root = stem(word)
                told[root] = min(rare, told.get(root, rare))
    return told
