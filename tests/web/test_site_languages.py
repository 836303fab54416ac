"""The words around the interviews speak the site's language; what was said keeps its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from interviews.checks import public_words_are_there
from interviews.formats.reading import read
from interviews.models import Artefact, Interview, Publication
from interviews.services import arranging, editing
from interviews.services.correcting import Stated
from interviews.services.importing import import_reading
from interviews.services.naming import describe_speakers
from interviews.services.previewing import make_link
from interviews.services.publishing import publish, unpublish
from interviews.services.readdressing import change_address
from interviews.services.settling import settle_flag
from interviews.site.artefacts import Site
from interviews.transcript.turns import Role, Speaker
from tests.builders import a_transcript
from tests.cast import ANSWERS, ASKS, an_editor, an_interview, keys
from tests.html import faults
from tests.public_site import a_site, opened
from tools.words import pairs, translated

pytestmark = pytest.mark.django_db

_GAP = re.compile(r"%\(\w+\)s")
_SPOKEN = {"alt", "aria-label", "content", "placeholder", "title"}


class Heard(HTMLParser):
    """All that readers see or hear of a page, piece by piece."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.pieces += [
            value for name, value in attrs if value and (name in _SPOKEN or name.startswith("data-"))
        ]

    def handle_data(self, data: str) -> None:
        self.pieces.append(" ".join(data.split()))


def english(language: str) -> re.Pattern[str]:
    """Whatever stands in a catalogue and reads otherwise there, as a whole piece of a page."""
    patterns = []
    for text, said in pairs(translated(language)):
        if text != said and len(_GAP.sub("", text).strip()) > 5 and "j F Y" not in text:
            patterns.append(".+".join(re.escape(part) for part in _GAP.split(text)))
    assert len(patterns) > 200
    return re.compile("|".join(patterns))


def pieces_of(body: str, *, is_xml: bool) -> Iterator[str]:
    if not is_xml:
        yield from Heard(body).pieces
        return
    for one in ElementTree.fromstring(body.encode()).iter():  # noqa: S314
        yield (one.text or "").strip()


@pytest.mark.parametrize("language", ["de", "fr"])
def test_a_site_in_another_language_is_sound_and_nothing_of_it_is_english(
    language: str, settings: Settings
) -> None:
    settings.SITE_LANGUAGE = language
    left_over = english(language)
    seen, wrong = {}, {}
    for one in opened(a_site()):
        if (one.is_page or one.is_xml) and "/download/" not in one.address:
            found = {piece for piece in pieces_of(one.text, is_xml=one.is_xml) if left_over.fullmatch(piece)}
            seen[one.address] = found
            wrong[one.address] = faults(one.text) if one.is_page else []
    assert len(seen) > 60
    assert {address: found for address, found in wrong.items() if found} == {}
    assert {address: found for address, found in seen.items() if found} == {}


def page_of(interview: Interview, client: Client, name: str = "published") -> str:
    return client.get(reverse(f"interviews:{name}", args=[interview.slug])).content.decode()


def arabic() -> Interview:
    said = a_transcript(
        (ASKS, "ما أول ما تنظرين إليه؟"), (ANSWERS, "إلى المصارف."), (ASKS, "ولماذا؟"), language="ar"
    )
    speakers = (Speaker(ASKS, Role.INTERVIEWER), Speaker(ANSWERS, Role.GUEST))
    interview = an_interview(replace(said, speakers=speakers), title="الجسور")
    interview.language, interview.standfirst = "ar", "حوار"
    interview.save()
    publish(
        interview=interview,
        by=an_editor(),
        acknowledged=list(interview.flags.values_list("pk", flat=True)),
        override_reason="For the test.",
    )
    return interview


