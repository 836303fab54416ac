"""One run over all inputs: tasks made, done by one worker or more, counted, in the order of the inputs."""

from __future__ import annotations

import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from io import BytesIO
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from interviews.detectors.configuring import Configuration
from interviews.detectors.kinds import Severity
from interviews.formats.base import ImportProblem
from interviews.formats.corpus import begins_a_corpus
from interviews.management.examining import Checked, Outcome, Task, examine
from interviews.management.sources import Source, sources
from interviews.management.telling import summary

FOUND = 1
BAD_INPUT = 2
_LINES = 3  # of a corpus in one task: enough to pay for sending them, few enough that workers end together
_AHEAD = 4  # tasks that wait for each worker, so that none is idle and no corpus is held whole

Examine = Callable[[Task], Outcome]


class Run:
    """What was asked for, done as ``checked`` is iterated over, and counted meanwhile."""

    def __init__(
        self,
        *,
        configuration: Configuration,
        jobs: int,
        problem: Callable[[str], None],
        progress: Callable[[str], None],
    ) -> None:
        self._examine: Examine = partial(examine, configuration=configuration)
        self._jobs = jobs
        self._tell = problem
        self._progress = progress
        self.names = self.turns = self.incidents = 0
        self.problems: list[str] = []
        self.severities: Counter[Severity] = Counter()

    def checked(self, paths: list[str]) -> Iterator[Checked]:
        """Each transcript with what was found in it; what cannot be read is told and left out."""
        for outcome in _outcomes(self._tasks(paths), self._examine, self._jobs):
            for one in outcome.checked:
                self._count(one)
                self._progress(f"{self.names:,} checked, {self.severities.total():,} found: {one.name}")
                yield one
            for problem in outcome.problems:
                if self.problems[-1:] != [problem]:  # a worker that ended leaves many tasks of one corpus
                    self.problems.append(problem)
                    self._tell(problem)

    def status(self, fail_on: Severity | None) -> int:
        """2 where something could not be read, 1 where a finding weighs as much as ``fail_on``, else 0."""
        if self.problems:
            return BAD_INPUT
        weighs = fail_on is not None and any(one.rank <= fail_on.rank for one in self.severities)
        return FOUND if weighs else 0

    def summary(self) -> str:
        return summary(self.names, self.turns, self.severities, self.incidents, len(self.problems))

    def _tasks(self, paths: list[str]) -> Iterator[Task]:
        for source in sources(paths, corpora=True):
            if isinstance(source, ImportProblem):
                yield Task(Source(Path()), problem=str(source))
                continue
            try:
                data = source.data() if source.is_standard_input or source.is_corpus else None
            except ImportProblem as problem:
                yield Task(source, problem=f"{source.path}: {problem}")
                continue
            if data is not None and (source.is_corpus or begins_a_corpus(data)):
                yield from _lines(source, data)
            else:
                yield Task(source, data)

    def _count(self, one: Checked) -> None:
        self.names += 1
        self.turns += one.turns
        self.incidents += len(one.incidents)
        self.severities.update(finding.severity for finding in one.findings)


def _lines(source: Source, data: bytes) -> Iterator[Task]:
    """The tasks of a corpus: a few of its lines each."""
    lines, start = BytesIO(data), 1
    while some := tuple(islice(lines, _LINES)):
        yield Task(source, lines=some, start=start)
        start += len(some)


def _outcomes(tasks: Iterable[Task], examine: Examine, jobs: int) -> Iterator[Outcome]:
    """What becomes of each task, in the order of the tasks, however many workers there are."""
    if jobs == 1:
        yield from map(examine, tasks)
        return
    waiting: deque[tuple[Task, Future[Outcome]]] = deque()
    # Spawned, not forked: the same on every system, and nothing that is open here is shared.
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, context, _leave_interrupts_to_the_parent) as pool:
        try:
            for task in tasks:
                waiting.append((task, _sent(pool, examine, task)))
                if len(waiting) >= _AHEAD * jobs:
                    yield _done(*waiting.popleft())
            while waiting:
                yield _done(*waiting.popleft())
        finally:
            # Waited for: a pool whose worker died may otherwise still be closing its pipes when the program
            # ends, and the interpreter writes into them then (a traceback behind the last line).
            pool.shutdown(cancel_futures=True)


def _sent(pool: ProcessPoolExecutor, examine: Examine, task: Task) -> Future[Outcome]:
    try:
        return pool.submit(examine, task)
    except BrokenProcessPool as broken:
        future: Future[Outcome] = Future()
        future.set_exception(broken)
        return future


def _done(task: Task, future: Future[Outcome]) -> Outcome:
    try:
        return future.result()
    except BrokenProcessPool:
        why = "the worker that checked it ended before it was done, perhaps for want of memory."
        return Outcome(problems=(f"{task.source.path}: {why}",))


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
