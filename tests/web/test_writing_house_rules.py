"""Editors write, try and switch house rules."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interviews.models import HouseRule, Interview
from interviews.services.errors import StaleRule
from interviews.services.ruling import SHOWN, change_rule, try_rule
from interviews.services.settling import dismiss_flag
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor, an_interview, keys
from tests.house_rules import BRIDGES, a_rule, checked, of_rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice(client: Client, alice: User) -> User:
    """Signed in."""
    client.force_login(alice)
    return alice


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
