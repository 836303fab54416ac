"""One person under several labels, and dialogue without a speaker."""

from __future__ import annotations

import pytest

from interviews.detectors.kinds import Severity
from interviews.detectors.speakers import MissingSpeaker, SpeakerDrift
from tests.builders import a_transcript, found, settled


def talk(label: str, *, main: str = "Gerda Lund", other: str = "Ben Holm") -> tuple[tuple[str, str], ...]:
    """Six exchanges between two people, and one turn under another label."""
    turns = [(name, f"We spoke of boat {number}.") for number in range(6) for name in (main, other)]
    return (*turns, (label, "And that was that."), (other, "Quite."))


@pytest.mark.parametrize(
    "slip",
    [
        "Gerda Lnud",
        "Gerdda Lund",
        "gerda lund",
        "GERDA LUND",
        "Gerda L.",
        "G. Lund",
        "GL",
        "Lund, Gerda",
        "Lund Gerda",
        "Dr. Lund",
        "Mrs. Gerda Lund",
        "Gerda",
        "Lund",
        "Gerda Lund (host)",
        "Gerda Lund, Moderatorin",
        "Gerda Lund (BBC)",
        "Gerda Lund 1",
        "Gerda Lund 00:12:40",
        "Gerda M. Lund",
        "Gerda Lun",
        "Ger Lund",
        "Gerda Lund's iPad",
        "Gerda Lund’s iPhone 12",
    ],
)
def test_another_spelling_of_a_label_is_joined_with_it(slip: str) -> None:
    transcript = a_transcript(*talk(slip))
    (finding,) = found(SpeakerDrift(), transcript)
    fixed = settled(transcript, finding)
    assert fixed["13"].speaker == "Gerda Lund"
    assert found(SpeakerDrift(), fixed) == []


@pytest.mark.parametrize(
    ("main", "slip"),
    [
        ("Gerda Holm", "Gerda H0lm"),
        ("Livia Stone", "L1via Stone"),
        ("Wiebke Ennen", "Dr. Wibke Enen"),
        ("KB", "K. Byrne"),
        ("KB", "Karen Byrne"),
        ("FRAGE (RADIO ACHT)", "RADIO ACHT"),
        ("MS OYELARAN", "MS OYLERAN"),
        ("Harbour Radio", "Question [Harbour Radio]"),
        ("Moderator Ruth Lund", "Ruth Lund's laptop"),
    ],
)
def test_slips_of_scanners_and_hands_and_names_behind_initials_are_joined(main: str, slip: str) -> None:
    (finding,) = found(SpeakerDrift(), a_transcript(*talk(slip, main=main)))
    assert finding.fixes[0].label == f"Change “{slip}” to “{main}”"


@pytest.mark.parametrize(("main", "word"), [("A", "Answer"), ("Q", "Question")])
def test_a_letter_may_be_spelt_out(main: str, word: str) -> None:
    (finding,) = found(SpeakerDrift(), a_transcript(*talk(word, main=main, other="AQ".replace(main, ""))))
    assert "the letter is spelt out" in finding.reason


@pytest.mark.parametrize(
    "slip", ["Gerda Lund:", "Gerda Lund -", "Gerda Lund (guest)", "Gerda Lund [00:12:40]"]
)
def test_what_no_two_people_are_told_apart_by_may_stand_often(slip: str) -> None:
    often = [row for number in range(4) for row in ((slip, f"Boat {number}."), ("Ben Holm", "Yes."))]
    assert len(found(SpeakerDrift(), a_transcript(*talk(slip), *often))) == 1
    misspelt = [("Gerda Lnud", text) if name == slip else (name, text) for name, text in often]
    assert found(SpeakerDrift(), a_transcript(*talk("Gerda Lnud"), *misspelt)) == []


