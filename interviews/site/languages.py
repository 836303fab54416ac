"""Which way a language is written, and in which languages the words around interviews are there."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import get_supported_language_variant

# ISO 15924 scripts that run from right to left, and the languages that are mostly written in one: CLDR 47,
# characterOrder of the locales.
_SCRIPTS = frozenset("adlm arab hebr mand mend nkoo rohg samr syrc thaa yezi".split())
_LANGUAGES = frozenset(
    "ar arc arz ary azb bal bgn ckb dv fa glk he iw khw ks lrc mzn nqo pnb prs ps sd syr ug ur ydd yi".split()
)


def direction(tag: str) -> str:
    """ "rtl" or "ltr" for a language tag (BCP 47), as the ``dir`` attribute wants it."""
    parts = tag.casefold().replace("_", "-").split("-")
    script = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    return "rtl" if (script in _SCRIPTS if script else parts[0] in _LANGUAGES) else "ltr"


def is_same(one: str, other: str) -> bool:
    """Whether two tags name one language, be it of two countries: "en-GB" and "en"."""
    first, second = (tag.replace("_", "-").partition("-")[0].casefold() for tag in (one, other))
    return first == second


def written(tag: str) -> str:
    """A tag as BCP 47 recommends to write it: "en-gb" is "en-GB"."""
    first, *others = tag.replace("_", "-").split("-")
    cased = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(cased.get(len(one), str.lower)(one) for one in others)])


def catalogue(tag: str) -> str:
    """The one of LANGUAGES that has words for a language; English has, where no other does."""
    try:
        return get_supported_language_variant(tag.replace("_", "-").lower())
    except LookupError:
        return settings.LANGUAGE_CODE


def spoken(tag: str) -> str:
    """The language in which the words of a site really come that wants this one."""
    return written(tag) if is_same(tag, catalogue(tag)) else "en"
