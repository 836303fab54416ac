"""``export_transcripts``: interviews become files, whole or not at all."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from interviews.formats.reading import read
from interviews.management.files import write_whole
from interviews.services.editing import set_aside
from tests.cast import a_conversation, an_editor, an_interview, keys

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> tuple[Any, str, str]:
    out, err, status = io.StringIO(), io.StringIO(), 0
    try:
        call_command("export_transcripts", *arguments, stdout=out, stderr=err)
    except SystemExit as end:
        return end.code, out.getvalue(), err.getvalue()
    except CommandError as problem:
        return problem.returncode, out.getvalue(), str(problem)
    return status, out.getvalue(), err.getvalue()


def test_a_draft_becomes_a_file_in_the_folder_named_after_its_address(tmp_path: Path) -> None:
    interview = an_interview(title="On bridges")
    status, out, err = run("on-bridges", "--output", str(tmp_path))
    file = tmp_path / "on-bridges.md"
    assert (status, err) == (0, "")
    assert out == f"on-bridges: {file}, {file.stat().st_size:,} bytes.\n"
    back = read(file.read_bytes()).transcript
    assert [turn.text for turn in back.dialogue] == [turn.text for turn in interview.transcript().dialogue]
    assert [one.name for one in tmp_path.iterdir()] == ["on-bridges.md"]


def test_what_was_set_aside_goes_only_into_the_format_that_loses_nothing(tmp_path: Path) -> None:
    interview = an_interview()
    set_aside(interview=interview, key=keys(interview)[0], by=an_editor())
    reason = interview.transcript().turns[0].aside
    run("on-bridges", "--output", str(tmp_path), "--format", "newsroom")
    run("on-bridges", "--output", str(tmp_path), "--format", "plain")
    assert f'"aside": "{reason}"' in (tmp_path / "on-bridges.newsroom.json").read_text()
    assert "thirty years" not in (tmp_path / "on-bridges.txt").read_text()


def test_several_go_into_a_folder_that_is_made_and_one_that_fails_harms_no_other(tmp_path: Path) -> None:
    an_interview(title="On bridges")
    an_interview(a_conversation(("Ann", "Why?")), title="On locks")
    status, out, err = run("on-bridges", "gone", "on-locks", "--output", str(tmp_path / "new"))
    assert status == 2
    assert err == "gone: There is no interview with this slug.\n"
    assert sorted(one.name for one in (tmp_path / "new").iterdir()) == ["on-bridges.md", "on-locks.md"]
    assert len(out.splitlines()) == 2


def test_times_are_estimated_only_when_asked(tmp_path: Path) -> None:
    an_interview(title="On bridges")
    status, _, err = run("on-bridges", "--format", "webvtt", "--output", str(tmp_path))
    assert status == 2
    assert "None of the turns has a time" in err
    assert "--estimate-times" in err
    assert list(tmp_path.iterdir()) == []
    status, _, _ = run("on-bridges", "--format", "webvtt", "--output", str(tmp_path), "--estimate-times")
    assert status == 0
    assert (tmp_path / "on-bridges.vtt").read_text().startswith("WEBVTT")


def test_standard_output_gets_the_bytes_and_nothing_else(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    an_interview(title="On bridges")
    call_command("export_transcripts", "on-bridges", "--output", "-", "--format", "plain", stdout=sys.stderr)
    assert capsysbinary.readouterr().out.startswith(b"On bridges\n")


def test_several_do_not_fit_into_one_file(tmp_path: Path) -> None:
    file = tmp_path / "all.md"
    file.write_text("kept")
    for target in (str(file), "-"):
        status, _, err = run("on-bridges", "on-locks", "--output", target)
        assert (status, err) == (2, "Several interviews need a folder to go to.")
    assert file.read_text() == "kept"


def test_the_report_is_json(tmp_path: Path) -> None:
    an_interview(title="On bridges")
    _, out, _ = run("on-bridges", "gone", "--output", str(tmp_path), "--json")
    first, second = json.loads(out)["files"]
    assert (first["title"], first["format"], first["problem"]) == ("On bridges", "markdown", "")
    assert second["problem"] == "There is no interview with this slug."


def test_a_write_that_fails_leaves_what_stood_there_and_no_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept.md"
    file.write_text("as it was")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", _full)
        with pytest.raises(OSError, match="full"):
            write_whole(file, b"new")
    assert file.read_text() == "as it was"
    assert [one.name for one in tmp_path.iterdir()] == ["kept.md"]
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"


def _full(path: Path, target: Path) -> Path:
    raise OSError(28, "the disk is full")


def test_a_folder_that_ends_in_a_stroke_is_made_for_one_interview_too(tmp_path: Path) -> None:
    an_interview(title="On bridges")
    assert run("on-bridges", "--format", "docx", "--output", f"{tmp_path}/out/")[0] == 0
    assert (tmp_path / "out" / "on-bridges.docx").is_file()
