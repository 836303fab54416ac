"""A check asks whoever knows the language, and tells what is found in the order of the text."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Finding
from interviews.detectors.checking import Checker, check, findings
from interviews.detectors.kinds import Kind
from interviews.detectors.registry import DETECTORS
from tests.builders import a_transcript

SAID = a_transcript(("Ada", "So we left the boat."), ("Ben", "We took the boat to the boat yard."))


@dataclass(frozen=True)
class Sought:
    """Finds a word, in the turns from the last to the first."""

    word: str
    kind: Kind = Kind.GARBLED_WORDS
    languages: frozenset[str] = frozenset()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for turn in reversed(analysis.dialogue):
            at = turn.text.find(self.word)
            if at >= 0:
                passage = turn.passage(at, at + len(self.word))
                yield Finding(self.kind, (passage,), self.word, "It was sought.", 0.9)


@dataclass(frozen=True)
class Failing(Sought):
    def find(self, analysis: Analysis) -> Iterator[Finding]:  # noqa: ARG002 (the protocol's)
        raise LookupError(self.word)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["we", "boat"]), ("en-GB", ["we", "boat"]), ("de", ["boat"]), ("de-AT", ["boat"])],
)
def test_only_whoever_knows_the_language_is_asked(language: str, words: list[str]) -> None:
    transcript = replace(SAID, language=language)
    asked = (Sought("we", languages=frozenset({"en"})), Sought("boat"))
    found = findings(transcript, asked)
    assert [finding.title for finding in found if finding.passages[0].turn == "1"] == words


def test_what_is_found_is_told_in_the_order_of_the_text_and_at_one_place_of_the_detectors() -> None:
    found = findings(SAID, (Sought("boat"), Sought("the boat"), Sought("the")))
    assert [(finding.passages[0].turn, finding.title) for finding in found] == [
        *(("1", "the boat"), ("1", "the"), ("1", "boat")),
        *(("2", "the boat"), ("2", "the"), ("2", "boat")),
    ]


def test_by_default_all_detectors_are_asked() -> None:
    said = a_transcript(("Ada", "We saw the the barn."), ("Ben", "It was a donâ€™t."))
    for checked in (findings(said), Checker().findings(said), Checker(for_once=True).findings(said)):
        assert checked == findings(said, DETECTORS)
        assert {finding.kind for finding in checked} == {Kind.DOUBLED_PHRASE, Kind.MOJIBAKE}
    incidents = check(said)
    assert [incident.head for incident in incidents] == list(findings(said))
    assert incidents == Checker().check(said)


def test_after_a_check_that_failed_the_next_one_begins_from_nothing() -> None:
    checker = Checker()
    checker.findings(SAID, DETECTORS)
    edited = replace(SAID, turns=(SAID["1"], replace(SAID["2"], text="We took the the boat.")))
    with pytest.raises(LookupError):
        checker.findings(edited, (*DETECTORS, Failing("boat")))
    assert checker.findings(SAID, DETECTORS) == ()
    assert [finding.kind for finding in checker.findings(edited, DETECTORS)] == [Kind.DOUBLED_PHRASE]


def test_after_an_edit_only_what_was_edited_is_looked_at_again() -> None:
    looked_at: list[str] = []

    @dataclass(frozen=True)
    class Looking(Sought):
        def find(self, analysis: Analysis) -> Iterator[Finding]:
            yield from (finding for _, finding in analysis.each(look))

    def look(text: str) -> Finding | None:
        looked_at.append(text)
        return None

    checker = Checker()
    checker.findings(SAID, (Looking("boat"),))
    assert looked_at == [turn.text for turn in SAID.turns]
    edited = replace(SAID, turns=(SAID["1"], replace(SAID["2"], text="We took it.")))
    checker.findings(edited, (Looking("boat"),))
    assert looked_at[2:] == ["We took it."]


@dataclass(frozen=True)
class Watching(Sought):
    """Finds nothing, and sees whether cycles are looked for meanwhile."""

    seen: list[bool] = field(default_factory=list)

    def find(self, analysis: Analysis) -> Iterator[Finding]:  # noqa: ARG002 (the protocol's)
        self.seen.append(gc.isenabled())
        return iter(())


def test_no_search_for_cycles_disturbs_a_check_and_it_leaves_things_as_they_were() -> None:
    watching = Watching("boat")
    findings(SAID, [watching])
    assert (watching.seen, gc.isenabled()) == ([False], True)
    with pytest.raises(LookupError):
        findings(SAID, [Failing("boat")])
    assert gc.isenabled()
    gc.disable()
    try:
        findings(SAID, [watching])
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_check_leaves_no_cycles_behind() -> None:
    check(SAID)  # word lists are loaded once
    gc.collect()
    check(SAID)
    assert gc.collect() == 0
