"""An OpenDocument text (ODT) as blocks: OpenDocument 1.3 part 3, as far as it says what is read."""

from __future__ import annotations

from collections.abc import Callable

from interviews.formats.archives import Archive
from interviews.formats.blocks import Block, Parsed, Sort, Unreadable, bounded, counted, flat
from interviews.formats.flowing import Flowing
from interviews.formats.xml_events import parse

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _STYLE, _OFFICE, _FO = (
    f"{_OASIS}{part}:1.0 " for part in ("text", "table", "style", "office", "xsl-fo-compatible")
)
_MOST_SPACES = 1_000  # that one element may stand for
_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_DELETED, _CITATION = f"{_TEXT}tracked-changes", f"{_TEXT}note-citation"
# What is not in the text itself, and why.
_BESIDE = {
    f"{_TEXT}note-body": "a footnote",
    f"{_OFFICE}annotation": "a comment in the margin",
    f"{_STYLE}header": "what heads each page",
    f"{_STYLE}header-left": "what heads each page",
    f"{_STYLE}header-first": "what heads each page",
    f"{_STYLE}footer": "what ends each page",
    f"{_STYLE}footer-left": "what ends each page",
    f"{_STYLE}footer-first": "what ends each page",
}
_PAGE = frozenset({"what heads each page", "what ends each page"})
# Facts about a comment, not its words.
_SKIPPED = frozenset(
    {_CITATION, "http://purl.org/dc/elements/1.1/ creator", "http://purl.org/dc/elements/1.1/ date"}
    | {f"{_TEXT}ruby-text", f"{_OASIS}meta:1.0 date-string"}
)


def parse_odt(data: bytes) -> Parsed:
    """The blocks of a document. Raises Unreadable with a sentence."""
    archive = Archive(data)
    if "content.xml" not in archive:
        raise Unreadable("The file is no OpenDocument text: its text is missing in it. Save it again as ODT.")
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Unreadable("It is encrypted. Save it without a password, and bring that.")
    events = _Events()
    for part in ("styles.xml", "content.xml"):
        if part in archive:
            parse(archive.chunks(part), events.known, start=events.start, end=events.end, text=events.text)
    notes = []
    if events.deleted:
        are = "is" if events.deleted == 1 else "are"
        notes.append(
            f"The document has tracked changes: {counted(events.deleted, 'deleted passage')} {are} not read, "
            "what was inserted is."
        )
    beside = (block for block in dict.fromkeys(events.beside) if _tells(block))
    return Parsed(tuple(bounded((*events.blocks, *beside))), tuple(notes))


def _tells(block: Block) -> bool:
    """Page numbers alone tell nothing."""
    return block.reason not in _PAGE or any(character.isalpha() for character in block.text)


class _Paragraph(Flowing):
    def __init__(self, sort: Sort, *, bold: bool) -> None:
        super().__init__(bold=bold)
        self.sort = sort


class _Events:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.beside: list[Block] = []
        self.deleted = 0
        self._bold: dict[str, bool] = {}
        self._headings: set[str] = set()
        self._style = ""
        self._skipping = 0
        self._reasons: list[str] = []
        self._paragraphs: list[_Paragraph] = []
        self._containers: list[list[Block]] = [self.blocks]
        self._rows: list[list[tuple[Block, ...]]] = []
        self._tables = 0
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {
            f"{_STYLE}style": self._begin_style,
            f"{_STYLE}text-properties": self._text_properties,
            f"{_TEXT}p": self._begin_paragraph,
            f"{_TEXT}h": lambda attributes: self._begin_paragraph(attributes, Sort.HEADING),
            f"{_TEXT}span": self._begin_span,
            f"{_TEXT}s": self._spaces,
            f"{_TEXT}tab": lambda _: self._sign("\t"),
            f"{_TEXT}line-break": lambda _: self._sign("\n"),
            f"{_TABLE}table": self._begin_table,
            f"{_TABLE}table-row": lambda _: self._rows.append([]),
            f"{_TABLE}table-cell": lambda _: self._containers.append([]),
        }
        self._ends: dict[str, Callable[[], None]] = {
            f"{_STYLE}style": self._end_style,
            f"{_TEXT}p": self._end_paragraph,
            f"{_TEXT}h": self._end_paragraph,
            f"{_TEXT}span": self._end_span,
            f"{_TABLE}table-row": self._end_row,
            f"{_TABLE}table-cell": self._end_cell,
        }

        self.known = frozenset(
            {*self._starts, *self._ends, *_BESIDE, *_SKIPPED, _DELETED, f"{_TEXT}deletion"}
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._skipping or name == _DELETED or name in _SKIPPED:
            self._skipping += 1
            self.deleted += name == f"{_TEXT}deletion"
        elif name in _BESIDE:
            self._reasons.append(_BESIDE[name])
        elif begin := self._starts.get(name):
            begin(attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipping:
            self._skipping -= 1
        elif name in _BESIDE:
            self._reasons.pop()
        elif finish := self._ends.get(name):
            finish()

    def text(self, words: str) -> None:
        """Characters, which count inside a paragraph."""
        if self._paragraphs and not self._skipping:
            self._paragraphs[-1].write(words)

    def _begin_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get(f"{_STYLE}name", "")
        parent = attributes.get(f"{_STYLE}parent-style-name", "")
        self._bold[self._style] = self._bold.get(parent, False)
        if parent in ("Title", "Heading") or parent in self._headings or self._style == "Title":
            self._headings.add(self._style)

    def _text_properties(self, attributes: dict[str, str]) -> None:
        if self._style and (weight := attributes.get(f"{_FO}font-weight")):
            self._bold[self._style] = weight in _BOLD

    def _end_style(self) -> None:
        self._style = ""

    def _begin_paragraph(self, attributes: dict[str, str], sort: Sort = Sort.PARAGRAPH) -> None:
        style = attributes.get(f"{_TEXT}style-name", "")
        if style in self._headings:
            sort = Sort.HEADING
        self._paragraphs.append(_Paragraph(sort, bold=self._bold.get(style, False)))

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        if self._reasons:
            block = paragraph.block(Sort.ASIDE, reason=self._reasons[-1])
            block.lead = 0
            self.beside += [block] if block.text else []
        elif (block := paragraph.block(paragraph.sort)).text:
            self._containers[-1].append(block)

    def _begin_span(self, attributes: dict[str, str]) -> None:
        if self._paragraphs:
            bold = self._paragraphs[-1].bold
            bold.append(self._bold.get(attributes.get(f"{_TEXT}style-name", ""), bold[-1]))

    def _end_span(self) -> None:
        if self._paragraphs and len(self._paragraphs[-1].bold) > 1:
            self._paragraphs[-1].bold.pop()

    def _spaces(self, attributes: dict[str, str]) -> None:
        told = attributes.get(f"{_TEXT}c", "1")
        self._sign(" " * min(_MOST_SPACES, int(told) if told.isascii() and told.isdigit() else 1))

    def _sign(self, sign: str) -> None:
        if self._paragraphs:
            self._paragraphs[-1].sign(sign)

    def _begin_table(self, _attributes: dict[str, str]) -> None:
        self._tables += 1

    def _end_cell(self) -> None:
        if len(self._containers) > 1:
            cell = tuple(self._containers.pop())
            if self._rows:
                self._rows[-1].append(cell)

    def _end_row(self) -> None:
        cells = tuple(self._rows.pop()) if self._rows else ()
        if not any(cells):
            return
        row = Block("", Sort.ROW, cells=cells, table=self._tables)
        self._containers[-1] += flat((row,)) if self._rows else (row,)
