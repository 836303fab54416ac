"""``check_transcripts``: what it finds in files, three exit statuses, no database."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from interviews.detectors.base import Finding
from interviews.detectors.kinds import Kind
from interviews.management.telling import place_in_words, printable, row
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Transcript
from tests.builders import a_transcript
from tests.commands import DOUBLED, ORPHANED, SOUND, Run, a_corpus, a_file

FIELDS = (
    "id kind severity turn_start turn_end char_start char_end text related_turn related_text score reason"
).split()


def test_a_sound_transcript_ends_with_status_0_and_one_line(tmp_path: Path) -> None:
    run = Run(a_file(tmp_path, "clock.txt", SOUND))
    assert (run.status, run.err) == (0, "")
    assert run.out == "1 transcript, 4 turns: nothing found.\n"


def test_an_error_ends_with_status_1_and_a_block_that_says_where_what_and_why(tmp_path: Path) -> None:
    run = Run(a_file(tmp_path, "clock.txt", ORPHANED))
    assert run.status == 1
    assert "clock.txt:1:18: Turn 1 · Doubled words · notice\n" in run.out
    assert "clock.txt:9:1: Turn 5 · Fragment on its own · error\n" in run.out
    assert "\n  > Or both the parish and the council as they weigh" in run.out
    assert run.out.splitlines()[-1] == "1 transcript, 7 turns: 1 error, 1 notice in 2 incidents."


def test_a_notice_alone_ends_with_status_0(tmp_path: Path) -> None:
    run = Run(a_file(tmp_path, "clock.txt", DOUBLED))
    assert run.status == 0
    assert "1 notice in 1 incident." in run.out


def test_jsonl_is_a_finding_a_line_with_turns_from_0_and_code_points(tmp_path: Path) -> None:
    title = "# The Clock\n\n"  # is a turn of the input too, set aside
    run = Run(a_file(tmp_path, "clock.md", title + ORPHANED), "--format", "jsonl")
    assert run.status == 1
    assert [list(one) for one in run.rows] == [FIELDS, FIELDS]
    doubled, orphan = run.rows
    assert (doubled["id"], doubled["kind"], doubled["severity"]) == ("clock.md", "doubled_phrase", "notice")
    assert (doubled["turn_start"], doubled["turn_end"], doubled["related_turn"]) == (1, 1, 1)
    assert (doubled["char_start"], doubled["char_end"], doubled["text"]) == (14, 17, "the")
    assert (orphan["kind"], orphan["turn_start"], orphan["char_start"]) == ("orphan_fragment", 5, 0)
    assert orphan["char_end"] == len(orphan["text"])


def test_each_part_of_an_incident_has_a_line_of_its_own(tmp_path: Path) -> None:
    closed_twice = SOUND + (
        "\nQ: Thank you for your time today. We will be watching the clock closely.\n"
        "\nOr both the parish and the council as they weigh what the new clock may cost.\n"
        "\nQ: Which tools do you carry up the tower?\n\nA: A brush, a lamp and a small can of oil.\n"
        "\nQ: Thank you for your time today. We will be watching what becomes of the clock.\n"
        "\nA: Thank you for having me.\n"
    )
    file = a_file(tmp_path, "clock.txt", closed_twice)
    kinds = [one["kind"] for one in Run(file, "--format", "jsonl").rows]
    assert {"repeated_closing", "orphan_fragment"} <= set(kinds)
    (told,) = json.loads(Run(file, "--format", "json").out)["transcripts"]
    (head,) = (one for one in told["incidents"] if one["kind"] == "repeated_closing")
    assert "orphan_fragment" in [part["kind"] for part in head["parts"]]
    assert sum(1 + len(one["parts"]) for one in told["incidents"]) == len(kinds)
    closing, orphan = (f"{head['turn_start'] + 1}", f"{head['related_turn'] + 2}")
    assert f"{file}:17:4: Turn {closing} repeats turn {head['related_turn'] + 1} · " in Run(file).out
    assert f"\n    {file}:11:1: Turn {orphan} · Fragment on its own" in Run(file).out


def test_json_counts_what_was_found(tmp_path: Path) -> None:
    told = json.loads(Run(a_file(tmp_path, "clock.txt", ORPHANED), "--format", "json").out)
    assert told["counts"] == {"error": 1, "warning": 0, "notice": 1}
    assert (told["transcripts"][0]["turns"], told["unread"]) == (7, 0)


def test_a_corpus_holds_a_transcript_a_line_and_each_keeps_its_id(tmp_path: Path) -> None:
    file = a_file(tmp_path, "all.jsonl", a_corpus(first=SOUND, second=ORPHANED))
    run = Run(file, "--format", "jsonl")
    assert run.status == 1
    assert {one["id"] for one in run.rows} == {"second"}
    (orphan,) = (one for one in run.rows if one["kind"] == "orphan_fragment")
    assert orphan["turn_start"] == 4


def test_every_bad_line_of_a_corpus_is_named_and_the_others_are_checked(tmp_path: Path) -> None:
    bad = ("{\n", '{"id": 5}\n', "\xff\n")
    good = (a_corpus(first=ORPHANED), a_corpus(third=SOUND), "\n" + a_corpus(sixth=DOUBLED))
    file = a_file(
        tmp_path, "all.jsonl", "".join(part for pair in zip(good, bad, strict=True) for part in pair)
    )
    run = Run(file, "--format", "jsonl")
    assert run.status == 2
    assert {one["id"] for one in run.rows} == {"first", "sixth"}
    assert [line.split(": ")[:3] for line in run.err.splitlines()] == [
        [file, "Line 2", "it is not JSON"],
        [file, "Line 4", "“id” must be a text."],
        [file, "Line 7", "it is not JSON"],
    ]
    assert "3 transcripts, " in Run(file).out
    assert Run(file).out.endswith(" 3 more could not be read.\n")


def test_one_document_of_several_lines_on_standard_input_is_no_corpus(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = "We went down and saw the the river there."
    document = json.dumps({"text": said, "segments": [{"start": 0, "end": 4, "text": said}]}, indent=1)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(document.encode())))
    run = Run("-", "--format", "jsonl")
    assert run.err == ""
    assert [one["kind"] for one in run.rows] == ["doubled_phrase"]


@pytest.mark.parametrize(("text", "name"), [(ORPHANED, "-"), (a_corpus(one=ORPHANED), "one")])
def test_a_dash_is_standard_input_be_it_a_transcript_or_a_corpus(
    monkeypatch: pytest.MonkeyPatch, text: str, name: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    run = Run("-", "--format", "jsonl")
    assert run.status == 1
    assert {one["id"] for one in run.rows} == {name}


def test_a_folder_is_walked_for_transcripts_and_nothing_hidden(tmp_path: Path) -> None:
    for name in ("b/two.md", "a/one.TXT", "b/notes.xyz", ".git/three.txt", "b/.four.txt"):
        a_file(tmp_path, name, ORPHANED)
    a_file(tmp_path, "c.jsonl", a_corpus(five=ORPHANED))
    told = json.loads(Run(str(tmp_path), "--format", "json").out)
    assert [one["id"] for one in told["transcripts"]] == ["one.TXT", "two.md", "five"]


def test_a_folder_without_transcripts_is_bad_input(tmp_path: Path) -> None:
    a_file(tmp_path, "notes.xyz", ORPHANED)
    run = Run(str(tmp_path))
    assert run.status == 2
    assert "No file in this folder ends in" in run.err


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "empty"),
        ("zeros.txt", bytes(range(256)) * 4, "text"),
        ("nowhere.txt", None, "there is no such file"),
    ],
)
def test_bad_input_gets_one_sentence_and_the_others_are_still_checked(
    tmp_path: Path, name: str, data: bytes | None, told: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    run = Run(str(tmp_path / name), a_file(tmp_path, "clock.txt", ORPHANED))
    assert run.status == 2
    assert run.err.startswith(f"{tmp_path / name}: ")
    assert told in run.err
    assert run.err.count("\n") == 1
    assert run.out.splitlines()[-1].endswith("in 2 incidents. 1 more could not be read.")


def test_a_reader_who_has_enough_ends_it_quietly(tmp_path: Path) -> None:
    file = a_file(tmp_path, "all.jsonl", a_corpus(**{f"talk{number}": ORPHANED for number in range(900)}))
    command = [sys.executable, "manage.py", "check_transcripts", file]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 141


def test_what_a_terminal_would_obey_is_not_printed() -> None:
    assert printable("a\x1b[31mb\u202ec\ud800 d\n e") == "a�[31mb�c� d e"


THREE = a_transcript(("Ada", "One was here."), ("Bo", "Two was here."), ("Ada", "Three was here."))


def a_finding(kind: Kind, *turns: str, related: tuple[str, ...] = ()) -> Finding:
    def passage(turn: str) -> Passage:
        return Passage(turn, Span(0, 3))

    return Finding(kind, tuple(map(passage, turns)), "", "", 0.9, related=tuple(map(passage, related)))


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (a_finding(Kind.LOWER_CASE_START, "2"), "turn 2"),
        (a_finding(Kind.EXACT_DUPLICATE_TURN, "3", related=("1",)), "turn 3 repeats turn 1"),
        (a_finding(Kind.DUPLICATE_BLOCK, "2", "3", related=("1",)), "turns 2 and 3 repeat turn 1"),
        (a_finding(Kind.DOUBLED_PHRASE, "2", related=("2",)), "turn 2"),
        (a_finding(Kind.ASR_LOOP, "1", "2", "3"), "turns 1–3"),
        (a_finding(Kind.ORPHAN_FRAGMENT, "2", related=("1",)), "turn 2, beside turn 1"),
        (a_finding(Kind.SPEAKER_DRIFT, "1", "3"), "turns 1 and 3"),
        (a_finding(Kind.GARBLED_WORDS, "b1"), "background paragraph 1"),
    ],
)
def test_places_are_told_as_people_count(finding: Finding, words: str) -> None:
    transcript = replace(THREE, turns=(*a_transcript(background=("Lead.",)).turns, *THREE.turns))
    assert place_in_words(transcript, finding) == words


def test_a_row_runs_over_the_turns_that_follow_each_other() -> None:
    told = row("x", THREE, a_finding(Kind.DUPLICATE_BLOCK, "2", "3", related=("1",)))
    assert (told["turn_start"], told["turn_end"], told["char_start"], told["char_end"]) == (1, 2, 0, 3)
    assert told["text"] == "Two was here.\nThr"
    assert (told["related_turn"], told["related_text"], told["score"]) == (0, "One", 0.9)


def test_a_row_about_places_far_apart_stands_at_the_first() -> None:
    told = row("x", THREE, a_finding(Kind.SPEAKER_DRIFT, "1", "3"))
    assert (told["turn_start"], told["turn_end"]) == (0, 0)


def test_what_was_set_aside_does_not_part_a_row() -> None:
    aside = replace(THREE.turns[1], aside="hashtags")
    parted = Transcript((THREE.turns[0], aside, THREE.turns[2]))
    told = row("x", parted, a_finding(Kind.DUPLICATE_BLOCK, "1", "3"))
    assert (told["turn_end"], told["text"]) == (2, "One was here.\nThr")


SEED = Path(__file__).parents[3] / "shared" / "seed-interview.txt"


@pytest.mark.skipif(not SEED.exists(), reason="the seed interview is not beside this checkout")
def test_the_seed_interview_is_one_incident_and_notices() -> None:
    rows = Run(str(SEED), "--format", "jsonl").rows
    (incident,) = (
        one
        for one in json.loads(Run(str(SEED), "--format", "json").out)["transcripts"][0]["incidents"]
        if one["parts"]
    )
    assert (incident["kind"], incident["turn_start"], incident["related_turn"]) == (
        "repeated_closing",
        21,
        15,
    )
    assert [(part["kind"], part["turn_start"]) for part in incident["parts"]] == [
        ("orphan_fragment", 16),
        ("repeated_question", 17),
    ]
    assert sum(one["severity"] != "notice" for one in rows) == 3
