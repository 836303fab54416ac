"""Words are found over the interview, and replaced where they are ticked, with one undo."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from interviews.models import Interview
from interviews.services import editing
from interviews.services.errors import FixDoesNotFit
from interviews.services.replacing import replace_all
from interviews.services.undoing import undo
from interviews.text.finding import Query, find
from tests.cast import ANSWERS, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db


def said(interview: Interview) -> str:
    return "\n".join(turn.text for turn in interview.transcript().standing)


def places(interview: Interview, query: Query) -> list[str]:
    return [one.id for one in find(interview.transcript().standing, query)]


def test_every_place_is_replaced_by_one_record_and_one_undo_takes_it_back() -> None:
    interview, alice = an_interview(), an_editor()
    before = said(interview)
    assert before.count("bridge") > 2

    made = replace_all(interview=interview, query=Query("bridge", "viaduct", case_sensitive=True), by=alice)

    assert said(interview) == before.replace("bridge", "viaduct")
    assert made.label == f"Replaced “bridge” with “viaduct” in {before.count('bridge')} places"
    undo(interview=interview, by=alice)
    assert said(interview) == before


def test_only_the_ticked_place_is_replaced() -> None:
    interview, alice = an_interview(), an_editor()
    query = Query("bridge", "viaduct")
    second = places(interview, query)[1]
    replace_all(interview=interview, query=query, by=alice, only=[second])
    assert said(interview).count("viaduct") == 1


def test_a_place_that_somebody_changed_meanwhile_is_not_overwritten() -> None:
    interview, alice, bob = an_interview(), an_editor(), an_editor("bob")
    query = Query("drains", "gutters")
    ticked = places(interview, query)
    editing.edit_text(
        interview=interview, key=keys(interview)[1], text="Oh, the drains.", seen_version=1, by=bob
    )
    with pytest.raises(FixDoesNotFit, match="Somebody changed these words meanwhile"):
        replace_all(interview=interview, query=query, by=alice, only=ticked)
    assert "Oh, the drains." in said(interview)


def test_a_turn_is_never_left_without_a_word() -> None:
    interview, alice = an_interview(), an_editor()
    query = Query(interview.transcript().turns[8].text, "")
    with pytest.raises(FixDoesNotFit, match="Nothing would be left of turn 9"):
        replace_all(interview=interview, query=query, by=alice)


def test_what_is_set_aside_is_left_alone() -> None:
    interview, alice = an_interview(), an_editor()
    editing.set_aside(interview=interview, key=keys(interview)[1], by=alice)
    assert places(interview, Query("drains")) == []


def test_the_preview_marks_each_place_and_the_ticks_decide(client: Client) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    path = reverse("interviews:replace", args=[interview.pk])
    sent = {"find": "bridge", "replacement": "viaduct", "speaker": ANSWERS}

    page = client.get(path, sent).content.decode()
    found = places(interview, Query("bridge", "viaduct", speaker=ANSWERS))
    assert page.count('name="place"') == len(found)
    assert "<del>bridge</del><ins>viaduct</ins>" in page

    told = client.post(path, {**sent, "place": found[:1]}, follow=True).content.decode()
    assert "Replaced “bridge” with “viaduct” in 1 place" in told
    assert said(interview).count("viaduct") == 1


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"find": "(", "pattern": 1}, "A round bracket is opened and not closed."),
        ({"find": "a", "replacement": r"\3", "pattern": 1}, "names a group"),
    ],
)
def test_a_pattern_that_cannot_be_used_is_told_in_a_sentence(
    client: Client, sent: dict[str, str | int], told: str
) -> None:
    interview = an_interview()
    client.force_login(an_editor())
    path = reverse("interviews:replace", args=[interview.pk])
    for answer in (client.get(path, sent), client.post(path, sent)):
        assert answer.status_code == 422
        assert told in answer.content.decode()
