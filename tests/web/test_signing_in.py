"""Whoever guesses passwords has to wait, at the desk and in the admin; whoever is guessed at does not."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.fixtures import Settings

from interviews.models import Tally
from interviews.services.limiting import TooOften
from interviews.services.signing_in import OF_A_NAME, OF_AN_ADDRESS, Attempt, attempt, succeeded
from tests.html import faults

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

DOORS = ["/login/", "/admin/login/"]
HERE, ELSEWHERE = "192.0.2.7", "192.0.2.8"
RIGHT, WRONG = "correct horse battery", "wrong"


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    """A real one takes half a second on purpose, and hundreds are tried here."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def sue(db: None) -> User:
    """She may see the desk and the admin."""
    return User.objects.create_superuser("sue", password=RIGHT)


def browser(address: str = HERE) -> Client:
    return Client(REMOTE_ADDR=address)


def tries(client: Client, door: str, password: str = WRONG, name: str = "sue") -> Response:
    return client.post(door, {"username": name, "password": password, "next": "/desk/"})


def guess(client: Client, door: str, times: int, name: str = "sue") -> None:
    for _ in range(times):
        assert tries(client, door, name=name).status_code == 200


def gets_in(client: Client, door: str, name: str = "sue") -> bool:
    return tries(client, door, RIGHT, name).status_code == 302


@pytest.mark.parametrize("door", DOORS)
def test_whoever_guesses_is_told_how_long_to_wait_and_the_right_password_does_not_help(
    sue: User, door: str
) -> None:
    client = browser()
    guess(client, door, OF_A_NAME.most)
    refused = client.post(door, {"username": "SUE", "password": RIGHT})
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["Retry-After"]) <= OF_A_NAME.within.total_seconds()
    assert re.search(r"That was not right too often\. Wait 1[45] minutes, then try again\.", refused.text)
    assert "_auth_user_id" not in client.session
    assert not gets_in(browser(ELSEWHERE), door)
    if door == "/login/":
        assert faults(refused.text) == []
        assert "do not match an account" not in refused.text
    Tally.objects.update(ends_at=timezone.now() + timedelta(seconds=20))
    assert "Wait a minute, then try again." in tries(client, door).text
    Tally.objects.update(ends_at=timezone.now())
    assert gets_in(client, door)


@pytest.mark.parametrize("guessed", DOORS)
@pytest.mark.parametrize("door", DOORS)
def test_the_desk_and_the_admin_count_together(sue: User, guessed: str, door: str) -> None:
    guess(browser(), guessed, OF_A_NAME.most)
    assert not gets_in(browser(), door)


@pytest.mark.parametrize("door", DOORS)
def test_a_browser_that_somebody_signed_in_with_before_is_not_locked_out_by_others(
    sue: User, door: str
) -> None:
    own = browser()
    assert gets_in(own, door)
    own.post("/logout/")
    guess(browser(), door, OF_A_NAME.most)
    assert not gets_in(browser(ELSEWHERE), door)
    assert gets_in(own, door)
    own.post("/logout/")
    guess(own, door, OF_A_NAME.most)  # it has its own count, no more
    assert not gets_in(own, door)


def test_what_a_browser_says_of_itself_is_not_believed(sue: User) -> None:
    User.objects.create_user("mallory", password=RIGHT)
    mallory = browser(ELSEWHERE)
    assert gets_in(mallory, "/login/", "mallory")
    mallory.post("/logout/")
    guess(browser(), "/login/", OF_A_NAME.most)
    assert not gets_in(mallory, "/login/")  # known, but as somebody else
    mallory.cookies["signed_in_before"] = mallory.cookies["signed_in_before"].value[:-3] + "abc"
    assert not gets_in(mallory, "/login/")


@pytest.mark.django_db
def test_an_address_tries_only_so_often_whatever_the_names() -> None:
    User.objects.create_user("sue", password=RIGHT)
    client = browser()
    for number in range(OF_AN_ADDRESS.most):
        guess(client, "/login/", 1, name=f"name{number}")
    assert not gets_in(client, "/login/")
    with CaptureQueriesContext(connection) as asked:
        tries(client, "/login/", name="another")
    assert not [one for one in asked if "auth_user" in one["sql"] or "UPDATE" in one["sql"]]
    assert gets_in(browser(ELSEWHERE), "/login/")


def test_those_who_sign_in_are_not_counted_and_no_name_or_address_is_kept(sue: User) -> None:
    for _ in range(OF_AN_ADDRESS.most + 1):
        assert gets_in(browser(), "/login/")
    guess(browser(), "/login/", 1)
    kept = str(list(Tally.objects.values()))
    assert "sue" not in kept
    assert HERE not in kept
    assert set(Tally.objects.values_list("count", flat=True)) == {1}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("back", [False, True])
def test_many_tries_at_one_time_are_no_more_than_the_limit(back: bool) -> None:
    made = Attempt("sue", HERE)

    def worker(times: int) -> int:
        looked_at = 0
        try:
            for _ in range(times):
                try:
                    attempt(made)
                except TooOften:
                    continue
                looked_at += 1
                if back:
                    succeeded(made)
        finally:
            connections.close_all()
        return looked_at

    with ThreadPoolExecutor(4) as workers:
        looked_at = sum(workers.map(worker, [6] * 4))
    assert looked_at == (24 if back else OF_A_NAME.most)
    by_name = Tally.objects.get(what=OF_A_NAME.what)
    assert by_name.count == (0 if back else OF_A_NAME.most)
