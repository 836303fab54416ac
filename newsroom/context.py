"""What every template knows."""

from __future__ import annotations

import json

from django.conf import settings
from django.http import HttpRequest

_HTMX_CONFIG = json.dumps(settings.HTMX_CONFIG)


def site(_request: HttpRequest) -> dict[str, str]:
    """The site's name, and htmx's settings as JSON for its meta element."""
    return {"newsroom_name": settings.SITE_NAME, "htmx_config": _HTMX_CONFIG}
