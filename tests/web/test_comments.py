"""Editors comment on turns and passages, and find what is meant for them."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interviews.models import Comment, Interview
from interviews.services.commenting import add_comment, reopen, resolve
from interviews.services.editing import edit_text
from tests.cast import a_member, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db


def panel(client: Client, interview: Interview, **query: str) -> str:
    return client.get(reverse("interviews:comments", args=[interview.pk]), query).content.decode()


def test_a_passage_stays_readable_and_is_found_again_when_words_around_it_change(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    key = keys(interview)[1]
    add_comment(
        interview=interview, key=key, text="Which drains?", by=alice, quote="A blocked drain", near=12
    )
    client.force_login(alice)

    edit_text(
        interview=interview,
        key=key,
        text="The drains: a blocked drain, always.",
        seen_version=1,
        by=alice,
    )
    page = panel(client, interview)
    assert "A blocked drain" in page
    assert "have changed" not in page

    edit_text(interview=interview, key=key, text="Something else.", seen_version=2, by=alice)
    page = panel(client, interview)
    assert "A blocked drain" in page
    assert "These words have changed since." in page


def test_a_comment_on_a_whole_turn_quotes_its_beginning() -> None:
    interview, alice = an_interview(), an_editor()
    made = add_comment(interview=interview, key=keys(interview)[3], text="Good!", by=alice)
    assert made.comment.quote.startswith("Silence from the people")
    assert made.comment.start is None


def test_whoever_is_mentioned_finds_it_and_whoever_may_not_see_it_is_not_told() -> None:
    alice, bob, carol = an_editor(), an_editor("bob"), a_member("Reporter", "carol")
    interview = an_interview(by=alice)
    text = "@Bob and @carol, please ask dan@example.org. @nobody too."
    made = add_comment(interview=interview, key=keys(interview)[0], text=text, by=alice)

    assert list(Comment.objects.waiting_for(bob)) == [made.comment]
    assert not Comment.objects.waiting_for(carol).exists()
    assert made.unknown == ("carol", "nobody")


def test_a_reporter_who_is_assigned_may_be_mentioned() -> None:
    alice, carol = an_editor(), a_member("Reporter", "carol")
    interview = an_interview(by=alice)
    Interview.objects.filter(pk=interview.pk).update(assignee=carol)
    made = add_comment(interview=interview, key=keys(interview)[0], text="@carol?", by=alice)
    assert list(Comment.objects.waiting_for(carol)) == [made.comment]
    assert not made.unknown

    Interview.objects.filter(pk=interview.pk).update(assignee=None)
    assert not Comment.objects.waiting_for(carol).exists()


def test_open_comments_of_others_on_my_interviews_wait_for_me_until_they_are_resolved() -> None:
    alice, bob = an_editor(), an_editor("bob")
    interview = an_interview(by=alice)
    key = keys(interview)[0]
    comment = add_comment(interview=interview, key=key, text="Is that so?", by=bob).comment
    add_comment(interview=interview, key=key, text="A note to myself", by=alice)

    assert list(Comment.objects.waiting_for(alice)) == [comment]
    assert resolve(comment=comment, by=alice)
    assert not resolve(comment=comment, by=bob)
    assert not Comment.objects.waiting_for(alice).exists()
    assert reopen(comment=comment)
    assert list(Comment.objects.waiting_for(alice)) == [comment]
    comment.refresh_from_db()
    assert comment.resolved_by is None


def test_the_form_takes_a_turn_by_its_number_and_marks_it_on_the_desk(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    client.force_login(alice)
    path = reverse("interviews:comments", args=[interview.pk])
    answer = client.post(path, {"number": "4", "text": "Check."}, headers={"hx-request": "true"})

    assert interview.comments.get().turn.key == keys(interview)[3]
    page = answer.content.decode()
    assert f'id="t-{keys(interview)[3]}"' in page
    assert "1 comment</a>" in page
    assert f'id="t-{keys(interview)[2]}"' not in page


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"number": "4", "text": " "}, "The comment is empty"),
        ({"number": "99", "text": "Words"}, "no such turn"),
        ({"number": "4", "text": "a\x00b"}, "NUL"),
        ({"turn": "a\x00b", "text": "Words"}, "no such turn"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(client: Client, sent: dict[str, str], told: str) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    answer = client.post(reverse("interviews:comments", args=[interview.pk]), sent)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not interview.comments.exists()


def test_a_comment_of_another_interview_cannot_be_resolved_through_this_one(client: Client) -> None:
    alice = an_editor()
    here, there = an_interview(by=alice), an_interview(by=alice)
    comment = add_comment(interview=there, key=keys(there)[0], text="Stays open", by=alice).comment
    client.force_login(alice)
    client.post(reverse("interviews:resolve-comment", args=[here.pk, comment.pk]))
    comment.refresh_from_db()
    assert comment.is_open


def test_without_a_script_the_panel_is_a_page_and_says_what_was_done(client: Client) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    path = reverse("interviews:comments", args=[interview.pk])
    page = client.post(path, {"number": "2", "text": "Check @dora."}, follow=True).content.decode()
    assert "<h1>Comments</h1>" in page
    assert "The comment is saved." in page
    assert "called @dora, so nobody of that name is told" in page
    assert f"/desk/{interview.pk}/#t-{keys(interview)[1]}" in page


def test_the_panel_takes_as_many_queries_for_six_comments_as_for_one(client: Client) -> None:
    interview, alice = an_interview(), an_editor()
    client.force_login(alice)

    def count() -> int:
        add_comment(interview=interview, key=keys(interview)[0], text="Hm.", by=alice)
        with CaptureQueriesContext(connection) as queries:
            panel(client, interview)
        return len(queries)

    few = count()
    for _ in range(4):
        count()
    assert count() == few
