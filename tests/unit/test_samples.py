"""The sample interviews show what they were written to show."""

from __future__ import annotations

from collections import Counter

from interviews.detectors.checking import check
from interviews.detectors.incidents import Incident
from interviews.detectors.kinds import Kind
from interviews.formats.base import Reading
from interviews.formats.reading import read
from interviews.management.samples import FOLDER, SAMPLES
from interviews.text.words import count_words


def reading(name: str) -> Reading:
    return read((FOLDER / name).read_bytes(), name=name)


def found(name: str) -> tuple[Incident, ...]:
    return check(reading(name).transcript)


def kinds(name: str) -> Counter[Kind]:
    return Counter(one.kind for incident in found(name) for one in (incident.head, *incident.parts))


def test_each_sample_is_listed_and_takes_a_few_minutes_to_read() -> None:
    assert {sample.file for sample in SAMPLES} == {file.name for file in FOLDER.iterdir()}
    for sample in SAMPLES:
        transcript = reading(sample.file).transcript
        assert 900 <= sum(count_words(turn.text) for turn in transcript) <= 1500
        assert reading(sample.file).unaccounted() == 0


def test_the_lake_was_continued_past_its_end_and_all_of_that_is_one_incident() -> None:
    transcript = reading("glacier-lake.md").transcript
    (incident,) = (one for one in found("glacier-lake.md") if one.parts)
    assert incident.head.kind is Kind.REPEATED_CLOSING
    assert transcript.where(incident.head.related[0].turn) == "turn 13"
    assert {part.kind for part in incident.parts} == {Kind.ORPHAN_FRAGMENT, Kind.REPEATED_QUESTION}


def test_the_lake_has_the_small_faults_too() -> None:
    counted = kinds("glacier-lake.md")
    assert counted[Kind.LOWER_CASE_START] == 2
    assert counted[Kind.MISMATCHED_QUOTES_BRACKETS] == 2
    assert counted[Kind.GARBLED_WORDS] == 1
    assert counted[Kind.MISPLACED_METADATA] == 1
    assert counted.total() == 9


def test_the_lake_names_its_guest() -> None:
    speakers = {speaker.name: speaker for speaker in reading("glacier-lake.md").transcript.speakers}
    guest = speakers["Dr. Solheim"]
    assert (guest.full_name, guest.description, guest.role) == (
        "Dr. Ingrid Solheim",
        "Glaciologist",
        "guest",
    )


def test_nothing_is_found_in_the_clean_one() -> None:
    assert found("lost-property.txt") == ()


def test_the_dogs_are_as_a_recogniser_left_them() -> None:
    transcript = reading("mountain-dogs.txt").transcript
    assert len(transcript.dialogue) >= 60
    assert all(turn.start is not None for turn in transcript.dialogue)
    counted = kinds("mountain-dogs.txt")
    assert counted[Kind.ASR_LOOP] == 1
    assert counted[Kind.WINDOW_OVERLAP] == 1
    assert counted[Kind.DOUBLED_PHRASE] == 2
    assert counted[Kind.PHANTOM_PHRASE] == 1
    assert counted[Kind.SPEAKER_DRIFT] == 1


def test_nothing_else_is_found_in_the_dogs_although_they_echo_and_emphasise() -> None:
    assert kinds("mountain-dogs.txt").total() == 6
