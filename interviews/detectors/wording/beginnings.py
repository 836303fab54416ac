"""Where the sentences of a text begin, and which of them in lower case."""

from __future__ import annotations

import re

from interviews.transcript.spans import Span

# What ends a sentence within a text, and the first letter behind it.
_BOUNDARY = re.compile(
    r"""
    # A long run is looked at once, and an ellipsis ends the mark. What can begin it stands first, so that
    # the search goes from one to the next.
    (?P<mark> [….!?] (?<! [.!?] . ) (?: (?<! … ) [.!?]++ )?+ )
    (?P<close> ["”’»)\]]? )
    \s++
    (?P<open> ["“«‘]? )
    (?P<letter> [^\W\d_] )
    """,
    re.VERBOSE | re.DOTALL,
)
_FIRST = re.compile(r"[\"“«‘]?(?P<letter>[^\W\d_])")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WORD_BEFORE = re.compile(r"([^\W_]+)\W*$")
# A full stop belongs to these, and the sentence goes on.
_ABBREVIATIONS = frozenset(
    "etc vs approx jr sr inc ltd co corp dr mr mrs ms prof st al cf ca resp incl min max ft oz "
    "dept est op bzw usw evtl ggf vgl str av env mme mlle sr sra dra ud uds".split()
)


def _behind(match: re.Match[str]) -> str:
    mark = match["mark"]
    if match["close"] and match["close"] in '"”’»':
        return f"quoted {mark[-1]}"  # “Really?” he asked.
    return "ellipsis" if mark in ("..", "...", "…") or len(mark) > 3 else mark[-1]


def beginnings(text: str) -> list[str]:
    """What stands before each sentence of a text."""
    behind = [_behind(match) for match in _BOUNDARY.finditer(text)]
    return ["start", *behind] if _FIRST.match(text) else behind


def beginners(text: str) -> list[str]:
    """The words with a capital that begin the sentences of a text, in small letters."""
    at = [match.start("letter") for match in _BOUNDARY.finditer(text)]
    if first := _FIRST.match(text):
        at.append(first.start("letter"))
    words = [_WORD.match(text, place) for place in at if text[place].isupper()]
    return [word[0].lower() for word in words if word]


def small_beginnings(text: str) -> list[tuple[Span, str]]:
    """The first words of the sentences that start in lower case, with what stands before each."""
    found = []
    first = _FIRST.match(text)
    if first and first["letter"].islower():
        found.append((_word_at(text, first.start("letter")), "start"))
    found += [
        (_word_at(text, match.start("letter")), _behind(match))
        for match in _BOUNDARY.finditer(text)
        if match["letter"].islower() and not _goes_on(text, match)
    ]
    return found


def _word_at(text: str, at: int) -> Span:
    word = _WORD.match(text, at)
    assert word is not None
    return Span(at, word.end())


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether the mark does not end the sentence: an abbreviation, an initial, a quoted question."""
    if match["close"] and match["close"] in '"”’»' and match["mark"] != ".":
        return True  # “Really?” he asked; behind a full stop in quotes the transcript's own habit decides
    if match["close"] in (")", "]") and match["mark"] != ".":
        return True  # a doubtful word is marked (?), an aside (no!) cries out
    if match["mark"] != ".":
        return False
    before = _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
    if before is None:
        return True
    word = before[1]
    if text[max(0, before.start() - 1) : before.start()] in ("'", "’", "`"):
        return False  # “how it's.” ends in no initial
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and not word.isdigit() and word != "I")
