"""Readers suggest corrections without an account; the desk takes them up or dismisses them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from interviews.models import Interview, Suggestion, Tally
from interviews.services.publishing import publish, unpublish
from interviews.services.suggesting import OF_A_SENDER, OF_EVERYBODY, TooMany, suggest
from tests.cast import a_member, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db

SLIP = "It was built in 1841, not in 1840."


@pytest.fixture
def published() -> tuple[Interview, User]:
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    return interview, alice


def form_of(interview: Interview) -> str:
    return reverse("interviews:suggest", args=[interview.slug, keys(interview)[7]])


def token_of(client: Client, interview: Interview) -> str:
    page = client.get(form_of(interview)).content.decode()
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def send(client: Client, interview: Interview, text: str = SLIP, **more: str) -> Any:
    data = {"token": token_of(client, interview), "text": text, **more}
    return client.post(form_of(interview), data, REMOTE_ADDR=more.get("sender", "192.0.2.7"))


def test_a_suggestion_reaches_the_desk_with_its_turn_and_sets_no_cookie(
    published: tuple[Interview, User],
) -> None:
    interview, alice = published
    reader = Client(enforce_csrf_checks=True)
    sent = send(reader, interview)
    assert "Your suggestion is with the desk." in reader.get(sent.headers["Location"]).content.decode()
    assert not reader.cookies

    desk = Client()
    desk.force_login(alice)
    assert SLIP in desk.get(reverse("interviews:waiting")).content.decode()
    listed = desk.get(reverse("interviews:suggestions", args=[interview.pk])).content.decode()
    assert SLIP in listed
    assert "A stone arch from 1840" in listed
    assert SLIP not in reader.get(interview.current_publication().get_absolute_url()).content.decode()  # type: ignore[union-attr]


def test_taking_one_up_opens_its_turn_and_it_waits_no_longer(
    client: Client, published: tuple[Interview, User]
) -> None:
    interview, alice = published
    send(Client(), interview)
    one = Suggestion.objects.get()
    client.force_login(alice)
    answer = client.post(reverse("interviews:take-up-suggestion", args=[interview.pk, one.pk]))
    assert answer.headers["Location"].endswith(f"#t-{keys(interview)[7]}")
    assert not Suggestion.objects.waiting_for(alice).exists()

    late = client.post(
        reverse("interviews:dismiss-suggestion", args=[interview.pk, one.pk]), {"note": "No."}, follow=True
    )
    assert "Somebody has settled this suggestion already." in late.content.decode()
    one.refresh_from_db()
    assert (one.taken, one.note) == (True, "")


def test_dismissing_keeps_the_note(client: Client, published: tuple[Interview, User]) -> None:
    interview, alice = published
    send(Client(), interview)
    client.force_login(alice)
    one = Suggestion.objects.get()
    where = reverse("interviews:dismiss-suggestion", args=[interview.pk, one.pk])
    page = client.post(where, {"note": "The drawings say 1840."}, follow=True).content.decode()
    assert "Dismissed by" in page
    assert "The drawings say 1840." in page


def test_one_sender_cannot_flood_the_desk_and_others_still_get_through(
    client: Client, published: tuple[Interview, User]
) -> None:
    interview, _ = published
    for number in range(OF_A_SENDER.most):
        send(client, interview, f"Slip {number}")
    refused = send(client, interview, "One too many")
    assert refused.status_code == 422
    assert "try again later" in refused.content.decode()
    assert "One too many" in refused.content.decode()  # what was typed is not lost
    send(client, interview, "Another reader", sender="192.0.2.8")
    assert set(Suggestion.objects.values_list("text", flat=True)) >= {"Slip 0", "Another reader"}
    assert not Suggestion.objects.filter(text="One too many").exists()


def test_many_senders_cannot_flood_the_desk_either(client: Client, published: tuple[Interview, User]) -> None:
    interview, _ = published
    for number in range(OF_EVERYBODY.most):
        key = keys(interview)[7]
        publication = interview.publications.get()
        suggest(publication=publication, key=key, text="x", address=f"192.0.2.{number}")
    assert "try again later" in send(client, interview, "y", sender="198.51.100.9").content.decode()
    assert not Suggestion.objects.filter(text="y").exists()
    Tally.objects.update(ends_at=timezone.now())  # an hour later
    send(client, interview, "y", sender="198.51.100.9")
    assert Suggestion.objects.filter(text="y").exists()


def test_what_was_refused_does_not_count_against_its_sender(published: tuple[Interview, User]) -> None:
    publication, key = published[0].publications.get(), keys(published[0])[7]
    Tally.objects.create(
        what=OF_EVERYBODY.what, count=OF_EVERYBODY.most, ends_at=timezone.now() + OF_EVERYBODY.within
    )
    for _ in range(OF_A_SENDER.most):
        with pytest.raises(TooMany):
            suggest(publication=publication, key=key, text="x", address="192.0.2.7")
    Tally.objects.filter(what=OF_EVERYBODY.what).delete()
    assert suggest(publication=publication, key=key, text="x", address="192.0.2.7").text == "x"


def test_the_address_of_a_reader_is_not_kept(client: Client, published: tuple[Interview, User]) -> None:
    send(client, published[0])
    assert "192.0.2.7" not in str([*Suggestion.objects.values(), *Tally.objects.values()])
    senders = Tally.objects.exclude(sender="").values_list("sender", flat=True)
    assert [len(sender) for sender in senders] == [32]


@pytest.mark.parametrize("more", [{"token": ""}, {"token": "forged:1:abc"}, {"text": "  "}])
def test_what_is_not_taken_says_why(
    client: Client, published: tuple[Interview, User], more: dict[str, str]
) -> None:
    data = {"token": token_of(client, published[0]), "text": SLIP, **more}
    answer = client.post(form_of(published[0]), data)
    assert '<p class="problem" role="alert"' in answer.content.decode()
    assert not Suggestion.objects.exists()


def test_what_a_program_fills_in_is_thanked_and_dropped(
    client: Client, published: tuple[Interview, User]
) -> None:
    send(client, published[0], website="https://spam.example")
    assert not Suggestion.objects.exists()


def test_nothing_can_be_suggested_on_a_draft_or_a_withdrawn_page(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    assert client.get(form_of(interview)).status_code == 404
    publish(interview=interview, by=alice)
    unpublish(interview=interview, by=alice)
    assert client.get(form_of(interview)).status_code == 404


def test_a_reporter_sees_the_suggestions_on_their_own_interviews_alone(
    client: Client, published: tuple[Interview, User]
) -> None:
    send(Client(), published[0])
    rosa = a_member("Reporter", "rosa")
    client.force_login(rosa)
    assert SLIP not in client.get(reverse("interviews:waiting")).content.decode()
    Interview.objects.update(assignee=rosa)
    assert SLIP in client.get(reverse("interviews:waiting")).content.decode()
