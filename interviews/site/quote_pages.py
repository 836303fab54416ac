"""The page of a quote: its words, who said them, where they stand, and what others need to show it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import quote as escaped
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from interviews.differences import diff_html
from interviews.models.publication import Publication
from interviews.site.artefacts import Site
from interviews.site.data_blocks import data_block
from interviews.site.quoting import Asked, Fate, Quote
from interviews.text.placeholders import names_nobody

EMBED_WIDTH, EMBED_HEIGHT = 600, 240  # CSS pixels; longer words scroll inside
_DESCRIPTION = 200  # code points of a card's text


@dataclass(frozen=True)
class QuotePage:
    """A quote as its templates want it."""

    site: Site
    publication: Publication
    asked: Asked
    quote: Quote
    stands_alone: ClassVar[bool] = False  # as a file, with no program behind it

    @property
    def speaker(self) -> str:
        """The name in full; empty where nobody is named."""
        turn = self.quote.turn
        if turn is None or turn.speaker is None:
            return ""
        return self.publication.text.called(turn.speaker)

    @property
    def role(self) -> str:
        """What is said of the speaker at the first mention."""
        turn = self.quote.turn
        known = self.publication.text.speaker(turn.speaker) if turn else None
        return known.description if known else ""

    @property
    def lines(self) -> list[str]:
        """The words, a paragraph each."""
        return [line for line in self.quote.words.split("\n") if line.strip()]

    @property
    def is_changed(self) -> bool:
        return self.quote.fate is Fate.CHANGED

    @property
    def is_removed(self) -> bool:
        return self.quote.fate is Fate.REMOVED

    @property
    def is_unknown(self) -> bool:
        return self.quote.fate is Fate.UNKNOWN

    @property
    def tells_changes(self) -> bool:
        """Whether readers have a page of every change."""
        return bool(settings.CHANGES_PUBLIC != "none")

    @cached_property
    def difference(self) -> SafeString:
        """Both wordings in one."""
        return diff_html(self.quote.before, self.quote.words)

    @property
    def place(self) -> str:
        """Where the words stand in the interview, as a path; the browser marks them."""
        key = self.quote.turn.key if self.quote.turn else self.asked.key
        start, end = self.quote.parts() if self.quote.words else ("", "")
        directive = ",".join(_fragment(part) for part in (start, end) if part)
        return f"{self.publication.get_absolute_url()}#t-{key}" + (
            f":~:text={directive}" if directive else ""
        )

    @property
    def address(self) -> str:
        """The quote's own address in full, bound to the version in which the words stand so."""
        return self.site.absolute(self._path("interviews:quote"))

    @property
    def canonical(self) -> str:
        """The address that search engines keep."""
        return self.address

    @property
    def embed_address(self) -> str:
        return self.site.absolute(self._path("interviews:quote-embed"))

    @property
    def oembed_address(self) -> str:
        return self.site.absolute(f"{reverse('interviews:oembed')}?{urlencode({'url': self.address})}")

    @property
    def interview_address(self) -> str:
        return self.site.absolute(self.publication.get_absolute_url())

    @property
    def description(self) -> str:
        """For cards: the words, or as much of them as fits."""
        words = " ".join(self.quote.words.split())
        return words if len(words) <= _DESCRIPTION else words[:_DESCRIPTION].rsplit(maxsplit=1)[0] + " …"

    @property
    def json_ld(self) -> SafeString:
        """The quote in schema.org’s words."""
        data: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "Quotation",
            "text": self.quote.words,
            "url": self.address,
            "inLanguage": self.publication.language,
            "datePublished": self.publication.first_published_at.isoformat(),
            "isPartOf": {
                "@type": "NewsArticle",
                "headline": self.publication.title,
                "url": self.interview_address,
            },
        }
        if self.speaker and not names_nobody(self.speaker):
            person = {"@type": "Person", "name": self.speaker}
            data["creator"] = person | ({"jobTitle": self.role} if self.role else {})
        return data_block(data)

    def embed_code(self, width: int = EMBED_WIDTH, height: int = EMBED_HEIGHT) -> SafeString:
        """The frame in which another site shows the quote, as HTML for that site (CSS pixels)."""
        return format_html(
            '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy"></iframe>',
            self.embed_address,
            width,
            height,
            self.heading,
        )

    @property
    def code_to_copy(self) -> str:
        """The same as text that a reader copies: not marked as HTML, so that a template escapes it."""
        return "".join(self.embed_code())

    @property
    def heading(self) -> str:
        told = {"speaker": self.speaker, "title": self.publication.title}
        if self.speaker:
            return gettext("%(speaker)s in “%(title)s”") % told
        return gettext("From “%(title)s”") % told

    def _path(self, name: str) -> str:
        key = self.quote.turn.key if self.quote.turn else self.asked.key
        start, end = self.quote.parts() if self.quote.words else ("", "")
        if self.is_changed:  # the link goes on telling what was quoted
            key, start, end = self.asked.key, self.asked.start, self.asked.end
        told = {"text": start, "to": end, "v": str(self.quote.number)}
        query = urlencode({name: value for name, value in told.items() if value})
        return f"{reverse(name, args=[self.publication.slug, key])}?{query}"


def _fragment(words: str) -> str:
    """As a text directive wants it: a hyphen and a comma mean something there."""
    return escaped(words, safe="").replace("-", "%2D")
