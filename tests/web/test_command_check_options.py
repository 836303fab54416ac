"""``check_transcripts`` looks for what was asked for, in its arguments or in a pyproject.toml."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from interviews.management.checking import check_files, main
from interviews.management.options import options
from interviews.management.progress import Progress
from tests.commands import DOUBLED, ORPHANED, SOUND, Run, a_corpus, a_file

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    a_file(tmp_path, "clock.txt", ORPHANED)  # an error and a notice
    a_file(tmp_path, "doubled.txt", DOUBLED)  # a notice


def kinds(*arguments: str) -> list[str]:
    return [one["kind"] for one in Run(*arguments, "--format", "jsonl").rows]


def configured(text: str, folder: str = ".") -> None:
    a_file(Path.cwd(), f"{folder}/pyproject.toml", text)


@pytest.mark.parametrize(
    ("file", "fail_on", "status"),
    [
        ("clock.txt", "error", 1),
        ("clock.txt", "warning", 1),
        ("clock.txt", "never", 0),
        ("doubled.txt", "error", 0),
        ("doubled.txt", "warning", 0),
        ("doubled.txt", "notice", 1),
    ],
)
def test_the_exit_status_is_1_from_the_chosen_severity_on(file: str, fail_on: str, status: int) -> None:
    assert Run(file, "--fail-on", fail_on).status == status


def test_what_cannot_be_read_is_status_2_whatever_was_chosen() -> None:
    assert Run("nowhere.txt", "clock.txt", "--fail-on", "never").status == 2


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ((), ["doubled_phrase", "orphan_fragment"]),
        (("--only", "doubled_phrase"), ["doubled_phrase"]),
        (("--only", "doubled_phrase, orphan_fragment"), ["doubled_phrase", "orphan_fragment"]),
        (("--skip", "doubled_phrase"), ["orphan_fragment"]),
        (("--only", "doubled_phrase", "--skip", "doubled_phrase"), []),
    ],
)
def test_kinds_are_chosen_and_skipped(arguments: tuple[str, ...], found: list[str]) -> None:
    assert kinds("clock.txt", *arguments) == found


@pytest.mark.parametrize("option", ["--only", "--skip"])
def test_a_kind_that_there_is_not_is_status_2_with_the_nearest_that_there_is(option: str) -> None:
    run = Run("clock.txt", option, "doubled_phrases,mojibake")
    assert (run.status, run.out) == (2, "")
    assert run.err == "There is no kind “doubled_phrases”. Did you mean “doubled_phrase”?\n"


def test_the_nearest_pyproject_with_the_table_is_taken() -> None:
    configured('[tool.newsroom.check]\nskip = ["doubled_phrase"]\n')
    configured("[tool.other]\n", folder="drafts")
    a_file(Path.cwd(), "drafts/june/clock.txt", ORPHANED)
    assert kinds("drafts/june/clock.txt") == ["orphan_fragment"]
    configured('[tool.newsroom.check]\nonly = ["doubled_phrase"]\n', folder="drafts/june")
    assert kinds("drafts/june/clock.txt") == ["doubled_phrase"]
    assert kinds("drafts/june") == ["doubled_phrase"]


def test_the_file_says_from_when_to_fail_and_how_much_a_kind_weighs() -> None:
    configured('[tool.newsroom.check]\nfail-on = "warning"\nseverity = {doubled_phrase = "warning"}\n')
    run = Run("doubled.txt", "--format", "jsonl")
    assert (run.status, run.rows[0]["severity"]) == (1, "warning")
    configured('[tool.newsroom.check]\nseverity = {doubled_phrase = "off", orphan_fragment = "notice"}\n')
    assert Run("clock.txt").status == 0
    assert kinds("clock.txt") == ["orphan_fragment"]


def test_the_command_line_wins_over_the_file() -> None:
    configured('[tool.newsroom.check]\nonly = ["mojibake"]\nfail-on = "notice"\n')
    assert kinds("doubled.txt", "--only", "doubled_phrase") == ["doubled_phrase"]
    assert Run("doubled.txt", "--only", "doubled_phrase", "--fail-on", "never").status == 0


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('[tool.newsroom.check]\nonly = ["mojibak"]', "There is no kind “mojibak”. Did you mean “mojibake”?"),
        ('[tool.newsroom.check]\nskip = "mojibake"', "“skip” must be a list of kinds."),
        ('[tool.newsroom.check]\nfail-on = "often"', "“fail-on” can be error, warning, notice or never"),
        ('[tool.newsroom.check]\nseverity = "off"', "“severity” must be a table of kinds."),
        ('[tool.newsroom.check]\nseverity = {asr = "off"}', "There is no kind “asr”."),
        (
            "[tool.newsroom.check]\nseverity = {mojibake = 1}",
            "“mojibake” can be off, notice, warning or error",
        ),
        ("[tool.newsroom.check]\nfail_on = 1", "There is no setting “fail_on”."),
        ("[tool.newsroom]\ncheck = 1", "It must be a table."),
        ("[tool.newsroom.check", "It cannot be read: "),
    ],
)
def test_a_file_that_makes_no_sense_is_status_2_and_named(table: str, told: str) -> None:
    configured(table)
    run = Run("clock.txt")
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith(str(Path.cwd() / "pyproject.toml"))
    assert told in run.err


def test_the_newsroom_s_own_settings_hold_unless_the_file_says_otherwise(settings: Settings) -> None:
    settings.DETECTORS = {"doubled_phrase": "off", "orphan_fragment": "notice"}
    run = Run("clock.txt", "--format", "jsonl")
    assert [(one["kind"], one["severity"]) for one in run.rows] == [("orphan_fragment", "notice")]
    configured('[tool.newsroom.check]\nseverity = {orphan_fragment = "warning"}\n')
    assert [one["severity"] for one in Run("clock.txt", "--format", "jsonl").rows] == ["warning"]
    settings.DETECTORS = {"doubled": "off"}
    run = Run("clock.txt")
    assert (run.status, run.err) == (
        2,
        "DETECTORS in the settings: There is no kind “doubled”. Did you mean “doubled_phrase”?\n",
    )


def test_two_workers_tell_the_same_in_the_same_order() -> None:
    for number in range(5):
        a_file(Path.cwd(), f"many/{number}.txt", (SOUND, ORPHANED, DOUBLED)[number % 3])
    talks = {f"talk{number}": (ORPHANED, SOUND)[number % 2] for number in range(20)}
    bad = a_corpus(**talks) + "{\n" + a_corpus(last=ORPHANED) + "[]\n"
    a_file(Path.cwd(), "many/talks.jsonl", bad)
    arguments = ("many", "nowhere.txt", "clock.txt", "--format", "jsonl")
    one, two = Run(*arguments), Run(*arguments, "--jobs", "2")
    assert (two.status, two.out, two.err) == (one.status, one.out, one.err)
    assert {row["id"] for row in two.rows} >= {"1.txt", "talk18", "last", "clock.txt"}
    first, second, nowhere = two.err.splitlines()
    assert first.startswith(f"{Path('many', 'talks.jsonl')}: Line 21: it is not JSON")
    assert second.startswith(f"{Path('many', 'talks.jsonl')}: Line 23: it must be an object")
    assert nowhere.startswith("nowhere.txt: ")


@pytest.mark.parametrize("jobs", ["0", "65", "two"])
def test_workers_are_counted_from_1_to_64(jobs: str) -> None:
    run = Run("clock.txt", "--jobs", jobs)
    assert run.status != 0
    assert "workers are counted from 1 to 64" in run.err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_at_a_terminal_ten_times_a_second_and_wiped() -> None:
    clock = iter([0.0, 0.05, 0.2, 0.2, 0.25])
    screen = Terminal()
    progress = Progress(screen, now=lambda: next(clock))
    progress.show("1 checked")
    progress.show("2 checked")
    progress.show("3 checked")
    progress.clear()
    progress.clear()
    assert screen.getvalue() == "\r\x1b[K2 checked\r\x1b[K"


def test_nothing_is_shown_where_there_is_no_terminal() -> None:
    screen = io.StringIO()
    progress = Progress(screen, now=iter([0.0, 9.0]).__next__)
    progress.show("1 checked")
    progress.clear()
    assert screen.getvalue() == ""


def test_the_command_without_a_newsroom_does_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clock.txt", "--skip", "doubled_phrase"]) == 1
    assert capsys.readouterr().out == Run("clock.txt", "--skip", "doubled_phrase").out
    assert main(["clock.txt", "--skip", "doubled"]) == 2
    assert capsys.readouterr().err == "There is no kind “doubled”. Did you mean “doubled_phrase”?\n"


class Impatient(io.StringIO):
    """Somebody who has seen enough at the first line."""

    def write(self, text: str, /) -> int:  # noqa: ARG002 (the stream's)
        raise KeyboardInterrupt


def test_who_interrupts_it_gets_no_trace() -> None:
    given = {"paths": ["clock.txt"], "format": "text", "jobs": 1, "fail_on": None, "only": None, "skip": None}
    err = io.StringIO()
    assert (check_files(options(given, {}), Impatient(), err), err.getvalue()) == (130, "")


WITHOUT_DJANGO = """
import sys
sys.modules["django"] = None
from interviews.management.checking import main
if __name__ == "__main__":
    sys.exit(main())
