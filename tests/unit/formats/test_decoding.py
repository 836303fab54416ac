"""Bytes become text, or a sentence that a person understands."""

from __future__ import annotations

import pytest

from interviews.formats import json_source, recognised
from interviews.formats.base import ImportProblem
from interviews.formats.decoding import LARGEST_TIMED, MAX_BYTES, MAX_LINES, checked, decode, sized
from interviews.formats.reading import read

FRENCH = "Le café était fermé ; « c’est déjà l’été », dit-elle – cœur léger."
GERMAN = "Über die Straße gehen; schöne Grüße aus Köln."
POLISH = "Dziękuję bardzo za rozmowę. Zaczęło się w małym mieście, gdzie mój ojciec prowadził piekarnię."
CZECH = "Děkuji za rozhovor, paní ředitelko. Příště přijdeme dřív, než začne pršet."
RUSSIAN = "Спасибо за интервью. Расскажите нам, как всё начиналось в маленьком городе."
TURKISH = "Görüşme için çok sağ olun. Küçük bir şehirde yaşıyorduk ve babamın fırını vardı."
GREEK = "Ευχαριστούμε που είστε μαζί μας. Ζούσαμε σε μια μικρή πόλη."
HEBREW = "תודה רבה על הריאיון. ספרי לנו איך הכול התחיל בעיר הקטנה, לפני שלושים שנה."
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
        (HEBREW, "cp1255"),
        ("עורך: מתי התחלת?\nנעמי: כשהייתי בן עשר, בשביל סבתא.", "cp1255"),
        ("— а потом что? — потом мы уехали на север.", "cp1251"),
        ("а потом мост упал, и никто не спросил, кто его строил", "cp1251"),
        ("και μετά τι έγινε; μετά φύγαμε για τον βορρά.", "cp1253"),
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


SEGMENT = '{"start": 1.0, "end": 2.0, "seek": 0, "text": " It rained."}'


def test_what_may_hold_a_time_for_each_word_may_be_larger() -> None:
    many = MAX_BYTES // len(SEGMENT) + 1
    data = f'{{"segments": [{",".join([SEGMENT] * many)}]}}'.encode()
    assert len(data) > MAX_BYTES
    assert read(data).format_id == "whisper"
    with pytest.raises(ImportProblem, match="at most 20 MB can be read"):
        sized(b"{" + b" " * LARGEST_TIMED)


def test_what_only_looks_like_it_may_not() -> None:
    with pytest.raises(ImportProblem, match="as Plain text at most 5,000,000 can be read"):
        read(b"[00:01] Ann: Yes.\n" + b"word " * 1_000_100, format_id="plain")
    with pytest.raises(ImportProblem, match="at most 5 MB can be read"):
        sized(b"Ann: Yes." + b" " * MAX_BYTES)


def test_tags_values_and_segments_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImportProblem, match=r"hold 600,001 tags; at most 600,000 can be read"):
        read(b"WEBVTT\n\n00:00.000 --> 00:01.000\n" + b"<" * 600_001)
    monkeypatch.setattr(json_source, "MOST_VALUES", 9)
    with pytest.raises(ImportProblem, match="more than 9 values"):
        read(f'{{"segments": [{SEGMENT}, {SEGMENT}]}}'.encode())
    monkeypatch.undo()
    monkeypatch.setattr(recognised, "MOST_STRETCHES", 2)
    with pytest.raises(ImportProblem, match="more than 2 segments"):
        read(f'{{"segments": [{SEGMENT}, {SEGMENT}, {SEGMENT}]}}'.encode())
