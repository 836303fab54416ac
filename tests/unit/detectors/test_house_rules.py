"""What a newsroom's own rule finds, and what it offers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interviews.detectors.base import fingerprint
from interviews.detectors.house_rules import (
    LONGEST_WITH_ALL,
    LONGEST_WITH_FIX,
    MOST_FLAGS,
    HouseRule,
    HouseRuleDetector,
)
from interviews.detectors.kinds import Severity
from interviews.text.patterns import BadPattern, BadReplacement
from tests.builders import a_transcript, found, settled, texts, words_of

EMAIL = HouseRule("1", "Email", r"e-mail(s?)", "We write “email”", Severity.WARNING, r"email\1")


def test_a_hit_says_what_its_rule_says_and_weighs_what_its_rule_weighs() -> None:
    said = a_transcript(("Ada", "Two e-mails came."))
    (finding,) = found(HouseRuleDetector(EMAIL), said)
    assert words_of(said, [finding]) == ["e-mails"]
    assert finding.title == "We write “email”"
    assert finding.weight is Severity.WARNING
    assert finding.reason == "The house rule “Email” asks to look at “e-mails”."


def test_the_fix_puts_the_replacement_with_its_groups() -> None:
    said = a_transcript(("Ada", "Two e-mails came, one e-mail went."))
    first, second = found(HouseRuleDetector(EMAIL), said)
    assert first.fixes[0].label == "Replace with “emails”"
    assert texts(settled(said, first)) == ["Two emails came, one e-mail went."]
    assert texts(settled(said, second)) == ["Two e-mails came, one email went."]


@pytest.mark.parametrize(("capitals_matter", "fixed"), [(False, ["Emails came."]), (True, ["emails came."])])
def test_a_replacement_begins_as_the_words_did_unless_capitals_matter(
    capitals_matter: bool, fixed: list[str]
) -> None:
    rule = replace(EMAIL, pattern="[Ee]-mail(s?)", case_sensitive=capitals_matter)
    said = a_transcript(("Ada", "E-mails came."))
    (finding,) = found(HouseRuleDetector(rule), said)
    assert texts(settled(said, finding)) == fixed


def test_what_stands_as_the_replacement_wants_it_is_no_hit() -> None:
    rule = replace(EMAIL, pattern="e-?mail", replacement="email")
    said = a_transcript(("Ada", "Email: an email and an e-mail."))
    assert words_of(said, found(HouseRuleDetector(rule), said)) == ["e-mail"]


def test_without_a_replacement_the_editor_is_only_told() -> None:
    said = a_transcript(("Ada", "It was, frankly, a bargain."))
    rule = HouseRule("1", "Filler", "frankly", "A filler")
    (finding,) = found(HouseRuleDetector(rule), said)
    assert finding.fixes == ()


def test_where_a_group_holds_nothing_nothing_is_put_in_the_place_of_words() -> None:
    said = a_transcript(("Ada", "An e-mail."))
    (finding,) = found(HouseRuleDetector(replace(EMAIL, replacement=r"\1")), said)
    assert finding.fixes == ()


def test_background_is_looked_at_and_what_was_set_aside_is_not() -> None:
    said = a_transcript(("Ada", "An e-mail."), ("Ada", "An e-mail."), background=("An e-mail.",))
    aside = replace(said.turns[1], aside="said twice")
    said = replace(said, turns=(said.turns[0], aside, said.turns[2]))
    places = [finding.passages[0].turn for finding in found(HouseRuleDetector(EMAIL), said)]
    assert places == ["b1", "2"]


def test_two_rules_about_the_same_words_are_two_decisions() -> None:
    said = a_transcript(("Ada", "An e-mail."))
    other = replace(EMAIL, id="2")
    prints = {
        fingerprint(said, finding)
        for rule in (EMAIL, other)
        for finding in found(HouseRuleDetector(rule), said)
    }
    assert len(prints) == 2


def test_a_turn_of_a_book_s_length_is_flagged_without_a_fix() -> None:
    said = a_transcript(("Ada", "word " * (LONGEST_WITH_FIX // 5) + "e-mail"))
    (finding,) = found(HouseRuleDetector(EMAIL), said)
    assert finding.fixes == ()


@pytest.mark.parametrize(("places", "findings"), [(MOST_FLAGS, MOST_FLAGS), (MOST_FLAGS + 1, 1)])
def test_what_stands_everywhere_is_one_finding(places: int, findings: int) -> None:
    said = a_transcript(*[("Ada", "An e-mail.")] * places)
    assert len(found(HouseRuleDetector(EMAIL), said)) == findings


def test_what_stands_everywhere_is_replaced_with_one_key() -> None:
    said = a_transcript(*[("Ada", "Two e-mails and an e-mail.")] * MOST_FLAGS, ("Bob", "None."))
    (finding,) = found(HouseRuleDetector(EMAIL), said)
    assert finding.fixes[0].label == "Replace all 200"
    assert "200 places in 100 turns" in finding.reason
    assert texts(settled(said, finding)) == ["Two emails and an email."] * MOST_FLAGS + ["None."]


def test_what_stands_all_over_a_library_is_flagged_without_a_fix() -> None:
    long = "word " * (LONGEST_WITH_ALL // 5 // MOST_FLAGS) + "e-mail"
    (finding,) = found(HouseRuleDetector(EMAIL), a_transcript(*[("Ada", long)] * (MOST_FLAGS + 1)))
    assert finding.fixes == ()


def test_a_rule_that_cannot_work_cannot_be_made() -> None:
    with pytest.raises(BadPattern):
        replace(EMAIL, pattern="(")
    with pytest.raises(BadReplacement):
        replace(EMAIL, replacement=r"\2")
