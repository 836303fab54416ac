"""Which turns take leave, where they do it twice, and which replies belong to it."""

from __future__ import annotations

import pytest

from interviews.detectors.analysis import Analysis
from interviews.detectors.shape.leave_taking import LeaveTaking
from tests.builders import a_transcript

Said = tuple[str | None, str]

TALK: list[Said] = [
    ("Host", "Who built the weir?"),
    ("Mara", "The millers did, three families of them, and they paid for it in flour for twenty years."),
    ("Host", "And who owns it now?"),
    ("Mara", "Nobody can say, since the papers went down the river with the town hall in the flood."),
    ("Host", "Does it still hold?"),
    ("Mara", "It holds as long as the willows hold, and they are older than anybody who looks after them."),
]
MORE: list[Said] = [
    ("Host", "What lives in the pool?"),
    ("Mara", "Trout, a pair of otters, and a heron that has been there for as long as I have."),
]
KINDS = "pike trout otter heron newt perch crane roach swan adder mink toad vole dace eel".split()


def exchanges(many: int) -> list[Said]:
    """Questions and answers of which no two have a word in common."""
    return [
        turn
        for number in range(many)
        for turn in (("Host", f"Which{number}?"), ("Mara", " ".join(f"{kind}{number}" for kind in KINDS)))
    ]


BYE = "Thank you for your time, Mara. Goodbye."
LEFT = "We must leave it there. Thanks for coming."


def leave_taking(*turns: Said) -> LeaveTaking:
    return Analysis(a_transcript(*turns)).leave_taking


def closings(*turns: Said) -> list[tuple[int, int, float]]:
    """(place of the earlier one, of the later one, how sure) for each closing said twice."""
    return [
        (closing.earlier.place, closing.later.place, closing.sure)
        for closing in leave_taking(*turns).closings
    ]


def closes(*turns: Said) -> bool:
    return bool(closings(*turns))


def test_the_same_words_at_the_end_are_surest() -> None:
    end = ("Host", BYE)
    assert closings(*TALK, end, *MORE, end) == [(6, 9, 0.97)]
    assert closings(*TALK, end, *MORE, end, *exchanges(4)) == [(6, 9, 0.88)]
    assert closings(*TALK, end, *MORE, ("Host", LEFT)) == [(6, 9, 0.6)]


def test_six_turns_may_follow_the_last_closing() -> None:
    end = ("Host", BYE)
    assert closings(*TALK, end, *MORE, end, *exchanges(3)) == [(6, 9, 0.97)]
    assert closings(*TALK, end, *MORE, end, *exchanges(3), ("Host", "So.")) == [(6, 9, 0.88)]


def test_hardly_an_end_counts_where_it_is_said_again_in_the_same_words_at_the_end() -> None:
    wish = ("Host", "Good luck with the weir and the willows.")
    assert closings(*TALK, wish, *MORE, wish) == [(6, 9, 0.88)]
    assert not closes(*TALK, wish, *MORE, wish, *exchanges(4))
    assert not closes(*TALK, wish, *MORE, ("Host", "Good luck to those who come after us all."))


def test_of_three_closings_each_of_the_first_two_is_ended_again() -> None:
    end = ("Host", BYE)
    found = closings(*TALK, end, *MORE, end, *exchanges(1), end)
    assert found == [(6, 9, 0.97), (9, 12, 0.97)]


def test_the_replies_to_a_first_closing_belong_to_it() -> None:
    reply = ("Mara", "Thank you for having me.")
    turns = [*TALK, ("Host", BYE), reply, *MORE, ("Host", BYE), reply]
    (closing,) = leave_taking(*turns).closings
    assert [ending.place for ending in closing.replies] == [7]
    assert leave_taking(*turns).places == {(6, 10), (7, 10), (7, 11), (7, 12), (7, 13)}


def test_what_the_same_speaker_adds_is_no_reply() -> None:
    turns = [*TALK, ("Host", BYE), ("Host", "Take care, Mara."), *MORE, ("Host", BYE)]
    (closing,) = leave_taking(*turns).closings
    assert closing.replies == ()


