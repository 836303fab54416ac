"""The words around interviews: marked where they stand, translated, and compiled as they are translated."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.utils import translation

from interviews.site.changing import place, reason
from interviews.site.downloads import WORDS
from interviews.site.languages import catalogue, is_same, spoken, written
from interviews.site.noting import BY_HAND, in_a_row, note
from interviews.templatetags.dates import day, minute, month
from tools.words import ROOT, file_of, languages, marked, pairs, renewed, translated, untranslated

TRANSLATED = ["de", "fr"]
PUBLIC = sorted(
    path for folder in ("public", "brand", ".") for path in (ROOT / "templates" / folder).glob("*.html")
)
NAMES = {"APA", "Chicago", "BibTeX", "RIS"}  # the same in every language
SPOKEN = {"alt", "aria-description", "aria-label", "label", "placeholder", "title", "value"}
_GAP = re.compile(r"%\(\w+\)s")
_SOURCE_TAGS = re.compile(
    r"{#.*?#}|{% comment.*?{% endcomment %}|{% blocktranslate.*?{% endblocktranslate %}|{%.*?%}|{{.*?}}",
    re.DOTALL,
)


class Visible(HTMLParser):
    """What readers see or hear of a template, without what its tags put there."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(_SOURCE_TAGS.sub("", source))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        is_description = tag == "meta" and told.get("name") == "description"
        for name, value in attrs:
            is_for_scripts = name.startswith("data-") and " " in (value or "").strip()
            if name in SPOKEN or (name == "content" and is_description) or is_for_scripts:
                self.found.append(value or "")

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def unmarked(source: str) -> list[str]:
    words = (" ".join(text.split()) for text in Visible(source).found)
    return [text for text in words if text not in NAMES and any(letter.isalpha() for letter in text)]


def test_the_languages_are_those_that_pages_may_be_in() -> None:
    assert languages() == TRANSLATED


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: path.name)
def test_every_word_of_a_public_template_is_marked(path: Path) -> None:
    assert unmarked(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Hello</p>",
        '<nav aria-label="Site">{% translate "Site" %}</nav>',
        '<input placeholder="Find words">',
        '<meta name="description" content="Interviews by {{ name }}.">',
        '<div data-copied="It was copied."></div>',
        "{% if one %}one{% else %}{{ two }}{% endif %}",
        '{% translate "Part" %} of',
    ],
)
def test_a_word_that_is_not_marked_is_found(source: str) -> None:
    assert unmarked(source)


