"""Pages of HTML: saved from the web, from Word, from Google Docs, or written by this program."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interviews.formats.base import Carries, ImportProblem, Reading
from interviews.formats.blocks import Unreadable
from interviews.formats.documents import reading_of
from interviews.formats.html_blocks import parse_html
from interviews.formats.html_writing import page
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.writing import Document

_LOOK = 20_000  # code points from the start
_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.I | re.S
)
_TAG = re.compile(
    r"<(?:p|div|span|b|strong|table|tr|td|h[1-6]|ul|li|meta|body|article|section|font|cite|time|style)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_PARAGRAPH_ENDS = re.compile(r"</(?:p|div|tr|li|h[1-6]|article)>|<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Html:
    """Reads pages and pasted parts of pages. The source is what the page shows, not its markup."""

    id: str = "html"
    label: str = "Web page (HTML)"
    suffixes: Sequence[str] = (".html", ".htm", ".xhtml")
    carries: Carries = Carries(times=True, styling=True)

    def recognise(self, text: str, name: str) -> tuple[float, str]:
        """By its first tag; a part of a page by a tag at its start and paragraphs that end."""
        if _BEGINS.match(text):
            return 0.95, "it begins as a web page does"
        head = text[:_LOOK]
        if _TAG.match(head.lstrip()) and _PARAGRAPH_ENDS.search(head):
            return 0.92, "paragraphs of a web page"
        if name.lower().endswith(tuple(self.suffixes)) and _TAG.search(head):
            return 0.85, "the name of the file, and tags in it"
        return 0, ""

    def read(self, text: str) -> Reading:
        """The reading of what the page shows."""
        return self.read_named(text, labels=AS_LEARNT)

    def read_named(self, text: str, *, labels: Labels) -> Reading:
        """See ``LearnsLabels``."""
        try:
            parsed = parse_html(text)
        except Unreadable as problem:
            raise ImportProblem(f"This web page cannot be read. {problem}") from None
        return reading_of(parsed, self.id, labels)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """Writes one article as a page that stands alone."""

    id: str = "html"
    label: str = "Web page (HTML)"
    suffix: str = ".html"
    media_type: str = "text/html; charset=utf-8"
    carries: Carries = Carries(times=True, styling=True)
    needs_times: bool = False

    def write(self, document: Document) -> bytes:
        """UTF-8. White space within a line runs together, as it does on any page."""
        return page(document).encode()
