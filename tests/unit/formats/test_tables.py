"""CSV and TSV: a row is a turn."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.base import ImportProblem, JoinsCues, Use
from interviews.formats.csv_cells import DELIMITERS, records
from interviews.formats.csv_table import Csv
from interviews.formats.reading import read, read_text
from interviews.formats.sniffing import sniff
from tests.office import sample


def test_a_table_with_heads_gives_speakers_times_and_texts_with_their_line_breaks() -> None:
    reading = read(sample("csv/ordinary.csv"))
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in reading.transcript] == [
        ("Ada", 1500, 4000, 'Where does the river "end", exactly?'),
        ("Falk", 5000, 9000, "In the sea, I hope.\nSome of it."),
        ("Ada", 10_000, None, "And the rest?"),
    ]


def test_heads_in_german_blank_lines_stray_marks_and_a_cell_that_is_not_closed() -> None:
    reading = read(sample("csv/nasty.csv"))
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in reading.transcript.dialogue] == [
        ("Ada", 1500, 4000, 'Warum „"jetzt"“; und nicht\nspäter?'),
        ("Falk", None, None, "=SUM(A1)"),
        ("Ada", None, None, '"Ach" so'),
    ]
    assert [(turn.text, turn.aside) for turn in reading.transcript if turn.aside] == [
        ("x", "the column “Beginn”"),
        ("laut", "the column “Notiz”"),
        ("offen, bis zum Ende", "the column “Notiz”"),
    ]
    assert reading.notes == ("Passed over, since no words are in it: column “ID”.",)


def test_rows_of_a_recogniser_without_speakers_are_joined_at_pauses() -> None:
    reading = read(sample("csv/whisper.tsv"))
    assert [(turn.start, turn.end, turn.text) for turn in reading.transcript] == [
        (0, 6000, "Hello and welcome. We talk about boats today."),
        (9500, 12_000, "First, the sea."),
    ]
    assert [segment.start for segment in reading.transcript.heard["1"].segments] == [0, 2500, 4000]
    assert isinstance(Csv(), JoinsCues)
    again = Csv().read_joined(sample("csv/whisper.tsv").decode(), gap=10_000)
    assert (len(again.transcript), again.gap) == (1, 10_000)


def test_a_table_without_heads_is_told_by_what_is_in_its_columns() -> None:
    reading = read(sample("csv/no_heads.csv"), name="talk.csv")
    assert reading.format_id == "csv"
    assert [turn.speaker for turn in reading.transcript] == ["Ada", "Bo", "Ada", "Bo"]


ROWS = "Anna;0:01;Wie begann das alles?\nBernd;0:05;Mit einem geliehenen Boot.\nAnna;0:09;Und wo?\n"


@pytest.mark.parametrize(
    "heads",
    [
        "Wer;Zeit;Wortlaut",
        "Sprecher/in;Uhrzeit;Aussage",
        "Interlocuteur;Minutage;Verbatim",
        "Persona;Hora;Intervención",
        "Voce;Minuto;Battuta",
        "Deelnemer;Tijdstip;Uitspraak",
        "Pessoa;Horário;Fala",
        "Sprecher;Zeit;Bemerkung der Redaktion",  # two are known
        "Persono;Horo;Parolo",  # none is
    ],
)
@pytest.mark.parametrize("name", ["talk.csv", "talk.txt", ""])
def test_a_table_is_told_by_heads_in_any_language_and_by_its_columns(heads: str, name: str) -> None:
    reading = read(f"{heads}\n{ROWS}".encode(), name=name)
    assert reading.format_id == "csv"
    assert [(turn.speaker, turn.start, turn.text) for turn in reading.transcript.dialogue] == [
        ("Anna", 1000, "Wie begann das alles?"),
        ("Bernd", 5000, "Mit einem geliehenen Boot."),
        ("Anna", 9000, "Und wo?"),
    ]
    assert reading.unaccounted() == 0


def test_heads_that_only_look_like_it_are_kept_aside() -> None:
    talk = "".join(f"{who};Kiam vi komencis tion, {n}?\n" for n in range(2) for who in ("Anna", "Bernd"))
    reading = read_text(f"Persono;Parolo\n{talk}", name="talk.csv")
    assert [(turn.text, turn.aside) for turn in reading.transcript if turn.aside] == [
        ("Persono", "the head of a column"),
        ("Parolo", "the head of a column"),
    ]
    assert [turn.speaker for turn in reading.transcript.dialogue] == ["Anna", "Bernd"] * 2


@pytest.mark.parametrize(
    "first",
    ["Anna;0:00;Hallo", "Anna;;Hallo", "Chor;0:00;Hallo"],
)
def test_a_first_row_that_is_said_is_no_row_of_heads(first: str) -> None:
    reading = read_text(f"{first}\n{ROWS}", name="talk.csv")
    assert [turn.text for turn in reading.transcript.dialogue][:2] == ["Hallo", "Wie begann das alles?"]


def test_a_short_first_answer_of_one_who_speaks_again_is_no_row_of_heads() -> None:
    reading = read_text(
        "Anna;Ja\nBernd;Wie begann das alles denn?\nAnna;Mit einem Boot, im Mai.\nBernd;Ach?\n"
    )
    assert next(turn.text for turn in reading.transcript.dialogue) == "Ja"


def test_a_table_that_is_no_transcript_is_refused_with_what_it_needs() -> None:
    with pytest.raises(ImportProblem, match="needs a column of texts, and one of speakers or times"):
        read(sample("csv/malformed.csv"), format_id="csv")


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("1.5", "4", (1500, 4000)),
        ("1,5", "4,25", (1500, 4250)),
        ("0:01", "1:00:04", (1000, 3_604_000)),
        ("00:00:01.500", "", (1500, None)),
        ("1200", "4100", (1200, 4100)),
        ("12s", "14s", (12_000, 14_000)),
    ],
)
def test_times_are_clocks_seconds_or_milliseconds(
    start: str, end: str, told: tuple[int | None, int | None]
) -> None:
    table = f"speaker;start;end;text\nAda;{start};{end};So it began.\n"
    turn = read_text(table, format_id="csv").transcript.turns[0]
    assert (turn.start, turn.end) == told


@pytest.mark.parametrize(
    "text",
    [
        "Ann: Yes, of course, always\nBo: No, never, not once\nAnn: Well, yes, but no\n",
        "One, two, three.\nFour, five, six.\nSeven, eight, nine.\n",
        "# Title\n\n**Ann:** Yes; no\n\n**Bo:** No; yes\n",
        "| a | b |\n|---|---|\n| x | y |\n",
    ],
)
def test_prose_with_commas_is_no_table(text: str) -> None:
    assert sniff(text)[0].reader.id != "csv"


_CELLS = st.text(st.sampled_from("ab,;\t|\"'\n\r é="), max_size=8)


@given(
    st.lists(st.lists(_CELLS, min_size=1, max_size=4), min_size=1, max_size=5), st.sampled_from(DELIMITERS)
)
def test_cells_are_those_that_were_written_and_stand_where_they_say(rows: list[list[str]], sign: str) -> None:
    made = StringIO(newline="")
    csv.writer(made, delimiter=sign, quoting=csv.QUOTE_ALL).writerows(rows)
    text = made.getvalue()
    found = list(records(text, sign))
    assert [[cell.text for cell in record] for record in found] == rows
    for record in found:
        for cell in record:
            assert "".join(span.of(text) for span in cell.spans) == cell.text
            assert "".join(span.of(text) for span in cell.stripped().spans) == cell.text.strip()


@given(_CELLS, st.sampled_from(DELIMITERS))
def test_any_text_is_records_whose_cells_stand_in_it_in_order(text: str, sign: str) -> None:
    end = 0
    for record in records(text, sign):
        for cell in record:
            assert "".join(span.of(text) for span in cell.spans) == cell.text
            for span in cell.spans:
                assert end <= span.start <= span.end
                end = span.end


def test_doubled_marks_are_markup_and_the_words_their_pieces() -> None:
    reading = read_text('speaker,text\nAda,"Say ""go"" now"\n', format_id="csv")
    words = [reading.text[piece.start : piece.end] for piece in reading.pieces if piece.use is Use.TURN]
    assert "".join(words) == 'Say "go" now'
    assert reading.unaccounted() == 0


def test_the_heads_of_a_table_in_a_document_are_told_alike() -> None:
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split(';'))}</tr>"
        for row in f"Persono;Horo;Parolo\n{ROWS}".splitlines()
    )
    reading = read(f"<table>{rows}</table>".encode(), name="talk.html")
    assert [(turn.speaker, turn.start) for turn in reading.transcript.dialogue] == [
        ("Anna", 1000),
        ("Bernd", 5000),
        ("Anna", 9000),
    ]
    assert [(turn.text, turn.aside) for turn in reading.transcript if turn.aside] == [
        ("Persono\tHoro\tParolo", "the heads of the columns")
    ]
