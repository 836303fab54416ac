"""Several people at one interview: who is there, what they did, and whose it is for now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string

from interviews.models import Claim, Interview, Presence, Speaker
from interviews.models.claim import FREE_AFTER
from interviews.models.presence import GONE_AFTER
from interviews.services.arranging import place
from interviews.services.being_here import claim, let_go
from interviews.services.commenting import add_comment
from interviews.services.editing import edit_text, set_aside
from interviews.services.naming import describe_speakers
from interviews.services.settling import dismiss_flag
from interviews.views.stamps import STEP, stamp_of, stamped, step
from tests.cast import a_conversation, an_editor, an_interview, keys

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

pytestmark = pytest.mark.django_db

HTMX = {"hx-request": "true"}


class Tab:
    """A page that is open on an interview, and asks what is new as its script does."""

    def __init__(self, user: User, interview: Interview) -> None:
        self.client = Client()
        self.client.force_login(user)
        self.interview = interview
        self.name = get_random_string(12)
        page = self.client.get(reverse("interviews:editor", args=[interview.pk])).content.decode()
        self.known = self._value(page, "known")
        self.company = self._value(page, "company")

    def look(self, **sent: str) -> Response:
        told = {"page": self.name, "known": self.known, "company": self.company, **sent}
        answer = self.client.post(reverse("interviews:here", args=[self.interview.pk]), told, headers=HTMX)
        if answer.status_code == 200:
            self.known = answer.headers["Newsroom-Now"]
            self.company = self._value(answer.content.decode(), "company")
        return answer

    def did(self, name: str, *args: object, **sent: str) -> Response:
        path = reverse(f"interviews:{name}", args=[self.interview.pk, *args])
        answer = self.client.post(path, sent, headers=HTMX)
        was, _, now = answer.headers.get("Newsroom-Step", "").partition(" ")
        if was == self.known:
            self.known = now
        return answer

    @staticmethod
    def _value(page: str, name: str) -> str:
        return page.partition(f'name="{name}" value="')[2].partition('"')[0]


@pytest.fixture
def interview() -> Interview:
    return an_interview()


@pytest.fixture
def bob() -> User:
    return an_editor("bob")


def test_where_nothing_is_new_nothing_is_sent(interview: Interview, alice: User) -> None:
    tab = Tab(alice, interview)
    assert tab.look().status_code == 204
    assert tab.look().status_code == 204


def test_who_is_where_is_seen_by_the_others_and_not_by_oneself(
    interview: Interview, alice: User, bob: User
) -> None:
    first, second = Tab(alice, interview), Tab(bob, interview)
    first.look(turn=keys(interview)[4], writing="1")
    page = second.look().content.decode()
    assert "alice" in page
    assert "is writing at turn 5" in " ".join(page.split())
    assert "alice" not in first.look(turn=keys(interview)[4], writing="1").content.decode()
    assert second.look().status_code == 204


def test_who_was_not_seen_for_a_while_is_gone_and_no_row_stays(
    interview: Interview, alice: User, bob: User
) -> None:
    first, second = Tab(alice, interview), Tab(bob, interview)
    first.look()
    assert "alice" in second.look().content.decode()
    Presence.objects.update(seen_at=timezone.now() - GONE_AFTER)
    assert "alice" not in second.look().content.decode()
    assert [one.user for one in Presence.objects.all()] == [bob]


def test_who_leaves_the_page_is_gone_at_once_for_the_others(
    interview: Interview, alice: User, bob: User
) -> None:
    first, second = Tab(alice, interview), Tab(bob, interview)
    first.look()
    assert "alice" in second.look().content.decode()
    assert first.look(gone="1").status_code == 204
    assert "alice" not in second.look().content.decode()
    assert [one.user for one in interview.present.now()] == [bob]


@pytest.mark.parametrize("seen_before", [True, False])
def test_a_look_that_arrives_after_the_page_was_left_brings_nobody_back(
    interview: Interview, alice: User, seen_before: bool
) -> None:
    tab = Tab(alice, interview)
    if seen_before:
        tab.look()
    tab.look(gone="1")
    tab.look(turn=keys(interview)[4])
    tab.look()
    assert not interview.present.now().exists()


def test_who_comes_back_or_has_another_page_open_is_there_all_the_same(
    interview: Interview, alice: User
) -> None:
    first, second = Tab(alice, interview), Tab(alice, interview)
    first.look()
    second.look(turn=keys(interview)[4])
    first.look(gone="1")
    first.look()
    assert [one.turn for one in interview.present.now()] == [keys(interview)[4]]
    second.look(gone="1")
    assert not interview.present.now().exists()
    Tab(alice, interview).look()
    assert [one.user for one in interview.present.now()] == [alice]


def test_of_who_has_left_no_row_stays(interview: Interview, alice: User, bob: User) -> None:
    first, second = Tab(alice, interview), Tab(bob, interview)
    first.look(gone="1")
    Presence.objects.update(seen_at=timezone.now() - GONE_AFTER)
    second.look()
    assert [one.user for one in Presence.objects.all()] == [bob]


def test_looking_again_and_again_writes_seldom(interview: Interview, alice: User) -> None:
    tab = Tab(alice, interview)
    tab.look()
    with CaptureQueriesContext(connection) as queries:
        tab.look()
    assert not [query for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_whom_somebody_made_the_interviewer_asks_on_the_pages_of_others_too(
    interview: Interview, alice: User, bob: User
) -> None:
    guest = interview.speakers.filter(role=Speaker.Role.GUEST).first()
    assert guest is not None
    tab = Tab(alice, interview)
    told = {guest.name: (Speaker.Role.INTERVIEWER.value, guest.full_name, guest.description)}
    describe_speakers(interview=interview, known=told, by=bob)
    page = tab.look().content.decode()
    assert page.count('class="turn q') == page.count("<article") == guest.turns.count() > 0


def test_a_change_of_one_brings_the_other_that_turn_and_no_other(
    interview: Interview, alice: User, bob: User
) -> None:
    tab = Tab(alice, interview)
    edit_text(interview=interview, key=keys(interview)[5], text="By bob.", seen_version=1, by=bob)
    page = tab.look().content.decode()
    assert f'id="t-{keys(interview)[5]}"' in page
    assert "By bob." in page
    assert page.count("<article") == 1
    assert "bob: Edited turn 6." in page
    assert f'<li data-turn="{keys(interview)[5]}" data-version="2">bob</li>' in page
    assert tab.look().status_code == 204


def test_what_one_sitting_saves_again_is_brought_again(interview: Interview, alice: User, bob: User) -> None:
    tab, key = Tab(alice, interview), keys(interview)[5]
    made = edit_text(interview=interview, key=key, text="By", seen_version=1, by=bob)
    assert made is not None
    tab.look()
    edit_text(interview=interview, key=key, text="By bob.", seen_version=2, by=bob, entry=made.number)
    assert "By bob." in tab.look().content.decode()


def test_a_flag_that_another_settles_leaves_the_queue(interview: Interview, alice: User, bob: User) -> None:
    tab = Tab(alice, interview)
    dismiss_flag(flag=interview.flags.get(), by=bob)
    page = tab.look().content.decode()
    assert 'id="queue"' in page
    assert f'id="t-{keys(interview)[2]}"' in page
    assert "<mark" not in page


def test_a_turn_that_another_put_elsewhere_is_placed_and_the_rest_is_not_sent(
    interview: Interview, alice: User, bob: User
) -> None:
    tab, (first, *_, last) = Tab(alice, interview), keys(interview)
    place(interview=interview, key=last, behind=first, by=bob)
    page = tab.look().content.decode()
    assert f'data-turn="{last}" data-behind="{first}"' in page
    assert page.count("<article") == 1


def test_ones_own_actions_are_not_brought_again(interview: Interview, alice: User) -> None:
    tab = Tab(alice, interview)
    tab.did("dismiss", interview.flags.get().pk)
    assert tab.look().status_code == 204


def test_what_one_saves_while_writing_is_not_brought_again(interview: Interview, alice: User) -> None:
    tab, key = Tab(alice, interview), keys(interview)[4]
    entry = ""
    for version, words in ((1, "How"), (2, "How long"), (3, "How long?")):
        saved = tab.did("edit-turn", key, text=words, version=str(version), pause="1", entry=entry)
        entry = saved.headers["Newsroom-Entry"]
    assert tab.look().status_code == 204


def test_what_another_did_right_before_my_action_is_brought_all_the_same(
    interview: Interview, alice: User, bob: User
) -> None:
    tab = Tab(alice, interview)
    set_aside(interview=interview, key=keys(interview)[7], by=bob)
    tab.did("dismiss", interview.flags.get().pk)
    assert f'id="t-{keys(interview)[7]}"' in tab.look().content.decode()


def test_a_page_is_not_told_that_it_is_up_to_date_when_another_came_in_between(
    interview: Interview, alice: User, bob: User
) -> None:
    found = stamped(Interview.objects.filter(pk=interview.pk)).get()
    found.found_as = stamp_of(found)  # type: ignore[attr-defined]
    flag = interview.flags.get()
    dismiss_flag(flag=flag, by=alice)
    assert STEP in step(HttpResponse(), found).headers
    edit_text(interview=interview, key=keys(interview)[0], text="By bob.", seen_version=1, by=bob)
    assert STEP not in step(HttpResponse(), found).headers


def test_a_comment_of_another_marks_its_turn(interview: Interview, alice: User, bob: User) -> None:
    tab = Tab(alice, interview)
    add_comment(interview=interview, key=keys(interview)[3], text="Sure?", by=bob)
    page = tab.look().content.decode()
    assert "1 comment</a>" in page
    assert page.count("<article") == 1


def test_a_claim_is_seen_ends_by_itself_and_is_taken_over_without_loss(
    interview: Interview, alice: User, bob: User
) -> None:
    first, second = Tab(alice, interview), Tab(bob, interview)
    first.did("claim", to="take")
    assert "alice is working on this since" in " ".join(second.look().content.decode().split())

    second.did("claim", to="take")
    assert "bob is working on this since" in " ".join(first.look().content.decode().split())
    assert edit_text(interview=interview, key=keys(interview)[0], text="Still.", seen_version=1, by=alice)

    Claim.objects.update(active_at=timezone.now() - FREE_AFTER - timedelta(seconds=1))
    assert "I am working on this" in first.look().content.decode()


def test_whoever_does_something_keeps_the_claim(interview: Interview, alice: User) -> None:
    tab = Tab(alice, interview)
    claim(interview=interview, user=alice)
    Claim.objects.update(active_at=timezone.now() - FREE_AFTER / 2)
    tab.look()
    assert Claim.objects.get().active_at < timezone.now() - FREE_AFTER / 3
    tab.look(active="1")
    assert Claim.objects.get().active_at > timezone.now() - timedelta(minutes=1)


def test_nobody_lets_go_of_what_another_claims(interview: Interview, alice: User, bob: User) -> None:
    claim(interview=interview, user=alice)
    let_go(interview=interview, user=bob)
    assert Claim.objects.get().user == alice
    let_go(interview=interview, user=alice)
    assert not Claim.objects.exists()


@pytest.mark.parametrize("turn", ["\x00", "x" * 500, "<b>", "ä"])
def test_a_place_that_is_none_is_nowhere(interview: Interview, alice: User, bob: User, turn: str) -> None:
    tab = Tab(bob, interview)
    Tab(alice, interview).look(turn=turn)
    page = tab.look().content.decode()
    assert "alice is here" in " ".join(page.split())


@pytest.mark.parametrize("nonsense", ["", "1", "1.2.3", "1.2.3.4.5", "-1.0.0.0", "x" * 5000])
def test_a_page_that_does_not_know_what_it_shows_learns_it(
    interview: Interview, alice: User, nonsense: str
) -> None:
    tab = Tab(alice, interview)
    tab.known = nonsense
    assert tab.look().status_code == 200
    assert tab.look().status_code == 204


def test_news_take_as_many_queries_for_nine_changes_as_for_one(
    interview: Interview, alice: User, bob: User
) -> None:
    tab = Tab(alice, interview)

    def count(changes: int) -> int:
        for key in keys(interview)[3 : 3 + changes]:
            turn = interview.turns.get(key=key)
            edit_text(
                interview=interview, key=key, text=turn.text + " And?", seen_version=turn.version, by=bob
            )
        with CaptureQueriesContext(connection) as queries:
            assert tab.look().status_code == 200
        return len(queries)

    count(1)
    assert count(9) == count(1)


def test_news_take_as_many_queries_in_a_long_interview_as_in_a_short_one(alice: User, bob: User) -> None:
    def count(turns: int) -> int:
        said = [(("Editor", "Ada Field")[number % 2], f"Words of turn {number}.") for number in range(turns)]
        interview = an_interview(a_conversation(*said))
        tab = Tab(alice, interview)
        edit_text(interview=interview, key=keys(interview)[0], text="Others.", seen_version=1, by=bob)
        with CaptureQueriesContext(connection) as queries:
            assert tab.look().status_code == 200
        return len(queries)

    assert count(60) == count(6)
