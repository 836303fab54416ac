"""What readers see: files that were made at publishing. No query here could reach a draft."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from interviews.site.artefacts import Site
from interviews.site.builders import corrections as corrected
from interviews.site.builders import front
from interviews.site.serving import answer


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The newest interviews; before the first one, a page that says that there is none."""
    return answer(request) or HttpResponse(
        front.rendered(Site.of_settings(), front.ListPage(0, [], request.path_info))
    )


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """What was corrected; before the first interview, a page that says that nothing was."""
    return answer(request) or HttpResponse(corrected.rendered(Site.of_settings(), []))


@require_safe
def file(request: HttpRequest, **_gaps: object) -> HttpResponse:
    """Whatever is public under this path; 410 after it was withdrawn. Raises 404 where nothing ever was."""
    found = answer(request)
    if found is None:
        raise Http404
    return found
