"""What a line's look tells of its speaker: bold type, or a cell of its own, sets a name off as stars do.

Parliaments number their questions in front of the label: "Q41 Chair:".
"""

from __future__ import annotations

import re
from dataclasses import replace

from interviews.formats.labels import Label, is_name, label_at
from interviews.formats.lines import Line
from interviews.formats.times import BRACKETED, TIME, times_in
from interviews.transcript.edits import Times
from interviews.transcript.spans import Span

_LONGEST_LEAD = 140  # code points; what is set off further is no label but a sentence
_LEAD = re.compile(
    rf"""
    (?:(?P<before>{TIME})\s*[-–—|]?\s*)?
    (?P<bracket>\[)? (?P<name>[^\s:：\[\]][^:：\[\]\n]{{0,60}}?) (?(bracket)\])
    (?:\s*(?:[-–—]\s*)?(?P<inside>{TIME}))?
    \s*(?P<colon>[:：])?\s*
    """,
    re.VERBOSE,
)
# Bold words begin many a sentence; a name without a colon has its line for itself, a tab or a gap behind it.
_APART = re.compile(r"$|\t|\s{2}|\s?[–—|]\s")
_AFTER = re.compile(rf"\s*(?P<outside>{BRACKETED}|{TIME}(?=\s*(?:[:：]|$)))?\s*(?P<colon>[:：](?=\s|$))?")
_LONGEST_NUMBER = 12  # code points, its marks and the label's included
_NUMBER = re.compile(
    r"""
    (?P<mark>\*\*|__)? (?P<bracket>[\[(])?
    Q\s?(?P<number>\d{1,4})
    (?(bracket)[\])]) \.? (?(mark)(?P=mark)) \s+
    """,
    re.VERBOSE,
)
_NUMBER_INSIDE = re.compile(r"Q(?P<number>\d{1,4})\.?\s+")  # **Q41 Chair:**


def label_on(line: Line, *, emphasis: bool) -> Label | None:
    """What may be a label at the start of a line, by its look where it has one, else by its characters.

    Where what is set off goes on behind the label, as in a question that is bold as a whole, both tell.
    """
    if line.look.lead and (found := _set_off(line)):
        return found
    label = label_at(line.text, emphasis=emphasis)
    return replace(label, marked=True) if label and line.look.lead >= label.span.end else label


def numbered_on(line: Line, *, emphasis: bool) -> Label | None:
    """What may be a label behind the number of a question; None where there is no number, or no label."""
    if "Q" not in line.text[:_LONGEST_NUMBER]:
        return None
    if ahead := _NUMBER.match(line.text):
        end = ahead.end()
        rest = replace(line, text=line.text[end:], look=line.look._replace(lead=max(0, line.look.lead - end)))
        label = label_on(rest, emphasis=emphasis)
        return label and _behind(label, end, int(ahead["number"]))
    label = label_on(line, emphasis=emphasis)
    inside = _NUMBER_INSIDE.match(label.span.of(line.text)) if label else None
    if label is None or inside is None:
        return None
    span = Span(label.span.start + inside.end(), label.span.end)
    return replace(label, name=" ".join(span.of(line.text).split()), span=span, number=int(inside["number"]))


def _behind(label: Label, end: int, number: int) -> Label:
    """The label of a line whose first ``end`` code points hold the number of the question."""
    return replace(
        label,
        span=label.span.shifted(end),
        rest=label.rest + end,
        time_spans=tuple(span.shifted(end) for span in label.time_spans),
        number=number,
        remark=label.remark and label.remark.shifted(end),
    )


def _set_off(line: Line) -> Label | None:
    """The name in what is set off. Without a colon it is one where it stands apart from what follows."""
    text = line.text
    lead = _LEAD.fullmatch(text, 0, line.look.lead) if line.look.lead <= _LONGEST_LEAD else None
    if lead is None:
        return None
    after = _AFTER.match(text, line.look.lead, line.look.lead + _LONGEST_LEAD)
    assert after is not None  # every part of it may be missing
    colon = bool(lead["colon"] or after["colon"])
    if not colon and not (after["outside"] or _APART.match(text, len(text[: line.look.lead].rstrip()))):
        return None
    name = " ".join(lead["name"].split())
    if not is_name(name, marked=colon) or (not colon and name == name.lower()):
        return None
    times: Times = (None, None)
    spans: list[Span] = []
    for match, group in ((lead, "before"), (lead, "inside"), (after, "outside")):
        if match[group]:
            told = times_in(match[group])
            if told is None:
                return None
            times = times if spans else told
            spans.append(Span(*match.span(group)))
    rest = max(line.look.lead, after.end())
    return Label(
        name=name,
        span=Span(*lead.span("name")),
        rest=rest,
        times=times,
        time_spans=tuple(spans),
        marked=True,
        is_lower=next(character for character in name if character.isalpha()).islower(),
        bare_time=(lead["before"] or "")[:1].isdigit(),
        colon=colon,
        timed=colon and bool(lead["inside"] or after["outside"]),
        time_first=bool(lead["before"]),
    )
