"""What every template knows."""

from __future__ import annotations

import json

from django.conf import settings
from django.http import HttpRequest

from interviews.site.branding import Brand

_HTMX_CONFIG = json.dumps(settings.HTMX_CONFIG)


def site(_request: HttpRequest) -> dict[str, object]:
    """The site's name and look, and htmx's settings as JSON for its meta element."""
    return {
        "newsroom_name": settings.SITE_NAME,
        "brand": Brand.of_settings(),
        "htmx_config": _HTMX_CONFIG,
    }