def test_what_was_said_keeps_its_language_and_its_direction(client: Client, settings: Settings) -> None:
    settings.SITE_LANGUAGE = "de"
    page = page_of(arabic(), client)
    assert '<html lang="de" dir="ltr">' in page
    assert '<h1 lang="ar" dir="rtl">الجسور</h1>' in page
    assert '<p class="stand" lang="ar" dir="rtl">حوار</p>' in page
    assert '<ol class="contents" lang="ar" dir="rtl">' in page
    said = page[page.index('<div lang="ar" dir="rtl">') : page.index("<section")]
    assert said.count('class="said') == 3
    links = re.findall('<a lang="de" dir="ltr" class="quote" [^>]+>Zitieren oder korrigieren</a>', said)
    assert len(links) == 3
    assert said.count('<a lang="de" dir="ltr" aria-labelledby="here" href="#t-') == 3
    assert '<div id="quoting" lang="de" dir="ltr" role="group"' in page
    listed = client.get("/").content.decode()
    assert '<html lang="de" dir="ltr">' in listed
    assert '<h2 lang="ar" dir="rtl"><a href="/interviews/' in listed


def test_the_page_of_a_file_that_names_no_language_says_which_one_is_spoken_in_it(client: Client) -> None:
    said = (
        "Redakcja: Dlaczego wrócił pan na wieś?\n\n"
        "Jan Wilk: Bo w mieście nikt mnie nie znał, a tutaj każdy pies wie, kim był mój ojciec.\n\n"
        "Redakcja: Nie żałuje pan tego, kiedy przychodzi zima?\n"
    ).encode()
    interview = import_reading(reading=read(said), data=said, name="wies.txt", by=None, title="Na wsi")
    publish(interview=interview, by=an_editor(), override_reason="For the test.")
    assert '<h1 lang="pl" dir="ltr">Na wsi</h1>' in page_of(interview, client)


def exported(folder: Path, *options: str) -> Path:
    call_command("publish_site", str(folder), *options, verbosity=0)
    return folder


@pytest.mark.parametrize("language", ["de", "fr"])
def test_nothing_of_an_exported_site_is_english(language: str, settings: Settings, tmp_path: Path) -> None:
    settings.SITE_LANGUAGE = language
    alice, interview = an_editor(), an_interview()
    publish(interview=interview, by=alice)
    first = keys(interview)

    def again() -> None:
        acknowledged = list(interview.flags.values_list("pk", flat=True))
        publish(
            interview=interview,
            by=alice,
            corrections=[Stated("typo", turns=(*first, *keys(interview)))],
            acknowledged=acknowledged,
            override_reason="For the test.",
        )

    version, text = interview.turns.get(key=first[1]).version, interview.turns.get(key=first[9]).text
    editing.edit_text(interview=interview, key=first[1], text="The drains.", seen_version=version, by=alice)
    arranging.split(interview=interview, key=first[9], at=text.index("He built"), by=alice)
    arranging.merge(interview=interview, key=first[5], upwards=True, by=alice)
    again()
    editing.set_aside(interview=interview, key=first[7], by=alice)
    again()
    change_address(interview=interview, slug="drains", by=alice)
    gone = an_interview(title="Gone", by=alice)
    publish(interview=gone, by=alice)
    unpublish(interview=gone, by=alice)
    left_over, seen = english(language), 0
    for file in exported(tmp_path).rglob("*.html"):
        if "download" not in file.parts:
            page, seen = file.read_text(), seen + 1
            assert f'<html lang="{language}" dir="ltr">' in page
            assert faults(page) == []
            assert [piece for piece in pieces_of(page, is_xml=False) if left_over.fullmatch(piece)] == []
    assert seen > 4 * len(first)


def test_a_file_of_a_quote_says_in_which_language_it_was_said(
    client: Client, settings: Settings, tmp_path: Path
) -> None:
    settings.SITE_LANGUAGE = "de"
    interview = arabic()
    key = keys(interview)[1]
    place = reverse("interviews:quote", args=[interview.slug, key])
    for rest in ("", "embed/"):
        served = client.get(f"{place}{rest}").text
        page = (exported(tmp_path) / f"{place}{rest}index.html".removeprefix("/")).read_text()
        quoted = re.findall(r"<figure.*?</figure>", page, re.DOTALL)
        assert [one.split() for one in quoted] == [
            one.split() for one in re.findall(r"<figure.*?</figure>", served, re.DOTALL)
        ]
        assert '<html lang="de" dir="ltr">' in page
        assert '<blockquote lang="ar" dir="rtl" cite=' in quoted[0]
        assert '<p dir="auto">إلى المصارف.</p>' in quoted[0]
        assert '<cite lang="ar" dir="rtl">الجسور</cite>' in quoted[0]


