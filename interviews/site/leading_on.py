"""Addresses that interviews had before, withdrawn and unknown ones, for a site without a program.

Each has a page that says so, which any web server can show. A server that reads the map beside them answers
301 and 410 too, as the program does; many show ``404.html`` of themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import reverse

from interviews.models.artefact import Artefact
from interviews.models.publication import Publication
from interviews.models.slug_redirect import SlugRedirect
from interviews.site.artefacts import HTML, Site
from interviews.site.builders.withdrawn import notice

MAP = "/.newsroom-nginx.conf"  # a path of the site, which the documented configuration gives to nobody
NOT_FOUND = "/404.html"
_SAFE = re.compile(r"/[\w./~-]*", re.ASCII)  # nothing here has a meaning in a configuration


@dataclass(frozen=True, slots=True)
class Leading:
    """A file that no publication has: where it stands, its bytes and its type."""

    path: str
    body: bytes
    media_type: str = HTML


@dataclass(frozen=True, slots=True)
class Led:
    """An address under which no interview stands, and the one that it had last (slugs)."""

    slug: str
    to: str
    title: str = ""
    is_withdrawn: bool = False
    note: str = ""

    def page(self, site: Site, path: str = "") -> bytes:
        """The page there: it leads to that path, or says that the interview was withdrawn."""
        if self.is_withdrawn:
            return notice(site, self.note).body(site)
        address = site.absolute(path or _page(self.to))
        return site.html("public/moved.html", {"name": self.title, "address": address})


def led() -> Iterator[Led]:
    """Every such address."""
    titles = dict(Publication.objects.current().values_list("slug", "title"))
    withdrawn = _withdrawn()
    for slug, note in withdrawn.items():
        yield Led(slug, slug, is_withdrawn=True, note=note)
    for slug, to in SlugRedirect.objects.order_by("slug").values_list("slug", "to"):
        if slug == to or slug in titles or slug in withdrawn:
            continue
        if to in titles:
            yield Led(slug, to, titles[to])
        elif to in withdrawn:
            yield Led(slug, to, is_withdrawn=True, note=withdrawn[to])


def leading_on(site: Site) -> Iterator[Leading]:
    """The pages, that of an address where nothing is, and the map of all that lead on."""
    found = list(led())
    yield from (Leading(_page(one.slug), one.page(site)) for one in found)
    yield Leading(NOT_FOUND, site.html("404.html", {}))
    moved = {one.slug: one.to for one in found if one.slug != one.to}
    gone = sorted(one.slug for one in found if one.slug == one.to)
    yield Leading(MAP, _map(moved, gone, _led_on()).encode(), "text/plain; charset=utf-8")


def _withdrawn() -> Mapping[str, str]:
    """The slugs of what readers are told is gone, each with its note."""
    rows = Artefact.objects.withdrawn().values_list("path", "publication__withdrawn_note")
    notes = {path: note or "" for path, note in rows}
    return {path.split("/")[2]: note for path, note in notes.items() if path == _page(path.split("/")[2])}


def _page(slug: str) -> str:
    return reverse("interviews:published", args=[slug])


def _led_on() -> Iterator[tuple[str, str]]:
    """Other pages that moved, such as those of a topic."""
    for path, headers in Artefact.objects.filter(status=301).values_list("path", "headers"):
        to = urlsplit(headers.get("Location", "")).path
        if _SAFE.fullmatch(path) and _SAFE.fullmatch(to):
            yield path, to


def _map(moved: Mapping[str, str], gone: list[str], others: Iterator[tuple[str, str]]) -> str:
    """For nginx: https://nginx.org/en/docs/http/ngx_http_map_module.html. Files are named after the slug,
    too."""
    lines = ["# Written by publish_site, to be included within http { }.", "map $uri $newsroom_moved {"]
    lines.append('    default "";')
    lines += (f'    "{path}" "{to}";' for path, to in others)
    for slug, to in moved.items():
        old, new = _page(slug), _page(to)
        lines.append(rf'    "~^{old}download/{slug}(?<rest>\..*)$" "{new}download/{to}$rest";')
        lines.append(f'    "~^{old}(?<rest>.*)$" "{new}$rest";')
    lines += ["}", "map $uri $newsroom_gone {", '    default "";']
    lines += (f'    "~^{_page(slug)}" "{_page(slug)}index.html";' for slug in gone)
    return "\n".join([*lines, "}", ""])