@pytest.mark.parametrize(
    ("main", "label"),
    [
        ("MR A. HARBOTTLE", "MR M. HARBOTTLE"),
        ("A. Lund", "M. Lund"),
        ("Gerda A. Lund", "Gerda B. Lund"),
        ("KB", "Kurt Mohr"),
        ("Kim Byrne", "K. Mohr"),
        ("Jon Smith", "Jan Smyth"),
        ("Gerda Lund", "Greta Lind"),
        ("Gerda Lund", "Gerda 5"),
        ("Gerda Lund", "Gerda Holm"),
        ("Jan", "Jon"),
        ("Erik", "Eric"),
        ("Speaker 1", "Speaker 2"),
        ("Guest", "Guests"),
        ("Q", "A"),
        ("Gerda Lund", "Audience member"),
        ("MRS. LUND", "MISS LUND"),
        ("Mr. Gerda Lund", "Mrs. Gerda Lund"),
        ("Gerda Lund", "Gerda's iPad"),  # of which Gerda?
        ("MS OYELARAN", "MS AYOLERAN"),
        ("Anderson", "Andersen-Lund"),
        ("Peterson", "Pedersen"),
        ("Gerda Lund", "Gerda Lund's sister"),
        ("FRAGE (RADIO ACHT)", "RADIO NEUN"),
        ("Gerda Lund", "Host"),
    ],
)
def test_two_people_stay_two(main: str, label: str) -> None:
    assert found(SpeakerDrift(), a_transcript(*talk(label, main=main))) == []


@pytest.mark.parametrize(
    ("main", "slip"),
    [
        ("Miško Lund", "MiÅ¡ko Lund"),
        ("Zoë Lund", "Zo? Lund"),
        ("Speaker 1", "Speaker_01"),
        ("Minister", "Minster"),
        ("Q", "O"),
    ],
)
def test_broken_letters_padded_numbers_and_misspelt_offices_are_joined(main: str, slip: str) -> None:
    (finding,) = found(SpeakerDrift(), a_transcript(*talk(slip, main=main)))
    assert f"“{main}”" in finding.title


@pytest.mark.parametrize(
    ("main", "label"), [("Gerda", "Gerda (Holm)"), ("Guest", "Guest 2"), ("Jos", "José")]
)
def test_what_tells_two_people_apart_is_not_taken_off(main: str, label: str) -> None:
    assert found(SpeakerDrift(), a_transcript(*talk(label, main=main))) == []


def test_two_slips_of_one_name_do_not_make_two_people() -> None:
    transcript = a_transcript(*talk("Gerda"), *talk("gerda lund"))
    assert {finding.title for finding in found(SpeakerDrift(), transcript)} == {
        "“Gerda” is probably “Gerda Lund”",
        "“gerda lund” is probably “Gerda Lund”",
    }


def test_where_two_people_fit_nobody_is_joined() -> None:
    transcript = a_transcript(*talk("Lund", main="Gerda Lund", other="Peter Lund"))
    assert found(SpeakerDrift(), transcript) == []


def test_a_short_slip_that_is_nobodys_name_is_joined() -> None:
    transcript = a_transcript(*talk("Jrhn", main="John"))
    (finding,) = found(SpeakerDrift(), transcript)
    assert settled(transcript, finding)["13"].speaker == "John"


def test_two_labels_used_alike_are_two_people() -> None:
    turns = [(name, "We spoke of boats.") for _ in range(6) for name in ("Gerda Lund", "Gerdo Lund")]
    assert found(SpeakerDrift(), a_transcript(*turns)) == []


def test_forty_turns_under_one_misspelt_label_are_one_finding() -> None:
    turns = [(name, "We spoke.") for _ in range(300) for name in ("Gerda Lund", "Ben Holm")]
    slips = [("Gerda Lnud", "And on.")] * 40
    (finding,) = found(SpeakerDrift(), a_transcript(*turns, *slips))
    assert len(finding.passages) == 40


