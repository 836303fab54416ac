"""Searching the public site has a limit for each client, which holds for all workers together."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django.fixtures import Settings

from interviews.models import Tally
from interviews.services.limiting import SEARCHES, Limit, TooOften, sender_of, take
from interviews.services.publishing import publish
from tests.cast import an_editor, an_interview
from tests.html import faults

SEARCH = "/search/?q=drain"
HERE, ELSEWHERE = "192.0.2.7", "192.0.2.8"


@pytest.fixture
def exhausted() -> str:
    """An address whose client has searched as often as it may."""
    publish(interview=an_interview(), by=an_editor())
    client = Client(REMOTE_ADDR=HERE)
    for _ in range(SEARCHES.most):
        assert "1 interview with “drain”" in client.get(SEARCH).text
    return HERE


def is_refused(answer: HttpResponseBase) -> bool:
    return answer.status_code == 429 and "Retry-After" in answer.headers


@pytest.mark.django_db
def test_who_searches_too_often_is_told_when_the_next_search_is_answered(exhausted: str) -> None:
    client = Client(REMOTE_ADDR=exhausted)
    refused = client.get(SEARCH)
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert f"try again in {refused.headers['Retry-After']} second" in refused.text
    assert refused.headers["Cache-Control"] == "no-store"
    assert not refused.cookies
    assert "Cookie" not in refused.get("Vary", "")
    assert faults(refused.text) == []
    assert '<header class="site">' in refused.text
    assert "On bridges" not in refused.text
    assert is_refused(client.head(SEARCH))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "wait", "archive"),
    [
        ("de", "Bitte versuchen Sie es in {} Sekunden noch einmal; ", ">Archiv</a></p>"),
        ("fr", "Veuillez réessayer dans {} secondes\u00a0; ", ">Archives</a></p>"),
    ],
)
def test_it_is_told_in_the_language_of_the_site(
    exhausted: str, settings: Settings, language: str, wait: str, archive: str
) -> None:
    settings.SITE_LANGUAGE = language
    Tally.objects.update(ends_at=timezone.now() + timedelta(seconds=30))
    refused = Client(REMOTE_ADDR=exhausted).get(SEARCH)
    assert f'<html lang="{language}" dir="ltr">' in refused.text
    assert wait.format(refused.headers["Retry-After"]) in refused.text
    assert archive in refused.text
    assert faults(refused.text) == []


@pytest.mark.django_db
def test_others_still_search_and_whoever_waited_does_too(exhausted: str) -> None:
    assert "On bridges" in Client(REMOTE_ADDR=ELSEWHERE).get(SEARCH).text
    client = Client(REMOTE_ADDR=exhausted)
    assert is_refused(client.get(SEARCH))
    Tally.objects.update(ends_at=timezone.now())
    assert "On bridges" in client.get(SEARCH).text
    assert Tally.objects.filter(count=1).exists()


@pytest.mark.django_db
def test_what_costs_nothing_is_not_counted(exhausted: str) -> None:
    client = Client(REMOTE_ADDR=exhausted)
    for path in ("/search/", "/search/?q=%20", "/", "/interviews/on-bridges/"):
        assert not is_refused(client.get(path)), path
    before = list(Tally.objects.values())
    with CaptureQueriesContext(connection) as asked:
        assert is_refused(client.get(SEARCH))
    assert len(asked) == 1, "a flood is read, not written"
    assert list(Tally.objects.values()) == before
    assert client.post(SEARCH).status_code == 405


@pytest.mark.django_db
def test_behind_a_proxy_the_client_is_whom_the_proxy_names(exhausted: str, settings: Settings) -> None:
    def search(forwarded: str) -> HttpResponseBase:
        return Client(REMOTE_ADDR=exhausted).get(SEARCH, headers={"X-Forwarded-For": forwarded})

    assert is_refused(search(ELSEWHERE))  # anybody can send the header where no proxy is known
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert not is_refused(search(ELSEWHERE))
    assert is_refused(search(f"{ELSEWHERE}, {exhausted}"))  # the last is what the proxy saw itself


@pytest.mark.django_db
def test_a_network_of_ipv6_is_one_sender_and_no_address_is_kept() -> None:
    one, other = (sender_of(f"2001:db8:1:2::{end}", SEARCHES) for end in ("1", "ffff"))
    assert one == other
    assert one != sender_of("2001:db8:1:3::1", SEARCHES)
    assert sender_of("::ffff:192.0.2.7", SEARCHES) == sender_of(HERE, SEARCHES)
    assert sender_of(HERE, SEARCHES) != sender_of(HERE, Limit("other", 1, timedelta(hours=1)))
    assert sender_of("unknown", SEARCHES) != sender_of("", SEARCHES)
    Client(REMOTE_ADDR=HERE).get(SEARCH)
    assert HERE not in str(list(Tally.objects.values()))


@pytest.mark.django_db
def test_what_counts_no_more_is_forgotten() -> None:
    for number in range(3):
        take(SEARCHES, f"sender {number}")
    Tally.objects.update(ends_at=timezone.now())
    take(SEARCHES, "another sender")
    assert list(Tally.objects.values_list("sender", "count")) == [("another sender", 1)]


@pytest.mark.django_db(transaction=True)
def test_several_workers_together_answer_no_more_than_the_limit() -> None:
    limit = Limit("race", 10, timedelta(minutes=1))

    def worker(times: int) -> int:
        taken = 0
        try:
            for _ in range(times):
                try:
                    take(limit, "same")
                    taken += 1
                except TooOften:
                    pass
        finally:
            connections.close_all()
        return taken

    with ThreadPoolExecutor(4) as workers:
        assert sum(workers.map(worker, [6] * 4)) == limit.most
    assert Tally.objects.get().count == limit.most
