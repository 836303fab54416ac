"""Where people take leave, and whether they do it twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from functools import cached_property, lru_cache

from interviews.detectors.shape.acts import ENOUGH, Act
from interviews.detectors.shape.copies import Copies
from interviews.detectors.shape.innocent import breaks_off
from interviews.detectors.shape.parting import Closing, Group, talked_on
from interviews.detectors.shape.structure import SUBSTANCE, Ending, Structure, asks
from interviews.text.similarity import likeness
from interviews.text.words import count_words, folded_words

Rank = tuple[int, float, bool]  # how plain, how sure, no mere answer to the thanks before


class LeaveTaking:
    """The closings that are followed by another one.

    People take leave over several turns, so turns that end are looked at in groups; each group but the
    last that is ended again gives one closing said twice.
    """

    alike: float = 0.35  # shared words from which two closings are one said twice
    same: float = 0.8  # shared words from which any act of ending is enough
    near_end: int = 6  # turns that may follow a last closing
    apart: int = 2  # turns between two endings that belong to one leave-taking
    opening: float = 0.2  # share of the turns, at the start, where thanks may be for being invited
    opening_turns: int = 12  # and at most so many
    shortest: int = 3  # words of a closing: "Bye, friends." is said by everybody
    shortly: int = 8  # turns before a closing in which the one who is thanked has spoken
    shortly_after: int = 12  # turns in which a text that was continued past its end closes again
    plain: int = 15  # words of a closing with only one act, from where it begins
    taken: int = 3  # what the acts of several turns weigh together when leave is taken
    continued: int = 30  # turns from a closing to another that has only its acts in common with it
    longest: int = 60  # words of a closing that is recognised by its acts alone
    wish: int = 30  # words of a wish that may close, and of the answer to it
    asking: float = 0.6  # share of a speaker's turns that ask, from which one that wishes stands out
    # How many of such closings on the development corpus are right: where the two share words and the later
    # one ends the interview 139 of 139, where one of this does not hold 23 of 26, by their acts alone 4 of 7.
    sure: float = 0.97
    sure_elsewhere: float = 0.88
    sure_by_acts: float = 0.6

    def __init__(self, structure: Structure, copies: Copies) -> None:
        self.structure = structure
        self.copies = copies

    @cached_property
    def closings(self) -> tuple[Closing, ...]:
        """In the order of the later closing."""
        return tuple(sorted(self._closings(), key=lambda closing: closing.later.place))

    @cached_property
    def places(self) -> frozenset[tuple[int, int]]:
        """The places (earlier, later) of turns that recur because the leave is taken twice."""
        found: set[tuple[int, int]] = set()
        for closing in self.closings:
            found.add((closing.earlier.place, closing.later.place))
            for reply in closing.replies:
                for place in range(closing.later.place, closing.later.place + 4):
                    found.add((reply.place, place))
        return frozenset(found)

    @cached_property
    def endings(self) -> frozenset[int]:
        """The places of turns that can end an interview."""
        return frozenset(place for place, ending in self.structure.endings.items() if ending.weight >= ENOUGH)

    def _closings(self) -> Iterator[Closing]:
        groups = self._groups()
        used: set[int] = set()
        # Of the groups that follow, by whose closing it is: what ends plainly, and what ends in the last
        # turns. Any other can end nothing again.
        plain: dict[Hashable, list[Ending]] = defaultdict(list)
        last: dict[Hashable, list[Ending]] = defaultdict(list)
        for number in range(len(groups) - 2, -1, -1):
            for ending in groups[number + 1]:
                if self._at_end(ending):
                    last[self._whose(ending)].append(ending)
                elif ending.weight >= ENOUGH:
                    plain[self._whose(ending)].append(ending)
            pairs = [
                (rank, -later.place, earlier, later)
                for earlier in groups[number]
                for whose in (self._whose(earlier),)
                for later in ((*last[whose], *plain[whose]) if earlier.weight >= ENOUGH else last[whose])
                if later.place not in used and (rank := self._rank(earlier, later))
            ]
            if pairs:
                rank, _, earlier, later = max(pairs, key=lambda pair: pair[:2])
                used.add(later.place)
                replies = tuple(
                    e
                    for e in groups[number]
                    if e.place > earlier.place and e.turn.speaker != earlier.turn.speaker
                )
                yield Closing(earlier, later, rank[1], replies)
                continue
            anew = self._anew(groups[number], groups[-1]) if number == len(groups) - 2 else None
            closing = anew or talked_on(self.structure, groups[number], groups[-1])
            if closing and closing.later.place not in used and self._at_end(closing.later):
                used.add(closing.later.place)
                yield closing

    def _anew(self, first: Group, last: Group) -> Closing | None:
        """Leave taken by one after the other, and again at the end, by whomever and in any words."""
        weights = [ending.weight for ending in first]
        if sum(weights) < self.taken or max(weights) < ENOUGH:
            return None
        answer = self.structure.answerers(first[-1].place, last[0].place)
        pairs = [
            (self._whose(left) == self._whose(ends), left.turn.speaker not in answer, left.weight, left, ends)
            for left in first
            for ends in last
            if ends.weight >= ENOUGH and self._at_end(ends) and not breaks_off(left.folded[-left.words :])
            if ends.place - left.place <= self.continued and (left.place, ends.place) not in self._in_blocks
        ]
        if not pairs:
            return None
        by_one, *_, left, ends = max(pairs, key=lambda pair: pair[:3])
        leaving = {ending.turn.speaker for ending in first} - {left.turn.speaker}
        asks_on = any(
            turn.speaker == ends.turn.speaker and asks(turn.text)
            for turn in self.structure.dialogue[left.place + 1 : ends.place]
        )
        if not (leaving or by_one or asks_on) or left.turn.speaker in answer - {None}:
            return None
        # Who has said goodbye is there again; where only the host has, whoever was asked last.
        there = leaving or self._others(first[0].place - self.shortly, first[0].place, None) | {None}
        if answer.isdisjoint(there) or self._somebody_left(left.place, ends.place):
            return None
        replies = tuple(e for e in first if e.place > left.place and e.turn.speaker != left.turn.speaker)
        return Closing(left, ends, self.sure_by_acts, replies)

    def _groups(self) -> tuple[Group, ...]:
        opening = self.opening * len(self.structure.dialogue)
        groups: list[list[Ending]] = []
        for ending in self.structure.endings.values():
            if not ending.leaves or self._is_invented(ending):
                continue
            if ending.place < min(opening, self.opening_turns) or len(ending.folded) < self.shortest:
                continue
            before = self.structure.dialogue[ending.place - 1] if ending.place else None
            if (
                before is not None
                and asks(before.text)
                and len(ending.folded) >= SUBSTANCE
                and ending.weight < ENOUGH
            ):
                continue  # an answer, and no leave
            last = groups[-1][-1].place if groups else None
            if (
                last is not None
                and ending.place - last <= self.apart + 1
                and not self.structure.exchange(last, ending.place)
            ):
                groups[-1].append(ending)
            else:
                groups.append([ending])
        return tuple(tuple(group) for group in groups)

    @cached_property
    def _in_blocks(self) -> frozenset[tuple[int, int]]:
        """Pairs that recur with what stands around them, which is more than a leave taken twice."""
        return frozenset(
            (run.earlier + number, run.later + number)
            for run in self.copies.runs
            if any(
                run.later + number not in self.structure.endings
                and len(self.copies.folded[run.later + number]) >= SUBSTANCE
                for number in range(run.length)
            )
            for number in range(run.length)
        )

    def _rank(self, earlier: Ending, later: Ending) -> Rank | None:
        at_end = self._at_end(later)
        both = earlier.weight >= ENOUGH and later.weight >= ENOUGH
        one, two = earlier.turn.speaker, later.turn.speaker
        if (earlier.place, later.place) in self._in_blocks:
            return None
        alike = _likeness(earlier.folded, later.folded, self.alike)
        if both and alike >= self.alike and self._something_between(earlier, later):
            tier, sure = 3, self.sure if at_end else self.sure_elsewhere
        elif alike >= self.same and self._something_between(earlier, later):
            tier, sure = 2, self.sure_elsewhere
        elif later.place - earlier.place > self.continued:
            return None
        elif both and at_end and one == two and self._goes_on(earlier, later, self.plain):
            tier, sure = 1, self.sure_by_acts
        elif later.weight >= ENOUGH and at_end and one == two and self._wishes_well(earlier, later):
            tier, sure = 0, self.sure_by_acts
        else:
            return None
        return tier, sure, not self._answers(later)

    def _whose(self, ending: Ending) -> Hashable:
        """What is the same for two endings where one may be the other said again: interviewers are as one."""
        asking, speaker = self.structure.interviewers, ending.turn.speaker
        return asking if speaker in asking else speaker

    def _at_end(self, ending: Ending) -> bool:
        return len(self.structure.dialogue) - 1 - ending.place <= self.near_end

    def _something_between(self, earlier: Ending, later: Ending) -> bool:
        between = self.structure.dialogue[earlier.place + 1 : later.place]
        return len(between) > 1 and any(count_words(turn.text) >= SUBSTANCE for turn in between)

    def _answers(self, ending: Ending) -> bool:
        """Whether this only answers the thanks of the turn before."""
        before = self.structure.endings.get(ending.place - 1)
        return before is not None and before.turn.speaker != ending.turn.speaker

    def _goes_on(self, earlier: Ending, later: Ending, plain: int) -> bool:
        """Whether an exchange follows with whoever was talked to: a guest who left speaks no more."""
        unlabelled = earlier.turn.speaker is None
        if (earlier.words if unlabelled else len(earlier.folded)) > self.longest or breaks_off(
            earlier.folded
        ):
            return False
        if not self.structure.exchange(earlier.place, later.place):
            return False
        plainly = len(earlier.acts - {Act.PLAIN_THANKS}) > 1
        if unlabelled:
            return plainly  # without names nobody knows who it is that goes on
        if not plainly and earlier.words > plain:
            return False
        if self.structure.interviewers and earlier.turn.speaker not in self.structure.interviewers:
            return False
        if self._somebody_left(earlier.place, later.place):
            return False
        before = self._others(earlier.place - self.shortly, earlier.place, earlier.turn.speaker)
        after = self._others(earlier.place + 2, later.place, earlier.turn.speaker)
        after.update(filter(None, self.structure.answerers(earlier.place, later.place)))
        earlier_words = set(earlier.folded)
        named = {label for label in before if not earlier_words.isdisjoint(folded_words(label))}
        return bool((named or before) & after)

    def _somebody_left(self, place: int, end: int) -> bool:
        """Whether one of those who say goodbye about a turn is not heard again, and others talk on."""
        if end - place <= self.shortly_after:
            return False
        closer = self.structure.dialogue[place].speaker
        for near in range(place - 1, place + self.apart + 1):
            reply = self.structure.endings.get(near)
            if reply is None or reply.turn.speaker in (None, closer):
                continue
            later = (turn.speaker for turn in self.structure.dialogue[near + 1 :])
            if reply.turn.speaker in self._others(0, near, closer) and reply.turn.speaker not in later:
                return True
        return False

    def _wishes_well(self, earlier: Ending, later: Ending) -> bool:
        """Whether somebody who else always asks wishes well instead, and is answered in a sentence."""
        turns = self.structure.dialogue
        if Act.WISHING not in earlier.acts or earlier.turn.speaker not in self.structure.interviewers:
            return False
        if len(earlier.folded) > self.wish or not self._goes_on(earlier, later, self.wish):
            return False
        own = [asks(turn.text) for turn in turns if turn.speaker == earlier.turn.speaker]
        reply = turns[earlier.place + 1]
        return (
            sum(own) >= self.asking * len(own)
            and not asks(reply.text)
            and count_words(reply.text) <= self.wish
        )

    def _is_invented(self, ending: Ending) -> bool:
        """Whether a recogniser made it up: "Thanks for watching." where more than an end follows."""
        return ending.is_phantom and not self._at_end(ending)

    def _others(self, start: int, end: int, closer: str | None) -> set[str]:
        """Who else says something of substance from one place to another."""
        return {
            turn.speaker
            for turn in self.structure.dialogue[max(0, start) : end]
            if turn.speaker is not None and turn.speaker != closer and count_words(turn.text) >= SUBSTANCE
        }


@lru_cache(maxsize=4096)  # every check compares the same closings
def _likeness(one: tuple[str, ...], two: tuple[str, ...], at_least: float) -> float:
    return likeness(one, two, at_least=at_least)
