"""Text decoded with the wrong encoding."""

from __future__ import annotations

import pytest
from ftfy.badness import is_bad
from hypothesis import given
from hypothesis import strategies as st

from interviews.detectors.encoding import Mojibake
from tests.builders import a_transcript, found, settled, words_of


def misread(text: str, encoding: str) -> str:
    return text.encode().decode(encoding)


@pytest.mark.parametrize("encoding", ["windows-1252", "windows-1251", "mac_roman", "latin-1"])
def test_an_apostrophe_read_wrongly_is_repaired(encoding: str) -> None:
    transcript = a_transcript(("Ada", misread("We don’t know, it’s …late.", encoding)), ("Ben", "I don’t."))
    findings = found(Mojibake(), transcript)
    assert len(findings) == 3
    fixed = settled(transcript, findings[0])
    assert fixed["1"].text == "We don’t know, it’s …late."
    assert found(Mojibake(), fixed) == []


def test_a_repair_writes_quotes_as_the_rest_does() -> None:
    transcript = a_transcript(("Ada", "We donâ€™t know."), ("Ben", "It's late and I'm tired."))
    (finding,) = found(Mojibake(), transcript)
    assert finding.fixes[0].label == "Write “don't”"
    assert settled(transcript, finding)["1"].text == "We don't know."


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Wir sind Ã¼ber die BrÃ¼cke.", "Wir sind über die Brücke."),
        ("Un cafÃ© por la maÃ±ana.", "Un café por la mañana."),
        ("We donÃ¢â‚¬â„¢t know.", "We don’t know."),
        ("I don�t know.", "I don’t know."),
        ("I don?t know, it?s late.", "I don’t know, it’s late."),
        ("She said she can\x92t.", "She said she can’t."),
    ],
)
def test_bytes_read_twice_lost_or_replaced_are_repaired(broken: str, whole: str) -> None:
    transcript = a_transcript(("Ada", broken), ("Ben", "That’s fine."))
    assert settled(transcript, found(Mojibake(), transcript)[0])["1"].text == whole


@pytest.mark.parametrize(
    "sound",
    [
        "Zdeněk and Małgorzata met at the café in São Paulo – “late”, they said…",
        "Мы сидели у моря и пили чай.",
        "東京で会いました。",
        "كنا في الميناء.",
        "हम नाव पर थे।",
        "It costs €20 or £17, about 5 µm thick at 30 °C.",
        "What’s the time? It is late. Did you see it?to be sure",
        "See https://harbour.example/watch?t=12 for more.",
        "ÎLE DE RÉ",
    ],
)
def test_foreign_words_and_symbols_are_sound(sound: str) -> None:
    assert found(Mojibake(), a_transcript(("Ada", sound))) == []


@pytest.mark.parametrize(
    ("language", "sound"),
    [
        ("fr", "C’était l’été. D’être là, “TERMINÉ” ou —À Paris—, c’est “DONNÉ”… É…"),
        ("it", "“PERCHÉ” no? È… “È” vero—così."),
        ("fi", "“SITÄ”, ETTÄ… MITÄ—se on."),
        ("sv", "“PÅ” och SÅ… PÅ—här"),
        ("pt", "A “IRMÃ” de MANHÃ… «MANHÃ»"),
        ("es", "«Nº» 3, ¿QUÉ…? “ASÍ”"),
        ("pl", "(CZĘŚCI) i “SIĘ”…"),
        ("uk", "НІ, ТІ ЦІ!"),
        ("ru", "Я видел ЕЁ."),
        ("ko", "첫 책, 창 그리고 철."),
        ("ja", "猫 路 毛。"),
        ("zh", "没 每 路。"),
        ("en", "The word for a book is 책 there, and 猫 is a cat."),
        ("pt", "O SÃO João."),
        ("de", "Die SPÖ’s und „CAFÉ“ – “Über” ‚Öl‘ …"),
    ],
)
def test_words_that_could_be_bytes_of_another_encoding_are_sound(language: str, sound: str) -> None:
    assert found(Mojibake(), a_transcript(("Ada", sound), language=language)) == []


@pytest.mark.parametrize(
    ("language", "broken"),
    [("fr", "l’Å“uvre"), ("fr", "“lâ€™Ã©tÃ©â€”"), ("cs", "PÅ™íklad"), ("en", "itâ€”and"), ("sv", "pÃ¥…")],
)
def test_letters_that_were_read_wrongly_are_found_beside_these_too(language: str, broken: str) -> None:
    assert found(Mojibake(), a_transcript(("Ada", f"We wrote {broken} there."), language=language))


def test_a_file_read_wrongly_throughout_gets_one_flag_a_turn() -> None:
    text = misread("It’s here, it’s there, it’s gone, that’s it.", "windows-1252")
    transcript = a_transcript(*(("Ada", text) for _ in range(6)))
    findings = found(Mojibake(), transcript)
    assert [finding.fixes[0].label for finding in findings] == [
        f"Repair 4 words in turn {number}" for number in range(1, 7)
    ]


