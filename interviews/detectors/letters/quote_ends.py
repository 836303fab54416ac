"""Where a quote or an aside begins and ends whose mark is lost, and whether it is one."""

from __future__ import annotations

import re

from interviews.detectors.letters.marks import BRACKETS, QUOTES, Mark
from interviews.text.sentences import sentences

# A common word with a capital in the middle of a sentence: somebody else's words begin.
_QUOTE_START = re.compile(
    r"""
    (?<=[a-z,\-])\s
    (?P<word>
      (?: What|Who|How|Why|When|Where|Well|Oh|Okay|OK|Yeah|Yes|No|Hey|Hm+|Let's|So|You|We|They|This|That|The
        | It|It's|If|Is|Are|Do|Can|Just|Look|Sorry|Hi|And|But|There's|Here's|People|My|Wow|Alright )
      (?= [\s,.!?'] )
    )
    """,
    re.VERBOSE,
)
_END_INSIDE = re.compile(r"[!?…](?=,)")
_LAST_WORD = re.compile(r"([\w'’]+),?\s*$")
_LEANS = frozenset(
    "a an the this that these those my your his her its our their of in on at to for from with by as "
    "about into and or but if so is are was were be been am i'm it's that's we're you're they're i you "
    "we they he she who which what how not very really most more just can could would should will do "
    "does did have has had don't".split()
)


def holds_together(text: str, opened: Mark, closed: Mark) -> bool:
    """Whether what stands between two marks is a quote or an aside: a whole, and what is around it goes on.

    Marks that fell into a sentence by accident cut it where it does not part: behind an article or a
    preposition, in front of the word that an article belongs to.
    """
    inside = text[opened.end : closed.at]
    before = _LAST_WORD.search(text, max(0, opened.at - 25), opened.at)
    last = _LAST_WORD.search(inside, max(0, len(inside) - 25))
    if opened.char in QUOTES or opened.char == '"':
        if begins_a_quote(text, opened) or (inside[:1].isupper() and inside[-1:] in ".,!?…"):
            return True
        return len(inside.split()) <= 4 and (last is None or last[1].lower() not in _LEANS)
    if any(match is not None and match[1].lower() in _LEANS for match in (before, last)):
        return False
    behind = text[closed.end : closed.end + 1]
    return behind in (".", ",", ";", "") or inside[:1].isupper()


def begins_a_quote(text: str, mark: Mark) -> bool:
    """Whether words that somebody said follow: a capital letter in the middle of a sentence."""
    if mark.char in BRACKETS:
        return False
    return text[mark.end : mark.end + 1].isupper() and text[: mark.at].rstrip()[-1:] not in (".", "!", "?")


def likely_end(text: str, mark: Mark) -> int | None:
    """Where the quote or bracket ends: between "!", "?" or "…" and a comma, else behind the sentence."""
    for sentence in sentences(text):
        if sentence.end > mark.at + 1:
            inner = _END_INSIDE.search(text, mark.at, sentence.end)
            return inner.end() if inner else sentence.end
    return None


def likely_start(text: str, mark: Mark) -> int | None:
    """Where a quote began whose opening mark is lost: at a capital in the middle of a sentence."""
    if mark.char in BRACKETS.values():
        return None
    starts = [match.start("word") for match in _QUOTE_START.finditer(text, max(0, mark.at - 200), mark.at)]
    return starts[-1] if starts else None


def last_words(text: str, end: int) -> str:
    return " ".join(text[max(0, end - 40) : end].split()[-2:])


def token_end(text: str, at: int) -> int:
    end = at + 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return end


def token_start(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at
