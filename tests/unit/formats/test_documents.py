"""Word, OpenDocument, RTF and web pages: what they show becomes turns."""

from __future__ import annotations

import pytest

from interviews.formats.base import ImportProblem, Reading, Use
from interviews.formats.reading import read, read_text
from interviews.transcript.turns import Role
from tests.office import a_docx, sample, word_xml

SAID_BY_MIA = [
    ("Reporter", "Why did you stay?"),
    ("Berg", "Somebody had to open the gates & close them."),
    ("Reporter", "And in winter?"),
    ("Berg", "In winter I read. Nobody comes."),
]


def said(reading: Reading) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in reading.transcript.dialogue]


def aside(reading: Reading) -> list[tuple[str, str]]:
    return [(turn.text, turn.aside) for turn in reading.transcript if turn.aside]


@pytest.mark.parametrize("path", ["docx/ordinary", "html/ordinary.html"])
def test_bold_labels_become_speakers_and_the_heading_the_title(path: str) -> None:
    reading = read(sample(path))
    assert said(reading) == SAID_BY_MIA
    assert reading.transcript.title == "Interview with Mia Berg, lock keeper"
    assert [turn.text for turn in reading.transcript.background] == [
        "The last canal in the north has one keeper left."
    ]
    guest = reading.transcript.speaker("Berg")
    assert guest
    assert (guest.role, guest.full_name, guest.description) == (Role.GUEST, "Mia Berg", "lock keeper")


@pytest.mark.parametrize(
    ("path", "format_id"),
    [
        ("docx/ordinary", "docx"),
        ("docx/nasty", "docx"),
        ("odt/ordinary", "odt"),
        ("odt/nasty", "odt"),
        ("rtf/ordinary.rtf", "rtf"),
        ("rtf/nasty.rtf", "rtf"),
        ("html/ordinary.html", "html"),
        ("html/word.html", "html"),
        ("html/google_docs.html", "html"),
        ("html/pasted.html", "html"),
        ("html/table.html", "html"),
        ("html/podcast.html", "html"),
        ("csv/ordinary.csv", "csv"),
        ("csv/nasty.csv", "csv"),
        ("csv/whisper.tsv", "csv"),
    ],
)
def test_a_document_is_known_by_its_content_whatever_its_name(path: str, format_id: str) -> None:
    reading = read(sample(path), name="interview.txt")
    assert reading.format_id == format_id
    assert reading.sure


@pytest.mark.parametrize(
    "path",
    ["docx/nasty", "odt/nasty", "rtf/nasty.rtf", "html/ordinary.html", "html/word.html", "csv/nasty.csv"],
)
def test_every_character_that_a_document_shows_is_accounted_for(path: str) -> None:
    reading = read(sample(path))
    assert reading.unaccounted() == 0
    held = {turn.key: "" for turn in reading.transcript}
    end = 0
    for piece in reading.pieces:
        assert end <= piece.start < piece.end
        end = piece.end
        if piece.use in (Use.TURN, Use.TITLE, Use.ASIDE):
            assert piece.turn is not None
            held[piece.turn] += reading.text[piece.start : piece.end]
    for turn in reading.transcript:
        assert "".join(turn.text.split()) == "".join(held[turn.key].split())


def test_a_word_document_is_read_as_if_its_changes_were_accepted() -> None:
    reading = read(sample("docx/nasty"))
    assert said(reading) == [
        ("Kern", "When did you arrive?"),
        ("Roth", "In nineteen\N{NON-BREAKING HYPHEN}ninety."),
        (None, "A pull quote in a box."),
        ("Kern", "By train?"),
        ("Roth", "On foot, over the pass."),
        ("Kern", "Alone?"),
        ("Roth", "Never alone."),
    ]
    assert reading.notes == (
        "The document has tracked changes: 2 deleted passages are not read, what was inserted is.",
        "Not read: 14 characters of hidden text.",
    )