def test_a_lost_character_that_nobody_can_guess_is_shown_without_a_repair() -> None:
    transcript = a_transcript(("Ada", "It costs � twenty."))
    (finding,) = found(Mojibake(), transcript)
    assert finding.fixes == ()
    assert words_of(transcript, [finding]) == ["�"]


@given(st.text("aZ1.,?'“”‘’–—…", max_size=12))
def test_curly_quotes_dashes_and_dots_alone_are_never_what_a_wrong_encoding_left(text: str) -> None:
    assert not is_bad(text)
    assert found(Mojibake(), a_transcript(("Ada", text.replace("?", "")))) == []


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Er war (frÃ¼her), sagt er.", ["frÃ¼her"]),
        ("“frÃ¼her” und „nÃ¤her“.", ["“frÃ¼her”", "„nÃ¤her“"]),
        ("frÃ¼herâ€”nÃ¤her", ["frÃ¼herâ€”nÃ¤her"]),
        ("früher, Früher und FRÜHER; ÅNGSTRÖM", []),
        ("a frÃ¼her", ["frÃ¼her"]),
    ],
)
def test_a_broken_word_is_shown_without_the_marks_around_it(text: str, broken: list[str]) -> None:
    transcript = a_transcript(("Ada", text), language="de")
    shown = [
        transcript.words(passage) for finding in found(Mojibake(), transcript) for passage in finding.passages
    ]
    assert shown == broken


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("It was a caf\ufffd there.", None),
        ("Vendrá ma\ufffdana.", None),
        ("We don\ufffdt know, it\ufffds late.", "We don’t know, it’s late."),
        ("C\ufffdest l\ufffdhomme qu\ufffdelle a vu.", "C’est l’homme qu’elle a vu."),
        ("He said \ufffdgo on\ufffd twice.", "He said “go on” twice."),
        ("He said \ufffdyes\ufffd.", "He said “yes”."),
        ("He said \ufffdgo on twice.", None),
    ],
)
def test_what_could_not_be_read_is_repaired_where_only_one_mark_fits(text: str, after: str | None) -> None:
    transcript = a_transcript(("Ada", text))
    finding = found(Mojibake(), transcript)[0]
    assert (settled(transcript, finding)["1"].text if finding.fixes else None) == after


def test_a_repair_is_explained() -> None:
    (finding,) = found(Mojibake(), a_transcript(("Ada", "Er war frÃ¼her da."), language="de"))
    assert "“früher”" in finding.reason
    (finding,) = found(Mojibake(), a_transcript(("Ada", "It was a caf\ufffd there.")))
    assert "could not be read" in finding.reason


def test_two_broken_words_side_by_side_and_at_the_edges_are_two() -> None:
    transcript = a_transcript(("Ada", "frÃ¼her nÃ¤her, Ã¼ber"), language="de")
    shown = [transcript.words(one.passages[0]) for one in found(Mojibake(), transcript)]
    assert shown == ["frÃ¼her", "nÃ¤her", "Ã¼ber"]


def test_a_single_broken_letter_between_marks_is_shown() -> None:
    transcript = a_transcript(("Ada", "Das Zeichen (Ã¼) fehlt."), language="de")
    assert [transcript.words(one.passages[0]) for one in found(Mojibake(), transcript)] == ["Ã¼"]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("And that窶冱 it.", "And that’s it."),  # read as Japanese
        ("The cafﾃｩ there.", "The café there."),
        ("The caf茅 there.", "The café there."),  # as Chinese
        ("The caf챕 there.", "The café there."),  # as Korean
        ("Das gr枚脽te Boot.", "Das größte Boot."),
    ],
)
def test_letters_read_as_those_of_east_asia_are_read_again(broken: str, whole: str) -> None:
    transcript = a_transcript(("Ada", broken), ("Ben", "That’s fine."))
    assert settled(transcript, found(Mojibake(), transcript)[0])["1"].text == whole


@pytest.mark.parametrize("sound", ["Tシャツ and Aさん and SIM카드.", "卡拉OK很好。", "She is called 李Li."])
def test_words_of_two_scripts_are_fine(sound: str) -> None:
    assert found(Mojibake(), a_transcript(("Ada", sound))) == []


def test_what_nobody_sees_is_shown_by_itself() -> None:
    transcript = a_transcript(("Ada", "ï»¿We were there, and the userÂ had it."), ("Ben", "That’s fine."))
    head, space = found(Mojibake(), transcript)
    assert words_of(transcript, [head, space]) == ["ï»¿", "Â "]
    assert (
        head.reason
        == "“ï»¿” is what becomes of the mark at the head of a file when it is read with the wrong encoding."
    )
    assert space.reason == "“Â ” is what becomes of a space when it is read with the wrong encoding."
    assert settled(transcript, head)["1"].text == "We were there, and the user had it."