def test_files_of_quotes_are_written_anew_where_the_language_is_another(
    settings: Settings, tmp_path: Path
) -> None:
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    change_address(interview=interview, slug="drains", by=alice)
    exported(tmp_path)
    settings.SITE_LANGUAGE = "de"
    exported(tmp_path, "--base-url", "https://brücken.example")
    for slug, words in (("drains", "Im Interview lesen"), ("on-bridges", "eine andere Adresse")):
        page = (tmp_path / f"interviews/{slug}/quotes/{keys(interview)[1]}/index.html").read_text()
        assert words in page
        assert "https://brücken.example/interviews/drains/" in page


def test_the_direction_of_a_page_follows_its_language(settings: Settings) -> None:
    page = Site("The Newsroom", "", "ar").html("public/index.html", {}).decode()
    assert '<html lang="ar" dir="rtl">' in page


def test_what_is_in_the_language_of_the_site_needs_no_word_about_it(
    client: Client, settings: Settings
) -> None:
    interview = an_interview()
    interview.language = "en-US"
    interview.save()
    publish(interview=interview, by=an_editor())
    page = page_of(interview, client)
    assert '<html lang="en-GB" dir="ltr">' in page
    assert '<h1 lang="en-US" dir="ltr">' in page
    assert '"quote" href="quotes/' in page
    assert ">Quote or correct</a>" in page
    assert 'lang="en-GB"' not in page.partition("<body")[2]
    settings.SITE_LANGUAGE = "en-us"
    call_command("rebuild_site", "--missing")
    page = page_of(interview, client)
    assert page.count("lang=") == 1
    settings.SITE_LANGUAGE = "de"
    call_command("rebuild_site", "--missing")
    assert page_of(interview, client).count('<dd lang="en" dir="ltr">') == 2  # both references are in English


