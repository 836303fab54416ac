"""Which way a language is written."""

from __future__ import annotations

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
