"""What was promised not to go out before a time does not, by hand or by itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from interviews.models import CorrectionKind, Interview, Publication
from interviews.services import arranging, editing
from interviews.services.correcting import Stated
from interviews.services.errors import UnderEmbargo
from interviews.services.publishing import publish, unpublish
from interviews.services.scheduling import publish_due, schedule
from interviews.services.workflow import set_embargo
from tests.cast import ANSWERS, an_interview, keys
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


def out_and_under_embargo(interview: Interview, alice: User) -> Interview:
    """An interview that readers have, under an embargo that ends in an hour."""
    publish(interview=interview, by=alice)
    set_embargo(interview=interview, until=timezone.now() + 60 * MINUTE, by=alice)
    interview.refresh_from_db()
    return interview


def change(interview: Interview, alice: User, text: str = "The drains. I was wrong about the paint.") -> str:
    """Other words in the second turn, whose key it gives."""
    key = keys(interview)[1]
    seen = interview.turns.get(key=key).version
    editing.edit_text(interview=interview, key=key, text=text, seen_version=seen, by=alice)
    interview.refresh_from_db()
    return key


@pytest.mark.parametrize("kind", [kind for kind in CorrectionKind if kind != CorrectionKind.UPDATE])
def test_a_wrong_word_that_readers_have_is_corrected_under_embargo(
    interview: Interview, alice: User, kind: CorrectionKind
) -> None:
    out_and_under_embargo(interview, alice)
    told = Stated(kind, wrong="The paint.", right="The drains.", turns=(change(interview, alice),))
    assert publish(interview=interview, by=alice, corrections=[told]).number == 2


def test_an_update_of_what_readers_have_waits(interview: Interview, alice: User) -> None:
    out_and_under_embargo(interview, alice)
    told = Stated("update", right="The county has paid.", turns=(change(interview, alice),))
    with pytest.raises(UnderEmbargo, match=r"An update waits until then; a correction .* does not"):
        publish(interview=interview, by=alice, corrections=[told])
    with pytest.raises(UnderEmbargo):
        schedule(interview=interview, at=timezone.now() + MINUTE, by=alice, corrections=[told])
    schedule(interview=interview, at=timezone.now() + 61 * MINUTE, by=alice, corrections=[told])
    assert interview.publications.count() == 1


@pytest.mark.parametrize("brought", ["put in", "brought back"])
def test_a_turn_that_readers_do_not_have_waits_whatever_it_is_called(
    client: Client, interview: Interview, alice: User, brought: str
) -> None:
    key = keys(interview)[3]
    if brought == "brought back":
        editing.set_aside(interview=interview, key=key, by=alice)
    interview.refresh_from_db()
    out_and_under_embargo(interview, alice)
    if brought == "brought back":
        editing.restore(interview=interview, key=key, by=alice)
    else:
        arranging.insert(
            interview=interview, beside=key, below=False, text="Nothing.", speaker=ANSWERS, by=alice
        )
        key = keys(interview)[3]
    interview.refresh_from_db()
    told = Stated("correction", wrong="It was left out.", right="It was said.", turns=(key,))
    with pytest.raises(UnderEmbargo, match=r"Readers do not have turn 4 yet\. Nothing was published"):
        publish(interview=interview, by=alice, corrections=[told])
    client.force_login(alice)
    page = client.get(reverse("interviews:publish", args=[interview.pk])).content.decode()
    assert "They do not have turn 4 yet" in page
    assert "Not before" in page


def test_what_was_withdrawn_is_held_as_if_it_had_never_been_out(interview: Interview, alice: User) -> None:
    out_and_under_embargo(interview, alice)
    unpublish(interview=interview, by=alice)
    interview.refresh_from_db()
    with pytest.raises(UnderEmbargo):
        publish(interview=interview, by=alice)


def test_the_gate_says_what_an_embargo_on_a_public_interview_holds(
    client: Client, interview: Interview, alice: User
) -> None:
    out_and_under_embargo(interview, alice)
    key = change(interview, alice)
    client.force_login(alice)
    gate = reverse("interviews:publish", args=[interview.pk])
    page = client.get(gate).content.decode()
    assert "corrections of it go out all the same" in page
    assert "Not before" not in page
    sent = {f"kind-{key}": "correction", f"wrong-{key}": "The paint.", f"right-{key}": "The drains."}
    refused = client.post(gate, sent | {f"kind-{key}": "update"}).content.decode()
    assert "An update waits until then" in refused
    assert interview.publications.count() == 1
    client.post(gate, sent)
    assert interview.publications.count() == 2


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