def test_the_turns_that_can_end_an_interview_are_known_by_their_place() -> None:
    turns = [*TALK, ("Host", BYE), ("Mara", "Thanks."), ("Host", "Well, good luck."), ("Mara", "Goodbye.")]
    assert leave_taking(*turns).endings == {6, 9}


@pytest.mark.parametrize(
    ("before", "closed"),
    [
        (TALK, True),
        (TALK[:2], True),
        ([], False),
    ],
)
def test_thanks_in_the_first_fifth_are_for_the_invitation(before: list[Said], closed: bool) -> None:
    assert closes(*before, ("Host", BYE), *MORE, ("Host", BYE)) is closed


def test_in_a_long_interview_the_first_twelve_turns_open_it() -> None:
    end = ("Host", BYE)
    long = exchanges(50)
    assert not closes(*long[:11], end, *long[11:], end)
    assert closes(*long[:12], end, *long[12:], end)


def test_a_closing_has_three_words() -> None:
    assert closes(*TALK, ("Host", "Goodbye then, Mara."), *MORE, ("Host", "Goodbye then, Mara."))
    assert not closes(*TALK, ("Host", "Goodbye, Mara."), *MORE, ("Host", "Goodbye, Mara."))


def test_two_goodbyes_within_three_turns_are_one_leave_taking() -> None:
    end, word = ("Host", BYE), ("Mara", "Well, and so it is with us all down here by the water in the end.")
    assert not closes(*TALK, end, word, word, end)
    assert closes(*TALK, end, word, word, word, end)


def test_two_goodbyes_with_an_exchange_between_are_two() -> None:
    assert closes(*TALK, ("Host", BYE), *MORE, ("Host", BYE))


def test_a_closing_is_repeated_by_the_same_person_or_by_another_who_asks() -> None:
    asks = ("Jon", "And what does it cost?"), ("Mara", "Nothing.")
    asks_on = ("Jon", "And who pays for it?"), ("Mara", "Nobody here.")
    assert closes(*TALK, *asks, ("Host", BYE), *asks_on, *MORE, ("Jon", BYE))
    assert not closes(*TALK, ("Host", BYE), *MORE, ("Mara", BYE))


def by_acts(first: str, between: list[Said] = MORE, *, talk: list[Said] = TALK) -> bool:
    """Whether a closing counts that the last one repeats in no word."""
    return closes(*talk, ("Host", first), *between, ("Host", "And that's all we have time for."))


def test_a_closing_without_its_words_is_followed_by_an_exchange_with_the_same_guest() -> None:
    other = [MORE[0], ("Jon", MORE[1][1])]
    assert by_acts("Goodbye, both of you.")
    assert not by_acts("Goodbye, both of you.", other)
    assert not by_acts("Goodbye, both of you.", [MORE[0], ("Mara", "Trout.")])
    assert not by_acts("Goodbye, both of you.", [("Host", "So much for that."), MORE[1]])


def test_whoever_is_named_in_a_closing_must_speak_again() -> None:
    talk = [*TALK, ("Host", "Is that so?"), ("Jon", TALK[1][1])]
    goes_on = [MORE[0], ("Jon", MORE[1][1])]
    assert by_acts("Goodbye, Jon, and mind yourself.", goes_on, talk=talk)
    assert by_acts("Goodbye, the two of you.", goes_on, talk=talk)
    assert not by_acts("Goodbye, Mara, and mind yourself.", goes_on, talk=talk)


def test_whoever_was_thanked_spoke_within_eight_turns_before() -> None:
    short = [("Host", "Yes."), ("Host", "So it is.")]
    assert by_acts("Goodbye, both of you.", talk=[*TALK, *short * 3, short[0]])
    assert not by_acts("Goodbye, both of you.", talk=[*TALK, *short * 4])


def test_an_announced_break_closes_nothing() -> None:
    assert not by_acts("Take care, we will be right back.")
    assert not by_acts("Goodbye for now, but first any closing remarks.")


def test_a_guest_who_wishes_closes_nothing() -> None:
    end = ("Mara", "And that's all we have time for.")
    assert not closes(*TALK, ("Mara", "Goodbye, both of you."), *MORE, *MORE, end)


