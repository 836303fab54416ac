"""An interview on its way: each step is recorded, and nobody approves alone where that is not wanted."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from interviews.models import Interview
from interviews.services.editing import edit_text
from interviews.services.errors import NotNow, OwnWork
from interviews.services.publishing import publish, unpublish
from interviews.services.settling import dismiss_flag
from interviews.services.undoing import redo, undo
from interviews.services.workflow import assign, mark_ready, send_back, send_to_review, set_due
from interviews.templatetags.people import in_words
from tests.cast import a_member, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa() -> User:
    return a_member("Reporter", "rosa")


@pytest.fixture
def eve() -> User:
    return a_member("Editor", "eve")


def history(interview: Interview) -> list[str]:
    return list(interview.records.order_by("number").values_list("label", flat=True))


def status(interview: Interview) -> str:
    interview.refresh_from_db()
    return interview.status


def test_every_step_stands_in_the_history(rosa: User, eve: User) -> None:
    interview, paul = an_interview(by=rosa), a_member("Publisher", "paul")
    assign(interview=interview, to=rosa, by=eve)
    set_due(interview=interview, due_on=date(2027, 5, 4), by=eve)
    send_to_review(interview=interview, by=rosa)
    send_back(interview=interview, by=eve, why="the second answer is missing")
    send_to_review(interview=interview, by=rosa)
    mark_ready(interview=interview, by=eve)
    publish(interview=interview, by=paul)
    unpublish(interview=interview, by=paul)
    send_back(interview=interview, by=eve)
    assert history(interview) == [
        "Assigned to rosa",
        "Due on 4 May 2027",
        "Sent to review",
        "Sent back to draft: the second answer is missing",
        "Sent to review",
        "Marked ready",
        "Published version 1",
        "Withdrew the page",
        "Sent back to draft",
    ]
    assert status(interview) == "draft"


def test_a_step_that_is_not_due_is_refused_and_changes_nothing(eve: User) -> None:
    interview = an_interview()
    with pytest.raises(NotNow, match="the interview is draft by now"):
        mark_ready(interview=interview, by=eve)
    with pytest.raises(NotNow):
        send_back(interview=interview, by=eve)
    send_to_review(interview=interview, by=eve)
    with pytest.raises(NotNow, match="in review by now"):
        send_to_review(interview=interview, by=eve)
    assert history(interview) == ["Sent to review"]


def test_what_was_so_already_is_no_step(eve: User) -> None:
    interview = an_interview()
    assert assign(interview=interview, to=None, by=eve) is None
    assert set_due(interview=interview, due_on=None, by=eve) is None
    assert history(interview) == []


def test_undo_passes_steps_by_and_redo_goes_on_behind_them(eve: User) -> None:
    interview = an_interview()
    dismiss_flag(flag=interview.flags.get(), by=eve)
    send_to_review(interview=interview, by=eve)
    undo(interview=interview, by=eve)
    assert interview.flags.get().is_open
    assert status(interview) == "in_review"
    redo(interview=interview, by=eve)
    assert not interview.flags.get().is_open


def test_a_text_that_changed_after_it_was_approved_says_so(client: Client, eve: User) -> None:
    interview = an_interview()
    send_to_review(interview=interview, by=eve)
    mark_ready(interview=interview, by=eve)
    client.force_login(eve)
    page = reverse("interviews:status", args=[interview.pk])
    assert "The text has changed since it was approved." not in client.get(page).content.decode()
    edit_text(interview=interview, key=keys(interview)[0], text="Otherwise.", seen_version=1, by=eve)
    assert "The text has changed since it was approved." in client.get(page).content.decode()


@pytest.mark.parametrize("tie", ["created_by", "assignee", "sent_by"])
def test_with_four_eyes_nobody_approves_what_is_their_own(tie: str, settings: Settings) -> None:
    settings.FOUR_EYES = True
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    Interview.objects.update(status="in_review", **{tie: alice})
    with pytest.raises(OwnWork):
        mark_ready(interview=interview, by=alice)
    warnings = set(interview.flags.values_list("pk", flat=True))
    with pytest.raises(OwnWork):
        publish(interview=interview, by=alice, acknowledged=warnings)
    assert history(interview) == []
    assert not interview.publications.exists()

    mark_ready(interview=interview, by=bob)
    publish(interview=interview, by=bob, acknowledged=warnings)
    assert status(interview) == "published"


def test_without_four_eyes_one_person_may_do_all_of_it() -> None:
    alice = an_editor()
    interview = an_interview(by=alice)
    send_to_review(interview=interview, by=alice)
    mark_ready(interview=interview, by=alice)
    assert status(interview) == "ready"


def test_four_eyes_refuse_in_a_sentence_at_the_gate(client: Client, settings: Settings) -> None:
    settings.FOUR_EYES = True
    alice = an_editor()
    interview = an_interview(by=alice)
    client.force_login(alice)
    answer = client.post(reverse("interviews:publish", args=[interview.pk]))
    assert answer.status_code == 409
    assert "Somebody else has to approve this interview" in answer.content.decode()


def test_a_reporter_takes_back_what_is_in_review_and_not_what_is_ready(
    client: Client, rosa: User, eve: User
) -> None:
    interview = an_interview(by=rosa)
    client.force_login(rosa)
    back = reverse("interviews:to-draft", args=[interview.pk])
    send_to_review(interview=interview, by=rosa)
    client.post(back)
    assert status(interview) == "draft"

    send_to_review(interview=interview, by=rosa)
    mark_ready(interview=interview, by=eve)
    assert client.post(back).status_code == 404
    assert status(interview) == "ready"


def test_whoever_is_assigned_gets_in_and_whoever_is_not_any_more_gets_out(
    client: Client, rosa: User, eve: User
) -> None:
    interview = an_interview(by=eve)
    client.force_login(rosa)
    desk = interview.get_absolute_url()
    assert client.get(desk).status_code == 404
    assign(interview=interview, to=rosa, by=eve)
    assert "On bridges" in client.get(desk).content.decode()
    assign(interview=interview, to=None, by=eve)
    assert client.get(desk).status_code == 404


def test_a_reason_that_cannot_be_stored_is_refused_in_words(client: Client, eve: User) -> None:
    interview = an_interview()
    send_to_review(interview=interview, by=eve)
    client.force_login(eve)
    answer = client.post(reverse("interviews:to-draft", args=[interview.pk]), {"why": "a\x00b"})
    assert answer.status_code == 422
    assert "NUL" in answer.content.decode()
    assert status(interview) == "in_review"


@pytest.mark.parametrize("sent", [{"assignee": "999"}, {"assignee": "x"}, {"due_on": "soon"}])
def test_an_assignment_that_cannot_be_read_is_refused(
    client: Client, eve: User, sent: dict[str, str]
) -> None:
    interview = an_interview()
    client.force_login(eve)
    answer = client.post(reverse("interviews:assign", args=[interview.pk]), sent)
    assert answer.status_code == 422
    assert history(interview) == []


def test_nobody_is_assigned_who_may_not_work_at_the_desk(client: Client, eve: User) -> None:
    interview, stranger = an_interview(), User.objects.create_user("stranger")
    client.force_login(eve)
    answer = client.post(
        reverse("interviews:assign", args=[interview.pk]), {"assignee": str(stranger.pk), "due_on": ""}
    )
    assert answer.status_code == 422
    interview.refresh_from_db()
    assert interview.assignee is None


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 5, 1), "overdue by 3 days"),
        (date(2027, 5, 3), "overdue by 1 day"),
        (date(2027, 5, 4), "due today"),
        (date(2027, 5, 5), "due tomorrow"),
        (date(2027, 5, 30), "due on 30 May"),
        (date(2028, 1, 2), "due on 2 January 2028"),
    ],
)
def test_dates_are_told_in_words(day: date, words: str) -> None:
    assert in_words(day, today=date(2027, 5, 4)) == words
