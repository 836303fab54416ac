"""A published page keeps every address that it ever had, and says so when it is gone."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interviews.models import Interview
from interviews.services.errors import AddressTaken
from interviews.services.importing import free_slug
from interviews.services.publishing import publish, unpublish
from interviews.services.readdressing import change_address
from tests.cast import an_editor, an_interview, keys

pytestmark = pytest.mark.django_db


def published(title: str = "On bridges") -> Interview:
    interview = an_interview(by=an_editor(title), title=title)
    publish(interview=interview, by=editor(interview))
    return interview


def editor(interview: Interview) -> User:
    assert interview.created_by is not None
    return interview.created_by


def move(interview: Interview, slug: str) -> None:
    change_address(interview=interview, slug=slug, by=editor(interview))
    interview.refresh_from_db()


def test_the_old_address_leads_to_the_new_one_and_so_does_everything_below_it(client: Client) -> None:
    interview = published()
    move(interview, "the-inspector")
    assert "Ada Field" in client.get("/interviews/the-inspector/").content.decode()

    for path in ("", "changes/"):
        moved = client.get(f"/interviews/on-bridges/{path}?q=drains")
        assert (moved.status_code, moved.headers["Location"]) == (
            301,
            f"/interviews/the-inspector/{path}?q=drains",
        )


def test_quotes_suggestions_and_programs_that_embed_follow_to_the_new_address(client: Client) -> None:
    interview = published()
    key = keys(interview)[5]
    old = reverse("interviews:quote", args=[interview.slug, key])
    move(interview, "the-inspector")
    new = reverse("interviews:quote", args=["the-inspector", key])
    assert client.get(f"{old}?v=1").headers["Location"] == f"{new}?v=1"
    assert client.get(f"{old}embed/?v=1").headers["Location"] == f"{new}embed/?v=1"
    suggest = reverse("interviews:suggest", args=["on-bridges", key])
    assert "Suggest" in client.get(suggest, follow=True).content.decode()
    told = client.get(reverse("interviews:oembed"), {"url": f"http://localhost:8000{old}"}).json()
    assert f"{new}embed/" in told["html"]


def test_after_three_changes_each_earlier_address_leads_there_in_one_step(client: Client) -> None:
    interview = published()
    for slug in ("second", "third", "fourth"):
        move(interview, slug)
    for slug in ("on-bridges", "second", "third"):
        assert client.get(f"/interviews/{slug}/").headers["Location"] == "/interviews/fourth/"


def test_an_interview_that_goes_back_to_its_first_address_does_not_lead_in_circles(client: Client) -> None:
    interview = published()
    move(interview, "second")
    move(interview, "on-bridges")
    assert "Ada Field" in client.get("/interviews/on-bridges/").content.decode()
    assert client.get("/interviews/second/").headers["Location"] == "/interviews/on-bridges/"


def test_the_lists_and_the_page_itself_name_the_new_address_only(client: Client) -> None:
    interview = published()
    move(interview, "the-inspector")
    for path in ("/", "/interviews/the-inspector/", "/interviews/the-inspector/changes/"):
        assert "/on-bridges/" not in client.get(path).content.decode()


def test_no_other_interview_gets_an_address_that_readers_follow_to_this_one() -> None:
    interview, other = published(), published("On dams")
    move(interview, "the-inspector")
    with pytest.raises(AddressTaken, match="on-bridges"):
        move(other, "on-bridges")
    with pytest.raises(AddressTaken, match="the-inspector"):
        move(other, "the-inspector")
    assert free_slug("On bridges") == "on-bridges-2"


def test_an_address_that_nobody_knows_yet_is_changed_without_a_trace(client: Client) -> None:
    interview = an_interview(by=an_editor())
    move(interview, "the-inspector")
    assert client.get("/interviews/on-bridges/").status_code == 404
    assert free_slug("On bridges") == "on-bridges"


def test_a_withdrawn_page_says_so_under_its_new_address_with_the_newsrooms_note(client: Client) -> None:
    interview = published()
    unpublish(interview=interview, by=editor(interview), note="She asked us to wait until the trial is over.")
    move(interview, "the-inspector")
    gone = client.get("/interviews/on-bridges/", follow=True)
    assert gone.status_code == 410
    assert "until the trial is over" in gone.content.decode()
    assert interview.title not in gone.content.decode()


def test_a_publisher_changes_the_address_at_the_desk_and_is_told_why_not(client: Client) -> None:
    interview = published()
    published("On dams")
    client.force_login(editor(interview))
    where = reverse("interviews:address", args=[interview.pk])
    refused = client.post(where, {"slug": "on-dams"})
    assert refused.status_code == 409
    assert "was the address of another interview" in refused.content.decode()

    done = client.post(where, {"slug": "The-Inspector"}, follow=True).content.decode()
    assert "Changed the address from on-bridges to the-inspector." in done
    assert "/interviews/on-bridges/" in done


@pytest.mark.parametrize(
    "path", ["/people/%00/", "/interviews/%00/", "/interviews/%00/quotes/a/", "/series/a%00/"]
)
def test_no_database_is_asked_for_an_address_that_postgresql_cannot_hold(client: Client, path: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    assert (answer.status_code, len(asked)) == (404, 0)
    assert "This page does not exist" in answer.content.decode()
