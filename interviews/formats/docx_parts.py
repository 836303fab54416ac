"""A Word document (DOCX) as blocks: ECMA-376 part 1, section 17, as far as it says what is read.

Read as if changes were accepted: what was inserted is read, what was deleted is not, and a note says so.
Footnotes, comments and what heads and ends each page stand beside the text.
"""

from __future__ import annotations

from posixpath import dirname, join, normpath

from interviews.formats.archives import Archive
from interviews.formats.blocks import Block, Parsed, Sort, Unreadable, bounded, counted, flat
from interviews.formats.docx_styles import STYLE_TAGS, Styles, without_tables
from interviews.formats.docx_text import TEXT_TAGS, Body
from interviews.formats.xml_events import parse

TYPE_CHECKING = False  # see ``blocks``
if TYPE_CHECKING:
    from collections.abc import Iterator

_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_BESIDE = (("footnotes", "a footnote"), ("endnotes", "an endnote"), ("comments", "a comment in the margin"))
_PAGES = (("header", "what heads each page"), ("footer", "what ends each page"))


def parse_docx(data: bytes) -> Parsed:
    """The blocks of a document. Raises Unreadable with a sentence."""
    archive = Archive(data)
    main = next((target for kind, target in _related(archive, "") if kind == "officeDocument"), "")
    main = main if main in archive else "word/document.xml"
    if main not in archive:
        raise Unreadable("The file is no Word document: its text is missing in it. Save it again as DOCX.")
    parts = list(_related(archive, main))
    styles = Styles()
    for kind, target in parts:
        if kind == "styles":
            told = without_tables(archive.read(target))
            parse((told,), STYLE_TAGS, start=styles.start, end=styles.end)
    body = Body(styles)
    parse(archive.chunks(main), TEXT_TAGS, start=body.start, end=body.end, text=body.text)
    beside = [*_beside(archive, parts, styles), *_pages(archive, parts, styles)]
    return Parsed(tuple(bounded((*body.blocks, *beside))), tuple(_notes(body)))


def _related(archive: Archive, part: str) -> Iterator[tuple[str, str]]:
    """What a part refers to inside the archive: the last word of the kind, and the name."""
    folder = dirname(part)
    name = join(folder, "_rels", f"{part.rpartition('/')[2]}.rels")
    if name not in archive:
        return
    found: list[tuple[str, str]] = []

    def start(_: str, attributes: dict[str, str]) -> None:
        if attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            inside = target[1:] if target.startswith("/") else normpath(join(folder, target))
            found.append((attributes.get("Type", "").rpartition("/")[2], inside))

    parse(archive.chunks(name), (_RELATIONSHIP,), start=start, end=lambda _: None)
    yield from (one for one in dict.fromkeys(found) if one[1] in archive)


def _beside(archive: Archive, parts: list[tuple[str, str]], styles: Styles) -> Iterator[Block]:
    for kind, reason in _BESIDE:
        for target in (target for told, target in parts if told == kind):
            for block in _part(archive, target, styles):
                yield Block(block.text, Sort.ASIDE, reason=reason)


def _pages(archive: Archive, parts: list[tuple[str, str]], styles: Styles) -> Iterator[Block]:
    """Each text once, and none that holds page numbers alone."""
    for kind, reason in _PAGES:
        texts = [
            block.text
            for told, target in parts
            if told == kind
            for block in _part(archive, target, styles)
            if any(character.isalpha() for character in block.text)
        ]
        yield from (Block(text, Sort.ASIDE, reason=reason) for text in dict.fromkeys(texts))


def _part(archive: Archive, name: str, styles: Styles) -> Iterator[Block]:
    body = Body(styles)
    parse(archive.chunks(name), TEXT_TAGS, start=body.start, end=body.end, text=body.text)
    yield from flat(body.blocks)


def _notes(body: Body) -> Iterator[str]:
    if body.deleted:
        are = "is" if body.deleted == 1 else "are"
        yield (
            f"The document has tracked changes: {counted(body.deleted, 'deleted passage')} {are} not read, "
            "what was inserted is."
        )
    if body.hidden:
        yield f"Not read: {counted(body.hidden, 'character')} of hidden text."
    if body.symbols:
        yield f"Not read: {counted(body.symbols, 'sign')} of a symbol font, which stands for no letter."
