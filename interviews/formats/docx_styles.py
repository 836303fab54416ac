"""Which styles of a Word document are headings, and which are bold."""

from __future__ import annotations

# The namespace as Word writes it, and as the strict form of the standard has it.
_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_HEADINGS = frozenset({"title", *(f"heading {level}" for level in range(10))})
# As Word writes it; what is written otherwise is read like any other style.
_TABLE, _END = b'<w:style w:type="table"', b"</w:style"
_DEEPEST = 20  # styles that are based on one another
_OFF = frozenset({"0", "false", "off", "none"})


def known(*locals_: str) -> dict[str, str]:
    """The full names of some elements, in both namespaces, and their short ones."""
    return {f"{namespace} {name}": name for namespace in _NAMESPACES for name in locals_}


def value(attributes: dict[str, str], name: str = "val") -> str:
    """An attribute of the namespace; empty where it is missing."""
    return next((found for ns in _NAMESPACES if (found := attributes.get(f"{ns} {name}"))), "")


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a switch such as bold is on; it is where no value says otherwise."""
    return value(attributes) not in _OFF


class Style:
    """What a style says itself, and the style that it is based on."""

    __slots__ = ("based_on", "bold", "name", "outlined")

    def __init__(self) -> None:
        self.name = self.based_on = ""
        self.bold: bool | None = None
        self.outlined = False


def without_tables(xml: bytes) -> bytes:
    """The same part without the styles of tables, which say nothing of a paragraph: two thirds of what Word
    writes. Left as it is where something in it could look like one."""
    if b"<!" in xml or xml.count(b"<?") > 1:
        return xml
    kept, at = [], 0
    while (begin := xml.find(_TABLE, at)) >= 0:
        end = xml.find(b">", begin)
        if end > 0 and xml[end - 1 : end] != b"/":
            end = xml.find(_END, end)
        if end < 0:
            break
        kept.append(xml[at:begin])
        at = xml.find(b">", end) + 1
    return b"".join((*kept, xml[at:]))


STYLE_TAGS = known("style", "name", "basedOn", "b", "outlineLvl", "tblStylePr")


class Styles:
    """The styles by their ids; made from the events of styles.xml."""

    def __init__(self) -> None:
        self._styles: dict[str, Style] = {}
        self._id = ""
        self._inside = ""  # a part of a table's style, which says nothing of the style as a whole

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        tag = STYLE_TAGS.get(name)
        if tag == "style":
            self._id = value(attributes, "styleId")
            self._styles[self._id] = Style()
        elif tag == "tblStylePr":
            self._inside = name
        if not self._id or not tag or self._inside:
            return
        style = self._styles[self._id]
        if tag == "name":
            style.name = value(attributes).lower()
        elif tag == "basedOn":
            style.based_on = value(attributes)
        elif tag == "b":
            style.bold = is_on(attributes)
        elif tag == "outlineLvl":
            style.outlined = value(attributes) != "9"

    def end(self, name: str) -> None:
        """An element ends."""
        if name == self._inside:
            self._inside = ""
        elif STYLE_TAGS.get(name) == "style":
            self._id = ""

    def name(self, id_: str) -> str:
        """Its name in small letters; empty where there is no such style."""
        style = self._styles.get(id_)
        return style.name if style else ""

    def is_bold(self, id_: str) -> bool | None:
        """Whether a style makes bold; None where neither it nor what it is based on says."""
        return next((style.bold for style in self._chain(id_) if style.bold is not None), None)

    def is_heading(self, id_: str) -> bool:
        """Whether a style is one of the headings, or the title, or made of one."""
        return any(style.name in _HEADINGS or style.outlined for style in self._chain(id_))

    def _chain(self, id_: str) -> list[Style]:
        found: list[Style] = []
        while (style := self._styles.get(id_)) and len(found) < _DEEPEST:
            found.append(style)
            id_ = style.based_on
        return found
