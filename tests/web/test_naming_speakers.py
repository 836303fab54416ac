"""Speakers are renamed, joined, taken apart and described over a whole interview, each with one undo."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from justhtml import JustHTML

from interviews.models import Interview
from interviews.services import naming
from interviews.services.errors import FixDoesNotFit, MayBeTwoPeople
from interviews.services.undoing import undo
from tests.cast import ANSWERS, ASKS, BRIDGE, a_conversation, an_editor, an_interview, keys
from tests.web.test_queries import count

pytestmark = pytest.mark.django_db


def labels(interview: Interview) -> list[str | None]:
    return [turn.speaker for turn in interview.transcript()]


def aliases(interview: Interview, name: str) -> list[str]:
    found: list[str] = interview.speakers.get(name=name).aliases
    return found


def test_a_label_is_renamed_everywhere_and_the_old_one_is_kept_as_an_alias() -> None:
    interview, alice = an_interview(), an_editor()
    before = interview.transcript()

    made = naming.rename(interview=interview, label=ASKS, name="Nina  Brandt", by=alice)

    assert set(labels(interview)) == {"Nina Brandt", ANSWERS}
    assert made.label == f"Gave 8 turns from “{ASKS}” to “Nina Brandt”"
    assert aliases(interview, "Nina Brandt") == [ASKS]
    assert interview.speakers.get(name="Nina Brandt").role == "interviewer"

    undo(interview=interview, by=alice)
    assert interview.transcript().turns == before.turns
    assert aliases(interview, "Nina Brandt") == []


def test_from_a_turn_on_somebody_else_asks() -> None:
    interview, alice = an_interview(), an_editor()
    naming.rename(interview=interview, label=ASKS, name="Tom", by=alice, start=keys(interview)[4])
    assert labels(interview)[:6] == [ASKS, ANSWERS, ASKS, ANSWERS, "Tom", ANSWERS]


def test_two_labels_are_joined_and_taken_apart_again() -> None:
    turns = [*BRIDGE[:3], ("A. Field", BRIDGE[3][1]), *BRIDGE[4:]]
    interview, alice = an_interview(a_conversation(*turns)), an_editor()

    naming.rename(interview=interview, label="A. Field", name=ANSWERS, by=alice)
    assert set(labels(interview)) == {ASKS, ANSWERS}
    assert aliases(interview, ANSWERS) == ["A. Field"]

    fourth = keys(interview)[3]
    naming.rename(interview=interview, label=ANSWERS, name="A. Field", by=alice, keys=[fourth])
    assert labels(interview)[3] == "A. Field"
    assert aliases(interview, ANSWERS) == []


def test_two_people_of_one_surname_are_never_joined_silently() -> None:
    turns = [*BRIDGE[:3], ("Eve Field", BRIDGE[3][1]), *BRIDGE[4:]]
    interview, alice = an_interview(a_conversation(*turns)), an_editor()

    with pytest.raises(MayBeTwoPeople, match="“Eve Field” and “Ada Field” share a surname"):
        naming.rename(interview=interview, label="Eve Field", name=ANSWERS, by=alice)
    with pytest.raises(MayBeTwoPeople):
        naming.rename(
            interview=interview, label="Eve Field", name=ANSWERS, by=alice, keys=[keys(interview)[3]]
        )
    assert labels(interview)[3] == "Eve Field"

    naming.rename(interview=interview, label="Eve Field", name=ANSWERS, by=alice, sure=True)
    assert labels(interview)[3] == ANSWERS


def test_a_role_is_changed_and_taken_back() -> None:
    interview, alice = an_interview(), an_editor()
    naming.describe_speakers(
        interview=interview, known={ANSWERS: ("other", "Ada M. Field", "engineer")}, by=alice
    )
    assert interview.speakers.get(name=ANSWERS).role == "other"
    undo(interview=interview, by=alice)
    speaker = interview.speakers.get(name=ANSWERS)
    assert (speaker.role, speaker.full_name, speaker.description) == (
        "guest",
        "Ada Field",
        "bridge inspector",
    )


def test_what_would_change_nothing_is_refused_in_a_sentence() -> None:
    interview, alice = an_interview(), an_editor()
    with pytest.raises(FixDoesNotFit, match="the name is the same as before"):
        naming.rename(interview=interview, label=ASKS, name=ASKS, by=alice)


def test_the_page_says_how_many_turns_before_it_acts(client: Client) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    wish: dict[str, str | int] = {"label": ASKS, "name": "Nina", "start": 5}

    page = client.get(reverse("interviews:rename-speaker", args=[interview.pk]), wish).content.decode()
    assert "6 turns of “Editor” go to “Nina”" in page
    assert "Nina" not in labels(interview)

    sent = {**wish, "ticks": 1, "turn": keys(interview)[4:8:2]}
    told = client.post(reverse("interviews:rename-speaker-now", args=[interview.pk]), sent, follow=True)
    assert "Gave 2 turns from “Editor” to “Nina”" in told.content.decode()


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"label": ASKS, "name": "Nina", "start": 99}, "there is no turn 99"),
        ({"label": ASKS, "name": ""}, "the new name is missing"),
        ({"label": "Nobody", "name": "Nina"}, "“Nobody” has no such turn"),
    ],
)
def test_a_wish_that_fits_nothing_is_told_so(client: Client, wish: dict[str, str | int], told: str) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    answer = client.get(reverse("interviews:rename-speaker", args=[interview.pk]), wish)
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_the_panel_takes_as_many_queries_for_many_speakers(client: Client) -> None:
    client.force_login(an_editor())

    def opened(speakers: int) -> int:
        turns = [(f"Voice {number % speakers}", text) for number, (_, text) in enumerate(BRIDGE)]
        return count(client, reverse("interviews:speakers", args=[an_interview(a_conversation(*turns)).pk]))

    assert opened(8) == opened(2)


def by_id(page: str) -> dict[str, Any]:
    """The elements of a page by their ids."""
    found: Any = JustHTML(page, sanitize=False).query("[id]")
    return {node.attrs["id"]: node for node in found}


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({"label": ANSWERS, "name": "Nina", "start": 99}, "rename-start"),
        ({"label": ANSWERS, "name": ANSWERS, "start": 5}, "rename-name"),
    ],
)
def test_a_refused_wish_stands_in_its_form_with_the_sentence_at_its_field(
    client: Client, wish: dict[str, str | int], field: str
) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    path = reverse("interviews:rename-speaker", args=[interview.pk])
    for headers in ({}, {"hx-request": "true"}):
        answer = client.get(path, wish, headers=headers)
        page = by_id(answer.content.decode())
        wrong = page[field]
        assert wrong.attrs["aria-invalid"] == "true"
        assert "Nothing would change" in page[wrong.attrs["aria-describedby"]].to_text()
        assert page["rename-start"].attrs["value"] == str(wish["start"])
    assert answer.headers["HX-Retarget"] == "#rename"
    assert b"full_name" not in answer.content


def test_who_is_who_that_cannot_be_stored_stays_in_the_form(client: Client) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    one, other = interview.speakers.all()
    sent = {f"role-{who.pk}": "other" for who in (one, other)}
    sent |= {f"full_name-{one.pk}": "Nina Brandt", f"description-{other.pk}": "an\u202e engineer"}
    answer = client.post(reverse("interviews:speakers", args=[interview.pk]), sent)
    page = by_id(answer.content.decode())
    assert page[f"full_name-{one.pk}"].attrs["value"] == "Nina Brandt"
    assert page[f"description-{other.pk}"].attrs["aria-invalid"] == "true"
    assert "U+202E" in page[f"unsafe-{other.pk}"].to_text()
    assert not interview.speakers.filter(role="other").exists()
