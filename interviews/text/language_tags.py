"""Tags of languages, as pages and files name the language that they are in."""

from __future__ import annotations


def standard_tag(written: str) -> str | None:
    """The tag as BCP 47 writes it, so that "de_ch" is "de-CH"; None where a part of it stands for nothing.

    What stands for something is told by the registry of IANA, which langcodes brings.
    """
    import langcodes  # a quarter of a second, for those alone who change a language

    try:
        return langcodes.standardize_tag(written) if langcodes.tag_is_valid(written) else None
    except ValueError:
        return None
