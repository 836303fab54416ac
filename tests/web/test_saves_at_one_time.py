"""Several people save at the same time: whoever was acknowledged is kept, everybody else is told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection

from interviews.models import Interview
from interviews.services.editing import edit_text
from interviews.services.errors import AlreadySettled, StaleEdit
from interviews.services.settling import settle_flag
from tests.cast import an_editor, an_interview, keys

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = 6


@pytest.fixture
def people() -> list[User]:
    return [an_editor(f"editor {number}") for number in range(PEOPLE)]


def test_of_six_saves_of_one_version_exactly_one_is_taken(people: list[User]) -> None:
    interview, start = an_interview(), Barrier(PEOPLE)
    key = keys(interview)[0]

    def save(person: User) -> str | None:
        start.wait()
        try:
            edit_text(interview=interview, key=key, text=f"By {person.username}.", seen_version=1, by=person)
        except StaleEdit:
            return None
        finally:
            connection.close()
        return f"By {person.username}."

    with ThreadPoolExecutor(PEOPLE) as pool:
        taken = [text for text in pool.map(save, people) if text]

    assert len(taken) == 1
    assert interview.transcript()[key].text == taken[0]
    assert interview.records.count() == 1


def test_saves_of_different_turns_are_all_kept_and_numbered_without_gaps(people: list[User]) -> None:
    interview, start = an_interview(), Barrier(PEOPLE)
    turns = keys(interview)[:PEOPLE]

    def save(person: User, key: str) -> None:
        start.wait()
        try:
            for version in range(1, 4):
                text = f"{person.username}, {version}."
                edit_text(interview=interview, key=key, text=text, seen_version=version, by=person)
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(save, people, turns))

    transcript = interview.transcript()
    assert [transcript[key].text for key in turns] == [f"{person.username}, 3." for person in people]
    numbers = interview.records.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 3 * PEOPLE + 1))
    assert Interview.objects.get().version == 1 + 3 * PEOPLE


def test_a_flag_that_six_settle_at_once_is_settled_once(people: list[User]) -> None:
    interview, start = an_interview(), Barrier(PEOPLE)
    flag = interview.flags.select_related("interview").get()

    def settle(person: User) -> bool:
        mine = type(flag).objects.select_related("interview").get(pk=flag.pk)
        start.wait()
        try:
            settle_flag(flag=mine, fix=0, by=person)
        except AlreadySettled:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(PEOPLE) as pool:
        settled = list(pool.map(settle, people))

    assert settled.count(True) == 1
    assert interview.records.count() == 1