def test_whole_sentences_without_a_speaker_get_the_likely_one() -> None:
    turns = [(name, "We spoke of boats.") for _ in range(4) for name in ("Ada", "Ben")]
    transcript = a_transcript(*turns, ("Ada", "Who painted it?"), (None, "My sister did."), ("Ada", "When?"))
    (finding,) = found(MissingSpeaker(), transcript)
    fixed = settled(transcript, finding)
    assert fixed["10"].speaker == "Ben"
    assert found(MissingSpeaker(), fixed) == []


@pytest.mark.parametrize("line", ["[laughter]", "#boats #quay", "or the ferries, as they leave."])
def test_notes_residues_and_fragments_miss_no_speaker(line: str) -> None:
    turns = [(name, "We spoke of boats.") for _ in range(4) for name in ("Ada", "Ben")]
    assert found(MissingSpeaker(), a_transcript(*turns, (None, line))) == []


def test_a_transcript_without_labels_misses_none() -> None:
    assert found(MissingSpeaker(), a_transcript((None, "We spoke."), (None, "We did."))) == []


def test_a_misspelt_label_with_a_number_is_joined_with_its_own_number() -> None:
    turns = [(f"Speaker {1 + number % 2}", f"We spoke of boat {number}.") for number in range(12)]
    (finding,) = found(SpeakerDrift(), a_transcript(*turns, ("Speeker 2", "And that was that.")))
    assert "“Speaker 2”" in finding.title


@pytest.mark.parametrize(("slip", "main"), [("Qe", "Q"), ("GLL", "GL"), ("GmL", "GL")])
def test_initials_with_a_letter_too_many_are_joined(slip: str, main: str) -> None:
    transcript = a_transcript(*talk(slip, main=main, other="A"))
    (finding,) = found(SpeakerDrift(), transcript)
    assert settled(transcript, finding)["13"].speaker == main


@pytest.mark.parametrize(
    ("other", "main"), [("QR", "Q"), ("QQ", "Q"), ("GLM", "GL"), ("Qem", "Q"), ("Me", "GL")]
)
def test_initials_of_somebody_else_are_left(other: str, main: str) -> None:
    assert not found(SpeakerDrift(), a_transcript(*talk(other, main=main, other="A")))


def test_a_question_between_two_turns_of_one_speaker_lost_its_name() -> None:
    turns = [(name, "We spoke of boats.") for _ in range(4) for name in ("Ada", "Ben")]
    question = (None, "And who paid for the boats?")
    lost = a_transcript(*turns, question, ("Ben", "My sister did."))
    (finding,) = found(MissingSpeaker(), lost)
    assert settled(lost, finding)["9"].speaker == "Ada"
    for rows in ((question, ("Ada", "I see.")), (question,), ((None, "And who paid."), ("Ben", "She did."))):
        assert found(MissingSpeaker(), a_transcript(*turns, *rows)) == []


def test_a_label_that_says_at_first_who_somebody_is_is_only_a_notice() -> None:
    first = ("Gerda Lund (her daughter)", "We went by boat.")
    (introduced,) = found(SpeakerDrift(), a_transcript(first, *talk("Ben Holm")))
    (later,) = found(SpeakerDrift(), a_transcript(*talk("Ben Holm"), first))
    (misspelt,) = found(SpeakerDrift(), a_transcript(("Gerda Lnud", "We went by boat."), *talk("Ben Holm")))
    assert [one.severity for one in (introduced, later, misspelt)] == [Severity.NOTICE, None, None]


@pytest.mark.parametrize(
    "scene",
    ["[A panel. A magpie looks at a clock: “Five again.”]", "(She lays it on the table. It is bent.)"],
)
def test_a_scene_in_brackets_misses_no_speaker(scene: str) -> None:
    assert (
        found(MissingSpeaker(), a_transcript(*talk("Gerda Lund"), (None, scene), ("Ben Holm", "Yes."))) == []
    )
