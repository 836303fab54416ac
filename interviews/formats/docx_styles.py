"""Which styles of a Word document are headings, and which are bold."""

from __future__ import annotations

import re
from typing import NamedTuple

# The namespace as Word writes it, and as the strict form of the standard has it.
_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_HEADING = re.compile(r"(heading \d|title)")
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


class Style(NamedTuple):
    """What a style says itself, and the style that it is based on."""

    name: str = ""
    bold: bool | None = None
    outlined: bool = False
    based_on: str = ""


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
            style = style._replace(name=value(attributes).lower())
        elif tag == "basedOn":
            style = style._replace(based_on=value(attributes))
        elif tag == "b":
            style = style._replace(bold=is_on(attributes))
        elif tag == "outlineLvl":
            style = style._replace(outlined=value(attributes) != "9")
        self._styles[self._id] = style

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
        return any(_HEADING.fullmatch(style.name) or style.outlined for style in self._chain(id_))

    def _chain(self, id_: str) -> list[Style]:
        found: list[Style] = []
        while (style := self._styles.get(id_)) and len(found) < _DEEPEST:
            found.append(style)
            id_ = style.based_on
        return found
