"""What readers are told of the way from the source to the page, and why each change was made."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from interviews.models import Interview
from interviews.services import arranging, editing
from interviews.services.publishing import publish
from interviews.services.settling import settle_flag
from interviews.site.builders.changes import grouped
from tests.cast import ANSWERS, ASKS, BRIDGE, a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db

TWICE = (*BRIDGE[:4], BRIDGE[3], *BRIDGE[4:])


def groups(interview: Interview) -> dict[str, str]:
    """The group of each changed turn in the newest publication."""
    return {change["turn"]: change["group"] for change in interview.publications.latest("number").changes}


def changes_of(client: Client, interview: Interview) -> str:
    return client.get(reverse("interviews:changes", args=[interview.slug])).content.decode()


def edit(interview: Interview, number: int, text: str) -> str:
    key = keys(interview)[number - 1]
    by = interview.created_by
    assert by is not None
    editing.edit_text(interview=interview, key=key, text=text, seen_version=1, by=by)
    return key


def test_a_turn_that_stood_twice_is_told_as_such_and_nobody_is_blamed(client: Client) -> None:
    alice = an_editor()
    interview = an_interview(a_conversation(*TWICE), by=alice)
    flag = interview.flags.get(family="duplicate")
    settle_flag(flag=flag, fix=0, by=alice)
    publish(interview=interview, by=alice, override_reason="It is a test.")

    assert set(groups(interview).values()) == {"duplicate"}
    told = changes_of(client, interview)
    assert "Stood twice: 1 change" in told
    assert "Nobody said them twice" in told
    assert "Reason:" not in told


def test_each_change_stands_under_the_reason_that_it_was_made_for() -> None:
    alice = an_editor()
    interview = an_interview(by=alice)
    spelled = edit(
        interview, 8, "Once. A stone arch from 1840 carried three times what its drawings promissed!"
    )
    another = edit(interview, 10, "The mason had not trusted his own drawings either.")
    year = edit(interview, 12, BRIDGE[11][1].replace("waits", "sues"))
    said = keys(interview)[13]
    editing.edit_text(
        interview=interview, key=said, text=BRIDGE[13][1], seen_version=1, by=alice, speaker=ASKS
    )
    moved = keys(interview)[15]
    arranging.place(interview=interview, key=moved, behind=None, by=alice)
    publish(interview=interview, by=alice, override_reason="It is a test.")

    assert groups(interview) == {
        spelled: "spelling",
        another: "meaning",
        year: "meaning",
        said: "speaker",
        moved: "order",
    }


def test_another_year_is_another_meaning_although_one_digit_differs() -> None:
    alice = an_editor()
    interview = an_interview(by=alice)
    key = edit(interview, 8, BRIDGE[7][1].replace("1840", "1841"))
    publish(interview=interview, by=alice, override_reason="It is a test.")
    assert groups(interview) == {key: "meaning"}


@pytest.mark.parametrize(("chosen", "words", "count"), [("all", True, True), ("summary", False, True)])
def test_the_newsroom_chooses_how_much_readers_get(
    client: Client, settings: Settings, chosen: str, words: bool, count: bool
) -> None:
    settings.CHANGES_PUBLIC = chosen
    alice = an_editor()
    interview = an_interview(by=alice)
    edit(interview, 10, "The mason had not trusted his own drawings either.")
    publish(interview=interview, by=alice)
    told = changes_of(client, interview)
    assert ("his own" in told) is words
    assert ("Wording: 1 change" in told) is count


def test_a_newsroom_that_keeps_its_changes_to_itself_has_no_such_page_and_no_link(
    client: Client, settings: Settings
) -> None:
    settings.CHANGES_PUBLIC = "none"
    alice = an_editor()
    interview = an_interview(by=alice)
    edit(interview, 10, "The mason had not trusted his own drawings either.")
    publish(interview=interview, by=alice)
    where = reverse("interviews:changes", args=[interview.slug])
    assert client.get(where).status_code == 404
    page = client.get(reverse("interviews:published", args=[interview.slug])).content.decode()
    assert where not in page
    assert "was edited" not in page


def test_what_was_published_before_there_were_groups_is_grouped_by_its_looks() -> None:
    old = {"sort": "words", "turn": "k", "where": "turn 1", "speaker": ANSWERS, "reason": ""}
    found = grouped(
        [
            {**old, "before": "the drains", "after": "The drains."},
            {**old, "before": "a lake", "after": "a river"},
        ],
        word_by_word=True,
    )
    assert [(reason.group.value, reason.count) for reason in found] == [("meaning", 1), ("spelling", 1)]
