"""Which finding answers which planted fault: how often its first fix gives back what was there, and how
often a stated confidence is right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.detection_corpus import Corpus, Record
from benchmarks.detection_run import Checked, the_transcript
from interviews.detectors.base import Finding
from interviews.detectors.kinds import Family, Kind
from interviews.text.words import words
from interviews.transcript.applying import apply_all
from interviews.transcript.edits import EditConflict, SetText
from interviews.transcript.turns import Transcript

_COPIES = ("exact_duplicate_turn", "near_duplicate_turn")
# What was cut off stands nowhere any more: no fix can know it.
_LOST = ("truncated_turn",)


@dataclass(frozen=True)
class Answer:
    """One finding on planted text, as the scorer judged it: its kind at its place, or not."""

    finding: Finding
    right: bool
    label: Record | None  # the planted fault that it answers first
    transcript: Transcript


def answers(corpus: Corpus, results: Sequence[Checked]) -> Iterator[Answer]:
    """The findings of the kinds that are planted, without those that fall on excused places. Strict."""
    score, golds = corpus.scorer, {one["id"]: one for one in corpus.gold}
    for line, result in zip(corpus.planted, results, strict=True):
        name, transcript = the_transcript(line)
        document = score.Doc([{"text": turn.text} for turn in transcript])
        scored = [place for place, row in enumerate(result.rows) if row["kind"] in score.FAM]
        rows = [score.norm_pred(result.rows[place], document) for place in scored]
        for row in rows:
            row["_span"] = document.span(row)
        labels = golds[name]["labels"]
        states, _, matched = score.match(document, labels, rows, golds[name]["ignore"], True)
        for number, (place, state) in enumerate(zip(scored, states, strict=True)):
            if state != "ign":
                label = labels[matched[number]] if number in matched else None
                yield Answer(result.findings[place], state != "fp", label, transcript)


@dataclass
class Restoring:
    """Counts for one kind: faults planted whose former text is known, found, given back."""

    planted: int = 0
    found: int = 0
    offered: int = 0  # found, with a fix
    restored: int = 0


def restoring(corpus: Corpus, given: Iterable[Answer]) -> dict[str, Restoring]:
    """For each kind how often the first fix gives back the text before planting."""
    counts: dict[str, Restoring] = defaultdict(Restoring)
    for gold in corpus.gold:
        for label in gold["labels"]:
            counts[label["kind"]].planted += _is_known(label)
    for answer in given:
        label = answer.label
        if label is None or not _is_known(label):
            continue
        count = counts[label["kind"]]
        count.found += 1
        count.offered += bool(answer.finding.fixes)
        after = _fixed(answer)
        if after is not None:
            count.restored += _is_restored(answer.transcript, after, label)
    return {kind: count for kind, count in counts.items() if count.planted}


def _is_known(label: Record) -> bool:
    """Whether the text before planting is known, or the fault is a turn or a block that was put in."""
    if label["kind"] in _LOST:
        return False
    return label["original"] is not None or label["kind"] in ("duplicate_block", "misplaced_metadata")


def _fixed(answer: Answer) -> Transcript | None:
    if not answer.finding.fixes:
        return None
    try:
        return apply_all(answer.transcript, answer.finding.fixes[0].edits)
    except EditConflict:
        return None


def _is_restored(before: Transcript, after: Transcript, label: Record) -> bool:
    kind: str = label["kind"]
    original: str | None = label["original"]
    planted = before.turns[label["turn_start"]]
    if kind == "speaker_drift":
        return planted.key in after and after[planted.key].speaker == original
    if original is None:
        return _only_gone(before, after, label)

    if kind in _COPIES:
        copies = [planted.key, before.turns[label["related_turn"]].key]
        standing = [turn.text for turn in after.standing if turn.key in copies]
        return len(standing) == 1 and standing[0] == original
    if kind == "repeated_question":
        again = planted.text[label["char_start"] : label["char_end"]]
        texts = [turn.text for turn in after.standing]
        return any(original in text for text in texts) and not any(again in text for text in texts)
    return planted.key in after and not after[planted.key].aside and after[planted.key].text == original


def _only_gone(before: Transcript, after: Transcript, label: Record) -> bool:
    """Whether the turns put in, or the block that they copy, are out of the text, and nothing else is."""
    gone = {turn.key for turn in before.standing} - {turn.key for turn in after.standing}
    ranges = [label, *label["alt"]]
    return any(
        gone == {turn.key for turn in before.turns[one["turn_start"] : one["turn_end"] + 1]} for one in ranges
    )


def losing(given: Iterable[Answer]) -> dict[Kind, tuple[int, int]]:
    """For each kind of duplicate how many first fixes rewrite a text, and how many of them lose a word.

    A word is lost when the rewritten turn had it and no turn has it afterwards; a turn set aside keeps it.
    """
    rewriting, lossy = Counter[Kind](), Counter[Kind]()
    for answer in given:
        finding = answer.finding
        edits = [edit for fix in finding.fixes[:1] for edit in fix.edits if isinstance(edit, SetText)]
        after = _fixed(answer)
        if not edits or after is None or finding.kind.family is not Family.DUPLICATE:
            continue
        had = {word.folded for edit in edits for word in words(edit.before)}
        have = {word.folded for turn in after for word in words(turn.text)}
        rewriting[finding.kind] += 1
        lossy[finding.kind] += not had <= have
    return {kind: (rewriting[kind], lossy[kind]) for kind in sorted(rewriting)}


def by_confidence(given: Iterable[Answer]) -> dict[tuple[Kind, float], tuple[int, int]]:
    """For each kind and confidence stated: how many findings, and how many of them are right."""
    all_, right = Counter[tuple[Kind, float]](), Counter[tuple[Kind, float]]()
    for answer in given:
        stated = answer.finding.kind, round(answer.finding.confidence, 2)
        all_[stated] += 1
        right[stated] += answer.right
    return {stated: (all_[stated], right[stated]) for stated in sorted(all_)}
