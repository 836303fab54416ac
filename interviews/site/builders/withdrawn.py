"""What stands under the addresses of an interview that was taken back."""

from __future__ import annotations

from interviews.site.artefacts import Planned, Site


def notice(site: Site) -> Planned:
    """The same for each of them, so that nothing of what stood there is named."""
    return Planned("", "withdrawn", lambda: site.html("public/withdrawn.html", {}), status=410)