def test_what_stands_beside_the_text_of_a_document_is_set_aside_with_its_reason() -> None:
    assert aside(read(sample("docx/nasty"))) == [
        ("Conversation with Ilse Roth", "title"),
        ("She came with two suitcases.", "a footnote"),
        ("Check the year.", "a comment in the margin"),
        ("Draft, not for print", "what heads each page"),
    ]
    assert aside(read(sample("odt/nasty"))) == [
        ("Interview with Tom Falk", "title"),
        ("River notes, page 1", "what heads each page"),
        ("Since the flood.", "a footnote"),
        ("Funny, keep.", "a comment in the margin"),
    ]
    assert aside(read(sample("rtf/nasty.rtf"))) == [
        ("Draft 1", "what heads each page"),
        ("Spoken softly.", "a footnote"),
        ("Check this.", "a comment in the margin"),
    ]


def test_a_table_of_times_speakers_and_texts_is_a_transcript() -> None:
    reading = read(sample("odt/nasty"))
    assert [(turn.speaker, turn.start, turn.text) for turn in reading.transcript.dialogue] == [
        ("Ada", 3000, "Where  does the\nriver end?"),
        ("Falk", 9000, "In the sea, I hope.\n\nSome of it."),
        ("Ada", None, "And the rest?"),
    ]
    reading = read(sample("html/table.html"))
    assert [(turn.speaker, turn.start, turn.text) for turn in reading.transcript.dialogue] == [
        ("Ada", 1000, "Why did you go there at all?"),
        ("Bo", 9000, "Because I had to.\n\nAnd then I stayed for years."),
        ("Ada", 69_000, "Did you & your wife like it?"),
    ]
    assert reading.transcript.title == "Talk with Bo Lund"


def test_spaces_in_an_odt_run_together_and_its_headings_are_found() -> None:
    reading = read(sample("odt/ordinary"))
    assert reading.transcript.title == "Gespräch mit Jan Vogt, Orgelbauer"
    assert said(reading)[1] == ("Vogt", "Zwei Jahre, oft drei.")


def test_rtf_is_read_in_the_code_page_of_each_font() -> None:
    assert said(read(sample("rtf/nasty.rtf"))) == [
        ("Анна", "“Кто” это?"),
        ("Jiří", "Česky? Ano."),
        ("Анна", "日本😀 {x}\xa0y\N{NON-BREAKING HYPHEN}z."),
        ("Jiří", "Yes."),
    ]
    assert said(read(sample("rtf/ordinary.rtf")))[:2] == [
        ("Reporter", "Why did you stay, Frau Müller?"),
        ("Berg", "Somebody had to open the gates – and close them."),
    ]


def test_a_page_from_word_loses_its_hidden_marks_and_keeps_its_words() -> None:
    reading = read(sample("html/word.html").decode().encode("cp1252"))
    assert reading.encoding == "windows-1252"
    assert said(reading) == [
        ("Frage", "Wie lange schon?"),
        ("Ott", "Seit 1994, als der Hafen noch offen war."),
        ("Frage", "Und dann <v>?"),
        ("Ott", "Alles."),
    ]
    assert reading.notes == (
        "1 passage marked as deleted is not read.",
        "Not read: 6 characters that the page does not show.",
    )


def test_google_docs_makes_bold_by_classes_and_wraps_all_in_a_b_that_is_not() -> None:
    assert said(read(sample("html/google_docs.html"))) == [
        ("KERN", "When did you arrive?"),
        ("ROTH", "In nineteen\N{NON-BREAKING HYPHEN}ninety."),
        ("KERN", "By train?"),
        ("ROTH", "On foot, over the pass."),
    ]
    assert said(read_text(sample("html/pasted.html").decode())) == [
        ("Kern", "When did you arrive?"),
        ("Roth", "In spring."),
        ("Kern", "By train?"),
    ]


def test_a_podcasts_transcript_page_gives_speakers_and_times() -> None:
    reading = read(sample("html/podcast.html"))
    assert [(turn.speaker, turn.start) for turn in reading.transcript.dialogue] == [
        ("Ada", 0),
        ("Bo", 9000),
        ("Ada", 12_000),
    ]


def test_what_stands_around_an_article_is_set_aside_and_scripts_are_nobodys_words() -> None:
    reading = read(sample("html/ordinary.html"))
    assert aside(reading)[1:] == [
        ("Home", "navigation of the page"),
        ("The old lock in March.", "what stands under a picture"),
        ("Imprint", "what stands around the article"),
    ]
    assert "Nobody:" not in reading.text


