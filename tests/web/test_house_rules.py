"""A newsroom writes its own rules, sees what they find, and interviews are checked by them."""

from __future__ import annotations

import logging

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.fixtures import Settings

from interviews.models import Flag, HouseRule, Interview
from interviews.services.checking import check_interview
from interviews.services.editing import edit_text
from interviews.services.errors import StaleRule
from interviews.services.publishing import publish
from interviews.services.ruling import SHOWN, change_rule, make_rule, rules_in_force, switch_rule, try_rule
from interviews.services.settling import dismiss_flag, settle_flag
from interviews.services.undoing import undo
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db

BRIDGES = {
    "name": "Bridges",
    "pattern": r"bridge(s?)",
    "whole_words": True,
    "case_sensitive": False,
    "message": "We write “crossing”",
    "replacement": r"crossing\1",
    "severity": "notice",
}


def a_rule(*, on: bool = True, by: User | None = None, **values: object) -> HouseRule:
    """A house rule made as an editor makes one."""
    alice = by or User.objects.get_or_create(username="rita")[0]
    rule = make_rule(values={**BRIDGES, **values}, by=alice)
    return switch_rule(rule=rule, on=True, seen_version=1, by=alice) if on else rule


def checked(interview: Interview) -> Interview:
    """The interview as it is once somebody has opened it."""
    interview.refresh_from_db()
    if interview.needs_check:
        check_interview(interview)
    return interview


def of_rule(interview: Interview) -> list[Flag]:
    return list(checked(interview).flags.filter(kind="house_rule"))


@pytest.fixture
def alice(client: Client) -> User:
    """An editor, signed in."""
    alice = an_editor()
    client.force_login(alice)
    return alice


# What interviews are checked by ----------------------------------------------------------------


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


# Writing and switching -------------------------------------------------------------------------


def test_a_new_rule_is_off_and_shows_what_it_would_find(client: Client, alice: User) -> None:
    interview = an_interview()
    answer = client.post(reverse("interviews:new-rule"), BRIDGES, follow=True)
    rule = HouseRule.objects.get()
    assert (rule.enabled, rule.made_by) == (False, alice)
    page = answer.content.decode()
    assert "5 hits in 1 interview." in page
    assert "<del>bridges</del><ins>crossings</ins> for thirty years" in page
    assert f'href="/desk/{interview.pk}/#t-{keys(interview)[0]}"' in page


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("pattern", "(bridge", "A round bracket is opened and not closed."),
        ("pattern", "(?=bridge)", "Looking ahead or behind is not possible in a pattern."),
        ("pattern", "", "This field is required."),
        ("replacement", r"\2", "names a group, and the pattern has 1 in round brackets."),
        ("name", "Taken", "Another house rule has this name."),
        ("message", "", "This field is required."),
        ("severity", "fatal", "Select a valid choice."),
    ],
)
def test_what_cannot_be_saved_is_told_at_its_field_and_kept(
    client: Client, alice: User, name: str, value: str, sentence: str
) -> None:
    a_rule(on=False, name="Taken")
    answer = client.post(reverse("interviews:new-rule"), {**BRIDGES, name: value})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page.partition(f'id="id_{name}_error"')[2].partition("</ul>")[0]
    kept = "We write “crossing”" if name == "name" else "Bridges"
    assert f'value="{kept}"' in page
    assert HouseRule.objects.count() == 1


def test_beside_a_mistake_stands_what_the_stored_rule_finds(client: Client, alice: User) -> None:
    an_interview()
    rule = a_rule()
    sent = {**BRIDGES, "name": "Viaducts", "pattern": "(viaduct", "seen": rule.version}
    page = client.post(reverse("interviews:rule", args=[rule.pk]), sent).content.decode()
    assert "<h1>Bridges</h1>" in page
    assert "5 hits in 1 interview." in page
    assert 'value="(viaduct"' in page


