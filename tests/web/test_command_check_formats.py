"""``check_transcripts`` tells GitHub, code scanning and other programs where each finding stands."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from interviews.detectors.kinds import KINDS
from tests.commands import DOUBLED, ORPHANED, SOUND, Run, a_corpus, a_file

SCHEMA = Path(__file__).parents[2] / "docs" / "check-transcripts.schema.json"
CLOSED_TWICE = SOUND + (
    "\nQ: Thank you for your time today. We will be watching the clock closely.\n"
    "\nOr both the parish and the council as they weigh what the new clock may cost.\n"
    "\nQ: Which tools do you carry up the tower?\n\nA: A brush, a lamp and a small can of oil.\n"
    "\nQ: Thank you for your time today. We will be watching what becomes of the clock.\n"
    "\nA: Thank you for having me.\n"
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    a_file(tmp_path, "drafts/the clock.txt", ORPHANED)


def the_log(*paths: str) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(Run(*paths, "--format", "sarif").out)
    return log


def the_run(*paths: str) -> dict[str, Any]:
    (run,) = the_log(*paths)["runs"]
    assert isinstance(run, dict)
    return run


def test_sarif_is_version_2_1_0_and_its_rules_are_the_kinds() -> None:
    log = the_log("drafts")
    assert log["version"] == "2.1.0"
    driver = log["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [kind.value for kind in KINDS]
    levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in driver["rules"]}
    assert (levels["orphan_fragment"], levels["time_fault"], levels["cold_open"]) == (
        "error",
        "warning",
        "note",
    )


def test_a_result_stands_in_the_source_file() -> None:
    doubled, orphan = the_run("drafts")["results"]
    assert (doubled["ruleId"], doubled["level"]) == ("doubled_phrase", "note")
    place = doubled["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "drafts/the%20clock.txt"}
    assert place["region"] == {
        "startLine": 1,
        "startColumn": 18,
        "endLine": 1,
        "endColumn": 21,
        "charOffset": 17,
        "charLength": 3,
    }
    assert (orphan["ruleId"], orphan["level"]) == ("orphan_fragment", "error")
    assert orphan["message"]["text"].startswith("Turn 5: It has no speaker")
    region = orphan["locations"][0]["physicalLocation"]["region"]
    assert ORPHANED[region["charOffset"] :].startswith("Or both the parish")


def test_a_rule_is_found_by_its_index() -> None:
    run = the_run("drafts")
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_lines_and_columns_are_counted_as_the_log_says() -> None:
    run = the_run("drafts")
    assert run["columnKind"] == "unicodeCodePoints"
    assert set(run["newlineSequences"]) == {"\r\n", "\n", "\r", "\u2028", "\u2029"}


def test_the_earlier_copy_is_a_related_location(tmp_path: Path) -> None:
    results = the_run(a_file(tmp_path, "clock.txt", CLOSED_TWICE))["results"]
    (closing,) = (result for result in results if result["ruleId"] == "repeated_closing")
    assert closing["locations"][0]["physicalLocation"]["region"]["startLine"] == 17
    assert closing["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 9


def test_a_result_keeps_its_fingerprint_when_the_text_around_it_moves(tmp_path: Path) -> None:
    moved = a_file(tmp_path, "moved.txt", "Q: Are you cold up there?\n\nA: Not in June.\n\n" + ORPHANED)
    before = [result["partialFingerprints"] for result in the_run("drafts")["results"]]
    after = [result["partialFingerprints"] for result in the_run(moved)["results"]]
    assert before == after
    assert before[0] != before[1]


def test_what_could_not_be_read_is_in_the_log(tmp_path: Path) -> None:
    (invocation,) = the_run(str(tmp_path / "nowhere.txt"), "drafts")["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert "there is no such file" in told["message"]["text"]
    assert the_run("drafts")["invocations"][0]["executionSuccessful"] is True


def test_a_file_elsewhere_is_named_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = a_file(tmp_path, "clock.txt", DOUBLED)
    monkeypatch.chdir(tmp_path / "drafts")
    (result,) = the_run(file)["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (tmp_path / "clock.txt").as_uri()


def test_of_a_corpus_the_line_is_told(tmp_path: Path) -> None:
    file = a_file(tmp_path, "all.jsonl", "\n" + a_corpus(first=SOUND, second=DOUBLED))
    (result,) = the_run(file)["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}
    assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "second/turn 1"
    assert Run(file).out.startswith(f"{file}:3: second · Turn 1 · Doubled words · notice\n")
    (command, _) = Run(file, "--format", "github").out.splitlines()
    assert command.startswith("::notice file=all.jsonl,line=3,title=Doubled words::second, turn 1: ")


def test_github_is_told_a_command_for_each_finding() -> None:
    run = Run("drafts", "--format", "github")
    assert run.status == 1
    doubled, orphan, summary = run.out.splitlines()
    assert doubled == (
        "::notice file=drafts/the clock.txt,line=1,endLine=1,col=18,endColumn=21,title=Doubled words::"
        "Turn 1: “the” is said twice in a row, where speech does not double it."
    )
    assert orphan.startswith("::error file=drafts/the clock.txt,line=9,endLine=9,col=1,")
    assert summary == "1 transcript, 7 turns: 1 error, 1 notice in 2 incidents."


def test_what_github_would_take_for_its_own_signs_is_escaped(tmp_path: Path) -> None:
    a_file(tmp_path, "a, 50%: b.txt", SOUND.replace("anything", "100%-donâ€™t"))
    run = Run("a, 50%: b.txt", "--format", "github")
    (command, _) = run.out.splitlines()
    assert command.startswith("::error file=a%2C 50%25%3A b.txt,line=7,")
    assert "::Turn 4: “100%25-donâ€™t” is" in command
    assert "%" not in command.replace("%25", "").replace("%2C", "").replace("%3A", "")


def test_what_spans_lines_has_no_columns_for_github(tmp_path: Path) -> None:
    wrapped = ORPHANED.replace("as they weigh", "as\nthey weigh")
    (_, orphan, _) = Run(a_file(tmp_path, "clock.txt", wrapped), "--format", "github").out.splitlines()
    assert orphan.startswith("::error file=clock.txt,line=9,endLine=10,title=")


def test_standard_input_has_lines_and_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DOUBLED.encode())))
    (command, _) = Run("-", "--format", "github").out.splitlines()
    assert command.startswith("::notice title=Doubled words::Turn 1: ")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DOUBLED.encode())))
    (result,) = the_run("-")["results"]
    place = result["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startColumn"]) == ("stdin", 18)


def test_json_says_path_line_and_column() -> None:
    told = json.loads(Run("drafts", "--format", "json").out)
    assert told["transcripts"][0]["path"] == "drafts/the clock.txt"
    doubled, orphan = told["transcripts"][0]["incidents"]
    assert (doubled["line"], doubled["column"]) == (1, 18)
    assert (orphan["line"], orphan["column"]) == (9, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="such a name cannot be given on every system")
def test_a_name_in_no_encoding_is_told_all_the_same(tmp_path: Path) -> None:
    Path(tmp_path, "drafts", os.fsdecode(b"clock-\xe9.txt")).write_text(DOUBLED, encoding="utf-8")
    (first, *_) = the_run("drafts")["results"]
    uri = first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "drafts/clock-%E9.txt"
    for format_ in ("github", "text", "json"):
        Run("drafts", "--format", format_).out.encode()


def fits(value: Any, schema: dict[str, Any], whole: dict[str, Any]) -> None:
    """The part of JSON Schema that the documented schema uses."""
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    if "enum" in schema:
        assert value in schema["enum"]
    types = {
        "object": dict,
        "array": list,
        "string": str,
        "integer": int,
        "number": float,
        "null": type(None),
    }
    allowed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    assert isinstance(value, tuple(types[name] for name in allowed)), (value, schema)
    if isinstance(value, dict):
        assert set(schema["required"]) <= set(value) <= set(schema["properties"])
        for name, one in value.items():
            fits(one, schema["properties"][name], whole)
    if isinstance(value, list):
        for one in value:
            fits(one, schema["items"], whole)


def test_json_is_as_its_schema_says(tmp_path: Path) -> None:
    a_file(tmp_path, "drafts/closed.txt", CLOSED_TWICE)
    a_file(tmp_path, "drafts/all.jsonl", a_corpus(first=DOUBLED))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    fits(json.loads(Run("drafts", "--format", "json").out), schema, schema)
    assert schema["$defs"]["finding"]["properties"]["kind"]["enum"] == [kind.value for kind in KINDS]
