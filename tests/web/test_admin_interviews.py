"""The admin's page of an interview: details only, never another's words; and its actions."""

from __future__ import annotations

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.test import Client, RequestFactory
from django.urls import reverse

from interviews.admin.interviews import InterviewAdmin, InterviewForm
from interviews.models import Flag, Interview
from interviews.services.describing import describe
from interviews.services.editing import edit_text
from interviews.services.publishing import publish
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor
from tests.cast import an_interview as an_imported_interview

pytestmark = pytest.mark.django_db

LIST = "admin:interviews_interview_changelist"


@pytest.fixture
def alice(client: Client) -> Client:
    client.force_login(a_chief("alice"))
    return client


def a_chief(name: str) -> User:
    """An editor who may open the admin."""
    chief = an_editor(name)
    chief.is_staff = True
    chief.save()
    return chief


def an_interview(title: str = "A talk") -> Interview:
    """An interview in which nothing is found."""
    said = a_conversation((ASKS, "Who was here?"), (ANSWERS, "I was."), (ASKS, "And who else?"))
    return an_imported_interview(said, title=title)


def page_of(interview: Interview) -> str:
    return reverse("admin:interviews_interview_change", args=[interview.pk])


def the_form(client: Client, interview: Interview) -> dict[str, str]:
    """What a browser would send back unchanged."""
    form = client.get(page_of(interview)).context["adminform"].form
    return {name: str(form[name].value() or "") for name in form.fields}


def run(client: Client, action: str, *interviews: Interview) -> str:
    """Run an action on interviews; the messages that follow."""
    chosen = [str(interview.pk) for interview in interviews]
    answer = client.post(reverse(LIST), {"action": action, "_selected_action": chosen}, follow=True)
    return " ".join(str(message) for message in answer.context["messages"])


def an_error(interview: Interview) -> Flag:
    return Flag.objects.create(
        interview=interview,
        turn=interview.turns.in_place()[0],
        kind="orphan_fragment",
        family="garbled",
        severity="error",
        confidence=1,
        title="A fragment stands alone",
    )


def test_title_standfirst_and_address_can_be_changed(alice: Client) -> None:
    interview = an_interview()
    sent = the_form(alice, interview) | {"title": "Better", "standfirst": "Why.", "slug": "better"}
    alice.post(page_of(interview), sent)
    interview.refresh_from_db()
    assert (interview.title, interview.standfirst, interview.slug) == ("Better", "Why.", "better")


def test_the_address_stays_once_readers_know_it(alice: Client) -> None:
    interview = an_interview()
    publish(interview=interview, by=User.objects.get())
    sent = the_form(alice, interview)
    assert "slug" not in sent
    alice.post(page_of(interview), sent | {"slug": "elsewhere", "title": "Better"})
    interview.refresh_from_db()
    assert (interview.slug, interview.title) == ("a-talk", "Better")


def test_a_form_from_before_somebody_elses_change_is_refused_and_keeps_what_was_typed(alice: Client) -> None:
    interview = an_interview()
    sent = the_form(alice, interview) | {"standfirst": "What Alice typed."}
    bobs = {"title": "Bob’s title", "standfirst": "Bob’s.", "recorded_on": None, "language": "en"}
    describe(interview=interview, details=bobs, speakers={})
    text = alice.post(page_of(interview), sent).content.decode()
    interview.refresh_from_db()
    assert (interview.title, interview.standfirst) == ("Bob’s title", "Bob’s.")
    assert "Somebody else changed this in between" in text
    assert "What Alice typed." in text


def test_a_stale_form_cannot_revert_another_editors_text(alice: Client) -> None:
    interview = an_interview()
    sent = the_form(alice, interview) | {"title": "Better"}
    key = interview.turns.in_place()[0].key
    edit_text(interview=interview, key=key, text="Who was there?", seen_version=1, by=an_editor("bob"))
    alice.post(page_of(interview), sent)
    interview.refresh_from_db()
    assert interview.title == "Better"
    assert [turn.text for turn in interview.turns.in_place()] == ["Who was there?", "I was.", "And who else?"]
    assert interview.version == 2


def test_saving_writes_no_column_that_the_form_does_not_show() -> None:
    stale = an_interview()
    publish(interview=Interview.objects.get(), by=an_editor())
    stale.title = "Better"
    form = InterviewForm({"seen": ""}, instance=stale)
    request = RequestFactory().post("/")
    InterviewAdmin(Interview, admin.site).save_model(request, stale, form, True)
    interview = Interview.objects.get()
    assert (interview.title, interview.status) == ("Better", Interview.Status.PUBLISHED)


def test_the_page_leads_to_the_desk_and_to_readers(alice: Client) -> None:
    interview = an_interview()
    assert f'href="{interview.get_absolute_url()}"' in alice.get(page_of(interview)).content.decode()
    assert 'href="/interviews/a-talk/"' not in alice.get(page_of(interview)).content.decode()
    publish(interview=interview, by=User.objects.get())
    assert 'href="/interviews/a-talk/"' in alice.get(page_of(interview)).content.decode()


def test_the_list_counts_what_is_open_and_what_was_said(alice: Client) -> None:
    interview = an_interview()
    an_error(interview)
    text = alice.get(reverse(LIST)).content.decode()
    counts = re.findall(r'class="field-(turns|errors|flags_open)">(\d+)<', text)
    assert counts == [("errors", "1"), ("flags_open", "1"), ("turns", "3")]


def test_publishing_from_the_list_goes_through_the_gate(alice: Client) -> None:
    ready = an_interview(title="Ready")
    broken = an_interview(title="Broken")
    an_error(broken)
    told = run(alice, "publish_chosen", ready, broken)
    assert "“Ready” is public." in told
    assert "“Broken”: 1 error is still open." in told
    assert reverse("interviews:publish", args=[broken.pk]) in told
    assert list(Interview.objects.published()) == [ready]


def test_unpublishing_from_the_list_takes_the_page_away(alice: Client) -> None:
    interview = an_interview()
    assert "not public" in run(alice, "unpublish_chosen", interview)
    publish(interview=interview, by=User.objects.get())
    assert "no longer public" in run(alice, "unpublish_chosen", interview)
    assert interview.current_publication() is None


def test_publishing_needs_the_right_to_publish(client: Client) -> None:
    carol = a_chief("carol")
    carol.user_permissions.remove(Permission.objects.get(codename="add_publication"))
    client.force_login(carol)
    interview = an_interview()
    run(client, "publish_chosen", interview)
    assert interview.current_publication() is None


def test_checking_again_ends_a_flag_that_is_no_longer_found(alice: Client) -> None:
    interview = an_interview()
    flag = an_error(interview)
    assert "open flags: 0" in run(alice, "check_again", interview)
    flag.refresh_from_db()
    assert flag.state == Flag.State.GONE