def test_a_bold_name_above_the_words_is_a_label_and_bold_words_in_a_sentence_are_none() -> None:
    rows = [("Ann", "Why?"), ("Bo", "<b>Never</b> again."), ("Ann", "So?"), ("Bo", "<b>Never</b> say so.")]
    page = "".join(f"<p><b>{name}</b></p><p>{words}</p>" for name, words in rows)
    assert said(read_text(page)) == [
        ("Ann", "Why?"),
        ("Bo", "Never again."),
        ("Ann", "So?"),
        ("Bo", "Never say so."),
    ]


def run(text: str, *, bold: bool = False, broken: bool = False) -> str:
    """A run of a Word document; ``broken`` puts a line break before it."""
    look, line = "<w:rPr><w:b/></w:rPr>" if bold else "", "<w:br/>" if broken else ""
    return f'<w:r>{look}{line}<w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    "paragraphs",
    [
        [run("{name}", bold=True) + run("   {time}") + run("{words}", broken=True)],
        [run("0:{time}.100 --&gt; 0:{time}.900") + run("{name}", broken=True) + run("{words}", broken=True)],
        [run("{name}") + run("  {time}"), run("{words}")],
        [run("[{time}] ") + run("{name}:", bold=True) + run(" {words}")],
        [run("{time}\t{name}", bold=True) + run("\t{words}")],
        [run("{name} ({time}):", bold=True), run("{words}")],
    ],
    ids=["Teams", "old Teams", "Otter", "time before", "bold cells", "Rev"],
)
def test_word_documents_of_transcription_services_give_names_and_times(paragraphs: list[str]) -> None:
    said_ = [("Ann Lee", "0:05"), ("Bo Lund", "0:12"), ("Ann Lee", "0:19"), ("Bo Lund", "0:26")]
    body = "".join(
        f"<w:p>{paragraph.format(name=name, time=time, words=f'So this is what number {number} said.')}</w:p>"
        for number, (name, time) in enumerate(said_)
        for paragraph in paragraphs
    )
    turns = read(a_docx(word_xml(body))).transcript.dialogue
    assert [(turn.speaker, (turn.start or 0) // 1000) for turn in turns] == [
        ("Ann Lee", 5),
        ("Bo Lund", 12),
        ("Ann Lee", 19),
        ("Bo Lund", 26),
    ]
    assert [turn.text for turn in turns] == [f"So this is what number {number} said." for number in range(4)]


def test_a_question_that_is_bold_as_a_whole_keeps_its_label() -> None:
    body = ""
    for number in range(3):
        body += f"<w:p>{run(f'Frage: Wie weiter, {number}?', bold=True)}</w:p>"
        body += "".join(
            f"<w:p>{run(name, bold=True)}{run(' Es geht.')}</w:p>" for name in ("Ott:", "Lang:", "Ott:")
        )
    spoken = [turn.speaker for turn in read(a_docx(word_xml(body))).transcript.dialogue]
    assert spoken == ["Frage", "Ott", "Lang", "Ott"] * 3


def test_stars_and_signs_in_a_document_are_words_and_no_markup() -> None:
    body = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    lines = ["Ann: **Why** # not?", "Bo: _So_ 2*3*4.", "Ann: # 5", "Bo: &lt;v Bo&gt;"]
    reading = read(a_docx(word_xml("".join(body.format(line) for line in lines))))
    assert said(reading) == [
        ("Ann", "**Why** # not?"),
        ("Bo", "_So_ 2*3*4."),
        ("Ann", "# 5"),
        ("Bo", "<v Bo>"),
    ]


def test_whoever_chooses_the_wrong_format_is_told() -> None:
    with pytest.raises(ImportProblem, match="This is no Word document"):
        read(sample("odt/ordinary"), format_id="docx")
    with pytest.raises(ImportProblem, match="This is text, and no Rich text"):
        read_text("Ann: Why?", format_id="rtf")
    assert read(sample("odt/ordinary"), format_id="odt").sure == "chosen by hand"
