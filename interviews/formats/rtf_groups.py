"""An RTF document as blocks: Rich Text Format 1.9.1, as far as it says what is read.

Groups are a stack of states of their own, so that nesting costs no call and has a limit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from interviews.formats.blocks import Block, Parsed, Sort, Unreadable, Words, bounded, counted
from interviews.formats.rtf_words import BESIDE, CHARSETS, KNOWN_STARRED, SIGNS, SKIPPED, codec

DEEPEST = 500  # groups in one another; Word writes about ten
_TOKEN = re.compile(
    rb"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|'(?P<byte>[0-9a-fA-F]{2})|(?P<sign>[^a-zA-Z]))"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)


@dataclass(slots=True)
class _State:
    """What holds in one group; an inner group begins with a copy."""

    bold: bool = False
    skip: bool = False
    table: str = ""  # the font table or the style sheet
    hidden: bool = False
    deleted: bool = False
    font: int = -1
    fallback: int = 1  # characters that stand behind a \u for readers that do not know it
    reason: str = ""
    fresh: bool = True  # nothing stood in the group so far
    starred: bool = False  # whoever does not know the next word leaves the group out


def parse_rtf(data: bytes) -> Parsed:
    """The blocks of a document. Raises Unreadable with a sentence."""
    reader = _Reader(data)
    reader.run()
    notes = []
    if reader.deleted:
        notes.append("The document has tracked changes: what was deleted is not read, what was inserted is.")
    if reader.hidden:
        notes.append(f"Not read: {counted(reader.hidden, 'character')} of hidden text.")
    beside = list(dict.fromkeys(block for block in reader.beside if block.text.strip("0123456789 ")))
    return Parsed(tuple(bounded((*reader.blocks, *beside))), tuple(notes))


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.blocks: list[Block] = []
        self.beside: list[Block] = []
        self.hidden = 0
        self.deleted = False
        self._data = data
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._default = -1
        self._styles: dict[int, list[str]] = {}
        self._style = 0
        self._is_heading = False
        self._stack: list[_State] = []
        self._state = _State()
        self._words = Words()
        self._aside = Words()
        self._bytes = bytearray()  # of characters that may need more than one
        self._wide = ""  # their encoding, where it is not that of the font
        self._drop = 0
        self._cells: list[tuple[Block, ...]] = []
        self._cell: list[Block] = []
        self._in_table = False
        self._tables = 0

    def run(self) -> None:
        """Read all of it."""
        at, end = 0, len(self._data)
        while at < end:
            match = _TOKEN.match(self._data, at)
            assert match is not None  # a token fits every byte
            at = match.end()
            kind = match.lastgroup
            if kind == "text":
                self._raw(match["text"])
            elif kind == "byte":
                self._raw(bytes((int(match["byte"], 16),)))
            elif kind == "brace":
                self._brace(match["brace"])
            elif kind in ("word", "number"):
                number = int(match["number"]) if match["number"] else None
                if match["word"] == b"bin":
                    at += max(0, min(number or 0, end))
                else:
                    self._word(match["word"].decode("ascii"), number)
            elif kind == "sign":
                self._sign(match["sign"])
        self._flush()
        self._end_paragraph()
        self._end_row()

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self._drop = 0
        if brace == b"{":
            self._state.fresh = False
            self._stack.append(self._state)
            if len(self._stack) > DEEPEST:
                raise Unreadable(f"Its groups are nested over {DEEPEST} levels deep, the most that is read.")
            self._state = replace(self._state, fresh=True)
        elif self._stack:
            inner, self._state = self._state, self._stack.pop()
            if inner.reason and not self._state.reason:
                self._end_aside(inner.reason)
            if inner.table and not self._state.table:
                self._style = 0

    def _word(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._unicode(number)
            return
        self._flush()
        self._drop = 0
        state = self._state
        fresh, state.fresh = state.fresh, False
        starred, state.starred = state.starred, False
        if word in SKIPPED or (starred and word not in KNOWN_STARRED):
            state.skip = True
        elif word in ("fonttbl", "stylesheet"):
            state.table = word
        elif fresh and word in BESIDE:
            state.reason, state.bold = BESIDE[word], False
        elif word in SIGNS:
            self._write(SIGNS[word])
        elif word == "b":
            state.bold = number != 0
        elif word == "plain":
            state.bold = state.hidden = state.deleted = False
            state.font = -1
        elif word == "v":
            state.hidden = number != 0
        elif word == "deleted":
            state.deleted = number != 0
        elif word == "uc":
            state.fallback = max(0, min(number or 0, 8))
        elif word == "ansicpg":
            self._codec = codec(number or 0)
        elif word in ("mac", "pc", "pca"):
            self._codec = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word in ("deff", "f", "fcharset"):
            self._font(word, number or 0)
        else:
            self._layout(word, number)

    def _font(self, word: str, number: int) -> None:
        if word == "deff":
            self._default = number
        elif word == "f":
            self._state.font = number
        elif number in CHARSETS:
            self._fonts[self._state.font] = CHARSETS[number]

    def _layout(self, word: str, number: int | None) -> None:
        if self._state.skip:
            return
        if word == "s" and self._state.table != "fonttbl":
            self._style = number or 0
        elif word == "outlinelevel":
            if not self._state.table:
                self._is_heading = number != 9
        elif word in ("par", "sect", "page"):
            self._end_paragraph()
        elif word == "pard":
            self._style, self._is_heading, self._in_table = 0, False, False
        elif word == "intbl":
            self._in_table = True
        elif word in ("cell", "nestcell"):
            self._in_table = True
            self._end_paragraph()
            self._cells.append(tuple(self._cell))
            self._cell = []
        elif word == "row":
            self._end_row()
        elif word == "trowd" and not self._cells and not self._cell:
            self._tables += not (self.blocks and self.blocks[-1].sort is Sort.ROW)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._state.starred = True
            return
        self._flush()
        told = {b"~": "\xa0", b"_": "\u2011", b"-": "\xad", b"\t": "\t"}
        if sign in b"\\{}":
            self._raw(sign)
        elif sign in (b"\n", b"\r"):
            self._end_paragraph()
        elif sign in told:
            self._write(told[sign])

    def _unicode(self, number: int) -> None:
        unit = (number & 0xFFFF).to_bytes(2, "little")
        if self._bytes and self._wide != "utf-16-le":
            self._flush()
        self._wide = "utf-16-le"
        self._bytes += unit
        self._drop = self._state.fallback

    def _raw(self, data: bytes) -> None:
        if self._drop:
            dropped = min(self._drop, len(data))
            self._drop -= dropped
            data = data[dropped:]
        if not data:
            return
        if self._wide:
            self._flush()
        self._bytes += data

    def _flush(self) -> None:
        """The bytes so far become characters, in the code page of their font."""
        if not self._bytes:
            return
        font = self._state.font if self._state.font >= 0 else self._default
        coding = self._wide or self._fonts.get(font, self._codec)
        if coding == "cp1252":  # as good as none: programs name it for every script
            coding = self._codec
        text = bytes(self._bytes).decode(coding, "replace")
        self._bytes.clear()
        self._wide = ""
        self._write(text)

    def _write(self, text: str) -> None:
        state = self._state
        state.fresh = False
        if state.skip or state.table == "fonttbl":
            return
        if state.table:
            self._styles.setdefault(self._style, []).append(text)
        elif state.deleted:
            self.deleted = True
        elif state.hidden:
            self.hidden += len(text)
        elif state.reason:
            self._aside.add(text)
        else:
            self._words.add(text, bold=state.bold)

    def _end_paragraph(self) -> None:
        if self._state.skip or self._state.table:
            return
        if self._state.reason:
            self._end_aside(self._state.reason)
            return
        sort = Sort.HEADING if self._is_heading or self._styled_as_heading() else Sort.PARAGRAPH
        block = self._words.block(sort)
        self._words = Words()
        if not block.text:
            return
        if self._in_table:
            self._cell.append(block)
        else:
            self._end_row()
            self.blocks.append(block)

    def _styled_as_heading(self) -> bool:
        name = "".join(self._styles.get(self._style, ())).strip(" ;").lower()
        return re.fullmatch(r"heading \d|title", name) is not None

    def _end_aside(self, reason: str) -> None:
        block = self._aside.block(Sort.ASIDE, reason=reason)
        self._aside = Words()
        if block.text:
            self.beside.append(block)

    def _end_row(self) -> None:
        if self._cell:
            self._cells.append(tuple(self._cell))
            self._cell = []
        if any(self._cells):
            self.blocks.append(Block("", Sort.ROW, cells=tuple(self._cells), table=self._tables))
        self._cells = []
