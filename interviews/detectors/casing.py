"""Sentences that start in lower case although this transcript's own style does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.letters.question_marks import is_no_question
from interviews.detectors.remains.residue import residues
from interviews.detectors.shape.style import INTERRUPTED, ends_open
from interviews.detectors.wording.beginnings import beginners, beginnings, small_beginnings
from interviews.detectors.wording.looping import loops_in
from interviews.detectors.wording.repetition import loops_of
from interviews.text.words import folded_words
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

_SAME_SENTENCE = re.compile(r"[^.?!:;…]*")
_CODE_BEHIND = re.compile(r"[{(_/\\=@)]|\.[^\W\d_]|[ ]\w{1,40}\(\w")
# Names that their owners write small wherever they stand; most are programs that are typed in lower case.
_WRITTEN_SMALL = frozenset(
    "npm npx pip git curl grep bash zsh ssh sudo vim emacs ls cd nginx redis webpack jquery systemd "
    "kubectl rsync wget ffmpeg htmx htop apt yum brew deno vite esbuild pnpm yarn numpy pandas pytest "
    "adidas eslint tmux sed awk localhost etcd containerd runc gofmt cron golang scikit spacy bell "
    "hooks e.e. will.i.am k.d. danah".split()
)
# Words that begin a sentence when they have a capital; names and "I" do not.
_BEGINNERS = frozenset(
    "The It He She They We You This That There Here In On At And But So If When What Who How Why Is Are "
    "Do Does A An My Our Your His Her Its Their For With Because Or Not Let Well Now Then As Some All Most "
    "Yes No Thank Thanks".split()
)
# Words of a seam between two turns, and how much of them must agree.
SEAM = 4
SEAM_ALIKE = 0.7
# Where a sentence can only begin, not go on.
_PLAIN = frozenset(("start", ".", "?", "!"))


@dataclass(frozen=True)
class _Start:
    """A sentence that starts in lower case: which turn, which word, behind which mark."""

    place: int
    turn: Turn
    span: Span
    behind: str


@dataclass(frozen=True)
class LowerCaseStart:
    """A turn or a sentence within one that starts with a small letter: "what should we watch for?".

    First fix: the first letter is made a capital.
    Let pass: brands and names written small, code, transcripts and sources that start so, abbreviations, who
    goes on after an interruption, what is told of as a copy, a loop or a seam, and in a long transcript a
    word with which no other sentence begins ("20 years. ago"): there it is the full stop that is wrong.
    """

    kind = Kind.LOWER_CASE_START
    languages = frozenset[str]()
    # Measured over four sources, by what stands before the sentence (nothing, full stop, question mark,
    # ellipsis): edited text starts 0–2 % in lower case; where it is more than this, it is the style.
    style_share: float = 0.08
    style_of_all: float = 0.2
    style_of_few: float = 0.5  # the same where so few are no style yet
    # Of fewer sentences than this, three in lower case are no style yet. Behind an ellipsis or a quote a
    # sentence often goes on: there a style is assumed until a dozen do not.
    few: int = 38
    # Sentences from which on a word that begins no other of them hardly began this one: of 32 such on the
    # development corpus half were right, of 132 others 129.
    many: int = 300
    # Words less common than this may be a name that is written small.
    common: float = 3.0
    sure: float = 0.95  # of 149 findings on the development corpus 144 are right

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        seen = analysis.turns.tally_said(beginnings)
        places = analysis.turns.places
        small = [
            _Start(places[turn.key], turn, span, behind)
            for turn, found in analysis.each_said(small_beginnings)
            for span, behind in found
        ]
        if not small or self._small_is_style(small, seen):
            return
        lower = Counter(start.behind for start in small)
        kept = [
            start
            for start in small
            if lower[start.behind] <= self.style_share * max(self._few(start.behind), seen[start.behind])
            and self._is_a_word(analysis, start)
            and not _begins_later(start)
        ]
        if not all(map(_must_begin, kept)) and sum(seen.values()) >= self.many:
            begin = analysis.turns.tally_said(beginners)
            kept = [start for start in kept if _must_begin(start) or _begins_others(start, begin)]
        if kept:
            yield from self._not_told_already(analysis, kept)

    def _not_told_already(self, analysis: Analysis, small: Sequence[_Start]) -> Iterator[Finding]:
        """The starts that no finding of another kind is about: copies, loops, seams, fragments, residues."""
        copied = analysis.copied
        for start in small:
            never_said = any(one.start <= start.span.start < one.end for one in residues(start.turn.text))
            if start.place in copied or never_said or _is_told_as_loop(start):
                continue
            if start.behind == "start" and not _is_new_turn(analysis, start):
                continue
            yield self._finding(analysis, start)

    def _small_is_style(self, small: Sequence[_Start], seen: Mapping[str, int]) -> bool:
        lower = sum(start.behind in _PLAIN for start in small)
        of_all = lower / max(1, sum(seen[behind] for behind in _PLAIN))
        return of_all > (self.style_of_all if lower > self.style_share * self.few else self.style_of_few)

    def _few(self, behind: str) -> int:
        return self.few if behind in _PLAIN else 0

    def _is_a_word(self, analysis: Analysis, start: _Start) -> bool:
        """A common word, not a name that is written small, a speaker's handle or code."""
        text = start.turn.text
        word = start.span.of(text)
        if not word.islower() or not word.replace("'", "").replace("’", "").isalpha():
            return False
        if word in _WRITTEN_SMALL or word in analysis.labels or _CODE_BEHIND.match(text, start.span.end):
            return False
        if start.behind == "?" and is_no_question(text, start.span.start, analysis.language):
            return False
        if analysis.language == "en" and len(word) == 1 and word not in ("a", "i"):
            return False
        zipf = analysis.vocabulary.zipf
        return not zipf("the") or zipf(word.replace("’", "'")) >= self.common

    def _finding(self, analysis: Analysis, start: _Start) -> Finding:
        turn, text, at = start.turn, start.turn.text, start.span.start
        word = start.span.of(text)
        capital = word[0].upper() + word[1:]
        what = "The turn" if start.behind == "start" else "A sentence"
        return Finding(
            self.kind,
            (Passage(turn.key, start.span),),
            title=f"{analysis.headline(turn.key)}: “{word}” starts in lower case",
            reason=f"{what} starts with “{word}”; elsewhere this transcript starts with a capital letter.",
            confidence=self.sure,
            fixes=(
                Fix(
                    f"Write “{capital}”",
                    (SetText(turn.key, text, text[:at] + capital[0] + text[at + 1 :]),),
                ),
            ),
        )


