"""In the exported site the link to a quote leads to its page, with no program behind it."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from re import DOTALL, findall, search

import pytest
from django.contrib.auth.models import User
from django.test import override_settings
from pytest_django.fixtures import Settings

from interviews.models import ErasureRecord, Interview
from interviews.services import arranging, editing
from interviews.services.correcting import Stated
from interviews.services.erasing import erase
from interviews.services.publishing import publish, unpublish
from interviews.services.readdressing import change_address
from interviews.site import bundles, storage
from interviews.site.artefacts import Site
from interviews.site.leading_on import Led
from interviews.site.standing_quotes import QuoteFiles
from tests.cast import ANSWERS, ASKS, a_conversation, an_editor, an_interview, keys
from tests.public_site import a_site
from tests.web.test_command_publish_site import run

pytestmark = pytest.mark.django_db
SITE = "http://localhost:8000"
CULVERT = "Half a day for a culvert, a week for a bridge over a river, and a month for the paperwork."


@pytest.fixture
def published() -> tuple[Interview, User]:
    interview, alice = an_interview(), an_editor()
    publish(interview=interview, by=alice)
    return interview, alice


def again(interview: Interview, by: User) -> None:
    turns = tuple(interview.turns.values_list("key", flat=True))
    publish(
        interview=interview,
        by=by,
        corrections=[Stated("typo", turns=turns)],
        acknowledged=list(interview.flags.values_list("pk", flat=True)),
        override_reason="For the test.",
    )


def edit(interview: Interview, key: str, text: str, by: User) -> None:
    version = interview.turns.get(key=key).version
    editing.edit_text(interview=interview, key=key, text=text, seen_version=version, by=by)


def page(folder: Path, key: str, rest: str = "", slug: str = "on-bridges") -> str:
    return (folder / f"interviews/{slug}/quotes/{key}/{rest}index.html").read_text()


def quoted(text: str) -> str:
    found = search(r"<blockquote[^>]*>(.*?)</blockquote>", text, DOTALL)
    return unescape("\n".join(findall(r"<p[^>]*>(.*?)</p>", found[1]))) if found else ""


def attribute(text: str, pattern: str) -> str:
    found = search(pattern, text)
    return unescape(found[1]) if found else ""


def test_every_turn_has_a_page_under_the_address_of_its_quotes(
    tmp_path: Path, published: tuple[Interview, User]
) -> None:
    interview, _ = published
    run(tmp_path)
    for turn in interview.turns.all():
        assert quoted(page(tmp_path, turn.key)) == quoted(page(tmp_path, turn.key, "embed/")) == turn.text
    key = keys(interview)[5]
    text, own = page(tmp_path, key), f"{SITE}/interviews/on-bridges/quotes/{key}/"
    assert attribute(text, r'rel="canonical" href="([^"]*)"') == f"{SITE}/interviews/on-bridges/#t-{key}"
    assert attribute(text, r'property="og:url" content="([^"]*)"') == own
    assert attribute(text, r'property="og:title" content="([^"]*)"') == "Ada Field in “On bridges”"
    assert attribute(text, r'property="og:description" content="([^"]*)"') == f"“{CULVERT}”"
    told = json.loads(attribute(text, r'<script type="application/ld\+json">(.*?)</script>'))
    assert (told["@type"], told["text"], told["url"]) == ("Quotation", CULVERT, own)
    assert told["creator"]["name"] == "Ada Field"
    assert f'<iframe src="{own}embed/"' in unescape(text)
    assert f'href="/interviews/on-bridges/#t-{key}"' in text
    assert f'href="quotes/{key}/"' in (tmp_path / "interviews/on-bridges/index.html").read_text()
    for program in ("oembed", "oEmbed", "/search/", "/suggest/", "<form"):
        assert program not in text


@pytest.mark.parametrize("language", ["en-gb", "fr"])
def test_a_page_filled_into_a_frame_is_what_its_template_makes(
    tmp_path: Path, settings: Settings, language: str
) -> None:
    settings.SITE_LANGUAGE = language
    evil = 'She wrote "</script><script>alert(1)</script>" & \\u003C {{ left }} on it.\nThen ‮nothing \\1.'
    interview, alice = (
        an_interview(a_conversation((ASKS, "What?"), (ANSWERS, evil), (None, "B"))),
        an_editor(),
    )
    publish(
        interview=interview,
        by=alice,
        acknowledged=list(interview.flags.values_list("pk", flat=True)),
        override_reason="For the test.",
    )
    run(tmp_path)
    turns = list(interview.turns.in_place())
    for turn in turns:
        for rest in ("", "embed/"):
            made = QuoteFiles(Site.of_settings(), interview.publications.get(), ())
            whole = made.rendered(turn.key, rest)
            assert page(tmp_path, turn.key, rest).split() == whole.decode().split()
    text = page(tmp_path, turns[1].key)
    assert quoted(text) == turns[1].text
    assert json.loads(attribute(text, r"ld\+json\">(.*?)</script>"))["text"] == turns[1].text
    assert "<script>alert" not in text


def test_a_changed_turn_says_so_and_shows_both_wordings(
    tmp_path: Path, published: tuple[Interview, User]
) -> None:
    interview, alice = published
    key, other = keys(interview)[5], keys(interview)[7]
    edit(interview, key, CULVERT.replace("a week", "ten days"), alice)
    again(interview, alice)
    again(interview, alice)  # what a later version leaves alone stays changed since the first
    run(tmp_path)
    for rest in ("", "embed/"):
        assert "Changed since." in page(tmp_path, key, rest)
        assert "ten days" in quoted(page(tmp_path, key, rest))
        assert "Changed since" not in page(tmp_path, other, rest)
    assert "<del>a week </del><ins>ten days </ins>for a bridge" in page(tmp_path, key)
    with override_settings(CHANGES_PUBLIC="none"):
        run(tmp_path)
    assert "Changed since." in page(tmp_path, key)
    assert "a week" not in page(tmp_path, key)
    assert "/changes/" not in page(tmp_path, key)


def test_the_key_of_a_joined_turn_leads_to_its_words_and_the_rest_says_nothing_of_a_change(
    tmp_path: Path, published: tuple[Interview, User]
) -> None:
    interview, alice = published
    first, second = keys(interview)[4:6]
    arranging.merge(interview=interview, key=second, upwards=True, by=alice)
    again(interview, alice)
    run(tmp_path)
    old = page(tmp_path, second)
    assert quoted(old) == CULVERT
    assert "These words stand in another place" in old
    assert attribute(old, r'rel="canonical" href="([^"]*)"') == f"{SITE}/interviews/on-bridges/#t-{first}"
    assert f'href="/interviews/on-bridges/#t-{first}:~:text=Half' in old
    heir = page(tmp_path, first)
    assert CULVERT in quoted(heir)
    assert "Changed since" not in heir
    edit(interview, first, "It depends on the bridge, of course.", alice)
    again(interview, alice)
    run(tmp_path)
    assert quoted(page(tmp_path, second)) == "It depends on the bridge, of course."
    assert "Changed since." in page(tmp_path, second)


def test_a_divided_turn_leads_to_where_it_goes_on(tmp_path: Path, published: tuple[Interview, User]) -> None:
    interview, alice = published
    key = keys(interview)[9]
    text = interview.turns.get(key=key).text
    arranging.split(interview=interview, key=key, at=text.index("He built"), by=alice)
    again(interview, alice)
    run(tmp_path)
    new = keys(interview)[10]
    old = page(tmp_path, key)
    assert "Divided since." in old
    assert f'href="/interviews/on-bridges/quotes/{new}/"' in old
    assert "Changed since" not in old
    assert quoted(page(tmp_path, new)) == "He built it twice as thick and told nobody."
    assert "Divided" not in page(tmp_path, new)


def test_a_removed_turn_says_so_and_its_words_are_nowhere(
    tmp_path: Path, published: tuple[Interview, User]
) -> None:
    interview, alice = published
    first, second = keys(interview)[4:6]
    arranging.merge(interview=interview, key=second, upwards=True, by=alice)
    again(interview, alice)
    editing.set_aside(interview=interview, key=first, by=alice)
    again(interview, alice)
    run(tmp_path)
    for key in (first, second):
        for rest in ("", "embed/"):
            text = page(tmp_path, key, rest)
            assert "were removed from the interview" in text
            assert "culvert" not in text
            assert 'content="noindex"' in text


def test_quotes_of_a_retracted_interview_say_so(tmp_path: Path, published: tuple[Interview, User]) -> None:
    interview, alice = published
    run(tmp_path)
    key = keys(interview)[5]
    assert "Retracted" not in page(tmp_path, key)
    publish(interview=interview, by=alice, corrections=[Stated("retraction", right="Another bridge.")])
    run(tmp_path)
    for rest in ("", "embed/"):
        assert "<strong>Retracted.</strong>" in page(tmp_path, key, rest)


def test_what_was_never_public_has_no_page(tmp_path: Path) -> None:
    interview, alice = an_interview(), an_editor()
    joined, aside = keys(interview)[5], keys(interview)[7]
    arranging.merge(interview=interview, key=joined, upwards=True, by=alice)
    editing.set_aside(interview=interview, key=aside, by=alice)
    publish(interview=interview, by=alice, override_reason="For the test.")
    run(tmp_path)
    made = {file.name for file in (tmp_path / "interviews/on-bridges/quotes").iterdir() if file.is_dir()}
    assert made == set(keys(interview)) - {aside}
    assert joined not in made


def test_one_change_writes_the_pages_of_its_quote_and_of_no_other(
    tmp_path: Path, published: tuple[Interview, User]
) -> None:
    interview, alice = published
    an_other = an_interview(title="On rivers")
    publish(interview=an_other, by=alice)
    run(tmp_path)
    assert run(tmp_path)["written"] == []
    key = keys(interview)[5]
    edit(interview, key, CULVERT.replace("a week", "ten days"), alice)
    again(interview, alice)
    quotes = {name for name in run(tmp_path)["written"] if "/quotes/" in name}
    folder = f"interviews/on-bridges/quotes/{key}"
    assert quotes == {f"{folder}/index.html", f"{folder}/embed/index.html"}
    with override_settings(SITE_NAME="The River Post"):
        written = run(tmp_path, "--base-url", "https://river.example")["written"]
    assert len([name for name in written if "/quotes/" in name]) == 2 * 2 * len(keys(interview))
    assert "The River Post" in page(tmp_path, key)


def test_words_that_were_erased_are_in_no_page_of_a_quote_either(
    tmp_path: Path, published: tuple[Interview, User]
) -> None:
    interview, alice = published
    key = keys(interview)[5]
    edit(interview, key, CULVERT.replace("a week", "ten days"), alice)
    again(interview, alice)
    run(tmp_path)
    assert "a week" in page(tmp_path, key)
    erase(interview=interview, words="a week", reason="A court said so.", confirmation="erase", by=alice)
    assert ErasureRecord.objects.exists()
    run(tmp_path)
    assert "a week" not in page(tmp_path, key)
    assert "ten days" in page(tmp_path, key)


def test_quotes_of_an_earlier_address_lead_on_and_those_of_a_withdrawn_interview_say_so(
    tmp_path: Path, published: tuple[Interview, User]
) -> None:
    interview, alice = published
    key = keys(interview)[5]
    run(tmp_path)
    change_address(interview=interview, slug="drains", by=alice)
    run(tmp_path)
    new = f"{SITE}/interviews/drains/quotes/{key}/"
    for rest in ("", "embed/"):
        old = page(tmp_path, key, rest)
        assert f'<meta http-equiv="refresh" content="0; url={new}{rest}">' in old
        assert quoted(old) == ""
    assert quoted(page(tmp_path, key, slug="drains")) == CULVERT
    unpublish(interview=interview, by=alice, note="The guest asked for it.")
    run(tmp_path)
    for slug in ("on-bridges", "drains"):
        for rest in ("", "embed/"):
            assert "The guest asked for it." in page(tmp_path, key, rest, slug)
            assert "culvert" not in page(tmp_path, key, rest, slug)


def test_a_page_that_leads_on_is_written_again_where_it_is_made_otherwise(
    tmp_path: Path, published: tuple[Interview, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    interview, alice = published
    change_address(interview=interview, slug="drains", by=alice)
    run(tmp_path)
    made = Led.page
    monkeypatch.setattr(Led, "page", lambda *told: made(*told) + b"<!-- other -->")
    quotes = {name for name in run(tmp_path)["written"] if "/quotes/" in name}
    assert len(quotes) == 2 * len(keys(interview))
    assert all(name.startswith("interviews/on-bridges/") for name in quotes)


def test_a_host_with_few_files_gets_no_pages_of_quotes_and_no_link_to_one(
    tmp_path: Path, published: tuple[Interview, User]
) -> None:
    run(tmp_path)
    (tmp_path / "interviews/on-bridges/quotes/kept.txt").write_text("Somebody else’s")
    told = run(tmp_path, "--without-quotes")
    left = {str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*") if file.is_file()}
    assert [name for name in left if "/quotes/" in name] == ["interviews/on-bridges/quotes/kept.txt"]
    assert len([name for name in told["removed"] if "/quotes/" in name]) >= 2 * len(keys(published[0]))
    assert "quotes/" not in (tmp_path / "interviews/on-bridges/index.html").read_text()


def test_a_run_that_was_stopped_among_the_quotes_is_finished_by_the_next(
    tmp_path: Path, published: tuple[Interview, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    interview, alice = published
    left = [9]

    def sparing(path: Path, body: bytes, *, lasting: bool = True) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        storage.write_whole(path, body, lasting=lasting)

    monkeypatch.setattr(bundles, "write_whole", sparing)
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path)
    monkeypatch.undo()
    made = list((tmp_path / "interviews/on-bridges/quotes").rglob("index.html"))
    assert 0 < len(made) < len(keys(interview))
    unpublish(interview=interview, by=alice)
    run(tmp_path, "--without-quotes")
    assert not (tmp_path / "interviews/on-bridges/quotes").exists()


def test_the_site_with_every_sort_of_page_has_every_quote_that_its_pages_lead_to(tmp_path: Path) -> None:
    a_site()
    run(tmp_path)
    looked = 0
    for file in tmp_path.glob("interviews/*/index.html"):
        for link in findall(r'href="(quotes/[^"]*)"', file.read_text()):
            looked += 1
            assert (file.parent / link / "index.html").is_file()
            assert (file.parent / link / "embed/index.html").is_file()
    assert looked > 20
