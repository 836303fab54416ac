"""Preview links: made and revoked at the desk, followed by people outside."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from interviews.models import PreviewLink
from interviews.permissions import DeskRequest, editors_only
from interviews.services.previewing import DAYS, MOST_DAYS, make_link, revoke_link, shown_by
from interviews.site.artefacts import Site
from interviews.site.pages import Page
from interviews.views.editor import found_interview

LISTED = 50  # links at the desk, the newest


class LinkForm(forms.Form):
    """How long a link works."""

    days = forms.IntegerField(label="Works for so many days", min_value=1, max_value=MOST_DAYS, initial=DAYS)


@editors_only
@require_http_methods(["GET", "POST"])
def links(request: DeskRequest, pk: int) -> HttpResponse:
    """The links of an interview, and a new one."""
    interview = found_interview(request, pk)
    form = LinkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        made = make_link(interview=interview, by=request.user, days=form.cleaned_data["days"])
        messages.success(
            request, f"The link is made. It shows version {made.version} until it expires or is revoked."
        )
        return redirect("interviews:preview-links", pk)
    listed = interview.preview_links.select_related("made_by", "revoked_by")[:LISTED]
    context = {
        "interview": interview,
        "form": form,
        "links": [(link, request.build_absolute_uri(link.get_absolute_url())) for link in listed],
    }
    return render(request, "desk/preview_links.html", context, status=422 if form.is_bound else 200)


@editors_only
@require_POST
def revoke(request: DeskRequest, pk: int, link: int) -> HttpResponse:
    """End a link."""
    interview = found_interview(request, pk)
    found = get_object_or_404(interview.preview_links, pk=link)
    if revoke_link(link=found, by=request.user):
        messages.success(request, "The link is revoked. It shows nothing from now on.")
    else:
        messages.error(request, "That link had ended already.")
    return redirect("interviews:preview-links", pk)


@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001
    """The interview as it stood when the link was made; once the link has ended, 410 and nothing else."""
    link = PreviewLink.objects.signed(token)
    if link is None:
        raise Http404
    site = Site.of_settings()
    if link.works:
        answer = HttpResponse(site.html("public/shared_preview.html", _shown(link)))
    else:
        answer = HttpResponse(site.html("public/preview_ended.html", {}), status=410)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def _shown(link: PreviewLink) -> dict[str, object]:
    interview, now = link.interview, timezone.now()
    page = Page(
        title=link.title,
        standfirst=link.standfirst,
        transcript=shown_by(link),
        language=interview.language,
        recorded_on=interview.recorded_on,
        first_published_at=now,
        published_at=now,
    )
    told = (interview.version, interview.title, interview.standfirst)
    changed = told != (link.version, link.title, link.standfirst)
    return {"page": page, "draft": link, "link": link, "changed": changed}
