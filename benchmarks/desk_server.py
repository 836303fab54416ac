"""What each action costs the server: time and queries, in the process itself, without a network."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interviews.models import Interview, Turn

TIMES = 30


@dataclass
class Cost:
    """Milliseconds of each time, and the largest number of queries."""

    times: list[float] = field(default_factory=list)
    queries: int = 0


def costs(client: Client, interview: Interview) -> Mapping[str, Cost]:
    """Each action ``TIMES`` times on one interview."""
    found: dict[str, Cost] = {}

    def measure(name: str, ask: Callable[[], object]) -> None:
        cost = found.setdefault(name, Cost())
        with CaptureQueriesContext(connection) as queries:
            start = time.perf_counter()
            ask()
            cost.times.append((time.perf_counter() - start) * 1000)
        cost.queries = max(cost.queries, len(queries))

    def post(name: str, *args: object, **sent: object) -> None:
        path = reverse(f"interviews:{name}", args=[interview.pk, *args])
        answer = client.post(path, sent, headers={"HX-Request": "true", "Host": "localhost"})
        if answer.status_code != 200:
            raise RuntimeError(f"{name}: {answer.status_code}")

    turns = list(interview.turns.said()[: TIMES * 2])
    for number in range(TIMES):
        turn = turns[number * 2]
        flag = interview.flags.open().exclude(fixes=[]).in_order_of_weight().first()
        path = reverse("interviews:editor", args=[interview.pk])
        if number < TIMES // 3:  # it is the slowest by far
            measure("opened", lambda: client.get(path, headers={"Host": "localhost"}))  # noqa: B023
        text = f"{turn.text} It was number {number}."
        version = Turn.objects.get(pk=turn.pk).version
        measure("saved", lambda: post("edit-turn", turn.key, text=text, version=version))  # noqa: B023
        measure("checked", lambda: post("check"))
        if flag is not None:
            pk = flag.pk
            measure("settled", lambda: post("settle", pk, fix=0))  # noqa: B023
            measure("undone", lambda: post("undo"))
            measure("redone", lambda: post("redo"))
            measure("undone", lambda: post("undo"))
        measure("moved", lambda: post("move-turn", turn.key))  # noqa: B023
        measure("split", lambda: post("split-turn", turn.key, at=_a_space(turn.key)))  # noqa: B023
        measure("joined", lambda: post("merge-turn", turn.key))  # noqa: B023
        post("check")
    return found


def _a_space(key: str) -> int:
    text: str = Turn.objects.get(key=key).text
    return text.index(" ", 12)
