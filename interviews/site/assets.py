"""What public pages load from the static files: styles, fonts, pictures, scripts."""

from __future__ import annotations

import mimetypes
import posixpath
import re
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import SuspiciousFileOperation

_IN_HTML = re.compile(rb"""\s(?:href|src)=["']([^"'<>\s]+)["']""")
_IN_STYLES = re.compile(rb"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)["']?""")
_IN_SCRIPTS = re.compile(rb"""(?:from|import)\s*\(?\s*["'](\.{0,2}/[^"']+)["']""")


def loaded_by(body: bytes, name: str, media_type: str) -> tuple[str, ...]:
    """The static files that a file refers to, as paths in the site (no slash before), each once."""
    if media_type.startswith("text/html"):
        found = _IN_HTML.findall(body)
    elif media_type.startswith("text/css"):
        found = _IN_STYLES.findall(body)
    elif "javascript" in media_type:
        found = _IN_SCRIPTS.findall(body)
    else:
        return ()
    prefix = settings.STATIC_URL.removeprefix("/")
    names = {_in_site(reference.decode("utf-8", "replace"), name) for reference in found}
    return tuple(sorted(one for one in names if one.startswith(prefix)))


def read(name: str) -> bytes | None:
    """The bytes of a static file by its path in the site; None where there is none."""
    inside = name.removeprefix(settings.STATIC_URL.removeprefix("/"))
    try:
        found = finders.find(inside)
    except SuspiciousFileOperation:  # it leads out of the folders
        return None
    if found:
        return Path(found).read_bytes()
    if staticfiles_storage.exists(inside):  # collected, with its contents in its name
        with staticfiles_storage.open(inside) as file:
            return bytes(file.read())
    return None


def media_type(name: str) -> str:
    if name.endswith(".woff2"):
        return "font/woff2"
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _in_site(reference: str, name: str) -> str:
    """A reference as a path in the site; empty for one that leads elsewhere."""
    parts = urlsplit(reference)
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), parts.path)).removeprefix("/")
