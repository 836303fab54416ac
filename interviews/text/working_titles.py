"""What a title says to colleagues and not to readers: "DRAFT v3 (DO NOT SHARE)", the name of a file."""

from __future__ import annotations

import re

# In capitals where a title may well speak of the thing: "The draft that saved the river".
_FOR_COLLEAGUES = re.compile(
    r"""
      \b (?: (?: DRAFT | ENTWURF | BROUILLON | BORRADOR | [Dd]raft (?=[\s_-]*v?\d) ) (?: [\s_-]* v?\d+ )?
            | WIP | TBC | TBD | TK(?:TK)* | CONFIDENTIAL | v\d+ (?: \.\d+ )? ) \b
    | \b (?i: untitled \s interview | working \s title ) \b | \A (?i: copy \s of ) \b
    | \b (?i: do \s not \s (?: share | publish | distribute | circulate )
             | (?: under \s embargo | embargoed ) \s until | not \s for \s (?: publication | distribution )
             ) \b
    | \b [\w-]+ \. (?i: docx? | odt | rtf | txt | md | vtt | srt | json | pdf | mp3 | mp4 | wav | m4a ) \b
    """,
    re.VERBOSE,
)


def for_colleagues(title: str) -> list[str]:
    """The words of a title that were not written for readers, in order."""
    return list(dict.fromkeys(found.group() for found in _FOR_COLLEAGUES.finditer(title)))
