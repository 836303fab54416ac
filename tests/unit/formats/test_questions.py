"""What is asked, and what the answers do."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.answers import answered
from interviews.formats.reading import read_text
from interviews.transcript.turns import Role, Transcript

LINES = [f"{name}: {name} says number {number}." for number in range(1, 6) for name in ("Editor", "Jo Hart")]
LOOSE = [*LINES[:3], "Or both of them.", *LINES[3:7], "Nobody said this.", *LINES[7:]]
READING = read_text("\n".join(LOOSE))


def all_words(transcript: Transcript) -> Counter[str]:
    return Counter(word for turn in transcript for word in turn.text.split())


def test_keep_is_the_first_answer_and_changes_nothing() -> None:
    for question in READING.questions:
        assert answered(READING, {question.id: 0}) == READING.transcript


def test_a_loose_paragraph_is_named_by_its_line_and_its_turn() -> None:
    _, first, second = READING.questions
    assert (
        first.text == "Line 4 has no speaker and starts mid-sentence. It is kept as turn 4 without a speaker."
    )
    assert second.text == "Line 9 has no speaker. It is kept as turn 9 without a speaker."
    assert [answer.label for answer in first.answers] == ["Keep as turn 4", "Part of line 3", "Set aside"]


def test_a_loose_paragraph_can_be_given_to_the_turn_before() -> None:
    transcript = answered(READING, {"loose-4": 1})
    assert transcript["3"].text == "Editor says number 2. Or both of them."
    assert "4" not in transcript


def test_a_loose_paragraph_can_be_set_aside() -> None:
    assert answered(READING, {"loose-4": 2})["4"].aside == "a paragraph without a speaker"


def test_loose_paragraphs_behind_one_turn_are_one_question() -> None:
    reading = read_text("\n".join([*LINES[:4], "Or this.", "(pause)", "Nor that.", *LINES[4:]]))
    question = reading.questions[-1]
    assert question.text == "Lines 5 and 7 have no speaker. Each is kept as a turn without a speaker."
    assert answered(reading, {question.id: 1})["4"].text == "Jo Hart says number 2. Or this. Nor that."


def test_the_people_can_be_the_other_way_round_or_neither() -> None:
    def roles(answer: int) -> list[Role]:
        return [speaker.role for speaker in answered(READING, {"people": answer}).speakers]

    assert roles(0) == [Role.INTERVIEWER, Role.GUEST]
    assert roles(1) == [Role.GUEST, Role.INTERVIEWER]
    assert roles(2) == [Role.OTHER, Role.OTHER]


def test_an_answer_that_was_not_offered_is_refused() -> None:
    with pytest.raises(IndexError):
        answered(READING, {"people": 9})
    with pytest.raises(IndexError):
        answered(READING, {"people": -1})
    with pytest.raises(KeyError):
        answered(READING, {"loose-1": 0})


def test_who_asks_most_is_the_interviewer_where_no_label_tells() -> None:
    text = "Ann: Why?\nBo: So.\nAnn: Where?\nBo: There.\nAnn: When?\nBo: Then. Was it?"
    reading = read_text(text)
    assert [speaker.role for speaker in reading.transcript.speakers] == [Role.INTERVIEWER, Role.GUEST]
    assert reading.questions[0].text == "Bo looks like the guest; Ann like the interviewer."


def test_where_nothing_tells_the_people_nothing_is_asked() -> None:
    reading = read_text("Ann: Yes.\nBo: So.\nAnn: There.\nBo: Then.")
    assert reading.questions == ()


def test_initials_that_a_label_explains_are_the_same_person() -> None:
    reading = read_text("Jo Hart (JH): Yes.\nBo: So.\nJH: There.\nBo: Then.\nJH: Here.")
    speaker = reading.transcript.speaker("JH")
    assert speaker is not None
    assert (speaker.full_name, speaker.aliases) == ("Jo Hart", ("Jo Hart (JH)",))


@given(
    loose=st.lists(st.integers(0, 9), max_size=2, unique=True),
    notes=st.lists(st.integers(0, 9), max_size=3),
    chosen=st.lists(st.integers(0, 2), min_size=3, max_size=3),
    data=st.data(),
)
def test_answers_apply_in_any_combination_and_order(
    loose: list[int], notes: list[int], chosen: list[int], data: st.DataObject
) -> None:
    lines = []
    for place, line in enumerate(LINES):
        lines.append(line)
        lines += ["(pause)"] * notes.count(place)
        lines += ["Or left over."] * (place in loose)
    reading = read_text("\n".join(lines))
    questions = data.draw(st.permutations(reading.questions))
    answers = {question.id: answer for question, answer in zip(questions, chosen, strict=False)}
    transcript = answered(reading, answers)
    assert all_words(transcript) == all_words(reading.transcript)
    assert transcript.turns == answered(reading, dict(sorted(answers.items()))).turns
