"""Sentences that start in lower case although this transcript's own style does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.detectors.style import ends_open
from interviews.transcript.edits import SetText
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Turn

# What ends a sentence within a text, and the first letter behind it.
_BOUNDARY = re.compile(
    r"""
    (?<! [.!?] )                      # a long run is looked at once
    (?P<mark> … | [.!?]++ )
    (?P<close> ["”’»)\]]? )
    \s++
    (?P<open> ["“«‘]? )
    (?P<letter> [^\W\d_] )
    """,
    re.VERBOSE,
)
_FIRST = re.compile(r"[\"“«‘]?(?P<letter>[^\W\d_])")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CODE_BEHIND = re.compile(r"[{(_/\\=@)]|\.[^\W\d_]")
_WORD_BEFORE = re.compile(r"([^\W_]+)\W*$")
# A full stop belongs to these, and the sentence goes on.
_ABBREVIATIONS = frozenset(
    "etc vs approx inc ltd co corp dr mr mrs ms prof st al cf fig no vol ca resp incl min max ft oz "
    "dept est op bzw usw evtl ggf vgl nr str av env mme mlle sr sra dra ud uds".split()
)
# Names that their owners write small wherever they stand; most are programs that are typed in lower case.
_WRITTEN_SMALL = frozenset(
    "npm npx pip git curl grep bash zsh ssh sudo vim emacs nginx redis webpack jquery systemd kubectl "
    "rsync wget ffmpeg htmx htop apt yum brew deno vite esbuild pnpm yarn numpy pandas pytest adidas "
    "eslint tmux sed awk localhost etcd containerd runc gofmt cron golang scikit spacy bell hooks e.e. "
    "will.i.am k.d. danah".split()
)
_MARKS = ".,;:!?…\"'“”’‘()[]"
_INTERRUPTED = ("—", "–", "-", "…", "...", "..", ",", ":", ";", "~")


@dataclass(frozen=True)
class _Start:
    """A sentence that starts in lower case: which turn, which word, behind which mark."""

    turn: Turn
    span: Span
    behind: str


@dataclass(frozen=True)
class LowerCaseStart:
    """A turn or a sentence within one that starts with a small letter: "what should we watch for?"."""

    kind = Kind.LOWER_CASE_START
    languages = frozenset[str]()
    # Measured over four sources, by what stands before the sentence (nothing, full stop, question mark,
    # ellipsis): edited text starts 0–2 % in lower case; where it is more than this, it is the style.
    style_share: float = 0.08
    # Shares of fewer than this many sentences are not trusted.
    few: int = 12
    # Words less common than this may be a name that is written small.
    common: float = 3.0

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        seen: Counter[str] = Counter()
        small: list[_Start] = []
        for turn in analysis.dialogue:
            if first := _FIRST.match(turn.text):
                seen["start"] += 1
                if first["letter"].islower():
                    small.append(_start(turn, first.start("letter"), "start"))
            for match in _BOUNDARY.finditer(turn.text):
                behind = _behind(match)
                seen[behind] += 1
                if match["letter"].islower() and not _goes_on(turn.text, match):
                    small.append(_start(turn, match.start("letter"), behind))
        shares = Counter(start.behind for start in small)
        before = _turns_before(analysis) if shares["start"] else {}
        for start in small:
            if shares[start.behind] > self.style_share * max(self.few, seen[start.behind]):
                continue
            if start.behind == "start" and not self._is_new_turn(analysis, start, *before[start.turn.key]):
                continue
            if self._is_a_word(analysis, start) and not _says_again(start):
                yield self._finding(analysis, start)

    def _is_new_turn(
        self, analysis: Analysis, start: _Start, own: Turn | None, previous: Turn | None
    ) -> bool:
        """Not an unlabelled fragment, not taking up where its speaker was interrupted, not a seam."""
        if start.turn.speaker is None and analysis.style.labelled:
            return False
        if own is not None and (ends_open(own.text) or own.text.rstrip().endswith(_INTERRUPTED)):
            return False
        first = " ".join(start.turn.text.lower().split()[:2]).rstrip(".,!?")
        return previous is None or first not in previous.text[-250:].lower()

    def _is_a_word(self, analysis: Analysis, start: _Start) -> bool:
        """A common word, not a name that is written small, a speaker's handle or code."""
        text = start.turn.text
        word = start.span.of(text)
        if not word.islower() or word in _WRITTEN_SMALL:
            return False
        if _CODE_BEHIND.match(text, start.span.end):
            return False
        if word in analysis.labels:
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
            confidence=0.9,
            fixes=(
                Fix(
                    f"Write “{capital}”",
                    (SetText(turn.key, text, text[:at] + capital[0] + text[at + 1 :]),),
                ),
            ),
        )


def _behind(match: re.Match[str]) -> str:
    mark = match["mark"]
    return "ellipsis" if mark in ("..", "...", "…") or len(mark) > 3 else mark[-1]


def _start(turn: Turn, at: int, behind: str) -> _Start:
    word = _WORD.match(turn.text, at)
    assert word is not None
    return _Start(turn, Span(at, word.end()), behind)


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether the mark does not end the sentence: an abbreviation, an initial, a quoted question."""
    if match["close"] and match["close"] in '"”’»':
        return True  # “Really?” he asked.
    if match["mark"] != ".":
        return False
    before = _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
    if before is None:
        return True
    word = before[1]
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and not word.isdigit() and word != "I")


def _says_again(start: _Start) -> bool:
    """Whether the sentence is a piece of a loop or a seam: its first two words stand close by again."""
    text, at = start.turn.text, start.span.start
    near = [word.strip(_MARKS).lower() for word in text[max(0, at - 80) : at].split()]
    here = [word.strip(_MARKS).lower() for word in text[at : at + 90].split()]
    if len(here) < 2:
        return here == near[-1:]
    pair = (here[0], here[1])
    return here[0] == here[1] or pair in pairwise(near) or pair in pairwise(here[1:])


def _turns_before(analysis: Analysis) -> dict[str, tuple[Turn | None, Turn | None]]:
    """For each turn the last one of the same speaker and the last one of anybody."""
    found: dict[str, tuple[Turn | None, Turn | None]] = {}
    last: dict[str | None, Turn] = {}
    previous: Turn | None = None
    for turn in analysis.dialogue:
        found[turn.key] = (last.get(turn.speaker), previous)
        last[turn.speaker] = previous = turn
    return found
