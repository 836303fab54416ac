"""Who asks and who answers, as far as the labels, the heading and the question marks tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from interviews.formats.header import Named
from interviews.formats.headings import Guest
from interviews.formats.labels import without_bracket
from interviews.transcript.turns import Role, Speaker, Turn

_ASKS = re.compile(
    r"(the )?(editor|interviewer|host|moderator|reporter|journalist|presenter|anchor|question|frage)"
    r"|q\d{0,3}",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"(the )?(guest|interviewee|answer|respondent|a\d{0,3}|antwort)", re.IGNORECASE)
_HONORIFIC = re.compile(
    r"(dr|mr|mrs|ms|miss|prof|professor|sir|dame|sen|senator|rep|gov|gen|col|capt|judge|mayor)\.?",
    re.IGNORECASE,
)
_BOTH = re.compile(r"(?P<full>.{3,}?)\s*\((?P<short>[^()]{1,20})\)")
_QUESTION = re.compile(r"[?？؟;՞]['\"”’»)\]]*$|[?？؟]")
# An interviewer's turns hold a question mark at least this often, and twice as often as anybody else's.
_ASKS_OFTEN = 0.3
_TIMES_AS_OFTEN = 2.0


def speakers(turns: Sequence[Turn], guest: Guest | None, stated: Sequence[Named] = ()) -> tuple[Speaker, ...]:
    """What is known of each label, in the order in which they first speak.

    The heading's guest is the label made of words or initials of that name. So is whom the head of the file
    states ("INTERVIEWER: Tom Reyes"), or it is the one label that names that role. The interviewer is told
    by the label ("Editor", "Q"), else by question marks. Where one of two is known, the other is the
    counterpart.
    """
    labels = list(dict.fromkeys(turn.speaker for turn in turns if turn.speaker is not None))
    roles = dict.fromkeys(labels, Role.OTHER)
    named = _the_guest(labels, guest)
    if named is not None:
        roles[named] = Role.GUEST
    for label in labels:
        part = without_bracket(label)  # "Question (The Courier)"
        if _ANSWERS.fullmatch(part):
            roles[label] = Role.GUEST
        elif _ASKS.fullmatch(part):
            roles[label] = Role.INTERVIEWER
    known_as = _stated(labels, stated, roles)
    for label, person in known_as.items():
        if person.role is not Role.OTHER:
            roles[label] = person.role
    if Role.INTERVIEWER not in roles.values():
        asks = _who_asks(turns, [label for label in labels if roles[label] is Role.OTHER], labels)
        if asks is not None:
            roles[asks] = Role.INTERVIEWER
    if len(labels) == 2 and (other := _counterpart(labels, roles)):
        roles[other[0]] = other[1]
    if named is None and guest is not None:
        guests = [label for label in labels if roles[label] is Role.GUEST]
        named = guests[0] if len(guests) == 1 and _ANSWERS.fullmatch(guests[0]) else None
    full_names = {
        both["short"]: label
        for label in labels
        if (both := _BOTH.fullmatch(label)) and not _is_role(both["full"])
    }
    known = []
    for label in labels:
        told = guest if guest and label == named else None
        long = full_names.get(label)
        head = known_as.get(label)
        known.append(
            Speaker(
                name=label,
                role=roles[label],
                full_name=told.full_name if told else _full_name(label, long, head),
                description=told.description if told else "",
                aliases=(long,) if long else (),
            )
        )
    return tuple(known)


def _full_name(label: str, long: str | None, head: Named | None) -> str:
    if long:
        return _BOTH.sub(r"\g<full>", long)
    return head.full_name if head and head.full_name != label else ""


def _stated(labels: Sequence[str], stated: Sequence[Named], roles: Mapping[str, Role]) -> dict[str, Named]:
    """Who of those whom the head names is behind which label: by name, else by role where that is certain."""
    known: dict[str, Named] = {}
    for person in stated:
        named = [label for label in labels if person.short and label.casefold() == person.short.casefold()]
        named += _fitting(labels, person.full_name)
        if not named and sum(other.role is person.role for other in stated) == 1:
            same = [one for one in labels if roles[one] is person.role is not Role.OTHER and _is_role(one)]
            named = same if len(same) == 1 else []
        for label in named:
            known.setdefault(label, person)
    return known


def _is_role(label: str) -> bool:
    return (_ASKS.fullmatch(label) or _ANSWERS.fullmatch(label)) is not None


def _the_guest(labels: Sequence[str], guest: Guest | None) -> str | None:
    fitting = _fitting(labels, guest.full_name) if guest is not None else []
    return fitting[0] if len(fitting) == 1 else None


def _fitting(labels: Sequence[str], full_name: str) -> list[str]:
    """The labels that are made of words or of the initials of a name."""
    name = _words(full_name)
    initials = "".join(word[0] for word in name)
    return [
        label
        for label in labels
        if (words := _words(label)) and (set(words) <= set(name) or (len(name) > 1 and words == [initials]))
    ]


def _words(name: str) -> list[str]:
    words = name.casefold().replace(".", " ").split()
    return [word for word in words if not _HONORIFIC.fullmatch(word)]


def _who_asks(turns: Sequence[Turn], candidates: Sequence[str], labels: Sequence[str]) -> str | None:
    if len(labels) < 2:
        return None
    spoken = Counter(turn.speaker for turn in turns)
    asked = Counter(turn.speaker for turn in turns if _QUESTION.search(turn.text))
    share = {label: asked[label] / spoken[label] for label in labels}
    best = max(candidates, key=lambda label: share[label], default=None)
    if best is None or share[best] < _ASKS_OFTEN:
        return None
    others = max(share[label] for label in labels if label != best)
    return best if share[best] >= others * _TIMES_AS_OFTEN else None


def _counterpart(labels: Sequence[str], roles: Mapping[str, Role]) -> tuple[str, Role] | None:
    for label, other in (labels, reversed(labels)):
        if roles[other] is Role.OTHER:
            if roles[label] is Role.GUEST:
                return other, Role.INTERVIEWER
            if roles[label] is Role.INTERVIEWER:
                return other, Role.GUEST
    return None
