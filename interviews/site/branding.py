"""How the public site shows whose it is: the settings BRAND, beside SITE_NAME."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.translation import gettext

from interviews.site.languages import written

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_PICTURES = (".png", ".webp", ".jpg", ".jpeg", ".gif", ".avif")  # what browsers show and Pillow reads


@dataclass(frozen=True, slots=True)
class Brand:
    """Name, logo, colours and footer.

    ``logo`` is the path of a static file, or empty, and ``icon`` that of another one for icons; colours are
    six hexadecimal digits behind "#", those for dark pages under ``accent_dark``. ``footer`` is a sentence,
    ``links`` are what stands beside it: words to address. ``language`` is a BCP 47 tag: that of the site
    around the interviews.
    """

    name: str
    description: str = ""
    logo: str = ""
    icon: str = ""
    accent: str = "#0b5c6b"
    accent_dark: str = "#6cc7d6"
    paper: str = "#fbfaf7"
    paper_dark: str = "#16171a"
    language: str = "en"
    footer: str = ""
    links: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_settings(cls) -> Brand:
        chosen: object = settings.BRAND
        named: dict[str, Any] = chosen if isinstance(chosen, dict) else {}
        known = {key: value for key, value in named.items() if key in _known() and _can_be(key, value)}
        language = written(known.pop("language", "") or settings.SITE_LANGUAGE)
        return cls(name=settings.SITE_NAME, language=language, **known)

    @property
    def has_colours(self) -> bool:
        """Whether any colour is another than the program’s own."""
        return any(getattr(self, name) != default for name, default in _own_colours().items())

    @property
    def mark(self) -> str:
        """The static file of which icons are made; empty where they are the program’s own."""
        return self.icon or self.logo

    @property
    def has_drawing(self) -> bool:
        """Whether the mark can be an icon in any size."""
        return self.mark.lower().endswith(".svg")

    @property
    def has_picture(self) -> bool:
        """Whether the mark has pixels, of which icons of other sizes can be made."""
        return self.mark.lower().endswith(_PICTURES)

    @property
    def css(self) -> str:
        """The colours as a style sheet, for light pages and dark ones."""
        return (
            f":root {{\n  --accent: light-dark({self.accent}, {self.accent_dark});\n"
            f"  --paper: light-dark({self.paper}, {self.paper_dark});\n}}\n"
        )

    @property
    def told(self) -> str:
        """What the site is, in a sentence."""
        return self.description or gettext("Interviews published by %(newsroom)s.") % {"newsroom": self.name}


def faults(chosen: object) -> list[str]:
    """What of the setting BRAND would change nothing, or break the pages: a sentence each."""
    if not isinstance(chosen, dict):
        return ["BRAND must be an object of names and what each is."]
    return [
        *(f"BRAND knows no “{name}”." for name in chosen if name not in _known()),
        *(
            f"“{chosen[name]}” is no colour for {name}: it takes “#” and six hexadecimal digits."
            for name in _own_colours()
            if name in chosen and not _COLOUR.fullmatch(str(chosen[name]))
        ),
        *(
            ["The links of BRAND must be an object of words and addresses."]
            if not _can_be("links", chosen.get("links", {}))
            else []
        ),
        *(
            f"“{chosen[name]}” is no text for {name}."
            for name in chosen
            if name in _known() - _own_colours().keys() - {"links"} and not _can_be(name, chosen[name])
        ),
    ]


@cache
def _own_colours() -> dict[str, str]:
    return {one.name: str(one.default) for one in fields(Brand) if str(one.default).startswith("#")}


@cache
def _known() -> frozenset[str]:
    return frozenset(one.name for one in fields(Brand)) - {"name"}


def _can_be(name: str, value: object) -> bool:
    return isinstance(value, dict if name == "links" else str)
