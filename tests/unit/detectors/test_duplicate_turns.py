import pytest

from interviews.detectors.base import Finding
from interviews.detectors.duplicate_blocks import DuplicateBlock
from interviews.detectors.duplicate_turns import ExactDuplicateTurn, NearDuplicateTurn
from interviews.detectors.kinds import Severity
from tests.builders import a_transcript, found, settled, texts

FERRY = "The ferry ran twice a day until the bridge was opened in the spring of that year."
FERRY_WORN = "The ferry ran twice day until bridge was opened in the um spring of that ear."
STOVE = "We heated the schoolhouse with a single iron stove and whatever wood the children brought."


def test_a_turn_said_again_word_for_word_is_found_and_the_later_one_goes() -> None:
    transcript = a_transcript(("Ada", "And before that?"), ("Ben", FERRY), ("Ada", "Really?"), ("Ben", FERRY))
    (finding,) = found(ExactDuplicateTurn(), transcript)
    assert [passage.turn for passage in finding.passages] == ["4"]
    assert [passage.turn for passage in finding.related] == ["2"]
    assert finding.title == "Turn 4 repeats turn 2 word for word"
    after = settled(transcript, finding)
    assert texts(after) == ["And before that?", FERRY, "Really?"]
    assert not found(ExactDuplicateTurn(), after)


def test_case_punctuation_and_spaces_do_not_count() -> None:
    shouted = FERRY.upper().replace(" ", "  ").replace(".", "!")
    assert found(ExactDuplicateTurn(), a_transcript(("Ben", FERRY), ("Ben", shouted)))


def test_the_second_fix_sets_the_earlier_one_aside() -> None:
    transcript = a_transcript(("Ben", FERRY), ("Ada", "Go on."), ("Ben", FERRY))
    (finding,) = found(ExactDuplicateTurn(), transcript)
    assert texts(settled(transcript, finding, 1)) == ["Go on.", FERRY]


def test_a_russian_turn_said_twice_is_found() -> None:
    said = "Мы приехали в город поздно вечером и долго искали гостиницу."
    assert found(ExactDuplicateTurn(), a_transcript(("Анна", said), ("Анна", said), language="ru"))


def test_back_channels_are_said_all_day() -> None:
    turns = [("Ada", STOVE), ("Ben", "Yeah, exactly right."), ("Ada", FERRY), ("Ben", "Yeah, exactly right.")]
    assert not found(ExactDuplicateTurn(), a_transcript(*turns))


def test_a_short_line_far_apart_is_a_figure_of_speech() -> None:
    filler = [("Ada", f"Then came the year {year} with its own troubles.") for year in range(1900, 1910)]
    turns = [("Ben", "I could not say, honestly."), *filler, ("Ben", "I could not say, honestly.")]
    assert not found(ExactDuplicateTurn(), a_transcript(*turns))


def test_a_sponsor_read_is_read_twice_by_design() -> None:
    read = "This hour is brought to you by Tallow and Sons, makers of candles since the year of the flood."
    assert not found(ExactDuplicateTurn(), a_transcript(("Ada", read), ("Ben", STOVE), ("Ada", read)))


def test_a_refrain_is_sung_again() -> None:
    refrain = '"And she is away with the morning,\nshe never gave me a warning."'
    verse = ("Ben", '"I rowed it once, I rowed it twice,\nI rowed it in the pouring rain."')
    assert not found(ExactDuplicateTurn(), a_transcript(("Ben", refrain), verse, ("Ben", refrain)))
    spoken = refrain.replace("\n", " ").strip('"')
    assert found(ExactDuplicateTurn(), a_transcript(("Ben", spoken), verse, ("Ben", spoken)))


def test_one_question_to_two_guests_is_no_duplicate() -> None:
    ask = "What did your family eat in the long winters up there?"
    transcript = a_transcript(("Ada", ask), ("Ben", FERRY), ("Ada", ask), ("Cleo", STOVE))
    assert not found(ExactDuplicateTurn(), transcript)


def test_a_long_question_to_two_guests_is_a_copy() -> None:
    def is_copy(words: int) -> bool:
        ask = " ".join(("What did your family", *("eat, drink and".split() * words)[: words - 5], "then?"))
        transcript = a_transcript(("Ada", ask), ("Ben", FERRY), ("Ada", ask), ("Cleo", STOVE))
        return bool(found(ExactDuplicateTurn(), transcript))

    assert not is_copy(20)
    assert is_copy(21)