def test_one_act_closes_in_fifteen_words_from_where_it_begins_and_two_in_sixty() -> None:
    def said(words: int) -> str:
        return " ".join(["water"] * words)

    assert by_acts(f"{said(57)}. Take care, Mara.")
    assert by_acts(f"Thanks for your time. {said(11)}.")
    assert not by_acts(f"Thanks for your time. {said(12)}.")
    assert by_acts(f"{said(54)}. Good luck from all our listeners.")
    assert not by_acts(f"{said(55)}. Good luck from all our listeners.")


def test_two_closings_without_a_word_in_common_are_thirty_turns_apart_at_the_most() -> None:
    assert by_acts("Goodbye, both of you.", MORE * 14 + [("Host", "So it was.")], talk=TALK * 2)
    assert not by_acts("Goodbye, both of you.", MORE * 15, talk=TALK * 2)


LEAVE: list[Said] = [("Host", "Many thanks for coming in."), ("Mara", "A pleasure. Mind how you go.")]
AGAIN: list[Said] = [("Host", "That's all we have time for.")]
JON: list[Said] = [
    ("Host", "And who is up there?"),
    ("Jon", "That would be the keeper, who looks after the sluice and never sleeps."),
]


def test_leave_that_two_take_is_taken_again_by_anybody_and_in_any_words() -> None:
    assert closes(*TALK, *LEAVE, *MORE, *AGAIN)
    assert closes(*TALK, *LEAVE, *MORE, ("Ada", "That's all we have time for."))
    assert not closes(*TALK, *LEAVE[:1], *MORE, ("Ada", "That's all we have time for."))
    assert not closes(*TALK, ("Host", "Thanks."), ("Mara", "Cheers."), *MORE, *AGAIN)


def test_who_takes_leave_is_asked_again() -> None:
    end = ("Ada", "That's all we have time for.")
    assert not closes(*TALK, *JON, *LEAVE, *JON, end)
    assert closes(*TALK, *JON, *LEAVE, *JON, *MORE, end)


def test_a_guest_who_leaves_early_is_not_heard_again() -> None:
    leave = ("Host", "Thanks for coming."), ("Jon", "Thank you. Bye, Mara."), ("Mara", "Bye, Jon.")
    assert closes(*TALK, *JON, *leave, *exchanges(4), *AGAIN)
    assert not closes(*TALK, *JON, *leave, *exchanges(5), *AGAIN)
    assert closes(*TALK, *JON, *leave, *exchanges(5), JON[1], *AGAIN)


def test_what_people_ask_in_parting_is_no_exchange() -> None:
    found = ("Mara", "On the wall of the town hall, where my name is on the list of the wardens.")
    for question in ("Where can our listeners find you?", "Any last words?", "Is there anything else?"):
        assert not closes(*TALK, *LEAVE, ("Host", question), found, *AGAIN)
    assert closes(*TALK, *LEAVE, ("Host", "Where is the list of them?"), found, *AGAIN)


def test_without_names_and_question_marks_two_turns_of_substance_are_an_exchange() -> None:
    said: list[Said] = [
        (None, text.replace("?", "").rstrip(".").lower()) for _, text in (*TALK, *TALK, *LEAVE, *TALK[2:4])
    ]
    end = (None, "so that is all i have time for then thank you")
    assert not closes(*said, end)
    assert closes(*said, (None, TALK[5][1].lower()), end)


def wishes(wish: str, reply: str = "That is kind of you.", *, asked: int = 3) -> bool:
    told = [turn if place < 2 * asked else ("Host", "I see.") for place, turn in enumerate(TALK[::2])]
    talk = [turn for pair in zip(told, TALK[1::2], strict=True) for turn in pair]
    return closes(*talk, ("Host", wish), ("Mara", reply), *MORE, ("Host", LEFT))


def test_a_wish_of_one_who_always_asks_closes_where_it_is_answered_in_a_sentence() -> None:
    assert wishes("Good luck with the weir.")
    assert not wishes("Good luck with the weir.", "Do you think so?")
    assert not wishes("A dry summer to you.")


