"""Detectors from other packages are asked like the others, and cannot break a check."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import EntryPoint, entry_points

import pytest

from interviews.detectors import plugins
from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Detector, Finding
from interviews.detectors.checking import findings
from interviews.detectors.configuring import Configuration
from interviews.detectors.kinds import Kind
from interviews.detectors.plugins import GROUP, PlugIn, load
from interviews.detectors.registry import DETECTORS, detectors
from interviews.transcript.spans import Passage, Span
from tests.builders import a_transcript

SHOUTED = a_transcript(("Ada", "WHO GOES THERE?"), ("Bo", "It is only me."))


class Shouting:
    """Turns in capitals."""

    kind = Kind.GARBLED_WORDS
    languages: frozenset[str] = frozenset()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for turn in analysis.dialogue:
            if turn.text.isupper():
                yield Finding(self.kind, (turn.passage(),), "Shouted", "It is in capitals.", 0.9)


class Failing(Shouting):
    def find(self, analysis: Analysis) -> Iterator[Finding]:
        yield from super().find(analysis)
        raise LookupError("no list of words")


class Astray(Shouting):
    passage = Passage("1", Span(0, 99))
    confidence = 0.9

    def find(self, analysis: Analysis) -> Iterator[Finding]:  # noqa: ARG002 (the protocol's)
        yield Finding(self.kind, (self.passage,), "Shouted", "It is in capitals.", self.confidence)


class Elsewhere(Astray):
    passage = Passage("no turn", Span(0, 1))


class Beside(Astray):
    def find(self, analysis: Analysis) -> Iterator[Finding]:
        related = (Passage("no turn", Span(0, 1)),)
        for finding in Shouting().find(analysis):
            yield replace(finding, related=related)


class Nowhere(Astray):
    def find(self, analysis: Analysis) -> Iterator[Finding]:
        for finding in Shouting().find(analysis):
            yield replace(finding, passages=())


class Wordless(Shouting):
    def find(self, analysis: Analysis) -> Iterator[Finding]:
        yield from ["WHO GOES THERE?"] * len(analysis.dialogue)  # type: ignore[misc]


class TooSure(Astray):
    passage = Passage("1", Span(0, 3))
    confidence = 1.01


class Kindless(Shouting):
    kind = "shouting"  # type: ignore[assignment]


class Untold(Shouting):
    languages = ("en",)  # type: ignore[assignment]


class Needy(Shouting):
    def __init__(self, words: str) -> None:
        self.words = words


class Idle:
    kind = Kind.GARBLED_WORDS
    languages: frozenset[str] = frozenset()


AN_OBJECT = Shouting()


@pytest.fixture(autouse=True)
def _nothing_was_told_yet() -> None:
    plugins._warn.cache_clear()


def a_point(name: str, attribute: str) -> EntryPoint:
    return EntryPoint(name=name, value=f"{__name__}:{attribute}", group=GROUP)


@pytest.mark.parametrize("attribute", ["Shouting", "AN_OBJECT"])
def test_a_class_or_an_object_is_a_plug_in(attribute: str) -> None:
    plug_ins = load([a_point("shouting", attribute)])
    assert plug_ins.broken == ()
    (finding,) = findings(SHOUTED, plug_ins.loaded)
    assert (finding.passages[0].turn, finding.title, finding.rule) == ("1", "Shouted", "plug-in shouting")


def test_what_is_installed_is_asked_after_the_newsrooms_own() -> None:
    assert detectors() == (*DETECTORS, *load(entry_points(group=GROUP)).loaded)


@pytest.mark.parametrize(
    ("attribute", "told"),
    [
        ("Nothing", "AttributeError"),
        ("Kindless", "its “kind” must be a Kind"),
        ("Untold", "its “languages” must be a frozenset"),
        ("Idle", "it must have a method “find”"),
        ("Needy", "missing 1 required positional argument"),
    ],
)
def test_a_broken_plug_in_is_named_in_a_sentence_and_the_others_are_loaded(attribute: str, told: str) -> None:
    plug_ins = load([a_point("loud", "Shouting"), a_point("bad", attribute)])
    assert [one.name for one in plug_ins.loaded] == ["loud"]
    (sentence,) = plug_ins.broken
    assert sentence.startswith("The plug-in “bad” cannot be used: ")
    assert told in sentence


def test_a_plug_in_cannot_take_the_name_of_a_kind_or_of_another() -> None:
    points = [a_point("mojibake", "Shouting"), a_point("loud", "Shouting"), a_point("loud", "AN_OBJECT")]
    plug_ins = load(points)
    assert len(plug_ins.loaded) == 1
    assert "its name is that of a kind" in plug_ins.broken[1]
    assert "another one has the same name" in plug_ins.broken[0]


@pytest.mark.parametrize(
    ("detector", "told"),
    [
        (Failing(), "failed while it looked: no list of words (LookupError)."),
        (Astray(), "there is no Passage"),
        (Elsewhere(), "there is no Passage"),
        (Beside(), "there is no Passage(turn='no turn'"),
        (Nowhere(), "a finding names no passage"),
        (Wordless(), "what it found is not a Finding with a Kind"),
        (TooSure(), "a confidence runs from 0 to 1, not to 1.01"),
    ],
)
def test_a_plug_in_that_fails_is_told_and_finds_nothing_and_the_check_goes_on(
    detector: Detector, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        found = findings(SHOUTED, (PlugIn("bad", detector), PlugIn("loud", Shouting())))
    assert len(found) == 1
    (record,) = caplog.records
    assert record.getMessage().startswith("The plug-in “bad” ")
    assert told in record.getMessage()


def test_what_fails_every_time_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(3):
        assert findings(SHOUTED, (PlugIn("bad", Failing()),)) == ()
    assert len(caplog.records) == 1


@pytest.mark.parametrize(
    ("weights", "weight"),
    [
        ({}, "warning"),
        ({"loud": "error"}, "error"),
        ({"garbled_words": "notice"}, "notice"),
        ({"loud": "error", "garbled_words": "off"}, "error"),
    ],
)
def test_a_plug_in_is_weighed_by_its_own_name_before_its_kind(weights: dict[str, str], weight: str) -> None:
    chosen = Configuration(weights=weights)
    (finding,) = findings(SHOUTED, (PlugIn("loud", Shouting()),), configuration=chosen)
    assert finding.weight == weight


def test_a_plug_in_is_switched_off_by_its_name() -> None:
    plug_in = PlugIn("loud", Shouting())
    assert findings(SHOUTED, (plug_in,), configuration=Configuration(weights={"loud": "off"})) == ()
    assert findings(SHOUTED, (plug_in,), configuration=Configuration(skip=frozenset({"loud"}))) == ()
    assert len(findings(SHOUTED, (plug_in,), configuration=Configuration(only=frozenset({"loud"})))) == 1