"""
LOUD = """
from interviews.detectors.base import Finding
from interviews.detectors.kinds import Kind
class Loud:
    kind, languages = Kind.HOUSE_RULE, frozenset()
    def find(self, analysis):
        for turn in analysis.dialogue:
            if turn.text.isupper():
                yield Finding(self.kind, (turn.passage(),), "Loud", "It is in capitals.", 0.9)
"""
DEADLY = """
import os
from interviews.detectors.kinds import Kind
class Deadly:
    kind, languages = Kind.HOUSE_RULE, frozenset()
    def find(self, analysis):
        os._exit(3)
"""


def a_plug_in(name: str, code: str, points: str) -> None:
    """Installed in the folder "site"."""
    a_file(Path.cwd(), f"site/{name}.py", code)
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n"
    a_file(Path.cwd(), f"site/{name}-1.dist-info/METADATA", about)
    a_file(Path.cwd(), f"site/{name}-1.dist-info/entry_points.txt", f"[newsroom.detectors]\n{points}\n")


def without_django(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, a_file(Path.cwd(), "site/main.py", WITHOUT_DJANGO), *arguments],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}site"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_without_a_newsroom_needs_no_django_and_asks_plug_ins() -> None:
    a_plug_in("loud", LOUD, "loud = loud:Loud\nlost = loud:Lost")
    a_file(Path.cwd(), "loud.txt", SOUND.upper())
    ran = without_django("loud.txt", "--only", "loud", "--fail-on", "notice")
    assert ran.returncode == 1
    assert ran.stdout.count("It is in capitals.") == 4
    assert ran.stderr.startswith("The plug-in “lost” cannot be used: ")
    assert ran.stderr.count("\n") == 1


def test_a_worker_that_dies_is_told_for_each_file_that_it_leaves() -> None:
    a_plug_in("deadly", DEADLY, "deadly = deadly:Deadly")
    ran = without_django("clock.txt", "doubled.txt", "--jobs", "2")
    assert ran.returncode == 2
    assert [line.partition(": ")[0] for line in ran.stderr.splitlines()] == ["clock.txt", "doubled.txt"]
    assert ran.stderr.count("ended before it was done") == 2
    assert ran.stdout.endswith("2 more could not be read.\n")


def test_the_hook_for_git_calls_the_command_that_is_built() -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (entry,) = re.findall(r"^  entry: (.+)$", hook, re.MULTILINE)
    built = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert EntryPoint(entry, built["project"]["scripts"][entry], "console_scripts").load() is main


@pytest.mark.parametrize(
    ("name", "is_checked"),
    [
        ("transcripts/clock.md", True),
        ("archive/interviews/2026/clock.txt", True),
        ("README.md", False),
        ("interviews/transcript/turns.py", False),
    ],
)
def test_the_hook_takes_transcripts_for_transcripts(name: str, is_checked: bool) -> None:
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (files,) = re.findall(r"^  files: (.+)$", hook, re.MULTILINE)
    assert bool(re.search(files, name)) is is_checked
