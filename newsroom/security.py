"""The browser's orders, as data: what a page may load and what it may do."""

from __future__ import annotations

from typing import Any

from csp.constants import NONE, SELF

# Nothing inline, no eval, nothing from elsewhere.
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# htmx adds a style element, evaluates expressions and keeps pages in the browser's storage unless told
# not to; by default it shows no reply of 400 or above, and an editor would not learn of a conflict.
HTMX_CONFIG: dict[str, Any] = {
    "includeIndicatorStyles": False,
    "allowEval": False,
    "historyCacheSize": 0,
    # Until it has settled, a swapped link is an ordinary one: a quick second key press would load the page.
    "defaultSettleDelay": 0,
    "scrollIntoViewOnBoost": False,
    "responseHandling": [
        {"code": "204", "swap": False},
        {"code": "[23]..", "swap": True},
        {"code": "409|422", "swap": True, "error": False},
        {"code": "[45]..", "swap": False, "error": True},
    ],
}
