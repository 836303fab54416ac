"""``python -m benchmarks.documents [turns …]``: opening a Word document, beside python-docx in the same run.

Milliseconds of the processor, in this process and in the one that is started, and by the clock; the best of
several. The interview is invented; python-docx loads the tree and then asks each paragraph for its text.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

import docx

from interviews.formats.confining import parsed
from interviews.formats.documents import reading_of
from interviews.formats.docx import Docx
from interviews.formats.docx_parts import parse_docx

SIZES = (300, 3000)  # turns: an hour and ten
TIMES = 15


def main(sizes: list[int]) -> None:
    heads = ("turns", "kB", "python-docx", "and texts", "parsed here", "in a process", "and read")
    print("".join(f"{head:>14}" for head in heads))
    for size in sizes:
        data = _document(size)
        blocks = parse_docx(data)
        figures = (
            _best(partial(_load, data)),
            _best(partial(_texts, data)),
            _best(partial(parse_docx, data)),
            _best(partial(parsed, "docx", data, label="document")),
            _best(partial(Docx().open, data)),
        )
        if reading_of(blocks, "docx").transcript != Docx().open(data).transcript:
            raise AssertionError("the process reads something else")
        print(
            f"{size:14,}{len(data) // 1000:14,}"
            + "".join(f"{one:7.1f}/{clock:<6.0f}" for one, clock in figures),
            flush=True,
        )


def _load(data: bytes) -> object:
    return docx.Document(BytesIO(data))


def _texts(data: bytes) -> object:
    return [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]


def _best(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of the processor and by the clock, each the best."""
    taken = []
    for _ in range(TIMES):
        start, computed = time.perf_counter(), _computed()
        work()
        taken.append((_computed() - computed, time.perf_counter() - start))
    return min(one for one, _ in taken) * 1000, min(clock for _, clock in taken) * 1000


def _computed() -> float:
    both = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return sum(one.ru_utime + one.ru_stime for one in both)


def _document(turns: int) -> bytes:
    """An interview with bold labels, as somebody would type it, saved by python-docx."""
    chance = random.Random(1)  # noqa: S311 (the same words every time)
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(3000)]
    document = docx.Document()
    document.add_heading("Interview with Mia Berg, lock keeper", 0)
    for number in range(turns):
        paragraph = document.add_paragraph()
        paragraph.add_run(("Reporter:", "Berg:")[number % 2]).bold = True
        said = " ".join(chance.choices(words, k=chance.randint(10, 60)))
        paragraph.add_run(f" {said.capitalize()}.")
    made = BytesIO()
    document.save(made)
    return made.getvalue()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
