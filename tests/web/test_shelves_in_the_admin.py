"""Series and topics are renamed and joined in the admin, by whoever may."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from interviews.models import Series, Topic
from interviews.services.filing import file_under, found_or_made
from interviews.services.publishing import publish
from interviews.transcript.filing import Filing
from tests.cast import a_member, an_editor, an_interview

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client) -> Client:
    """A client of somebody of the group of admins."""
    user = User.objects.create_user("ada", is_staff=True)
    user.groups.add(Group.objects.get(name="Admin"))
    client.force_login(user)
    return client


def address(shelf: Series | Topic) -> str:
    return reverse(f"admin:interviews_{type(shelf)._meta.model_name}_change", args=[shelf.pk])


def the_form(client: Client, shelf: Series | Topic, **changed: str) -> dict[str, str]:
    """What a browser would send back."""
    form = client.get(address(shelf)).context["adminform"].form
    return {name: str(form[name].value() or "") for name in form.fields} | changed


def problems(client: Client, shelf: Series | Topic, form: dict[str, str]) -> str:
    """What the page says after the form was refused."""
    answer = client.post(address(shelf), form)
    assert answer.status_code == 200
    told: str = answer.context["adminform"].form.errors.as_text()
    return told


def test_another_name_is_seen_by_readers_at_once(admin: Client) -> None:
    interview = an_interview()
    file_under(interview=interview, filing=Filing("Voices", 1), by=None)
    publish(interview=interview, by=an_editor())
    series = Series.objects.get()
    admin.post(address(series), the_form(admin, series, name="Twelve voices", slug="twelve"))
    assert "Twelve voices" in admin.get("/series/twelve/").content.decode()
    assert admin.get("/series/voices/").status_code == 301


def test_a_form_that_somebody_was_faster_with_is_refused(admin: Client) -> None:
    topic = found_or_made(Topic, "rivers")[0]
    late = the_form(admin, topic, name="Streams")
    admin.post(address(topic), the_form(admin, topic, name="Waters"))
    assert "it is “Waters” now. Nothing was saved." in problems(admin, topic, late)
    topic.refresh_from_db()
    assert topic.name == "Waters"


def test_what_another_one_has_is_refused_in_words(admin: Client) -> None:
    topic, other = (found_or_made(Topic, name)[0] for name in ("rivers", "work"))
    assert "Join the two" in problems(admin, topic, the_form(admin, topic, name="WORK"))
    assert "address of another one" in problems(admin, topic, the_form(admin, topic, slug=other.slug))
    assert "no letter" in problems(admin, topic, the_form(admin, topic, name="?!"))


def test_two_topics_are_joined_and_one_is_left(admin: Client) -> None:
    interview = an_interview()
    file_under(interview=interview, filing=Filing(topics=("rivers", "streams")), by=None)
    streams, rivers = (Topic.objects.get(name=name) for name in ("streams", "rivers"))
    answer = admin.post(address(streams), the_form(admin, streams, join=str(rivers.pk)), follow=True)
    assert interview.filing().topics == ("rivers",)
    assert "“streams” was joined to “rivers”." in answer.content.decode()
    assert list(answer.context["cl"].result_list) == [rivers]
    assert Topic.objects.count() == 2, "nothing is deleted"


def test_nothing_is_added_or_deleted_there(admin: Client) -> None:
    series = found_or_made(Series, "Voices")[0]
    assert admin.get(reverse("admin:interviews_series_add")).status_code == 403
    assert admin.post(reverse("admin:interviews_series_delete", args=[series.pk])).status_code == 403


def test_a_publisher_who_is_let_into_the_admin_may_not_rename(client: Client) -> None:
    paul = a_member("Publisher", "paul")
    User.objects.filter(pk=paul.pk).update(is_staff=True)
    client.force_login(paul)
    assert client.get(address(found_or_made(Series, "Voices")[0])).status_code == 403