def test_a_wish_and_its_answer_have_thirty_words() -> None:
    def said(words: int) -> str:
        return " ".join(["water"] * words)

    assert wishes(f"{said(25)}. Good luck with the weir.")
    assert not wishes(f"{said(26)}. Good luck with the weir.")
    assert wishes("Good luck with the weir.", f"{said(30)}.")
    assert not wishes("Good luck with the weir.", f"{said(31)}.")


def test_thanks_for_watching_are_a_recogniser_s_where_more_than_an_end_follows() -> None:
    end = ("Host", "Thanks for watching.")
    assert closes(*TALK, end, *MORE, end)
    assert not closes(*TALK, end, *exchanges(3), end)


def test_an_answer_of_twelve_words_that_wishes_is_no_leave() -> None:
    def answered(words: int) -> bool:
        said = " ".join(f"river{number}" for number in range(words - 2))
        answer = ("Mara", f"{said} good luck.")
        return closes(*TALK, ("Host", "And the millers?"), answer, *MORE, ("Host", "And they?"), answer)

    assert answered(11)
    assert not answered(12)


def test_what_recurs_with_more_around_it_is_a_block() -> None:
    block = [*MORE, ("Host", BYE)]
    assert not closes(*TALK, *block, *TALK[:2], *block)
    assert closes(*TALK, MORE[0], ("Mara", "No."), ("Host", BYE), *TALK[:2], ("Mara", "No."), ("Host", BYE))


ELSEWHERE = {
    "de": (
        (
            "Wer hat das Wehr gebaut?",
            "Drei Müllerfamilien, und bezahlt haben sie es zwanzig Jahre lang mit Mehl.",
        ),
        ("Dann wünschen wir Ihnen trockene Füße. Auf Wiedersehen.", "Kommen Sie gut heim."),
        ("Hält es denn noch?", "So lange, wie die Weiden halten, und die sind älter als wir alle."),
        "Damit sind wir am Ende. Wir bedanken uns für das Gespräch.",
    ),
    "fr": (
        (
            "Qui a construit le barrage ?",
            "Trois familles de meuniers, qui l'ont payé en farine pendant vingt ans.",
        ),
        ("Je vous laisse. Merci pour votre accueil.", "Rentrez bien."),
        (
            "Est-ce qu'il tient encore ?",
            "Aussi longtemps que les saules, et ils sont plus vieux que nous tous.",
        ),
        "C'était un plaisir. Au revoir.",
    ),
    "es": (
        (
            "¿Quién construyó la presa?",
            "Tres familias de molineros, y la pagaron con harina durante veinte años.",
        ),
        ("No le robamos más tiempo. Que tenga buena tarde.", "Vayan con cuidado."),
        ("¿Y aguanta todavía?", "Lo que aguanten los sauces, que son más viejos que todos nosotros."),
        "Hasta aquí la charla. Muchas gracias por recibirnos.",
    ),
    "it": (
        ("Chi ha costruito la chiusa?", "Tre famiglie di mugnai, e l'hanno pagata in farina per venti anni."),
        ("Non le rubo altro tempo. Grazie per la chiacchierata.", "Buona giornata."),
        ("E tiene ancora?", "Finché tengono i salici, che sono più vecchi di tutti noi messi insieme."),
        "Ci fermiamo qui. È stato un piacere ascoltarla.",
    ),
}


@pytest.mark.parametrize("language", ELSEWHERE)
def test_leave_is_taken_twice_in_other_languages_too(language: str) -> None:
    talk, leave, more, end = ELSEWHERE[language]
    said = [*talk * 3, *leave, *more, end]
    turns = [(("Host", "Mara")[place % 2], text) for place, text in enumerate(said)]

    def found(turns: list[tuple[str, str]], language: str) -> list[tuple[int, int]]:
        closings = Analysis(a_transcript(*turns, language=language)).leave_taking.closings
        return [(closing.earlier.place, closing.later.place) for closing in closings]

    assert found(turns, language) == [(6, 10)]
    assert found([*turns[:6], *turns[8:]], language) == []
    assert found(turns, "nl") == []
