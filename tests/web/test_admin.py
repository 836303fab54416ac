"""The admin shows everything to whoever may see it, and lets nothing be added or deleted."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interviews.models import (
    Comment,
    Correction,
    CorrectionKind,
    EditRecord,
    ErasureRecord,
    Flag,
    HouseRule,
    Interview,
    Publication,
    SourceFile,
    Speaker,
    Suggestion,
    Turn,
)
from interviews.transcript.turns import transcript_to_data
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor, an_interview

pytestmark = pytest.mark.django_db

REMARKS = (Comment, Suggestion, Correction, ErasureRecord)
KEPT = (Interview, Speaker, Turn, Flag, EditRecord, Publication, SourceFile, HouseRule, *REMARKS)
SHOWN = (*KEPT, User)
NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def address(model: type[Model], page: str, *args: object) -> str:
    return reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_{page}", args=args)


def an_archive(*names: str) -> None:
    """For each name an interview with one of everything, all of it made by a user of that name."""
    for name in names:
        user = User.objects.create_user(name)
        said = a_conversation((ASKS, "Who was here?"), (ANSWERS, "I was."))
        interview = an_interview(said, by=user, title=f"A talk with {name}")
        turn = interview.turns.in_place()[0]
        flag = Flag.objects.create(
            interview=interview,
            turn=turn,
            kind="doubled_phrase",
            family="duplicate",
            severity="notice",
            confidence=0.95,
            title=f"Said twice by {name}",
            evidence=["Both are two words."],
            state=Flag.State.DISMISSED,
            settled_by=user,
        )
        record = EditRecord.objects.create(
            interview=interview, number=1, author=user, label=f"{name} edited", flag=flag
        )
        EditRecord.objects.create(
            interview=interview, number=2, author=user, label=f"{name} took it back", undoes=record
        )
        publication = Publication.objects.create(
            interview=interview,
            number=1,
            slug=interview.slug,
            title=interview.title,
            language="en",
            transcript=transcript_to_data(interview.transcript()),
            first_published_at=NOON,
            published_at=NOON,
            published_by=user,
        )
        Comment.objects.create(interview=interview, turn=turn, text=f"Is that so, {name}?", author=user)
        Correction.objects.create(
            publication=publication, kind=CorrectionKind.UPDATE, right="More.", made_at=NOON, made_by=user
        )
        Suggestion.objects.create(
            interview=interview, publication=publication, key=turn.key, text="No.", made_at=NOON
        )
        ErasureRecord.objects.create(interview=interview, reason="A court.", record=2, made_by=user)
        HouseRule.objects.create(name=f"The rule of {name}", pattern="e-mail", message="email", made_by=user)
        SourceFile.objects.filter(interview=interview).update(name=f"{name}.txt", data=b"\xff\x00 <b>")


@pytest.fixture
def chief(client: Client) -> Client:
    """A client of somebody who may see everything."""
    client.force_login(User.objects.create_superuser("chief"))
    return client


def queries(client: Client, page: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", SHOWN)
def test_a_list_takes_as_many_queries_for_eight_as_for_two(chief: Client, model: type[Model]) -> None:
    an_archive("bob", "carol")
    few = queries(chief, address(model, "changelist"))
    an_archive("dan", "eve", "fay", "gus", "hal", "ida")
    assert queries(chief, address(model, "changelist")) == few


@pytest.mark.parametrize("model", SHOWN)
def test_no_page_has_anything_inline_that_the_content_policy_would_stop(
    chief: Client, model: type[Model]
) -> None:
    an_archive("bob")
    one = model._default_manager.first()
    assert one is not None
    for page in (reverse("admin:index"), address(model, "changelist"), address(model, "change", one.pk)):
        text = chief.get(page).content.decode()
        assert re.findall(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)[^>]*>", text) == []


@pytest.mark.parametrize("model", KEPT)
def test_nothing_is_added(chief: Client, model: type[Model]) -> None:
    assert chief.get(address(model, "add")).status_code == 403


@pytest.mark.parametrize("model", SHOWN)
def test_nothing_is_deleted(chief: Client, model: type[Model]) -> None:
    an_archive("bob")
    one = model._default_manager.first()
    assert one is not None
    assert chief.post(address(model, "delete", one.pk), {"post": "yes"}).status_code == 403
    chief.post(
        address(model, "changelist"),
        {"action": "delete_selected", "_selected_action": [str(one.pk)], "post": "yes"},
    )
    assert model._default_manager.filter(pk=one.pk).exists()


@pytest.mark.parametrize("model", [model for model in KEPT if model is not Interview])
def test_what_is_kept_is_shown_and_cannot_be_changed(chief: Client, model: type[Model]) -> None:
    an_archive("bob")
    one = model._default_manager.first()
    assert one is not None
    page = address(model, "change", one.pk)
    assert str(one) in chief.get(page).content.decode()
    assert chief.post(page, {"text": "Other words.", "label": "Other words."}).status_code == 403


@pytest.mark.parametrize("model", SHOWN)
def test_somebody_without_rights_sees_nothing(client: Client, model: type[Model]) -> None:
    an_archive("bob")
    client.force_login(User.objects.create_user("mallory", is_staff=True))
    one = model._default_manager.first()
    assert one is not None
    assert client.get(address(model, "changelist")).status_code == 403
    assert client.get(address(model, "change", one.pk)).status_code == 403
    assert address(model, "changelist") not in client.get(reverse("admin:index")).content.decode()


def test_a_reader_without_a_login_is_sent_to_the_door(client: Client) -> None:
    answer = client.get(address(Interview, "changelist"))
    assert answer.headers["Location"].startswith(reverse("admin:login"))


def test_somebody_who_may_only_look_gets_an_interview_without_a_form(client: Client) -> None:
    interview = an_interview()
    looker = User.objects.create_user("olive", is_staff=True)
    looker.user_permissions.set(Permission.objects.filter(codename="view_interview"))
    client.force_login(looker)
    page = address(Interview, "change", interview.pk)
    assert 'name="title"' not in client.get(page).content.decode()
    assert client.post(page, {"title": "Mine"}).status_code == 403


@pytest.mark.parametrize(
    ("model", "words", "found"),
    [
        (Interview, "Ada Field", "A talk with bob"),
        (Speaker, "A talk with bob", "Ada Field"),
        (Turn, "who was", "Who was here?"),
        (Flag, "said twice by", "Said twice by bob"),
        (EditRecord, "bob", "bob took it back"),
        (Publication, "talk with", "A talk with bob"),
        (SourceFile, "bob.txt", "A talk with bob"),
    ],
)
def test_search_looks_where_people_remember(
    chief: Client, model: type[Model], words: str, found: str
) -> None:
    an_archive("bob")
    assert found in _results(chief, address(model, "changelist"), words)
    assert found not in _results(chief, address(model, "changelist"), "nobody")


def test_publications_are_told_apart_by_whether_readers_see_them(chief: Client) -> None:
    an_archive("bob", "carol", "dan")
    Publication.objects.filter(slug__endswith="carol").update(withdrawn_at=NOON)
    Publication.objects.filter(slug__endswith="dan").update(superseded_at=NOON)
    for state, name in (("current", "bob"), ("withdrawn", "carol"), ("superseded", "dan")):
        text = chief.get(address(Publication, "changelist"), {"state": state}).content.decode()
        assert re.findall(r"A talk with (\w+)</a></th>", text) == [name]


def test_the_source_is_had_byte_for_byte_and_never_as_a_page(chief: Client) -> None:
    an_archive("bob")
    source = SourceFile.objects.get()
    assert "&lt;b&gt;" not in chief.get(address(SourceFile, "change", source.pk)).content.decode()
    answer = chief.get(address(SourceFile, "bytes", source.pk))
    assert answer.content == b"\xff\x00 <b>"
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="bob.txt"'


def test_the_source_is_not_had_without_the_right(client: Client) -> None:
    an_archive("bob")
    editor = an_editor()
    User.objects.filter(pk=editor.pk).update(is_staff=True)
    client.force_login(editor)
    assert client.get(address(SourceFile, "bytes", SourceFile.objects.get().pk)).status_code == 403


def _results(client: Client, page: str, words: str) -> str:
    """The table of a list after a search."""
    text = client.get(page, {"q": words}).content.decode()
    return text.partition('id="result_list"')[2].partition("</table>")[0]
