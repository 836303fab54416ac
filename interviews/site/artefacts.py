"""What one public file is, before and after it is rendered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from interviews.site.branding import Brand
from interviews.site.languages import catalogue, direction, spoken

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Site:
    """For whom files are made: a name, the address that absolute links start with, and a language.

    ``address`` has no slash at its end, such as ``https://newsroom.example.org``. ``language`` (BCP 47) is
    that of the words around interviews.
    """

    name: str
    address: str
    language: str

    @classmethod
    def of_settings(cls) -> Site:
        return cls(settings.SITE_NAME, settings.SITE_URL.rstrip("/"), spoken(Brand.of_settings().language))

    def speaking(self) -> translation.override:
        """While this lasts, words and dates come in the site's language; else they are the desk's."""
        return translation.override(catalogue(self.language))

    def absolute(self, path: str) -> str:
        """The full address of a path that starts with a slash."""
        return self.address + path

    def html(self, template: str, context: Mapping[str, Any]) -> bytes:
        """A template as it goes out. It knows no request: what is made once is the same for everybody."""
        known = {
            "newsroom_name": self.name,
            "brand": Brand.of_settings(),
            "language": self.language,
            "direction": direction(self.language),
            **context,
        }
        with self.speaking():
            return render_to_string(template, known).encode()


@dataclass(frozen=True, slots=True)
class Planned:
    """A public file that is to be there, and how to make it.

    ``path`` starts with a slash; one that ends with a slash is a page in HTML (``index.html`` in a static
    export), anything else has an ending by which a web server knows its type.
    ``made_of`` says what goes into the file, and is another one whenever the bytes may be others: as long
    as it stays, nothing is rendered. ``headers`` are sent with it. ``status`` is 200, or 410 for a notice
    that something is gone. What is ``quick`` is asked for seldom, and is compressed in little time.
    """

    path: str
    made_of: str
    render: Callable[[], bytes]
    media_type: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
    quick: bool = False

    def body(self, site: Site) -> bytes:
        """The bytes, rendered now."""
        with site.speaking():
            return self.render()

    def fingerprint(self, site: Site) -> str:
        """Tells whether a stored file is still this one (hexadecimal, 64 digits)."""
        told = [
            site.name,
            site.address,
            site.language,
            self.media_type,
            self.made_of,
            self.status,
            sorted(self.headers.items()),
        ]
        return hashlib.sha256(json.dumps([self.path, *told]).encode()).hexdigest()
