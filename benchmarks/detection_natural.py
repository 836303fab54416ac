"""Real places, judged by eye: is the defect found, once, and is the innocent left alone?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.detection_corpus import Corpus, Record
from benchmarks.detection_run import the_transcript
from interviews.detectors.checking import check
from interviews.detectors.incidents import Incident
from interviews.detectors.kinds import Family, Severity
from interviews.text.folding import fold
from interviews.text.words import count_words
from interviews.transcript.turns import Transcript

_SHORTEST = 5  # words of a paragraph whose copy is looked for


@dataclass(frozen=True)
class Case:
    """One place and what was said of it: how often it was flagged, and with what weight at most."""

    name: str
    candidate: str
    verdict: str
    incidents: int
    blocking: bool  # above a notice


def natural(corpus: Corpus) -> tuple[list[Case], int]:
    """The cases that can be judged, and how many cannot: their text or other copy is not in the corpus."""
    whole = {record["id"]: record for record in corpus.all_clean()}
    cases, left_out = [], 0
    for record in corpus.natural_cases():
        case = _case(record, whole.get(record["id"]))
        if case is None:
            left_out += 1
        else:
            cases.append(case)
    return cases, left_out


def told(cases: list[Case]) -> Iterator[str]:
    """A line for each verdict, then one for each case that went wrong."""
    defects = [case for case in cases if case.verdict == "defect"]
    once = Counter(case.candidate for case in defects if case.incidents == 1)
    often = sum(case.incidents > 1 for case in defects)
    yield f"real defects found once {once.total()} of {len(defects)}, more than once {often}"
    for verdict in ("legit", "teaser"):
        these = [case for case in cases if case.verdict == verdict]
        flagged = sum(case.blocking for case in these)
        noticed = sum(bool(case.incidents) and not case.blocking for case in these)
        yield f"{verdict}: flagged above a notice {flagged} of {len(these)}, with a notice {noticed}"
    for case in cases:
        wrong = case.incidents != 1 if case.verdict == "defect" else case.blocking
        if wrong and case.verdict != "uncertain":
            yield f"  {case.verdict}, {case.incidents} incidents: {case.candidate} in {case.name}"


def _case(record: Record, whole: Record | None) -> Case | None:
    place = record["turn"]
    if whole is None:
        whole = {"id": record["id"], "turns": record["turns"]}
        place -= record["context_first_turn"]
    if not 0 <= place < len(whole["turns"]):
        return None
    _, transcript = the_transcript(json.dumps(whole))
    candidate = record["kind_candidate"]
    family = Family.GARBLED if candidate == "last_turn_cut" else Family.DUPLICATE
    if ("dup" in candidate or "doubled" in candidate) and not _recurs(transcript, place):
        return None
    key = transcript.turns[place].key
    found = [incident for incident in check(transcript) if _is_about(incident, key, family)]
    blocking = any(incident.head.weight is not Severity.NOTICE for incident in found)
    return Case(record["id"], candidate, record["verdict"], len(found), blocking)


def _is_about(incident: Incident, key: str, family: Family) -> bool:
    return any(
        passage.turn == key
        for finding in (incident.head, *incident.parts)
        if finding.kind.family is family
        for passage in (*finding.passages, *finding.related)
    )


def _recurs(transcript: Transcript, place: int) -> bool:
    """Whether a paragraph of the turn stands again: a copy that is not there cannot be found."""
    paragraphs = Counter(fold(part) for turn in transcript for part in turn.text.split("\n\n"))
    own = (fold(part) for part in transcript.turns[place].text.split("\n\n"))
    return any(paragraphs[part] > 1 for part in own if count_words(part) >= _SHORTEST)
