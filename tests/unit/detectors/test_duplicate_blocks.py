import pytest

from interviews.detectors.casing import LowerCaseStart
from interviews.detectors.closings import RepeatedClosing
from interviews.detectors.duplicate_blocks import ColdOpen, DuplicateBlock
from interviews.detectors.duplicate_turns import ExactDuplicateTurn, NearDuplicateTurn
from interviews.detectors.echoes import EchoedTurn
from interviews.detectors.kinds import Severity
from tests.builders import a_transcript, found, settled, texts

BLOCK = [
    ("Ada", "When did the mill stop working for good?"),
    ("Ben", "It stopped in the autumn when the river ran low and nobody came to dredge it."),
    ("Ada", "Yes."),
    ("Ben", "My father kept the key for thirty years, in case they changed their minds."),
]
OTHER = [
    ("Ada", "Tell me about the dances on Saturdays."),
    ("Ben", "Oh, those were held in the barn behind the church, with two fiddles and a drum."),
]


def test_a_block_that_recurs_is_one_finding_with_its_short_lines() -> None:
    transcript = a_transcript(*BLOCK, *OTHER, *BLOCK)
    (finding,) = found(DuplicateBlock(), transcript)
    assert [passage.turn for passage in finding.passages] == ["7", "8", "9", "10"]
    assert [passage.turn for passage in finding.related] == ["1", "2", "3", "4"]
    assert finding.title == "Turns 7–10 repeat turns 1–4"
    assert "word for word" in finding.reason
    assert finding.evidence == (), "word for word is all that there is to say"
    after = settled(transcript, finding)
    assert texts(after) == [text for _, text in (*BLOCK, *OTHER)]
    assert not found(DuplicateBlock(), after)


def test_turns_of_a_block_are_not_reported_again_one_by_one() -> None:
    assert not found(ExactDuplicateTurn(), a_transcript(*BLOCK, *OTHER, *BLOCK))


def test_a_fault_in_a_short_line_of_a_block_is_told_once() -> None:
    block = [BLOCK[0], BLOCK[1], ("Ada", "the key too."), BLOCK[3]]
    transcript = a_transcript(*block, *OTHER, *block)
    assert [finding.passages[0].turn for finding in found(LowerCaseStart(), transcript)] == ["3"]


def test_a_block_is_found_although_some_words_changed() -> None:
    changed = [
        ("Ada", "When did the mill stop working for good?"),
        ("Ben", "It stopped in autumn when the river run low and nobody came to dredge it."),
        ("Ada", "Yes."),
        ("Ben", "My father kept the key thirty years, in case they change their minds."),
    ]
    (finding,) = found(DuplicateBlock(), a_transcript(*BLOCK, *OTHER, *changed))
    assert finding.title.endswith("with small changes")
    assert "per cent of the words" in finding.evidence[0]


def test_a_block_right_behind_itself_is_one_finding() -> None:
    (finding,) = found(DuplicateBlock(), a_transcript(*OTHER, *BLOCK, *BLOCK))
    assert [passage.turn for passage in finding.passages] == ["7", "8", "9", "10"]


def test_a_block_three_times_over_is_still_one_finding() -> None:
    transcript = a_transcript(*OTHER, *BLOCK, *BLOCK, *BLOCK)
    (finding,) = found(DuplicateBlock(), transcript)
    assert len(finding.passages) == 8
    assert [passage.turn for passage in finding.related] == ["3", "4", "5", "6"]
    assert texts(settled(transcript, finding)) == [text for _, text in (*OTHER, *BLOCK)]


def test_one_turn_alone_is_no_block() -> None:
    assert not found(DuplicateBlock(), a_transcript(*BLOCK, *OTHER, BLOCK[1]))


def test_a_leave_taken_twice_in_the_same_words_is_no_block() -> None:
    leave = [
        ("Ada", "Ben, we have run out of time, so thank you for coming all this way to us tonight."),
        ("Ben", "Thank you for having me here, it was a pleasure to talk about the old mill with you."),
    ]
    on = [
        ("Ada", "Which winter was the worst one for you?"),
        ("Ben", "The one in which the river froze and nobody could cross it for weeks."),
    ]
    transcript = a_transcript(*BLOCK, *OTHER, *leave, *on, *leave)
    assert not found(DuplicateBlock(), transcript)
    assert found(RepeatedClosing(), transcript)


def test_a_teaser_that_quotes_a_later_passage_is_a_notice_that_keeps_both() -> None:
    teaser = ("Ben", "My father kept the key for thirty years, in case they changed their minds.")
    rest = [("Ada", f"What else do you remember of house number {number}?") for number in range(12)]
    transcript = a_transcript(teaser, ("Ada", "Hello and welcome to our evening talk."), *rest, *BLOCK)
    (finding,) = found(ColdOpen(), transcript)
    assert finding.title == "Turn 1 quotes turn 18"
    assert finding.weight is Severity.NOTICE
    assert settled(transcript, finding) == transcript
    assert not found(ExactDuplicateTurn(), transcript)


