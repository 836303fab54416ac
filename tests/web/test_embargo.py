"""What was promised not to go out before a time does not, by hand or by itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from interviews.models import Interview, Publication
from interviews.services.errors import UnderEmbargo
from interviews.services.publishing import publish
from interviews.services.scheduling import publish_due, schedule
from interviews.services.workflow import set_embargo
from tests.cast import an_interview
from tests.web.test_publishing import ORPHANED

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


@pytest.fixture
def until(interview: Interview, alice: User) -> datetime:
    """When the embargo of the interview ends, in two hours."""
    until = timezone.now() + timedelta(hours=2)
    set_embargo(interview=interview, until=until, by=alice)
    interview.refresh_from_db()
    return until


def test_nobody_publishes_before_the_time(interview: Interview, alice: User, until: datetime) -> None:
    with pytest.raises(UnderEmbargo, match=f"until {timezone.localtime(until).day} .* Nothing was published"):
        publish(interview=interview, by=alice)
    assert not Publication.objects.exists()


def test_no_reason_for_an_override_helps(alice: User) -> None:
    interview = an_interview(ORPHANED, by=alice)
    set_embargo(interview=interview, until=timezone.now() + MINUTE, by=alice)
    with pytest.raises(UnderEmbargo):
        publish(interview=interview, by=alice, override_reason="The chief says so.")


def test_who_opened_the_page_before_the_embargo_was_set_is_refused_too(
    interview: Interview, alice: User
) -> None:
    seen = Interview.objects.get(pk=interview.pk)
    set_embargo(interview=interview, until=timezone.now() + MINUTE, by=alice)
    with pytest.raises(UnderEmbargo):
        publish(interview=seen, by=alice)


def test_once_the_time_is_over_it_goes_out(interview: Interview, alice: User) -> None:
    set_embargo(interview=interview, until=timezone.now() - MINUTE, by=alice)
    interview.refresh_from_db()
    assert publish(interview=interview, by=alice).number == 1


def test_it_can_be_set_to_go_out_at_that_very_time_and_not_before(
    interview: Interview, alice: User, until: datetime
) -> None:
    with pytest.raises(UnderEmbargo):
        schedule(interview=interview, at=until - MINUTE, by=alice)
    assert schedule(interview=interview, at=until, by=alice).state == "waiting"


def test_an_embargo_that_is_put_off_holds_what_was_set_to_go_out(
    interview: Interview, alice: User, until: datetime
) -> None:
    schedule(interview=interview, at=until, by=alice)
    set_embargo(interview=interview, until=until + timedelta(days=1), by=alice)
    (tried,) = publish_due(until)
    assert tried.state == "failed"
    assert "under embargo until" in tried.problem
    assert not Publication.objects.exists()


def test_what_is_public_stays_while_its_next_version_waits(interview: Interview, alice: User) -> None:
    publish(interview=interview, by=alice)
    set_embargo(interview=interview, until=timezone.now() + MINUTE, by=alice)
    interview.refresh_from_db()
    with pytest.raises(UnderEmbargo):
        publish(interview=interview, by=alice)
    assert interview.current_publication() is not None


def test_it_is_entered_in_the_newsrooms_zone_and_told_everywhere(
    client: Client, interview: Interview, alice: User, settings: Settings
) -> None:
    settings.TIME_ZONE = "Europe/Berlin"
    client.force_login(alice)
    client.post(reverse("interviews:assign", args=[interview.pk]), {"embargo_until": "2097-05-01T06:00"})
    interview.refresh_from_db()
    assert interview.embargo_until == datetime(2097, 5, 1, 4, tzinfo=UTC)
    label = "Under embargo until 1 May 2097 at 06:00 (Europe/Berlin)"
    assert [record.label for record in interview.records.all()] == [label]
    status = client.get(reverse("interviews:status", args=[interview.pk])).content.decode()
    assert "Under embargo until 1 May 2097, 06:00." in status
    assert 'value="2097-05-01T06:00"' in status
    page = client.get(reverse("interviews:publish", args=[interview.pk])).content.decode()
    assert "It is under embargo until 1 May 2097, 06:00" in page
    assert 'name="at" value="2097-05-01T06:00"' in page
    assert "embargo until 1 May" in client.get(reverse("interviews:desk")).content.decode()
    refused = client.post(reverse("interviews:publish", args=[interview.pk]), {})
    assert "is under embargo until 1 May 2097 at 06:00 (Europe/Berlin)" in refused.content.decode()


@pytest.mark.parametrize("written", ["2026-03-29T02:30", "soon"])
def test_a_time_that_there_is_not_is_refused_and_the_embargo_stays(
    client: Client, interview: Interview, alice: User, until: datetime, settings: Settings, written: str
) -> None:
    settings.TIME_ZONE = "Europe/Berlin"
    client.force_login(alice)
    answer = client.post(reverse("interviews:assign", args=[interview.pk]), {"embargo_until": written})
    assert 'class="errorlist"' in answer.content.decode()
    interview.refresh_from_db()
    assert interview.embargo_until == until


def test_an_empty_field_lifts_it(client: Client, interview: Interview, alice: User, until: datetime) -> None:
    assert interview.embargo_until == until
    client.force_login(alice)
    client.post(reverse("interviews:assign", args=[interview.pk]), {"embargo_until": ""})
    interview = Interview.objects.get(pk=interview.pk)
    assert interview.embargo_until is None
    last = interview.last_record()
    assert last is not None
    assert last.label == "Under no embargo"
    assert publish(interview=interview, by=alice).number == 1
