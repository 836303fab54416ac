"""What ``manage.py check`` tells: choices in the settings that change nothing, what does not work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as Caution

from interviews.detectors.configuring import unknown_names, unknown_weights
from interviews.detectors.plugins import plug_ins
from interviews.site import assets
from interviews.site.branding import Brand, faults
from interviews.site.icons import Icons, picture
from interviews.site.languages import is_same, spoken

_TAG = re.compile(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*")  # BCP 47, as far as it matters here
_WHERE = "DETECTORS in the settings is read from NEWSROOM_DETECTORS."


@register
def detectors_are_known(app_configs: Sequence[AppConfig] | None, **_options: Any) -> list[CheckMessage]:  # noqa: ARG001
    """Every name in DETECTORS is that of a kind or a plug-in, and every weight one that there is."""
    chosen: object = settings.DETECTORS
    if not isinstance(chosen, dict):
        return [Error("DETECTORS must name kinds and their weights.", hint=_WHERE, id="interviews.E001")]
    return [
        *(Error(told, hint=_WHERE, id="interviews.E002") for told in unknown_names(chosen)),
        *(Error(told, hint=_WHERE, id="interviews.E003") for told in unknown_weights(chosen)),
    ]


@register
def public_words_are_there(app_configs: Sequence[AppConfig] | None, **_options: Any) -> list[CheckMessage]:  # noqa: ARG001
    """The site's language is one, and the words around the interviews are there in it."""
    wanted, hint = Brand.of_settings().language, "It is LANGUAGE_CODE, or the language of NEWSROOM_BRAND."
    if not _TAG.fullmatch(wanted):
        return [Error(f"“{wanted}” is no language tag.", hint=hint, id="interviews.E004")]
    if is_same(wanted, spoken(wanted)):
        return []
    told = f"Public pages have no words in “{wanted}”; what stands around the interviews is English."
    return [Caution(told, hint=hint, id="interviews.W002")]


@register
def plug_ins_work(app_configs: Sequence[AppConfig] | None, **_options: Any) -> list[CheckMessage]:  # noqa: ARG001
    """Every installed plug-in could be loaded; without the others the newsroom works all the same."""
    return [Caution(told, hint="Mend or uninstall it.", id="interviews.W001") for told in plug_ins().broken]


@register
def icons_can_be_made(app_configs: Sequence[AppConfig] | None, **_options: Any) -> list[CheckMessage]:  # noqa: ARG001
    """The mark of the brand is there and can be shown; without it pages have the program’s own icons."""
    brand = Brand.of_settings()
    if not brand.mark or (brand.has_drawing and assets.read(brand.mark)):
        return []
    if brand.has_picture and picture(Icons.of(brand).own):
        return []
    told = f"No icon can be made of “{brand.mark}”, which BRAND names."
    hint = "Name a static file that is there, as SVG, PNG, WebP, JPEG, GIF or AVIF."
    return [Caution(told, hint=hint, id="interviews.W003")]


@register
def brand_can_be_shown(app_configs: Sequence[AppConfig] | None, **_options: Any) -> list[CheckMessage]:  # noqa: ARG001
    """Every name in BRAND is one that there is, and every colour is a colour."""
    hint = "It is read from NEWSROOM_BRAND: docs/branding.md."
    return [Error(told, hint=hint, id="interviews.E005") for told in faults(settings.BRAND)]


@register
def site_has_an_address(app_configs: Sequence[AppConfig] | None, **_options: Any) -> list[CheckMessage]:  # noqa: ARG001
    """SITE_URL is whole: feeds, site maps and what networks show of a link are worth nothing without it."""
    address = urlsplit(settings.SITE_URL)
    if address.scheme in {"http", "https"} and address.hostname:
        return []
    told = f"SITE_URL is “{settings.SITE_URL}”; feeds and site maps need a whole address."
    hint = "Set it to an address such as https://newsroom.example.org, then run “manage.py rebuild_site”."
    return [Caution(told, hint=hint, id="interviews.W004")]


@register
def variables_are_read(app_configs: Sequence[AppConfig] | None, **_options: Any) -> list[CheckMessage]:  # noqa: ARG001
    """Nothing in the environment looks like a setting and is none."""
    return [
        Caution(
            f"Nothing reads {name}, which is in the environment.",
            hint=f"Did you mean {near}?" if near else "The settings stand in README.md.",
            id="interviews.W005",
        )
        for name, near in settings.UNREAD_VARIABLES.items()
    ]
