"""The words of the public pages and their translations: finds what is marked, and compiles the catalogues.

``make words`` brings ``interviews/locale`` up to date: what is marked and new stands in each ``.po`` without
a translation, what is marked no more is gone, and each ``.mo`` holds what its ``.po`` says. Both are kept in
git, so that nobody needs gettext's programs; tests hold that nothing is missing and that both agree.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "interviews" / "locale"
_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_REMARK = re.compile(r"{#.*?#}")


def marked() -> Catalog:
    """Everything that is marked for translation, in the order of the files."""
    catalog = Catalog(charset="utf-8")
    for path, source in _sources():
        for _line, words, _comments, context in extract("python", BytesIO(source.encode()), _KEYWORDS):
            # Places are named by file alone: lines would change with every edit.
            catalog.add(words, locations=[(path, 0)], context=context)
    return catalog


def languages() -> list[str]:
    return sorted(folder.name for folder in LOCALE.iterdir())


def file_of(language: str, ending: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"django{ending}"


def translated(language: str) -> Catalog:
    """What the ``.po`` of a language says."""
    with file_of(language, ".po").open("rb") as file:
        return read_po(file, locale=language)


def renewed(language: str) -> Catalog:
    """The same for what is marked now. What was reworded comes without a translation: nobody guesses."""
    catalog = translated(language)
    since = catalog.creation_date
    catalog.update(marked(), no_fuzzy_matching=True)
    catalog.creation_date = since  # a file in which no word is another stays as it is
    catalog.obsolete.clear()
    return catalog


def pairs(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Each text with its translation; of one with a plural, each form of the translation by itself."""
    for one in catalog:
        if not one.id:
            continue
        texts = [one.id] if isinstance(one.id, str) else list(one.id)
        said = [one.string] if isinstance(one.string, str) else list(one.string or ())
        said += [""] * (len(texts) - len(said))
        yield from ((texts[min(place, len(texts) - 1)], form) for place, form in enumerate(said))


def untranslated(catalog: Catalog) -> list[str]:
    """The texts that have no translation, or not one to each form of the plural."""
    return [text for text, said in pairs(catalog) if not said]


def main() -> int:
    missing = 0
    for language in languages():
        catalog = renewed(language)
        with file_of(language, ".po").open("wb") as file:
            write_po(file, catalog, width=110, include_lineno=False, omit_header=False)
        with file_of(language, ".mo").open("wb") as file:
            write_mo(file, catalog)
        untold = untranslated(catalog)
        missing += len(untold)
        print(f"{language}: {len(catalog)} texts, {len(untold)} without a translation", *untold, sep="\n  ")
    return 1 if missing else 0


def _sources() -> Iterator[tuple[str, str]]:
    """Each file that may have marked words, by its path, as Python."""
    for path in sorted((ROOT / "interviews").rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
    for path in sorted((ROOT / "templates").rglob("*.html")):
        # What is not marked becomes a row of X; it is indented in ways that Python knows nothing of.
        python = templatize(_REMARK.sub("", path.read_text("utf-8")))
        yield path.relative_to(ROOT).as_posix(), re.sub(r"^\s+", "", python, flags=re.MULTILINE)


if __name__ == "__main__":
    sys.exit(main())
