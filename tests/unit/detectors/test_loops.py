import pytest

from interviews.detectors.doubled import DoubledPhrase
from interviews.detectors.duplicate_turns import ExactDuplicateTurn
from interviews.detectors.loops import AsrLoop
from tests.builders import a_transcript, found, settled, texts


@pytest.mark.parametrize(
    ("phrase", "times"),
    [("water", 9), ("the bridge", 5), ("down to the", 5), ("that was what we did", 4)],
)
def test_a_phrase_over_and_over_is_one_loop_and_is_kept_once(phrase: str, times: int) -> None:
    transcript = a_transcript(("Ben", "So we carried " + " ".join([phrase] * times) + " every day."))
    (finding,) = found(AsrLoop(), transcript)
    assert texts(settled(transcript, finding)) == [f"So we carried {phrase} every day."]
    assert not found(DoubledPhrase(), transcript)


def test_a_loop_that_stands_alone_and_says_nothing_new_is_taken_out() -> None:
    transcript = a_transcript(
        ("Ben", "We saw the old mill up there. " + "old mill, " * 9 + "old mill. Then we left.")
    )
    (finding,) = found(AsrLoop(), transcript)
    assert finding.fixes[0].label == "Take all 10 out"
    assert texts(settled(transcript, finding)) == ["We saw the old mill up there. Then we left."]


def test_a_loop_whose_words_stand_nowhere_else_is_kept_once() -> None:
    transcript = a_transcript(("Ben", "We left. " + "Seagulls. " * 12 + "Then it rained."))
    (finding,) = found(AsrLoop(), transcript)
    assert texts(settled(transcript, finding)) == ["We left. Seagulls. Then it rained."]


def test_a_copy_that_was_begun_and_not_finished_belongs_to_the_loop() -> None:
    transcript = a_transcript(("Ben", "It was " + "up on the hill " * 6 + "up on"))
    (finding,) = found(AsrLoop(), transcript)
    assert texts(settled(transcript, finding)) == ["It was up on the hill"]


def test_equal_turns_in_a_row_are_one_loop_and_no_duplicates() -> None:
    turns = [("Ben", "and then you cannot do that")] * 18
    transcript = a_transcript(("Ada", "Why not?"), *turns, ("Ada", "I see."))
    (finding,) = found(AsrLoop(), transcript)
    assert len(finding.passages) == 17
    assert texts(settled(transcript, finding)) == ["Why not?", "and then you cannot do that", "I see."]
    assert not found(ExactDuplicateTurn(), transcript)


def test_a_loop_in_spanish_is_found() -> None:
    transcript = a_transcript(("Ana", "Y luego " + "la casa de mi abuela " * 5), language="es")
    assert found(AsrLoop(), transcript)


@pytest.mark.parametrize(
    "text",
    [
        "No, no, no, no, no, no, no, no, not like that.",
        "Ha ha ha ha ha ha ha ha!",
        "And we all sang la la la la la la la la.",
        "It went on and on and on and on.",
        "Five, four, three, two, one, one, one, go.",
        "It was slow, slow, slow, and then all at once.",
        "I saw it fail in Turin. I saw it fail in Milan. I saw it fail in Rome.",
    ],
)
def test_laughing_singing_and_insisting_are_no_loops(text: str) -> None:
    assert not found(AsrLoop(), a_transcript(("Ben", text)))


def test_sixty_times_no_is_a_recogniser() -> None:
    assert found(AsrLoop(), a_transcript(("Ben", "No, " * 60 + "all right.")))


def test_back_channels_in_a_row_are_no_loop() -> None:
    assert not found(AsrLoop(), a_transcript(*[("Ben", "Yeah, yeah.")] * 6))
