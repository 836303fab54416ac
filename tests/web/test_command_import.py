"""``import_transcripts``: each file an interview, a line for each, no harm to the others."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from interviews.formats.base import Reading
from interviews.formats.exporting import export
from interviews.formats.plain import Plain
from interviews.models import Interview, SourceFile, Topic
from interviews.services.exporting import document_of
from interviews.services.filing import file_under
from interviews.transcript.filing import Filing
from tests.cast import an_interview

pytestmark = pytest.mark.django_db

CLOCK = "Q: Who wound the clock?\n\nA: My aunt did, on Mondays.\n\nQ: and then?\n\nA: Then I did.\n"
BELLS = "Q: Who rings the bells?\n\nA: Whoever comes first.\n"


def run(*arguments: str) -> tuple[Any, str, str]:
    out, err, status = io.StringIO(), io.StringIO(), 0
    try:
        call_command("import_transcripts", *arguments, stdout=out, stderr=err)
    except SystemExit as end:
        return end.code, out.getvalue(), err.getvalue()
    return status, out.getvalue(), err.getvalue()


def a_file(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_a_file_becomes_an_interview_and_a_line_says_so(tmp_path: Path) -> None:
    status, out, _ = run(a_file(tmp_path, "the-clock.txt", CLOCK))
    interview = Interview.objects.get()
    assert status == 0
    assert out == f"the-clock.txt: “The clock”, 4 turns, 2 speakers, {_open(interview)}.\n"
    assert interview.transcript().dialogue[1].text == "My aunt did, on Mondays."
    assert bytes(SourceFile.objects.get().data) == CLOCK.encode()
    assert interview.created_by is None


def test_a_file_that_is_there_already_is_left_alone_under_any_name(tmp_path: Path) -> None:
    run(a_file(tmp_path, "the-clock.txt", CLOCK))
    status, out, _ = run(a_file(tmp_path, "copy.txt", CLOCK), a_file(tmp_path, "bells.txt", BELLS))
    assert status == 0
    assert "copy.txt: already imported as “The clock”." in out
    assert set(Interview.objects.values_list("title", flat=True)) == {"The clock", "Bells"}


def test_a_bad_file_harms_no_other(tmp_path: Path) -> None:
    status, out, err = run(
        a_file(tmp_path, "empty.txt", ""), a_file(tmp_path, "bells.txt", BELLS), str(tmp_path / "gone.txt")
    )
    assert status == 2
    assert [line.partition(":")[0] for line in err.splitlines()] == ["empty.txt", "gone.txt"]
    assert out.startswith("bells.txt: “Bells”")
    assert Interview.objects.count() == 1


def test_a_folder_is_walked(tmp_path: Path) -> None:
    a_file(tmp_path, "clock.txt", CLOCK)
    a_file(tmp_path, "bells.md", BELLS)
    a_file(tmp_path, "notes.log", BELLS)
    run(str(tmp_path))
    assert set(SourceFile.objects.values_list("name", flat=True)) == {"bells.md", "clock.txt"}


def test_an_archive_is_unpacked_and_what_is_bad_in_it_harms_no_other(tmp_path: Path) -> None:
    archive = tmp_path / "talks.zip"
    with ZipFile(archive, "w") as files:
        files.writestr("2024/the-clock.txt", CLOCK)
        files.writestr("2024/empty.txt", "")
        files.writestr("bells.md", BELLS)
    status, out, err = run(str(archive))
    assert status == 2
    assert set(Interview.objects.values_list("title", flat=True)) == {"The clock", "Bells"}
    assert err.startswith("2024/empty.txt: The file is empty")
    assert len(out.splitlines()) == 2


def test_the_format_can_be_chosen(tmp_path: Path) -> None:
    run(a_file(tmp_path, "stars.txt", "**Q:** Why?\n\n**A:** Because.\n"), "--format", "plain")
    assert SourceFile.objects.get().format_id == "plain"


def test_the_report_is_one_document_of_json(tmp_path: Path) -> None:
    files = [a_file(tmp_path, "the-clock.txt", CLOCK), a_file(tmp_path, "empty.txt", "")]
    status, out, err = run(*files, "--json")
    report = json.loads(out)
    interview = Interview.objects.get()
    assert (status, err) == (2, "")
    assert {name: report[name] for name in ("imported", "known", "failed")} == {
        "imported": 1,
        "known": 0,
        "failed": 1,
    }
    clock, empty = report["files"]
    assert (clock["slug"], clock["turns"], clock["format"]) == (interview.slug, 4, "plain")
    assert clock["why"] == "no markup in it"
    assert "is empty" in empty["problem"]


def test_a_fault_of_the_program_in_one_file_is_told_and_harms_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Plain, text: str) -> Reading:
        if "clock" in text:
            raise IndexError
        return read_as_before(self, text)

    read_as_before = Plain.read
    monkeypatch.setattr(Plain, "read", broken)
    files = [a_file(tmp_path, "the-clock.txt", CLOCK), a_file(tmp_path, "bells.txt", BELLS)]
    status, out, err = run(*files)
    assert (status, err) == (2, "the-clock.txt: The program failed on this file (IndexError).\n")
    assert out.startswith("bells.txt: “Bells”")


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BELLS.encode())))
    assert run("-")[0] == 0
    assert SourceFile.objects.get().name == "pasted text"


def _open(interview: Interview) -> str:
    count = interview.flags.open().count()
    return f"{count} open flag{'' if count == 1 else 's'}"


def test_all_of_them_are_filed_under_a_series_and_topics_that_are_made_where_they_are_missing(
    tmp_path: Path,
) -> None:
    files = [a_file(tmp_path, "clock.txt", CLOCK), a_file(tmp_path, "bells.txt", BELLS)]
    filed = ["--series", "Twelve voices", "--topic", "work", "--topic", "towns"]
    status, out, _ = run(*files, *filed)
    assert status == 0
    assert out.startswith(
        "Made the series “Twelve voices”.\nMade the topic “work”.\nMade the topic “towns”.\n"
    )
    for interview in Interview.objects.all():
        assert interview.filing() == Filing("Twelve voices", None, ("towns", "work"))
    status, out, _ = run(a_file(tmp_path, "more.txt", CLOCK + "\n"), *filed, "--topic", "Time", "--json")
    told = json.loads(out)
    assert told["series"] == {"name": "Twelve voices", "made": False}
    assert told["topics"][-1] == {"name": "Time", "made": True}
    assert told["files"][0]["series"] == "Twelve voices"
    assert told["files"][0]["topics"] == ["Time", "towns", "work"]


def test_a_name_that_cannot_be_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="“!” is no name"):
        run(a_file(tmp_path, "clock.txt", CLOCK), "--topic", "work", "--series", "!")
    assert not Interview.objects.exists()
    assert not Topic.objects.exists()


def test_what_the_newsrooms_own_files_say_of_series_and_topics_comes_along(tmp_path: Path) -> None:
    interview = an_interview()
    filing = Filing("Twelve voices", 3, ("Oslo, Norway", "work"))
    file_under(interview=interview, filing=filing, by=None)
    for writes in ("newsroom", "markdown"):
        file = tmp_path / f"{writes}.{'json' if writes == 'newsroom' else 'md'}"
        file.write_bytes(export(document_of(Interview.objects.get(pk=interview.pk)), writes))
        run(str(file))
        assert Interview.objects.latest("pk").filing() == filing
    run(a_file(tmp_path, "other.json", file.with_name("newsroom.json").read_text() + " "), "--series", "Mine")
    assert Interview.objects.latest("pk").filing() == Filing("Mine", None, ("Oslo, Norway", "work"))


def test_a_file_that_is_filed_as_nothing_can_be_is_refused_in_a_sentence(tmp_path: Path) -> None:
    told = {"format": "newsroom/1", "turns": [{"key": "a", "text": "Why?"}], "series": "?!"}
    status, _, err = run(a_file(tmp_path, "bad.json", json.dumps(told)))
    assert status == 2
    assert "“?!” is no name" in err
    assert not Interview.objects.exists()
