"""What editors made of what was found, counted by kind and by house rule."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from interviews.models import Flag, HouseRule, Interview
from interviews.services.settling import dismiss_flag, settle_flag
from interviews.services.statistics import Line, Tally, statistics
from tests.cast import an_editor, an_interview

pytestmark = pytest.mark.django_db

FIXED, DISMISSED, GONE = Flag.State.FIXED, Flag.State.DISMISSED, Flag.State.GONE
PAGE = "admin:interviews_detectionstatistics_changelist"


def flags(
    interview: Interview,
    number: int,
    state: Flag.State = Flag.State.OPEN,
    *,
    kind: str = "garbled_words",
    rule: HouseRule | None = None,
    decided: bool = True,
) -> None:
    """So many flags of one kind, all in one state."""
    when = timezone.now() if decided and state in {Flag.State.FIXED, Flag.State.DISMISSED} else None
    turn = interview.turns.in_place()[0]
    Flag.objects.bulk_create(
        Flag(
            interview=interview,
            turn=turn,
            kind=kind,
            confidence=0.9,
            house_rule=rule,
            state=state,
            settled_at=when,
        )
        for _ in range(number)
    )


def line(name: str) -> Line:
    counted = statistics()
    return next(line for line in (*counted.kinds, *counted.rules) if line.name == name)


def test_what_an_editor_decides_is_counted_by_kind() -> None:
    interview, alice = an_interview(), an_editor()
    flag = interview.flags.get(kind="lower_case_start")
    assert line("Lower-case start").tally == Tally(open=1)
    settle_flag(flag=flag, fix=0, by=alice)
    assert line("Lower-case start").tally == Tally(fixed=1)
    assert line("Lower-case start").tally.acceptance == 1


def test_a_dismissal_counts_against_its_kind() -> None:
    interview, alice = an_interview(), an_editor()
    flags(interview, 2, FIXED, kind="lower_case_start")
    dismiss_flag(flag=interview.flags.get(state="open"), by=alice)
    assert line("Lower-case start").tally == Tally(fixed=2, dismissed=1)
    assert line("Lower-case start").tally.percent == 66


def test_what_nobody_decided_is_found_and_no_decision() -> None:
    interview = an_interview()
    flags(interview, 1, GONE)
    flags(interview, 1, FIXED, decided=False)  # set aside already when the file was read
    tally = line("Garbled words").tally
    assert tally == Tally(gone=2)
    assert (tally.found, tally.decisions, tally.acceptance, tally.percent) == (2, 0, None, None)


def test_house_rules_are_counted_each_on_its_own_and_in_their_kind() -> None:
    interview = an_interview()
    first, second = (
        HouseRule.objects.create(name=name, pattern="x", message="x", enabled=True) for name in ("One", "Two")
    )
    flags(interview, 3, FIXED, kind="house_rule", rule=first)
    flags(interview, 2, kind="house_rule", rule=second)
    assert line("One").tally == Tally(fixed=3)
    assert line("Two").tally == Tally(open=2)
    assert line("House rule").tally == Tally(fixed=3, open=2)
    assert statistics().total == Tally(fixed=3, open=3)


def test_flags_of_a_kind_that_is_no_longer_looked_for_stay_in_the_count() -> None:
    flags(an_interview(), 1, kind="retired_kind")
    assert line("retired_kind").tally == Tally(open=1)


@pytest.mark.parametrize(
    ("fixed", "dismissed", "suggested"), [(19, 21, True), (20, 20, False), (19, 20, False), (0, 40, True)]
)
def test_a_kind_is_suggested_for_demotion_below_a_half_over_forty_decisions(
    fixed: int, dismissed: int, suggested: bool
) -> None:
    interview = an_interview()
    flags(interview, fixed, FIXED)
    flags(interview, dismissed, DISMISSED)
    told = f"“Garbled words” was no problem in {dismissed} of {fixed + dismissed} decisions; "
    wanted = [f"{told}we suggest lowering it to notice."] if suggested else []
    assert statistics().suggestions == wanted


def test_a_notice_that_nobody_wants_is_suggested_to_be_switched_off() -> None:
    flags(an_interview(), 40, DISMISSED, kind="doubled_phrase")
    assert statistics().suggestions[0].endswith("we suggest switching it off.")


@pytest.mark.parametrize(("weight", "step"), [("notice", "switching it off"), ("error", "lowering it")])
def test_the_weight_that_counts_is_the_one_of_this_newsroom(
    settings: Settings, weight: str, step: str
) -> None:
    settings.DETECTORS = {"garbled_words": weight}
    flags(an_interview(), 40, DISMISSED)
    assert step in statistics().suggestions[0]


def test_what_is_off_already_is_not_suggested_again(settings: Settings) -> None:
    settings.DETECTORS = {"garbled_words": "off"}
    interview = an_interview()
    off = HouseRule.objects.create(name="Off", pattern="x", message="x", enabled=False)
    flags(interview, 40, DISMISSED)
    flags(interview, 40, DISMISSED, kind="house_rule", rule=off)
    assert statistics().suggestions == [
        "“House rule” was no problem in 40 of 40 decisions; we suggest switching it off."
    ]


def test_the_admin_shows_them_on_a_page_that_its_index_links_to(client: Client) -> None:
    flags(an_interview(), 40, DISMISSED)
    HouseRule.objects.create(name="Email", pattern="e-mail", message="email")
    client.force_login(User.objects.create_superuser("chief"))
    assert f'href="{reverse(PAGE)}"' in client.get(reverse("admin:index")).content.decode()
    page = client.get(reverse(PAGE)).content.decode()
    assert "no problem in 40 of 40 decisions" in page
    assert "<style" not in page
    row = page.partition("Garbled words</th>")[2].partition("</tr>")[0]
    assert [cell.partition("</td>")[0] for cell in row.split("<td>")[1:]] == [
        "warning", "40", "0", "40", "0", "0", "0 %",
    ]  # fmt: skip
    assert ">Email</a>" in page


def test_the_page_takes_as_many_queries_for_many_as_for_few(client: Client) -> None:
    client.force_login(User.objects.create_superuser("chief"))
    interview = an_interview()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse(PAGE))
        return len(captured)

    few = queries()
    for number in range(5):
        rule = HouseRule.objects.create(name=f"Rule {number}", pattern="x", message="x")
        flags(interview, 3, kind="house_rule", rule=rule)
        flags(interview, 3, DISMISSED, kind=f"kind_{number}")
    assert queries() == few


def test_whoever_may_not_see_flags_may_not_see_them_counted(client: Client) -> None:
    carol = User.objects.create_user("carol", is_staff=True)
    client.force_login(carol)
    assert client.get(reverse(PAGE)).status_code == 403
    carol.user_permissions.add(Permission.objects.get(codename="view_flag"))
    assert client.get(reverse(PAGE)).status_code == 200


def test_a_program_gets_them_as_json() -> None:
    interview = an_interview()
    rule = HouseRule.objects.create(name="Müller", pattern="x", message="x")
    flags(interview, 3, FIXED)
    flags(interview, 1, DISMISSED)
    flags(interview, 1, kind="house_rule", rule=rule)
    told = StringIO()
    call_command("detector_statistics", json=True, stdout=told)
    counted = json.loads(told.getvalue())
    assert next(one for one in counted["kinds"] if one["id"] == "garbled_words") == {
        "id": "garbled_words",
        "name": "Garbled words",
        "severity": "warning",
        "found": 4,
        "fixed": 3,
        "dismissed": 1,
        "gone": 0,
        "open": 0,
        "acceptance": 0.75,
        "suggestion": "",
    }
    assert [(one["id"], one["name"], one["severity"]) for one in counted["house_rules"]] == [
        (str(rule.pk), "Müller", None)
    ]


def test_a_person_gets_them_in_lines() -> None:
    flags(an_interview(), 40, DISMISSED)
    told = StringIO()
    call_command("detector_statistics", stdout=told)
    lines = told.getvalue().splitlines()
    assert "Garbled words: 40 found, 0 fixed, 40 dismissed, 0 gone, 0 open, 0 % accepted" in lines
    assert "Lower-case start: 1 found, 0 fixed, 0 dismissed, 0 gone, 1 open" in lines
    assert lines[-1].endswith("we suggest lowering it to notice.")
