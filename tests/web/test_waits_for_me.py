"""What waits for somebody stands on one page, and its number in the navigation."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from interviews.models import Interview
from interviews.services.commenting import add_comment, resolve
from interviews.services.workflow import assign, mark_ready, send_to_review, set_due
from tests.cast import a_member, an_interview, keys

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter() -> User:
    return a_member("Reporter", "rosa")


@pytest.fixture
def publisher() -> User:
    return a_member("Publisher", "paul")


def page_of(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.get(reverse("interviews:waiting")).content.decode()


def count_of(user: User) -> str:
    page = page_of(user)
    _, found, rest = page.partition('<span class="count">')
    return rest.partition("<")[0] if found else ""


def test_one_interview_goes_from_hand_to_hand(reporter: User, publisher: User) -> None:
    interview = an_interview(by=publisher)
    assign(interview=interview, to=reporter, by=publisher)
    assert "Assigned to you" in page_of(reporter)
    assert count_of(reporter) == "1"

    send_to_review(interview=interview, by=reporter)
    assert "Nothing waits for you." in page_of(reporter)
    assert "To approve" in page_of(publisher)
    assert "Sent by rosa" in page_of(publisher)

    mark_ready(interview=interview, by=publisher)
    assert "To approve" not in page_of(publisher)
    assert "To publish" in page_of(publisher)
    assert count_of(publisher) == "1"


def test_ones_own_work_does_not_wait_for_ones_own_approval(publisher: User, settings: Settings) -> None:
    settings.FOUR_EYES = True
    mine, other = an_interview(by=publisher, title="Mine"), an_interview(title="Another one")
    for interview in (mine, other):
        send_to_review(interview=interview, by=a_member("Editor", f"eve{interview.pk}"))
    assert list(Interview.objects.waiting_for_approval_by(publisher)) == [other]


def test_a_mention_waits_until_the_comment_is_resolved(reporter: User, publisher: User) -> None:
    interview = an_interview(by=reporter)
    made = add_comment(interview=interview, key=keys(interview)[0], text="@paul, is it so?", by=reporter)
    assert "rosa mentions you in “On bridges”" in page_of(publisher)
    assert count_of(publisher) == "1"
    resolve(comment=made.comment, by=publisher)
    assert "Nothing waits for you." in page_of(publisher)


def test_the_page_takes_as_many_queries_for_six_of_a_sort_as_for_one(reporter: User, publisher: User) -> None:
    client = Client()
    client.force_login(publisher)

    def count(more: int) -> int:
        for _ in range(more):
            drafted, sent, ready = an_interview(), an_interview(by=reporter), an_interview(by=reporter)
            assign(interview=drafted, to=publisher, by=publisher)
            for interview in (sent, ready):
                send_to_review(interview=interview, by=reporter)
            mark_ready(interview=ready, by=publisher)
            add_comment(interview=drafted, key=keys(drafted)[0], text="@paul?", by=reporter)
        with CaptureQueriesContext(connection) as queries:
            assert "To approve" in client.get(reverse("interviews:waiting")).content.decode()
        return len(queries)

    few = count(1)
    assert count(5) == few


def test_what_is_overdue_says_so(reporter: User, publisher: User) -> None:
    interview = an_interview(by=publisher)
    assign(interview=interview, to=reporter, by=publisher)
    set_due(interview=interview, due_on=timezone.localdate() - timedelta(days=3), by=publisher)
    assert "overdue by 3 days" in page_of(reporter)

    client = Client()
    client.force_login(reporter)
    assert "overdue by 3 days" in client.get(reverse("interviews:desk")).content.decode()
