"""``convert-transcript``: one file into another format, with neither database nor Django."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from interviews.formats.reading import read
from interviews.management.converting import main

ROOT = Path(__file__).resolve().parents[2]
FERRY = ROOT / "tests" / "samples" / "ferry.md"
ORCHARD = ROOT / "tests" / "samples" / "orchard.txt"

Captured = pytest.CaptureFixture[str]


def test_the_ending_says_which_format_it_is_to_be(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "ferry.docx"
    assert main([str(FERRY), str(target)]) == 0
    assert capsys.readouterr().out == (
        f"{FERRY}: read as Markdown (bold labels): 4 turns, 2 speakers; written to {target} as docx.\n"
    )
    assert len(read(target.read_bytes(), name=target.name).transcript.dialogue) == 4


def test_the_longer_ending_wins(tmp_path: Path) -> None:
    target = tmp_path / "ferry.newsroom.json"
    assert main([str(FERRY), str(target)]) == 0
    assert json.loads(target.read_text())["format"] == "newsroom/1"


def test_an_ending_that_says_nothing_is_told_with_what_there_is(tmp_path: Path, capsys: Captured) -> None:
    assert main([str(FERRY), str(tmp_path / "ferry")]) == 2
    assert (
        "does not say which format it is to be. Name it with --to: markdown, plain" in capsys.readouterr().err
    )


def test_both_formats_can_be_named(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    assert main([str(FERRY), str(target), "--from", "plain", "--to", "markdown"]) == 0
    assert target.read_text().startswith("---\nnewsroom: markdown/1\n")


def test_standard_input_becomes_standard_output_and_the_report_goes_elsewhere(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Q: Why?\n\nA: Because.\n")))
    assert main(["-", "-", "--to", "plain", "--json"]) == 0
    out, err = capsys.readouterr()
    assert out == "Q: Why?\n\nA: Because.\n"
    report = json.loads(err)
    assert (report["from"], report["to"], report["turns"]) == ("plain", "plain", 2)


def test_times_are_estimated_only_when_asked(tmp_path: Path, capsys: Captured) -> None:
    target = tmp_path / "orchard.srt"
    assert main([str(ORCHARD), str(target)]) == 2
    assert "Add --estimate-times" in capsys.readouterr().err
    assert not target.exists()
    assert main([str(ORCHARD), str(target), "--estimate-times"]) == 0
    assert "-->" in target.read_text()


@pytest.mark.parametrize(
    ("source", "target", "sentence"),
    [("gone.txt", "x.md", "there is no such file"), (str(FERRY), "no/such/folder/x.md", "cannot be written")],
)
def test_what_cannot_be_had_or_written_is_one_sentence(
    tmp_path: Path, capsys: Captured, source: str, target: str, sentence: str
) -> None:
    assert main([source, str(tmp_path / target), "--json"]) == 2
    out, err = capsys.readouterr()
    assert sentence in err
    assert sentence in json.loads(out)["problem"]
    assert len(err.splitlines()) == 1


def test_it_runs_where_there_is_no_django(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['django'] = None; from interviews.management.converting import main; main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(FERRY), str(tmp_path / "ferry.txt")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (tmp_path / "ferry.txt").exists()
