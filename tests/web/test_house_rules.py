"""A newsroom writes its own rules, sees what they find, and interviews are checked by them."""

from __future__ import annotations

import logging

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from interviews.models import HouseRule
from interviews.services.checking import check_interview
from interviews.services.editing import edit_text
from interviews.services.publishing import publish
from interviews.services.ruling import rules_in_force, switch_rule
from interviews.services.settling import dismiss_flag, settle_flag
from interviews.services.undoing import undo
from tests.cast import an_interview
from tests.house_rules import a_rule, checked, of_rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(client: Client, alice: User) -> User:
    """Signed in."""
    client.force_login(alice)
    return alice


def test_an_enabled_rule_flags_what_it_describes_when_a_draft_is_opened(client: Client, alice: User) -> None:
    interview = an_interview()
    rule = a_rule(severity="warning")
    assert not interview.flags.filter(house_rule=rule).exists()
    page = client.get(reverse("interviews:editor", args=[interview.pk])).content.decode()
    found = interview.flags.filter(house_rule=rule)
    assert [flag.quote for flag in found] == ["bridges", "bridge", "bridge", "bridge", "bridge"]
    assert {flag.severity for flag in found} == {"warning"}
    assert "We write “crossing”" in page


def test_a_rule_that_is_off_finds_nothing() -> None:
    interview = an_interview()
    a_rule(on=False)
    assert of_rule(interview) == []


def test_one_key_puts_the_replacement_and_one_takes_it_back(alice: User) -> None:
    interview = an_interview()
    a_rule()
    flag = of_rule(interview)[0]
    settle_flag(flag=flag, fix=0, by=alice)
    assert interview.transcript().turns[0].text.startswith("You have inspected crossings for thirty")
    undo(interview=interview, by=alice)
    assert [found.state for found in of_rule(interview)] == ["open"] * 5


def test_a_rule_that_is_switched_off_takes_its_open_flags_along_and_no_decision(alice: User) -> None:
    interview = an_interview()
    rule = a_rule()
    fixed, dismissed = of_rule(interview)[:2]
    settle_flag(flag=fixed, fix=0, by=alice)
    dismiss_flag(flag=dismissed, by=alice)
    checked(interview)
    switch_rule(rule=rule, on=False, seen_version=rule.version, by=alice)
    assert [flag.state for flag in of_rule(interview)] == ["fixed", "dismissed", "gone", "gone", "gone"]


def test_flags_that_go_with_their_rule_are_credited_to_nobody_s_edit(alice: User) -> None:
    interview = an_interview()
    rule = a_rule()
    flag = of_rule(interview)[0]
    text = f"{flag.turn.text} Really?"
    edit_text(interview=interview, key=flag.turn.key, text=text, seen_version=flag.turn.version, by=alice)
    switch_rule(rule=rule, on=False, seen_version=rule.version, by=alice)
    assert {flag.state for flag in of_rule(interview)} == {"gone"}


def test_a_dismissal_outlives_switching_off_and_on(alice: User) -> None:
    interview = an_interview()
    rule = a_rule()
    dismiss_flag(flag=of_rule(interview)[0], by=alice)
    for on in (False, True):
        rule = switch_rule(rule=rule, on=on, seen_version=rule.version, by=alice)
        checked(interview)
    assert [flag.state for flag in of_rule(interview)] == ["dismissed", "open", "open", "open", "open"]


def test_two_rules_about_the_same_words_are_settled_one_by_one(alice: User) -> None:
    interview = an_interview()
    first, second = a_rule(), a_rule(name="Bridges again")
    checked(interview)
    dismiss_flag(flag=first.flags.all()[0], by=alice)
    check_interview(interview)
    assert [rule.flags.filter(state="open").count() for rule in (first, second)] == [4, 5]


def test_a_published_page_is_not_reopened_by_a_new_rule(alice: User) -> None:
    interview = an_interview()
    settle_flag(flag=interview.flags.get(), fix=0, by=alice)
    publish(interview=interview, by=alice)
    a_rule()
    interview.refresh_from_db()
    assert not interview.needs_check


def test_a_rule_that_cannot_be_read_any_more_stops_no_check(caplog: pytest.LogCaptureFixture) -> None:
    interview = an_interview()
    good, bad = a_rule(), a_rule(name="Bad")
    HouseRule.objects.filter(pk=bad.pk).update(pattern="(")
    with caplog.at_level(logging.WARNING):
        assert len(of_rule(interview)) == 5
    assert [rule.id for rule in rules_in_force()] == [str(good.pk)]
    assert "The house rule “Bad” is left out. A round bracket is opened" in caplog.text


def test_a_rule_that_is_switched_on_during_a_check_is_not_missed(alice: User, settings: Settings) -> None:
    rule = a_rule(on=False)

    class Switching(dict[str, str]):
        """Weights that a check asks for while it looks; by then somebody has switched the rule on."""

        def __contains__(self, name: object) -> bool:
            if not HouseRule.objects.enabled():
                switch_rule(rule=rule, on=True, seen_version=1, by=alice)
            return super().__contains__(name)

    settings.DETECTORS = Switching()
    interview = an_interview()
    assert not interview.needs_check
    assert interview.flags.filter(house_rule=rule).count() == 5
