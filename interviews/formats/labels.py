"""What may be a speaker's label at the start of a line. Which of them are is learnt from the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interviews.formats.manner import is_manner
from interviews.formats.times import BRACKETED, TIME, times_in
from interviews.transcript.edits import Times
from interviews.transcript.spans import Span

LONGEST_NAME = 60  # code points; longer is no label but a sentence
MOST_WORDS = 6
_HEAD = 140  # no label with its times reaches further into a line

_MARKED = re.compile(
    rf"""
    (?:(?P<before>{TIME})\s*[-–—]?\s*)?
    (?P<mark>\*{{1,3}}|_{{1,3}})\s?
    (?P<bracket>\[)? (?P<name>[^\s:：*\[\]][^:：*\[\]\n]{{0,60}}?) (?(bracket)\])
    (?:\s*(?:[-–—]\s*)?(?P<inside>{TIME}))?
    (?: \s?[:：]\s?(?P=mark)                                       # **Name:**
      | \s?(?P=mark)\s*(?P<outside>{TIME})?\s?[:：]                # **Name**: or **Name** (0:12):
      | \s?(?P=mark)\s?(?P<remark>\([^()*\n]{{1,100}}\))\s?[:：]    # **Name** (whispering):
      | (?<=[\s*_][QA])[.)]?(?P=mark)[.:)]?(?=\s)                  # **Q.** or **Q**
      | (?<=[\s*_][QA])\s?[-–—]\s?(?P=mark) )                      # **Q – **
    """,
    re.VERBOSE,
)
_PLAIN = re.compile(
    rf"""
    (?:(?P<before>{TIME})\s*[-–—]?\s*)?
    (?: (?P<bracket>\[)? (?P<name>[^\s:：*\[\]][^:：*\[\]\n]{{0,60}}?) (?(bracket)\])
        (?:\s*(?:[-–—]\s*)?(?P<inside>{TIME}))? \s?
        (?: ::?(?=\s|$) | ： | >>(?=\s|$) )                          # Name:, Name (0:12): or Name>>
      | (?P<letter>[QA])(?:[.)]|\s?[–—])(?=\s) )                     # Q. or A –
    """,
    re.VERBOSE,
)
_WITH_REMARK = re.compile(  # Name (voiced by two interpreters in turn, as the festival asked):
    rf"""
    (?:(?P<before>{TIME})\s*[-–—]?\s*)?
    (?P<name>[^\s:：()*\[\]][^:：()*\[\]\n]{{0,60}}?)
    \s(?P<remark>\([^()\n]{{1,120}}\))\s?[:：](?=\s|$)
    """,
    re.VERBOSE,
)
_WITH_TIME = re.compile(  # Name 0:12
    rf"(?P<bracket>\[)?(?P<name>\w[^:：*\[\]\n]{{0,60}}?)(?(bracket)\])\s+(?P<inside>{TIME})$"
)
# What each of these has, and hardly any other line: a colon, ">>", the semicolons of a time, stars, or a Q.
_MAY_BE = re.compile(r"[:：;*_]|>>|\A[QA](?:[.)]|\s?[–—])")
_AFTER = re.compile(rf"\s*(?:{BRACKETED}|{TIME}(?=\s*$))")

_PARTICLE = re.compile(
    r"a|al|and|bin|da|de|del|della|den|der|des|di|do|dos|du|e|el|en|et|ibn|in|la|le|los|of|på|the|und|van|von|y|zu"
    r"|[dl]['’].*",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"(?:dr|mr|mrs|ms|prof|st|sr|jr|sen|rep|gov|gen|col|lt|sgt|capt|rev|hon|pres|\w)\.", re.IGNORECASE
)
# A part that is written as words are: "Press officer", "Audience member", "Second caller".
_PARTS = frozenset(
    "officer speaker member host reporter caller interviewer interviewee moderator presenter chair clerk "
    "witness judge guest translator interpreter narrator voice man woman coach teacher student participant "
    "secretary spokesman spokeswoman spokesperson anchor correspondent editor listener questioner producer "
    "announcer".split()
)
_LETTER = re.compile(r"(?P<letter>[QA])\.(?=\s)")
# Somebody whose name nobody knows: "Voice from the floor", "Fan in scarf", "Woman at the back".
_SOMEBODY = re.compile(
    r"(?:[A-Z][a-z]+ v|V)oices? (?:from|in|off) (?:the )?[a-z]+"
    r"|(?:A |The |First |Second |Third |Another |Young |Old |Older |Elderly )?"
    r"(?i:fan|supporter|man|woman|lady|gentleman|boy|girl|child|caller|listener|viewer|visitor|student|pupil|parent"
    r"|mother|father|neighbou?r|passer-by|heckler|reporter|resident|worker|customer|driver|spectator|onlooker)"
    r" (?:in|at|with|from|by|on|behind|near) (?:[a-z]+ ){0,3}[A-Za-z]+"
)
_BRACKET = re.compile(r"\s\([^()]*\)$")  # "Jo Lauritsen (student paper)"
_NO_NAME = re.compile(r"[?!;=/{}|<>\"“”„«»#@\\]|\.{2,}|…|,\s*$|\d:\d")


@dataclass(frozen=True, slots=True)
class Label:
    """A possible label: offsets count in the line. ``rest`` is where the words begin.

    ``marked`` says that stars, underscores or square brackets set it off; ``is_lower`` that it starts with a
    small letter; ``bare_time`` that a time without brackets comes first; ``is_letter`` that it is the Q or A
    of "Q." and "A."; ``remark`` is where, in brackets, the manner of speaking stands.
    """

    name: str
    span: Span
    rest: int
    times: Times = (None, None)
    time_spans: tuple[Span, ...] = ()
    marked: bool = False
    is_lower: bool = False
    bare_time: bool = False
    colon: bool = True
    is_letter: bool = False
    timed: bool = False
    is_odd: bool = False
    time_first: bool = False
    number: int | None = None
    remark: Span | None = None

    @property
    def key(self) -> str:
        """What makes two ways of writing the label one."""
        return self.name.casefold()


def label_at(line: str, *, emphasis: bool) -> Label | None:
    """What may be a label at the start of a line; with ``emphasis``, stars and underscores may set it off.

    A name is at most 60 code points and six words, has a letter and no mark that ends a sentence. Where
    nothing sets it off, it is written as names are: capitals with particles between, or all in lower case.
    Before a time and a colon it may be anything as short; ``Label.is_odd`` tells.
    """
    head = line[:_HEAD]
    if _MAY_BE.search(head) is None:
        return None
    match = _MARKED.match(head) if emphasis else None
    marked = match is not None
    match = match or _PLAIN.match(head) or _WITH_REMARK.match(head)
    colon = match is not None
    match = match or _WITH_TIME.match(head)
    if match is None:
        return None
    found = match.groupdict()
    group = "name" if found.get("name") else "letter"
    name = " ".join(found[group].split())
    timed = colon and bool(found.get("inside"))
    if (remark := found.get("remark")) and not is_manner(remark):
        return None
    named = is_name(name, marked=marked)
    if not named and not marked and (letter := _LETTER.match(head)):  # "A. It is on the door: 12."
        found, match, group, name = letter.groupdict(), letter, "letter", letter["letter"]
        named, timed = True, False
    if not named and not (timed and _is_short(name)):
        return None
    times: Times = (None, None)
    spans: list[Span] = []
    for where in ("before", "inside", "outside"):
        if found.get(where):
            told = times_in(found[where])
            if told is None:
                return None
            times = times if spans else told
            spans.append(Span(*match.span(where)))
    rest = match.end()
    after = _AFTER.match(head, rest)
    if after is not None and (told := times_in(after.group())) is not None:
        times = times if spans else told
        spans.append(Span(after.end() - len(after.group().lstrip()), after.end()))
        rest = after.end()
    before = found.get("before") or ""
    return Label(
        name=name,
        span=Span(*match.span(group)),
        rest=rest,
        times=times,
        time_spans=tuple(spans),
        marked=marked or bool(found.get("bracket")),
        is_lower=next(filter(str.isalpha, name), "").islower(),
        bare_time=before[:1].isdigit(),
        colon=colon,
        is_letter=group == "letter",
        timed=timed,
        is_odd=not named,
        time_first=bool(before),
        remark=Span(*match.span("remark")) if remark else None,
    )


def is_name(name: str, *, marked: bool = False) -> bool:
    """Whether it is written as names and labels are."""
    if not _is_short(name):
        return False
    words = without_bracket(name).split()
    if not any(character.isalpha() for character in name) or name.count("(") != name.count(")"):
        return False
    if any(word.endswith(".") and not _TITLES.fullmatch(word) for word in words[:-1]):
        return False
    if marked:
        return True
    if name == name.lower():
        return len(words) <= 3
    if _SOMEBODY.fullmatch(name):
        return True
    if 1 < len(words) <= 3 and words[-1] in _PARTS and words[0][0].isupper():
        return True
    return not words[0].islower() and all(_fits_a_name(word) for word in words)


def without_bracket(name: str) -> str:
    """A name without what stands in brackets behind it: "Jo Lauritsen (student paper)"."""
    return _BRACKET.sub("", name)


def _is_short(name: str) -> bool:
    bare = without_bracket(name)
    return len(name) <= LONGEST_NAME and len(bare.split()) <= MOST_WORDS and not _NO_NAME.search(bare)


def _fits_a_name(word: str) -> bool:
    bare = word.strip("()[].,'’")
    return not bare or not bare[0].islower() or _PARTICLE.fullmatch(bare) is not None
