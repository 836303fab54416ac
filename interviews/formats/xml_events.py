"""XML as events, without a tree: nesting is counted, and what only an attack needs is refused."""

from __future__ import annotations

from pyexpat import ExpatError, ParserCreate

from interviews.formats.blocks import Unreadable

TYPE_CHECKING = False  # see ``blocks``
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

_NO_MEMORY = 1  # XML_ERROR_NO_MEMORY of expat
DEEPEST = 256  # levels; a table in a table in a text box needs forty


def parse(
    chunks: Iterable[bytes],
    known: Container[str],
    *,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None] | None = None,
) -> None:
    """Tell what stands in an XML file: names are "namespace local", or "local" where there is none.

    Only the elements that are ``known`` are told; what is in the others is.

    Raises Unreadable for what is no XML, is nested over ``DEEPEST`` levels, or declares a document type:
    entities that grow and files that are fetched begin there, and no office format has one.
    """
    depth = 0

    def open_one(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Unreadable(f"Its XML is nested over {DEEPEST} levels deep, the most that is read.")
        if name in known:
            start(name, attributes)

    def close_one(name: str) -> None:
        nonlocal depth
        depth -= 1
        if name in known:
            end(name)

    def refuse(*_: object) -> int:
        raise Unreadable("Its XML declares a document type (DTD) or entities, and none may be in a document.")

    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = open_one
    parser.EndElementHandler = close_one
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except ExpatError as error:
        if error.code == _NO_MEMORY:
            raise MemoryError from None
        raise Unreadable(
            f"The file is damaged: its XML breaks at line {error.lineno}, column {error.offset}. "
            "Save it again."
        ) from None