@pytest.mark.parametrize(
    ("opens", "goes_on", "before_the_other", "answer", "is_teaser"),
    [
        ("Ben", "Ada", ("Ada", "And who had it?"), "", True),
        ("Ben", "Ada", ("Ada", "Somebody had it."), "They never did.", True),
        ("Ben", "Ada", ("Ada", "Somebody had it."), "", False),
        ("Ada", "Ada", ("Ada", "And who had it?"), "", False),  # another one says it the second time
        ("Ben", "Ben", ("Ada", "And who had it?"), "", False),
        ("Ben", "Ada", ("Ben", "And who had it?"), "", False),  # nor is the second one an answer
    ],
)
def test_an_answer_before_anybody_has_asked_is_a_teaser_of_a_short_interview(
    opens: str, goes_on: str, before_the_other: tuple[str, str], answer: str, *, is_teaser: bool
) -> None:
    said = "My father kept the key for thirty years, in case they changed their minds."
    transcript = a_transcript(
        (opens, said),
        (goes_on, "Let us begin at the mill."),
        *OTHER,
        before_the_other,
        ("Ben", f"{said} {answer}".strip()),
    )
    assert bool(found(ColdOpen(), transcript)) is is_teaser
    copies = [*found(ExactDuplicateTurn(), transcript), *found(NearDuplicateTurn(), transcript)]
    assert bool(copies) is not is_teaser


def test_what_is_said_again_three_turns_later_is_a_copy_at_the_start_too() -> None:
    said = ("Ben", "My father kept the key for thirty years, in case they changed their minds.")
    transcript = a_transcript(said, *OTHER, ("Ada", "And who had the key?"), said)
    assert not found(ColdOpen(), transcript)


def test_a_line_under_two_speakers_is_an_echo() -> None:
    line = "Somebody has to convince a lot of stubborn people."
    transcript = a_transcript(("Ada", line), ("Ben", line), *OTHER)
    (finding,) = found(EchoedTurn(), transcript)
    assert texts(settled(transcript, finding)) == [line, *(text for _, text in OTHER)]
    assert not found(ExactDuplicateTurn(), transcript)


def test_asking_back_and_reading_out_are_no_echo() -> None:
    line = "Somebody has to convince a lot of stubborn people"
    for reply in (f"{line}?", f"“{line}.”"):
        assert not found(EchoedTurn(), a_transcript(("Ada", f"{line}."), ("Ben", reply)))


def test_two_who_thank_each_other_are_no_echo() -> None:
    assert not found(
        EchoedTurn(), a_transcript(("Ada", "Thank you very much."), ("Ben", "Thank you very much."))
    )


TOLD = (
    "There was a meeting in the hall. Ninety people came, eighty were angry, and ten had come for biscuits."
)


def test_the_end_of_a_turn_taken_up_whole_under_another_name_is_an_echo() -> None:
    line = "Ninety people came, eighty were angry, and ten had come for biscuits."
    transcript = a_transcript(("Ada", TOLD), ("Ben", line), ("Ada", "So it was."))
    (finding,) = found(EchoedTurn(), transcript)
    assert transcript.words(finding.related[0]) == line.rstrip(".")
    assert [fix.label for fix in finding.fixes] == ["Set turn 2 aside"]
    assert not found(EchoedTurn(), settled(transcript, finding))


def test_a_few_last_words_taken_up_are_no_echo() -> None:
    assert not found(EchoedTurn(), a_transcript(("Ada", TOLD), ("Ben", "And ten had come for biscuits.")))
    assert not found(EchoedTurn(), a_transcript(("Ada", TOLD), ("Ada", TOLD[33:])))


@pytest.mark.parametrize(
    ("block", "is_one"),
    [
        (BLOCK[1:3], True),
        (
            (
                ("Ada", "And how was it there then?"),
                ("Ben", "It was cold there and wet all through the year."),
            ),
            True,
        ),
        ((("Ada", "And how?"), ("Ben", "Well.")), False),
        ((("Ada", "Thank you so much for that."), ("Ben", "Thank you for asking me that.")), False),
        (
            (("Ada", "Our sponsor gives you twenty percent off."), ("Ben", "Use the code at the checkout.")),
            False,
        ),
        ((("Ada", "But when they came to the —"), ("Ben", "And then it was all —")), False),
    ],
)
def test_a_block_says_something(block: tuple[tuple[str, str], ...], is_one: bool) -> None:
    blocks = found(DuplicateBlock(), a_transcript(("Ada", "Go on."), *block, *OTHER, *block))
    assert bool(blocks) is is_one


def test_of_two_runs_on_one_place_the_longer_is_told() -> None:
    transcript = a_transcript(*BLOCK, *OTHER, *BLOCK, ("Ada", "And the rest of it?"), *BLOCK[2:])
    blocks = found(DuplicateBlock(), transcript)
    assert [[passage.turn for passage in block.passages] for block in blocks] == [
        ["7", "8", "9", "10"],
        ["12", "13"],
    ]


def test_a_block_of_which_the_end_was_not_pasted_is_one_block() -> None:
    block = [
        ("Ada", "So how did you come to the ferry in the first place?"),
        ("Ben", "My uncle had the rope and I had the arms for it, so I pulled it every summer."),
    ]
    cut = [block[0], ("Ben", "My uncle had the rope and I had")]
    transcript = a_transcript(*block, ("Ada", "And the winters?"), ("Ben", "We sat."), *cut, ("Ada", "Good."))
    (finding,) = found(DuplicateBlock(), transcript)
    assert [passage.turn for passage in finding.passages] == ["5", "6"]
    other = [block[0], ("Ben", "My uncle had no rope at all.")]
    assert not found(DuplicateBlock(), a_transcript(*block, ("Ada", "And then?"), ("Ben", "We sat."), *other))