def test_public_files_are_made_anew_where_the_language_is_another(
    client: Client, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    alice = an_editor()
    stays, goes = an_interview(by=alice), an_interview(by=alice, title="On water")
    publish(interview=stays, by=alice)
    publish(interview=goes, by=alice)
    unpublish(interview=goes, by=alice, note="Not ours.")
    assert "This interview was withdrawn" in page_of(goes, client)
    call_command("rebuild_site", "--missing")
    assert "0 " in capsys.readouterr().out

    settings.SITE_LANGUAGE = "de"
    call_command("rebuild_site", "--missing")
    assert "In diesem Interview suchen" in page_of(stays, client)
    assert "Interviews von The Newsroom." in client.get("/").content.decode()
    assert "Dieses Interview wurde zurückgezogen" in page_of(goes, client)
    digests = dict(Artefact.objects.values_list("path", "digest"))
    capsys.readouterr()
    call_command("rebuild_site", "--missing")
    assert dict(Artefact.objects.values_list("path", "digest")) == digests
    assert "0 " in capsys.readouterr().out


def test_the_note_on_what_was_edited_is_told_in_the_language_of_today(
    client: Client, settings: Settings
) -> None:
    interview, alice = an_interview(), an_editor()
    settle_flag(flag=interview.flags.get(), fix=0, by=alice)
    key = keys(interview)[1]
    version = interview.turns.get(key=key).version
    editing.edit_text(
        interview=interview, key=key, text="The drains, always.", seen_version=version, by=alice
    )
    made = publish(interview=interview, by=alice)
    assert "a sentence had its first letter restored and a turn was edited by hand" in page_of(
        interview, client
    )
    settings.SITE_LANGUAGE = "fr"
    call_command("rebuild_site", "--missing")
    said = "la majuscule d’une phrase a été rétablie et une intervention a été modifiée à la main"
    assert said in page_of(interview, client)
    changes = page_of(interview, client, "changes")
    assert "Orthographe et ponctuation\u00a0: 1 modification" in changes
    assert re.search("Intervention 2, Ada Field\u00a0: mots modifiés", changes)
    # What was published before edits were counted has its sentence of then.
    Publication.objects.filter(pk=made.pk).update(edited=[], note="It was edited.")
    call_command("rebuild_site")
    assert "It was edited." in page_of(interview, client)


def test_one_and_several_are_told_apart(client: Client, settings: Settings) -> None:
    settings.SITE_LANGUAGE = "de"
    alice = an_editor()
    first = an_interview(by=alice)
    publish(interview=first, by=alice)
    assert "<span>1 Interview</span>" in " ".join(archive(client).split()).replace("> ", ">").replace(
        " <", "<"
    )
    publish(interview=an_interview(by=alice, title="On water"), by=alice)
    assert "<span>2 Interviews</span>" in " ".join(archive(client).split()).replace("> ", ">").replace(
        " <", "<"
    )
    found = " ".join(client.get(f"{first_page(first)}?q=drains").content.decode().split())
    assert "„drains“ wurde einmal gefunden." in found
    found = " ".join(client.get(f"{first_page(first)}?q=bridge").content.decode().split())
    assert re.search(r"„bridge“ wurde \d-mal gefunden\.", found)


def archive(client: Client) -> str:
    return client.get(reverse("interviews:archive")).content.decode()


def first_page(interview: Interview) -> str:
    return reverse("interviews:published", args=[interview.slug])


def test_corrections_are_named_in_the_language_of_the_site_and_at_the_desk_in_english(
    client: Client, settings: Settings
) -> None:
    settings.SITE_LANGUAGE = "de"
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    key = keys(interview)[1]
    version = interview.turns.get(key=key).version
    editing.edit_text(
        interview=interview, key=key, text="The drains, always.", seen_version=version, by=alice
    )
    client.force_login(alice)
    desk = client.get(reverse("interviews:publish", args=[interview.pk])).content.decode()
    assert '<html lang="en"' in desk
    assert "Clarification" in desk
    assert "Klarstellung" not in desk
    publish(interview=interview, by=alice, corrections=[Stated("clarification", "", "Immer.", (key,))])
    page = page_of(interview, client)
    assert "<strong>Klarstellung, <time" in page
    assert re.search(r">Klarstellung, \d+\. \w+ \d{4}</a>", page)
    feed = client.get(reverse("interviews:corrections-feed")).content.decode()
    assert "<title>Korrekturen · The Newsroom</title>" in feed
    assert "<title>Klarstellung: On bridges</title>" in feed


def test_programs_are_told_in_the_language_of_the_site(client: Client, settings: Settings) -> None:
    settings.SITE_LANGUAGE = "de-at"
    interview, alice = an_interview(), an_editor()
    describe_speakers(interview=interview, known={ASKS: (Role.INTERVIEWER, "Ruth Lund", "")}, by=alice)
    publish(interview=interview, by=alice)
    rss = client.get(reverse("interviews:rss")).content.decode()
    assert "<language>de-AT</language>" in rss
    assert "<description>Interviews von The Newsroom.</description>" in rss
    assert "<description>Mit Ada Field.</description>" in rss
    manifest = json.loads(client.get(reverse("interviews:manifest")).content)
    assert (manifest["lang"], manifest["dir"]) == ("de-AT", "ltr")
    assert manifest["description"] == "Interviews von The Newsroom."
    page = page_of(interview, client)
    article = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0])
    assert article["inLanguage"] == "en"  # of what was said
    assert article["description"] == "Ein Interview mit Ada Field."
    person = client.get("/people/ada-field/").content.decode()
    profile = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', person)[0])
    assert profile["inLanguage"] == "de-AT"
    quote = f"{first_page(interview)}quotes/{keys(interview)[1]}/"
    known = client.get(reverse("interviews:oembed"), {"url": f"http://localhost:8000{quote}"})
    assert json.loads(known.content)["title"] == "Ada Field in „On bridges“"
    bibtex = client.get(f"{first_page(interview)}download/on-bridges.bib").content.decode()
    assert "Interview geführt von Ruth Lund" in bibtex.replace('\\"u', "ü").replace("{", "").replace("}", "")


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({"text": ""}, "Schreiben Sie, was falsch ist oder wie es heißen müsste."),
        ({"text": "a\u202eb"}, "Der Text enthält ein unsichtbares Zeichen"),
        ({"text": "a", "token": ""}, "Das Formular war zu lange geöffnet."),
    ],
)
def test_who_suggests_a_correction_learns_in_the_language_of_the_site_what_is_wrong(
    client: Client, settings: Settings, sent: dict[str, str], problem: str
) -> None:
    settings.SITE_LANGUAGE = "de"
    interview = an_interview()
    publish(interview=interview, by=an_editor())
    path = reverse("interviews:suggest", args=[interview.slug, keys(interview)[1]])
    token = re.search(r'name="token" value="([^"]+)"', client.get(path).content.decode())
    assert token
    answer = client.post(path, {"token": token[1], **sent})
    assert problem in answer.content.decode()
    assert answer.status_code == 422