def _is_told_as_loop(start: _Start) -> bool:
    """Whether words that are said again begin so; a whole turn that is "yeah, yeah, yeah." is no loop."""
    text = start.turn.text
    if start.behind == "start" and not loops_in(text) and len(set(folded_words(text))) == 1:
        return False
    return any(span.covers(start.span) for span in loops_of(text))


def _begins_later(start: _Start) -> bool:
    """Whether the sentence begins a word or two later: "sort of In real life"."""
    following = _SAME_SENTENCE.match(start.turn.text, start.span.end, start.span.end + 30)
    words = following[0].split()[:2] if following else []
    return any(re.split("['’]", word)[0] in _BEGINNERS for word in words)


def _must_begin(start: _Start) -> bool:
    """Whether a sentence begins here whatever the word: nobody ends a question or a paragraph by mistake."""
    before = start.turn.text[: start.span.start].rstrip(' "“‘«')
    return start.behind == "?" or before.endswith("\n")


def _begins_others(start: _Start, begin: Mapping[str, int]) -> bool:
    """Whether other sentences begin with the word, or sentences do in general."""
    word = start.span.of(start.turn.text)
    return word in begin or re.split("['’]", word)[0].capitalize() in _BEGINNERS


def _own_turn_before(analysis: Analysis, start: _Start) -> Turn | None:
    """The last turn of the same speaker before this one."""
    before = (analysis.dialogue[place] for place in range(start.place - 1, -1, -1))
    return next((turn for turn in before if turn.speaker == start.turn.speaker), None)


def _is_new_turn(analysis: Analysis, start: _Start) -> bool:
    """Not a fragment, not taking up where its speaker was interrupted, not a seam."""
    if start.turn.key in analysis.fragments:
        return False
    if start.place in analysis.cuts or (start.turn.speaker is None and analysis.style.labelled):
        return False
    own = _own_turn_before(analysis, start)
    if own is not None and (ends_open(own.text) or own.text.rstrip().endswith(INTERRUPTED)):
        return False
    if start.place == 0:
        return True
    exact = analysis.overlaps.exact.get(start.place)
    return exact is None and analysis.overlaps.reworded(start.place, SEAM, SEAM_ALIKE) is None
