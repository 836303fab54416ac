"""Static files named by their content."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class NamedByContent(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """What this program's scripts import is named by its content too.

    A browser that has kept one script of an older release would otherwise run it together with new ones, and
    would ask at every opening whether each of them has changed. Django's own switch for this reads the files
    of every library as well, and stops at a comment in one of htmx's.
    """

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        (
            "js/*.js",
            (
                (
                    r'(?P<matched>\b(?P<before>from|import) "(?P<url>\.{1,2}/[^"]+)";)',
                    '%(before)s "%(url)s";',
                ),
            ),
        ),
    )
