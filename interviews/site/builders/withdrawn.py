"""What stands under the addresses of an interview that was taken back."""

from __future__ import annotations

from interviews.site.artefacts import Planned, Site


def notice(site: Site, note: str = "") -> Planned:
    """The same for each file of an interview; it names nothing of what stood there but what ``note`` says."""
    return Planned(
        "",
        f"withdrawn {note}",
        lambda: site.html("public/withdrawn.html", {"note": note}),
        status=410,
    )
