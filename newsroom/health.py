"""Whether the newsroom can serve, for load balancers and monitors."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from interviews.site.serving import look_at

PATH = "healthz"  # without a slash at its end: probes ask for it so, and follow no redirect
_FRONT = "/"

log = logging.getLogger(__name__)


class HealthFirst:
    """Middleware, before all others: a probe comes by the number of a machine, and without HTTPS.

    So neither ALLOWED_HOSTS nor a redirect may be in its way, and no session is opened.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return health(request) if request.path_info == f"/{PATH}" else self.get_response(request)


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """200 where pages can be served, else 503 with the part that fails first: two queries and one small read.

    Why it fails goes to the log alone, since anybody may ask.
    """
    failing, why = failing_part()
    if not failing:
        return JsonResponse({"status": "ok"})
    log.error("Not in health: %s. %s", failing, why)
    return JsonResponse({"status": "failing", "part": failing}, status=503)


def failing_part() -> tuple[str, object]:
    """The part that fails, and why; empty where all is well."""
    try:
        missing = _newest_migrations() - _applied()
    except DatabaseError as error:
        return ("migrations" if _answers() else "database"), error
    if missing:
        return "migrations", "Run manage.py migrate."
    try:
        look_at(_FRONT)
    except Exception as error:  # another storage than a folder has errors of its own
        return "files", error
    return "", ""


@cache
def _newest_migrations() -> frozenset[tuple[str, str]]:
    """App and name of the migrations that no other builds on, as this version brings them."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _applied() -> frozenset[tuple[str, str]]:
    names = [name for _app, name in _newest_migrations()]
    rows = MigrationRecorder(connection).migration_qs.filter(name__in=names)
    return frozenset(rows.values_list("app", "name"))


def _answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True