def test_other_words_to_look_for_switch_a_rule_off_until_they_were_seen(client: Client, alice: User) -> None:
    interview = an_interview()
    rule = a_rule()
    checked(interview)
    sent = {**BRIDGES, "pattern": "culvert", "replacement": "", "seen": rule.version}
    page = client.post(reverse("interviews:rule", args=[rule.pk]), sent, follow=True).content.decode()
    rule.refresh_from_db()
    assert not rule.enabled
    assert "switched off: it finds other places now" in page
    assert "<mark>culvert</mark>" in page
    assert {flag.state for flag in of_rule(interview)} == {"gone"}


def test_another_message_leaves_a_rule_on_and_reaches_its_flags(client: Client, alice: User) -> None:
    interview = an_interview()
    rule = a_rule()
    checked(interview)
    sent = {**BRIDGES, "message": "Say crossing", "severity": "error", "seen": rule.version}
    client.post(reverse("interviews:rule", args=[rule.pk]), sent)
    rule.refresh_from_db()
    assert rule.enabled
    assert {(flag.title, flag.severity) for flag in of_rule(interview)} == {("Say crossing", "error")}


def test_the_second_editor_is_told_and_nothing_that_was_typed_is_lost(client: Client, alice: User) -> None:
    rule = a_rule(on=False)
    bob = an_editor("bob")
    change_rule(rule=rule, values={**BRIDGES, "pattern": "viaduct"}, seen_version=1, by=bob)
    address = reverse("interviews:rule", args=[rule.pk])
    sent = {**BRIDGES, "pattern": "aqueduct", "replacement": ""}
    answer = client.post(address, {**sent, "seen": 1})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody else changed this rule" in page
    assert "viaduct" in page
    assert 'value="aqueduct"' in page
    rule.refresh_from_db()
    assert (rule.pattern, rule.changed_by) == ("viaduct", bob)
    # Saving again, knowing what the other one wrote, is a decision.
    assert 'name="seen" value="2"' in page
    assert client.post(address, {**sent, "seen": 2}).status_code == 302


def test_a_mistake_in_a_form_does_not_hide_that_somebody_else_saved(client: Client, alice: User) -> None:
    rule = a_rule(on=False)
    change_rule(rule=rule, values={**BRIDGES, "pattern": "viaduct"}, seen_version=1, by=an_editor("bob"))
    answer = client.post(reverse("interviews:rule", args=[rule.pk]), {**BRIDGES, "pattern": "(", "seen": 1})
    assert answer.status_code == 422
    assert 'name="seen" value="1"' in answer.content.decode()


@pytest.mark.parametrize("seen", ["1", "", "x", "٢", "9" * 40])
def test_a_rule_is_switched_on_only_as_it_was_seen(client: Client, alice: User, seen: str) -> None:
    rule = a_rule(on=False)
    change_rule(rule=rule, values={**BRIDGES, "pattern": "viaduct"}, seen_version=1, by=alice)
    change_rule(rule=rule, values={**BRIDGES, "pattern": "tunnel"}, seen_version=2, by=alice)
    answer = client.post(reverse("interviews:switch-rule", args=[rule.pk]), {"on": "yes", "seen": seen})
    assert answer.status_code == 409
    assert not HouseRule.objects.get().enabled


def test_the_switch_works_both_ways(client: Client, alice: User) -> None:
    rule = a_rule(on=False)
    address = reverse("interviews:switch-rule", args=[rule.pk])
    assert "is on." in client.post(address, {"on": "yes", "seen": 1}, follow=True).content.decode()
    assert HouseRule.objects.get().enabled
    assert "is off." in client.post(address, {"on": "no", "seen": 2}, follow=True).content.decode()
    assert not HouseRule.objects.get().enabled


def test_a_stale_change_raises_and_writes_nothing() -> None:
    rule = a_rule()
    with pytest.raises(StaleRule):
        change_rule(rule=rule, values={**BRIDGES, "name": "x"}, seen_version=1, by=an_editor())
    assert HouseRule.objects.get().name == "Bridges"