def test_pages_of_what_failed_speak_it_too(client: Client, settings: Settings) -> None:
    settings.SITE_LANGUAGE = "fr"
    nowhere = client.get("/never/was/here/")
    assert nowhere.status_code == 404
    assert "Cette page n’existe pas" in nowhere.content.decode()
    assert "<title>Cette page n’existe pas</title>" in nowhere.content.decode()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(an_editor())
    refused = strict.post(reverse("interviews:make"))
    assert refused.status_code == 403
    assert "Ce n’est pas autorisé" in refused.content.decode()
    client.raise_request_exception = False
    elsewhere = Client(raise_request_exception=False).get(
        reverse("interviews:index"), headers={"host": "x.y"}
    )
    assert elsewhere.status_code == 400
    assert "Rien n’est publié à cette adresse" in elsewhere.content.decode()
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    much = client.post(reverse("login"), {str(number): "" for number in range(9)})
    assert "C’était trop à la fois" in much.content.decode()


def test_a_preview_for_others_is_in_the_language_of_the_site(client: Client, settings: Settings) -> None:
    settings.SITE_LANGUAGE = "de"
    alice = an_editor()
    link = make_link(interview=an_interview(by=alice), by=alice)
    page = client.get(link.get_absolute_url()).content.decode()
    assert "alice von The Newsroom zeigt Ihnen das Interview im Stand vom " in page
    assert re.search(r"Der Link gilt bis zum \d+\. \w+ \d{4}, \d\d:\d\d Uhr\.", page)


def test_the_brand_may_have_a_language_of_its_own(client: Client, settings: Settings) -> None:
    settings.SITE_LANGUAGE = "de"
    settings.BRAND = {"language": "fr-ch"}
    page = client.get("/").content.decode()
    assert '<html lang="fr-CH" dir="ltr">' in page
    assert "<h1>Entretiens</h1>" in page


def test_a_language_without_words_is_told_of(client: Client, settings: Settings) -> None:
    assert public_words_are_there(None) == []
    settings.SITE_LANGUAGE = "es"
    page = client.get("/").content.decode()
    assert '<html lang="en" dir="ltr">' in page
    assert "<h1>Interviews</h1>" in page
    assert "<language>es</language>" in client.get(reverse("interviews:rss")).content.decode()
    assert [one.id for one in public_words_are_there(None)] == ["interviews.W002"]
    settings.SITE_LANGUAGE = "deutsch!"
    assert [one.id for one in public_words_are_there(None)] == ["interviews.E004"]
