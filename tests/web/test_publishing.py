"""The gate, the frozen page, and taking it back."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from interviews.models import Interview, Publication
from interviews.services import editing
from interviews.services.correcting import Stated
from interviews.services.errors import AlreadyWithdrawn, NotReady
from interviews.services.publishing import gate, publish, unpublish
from interviews.services.settling import settle_flag
from interviews.services.undoing import undo
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db

ORPHANED = a_conversation(
    (ASKS, "What does an inspector look at first, before anything else?"),
    (ANSWERS, "The drains, because water finds every weakness before we do."),
    (None, "And the counties as they weigh what the new inspections may cost them next year."),
    (ASKS, "And what comes after that, when the drains are clean?"),
    (ANSWERS, "The bearings, since they carry the whole load of the deck."),
)


def page_of(client: Client, interview: Interview) -> str:
    return client.get(reverse("interviews:published", args=[interview.slug])).content.decode()


def test_an_open_error_blocks_and_a_reason_overrides_on_record() -> None:
    interview, alice = an_interview(ORPHANED), an_editor()
    assert gate(interview).errors

    with pytest.raises(NotReady, match="still open"):
        publish(interview=interview, by=alice)
    assert not Publication.objects.exists()

    warnings = [flag.pk for flag in gate(interview).warnings]
    made = publish(
        interview=interview, by=alice, acknowledged=warnings, override_reason="The source stands so."
    )
    assert made.override_reason == "The source stands so."
    assert made.published_by == alice


def test_a_warning_has_to_be_acknowledged() -> None:
    interview, alice = an_interview(), an_editor()
    flag = interview.flags.get()
    flag.severity = "warning"
    flag.save()

    with pytest.raises(NotReady, match="not acknowledged"):
        publish(interview=interview, by=alice)
    assert publish(interview=interview, by=alice, acknowledged=[flag.pk]).acknowledged == [flag.title]


def test_an_interview_without_words_is_not_published() -> None:
    interview, alice = an_interview(), an_editor()
    for key in keys(interview):
        editing.set_aside(interview=interview, key=key, by=alice)
    with pytest.raises(NotReady, match="nothing to publish"):
        publish(interview=interview, by=alice)


def test_what_readers_see_is_frozen_until_it_is_published_again(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    first = keys(interview)[0]

    editing.edit_text(interview=interview, key=first, text="Changed afterwards?", seen_version=1, by=alice)
    assert "Changed afterwards?" not in page_of(client, interview)

    publish(interview=interview, by=alice, corrections=[Stated("typo", turns=(first,))])
    assert "Changed afterwards?" in page_of(client, interview)
    assert Publication.objects.current().count() == 1


def test_what_was_set_aside_is_not_in_the_publication(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    second = keys(interview)[1]
    editing.set_aside(interview=interview, key=second, by=alice)
    made = publish(interview=interview, by=alice)
    assert "drains" not in str(made.transcript)
    assert "drains" not in page_of(client, interview)


def test_every_turn_has_its_permanent_anchor_and_joined_ones_keep_theirs(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    page = page_of(client, interview)
    assert all(f'id="t-{key}"' in page for key in keys(interview))


def test_a_draft_is_404_for_readers_and_withdrawn_is_410(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    address = reverse("interviews:published", args=[interview.slug])
    assert client.get(address).status_code == 404

    publish(interview=interview, by=alice)
    assert "Ada Field" in client.get(address).content.decode()

    unpublish(interview=interview, by=alice)
    gone = client.get(address)
    assert gone.status_code == 410
    assert "withdrawn" in gone.content.decode()
    assert interview.title not in gone.content.decode()
    with pytest.raises(AlreadyWithdrawn):
        unpublish(interview=interview, by=alice)


def test_a_withdrawn_interview_can_be_published_again(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    unpublish(interview=interview, by=alice)
    publish(interview=interview, by=alice)
    assert "Ada Field" in page_of(client, interview)


def test_readers_are_told_what_was_changed_word_by_word(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    settle_flag(flag=interview.flags.get(), fix=0, by=alice)
    editing.set_aside(interview=interview, key=keys(interview)[0], by=alice)
    publish(interview=interview, by=alice)

    assert "This transcript was edited: a sentence had its first letter restored" in page_of(
        client, interview
    )
    told = client.get(reverse("interviews:changes", args=[interview.slug])).content.decode()
    assert "<del>what </del><ins>What </ins>" in told
    assert "set aside by an editor" in told


def test_an_untouched_interview_says_nothing_of_changes(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    assert "was edited" not in page_of(client, interview)


def test_what_was_undone_is_no_change() -> None:
    interview, alice = an_interview(), an_editor()
    settle_flag(flag=interview.flags.get(), fix=0, by=alice)
    undo(interview=interview, by=alice)
    made = publish(interview=interview, by=alice)
    assert made.changes == []
    assert made.note == ""
