"""Queries per page do not grow with the interview."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interviews.models import Interview
from interviews.services.accounting import account
from interviews.services.publishing import publish
from interviews.services.recording import Settlement, record
from interviews.services.storing import lock
from interviews.transcript.edits import SetText
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db

NOUNS = "bridge drain bearing pillar arch river county winter lorry valley school road".split()


def of_length(turns: int) -> Interview:
    """An interview with a flag in every tenth turn."""
    said = [
        (
            (ASKS, ANSWERS)[number % 2],
            f"Say what the {NOUNS[number % 12]} of year {number} was like{' (for us' * (number % 10 == 3)}.",
        )
        for number in range(turns)
    ]
    return an_interview(a_conversation(*said), title=f"{turns} turns")


def count(client: Client, path: str, data: dict[str, object] | None = None) -> int:
    with CaptureQueriesContext(connection) as queries:
        answer = client.post(path, data, headers={"hx-request": "true"}) if data else client.get(path)
    assert answer.status_code == 200
    return len(queries)


@pytest.mark.parametrize("name", ["editor", "preview", "history", "details", "publish", "status", "comments"])
def test_a_page_of_a_long_interview_takes_as_many_queries_as_a_short_one(client: Client, name: str) -> None:
    client.force_login(an_editor())
    short, long = of_length(10), of_length(80)
    assert count(client, reverse(f"interviews:{name}", args=[long.pk])) == count(
        client, reverse(f"interviews:{name}", args=[short.pk])
    )


def test_what_readers_are_told_takes_as_many_queries_for_six_fixes_as_for_two() -> None:
    interview = an_interview()
    flag, went_with_it = interview.flags.get(), interview.flags.get()
    went_with_it.pk = None
    flag.state = went_with_it.state = "fixed"
    flag.save()
    went_with_it.save()
    also: list[Settlement] = [(went_with_it.pk, "open", "fixed")]

    def told_after(fixes: int) -> int:
        for _ in range(fixes):
            turn = interview.transcript().turns[0]
            with transaction.atomic():
                edit = SetText(turn.key, turn.text, f"{turn.text} And?")
                record(lock(interview.pk), [edit], by=None, label="a fix", flag=flag, settlements=also)
        transcript = interview.transcript()
        with CaptureQueriesContext(connection) as queries:
            assert "had their first letter restored" in account(interview, transcript).note
        return len(queries)

    few = told_after(2)
    assert told_after(4) == few


def test_saving_a_turn_takes_as_many_queries_in_a_long_interview(client: Client) -> None:
    client.force_login(an_editor())

    def save(interview: Interview) -> int:
        path = reverse("interviews:edit-turn", args=[interview.pk, keys(interview)[0]])
        return count(client, path, {"text": "Other words.", "version": 1})

    assert save(of_length(80)) == save(of_length(10))


def test_the_desk_and_the_public_list_take_as_many_queries_for_six_as_for_two(client: Client) -> None:
    alice = an_editor()
    client.force_login(alice)

    def add(number: int) -> None:
        for _ in range(number):
            publish(interview=an_interview(by=alice), by=alice)

    add(2)
    few = [count(client, reverse(f"interviews:{name}")) for name in ("desk", "index")]
    add(4)
    assert [count(client, reverse(f"interviews:{name}")) for name in ("desk", "index")] == few


def test_a_public_page_takes_one_query_and_sets_no_cookie(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    path = reverse("interviews:published", args=[interview.slug])
    assert count(client, path) == 1
    assert not client.get(path).cookies
