"""Every sample is known for what it is, whatever its file is called, and by one reader above all others."""

from __future__ import annotations

from pathlib import Path

import pytest

from interviews.formats.base import ImportProblem
from interviews.formats.reading import read
from interviews.formats.registry import READERS
from interviews.formats.sniffing import best as best_of
from interviews.formats.sniffing import sniff

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests" / "samples"
TEXT = sorted(
    path
    for reader in READERS
    for path in (SAMPLES / reader.id).glob("*.*")
    if path.is_file() and path.stem != "malformed" and reader.id not in {"html", "rtf"}
)
OLDER = [
    (SAMPLES / "ferry.md", "markdown", "bold labels"),
    (SAMPLES / "lighthouse.md", "markdown", "bold labels"),
    (SAMPLES / "orchard.txt", "plain", "no markup in it"),
    (ROOT / "interviews" / "samples" / "glacier-lake.md", "markdown", "bold labels"),
    (ROOT / "interviews" / "samples" / "lost-property.txt", "plain", "no markup in it"),
    (ROOT / "interviews" / "samples" / "mountain-dogs.txt", "plain", "no markup in it"),
]


@pytest.mark.parametrize("path", TEXT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_sample_is_sniffed_as_its_format_by_its_content_alone(path: Path) -> None:
    reading = read(path.read_bytes())
    assert reading.format_id == path.parent.name
    assert reading.sure
    best, *others = sniff(reading.text)
    assert all(other.fit < best.fit for other in others)
    assert best_of(reading.text) == best


@pytest.mark.parametrize(("path", "format_id", "why"), OLDER, ids=lambda value: getattr(value, "name", value))
def test_interviews_as_people_write_them_are_read_as_text(path: Path, format_id: str, why: str) -> None:
    reading = read(path.read_bytes(), name=path.name)
    assert (reading.format_id, reading.sure) == (format_id, why)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "interviews").glob("*.txt")), ids=lambda path: path.stem
)
def test_the_handwritten_interviews_are_text(path: Path) -> None:
    assert read(path.read_bytes(), name=path.name).format_id in {"plain", "markdown"}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("plain/malformed.txt", "There is nothing to read here: no words that somebody could have said."),
        ("markdown/malformed.md", "There is nothing to read here: no words that somebody could have said."),
        (
            "newsroom/malformed.json",
            "The file is in the format “newsroom/2”; this program reads “newsroom/1”. "
            "It may come from a newer program.",
        ),
    ],
)
def test_a_damaged_sample_is_refused_in_one_sentence(name: str, sentence: str) -> None:
    with pytest.raises(ImportProblem) as problem:
        read((SAMPLES / name).read_bytes(), name=name, format_id=name.partition("/")[0])
    assert str(problem.value) == sentence
