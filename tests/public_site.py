"""A public site with every sort of page that there is, and a reader who opens all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from re import findall
from urllib.parse import urlencode, urljoin

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from interviews.models import Interview
from interviews.services import arranging, editing
from interviews.services.correcting import Stated
from interviews.services.filing import file_under
from interviews.services.previewing import make_link, revoke_link
from interviews.services.publishing import publish, unpublish
from interviews.transcript.filing import Filing
from interviews.transcript.turns import Role, Speaker, Transcript
from tests.builders import a_transcript
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor, an_interview, keys

_NASTY = "Pipes & <b>\"drains\"</b> ]]> 'x'"


@dataclass(frozen=True, slots=True)
class Opened:
    """What a reader got at an address, which may hold a query."""

    address: str
    status: int
    media_type: str
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def is_page(self) -> bool:
        return self.media_type.startswith("text/html")

    @property
    def is_xml(self) -> bool:
        return self.media_type.partition(";")[0].endswith(("/xml", "+xml"))


def a_site() -> list[str]:
    """Publishes one interview of each sort; gives the addresses to which no page leads."""
    alice = an_editor("alice of the site")
    bridges, first = _corrected(alice)
    _publish(_with_times(), alice, "Four voices and a river", standfirst="Who pays for water?")
    _publish(_an_article(), alice, _NASTY, standfirst=_NASTY, language="de")
    _publish(_right_to_left(), alice, "الجسور لا تنام", language="ar")
    _publish(_nameless(), alice, "Nobody is named")
    gone = _publish(a_conversation(), alice, "Withdrawn words")
    unpublish(interview=gone, by=alice, note="The guest asked for it.")
    link, ended = (make_link(interview=bridges, by=alice) for _ in range(2))
    revoke_link(link=ended, by=alice)
    return [
        *_quotes(bridges, first),
        *(reverse("interviews:published", args=["on-bridges"]) + f"?{query}" for query in _ASKED),
        f"{reverse('interviews:search')}?q=river",
        f"{reverse('interviews:search')}?q=nowhere",
        f"{reverse('interviews:oembed')}?url={settings.SITE_URL}/interviews/on-bridges/quotes/{first[5]}/",
        reverse("interviews:published", args=[gone.slug]),
        "/never/was/here/",
        link.get_absolute_url(),
        ended.get_absolute_url(),
        *(f"/{name}" for name in ("sitemap.xml", "robots.txt", "humans.txt", "favicon.ico")),
        "/sitemaps/news.xml",
    ]


def opened(also: list[str]) -> Iterator[Opened]:
    """All that a reader gets who follows every link, from the front page and from ``also``."""
    client, waiting, seen = Client(headers={"host": "localhost"}), ["/", *also], set[str]()
    while waiting:
        address = waiting.pop(0).partition("#")[0]
        if address in seen or address.startswith(("/desk/", "/static/")):
            continue
        seen.add(address)
        answer = client.get(address)
        got = Opened(address, answer.status_code, answer.headers.get("Content-Type", ""), answer.content)
        yield got
        if got.is_page:
            inside = findall(r'(?:href|src)="(/[^"]*)"', got.text)
            inside += findall(r'href="(quotes/[^"]*)"', got.text)[:2]
            waiting += (urljoin(address, unescape(path)) for path in inside)
        elif got.is_xml:
            waiting += (unescape(path) for path in findall(rf">{settings.SITE_URL}(/[^<]*)</loc>", got.text))


_ASKED = ("q=drain", "q=xyzzy", urlencode({"speaker": ANSWERS}), urlencode({"q": "bridge", "speaker": ASKS}))


def _publish(transcript: Transcript, by: User, title: str, **details: str) -> Interview:
    interview = an_interview(transcript, title=title)
    for name, value in details.items():
        setattr(interview, name, value)
    interview.recorded_on = date(2026, 3, 1)
    interview.save()
    file_under(interview=interview, filing=Filing("Voices & places", None, ("Water", "Work")), by=by)
    _out(interview, by)
    return interview


def _out(interview: Interview, by: User, *stated: Stated) -> None:
    publish(
        interview=interview,
        by=by,
        corrections=stated,
        acknowledged=list(interview.flags.values_list("pk", flat=True)),
        override_reason="For the test.",
    )


def _corrected(by: User) -> tuple[Interview, list[str]]:
    """Published three times: words corrected, turns joined and removed, and at the end retracted."""
    interview = an_interview()
    interview.standfirst, interview.language = "An inspector on drains.", "en-GB"
    interview.save()
    _out(interview, by)
    first = keys(interview)

    def change(place: int, text: str) -> str:
        version = interview.turns.get(key=first[place]).version
        editing.edit_text(interview=interview, key=first[place], text=text, seen_version=version, by=by)
        return first[place]

    said = change(1, "The drains. A clogged drain tells me more about a bridge than its paint ever will.")
    _out(interview, by, Stated("correction", "We wrote “blocked”.", "It was clogged & <closed>.", (said,)))
    arranging.merge(interview=interview, key=first[9], upwards=True, by=by)
    editing.set_aside(interview=interview, key=first[13], by=by)
    for kind in ("clarification", "update", "note"):
        _out(interview, by, Stated(kind, "", "More is known now.", tuple(first[8:14])))
    _out(interview, by, Stated("retraction", "", "We no longer stand by it."))
    return interview, first


def _quotes(interview: Interview, first: list[str]) -> Iterator[str]:
    """Quotes that stand, were changed, were removed and never stood there; their frames, and the form."""
    asked: tuple[tuple[int, dict[str, object]], ...] = (
        (5, {"text": "a week for a bridge", "v": 1}),
        (1, {"text": "A blocked drain tells me more", "v": 1}),
        (13, {"text": "I drive over all but two.", "v": 1}),
        (5, {"text": "Nobody said this.", "v": 1}),
    )
    for place, query in asked:
        for name in ("quote", "quote-embed"):
            path = reverse(f"interviews:{name}", args=[interview.slug, first[place]])
            yield f"{path}?{urlencode(query)}"
    yield reverse("interviews:suggest", args=[interview.slug, first[5]])
    yield reverse("interviews:suggest", args=[interview.slug, first[5]]) + "?sent=1"


def _with_times() -> Transcript:
    """A conversation of four, with times and with sections."""
    spoken = a_transcript(
        ("Mo", "Welcome, all of you. Who pays for water?"),
        ("Ines", "Whoever turns the tap.\nAnd whoever owns it."),
        ("Bo", "The county pays, and the county waits."),
        ("Mo", "Who should pay?"),
        ("Ines", "Whoever spoils it."),
    )
    turns = tuple(
        replace(turn, start=place * 7000, end=place * 7000 + 6500) for place, turn in enumerate(spoken.turns)
    )
    speakers = (
        Speaker("Mo", Role.INTERVIEWER, "Mo Adair", "host"),
        Speaker("Ines", Role.GUEST, "Ines Lima", "hydrologist & diver"),
        Speaker("Bo", Role.GUEST, "Bo Åkesson"),
    )
    return replace(spoken, turns=turns, speakers=speakers)


def _an_article() -> Transcript:
    """More background than conversation, in German."""
    paragraph = "Das Haus steht am Wasser, und das Wasser steht seit dem Morgen auf dem Hof. "
    lead = ("Am Fluss", paragraph * 4, "Was bleibt", paragraph * 3)
    spoken = a_transcript((ASKS, "Wer zahlt?"), (ANSWERS, "Wir alle zahlen."), background=lead, language="de")
    guest = Speaker(ANSWERS, Role.GUEST, "Ada Feld", "Müllerin")
    return replace(spoken, speakers=(Speaker(ASKS, Role.INTERVIEWER), guest))


def _right_to_left() -> Transcript:
    spoken = a_transcript(
        ("المحرر", "ما أول ما تنظرين إليه؟"),
        ("عائشة", "إلى المصارف. المصرف المسدود يقول كل شيء."),
        language="ar",
    )
    return replace(spoken, speakers=(Speaker("المحرر", Role.INTERVIEWER), Speaker("عائشة", Role.GUEST)))


def _nameless() -> Transcript:
    return a_transcript((None, "Nobody knows who said this."), (None, "And nobody asked."))
