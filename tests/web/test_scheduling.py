"""An interview goes out at its time, once, and not when something new is in its way."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from interviews.models import Interview, Publication, ScheduledPublication
from interviews.services import editing
from interviews.services.correcting import Stated
from interviews.services.errors import CannotSchedule, NotReady
from interviews.services.publishing import publish
from interviews.services.scheduling import publish_due, schedule, unschedule
from tests.cast import an_interview, keys
from tests.web.test_publishing import ORPHANED

pytestmark = pytest.mark.django_db

LATER = timedelta(hours=2)


def at(interview: Interview, by: User) -> datetime:
    """Set to be published in two hours; when that is."""
    return schedule(interview=interview, at=timezone.now() + LATER, by=by).at


def said(interview: Interview, client: Client) -> str:
    return client.get(reverse("interviews:published", args=[interview.slug])).content.decode()


def test_it_is_public_from_its_time_on_and_not_before(
    client: Client, interview: Interview, alice: User
) -> None:
    due = at(interview, alice)
    publish_due(due - timedelta(seconds=1))
    assert not Publication.objects.exists()
    publish_due(due)
    assert "Ada Field" in said(interview, client)
    assert Publication.objects.get().published_by == alice


def test_it_goes_out_once_however_often_somebody_looks(interview: Interview, alice: User) -> None:
    due = at(interview, alice)
    assert [len(publish_due(due)) for _ in range(3)] == [1, 0, 0]
    assert Publication.objects.count() == 1


def test_what_could_not_go_out_now_is_not_promised_for_later(alice: User) -> None:
    interview = an_interview(ORPHANED, by=alice)
    with pytest.raises(NotReady, match="still open"):
        at(interview, alice)


def test_a_time_that_has_passed_is_refused(interview: Interview, alice: User) -> None:
    with pytest.raises(CannotSchedule, match="has passed"):
        schedule(interview=interview, at=timezone.now(), by=alice)


def test_what_fails_at_its_time_is_told_at_the_desk_and_not_published(
    client: Client, interview: Interview, alice: User
) -> None:
    due = at(interview, alice)
    interview.flags.update(severity="error")
    (tried,) = publish_due(due)
    assert "still open" in tried.problem
    assert not Publication.objects.exists()

    client.force_login(alice)
    for where in (reverse("interviews:desk"), reverse("interviews:publish", args=[interview.pk])):
        assert "1 error is still open" in client.get(where).content.decode()
    unschedule(interview=interview, by=alice)
    assert "still open" not in client.get(reverse("interviews:desk")).content.decode()


def test_a_word_that_changed_after_the_time_was_set_needs_a_word_to_readers(
    interview: Interview, alice: User
) -> None:
    publish(interview=interview, by=alice)
    first, second = keys(interview)[:2]
    for key in (first, second):
        editing.edit_text(interview=interview, key=key, text="Changed?", seen_version=1, by=alice)
        due = timezone.now() + LATER
        if key == first:
            typo = [Stated("typo", turns=(first,))]
            schedule(interview=interview, at=due, by=alice, corrections=typo)
    (tried,) = publish_due(due)
    assert "earlier version of turn 2" in tried.problem


def test_what_was_acknowledged_and_stated_counts_at_its_time(interview: Interview, alice: User) -> None:
    interview.flags.update(severity="warning")
    pk = interview.flags.get().pk
    schedule(interview=interview, at=timezone.now() + LATER, by=alice, acknowledged=[pk])
    publish_due(timezone.now() + LATER)
    assert Publication.objects.get().acknowledged == [interview.flags.get().title]


def test_it_does_not_go_out_for_somebody_who_may_not_publish_any_more(
    interview: Interview, alice: User
) -> None:
    due = at(interview, alice)
    alice.user_permissions.clear()
    (tried,) = publish_due(due)
    assert tried.problem == "Whoever set the time may not publish any more."


def test_taking_the_time_back_or_publishing_at_once_leaves_nothing_to_be_published(
    interview: Interview, alice: User
) -> None:
    due = at(interview, alice)
    unschedule(interview=interview, by=alice)
    assert publish_due(due) == []
    with pytest.raises(CannotSchedule, match="not set"):
        unschedule(interview=interview, by=alice)

    due = at(interview, alice)
    publish(interview=interview, by=alice)
    assert publish_due(due) == []
    assert Publication.objects.count() == 1


def test_another_time_takes_the_place_of_the_one_before(interview: Interview, alice: User) -> None:
    due = at(interview, alice)
    schedule(interview=interview, at=due + LATER, by=alice)
    assert publish_due(due) == []
    assert len(publish_due(due + LATER)) == 1


def test_a_time_is_entered_as_the_newsrooms_clocks_show_it(
    client: Client, interview: Interview, alice: User, settings: Settings
) -> None:
    settings.TIME_ZONE = "America/New_York"
    client.force_login(alice)
    where = reverse("interviews:publish", args=[interview.pk])
    told = client.post(where, {"when": "later", "at": "2099-07-01T09:30"}, follow=True).content.decode()
    assert ScheduledPublication.objects.get().at == datetime(2099, 7, 1, 13, 30, tzinfo=UTC)
    assert "1 July 2099, 09:30" in told
    assert "America/New_York" in told


@pytest.mark.parametrize(
    ("written", "why"),
    [("2027-03-14T02:30", "may not exist"), ("2027-11-07T01:30", "ambiguous"), ("", "Choose the day")],
)
def test_a_time_that_the_clocks_show_never_or_twice_is_refused_and_kept_in_the_field(
    client: Client, interview: Interview, alice: User, settings: Settings, written: str, why: str
) -> None:
    settings.TIME_ZONE = "America/New_York"
    client.force_login(alice)
    where = reverse("interviews:publish", args=[interview.pk])
    answer = client.post(where, {"when": "later", "at": written})
    assert answer.status_code == 409
    assert why in answer.content.decode()
    assert f'value="{written}"' in answer.content.decode()
    assert not ScheduledPublication.objects.exists()


def test_the_command_says_what_went_out_and_ends_with_1_where_something_did_not(
    interview: Interview, alice: User, capsys: pytest.CaptureFixture[str]
) -> None:
    other = an_interview(by=alice, title="On dams")
    at(interview, alice)
    at(other, alice)
    other.flags.update(severity="error")
    ScheduledPublication.objects.update(at=timezone.now())
    with pytest.raises(SystemExit) as ended:
        call_command("publish_due")
    told = capsys.readouterr()
    assert ended.value.code == 1
    assert "Published: “On bridges”." in told.out
    assert "Not published: “On dams”." in told.err


def test_programs_are_told_as_json_what_went_out_and_what_did_not(
    interview: Interview, alice: User, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("publish_due", "--json")
    assert json.loads(capsys.readouterr().out) == {"interviews": []}
    other = an_interview(by=alice, title="On dams")
    at(interview, alice)
    at(other, alice)
    other.flags.update(severity="error")
    due = timezone.now()
    ScheduledPublication.objects.update(at=due)
    with pytest.raises(SystemExit) as ended:
        call_command("publish_due", "--json")
    told = capsys.readouterr()
    assert (ended.value.code, told.err) == (1, "")
    went, failed = json.loads(told.out)["interviews"]
    assert "2 errors are still open." in failed.pop("problem")
    assert failed == {"slug": "on-dams", "title": "On dams", "due": due.isoformat(), "published": False}
    assert went == {
        "slug": "on-bridges",
        "title": "On bridges",
        "due": due.isoformat(),
        "published": True,
        "problem": "",
    }


def test_the_desk_publishes_what_is_due_and_looks_only_so_often(
    client: Client, interview: Interview, alice: User, settings: Settings
) -> None:
    settings.PUBLISH_DUE_EVERY = 3600
    client = Client()
    at(interview, alice)
    ScheduledPublication.objects.update(at=timezone.now())
    client.force_login(alice)
    client.get(reverse("interviews:desk"))
    assert Publication.objects.count() == 1

    at(interview, alice)
    ScheduledPublication.objects.waiting().update(at=timezone.now())
    client.get(reverse("interviews:desk"))
    assert Publication.objects.count() == 1
