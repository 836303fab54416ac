"""Bytes become text, or a sentence that a person understands."""

from __future__ import annotations

import pytest

from interviews.formats.base import ImportProblem
from interviews.formats.decoding import MAX_BYTES, MAX_LINES, checked, decode

FRENCH = "Le café était fermé ; « c’est déjà l’été », dit-elle – cœur léger."
GERMAN = "Über die Straße gehen; schöne Grüße aus Köln."
POLISH = "Dziękuję bardzo za rozmowę. Zaczęło się w małym mieście, gdzie mój ojciec prowadził piekarnię."
CZECH = "Děkuji za rozhovor, paní ředitelko. Příště přijdeme dřív, než začne pršet."
RUSSIAN = "Спасибо за интервью. Расскажите нам, как всё начиналось в маленьком городе."
TURKISH = "Görüşme için çok sağ olun. Küçük bir şehirde yaşıyorduk ve babamın fırını vardı."
GREEK = "Ευχαριστούμε που είστε μαζί μας. Ζούσαμε σε μια μικρή πόλη."
JAPANESE = "記者：今日はありがとうございます。どうでしたか？\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac-roman"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (GERMAN, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso-8859-2"),
        (CZECH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "mac-cyrillic"),
        (RUSSIAN, "utf-16-le"),
        (TURKISH, "cp1254"),
        (GREEK, "cp1253"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "utf-16-be"),
    ],
)
def test_a_file_without_a_mark_is_read_in_the_encoding_that_it_is_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(encoding: str) -> None:
    assert decode(CZECH.encode(encoding)).text == CZECH


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty"),
        (b" \r\n\t ", "The file is empty"),
        ("\ufeff \n".encode(), "only white space"),
        (b"%PDF-1.7 ...", "looks like a PDF document"),
        (b"PK\x03\x04....word/document.xml", "looks like a Word document (DOCX)"),
        (b"PK\x03\x04....", "looks like a ZIP archive"),
        (b"ID3\x04....", "looks like an MP3 recording"),
        (b"\xff\xfb\x90\x00....", "looks like an MP3 recording"),
        (b"RIFF....WAVEfmt ", "looks like a WAV recording"),
        (bytes(range(256)) * 20, "does not look like text"),
        (b"\xff\xfe\x00\xd8a\x00", "says that it is UTF-16-LE, but is damaged at byte 0"),
        (b"Ann: yes\nBo: n\x00o", "Line 2 holds a NUL character"),
        (b"x" * (MAX_BYTES + 1), "at most 5 MB can be read"),
        (b"x\n" * MAX_LINES, "200,001 lines; at most 200,000"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ImportProblem) as problem:
        decode(data)
    assert sentence in str(problem.value)


def test_five_million_bytes_are_not_too_many() -> None:
    assert len(decode(b"word " * (MAX_BYTES // 5)).text) == MAX_BYTES


def test_a_refusal_of_a_document_says_what_to_do() -> None:
    with pytest.raises(ImportProblem, match="save it as plain text"):
        decode(b"%PDF-1.7 ...")


def test_half_a_character_in_pasted_text_is_refused_with_its_line() -> None:
    with pytest.raises(ImportProblem, match=r"Line 3 holds half of a character .*U\+D83D"):
        checked("one\ntwo\nthree \ud83d")