def test_what_one_asks_and_another_says_is_no_question_to_two() -> None:
    said = "So your family ate nothing but fish in the winters up there"
    transcript = a_transcript(("Ada", f"{said}?"), ("Ben", FERRY), ("Ada", f"{said}."), ("Cleo", STOVE))
    assert found(ExactDuplicateTurn(), transcript)


def test_politeness_is_repeated() -> None:
    thanks = "Thank you, that explains it very well."
    turns = [("Ada", thanks), ("Ben", FERRY), ("Ada", "And the school?"), ("Ben", STOVE), ("Ada", thanks)]
    assert not found(ExactDuplicateTurn(), a_transcript(*turns))


def test_an_interrupted_sentence_is_begun_again() -> None:
    begun = "What we then wanted to do was—"
    transcript = a_transcript(("Ben", begun), ("Ada", "Sorry, go on."), ("Ben", begun))
    assert not found(ExactDuplicateTurn(), transcript)


def test_cards_read_out_in_a_game_are_left_alone() -> None:
    cards = [
        "Name a tool that every carpenter keeps at hand.",
        "Name a thing that you find in a harbour.",
        "Name an animal that sleeps through the winter.",
    ]
    talk = [("Ben", f"I never was any good at this, not in {year}.") for year in range(1951, 1957)]
    turns = [*(("Ada", card) for card in cards), *talk, *(("Ada", card) for card in cards[::-1])]
    assert not found(ExactDuplicateTurn(), a_transcript(*turns))


def test_a_worn_copy_is_found_and_set_aside() -> None:
    transcript = a_transcript(("Ben", FERRY), ("Ada", STOVE), ("Ben", FERRY_WORN))
    (finding,) = found(NearDuplicateTurn(), transcript)
    assert finding.passages[0].turn == "3"
    assert texts(settled(transcript, finding)) == [FERRY, STOVE]


def test_of_two_copies_the_one_that_lost_words_is_the_weaker_one() -> None:
    short = "The ferry ran twice until the bridge was opened in the spring."
    transcript = a_transcript(("Ben", short), ("Ada", STOVE), ("Ben", FERRY))
    (finding,) = found(NearDuplicateTurn(), transcript)
    assert texts(settled(transcript, finding)) == [STOVE, FERRY]


def test_a_copy_word_for_word_is_not_also_a_near_one() -> None:
    assert not found(NearDuplicateTurn(), a_transcript(("Ben", FERRY), ("Ada", STOVE), ("Ben", FERRY)))


def test_calling_somebodys_words_back_is_no_duplicate() -> None:
    first = "I want to return to a thing you said: “The ferry ran twice a day until the bridge.” Is it true?"
    second = "I want to return to a thing you said: “The stove had to heat the whole school.” Is it true?"
    assert not found(NearDuplicateTurn(), a_transcript(("Ada", first), ("Ben", STOVE), ("Ada", second)))


def test_one_frame_asked_of_two_things_is_no_duplicate() -> None:
    turns = [
        ("Ada", "What do you remember about the old harbour in this town?"),
        ("Ben", FERRY),
        ("Ada", "What do you remember about the old railway in this town?"),
        ("Ben", STOVE),
    ]
    assert not found(NearDuplicateTurn(), a_transcript(*turns))


@pytest.mark.parametrize(
    ("text", "between", "is_copy"),
    [
        ("Did you get up again?", ("Bo", "I told you what I did."), False),
        ("Did you get up again?", ("Ann", "Take your time."), True),  # nobody has answered
        ("You got up again after that.", ("Bo", "I told you what I did."), True),
        ("And so did you get up again at all?", ("Bo", "I told you what I did."), True),  # pasted
    ],
)
def test_a_short_question_is_put_again_to_one_who_has_not_answered_it(
    text: str, between: tuple[str, str], *, is_copy: bool
) -> None:
    transcript = a_transcript(("Bo", FERRY), ("Ann", text), between, ("Ann", text), ("Bo", "Yes, I did."))
    assert bool(found(ExactDuplicateTurn(), transcript)) is is_copy


