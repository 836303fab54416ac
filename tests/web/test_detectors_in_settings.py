"""What a newsroom looks for is said in its settings, and what is said wrongly is told."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from django.core.checks import run_checks
from pytest_django.fixtures import Settings

from interviews.detectors import plugins
from interviews.formats.reading import read
from interviews.models import Flag
from interviews.services.checking import check_interview
from interviews.services.importing import import_reading

ROOT = Path(__file__).parents[2]
DOUBLED = b"Q: Who wound the the clock before you did?\n\nA: My aunt wound it, every Monday.\n"


def told() -> list[str]:
    return [f"{message.id}: {message.msg}" for message in run_checks() if "interviews." in (message.id or "")]


def test_a_sound_choice_passes(settings: Settings) -> None:
    settings.DETECTORS = {"mojibake": "off", "doubled_phrase": "warning"}
    assert told() == []


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({"mojibak": "off"}, "interviews.E002: There is no kind “mojibak”. Did you mean “mojibake”?"),
        ({"mojibake": "of"}, "interviews.E003: “mojibake” can be off, notice, warning or error, not “of”."),
        (["mojibake"], "interviews.E001: DETECTORS must name kinds and their weights."),
    ],
)
def test_what_would_change_nothing_is_an_error_of_the_settings(
    settings: Settings, chosen: object, sentence: str
) -> None:
    settings.DETECTORS = chosen
    assert told() == [sentence]


def test_a_broken_plug_in_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = plugins.load([EntryPoint("loud", "no_such_module:Shouting", plugins.GROUP)])
    monkeypatch.setattr("interviews.checks.plug_ins", lambda: broken)
    (sentence,) = told()
    assert sentence.startswith("interviews.W001: The plug-in “loud” cannot be used: No module named")


@pytest.mark.django_db
def test_flags_follow_the_settings(settings: Settings) -> None:
    settings.DETECTORS = {"doubled_phrase": "error"}
    interview = import_reading(reading=read(DOUBLED), data=DOUBLED, name="clock.txt", by=None)
    assert [(flag.kind, flag.severity) for flag in interview.flags.all()] == [("doubled_phrase", "error")]
    settings.DETECTORS = {"doubled_phrase": "off"}
    check_interview(interview)
    assert interview.flags.get().state == Flag.State.GONE


@pytest.mark.parametrize(
    "written", ["doubled_phrase=off,mojibake=notice", '{"doubled_phrase": "off", "mojibake": "notice"}']
)
def test_the_environment_says_it_in_either_way(written: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "from newsroom import settings; print(settings.DETECTORS)"],
        cwd=ROOT,
        env={**os.environ, "NEWSROOM_DETECTORS": written},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "{'doubled_phrase': 'off', 'mojibake': 'notice'}"


def test_a_kind_without_a_weight_is_told_like_any_other_mistake() -> None:
    ran = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={**os.environ, "NEWSROOM_DETECTORS": "mojibake=notice, cold_open"},
        capture_output=True,
        text=True,
    )
    assert "“cold_open” can be off, notice, warning or error, not “”." in ran.stderr
    assert "mojibake" not in ran.stderr
