"""What the head and the foot of a file state about the interview, the people and who transcribed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from interviews.formats.labels import LONGEST_NAME, Label, is_name
from interviews.formats.lines import Line
from interviews.transcript.turns import Role

# What introduces facts about the interview.
_FACT = re.compile(
    r"""
    dates? | times? | duration | run(?:ning)?[ -]?time | tx | length
    | location | place | venue | recorded(\ on)? | recording | tape
    | present | participants? | attendees | topics? | subject | title | project | language | transcripts?
    | transcri(ber|bed|ption)(\ by)? | files?(\ name)? | interview(\ (no|number|id))? | keywords? | tags?
    | source | series | episode | published(\ on)? | authors? | by | edited\ by | photos?(\ by)?
    | photographer | version | status | url | links? | website | e-?mail | contact | from | to | re | cc
    | betreff | objet | asunto | oggetto | onderwerp
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"""
    (?: (?P<asks>interviewer|host|moderator|interviewed\ by|journalist|reporter)
      | (?P<answers>interviewee|guest|narrator|respondent)
      | speaker )
    (?P<many>s|\(s\))?
    (?: \s\((?P<short>[^\W\d_]{1,4})\) )?            # "Interviewer (I): Tom Reyes"
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BOTH = re.compile(r"(?P<full>[^()]{3,60}?)\s?\((?P<short>[^()\s]{1,12})\)")  # "Tom Reyes (TR)"
_AND = re.compile(r"\s*[,;&]\s*|\s+and\s+")
_SENTENCE_END = re.compile(r"[.?!…][\"'”’»)\]]*$")
_LONGEST_FACT = 20  # words

# Otter's head: a word in capitals alone, what it is about in the line below, and a line with day and length.
_CAPITAL_HEAD = re.compile(r"(?:SUMMARY )?KEYWORDS|SPEAKERS|ATTENDEES|PARTICIPANTS")
_DAY_AND_LENGTH = re.compile(r"\w[^•]{0,40}\d{4}[^•]{0,20} ?• ?[\d:]{1,12}(?: ?min\w*)?")
# The line in which a service names itself, first or last in a file.
_SERVICE = re.compile(
    r"""
    \W? (?:transcribed | transcript\ (?:provided|created|generated) | generated | created)
    (?:\ automatically)?\ (?:by|with)\ (?:https?://)? (?:www\.)?
    (?:otter|turboscribe|sonix|rev|temi|trint|descript|happy\ ?scribe|notta)\b .{0,120}
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom the head of a file names: "INTERVIEWER: Tom Reyes (TR)"."""

    full_name: str
    role: Role
    short: str = ""


def states_fact(label: Label) -> bool:
    """Whether it introduces a fact about the interview, wherever it stands ("Location:")."""
    return _FACT.fullmatch(label.name) is not None


def facts(lines: Sequence[Line], found: Mapping[int, Label], remarks: Iterable[int]) -> frozenset[int]:
    """The lines such as "Location: Kiel" before anybody speaks; "Interviewer: Jo Hart" only beside others.

    ``found`` is what may be a label, by index of its line; ``remarks`` are those that introduce a remark.
    """
    sure, people = set(), []
    passed_over = set(remarks)
    first = len(lines)
    for index, label in found.items():
        if index in passed_over:
            continue
        value = lines[index].text[label.rest :]
        short = len(value.split()) <= _LONGEST_FACT and not _SENTENCE_END.search(value)
        role = _PEOPLE.fullmatch(label.name)
        if short and (states_fact(label) or (role and role["many"])):
            sure.add(index)
        elif short and role and _is_named(value.strip()):
            people.append(index)
        else:
            first = index
            break
    sure.update(_capital_heads(lines[:first]))
    return frozenset(sure.union(people) if sure or len(people) > 1 else sure)


def _is_named(value: str) -> bool:
    """Whether it is a name, or one of two words with what its bearer is: "Ida Holm, keeper of the light"."""
    name, comma, _ = value.partition(",")
    return is_name(value) or (bool(comma) and " " in name and name != name.lower() and is_name(name))


def named_in(lines: Sequence[Line], stated: Iterable[int], found: Mapping[int, Label]) -> Iterator[Named]:
    """The people whom the facts name. ``stated`` are the indexes of the lines that ``facts`` found."""
    for index in sorted(stated):
        label = found.get(index)
        role = _PEOPLE.fullmatch(label.name) if label else None
        if label is None or role is None:
            continue
        what = Role.INTERVIEWER if role["asks"] else Role.GUEST if role["answers"] else Role.OTHER
        names = _AND.split(lines[index].text[label.rest :].strip()[: LONGEST_NAME * 4])
        for name in names:
            both = _BOTH.fullmatch(name)
            full, short = (both["full"], both["short"]) if both else (name, role["short"] or "")
            if full and is_name(full) and not full.islower():
                yield Named(full, what, short)


def services(lines: Sequence[Line]) -> frozenset[int]:
    """The first and the last line, where they only say which service transcribed the file."""
    written = [index for index, line in enumerate(lines) if not line.is_blank]
    ends = {*written[:1], *written[-1:]}
    return frozenset(
        index for index in ends if len(lines[index].text) <= 200 and _SERVICE.fullmatch(lines[index].text)
    )


def _capital_heads(lines: Sequence[Line]) -> Iterator[int]:
    inside = found = False
    for index, line in enumerate(lines):
        if _CAPITAL_HEAD.fullmatch(line.text):
            inside = found = True
        if line.is_blank:
            inside = False
        elif inside:
            yield index
    if found:
        yield from (index for index, line in enumerate(lines) if _DAY_AND_LENGTH.fullmatch(line.text))
