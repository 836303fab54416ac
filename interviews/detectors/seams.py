"""The last words of a turn are also the first words of the next: two chunks overlapped at their seam."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.shape.overlaps import Overlap, may_be_reworded
from interviews.detectors.shape.structure import asks
from interviews.text.words import Word
from interviews.transcript.edits import SetAside, SetText

_MID_PHRASE = 3  # words before a piece, fewer lead to a sentence: "And so", "Well, I think"
_JOINS = frozenset(
    "and so but or because that if when well yeah yes no oh like".split()
)  # a clause begins behind
_CLOSERS = tuple("\"'”’»)]")


@dataclass(frozen=True)
class WindowOverlap:
    """A turn begins in the middle of the sentence with which the turn before ends.

    Who takes up somebody's words begins a sentence with them. A seam copies them as they stand, with the
    small letter of the middle of a sentence: of 28 innocent overlaps of four or more words in 1.8 million
    words of interviews none does.

    Nor does anybody begin with a piece of a phrase, close it with the mark that it had, and go on with
    another sentence: that is a bleed, whatever its capital.

    With five of one's own last words nobody begins again: between two turns of one speaker a capital is no
    excuse, and the copy may be misheard. Nor is it one where there are no names, and the copy neither begins
    nor ends with a sentence. Of another's turn nobody takes up all, if it has ten words and asks nothing,
    before saying something else than a question.

    First fix: the copy is taken from the start of the later turn.
    Let pass: a speaker who takes up the other's words, behind a dash or dots too ("– no getting them back,
    no"), an answer that repeats the question, a whole turn said again.
    """

    kind = Kind.WINDOW_OVERLAP
    languages: frozenset[str] = frozenset()
    shortest: int = 4  # words, where the copy begins in mid-sentence
    shortest_plain: int = 8  # words, where its first word always has a capital, or the script has none
    # Words of one's own with which nobody begins again at once: none does in 1.8 million words of interviews.
    shortest_own: int = 5
    shortest_certain: int = 10  # words that nobody takes up from another, whole sentences too
    shortest_closed: int = 5  # words from mid-phrase to the same mark, before a sentence of one's own
    shortest_reworded: int = 7
    style: float = 0.15  # share of turns that start in lower case from which that says nothing
    style_turns: int = 3  # and at least so many turns
    alike: float = 0.78  # likeness of an overlap of which some words differ

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        places = set(analysis.overlaps.exact)
        places.update(self._own(analysis))
        if not self._small_is_style(analysis):
            places.update(analysis.turns.places[turn.key] for turn, _ in analysis.each_said(_begins_small))
        said_again = {pair.later for pair in analysis.duplicates.nearly}  # told as that
        for place in sorted(places - analysis.overlaps.rolling - said_again - {0}):
            overlap = self._overlap(analysis, place)
            if overlap:
                yield self._finding(analysis, overlap)

    def _own(self, analysis: Analysis) -> Iterator[int]:
        """The places of turns that begin with words from the end of their own speaker's turn before."""
        dialogue = analysis.dialogue
        for place in analysis.turns.seams(may_be_reworded):
            if dialogue[place].speaker == dialogue[place - 1].speaker:
                yield place

    def _overlap(self, analysis: Analysis, place: int) -> Overlap | None:
        folded, earlier, later = (
            analysis.copies.folded,
            analysis.dialogue[place - 1],
            analysis.dialogue[place],
        )
        own = later.speaker == earlier.speaker
        small = (
            not self._small_is_style(analysis)
            and _begins_small(later.text)
            and (own or later.text.lstrip()[:1].isalpha())
        )
        overlap = analysis.overlaps.exact.get(place)
        if overlap is None:
            if not own and not small:
                return None
            # Without names the next turn may be another's, who takes up some words but not so many.
            shortest = self.shortest_reworded if small or later.speaker else self.shortest_certain
            overlap = analysis.overlaps.reworded(place, shortest, self.alike)
            if overlap is None or overlap.length == len(folded[place]):
                return None
            taken_up = overlap.before == len(folded[place - 1]) or (not small and asks(earlier.text))
            return None if taken_up else overlap
        if overlap.length == len(folded[place]):
            return None  # an answer taken up, or a copy
        if overlap.length == len(folded[place - 1]) and (
            overlap.length < self.shortest_certain or asks(earlier.text) or asks(later.text) or own
        ):
            return None
        return overlap if self._is_seam(analysis, overlap, small) else None

    def _is_seam(self, analysis: Analysis, overlap: Overlap, small: bool) -> bool:
        earlier, later = analysis.dialogue[overlap.place - 1], analysis.dialogue[overlap.place]
        if small:
            return True
        if (
            later.speaker == earlier.speaker is not None
            and overlap.length >= self.shortest_own
            and not asks(earlier.text)
        ):
            return True
        first = analysis.words(earlier)[-overlap.before]
        second = analysis.words(later)[0]
        if overlap.length >= self.shortest_certain and (
            first.written == second.written or not asks(earlier.text)
        ):
            return True
        if overlap.length >= self.shortest_closed and self._is_bleed(analysis, overlap):
            return True
        if overlap.length < self.shortest_plain:
            return False
        if later.speaker is earlier.speaker is None and _goes_on(later.text, analysis.words(later), overlap):
            return _in_mid_sentence(earlier.text, first.start)
        middle = _in_mid_sentence(earlier.text, first.start)
        return middle and first.written == second.written and not asks(earlier.text)

    def _is_bleed(self, analysis: Analysis, overlap: Overlap) -> bool:
        """Whether a copy is a piece that nobody says: cut out of a phrase, closed with the mark that it had,
        and then another sentence begins.

        Who takes up another's words begins with a clause, and goes on from there. A small letter made a
        capital by whoever sets punctuation hides no seam.
        """
        earlier, later = analysis.dialogue[overlap.place - 1], analysis.dialogue[overlap.place]
        said = analysis.words(earlier)
        first = len(said) - overlap.before
        before = earlier.text[said[first - 1].end : said[first].start] if first else "."
        mark, behind = (
            earlier.text[said[-1].end :].strip()[:1],
            later.text[analysis.words(later)[overlap.length - 1].end :],
        )
        begins = behind[1:].lstrip()[:1]
        return (
            None not in (earlier.speaker, later.speaker)
            and not before.strip()
            and first >= _MID_PHRASE
            and said[first - 1].folded not in _JOINS
            and bool(mark)
            and mark in ".?!"
            and behind[:1] == mark
            and begins.isupper()
        )

    def _small_is_style(self, analysis: Analysis) -> bool:
        share = analysis.style.lower_turns
        return share > self.style and share * len(analysis.dialogue) >= self.style_turns

    def _finding(self, analysis: Analysis, overlap: Overlap) -> Finding:
        earlier, later = analysis.dialogue[overlap.place - 1], analysis.dialogue[overlap.place]
        said_before, said = analysis.words(earlier), analysis.words(later)
        first, second = analysis.transcript.where(earlier.key), analysis.transcript.where(later.key)
        end = said[overlap.length - 1].end
        rest = _without_leftovers(later.text[end:])
        cut = said_before[-overlap.before].start
        head = earlier.text[:cut].rstrip(" \t\n,;:–—-")
        exact = overlap.alike == 1.0
        is_whole = overlap.before == len(said_before)
        part, which = ("whole", "All") if is_whole else ("end", "The last")
        fixes = [Fix(f"Trim the start of {second}", (SetText(later.key, later.text, rest),))] if rest else []
        fixes.append(
            Fix(f"Set {first} aside", (SetAside(earlier.key, "said twice"),))
            if is_whole
            else Fix(f"Trim the end of {first}", (SetText(earlier.key, earlier.text, head),))
        )
        return Finding(
            self.kind,
            (later.passage(said[0].start, end),),
            title=f"{analysis.headline(later.key)} begins with the {part} of {first}",
            reason=f"{which} {overlap.before} words of {first} stand again at the start of {second}"
            + (
                ", in mid-sentence, as where two recordings were joined."
                if exact
                else ", with small changes."
            ),
            confidence=0.97 if exact and overlap.length > 4 else 0.85,
            related=(earlier.passage(cut, said_before[-1].end),),
            evidence=(f"{overlap.length} words, {round(overlap.alike * 100)} per cent the same.",),
            fixes=tuple(fixes),
        )


def _without_leftovers(text: str) -> str:
    """A text without the marks that closed what stood before it."""
    rest = text.lstrip(" \t\n.,;:!?…–—-")
    while rest[:1] in _CLOSERS and rest[1:2].isspace():
        rest = rest[1:].lstrip()
    return rest


def _in_mid_sentence(text: str, start: int) -> bool:
    return not text[:start].rstrip().endswith((".", "?", "!", "…", "。", "؟"))


def _goes_on(text: str, words: Sequence[Word], overlap: Overlap) -> bool:
    """Whether the sentence that a copy begins goes on behind it, with a small letter and no mark between."""
    rest = text[words[overlap.length - 1].end :]
    return rest[:1].isspace() and rest.lstrip()[:1].islower()


def _begins_small(text: str) -> bool:
    """Whether the first letter is a small one."""
    for character in text[:20]:
        if character.isalpha():
            return character.islower()
    return False
