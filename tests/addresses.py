"""Every address that the project answers at, with something real in its gaps."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from interviews.models import HouseRule, ImportJob, Interview
from interviews.services.previewing import make_link
from interviews.services.suggesting import suggest
from tests.cast import keys


def names(resolver: URLResolver | None = None, within: str = "") -> Iterator[str]:
    """The names of all addresses, as ``reverse`` takes them, but for the admin's own."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            if pattern.name is None:
                raise AssertionError(f"The address {pattern.pattern} has no name.")
            yield f"{within}{pattern.name}"
        elif pattern.namespace != "admin":
            yield from names(pattern, f"{pattern.namespace}:" if pattern.namespace else within)


def address(name: str, interview: Interview) -> str:
    """The address of that name, for an interview that has one flag."""
    wanted = _gaps(name)
    return reverse(name, kwargs={gap: str(_known(gap, interview)) for gap in wanted})


def _gaps(name: str) -> list[str]:
    namespace, _, plain = name.rpartition(":")
    resolver = get_resolver()
    if namespace:
        resolver = resolver.namespace_dict[namespace][1]
    return list(resolver.reverse_dict.getlist(plain)[0][0][0][1])


def _known(gap: str, interview: Interview) -> object:
    match gap:
        case "pk":
            return interview.pk
        case "size":
            return 192
        case "path":
            return f"interviews/{interview.slug}/"
        case "slug":
            return interview.slug
        case "key":
            return keys(interview)[1]
        case "flag":
            return interview.flags.get().pk
        case "kind":
            return interview.flags.get().kind
        case "file":
            return interview.sources.get().pk
        case "format_id":
            return "markdown"
        case "suggestion":
            publication = interview.publications.latest("number")
            key = keys(interview)[1]
            return suggest(publication=publication, key=key, text="A slip.", address="192.0.2.1").pk
        case "comment":
            turn = interview.turns.in_place()[0]
            return interview.comments.create(turn=turn, quote=turn.text, text="Sure?").pk
        case "job":
            return ImportJob.objects.create(created_by=interview.created_by, worked_at=timezone.now()).pk
        case "link":
            return make_link(interview=interview, by=User.objects.all()[0]).pk
        case "token":
            link = make_link(interview=interview, by=User.objects.all()[0])
            return link.get_absolute_url().split("/")[-2]
        case "rule":
            rule, _ = HouseRule.objects.get_or_create(
                name="Email", pattern="e-mail", message="We write “email”"
            )
            return rule.pk
    raise AssertionError(f"No test knows what to put for {gap}. Add it in tests/addresses.py.")
