"""Files that sites have at fixed addresses, for crawlers, telephones and whoever is curious."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial

from django.templatetags.static import static
from django.urls import reverse

from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.branding import Brand
from interviews.site.icons import CUT, SIZES, Icons
from interviews.site.languages import direction

_TEXT = "text/plain; charset=utf-8"
_UNSEEN = ("/desk/", "/admin/", "/login/", "/search/", "/previews/")


def build(site: Site, listed: Sequence[Publication]) -> Iterator[Planned]:  # noqa: ARG001
    brand = Brand.of_settings()
    made_of = repr(brand)

    def path(name: str) -> str:
        return reverse(f"interviews:{name}")

    yield Planned(path("robots"), made_of, partial(_robots, site), _TEXT)
    yield Planned(path("humans"), made_of, partial(_humans, site, brand), _TEXT)
    manifest = partial(_manifest, brand)
    yield Planned(path("manifest"), made_of, manifest, "application/manifest+json")
    yield Planned(path("brand-css"), made_of, lambda: brand.css.encode(), "text/css; charset=utf-8")
    icons = Icons.of(brand)
    yield Planned(path("favicon"), icons.made_of, icons.ico, "image/x-icon")
    for size in SIZES:
        yield Planned(_icon(size), icons.made_of, partial(icons.png, size), "image/png")


def _icon(size: int) -> str:
    return reverse("interviews:icon", args=[size])


def _told(address: str, sizes: str, media_type: str, purpose: str) -> dict[str, str]:
    return {"src": address, "sizes": sizes, "type": media_type, "purpose": purpose}


def _robots(site: Site) -> bytes:
    """https://www.rfc-editor.org/rfc/rfc9309"""
    maps = (site.absolute(reverse(f"interviews:{name}")) for name in ("sitemap", "news-sitemap"))
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in _UNSEEN),
        "",
        *(f"Sitemap: {one}" for one in maps),
    ]
    return ("\n".join(lines) + "\n").encode()


def _humans(site: Site, brand: Brand) -> bytes:
    """https://humanstxt.org"""
    lines = [
        "/* TEAM */",
        f"Newsroom: {site.name}",
        f"Site: {site.absolute('/')}",
        "",
        "/* SITE */",
        f"Language: {brand.language}",
        f"Corrections: {site.absolute(reverse('interviews:corrections'))}",
        "Software: Newsroom",
    ]
    return ("\n".join(lines) + "\n").encode()


def _manifest(brand: Brand) -> bytes:
    """https://www.w3.org/TR/appmanifest/"""
    icons = [
        _told(_icon(size), f"{size}x{size}", "image/png", "maskable" if size == CUT else "any")
        for size in SIZES
    ]
    if brand.has_drawing:
        icons.insert(0, _told(static(brand.mark), "any", "image/svg+xml", "any"))
    told = {
        "name": brand.name,
        "short_name": brand.name[:12].strip(),
        "description": brand.told,
        "lang": brand.language,
        "dir": direction(brand.language),
        "start_url": reverse("interviews:index"),
        "scope": reverse("interviews:index"),
        "display": "browser",
        "background_color": brand.paper,
        "theme_color": brand.accent,
        "icons": icons,
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()
