"""XML as tags and words with their places in the source, without a tree."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol
from xml.parsers.expat import ErrorString, ExpatError, ParserCreate, XMLParserType

from interviews.formats.base import ImportProblem
from interviews.formats.references import unreferenced

DEEPEST = 100  # levels; captions in a table of a page of a book would need twenty
_CDATA = re.compile(r"<!\[CDATA\[(?P<inner>.*?)\]\]>", re.DOTALL)


class Places(Protocol):
    """What is told, in the order of the source; start and end count in code points.

    Between two tags ``words`` may be told several times. An empty element is a tag that opens, and one that
    closes and takes no place. Names have lost their prefix: namespaces are often wrong, or not declared.
    """

    def opened(self, name: str, attributes: dict[str, str], start: int, end: int) -> None: ...

    def closed(self, name: str, start: int, end: int) -> None: ...

    def words(self, start: int, end: int) -> None: ...

    def other(self, start: int, end: int) -> None:
        """A comment, a declaration, a processing instruction."""
        ...


def tell(source: str, places: Places) -> None:
    """Tell what stands in an XML file, in time that grows with its length.

    Raises ImportProblem for what is no XML, is nested over ``DEEPEST`` levels, or declares a document type:
    entities that grow and files that are fetched begin there.
    """
    teller = _Teller(source, places)
    parser = ParserCreate("utf-8")
    parser.buffer_text = False
    teller.listen(parser)
    try:
        parser.Parse(teller.data, True)
    except ExpatError as error:
        line = error.lineno + source[: teller.skipped].count("\n")
        raise ImportProblem(
            f"The XML breaks at line {line}: {ErrorString(error.code)}. The file may be damaged or cut short."
        ) from None
    teller.finish()


def plain(written: str) -> str:
    """The words that a stretch of XML spells: references are replaced, CDATA stands as it is."""
    if "<" not in written:
        return unreferenced(written)
    parts, at = [], 0
    for section in _CDATA.finditer(written):
        parts += [unreferenced(written[at : section.start()]), section["inner"]]
        at = section.end()
    return "".join((*parts, unreferenced(written[at:])))


class _Teller:
    """Each event is told when the next one shows where it ends."""

    def __init__(self, source: str, places: Places) -> None:
        self.places = places
        self.skipped = len(source) - len(source.lstrip())
        self.source = source
        self.data = source[self.skipped :].encode("utf-8")
        self.is_ascii = len(self.data) == len(source) - self.skipped
        self.depth = 0
        self.at = 0  # bytes
        self.place = self.skipped  # code points
        self.waiting: Callable[[int, int], None] = places.other

    def listen(self, parser: XMLParserType) -> None:
        is_cdata = False

        def open_one(name: str, attributes: dict[str, str]) -> None:
            self.depth += 1
            if self.depth > DEEPEST:
                raise ImportProblem(
                    f"The XML is nested over {DEEPEST} levels deep, the most that is read. Captions need few."
                )
            local = name.rpartition(":")[2]
            self._next(
                parser.CurrentByteIndex, lambda start, end: self.places.opened(local, attributes, start, end)
            )

        def close_one(name: str) -> None:
            self.depth -= 1
            local = name.rpartition(":")[2]
            self._next(parser.CurrentByteIndex, lambda start, end: self.places.closed(local, start, end))

        def text(_: str) -> None:
            if not is_cdata:
                self._next(parser.CurrentByteIndex, self.places.words)

        def cdata(begins: bool) -> Callable[[], None]:
            def told() -> None:
                nonlocal is_cdata
                is_cdata = begins
                if begins:
                    self._next(parser.CurrentByteIndex, self.places.words)

            return told

        def refuse(*_: object) -> int:
            raise ImportProblem(
                "The XML declares a document type (DTD) or entities. Much can hide in them, and captions "
                "need none: take the declaration out."
            )

        def other(*_: object) -> None:
            self._next(parser.CurrentByteIndex, self.places.other)

        for name, handler in (
            ("StartElementHandler", open_one),
            ("EndElementHandler", close_one),
            ("CharacterDataHandler", text),
            ("StartCdataSectionHandler", cdata(True)),
            ("EndCdataSectionHandler", cdata(False)),
            ("CommentHandler", other),
            ("ProcessingInstructionHandler", other),
            ("XmlDeclHandler", other),
            ("StartDoctypeDeclHandler", refuse),
            ("EntityDeclHandler", refuse),
            ("ExternalEntityRefHandler", refuse),
        ):
            setattr(parser, name, handler)

    def _next(self, index: int, told: Callable[[int, int], None]) -> None:
        place = self.place + (index - self.at if self.is_ascii else len(self.data[self.at : index].decode()))
        if place > self.place or self.waiting != self.places.other:
            self.waiting(self.place, place)
        self.at, self.place, self.waiting = index, place, told

    def finish(self) -> None:
        self.waiting(self.place, len(self.source))
