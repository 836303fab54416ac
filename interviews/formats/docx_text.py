"""The text of one part of a Word document: paragraphs, with bold starts and rows of tables."""

from __future__ import annotations

from interviews.formats.blocks import Block, Sort, Words, flat
from interviews.formats.docx_styles import Styles, is_on, known, value

# What this program's own documents are told by: names of styles, as ``docx`` writes them. Word and
# LibreOffice keep the names; their ids change.
OWN_STYLES = {
    "newsroom title": Sort.TITLE,
    "newsroom standfirst": Sort.STANDFIRST,
    "newsroom facts": Sort.FACTS,
    "newsroom background": Sort.BACKGROUND,
    "newsroom turn": Sort.TURN,
    "newsroom more": Sort.MORE,
}
OWN_SPEAKER, OWN_TIME = "newsroom speaker", "newsroom time"

TEXT_TAGS = known(
    *("p", "r", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "ptab", "sym"),
    *("pPr", "rPr", "pStyle", "rStyle", "b", "i", "vanish", "outlineLvl", "tabs"),
    *("tbl", "tr", "tc", "del", "moveFrom", "instrText", "delText", "rt", "footnote", "endnote"),
    *("pPrChange", "rPrChange", "tblPrChange", "sectPr"),
)
TEXT_TAGS["http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"] = "Fallback"
TEXT_TAGS["http://schemas.openxmlformats.org/officeDocument/2006/math t"] = "t"
_SKIPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "rt", "Fallback"}
    | {"pPrChange", "rPrChange", "tblPrChange", "sectPr", "tabs"}
)
_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}


class _Paragraph(Words):
    def __init__(self) -> None:
        super().__init__()
        self.style = ""
        self.outlined = False


class Body:
    """Makes ``blocks`` out of the events of one part, and counts what is not read."""

    def __init__(self, styles: Styles) -> None:
        self.blocks: list[Block] = []
        self.deleted = 0
        self.hidden = 0
        self.symbols = 0
        self._styles = styles
        self._skipping = 0
        self._paragraphs: list[_Paragraph] = []
        self._boxes: list[Block] = []  # paragraphs of text boxes, which stand behind their anchor's
        self._containers: list[list[Block]] = [self.blocks]
        self._rows: list[list[tuple[Block, ...]]] = []
        self._tables = 0
        self._in_paragraph_properties = False
        self._in_run = self._in_text = False
        self._run_bold: bool | None = None
        self._run_italic = False
        self._run_style = ""
        self._run_hidden = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        tag = TEXT_TAGS.get(name)
        if self._skipping or tag in _SKIPPED:
            self._skipping += 1
            # In the properties of a run or a row, "del" marks its end, which holds no words.
            in_text = bool(self._paragraphs) and not self._in_run and not self._in_paragraph_properties
            self.deleted += self._skipping == 1 and tag in ("del", "moveFrom") and in_text
        elif tag == "t":
            self._in_text = True
        elif tag == "r":
            self._in_run, self._run_bold, self._run_style, self._run_hidden = True, None, "", False
            self._run_italic = False
        elif tag == "p":
            self._paragraphs.append(_Paragraph())
        elif tag == "pPr":
            self._in_paragraph_properties = True
        elif tag in ("footnote", "endnote") and value(attributes, "type") not in ("", "normal"):
            self._skipping = 1  # the line above the notes
        elif tag == "tbl":
            self._tables += 1
        elif tag == "tr":
            self._rows.append([])
        elif tag == "tc":
            self._containers.append([])
        elif self._paragraphs and tag:
            self._inside(tag, attributes)

    def _inside(self, tag: str, attributes: dict[str, str]) -> None:
        paragraph = self._paragraphs[-1]
        if self._in_paragraph_properties:
            if tag == "pStyle":
                paragraph.style = value(attributes)
            elif tag == "outlineLvl":
                paragraph.outlined = value(attributes) != "9"
        elif not self._in_run:
            return
        elif tag == "b":
            self._run_bold = is_on(attributes)
        elif tag == "i":
            self._run_italic = is_on(attributes)
        elif tag == "rStyle":
            self._run_style = value(attributes)
        elif tag == "vanish":
            self._run_hidden = is_on(attributes)
        elif tag == "sym":
            self.symbols += 1
        elif tag in _SIGNS:
            self._add(_SIGNS[tag])

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipping:
            self._skipping -= 1
            return
        tag = TEXT_TAGS.get(name)
        if tag == "t":
            self._in_text = False
        elif tag == "r":
            self._in_run = False
        elif tag == "pPr":
            self._in_paragraph_properties = False
        elif tag == "p":
            self._end_paragraph()
        elif tag == "tc" and len(self._containers) > 1:
            cell = tuple(self._containers.pop())
            if self._rows:
                self._rows[-1].append(cell)
        elif tag == "tr" and self._rows:
            self._end_row(tuple(self._rows.pop()))

    def text(self, words: str) -> None:
        """Characters, which count inside the text of a run."""
        if self._in_text and not self._skipping:
            self._add(words)

    def _add(self, words: str) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs[-1]
        if self._run_hidden:
            self.hidden += len(words)
            return
        bold = self._run_bold
        if bold is None and self._run_style:
            bold = self._styles.is_bold(self._run_style)
        if bold is None:
            bold = self._styles.is_bold(paragraph.style)
        own = self._styles.name(self._run_style) if self._run_style else ""
        if own == OWN_TIME:
            paragraph.time = (paragraph.length, paragraph.length + len(words))
        paragraph.slanted = self._run_italic
        paragraph.add(words, bold=bool(bold) or own == OWN_SPEAKER)

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        is_heading = paragraph.outlined or self._styles.is_heading(paragraph.style)
        sort = OWN_STYLES.get(
            self._styles.name(paragraph.style), Sort.HEADING if is_heading else Sort.PARAGRAPH
        )
        block = paragraph.block(sort)
        if self._paragraphs:
            self._boxes += [block] if block.text else []
            return
        if block.text:
            self._containers[-1].append(block)
        self._containers[-1] += self._boxes
        self._boxes.clear()

    def _end_row(self, cells: tuple[tuple[Block, ...], ...]) -> None:
        """A row of a table in a table is read as the paragraphs in it."""
        if not any(cells):
            return
        row = Block("", Sort.ROW, cells=cells, table=self._tables)
        self._containers[-1] += flat((row,)) if self._rows else (row,)