def test_whoever_edits_without_the_right_to_rule_finds_no_rules(client: Client, alice: User) -> None:
    rule = a_rule()
    alice.user_permissions.remove(*alice.user_permissions.filter(codename="change_houserule"))
    assert client.get(reverse("interviews:rule", args=[rule.pk])).status_code == 404
    assert "House rules" not in client.get(reverse("interviews:desk")).content.decode()
    assert client.post(reverse("interviews:switch-rule", args=[rule.pk]), {"seen": 2}).status_code == 404
    assert HouseRule.objects.get().enabled


def test_a_rule_that_never_was_is_not_found(client: Client, alice: User) -> None:
    assert client.get(reverse("interviews:rule", args=[999])).status_code == 404


def test_the_list_says_what_became_of_what_each_rule_found(client: Client, alice: User) -> None:
    interview = an_interview()
    a_rule()
    dismiss_flag(flag=of_rule(interview)[0], by=alice)
    page = client.get(reverse("interviews:rules")).content.decode()
    assert ">5 found<" in page
    assert ">1 no problem<" in page


def test_the_list_takes_as_many_queries_for_many_as_for_few(client: Client, alice: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("interviews:rules"))
        return len(captured)

    a_rule()
    few = queries()
    for number in range(5):
        a_rule(name=f"Rule {number}", by=User.objects.create_user(f"editor{number}"))
    assert queries() == few


# A trial over the archive ----------------------------------------------------------------------


def test_a_trial_looks_at_what_stands_the_newest_interview_first() -> None:
    old, new = an_interview(title="Old"), an_interview(title="New")
    old.turns.filter(key=keys(old)[0]).update(aside="not needed")
    trial = try_rule(rule=a_rule(on=False).pure(), among=Interview.objects.all())
    assert (trial.hits, trial.interviews, trial.searched, trial.archive) == (9, 2, 2, 2)
    assert [one.title for one in trial.shown] == ["New"] * 5 + ["Old"] * 4
    assert trial.is_whole
    assert trial.shown[0].turn == keys(new)[0]


def test_a_hit_is_shown_with_the_words_around_it() -> None:
    an_interview(a_conversation((ASKS, "Why?"), (ANSWERS, f"{'long ' * 30}the bridge {'fell ' * 30}far")))
    (one,) = try_rule(rule=a_rule(on=False).pure(), among=Interview.objects.all()).shown
    assert one.before == f"… {'long ' * 11}the "
    assert (one.hit.words, one.instead) == ("bridge", "crossing")
    assert one.after == f"{' fell' * 11} …"


def test_a_short_turn_is_shown_as_it_stands() -> None:
    an_interview(a_conversation((ASKS, "Why?"), (ANSWERS, "The bridge fell.")))
    (one,) = try_rule(rule=a_rule(on=False).pure(), among=Interview.objects.all()).shown
    assert (one.before, one.after) == ("The ", " fell.")


def test_a_trial_counts_all_hits_and_shows_the_first() -> None:
    an_interview(a_conversation((ASKS, "Why?"), *((ANSWERS, "A bridge. A bridge.") for _ in range(SHOWN))))
    trial = try_rule(rule=a_rule(on=False).pure(), among=Interview.objects.all())
    assert (trial.hits, len(trial.shown)) == (2 * SHOWN, SHOWN)


def test_a_trial_ends_when_its_time_is_up_and_knows_what_it_left_out() -> None:
    an_interview()
    trial = try_rule(rule=a_rule(on=False).pure(), among=Interview.objects.all(), seconds=-1)
    assert (trial.hits, trial.searched, trial.archive, trial.is_whole) == (0, 0, 1, False)


def test_an_archive_too_large_for_the_time_is_told_of(
    client: Client, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_interview()
    monkeypatch.setattr(try_rule, "__kwdefaults__", {"seconds": -1})
    page = client.get(a_rule(on=False).get_absolute_url()).content.decode()
    assert "No hits among the newest 0 of 1; the search ends after 3 seconds." in page


def test_a_trial_looks_only_where_its_reader_may() -> None:
    an_interview()
    assert try_rule(rule=a_rule(on=False).pure(), among=Interview.objects.none()).hits == 0
