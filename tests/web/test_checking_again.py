"""A check that remembers the last one leaves in the database what a check that remembers nothing leaves."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.fixtures import Settings

from interviews.detectors.archive import LEAST
from interviews.detectors.registry import signature
from interviews.models import ArchivePrint, Flag, Interview
from interviews.models.turn import new_key
from interviews.services import remembering
from interviews.services.archiving import elsewhere
from interviews.services.checking import check_interview
from interviews.services.publishing import publish
from interviews.services.recording import held, record
from interviews.services.settling import settle_flag
from interviews.text.winnowing import fingerprints
from interviews.text.words import count_words
from interviews.transcript.building import merge_turns, move_turn, split_turn
from interviews.transcript.edits import Edit, RenameSpeaker, Restore, SetAside, SetText
from interviews.transcript.turns import Transcript
from tests.cast import ANSWERS, ASKS, BRIDGE, a_conversation, an_interview

pytestmark = pytest.mark.django_db

FLOOD = (
    "The water came over the sill at four in the morning, and by five the piano was floating in the parlour"
    " with the cat asleep on its lid."
)
FERRY = (
    "We had to carry the mail over the ice on a sledge that winter, because the ferry lay fast in the harbour"
    " and nobody would pay for a second one."
)
TEXTS = (
    FLOOD,
    FERRY,
    f"{FERRY} {FLOOD}",
    "the the lamp was lit (by hand",
    "Thank you for joining us today, it was a pleasure. Goodbye.",
    *(text for _, text in BRIDGE),
)


@pytest.fixture(autouse=True)
def _nothing_is_remembered() -> None:
    remembering.forget()


def write(interview: Interview, *edits: Edit, by: User) -> None:
    with held(interview) as now:
        record(now.interview, edits, by=by, label="Edit")
    interview.refresh_from_db()


def any_edit(transcript: Transcript, chance: Random) -> Edit:
    turn, other = chance.sample(transcript.turns, 2)
    before = transcript.before(turn.key)
    fitting: list[Edit] = [
        SetText(turn.key, turn.text, chance.choice(TEXTS)),
        SetText(turn.key, turn.text, chance.choice(TEXTS)),
        Restore(turn.key, turn.aside) if turn.aside else SetAside(turn.key, "not needed"),
        move_turn(transcript, turn.key, other.key),
        RenameSpeaker(turn.speaker or "", chance.choice((ASKS, ANSWERS, "Ada Feild")), (turn.key,)),
    ]
    if " " in turn.text:
        fitting.append(split_turn(transcript, turn.key, turn.text.index(" ") + 1, new_key=new_key()))
    if before and not turn.aside and not transcript[before].aside:
        fitting.append(merge_turns(transcript, before, turn.key))
    return chance.choice(fitting)


def left(interview: Interview) -> tuple[list[dict[str, Any]], set[tuple[str, int]]]:
    """The flags that are found now, and the prints."""
    fields = (
        *("kind", "severity", "confidence", "fingerprint", "start", "title", "reason", "evidence"),
        *("passages", "related", "quote", "fixes", "has_parts", "turn__key", "head__fingerprint"),
    )
    flags = interview.flags.filter(state="open").order_by("turn__position", "start", "kind", "title")
    prints = ArchivePrint.objects.filter(turn__interview=interview).values_list("turn__key", "number")
    return list(flags.values(*fields)), set(prints)


@pytest.mark.parametrize("seed", range(6))
def test_after_any_edits_the_flags_and_prints_are_those_of_a_check_from_nothing(
    seed: int, alice: User
) -> None:
    chance = Random(seed)  # noqa: S311 (the same edits every time)
    earlier = an_interview(a_conversation(*BRIDGE[:8], (ANSWERS, FLOOD), (ANSWERS, FERRY)))
    interview = an_interview(a_conversation((ANSWERS, FERRY), *BRIDGE[6:], (ANSWERS, FLOOD)))
    for number in range(12):
        if number % 4 == 3:
            write(earlier, any_edit(earlier.transcript(), chance), by=alice)
            check_interview(earlier)
        write(interview, any_edit(interview.transcript(), chance), by=alice)
        check_interview(interview)
        quickly = left(interview)
        assert quickly[1] == {
            (turn.key, number)
            for turn in interview.transcript().dialogue
            if count_words(turn.text) >= LEAST
            for number in fingerprints(turn.text)
        }
        remembering.forget()
        check_interview(interview)
        assert left(interview) == quickly


def test_what_another_process_has_checked_meanwhile_is_taken_into_account(alice: User) -> None:
    an_interview(a_conversation(*BRIDGE, (ANSWERS, FLOOD)))
    interview = an_interview(a_conversation((ASKS, "And then?"), (ANSWERS, FLOOD)))
    (_, second) = interview.transcript().turns
    with remembering.remembered(interview.pk) as mine:
        then = deepcopy(mine.archived)
    remembering.forget()
    write(interview, SetText(second.key, FLOOD, FERRY), by=alice)
    check_interview(interview)  # the other process

    with remembering.remembered(interview.pk) as mine:
        mine.archived = then
    write(interview, SetText(second.key, FERRY, FLOOD), by=alice)
    check_interview(interview)
    assert left(interview)[1] == {(second.key, number) for number in fingerprints(FLOOD)}
    assert interview.flags.get(kind="archive_duplicate").state == Flag.State.OPEN


def test_a_check_that_broke_off_after_the_prints_leaves_no_false_memory(
    alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    interview = an_interview(a_conversation((ASKS, "And then?"), (ANSWERS, FLOOD)))
    second = interview.transcript().turns[1]
    with remembering.remembered(interview.pk) as mine:
        then = deepcopy(mine.archived)
    write(interview, SetText(second.key, FLOOD, FERRY), by=alice)
    elsewhere(interview=interview, transcript=interview.transcript())  # and then the process ends
    write(interview, SetText(second.key, FERRY, FLOOD), by=alice)
    remembering.forget()
    with remembering.remembered(interview.pk) as mine:
        mine.archived = then
    check_interview(interview)
    assert left(interview)[1] == {(second.key, number) for number in fingerprints(FLOOD)}


def test_only_some_interviews_are_remembered() -> None:
    for _ in range(remembering.MOST + 2):
        an_interview(a_conversation(*BRIDGE[:4]))
    assert len(remembering._remembered) == remembering.MOST


def test_a_check_after_an_edit_writes_what_changed_and_nothing_else(alice: User) -> None:
    interview = an_interview(a_conversation(*BRIDGE, (ANSWERS, FLOOD), (ASKS, "the the end (or not")))
    turn = interview.transcript().turns[1]
    write(interview, SetText(turn.key, turn.text, f"{turn.text} And then the bearings."), by=alice)
    with CaptureQueriesContext(connection) as queries:
        check_interview(interview)
    written = [
        one["sql"].split('"')[1] for one in queries if not one["sql"].startswith(("SELECT", "SAVE", "REL"))
    ]
    assert written == [
        "interviews_interview",
        "interviews_archiveprint",
        "interviews_interview",
    ]


# Other rules ------------------------------------------------------------------------------------


def opened(interview: Interview, client: Client, by: User) -> Interview:
    client.force_login(by)
    page = client.get(reverse("interviews:editor", args=[interview.pk]))
    assert page.context["interview"] == interview
    interview.refresh_from_db()
    return interview


def test_a_draft_is_checked_by_other_weights_when_it_is_opened(
    client: Client, settings: Settings, alice: User
) -> None:
    interview = an_interview()
    assert [(flag.kind, flag.severity) for flag in interview.flags.open()] == [("lower_case_start", "notice")]
    settings.DETECTORS = {"lower_case_start": "error"}
    assert [flag.severity for flag in opened(interview, client, alice).flags.open()] == ["error"]
    settings.DETECTORS = {"lower_case_start": "off"}
    assert [flag.state for flag in opened(interview, client, alice).flags.all()] == [Flag.State.GONE]


def test_a_flag_that_other_weights_took_away_was_fixed_by_no_edit(settings: Settings, alice: User) -> None:
    interview = an_interview()
    turn = interview.transcript().turns[2]
    write(interview, SetText(turn.key, turn.text, f"{turn.text} Say."), by=alice)
    settings.DETECTORS = {"lower_case_start": "off"}
    check_interview(interview)
    assert interview.flags.get().state == Flag.State.GONE


def test_what_readers_have_is_not_checked_by_other_weights(settings: Settings, alice: User) -> None:
    interview = an_interview()
    settle_flag(flag=interview.flags.get(), fix=0, by=alice)
    publish(interview=interview, by=alice)
    interview.refresh_from_db()
    settings.DETECTORS = {"lower_case_start": "error"}
    assert not interview.needs_check


def test_an_interview_checked_before_prints_were_kept_gets_them_when_it_is_opened(
    client: Client, alice: User
) -> None:
    interview = an_interview(a_conversation(*BRIDGE, (ANSWERS, FLOOD)))
    kept = ArchivePrint.objects.filter(turn__interview=interview)
    kept.delete()
    Interview.objects.filter(pk=interview.pk).update(checked_by="", check_key="")
    opened(interview, client, alice)
    assert {number for _, number in left(interview)[1]} >= fingerprints(FLOOD)


def test_a_signature_tells_weights_apart_and_not_their_order() -> None:
    assert signature({"mojibake": "off"}) != signature({"mojibake": "error"})
    assert signature({"a": "off", "b": "off"}) == signature({"b": "off", "a": "off"})
