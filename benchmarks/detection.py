"""``make bench-detection``: what is found in the development corpus, beside other ways of finding it."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date

from benchmarks.detection_corpus import Corpus, Record, corpus_folder, records, word_count
from benchmarks.detection_costs import growth, peak_memory, time_per_10_000_words
from benchmarks.detection_matching import Answer, Restoring, answers, by_confidence, losing, restoring
from benchmarks.detection_natural import natural, told
from benchmarks.detection_peers import peers_table
from benchmarks.detection_run import Checked, all_rows, check_all, checked
from interviews.detectors.kinds import Severity

NO_CORPUS = 2  # exit status
TIMED = 10  # transcripts whose checking is timed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="one transcript in N")
    parser.add_argument("--processes", type=int, choices=(1, 2), default=2)
    parser.add_argument("--no-peers", action="store_true", help="only this program's detectors")
    options = parser.parse_args()
    folder = corpus_folder()
    if folder is None:
        print("There is no corpus to measure on: name its folder in CORPUS.", file=sys.stderr)
        return NO_CORPUS
    corpus = Corpus(folder, max(1, options.sample))
    words = word_count(corpus.planted)
    print(f"{date.today():%Y-%m-%d}: {len(corpus.planted)} transcripts, {words:,} words with planted faults")
    planted = check_all(corpus.planted, "planted", options.processes)
    clean = check_all(corpus.clean, "clean", options.processes)
    _found(corpus, planted, clean)
    given = list(answers(corpus, planted))
    _section("First fix of a planted fault gives back what was there", _restoring(corpus, given))
    _section("Stated confidence and share right (strict, planted text)", _calibration(given))
    natural_cases, left_out = natural(corpus)
    _section(f"Natural cases ({left_out} more cannot be judged from their excerpt)", told(natural_cases))
    _section("The seed interview", _seed(corpus))
    _section("Costs (one core, processor time)", _costs(corpus))
    if not options.no_peers:
        _section("Peers", peers_table(corpus, all_rows(planted), all_rows(clean)))
    return 0


def _section(title: str, lines: Iterator[str]) -> None:
    print(f"\n{title}")
    for line in lines:
        print(line, flush=True)


def _found(corpus: Corpus, planted: Sequence[Checked], clean: Sequence[Checked]) -> None:
    texts = records(corpus.planted)
    print("\nFound in planted text")
    scored = corpus.scorer.evaluate(texts, corpus.gold, all_rows(planted))
    corpus.scorer.show(scored)
    _section("Flags per 10,000 words of clean text", _quiet(corpus, all_rows(clean)))


def _quiet(corpus: Corpus, rows: list[Record]) -> Iterator[str]:
    """A line for each source: excused by severity and in all, then raw."""
    texts = records(corpus.clean)

    def rates(of: list[Record], excused: list[Record]) -> dict[str, float]:
        rate: dict[str, float] = corpus.scorer.clean_flags(texts, excused, of)["per_10k"]
        return rate

    by_severity = [
        rates([row for row in rows if row["severity"] == severity], corpus.excused) for severity in Severity
    ]
    together, raw = rates(rows, corpus.excused), rates(rows, [])
    yield f"{'source':12}" + "".join(f"{severity:>9}" for severity in Severity) + f"{'all':>9}{'raw':>9}"
    for source in sorted(raw):
        figures = (*(rate[source] for rate in by_severity), together[source], raw[source])
        yield f"{'all' if source == '*' else source:12}" + "".join(f"{figure:9.3f}" for figure in figures)
    kinds = corpus.scorer.clean_flags(texts, corpus.excused, rows)["kind_per_10k"]
    ordered = sorted(kinds.items(), key=lambda pair: -pair[1])
    yield "by kind: " + ", ".join(f"{kind} {rate:.3f}" for kind, rate in ordered)


def _restoring(corpus: Corpus, given: list[Answer]) -> Iterator[str]:
    counts = restoring(corpus, given)
    heads = f"{'planted':>8}{'found':>7}{'exact':>7}{'of found':>10}{'with a fix':>12}{'of these':>10}"
    yield f"{'kind':28}{heads}"
    for kind, count in counts.items():
        yield _restored(kind, count)
    together = Restoring()
    for count in counts.values():
        for part in fields(Restoring):
            setattr(together, part.name, getattr(together, part.name) + getattr(count, part.name))
    yield _restored("all", together)
    for kind, (rewriting, lossy) in losing(given).items():
        yield f"{kind:28}{rewriting:6} first fixes rewrite a turn, {lossy} lose a word for good"


def _restored(kind: str, count: Restoring) -> str:
    of_found, of_offered = (100 * count.restored / max(1, n) for n in (count.found, count.offered))
    return (
        f"{kind:28}{count.planted:8}{count.found:7}{count.restored:7}{of_found:9.1f}%"
        f"{count.offered:12}{of_offered:9.1f}%"
    )


def _calibration(given: list[Answer]) -> Iterator[str]:
    stated = by_confidence(given)
    tenths: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for (_, confidence), (all_, right) in stated.items():
        band = tenths[min(9, int(confidence * 10 + 1e-9))]
        band[0] += all_
        band[1] += right
    for tenth, (all_, right) in sorted(tenths.items(), reverse=True):
        yield f"{'all kinds':26}{tenth / 10:.1f} to {(tenth + 1) / 10:.1f} {_share(all_, right)}"
    for (kind, confidence), (all_, right) in stated.items():
        yield f"{kind:26}      {confidence:.2f} {_share(all_, right)}"


def _share(all_: int, right: int) -> str:
    return f"{all_:6} findings {100 * right / all_:6.1f} % right"


def _seed(corpus: Corpus) -> Iterator[str]:
    seed = corpus.seed()
    if seed is None:
        yield "it is not in this corpus"
        return
    line, gold = seed
    scored = corpus.scorer.evaluate(records([line]), [gold], checked(line).rows)["strict"]["=all"]
    yield f"found {scored['tp']} of {scored['n']}, false flags {scored['fp']}"


def _costs(corpus: Corpus) -> Iterator[str]:
    every = max(1, len(corpus.clean) // TIMED)
    cold, warm = time_per_10_000_words(corpus.clean[::every])
    yield f"10,000 words: {cold:.0f} ms, {warm:.0f} ms when its turns were seen before (median of 3 runs)"
    for turns, words, time, most in growth(corpus):
        rate = 10_000 * time / words
        yield f"{turns:6,} turns, {words:8,} words: {time:6.0f} ms, {rate:4.0f} per 10,000 words, {_mb(most)}"
    longest = max(corpus.clean, key=len)
    yield f"the longest transcript, {word_count([longest]):,} words: {_mb(peak_memory(longest))}"
    yield f"before anything is read: {_mb(peak_memory(None))}"


def _mb(memory: int | None) -> str:
    return "memory cannot be read here" if memory is None else f"{memory} MB"


if __name__ == "__main__":
    sys.exit(main())
