"""Findings that belong together: one incident, shown as one card with its parts.

Two things make findings one incident. A finding that lies wholly inside a later copy is settled with
the copy. And where a text was continued past its end, what dangles after the first closing and what is
asked again before the second one have the same cause as the second closing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from interviews.detectors.base import Finding, Fix
from interviews.detectors.kinds import Kind
from interviews.transcript.applying import apply_all
from interviews.transcript.edits import Edit, EditConflict, SetAside
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Transcript

# Kinds whose first fix takes their own passages out of the text, the widest first.
_COVERING = (
    Kind.DUPLICATE_BLOCK,
    Kind.ROLLING_CAPTIONS,
    Kind.ASR_LOOP,
    Kind.EXACT_DUPLICATE_TURN,
    Kind.NEAR_DUPLICATE_TURN,
    Kind.ECHOED_TURN,
    Kind.DUPLICATE_SENTENCE,
    Kind.WINDOW_OVERLAP,
)
_DANGLING = frozenset({Kind.ORPHAN_FRAGMENT, Kind.MISSING_SPEAKER})
_CONTINUED = _DANGLING | {Kind.REPEATED_QUESTION}
# A continuation past the end is short beside the interview: with more than this share of the turns after
# it, the first closing came too early, and cutting there would lose the interview.
_LONGEST_TAIL = 0.5


@dataclass(frozen=True, slots=True)
class Incident:
    """A head and its parts. The head's fixes settle the whole; each part has fixes of its own."""

    head: Finding
    parts: tuple[Finding, ...] = ()


def incidents(transcript: Transcript, findings: Sequence[Finding]) -> tuple[Incident, ...]:
    """The findings grouped, in the order of their heads; each is in exactly one incident."""
    parts: dict[int, list[int]] = {}
    taken: set[int] = set()
    by_kind: dict[Kind, list[int]] = defaultdict(list)
    by_turn: dict[str, list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        by_kind[finding.kind].append(number)
        by_turn[finding.passages[0].turn].append(number)
    for kind in _COVERING:
        for head in by_kind[kind]:
            if head not in taken:
                inside = _inside(transcript, findings, by_turn, head)
                inside = [number for number in inside if number not in taken and number not in parts]
                if inside:
                    parts[head] = inside
                    taken.update(inside)
    for head in by_kind[Kind.REPEATED_CLOSING]:
        if head not in taken:
            after = [n for n in _continued(transcript, findings, head) if n not in taken and n not in parts]
            parts[head] = after
            taken.update(after)
    return tuple(
        _incident(transcript, finding, [findings[n] for n in parts.get(number, ())])
        for number, finding in enumerate(findings)
        if number not in taken
    )


def _inside(
    transcript: Transcript, findings: Sequence[Finding], by_turn: Mapping[str, Sequence[int]], head: int
) -> list[int]:
    """The findings that lie wholly in the head's own passages; and a fragment right before a block."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for passage in findings[head].passages:
        spans[passage.turn].append(passage.span)
    inside = {n for key in spans for n in by_turn.get(key, ()) if _covered(findings[n].passages, spans)}
    if findings[head].kind is Kind.DUPLICATE_BLOCK:
        before = transcript.before(findings[head].passages[0].turn) or ""
        inside.update(n for n in by_turn.get(before, ()) if findings[n].kind in _DANGLING)
    return sorted(inside - {head})


def _covered(passages: Iterable[Passage], spans: dict[str, list[Span]]) -> bool:
    return all(any(span.covers(passage.span) for span in spans.get(passage.turn, ())) for passage in passages)


def _continued(transcript: Transcript, findings: Sequence[Finding], head: int) -> Iterator[int]:
    """What dangles or is asked again between the first closing and the second."""
    closing = findings[head]
    first, second = transcript.place(closing.related[0].turn), transcript.place(closing.passages[0].turn)
    early = second - first > _LONGEST_TAIL * len(transcript)
    for number, finding in enumerate(findings):
        place = transcript.place(finding.passages[0].turn)
        reach = first + 3 if early else second
        kinds = _DANGLING if early else _CONTINUED
        if finding.kind in kinds and first < place < reach:
            yield number


def _incident(transcript: Transcript, head: Finding, parts: list[Finding]) -> Incident:
    if head.kind is Kind.REPEATED_CLOSING:
        head = replace(head, fixes=_closing_fixes(transcript, head, parts))
    elif head.kind is Kind.DUPLICATE_BLOCK:
        head = replace(head, fixes=_block_fixes(transcript, head, parts))
    return Incident(head, tuple(parts))


def _closing_fixes(transcript: Transcript, head: Finding, parts: list[Finding]) -> tuple[Fix, ...]:
    """Remove the first closing and what dangles; or end there; or join the answers."""
    if not parts:
        return (*head.fixes[:1], *_end_there(transcript, head), *head.fixes[1:])
    dangling, what = _dangling(parts)
    asked = [part for part in parts if part.kind is Kind.REPEATED_QUESTION]
    removed = (*head.fixes[0].edits, *dangling)
    keeps = frozenset({Kind.REPEATED_QUESTION} if asked else ())
    label = f"Remove the first closing{what}, keep the rest"
    fixes = [Fix(label, removed, keeps), *_end_there(transcript, head)]
    if asked and asked[0].fixes:
        question = transcript.where(asked[0].related[0].turn)
        both = (*removed, *(edit for part in asked if part.fixes for edit in part.fixes[0].edits))
        fixes.append(Fix(f"Remove the first closing{what}, keep both answers under {question}", both))
    return tuple(fix for fix in fixes if _applies(transcript, fix))


def _block_fixes(transcript: Transcript, head: Finding, parts: list[Finding]) -> tuple[Fix, ...]:
    inside = {passage.turn for passage in head.passages}
    dangling, what = _dangling([part for part in parts if part.passages[0].turn not in inside])
    if not dangling:
        return head.fixes
    whole = Fix(f"{head.fixes[0].label}{what}", (*dangling, *head.fixes[0].edits))
    return tuple(fix for fix in (whole, *head.fixes) if _applies(transcript, fix))


def _dangling(parts: Iterable[Finding]) -> tuple[tuple[Edit, ...], str]:
    keys = dict.fromkeys(part.passages[0].turn for part in parts if part.kind in _DANGLING)
    edits = tuple(SetAside(key, "fragment on its own") for key in keys)
    return edits, {0: "", 1: " and the fragment"}.get(len(edits), " and the fragments")


def _end_there(transcript: Transcript, head: Finding) -> Iterator[Fix]:
    """The interview ends with its first closing; what follows is set aside, where it is the smaller part."""
    key = head.related[0].turn
    dialogue = transcript.dialogue
    behind = bisect_right(dialogue, transcript.place(key), key=lambda turn: transcript.place(turn.key))
    rest = dialogue[behind:]
    if not rest or len(rest) > _LONGEST_TAIL * len(transcript.dialogue):
        return
    first, last = (transcript.number(turn.key) for turn in (rest[0], rest[-1]))
    label = f"End at turn {transcript.number(key)}, set turns {first}–{last} aside"
    yield Fix(label, tuple(SetAside(turn.key, "continued past the end") for turn in rest))


def _applies(transcript: Transcript, fix: Fix) -> bool:
    aside = [edit.turn for edit in fix.edits if isinstance(edit, SetAside)]
    if len(aside) == len(fix.edits):  # half an interview of them, tried one by one, takes seconds
        return len(set(aside)) == len(aside) and not any(transcript[key].aside for key in aside)
    try:
        apply_all(transcript, fix.edits)
    except EditConflict:
        return False
    return True