@pytest.mark.parametrize(
    ("apart", "severity"), [(1, Severity.ERROR), (9, Severity.WARNING)], ids=["close", "far apart"]
)
def test_a_short_turn_said_again_far_away_warns_and_does_not_block(apart: int, severity: Severity) -> None:
    line = ("Ann", "We closed the old harbour gate before the water came.")
    talk = [("Bo", f"Point {n} is another matter, {'so ' * n}they say.") for n in range(30)]
    transcript = a_transcript(*talk[:10], line, *talk[10 : 10 + apart], line, *talk[10 + apart :])
    (finding,) = found(ExactDuplicateTurn(), transcript)
    assert finding.weight is severity


DODGE = "I would look very carefully at the figures."


@pytest.mark.parametrize(
    ("who", "third", "is_copy"),
    [
        ("Ann", f"{DODGE} A building is not a library.", False),
        ("Bo", f"{DODGE} A building is not a library.", True),  # another one says so
        ("Ann", "A building is not a library.", True),
    ],
)
def test_a_short_line_that_one_says_a_third_time_is_a_refrain(who: str, third: str, *, is_copy: bool) -> None:
    talk = [("Bo", f"Point {n} is another matter, {'so ' * n}they say.") for n in range(12)]
    transcript = a_transcript((who, third), *talk[:2], ("Ann", DODGE), *talk[2:], ("Ann", DODGE))
    assert bool(found(ExactDuplicateTurn(), transcript)) is is_copy


def test_a_long_turn_is_no_refrain_however_often_it_stands() -> None:
    talk = [("Bo", f"Point {n} is another matter, {'so ' * n}they say.") for n in range(12)]
    turns = [("Ann", f"{FERRY} So it was."), *talk[:2], ("Ann", FERRY), *talk[2:], ("Ann", FERRY)]
    assert found(ExactDuplicateTurn(), a_transcript(*turns))


LONG_QUESTION = "Did you see the notice that was posted on the door of the unit in June?"


@pytest.mark.parametrize(
    ("again", "between", "severity"),
    [
        (LONG_QUESTION, [("Bo", "It was a brown dog.")], Severity.NOTICE),
        (LONG_QUESTION.replace(" in June", ""), [("Bo", "It was a brown dog.")], Severity.NOTICE),
        (LONG_QUESTION, [], None),  # nobody has answered
        (LONG_QUESTION, [("Bo", f"It was dog number {n}.") for n in range(4)], None),
        (f"{LONG_QUESTION[:-1]}.", [("Bo", "It was a brown dog.")], None),
    ],
)
def test_a_question_put_again_to_one_who_has_answered_it_is_a_notice(
    again: str, between: list[tuple[str, str]], severity: Severity | None
) -> None:
    transcript = a_transcript(
        ("Bo", FERRY), ("Ann", LONG_QUESTION), *between, ("Ann", again), ("Bo", "I did.")
    )
    copies = [*found(ExactDuplicateTurn(), transcript), *found(NearDuplicateTurn(), transcript)]
    assert [copy.severity for copy in copies] == [severity]


def said_again(words: int, between: int, *, other: str = "") -> Finding:
    """The finding of a turn of so many words said again with so many turns between."""
    line = " ".join(
        "the crane was taken down in the autumn and the yard was sold to the town".split()[:words]
    )
    apart = [("Ada", f"And what of number {n}?") for n in range(between)]
    turns = [("Ada", "Tell me about it."), ("Ben", f"{line}."), *apart, ("Ben", f"{other or line}.")]
    (finding,) = [
        *found(ExactDuplicateTurn(), a_transcript(*turns)),
        *found(NearDuplicateTurn(), a_transcript(*turns)),
    ]
    return finding


@pytest.mark.parametrize(
    ("words", "between", "severity"),
    [
        (11, 2, None),
        (11, 3, Severity.WARNING),
        (12, 3, None),
        (12, 9, None),
        (5, 0, None),
    ],
)
def test_a_short_turn_far_away_only_warns(words: int, between: int, severity: Severity | None) -> None:
    assert said_again(words, between).severity is severity


@pytest.mark.parametrize(
    ("between", "told"),
    [
        (0, "The two stand one right after the other."),
        (1, "1 other turn stands between the two."),
        (2, "2 other turns stand between the two."),
    ],
)
def test_how_far_apart_two_copies_stand_is_told(between: int, told: str) -> None:
    assert said_again(12, between).evidence == (told,)


