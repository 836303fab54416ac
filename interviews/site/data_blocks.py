"""Data for machines inside a page (JSON-LD). A browser does not run it, so the policy lets it be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString

# As Unicode escapes they mean the same in JSON, and no text can end the element that it stands in.
_HARMLESS = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


def data_block(data: Mapping[str, Any]) -> SafeString:
    """What goes between the tags of a ``script`` element of the type ``application/ld+json``."""
    return SafeString(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_HARMLESS))


def within_data(text: str) -> str:
    """A text as it stands between the quotation marks of such data."""
    return json.dumps(text, ensure_ascii=False)[1:-1].translate(_HARMLESS)
