"""A turn said twice: word for word, or with words dropped, swapped or misheard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind, Severity
from interviews.detectors.shape.copies import Copy
from interviews.transcript.edits import SetAside

_FILLERS = frozenset(("um", "uh", "er", "erm", "ah", "hmm", "mhm", "like", "basically", "kind", "sort"))


@dataclass(frozen=True)
class ExactDuplicateTurn:
    """A turn of five or more words said again word for word; case, punctuation and spaces do not count.

    First fix: the later turn is set aside.
    Let pass: back-channels and courtesies, sponsor reads, a sentence begun again after an interruption, lines
    that a quiz reads out, one question put to several guests, a teaser at the start, a short line that one
    says a third time, a few words that ask again; a longer question put again is a notice.
    """

    kind = Kind.EXACT_DUPLICATE_TURN
    languages: frozenset[str] = frozenset()
    long: int = 12  # words that nobody says again by chance, however far apart
    near: int = 3  # turns between the two under which fewer words are enough
    sure: float = 0.97  # of 149 such findings on the development corpus 97 % are right
    sure_apart: float = 0.7  # short and far apart: 5 of 7

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for pair in analysis.duplicates.same:
            earlier, later = analysis.dialogue[pair.earlier], analysis.dialogue[pair.later]
            first, second = analysis.transcript.where(earlier.key), analysis.transcript.where(later.key)
            between = pair.later - pair.earlier - 1
            words = len(analysis.copies.folded[pair.later])
            is_sure = between < self.near or words >= self.long
            yield Finding(
                self.kind,
                (later.passage(),),
                title=f"{analysis.headline(later.key)} repeats {first} word for word",
                reason=f"All {words} words of {second} stand in {first} already.",
                confidence=self.sure if is_sure else self.sure_apart,
                # Two in seven of these are read out or asked again on purpose: they must not block anybody.
                severity=_severity(analysis, pair, None if is_sure else Severity.WARNING),
                related=(earlier.passage(),),
                evidence=_distance(between),
                fixes=(
                    Fix(f"Set {second} aside", (SetAside(later.key, "said twice"),)),
                    Fix(f"Set {first} aside", (SetAside(earlier.key, "said twice"),)),
                ),
            )


@dataclass(frozen=True)
class NearDuplicateTurn:
    """The same turn with words dropped, swapped or misheard.

    First fix: the later turn is set aside, or the earlier one where it has lost words.
    Let pass: all that a copy word for word may be, a seam of two chunks, a line that grows, a call-back in
    quotes, one question put to several guests, one frame about two things.
    """

    kind = Kind.NEAR_DUPLICATE_TURN
    languages: frozenset[str] = frozenset()
    clearly: float = 0.9  # share of the other's words under which the earlier copy is the weaker one

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for pair in analysis.duplicates.nearly:
            earlier, later = analysis.dialogue[pair.earlier], analysis.dialogue[pair.later]
            first, second = analysis.transcript.where(earlier.key), analysis.transcript.where(later.key)
            one, two = (analysis.copies.folded[place] for place in (pair.earlier, pair.later))
            fixes = (
                Fix(f"Set {second} aside", (SetAside(later.key, "said twice"),)),
                Fix(f"Set {first} aside", (SetAside(earlier.key, "said twice"),)),
            )
            same = round(pair.alike * (len(one) + len(two)) / 2)
            yield Finding(
                self.kind,
                (later.passage(),),
                title=f"{analysis.headline(later.key)} repeats {first} with small changes",
                reason=f"{analysis.headline(later.key)} says what {first} says, in nearly the same words.",
                confidence=_sureness(pair),
                severity=_severity(analysis, pair),
                related=(earlier.passage(),),
                evidence=(
                    f"{same} words of {max(len(one), len(two))} are the same.",
                    *_distance(pair.later - pair.earlier - 1),
                ),
                fixes=fixes[::-1] if self._weaker(one, two) else fixes,
            )

    def _weaker(self, one: Sequence[str], two: Sequence[str]) -> bool:
        """Whether the first copy has lost words that the second still has."""
        first, second = (sum(word not in _FILLERS for word in words) for words in (one, two))
        return first < self.clearly * second


def _severity(analysis: Analysis, pair: Copy, usual: Severity | None = None) -> Severity | None:
    """A question put again to one who has answered may be meant: an editor sees it, and it blocks nobody."""
    return Severity.NOTICE if analysis.duplicates.meant.insists(pair.earlier, pair.later) else usual


def _sureness(pair: Copy) -> float:
    return 0.97 if pair.alike >= 0.8 else 0.85 if pair.alike >= 0.72 else 0.7


def _distance(between: int) -> tuple[str, ...]:
    if not between:
        return ("The two stand one right after the other.",)
    return (f"{between} other {'turn stands' if between == 1 else 'turns stand'} between the two.",)