def test_the_copy_that_lost_words_is_the_weaker_one() -> None:
    whole = "the crane was taken down in the autumn and the yard was sold to the town"
    finding = said_again(16, 0, other=whole.replace("was ", "", 1))
    assert finding.evidence[0] == "15 words of 16 are the same."
    assert finding.fixes[0].label == "Set turn 3 aside"
    transcript = a_transcript(
        ("Ben", "The crane was taken and the yard was sold to the town."), ("Ben", f"{whole}.")
    )
    (finding,) = found(NearDuplicateTurn(), transcript)
    assert finding.fixes[0].label == "Set turn 1 aside"


def test_lines_of_a_quiz_are_read_out_and_two_of_them_are_copies() -> None:
    cards = [f"Name a river that runs through {where}." for where in ("Ulm", "Prague", "Lyon")]
    read = [turn for card in cards for turn in (("Host", card), ("Ada", f"I pass on {card[-5:]}"))]
    filler = [("Ben", f"I will try number {n} at once, then.") for n in range(5)]
    assert not found(ExactDuplicateTurn(), a_transcript(*read, *filler, *read[::2]))
    assert len(found(ExactDuplicateTurn(), a_transcript(*read, *filler, read[0], read[2]))) == 2


@pytest.mark.parametrize(
    ("line", "between", "is_copy"),
    [
        ("It was all there once again.", 3, True),  # six words
        ("It was all there once again.", 4, False),
        ("It was all there once again then.", 4, True),
        ("Thank you for all of that, Ada.", 0, True),
        ("Thank you for all of that, Ada.", 1, False),
        ("But when we came down to the —", 0, True),
        ("But when we came down to the —", 2, False),
        ("Our sponsor gives you twenty percent off.", 0, False),
    ],
)
def test_few_words_are_a_copy_close_by(line: str, between: int, is_copy: bool) -> None:
    apart = [("Ada", f"And what of number {n}?") for n in range(between)]
    turns = [("Ada", "Go on."), ("Ben", line), *apart, ("Ben", line), ("Ada", "I see.")]
    assert bool(found(ExactDuplicateTurn(), a_transcript(*turns))) is is_copy


@pytest.mark.parametrize(
    ("again", "is_copy"),
    [
        ("Where did your family come from before the war?", True),
        ("Where did your cousins come from before the war?", False),
        ("Where did the family come from before the war?", True),
    ],
)
def test_one_frame_about_two_things_is_no_copy(again: str, is_copy: bool) -> None:
    turns = [
        ("Ada", "Where did your family come from before the war?"),
        ("Ben", "From the north, I think."),
        ("Ada", again),
        ("Ben", "We came by boat."),
    ]
    copies = [
        *found(ExactDuplicateTurn(), a_transcript(*turns)),
        *found(NearDuplicateTurn(), a_transcript(*turns)),
    ]
    assert bool(copies) is is_copy


def test_one_question_to_two_guests_is_no_copy_and_to_one_it_is() -> None:
    asked = ("Ada", "Where did your family come from before the war?")
    first, second = ("Ben", "From the north, I think."), ("Cy", "From the south, by boat.")
    assert not found(ExactDuplicateTurn(), a_transcript(asked, first, asked, second))
    assert found(ExactDuplicateTurn(), a_transcript(asked, first, asked, ("Ben", second[1])))
    assert found(ExactDuplicateTurn(), a_transcript(asked, first, asked, ("Ada", second[1])))


SONG = "Down in the yard of the miller there stands {} and a little brown hen."
GROWN = (
    "a goat",
    "a cart and a goat",
    "a dog and a cart and a goat",
    "a girl and a dog and a cart and a goat",
)


def copies_in(*lines: str) -> list[Finding]:
    between = (
        "Louder.",
        "And the tenors?",
        "Breathe before the cart.",
        "Once more.",
        "That is better.",
    )
    turns = [turn for n, line in enumerate(lines) for turn in (("Choir", line), ("Ada", between[n]))]
    transcript = a_transcript(*turns)
    return [
        finding
        for detector in (ExactDuplicateTurn(), NearDuplicateTurn(), DuplicateBlock())
        for finding in found(detector, transcript)
        if finding.passages[0].turn in {str(n) for n in range(1, 2 * len(lines), 2)}
    ]


def test_lines_of_a_song_that_grows_are_no_copies() -> None:
    song = [SONG.format(line) for line in GROWN]
    assert copies_in(*song, song[0]) == []
    assert copies_in(*song[:3], song[0])  # three lines may be one line, mended twice
    assert copies_in(song[0], song[0], song[0], song[0])  # one line over and over is none
