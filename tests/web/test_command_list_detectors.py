"""``list_detectors``: the reference is made from the code, and docs/detectors.md is what it prints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from interviews.detectors.analysis import Analysis
from interviews.detectors.base import Detector, Finding
from interviews.detectors.kinds import Kind
from interviews.detectors.plugins import PlugIn, plug_ins
from interviews.detectors.registry import DETECTORS
from interviews.management.reference import Threshold, as_markdown, described, in_lines

BIRDSONG = """
from interviews.detectors.kinds import Kind

class Birdsong:
    kind = Kind.HOUSE_RULE
    languages = frozenset({"sv"})

    def find(self, analysis):
        yield from ()
"""
DOCUMENT = Path(__file__).parents[2] / "docs" / "detectors.md"


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("list_detectors", *arguments, stdout=out)
    return out.getvalue()


def find_nothing(analysis: Analysis, most: int) -> Iterator[Finding]:
    return iter(())


@dataclass(frozen=True)
class Whistles:
    """Somebody whistles
    into the microphone.

    Twice is enough.

    First fix: the whistle is
    taken out.
    Let pass: songs.
    """

    kind = Kind.PHANTOM_PHRASE
    languages: frozenset[str] = frozenset({"sv", "de"})
    plain: int = 3
    behind: float = 0.5  # share of the turns
    # Milliseconds that a breath lasts,
    # as measured.
    above: int = 10 * 1_000
    following: int = 7
    own: int = 8  # has a meaning of its own
    several: frozenset[str] = frozenset(
        {"b", "a"}  # its notes
    )

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        most: int = 3  # no threshold
        yield from find_nothing(analysis, most)


class Silent:
    kind = Kind.PHANTOM_PHRASE
    languages = frozenset[str]()

    def find(self, analysis: Analysis) -> Iterator[Finding]:
        return find_nothing(analysis, 0)


def test_the_document_is_what_the_command_prints() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == run("--markdown"), (
        "docs/detectors.md is stale: python manage.py list_detectors --markdown > docs/detectors.md"
    )


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: type(detector).__name__)
def test_every_detector_says_what_enter_does_and_what_it_lets_pass(detector: Detector) -> None:
    told = described(detector)
    assert told.rule
    assert told.first_fix.endswith(".")
    assert told.lets_pass.endswith(".")


def test_the_parts_of_a_docstring_are_told_apart() -> None:
    told = described(Whistles())
    assert told.rule == "Somebody whistles into the microphone.\n\nTwice is enough."
    assert told.first_fix == "the whistle is taken out."
    assert told.lets_pass == "songs."
    assert told.languages == "de, sv"


def test_a_threshold_has_its_value_and_the_comment_behind_or_above_it() -> None:
    assert described(Whistles()).thresholds == (
        Threshold("plain", "3", ""),
        Threshold("behind", "0.5", "share of the turns"),
        Threshold("above", "10,000", "Milliseconds that a breath lasts, as measured."),
        Threshold("following", "7", "as above"),
        Threshold("own", "8", "has a meaning of its own"),
        Threshold("several", "a, b", "its notes"),
    )


def test_a_detector_that_says_nothing_of_itself_is_listed_by_its_name() -> None:
    told = described(Silent())
    assert (told.name, told.rule, told.languages, told.thresholds) == ("Silent", "", "any", ())


def test_a_detector_from_elsewhere_has_the_name_it_was_installed_under() -> None:
    told = described(PlugIn("birdsong", Whistles()))
    assert (told.name, told.lets_pass, told.thresholds[0].name) == ("birdsong", "songs.", "plain")


def test_a_line_names_each_kind_with_its_weight_and_who_looks_for_it() -> None:
    by_kind = {line.split()[0]: line.split()[1:] for line in in_lines((Whistles(), Silent()))}
    assert list(by_kind) == [kind.value for kind in Kind]
    assert by_kind["phantom_phrase"] == ["garbled", "error", "Whistles", "(de,", "sv),", "Silent", "(any)"]
    assert by_kind["doubled_phrase"] == ["duplicate", "notice", *"no detector of a single transcript".split()]


def test_the_command_lists_the_detectors_that_run() -> None:
    assert "BrokenGrammar (en)" in run()


@pytest.fixture
def birdsong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package with a detector, as it is once installed."""
    about = tmp_path / "birdsong-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: birdsong\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[newsroom.detectors]\nbirdsong = birdsong:Birdsong\n")
    (tmp_path / "birdsong.py").write_text(BIRDSONG)
    monkeypatch.syspath_prepend(tmp_path)
    plug_ins.cache_clear()
    yield
    plug_ins.cache_clear()


@pytest.mark.usefixtures("birdsong")
def test_what_is_installed_is_listed_and_stays_out_of_the_document() -> None:
    assert "birdsong (sv)" in run()
    assert "irdsong" not in run("--markdown")


@pytest.mark.usefixtures("birdsong")
def test_programs_get_the_same_as_json() -> None:
    kinds = json.loads(run("--json"))["kinds"]
    by_kind = {one["id"]: one for one in kinds}
    assert list(by_kind) == [kind.value for kind in Kind]
    doubled = by_kind["doubled_phrase"]
    assert (doubled["label"], doubled["family"], doubled["severity"]) == (
        "Doubled words",
        "duplicate",
        "notice",
    )
    assert [one["name"] for one in by_kind["house_rule"]["detectors"]] == ["birdsong"]
    grammar = next(one for kind in kinds for one in kind["detectors"] if one["name"] == "BrokenGrammar")
    assert grammar["languages"] == "en"
    assert {"rule", "first_fix", "lets_pass"} < grammar.keys()
    assert all({"name", "value", "meaning"} == one.keys() for one in grammar["thresholds"])


def test_each_kind_has_a_chapter_and_a_kind_without_detector_says_so() -> None:
    chapters = "\n".join(as_markdown((Whistles(),))).split("\n## ")[1:]
    by_kind = {chapter.split("\n", 1)[0]: chapter for chapter in chapters}
    assert list(by_kind) == [kind.value for kind in Kind]
    assert "*Lets pass:* songs." in by_kind["phantom_phrase"]
    assert "| `behind` | 0.5 | share of the turns |" in by_kind["phantom_phrase"]
    assert "No detector of a single transcript" in by_kind["mojibake"]
    assert "No detector of a single transcript" not in by_kind["phantom_phrase"]
