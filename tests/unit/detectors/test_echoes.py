"""A line that stands under two speakers."""

from __future__ import annotations

import pytest

from interviews.detectors.base import Finding
from interviews.detectors.echoes import EchoedTurn
from tests.builders import a_transcript, found, settled, texts

LINE = "Ninety people came and eighty were angry."
LONG = "We went to the meeting, and as I said ninety people came and eighty of them were angry."
TAIL = "Ninety people came and eighty of them were angry."


def echoed(*turns: tuple[str | None, str]) -> list[Finding]:
    return found(EchoedTurn(), a_transcript(("Ada", "What happened then?"), *turns, ("Ada", "I see.")))


def test_the_same_line_under_another_name_is_set_aside_or_the_first_one_is() -> None:
    transcript = a_transcript(("Ben", LINE), ("Ada", LINE), ("Ben", "They had come for the biscuits."))
    (finding,) = found(EchoedTurn(), transcript)
    assert [passage.turn for passage in (*finding.passages, *finding.related)] == ["2", "1"]
    assert texts(settled(transcript, finding)) == [LINE, "They had come for the biscuits."]
    assert settled(transcript, finding, 1)["1"].aside


def test_of_two_echoes_the_earlier_is_told_first() -> None:
    other = "The rest of them had come for the tea."
    found_ones = echoed(("Ben", LINE), ("Ada", LINE), ("Ben", other), ("Ada", other))
    assert [finding.passages[0].turn for finding in found_ones] == ["3", "5"]


def test_the_end_of_an_answer_taken_up_whole_is_an_echo_of_these_words_alone() -> None:
    end = "as I said ninety people came and eighty of them were angry"
    transcript = a_transcript(("Ben", LONG), ("Ada", f"{end}."))
    (finding,) = found(EchoedTurn(), transcript)
    assert transcript.words(finding.related[0]) == end
    assert len(finding.fixes) == 1
    assert texts(settled(transcript, finding)) == [LONG]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Ben", LONG), ("Ada", TAIL)),  # nine words
        (("Ben", LONG), ("Ben", f"as I said {TAIL}")),
        (("Ben", LONG), (None, f"as I said {TAIL}")),
        (("Ben", LONG), ("Ada", f"as I said {TAIL[:-1]}, and rightly.")),
        (("Ben", LONG), ("Ada", f"as I said {TAIL[:-1]}?")),
        (("Ben", LINE), ("Ada", f"“{LINE}”")),
        (("Ben", LINE), ("Ada", f"{LINE[:-1]}?")),
        (("Ben", f"{LINE[:-1]}?"), ("Ada", LINE)),
        (("Ben", LINE), ("Ada", "Ninety people came and only eight were hungry.")),
        (("Ben", "Thank you."), ("Ada", "Thank you.")),
        (("Ben", f"It always says, “{LINE}”"), ("Ada", f"It always says, “{LINE}”")),
    ],
)
def test_taking_up_asking_back_and_reading_out_are_no_echo(
    first: tuple[str, str], second: tuple[str | None, str]
) -> None:
    assert not echoed(first, second)


def test_a_question_under_two_names_is_an_echo_where_the_second_goes_on() -> None:
    ask = "Is it true that you write on your gloves?"
    answer = "Only on the inside, where nobody sees it."
    assert echoed(("Ben", ask), ("Ada", ask), ("Ada", answer))
    assert not echoed(("Ben", ask), ("Ada", ask), ("Ben", answer))
    assert not echoed(("Ben", ask), ("Ada", f"Well, {ask}"), ("Ada", answer))


def test_a_stage_note_before_a_line_does_not_hide_its_echo() -> None:
    assert echoed(("Ben", f"[laughs] {LINE}"), ("Ada", LINE))
    assert not echoed(("Ben", f"Well, {LINE}"), ("Ada", LINE))
    assert not echoed(("Ben", "[laughs] I had thought so."), ("Ada", "I had thought so."), ("Ben", "Yes."))


def test_how_far_apart_two_echoes_stand_and_how_alike_they_are_decides() -> None:
    near = "Ninety people came and eighty-one were angry."
    assert not echoed(("Ben", LINE), ("Ada", near))
    long = "Ninety people came to the hall that night and eighty of them were angry about the crane."
    assert echoed(("Ben", long), ("Ada", long.replace("that night", "tonight")))
    assert not echoed(("Ben", long), ("Ada", long.replace("to the hall that night", "there")))