@pytest.mark.parametrize("language", TRANSLATED)
def test_everything_that_is_marked_is_translated(language: str) -> None:
    assert untranslated(renewed(language)) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_else_is(language: str) -> None:
    known = {(one.id, one.context) for one in marked()}
    assert {(one.id, one.context) for one in translated(language)} == known


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_compiled_is_what_was_written(language: str) -> None:
    with file_of(language, ".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for one in translated(language):
        if isinstance(one.id, str) and one.id:
            said = compiled.pgettext(one.context, one.id) if one.context else compiled.gettext(one.id)
            assert said == one.string
        elif one.id:
            single, several = one.id
            forms = (compiled.ngettext(single, several, 1), compiled.ngettext(single, several, 2))
            assert forms == one.string
    count = sum(len(one.string) if isinstance(one.string, tuple) else 1 for one in translated(language))
    assert len(compiled._catalog) == count  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_gaps_of_its_text_and_no_markup_of_its_own(language: str) -> None:
    for text, said in pairs(translated(language)):
        gaps = set(_GAP.findall(said))
        # "one place" has no number in it, in either language.
        assert gaps <= set(_GAP.findall(text)), said
        assert gaps >= set(_GAP.findall(text)) - {"%(number)s"}, said
        assert set(said) & set('<>"&') == set(), said


@pytest.mark.parametrize(("language", "wrong"), [("de", '["“]\\w|”'), ("fr", "“|„|”| [:;?!»]|« ")])
def test_signs_are_set_as_the_language_sets_them(language: str, wrong: str) -> None:
    """Quotation marks of the language; before a colon and the like French has a space that does not break."""
    assert [said for _, said in pairs(translated(language)) if re.search(wrong, said)] == []


def reasons_in(folder: str) -> Iterator[str]:
    for path in sorted((ROOT / "interviews" / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "SetAside":
                yield from (str(one.value) for one in node.args[1:] if isinstance(one, ast.Constant))


def test_readers_are_told_in_their_language_why_something_was_set_aside() -> None:
    known = {*reasons_in("detectors"), *reasons_in("services"), "set aside by an editor"}
    assert len(known) > 8
    with translation.override("de"):
        assert {why for why in known if reason(why) == why} == set()
        assert reason("as a plug-in said") == "as a plug-in said"


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("turn 12", "Beitrag 12"),
        ("background paragraph 2", "Hintergrund, Absatz 2"),
        ("the title", "der Titel"),
        ("the standfirst", "der Vorspann"),
        ("the name of Ada 100% Field", "der Name: Ada 100% Field"),
        ("elsewhere", "elsewhere"),
    ],
)
def test_a_place_is_told_in_the_language_of_the_page(where: str, said: str) -> None:
    assert place(where) == where
    with translation.override("de"):
        assert place(where) == said


@pytest.mark.parametrize(
    ("language", "first", "third", "at", "of_month"),
    [
        ("en-gb", "1 March 2026", "3 March 2026", "3 March 2026, 14:05", "March 2026"),
        ("de", "1. März 2026", "3. März 2026", "3. März 2026, 14:05 Uhr", "März 2026"),
        ("fr", "1er mars 2026", "3 mars 2026", "3 mars 2026 à 14\u00a0h\u00a005", "mars 2026"),
    ],
)
def test_dates(language: str, first: str, third: str, at: str, of_month: str) -> None:
    with translation.override(language):
        assert (day(date(2026, 3, 1)), day(date(2026, 3, 3))) == (first, third)
        assert minute(datetime(2026, 3, 3, 14, 5, tzinfo=UTC)) == at
        assert month(date(2026, 3, 1)) == of_month


ONE = [["doubled_phrase", 1]]
MANY = [["exact_duplicate_turn", 1], ["near_duplicate_turn", 2], ["garbled_words", 12], [BY_HAND, 1]]


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        (
            "en-gb",
            "This transcript was edited: doubled words were removed in one place.",
            "This transcript was edited: three turns that stood twice were removed, 12 garbled words were "
            "corrected and a turn was edited by hand.",
        ),
        (
            "de",
            "Dieses Transkript wurde bearbeitet: an einer Stelle wurden doppelte Wörter entfernt.",
            "Dieses Transkript wurde bearbeitet: drei doppelte Beiträge wurden entfernt, 12 entstellte "
            "Wörter wurden berichtigt und ein Beitrag wurde von Hand bearbeitet.",
        ),
        (
            "fr",
            "Cette transcription a été retravaillée\u00a0: des mots en double ont été retirés à un endroit.",
            "Cette transcription a été retravaillée\u00a0: trois interventions en double ont été retirées, "
            "12 mots déformés ont été corrigés et une intervention a été modifiée à la main.",
        ),
    ],
)
def test_what_was_edited_is_counted_in_a_sentence(language: str, one: str, many: str) -> None:
    with translation.override(language):
        assert (note(ONE), note(MANY), note([])) == (one, many, "")


def test_what_no_version_knows_any_more_is_not_told() -> None:
    assert note([["a_kind_of_then", 3]]) == ""


def test_names_in_a_row() -> None:
    with translation.override("fr"):
        assert [in_a_row(names) for names in ([], ["Ada"], ["Ada", "Bo", "Cy"])] == [
            "",
            "Ada",
            "Ada, Bo et Cy",
        ]


def test_words_of_djangos_own_do_not_go_before_ours() -> None:
    with translation.override("de"):
        assert translation.gettext("Search") == "Suche"
        assert str(WORDS["plain"][0]) == "Reiner Text"


@pytest.mark.parametrize(
    ("tag", "catalogue_of_it", "language"),
    [
        ("en-gb", "en-gb", "en-GB"),
        ("en", "en-gb", "en"),
        ("en-IE", "en-gb", "en-IE"),
        ("de", "de", "de"),
        ("de_AT", "de", "de-AT"),
        ("fr-ca", "fr", "fr-CA"),
        ("es", "en-gb", "en"),
        ("x", "en-gb", "en"),
        ("", "en-gb", "en"),
    ],
)
def test_a_site_speaks_its_language_where_its_words_are_there(
    tag: str, catalogue_of_it: str, language: str
) -> None:
    assert (catalogue(tag), spoken(tag)) == (catalogue_of_it, language)


def test_tags_are_written_as_one_writes_them() -> None:
    assert [written(tag) for tag in ("en-gb", "ZH-hant-tw", "sr_latn", "de-1996")] == [
        "en-GB",
        "zh-Hant-TW",
        "sr-Latn",
        "de-1996",
    ]


def test_one_language_of_two_countries_is_the_same() -> None:
    assert is_same("en-GB", "en_us")
    assert not is_same("de", "den")
