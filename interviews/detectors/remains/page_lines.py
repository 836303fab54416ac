"""Lines of the page around an interview: captions, credits, heads and feet, "read more".

Each is looked for where it stands apart (see ``apart``), in other languages too; the plainest anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from interviews.detectors.remains.apart import LONGEST, Apart, How
from interviews.detectors.remains.ways_on import is_never_said, leads_on
from interviews.text.holding import holds
from interviews.text.sentences import sentences
from interviews.text.words import folded_words

_PICTURE = (
    r"(?:image|photo(?:graph(?:er)?)?|picture|pic|video|illustration|graphic|caption|credit|alt(?:\stext)?|screenshot"
    r"|foto(?:graf(?:in)?)?|bild(?:unterschrift|nachweis|quelle)?|grafik|crédit(?:s?\sphotos?)?|légende|photographie"
    r"|crédito|leyenda|pie\sde\sfoto|imagen|fotografía|didascalia|immagine|bijschrift|beeld)s?"
)
_CREDITED = (
    rf"{_PICTURE}(?:\s(?:credit|courtesy|source|caption))?s?"
    r"(?:\s\([\w\s]{1,20}\))?(?:\s?[:©|/]|\s(?:by|courtesy(?:\sof)?|via|von|de|di|par)\s(?:the\s)?(?-i:[A-Z]))"
)
_CAPTION = re.compile(
    rf"""
      {_CREDITED} \s? \S
    | (?:pictured|shown) (?: \s[\w\s]{{1,20}} )? :
    | (?: above | below | (?:from\s)?left\sto\sright | from\sleft | im\sbild
        | auf\sdem\s(?:bild|foto) | von\slinks | de\sgauche\sà\sdroite | ci-dessus | ci-dessous
        | de\sizquierda\sa\sderecha | da\ssinistra ) (?: \s\(?[lr]\)? )? \s? :
    | (?:above|below),\s(?:the|a|an)\s[^.!?]*$ | (?:courtesy|property)\sof\s(?:the\s)?(?-i:[A-Z])
    | (?:[\w./-]+\s)? © \s? \S
    | (?: fig(?:ure|\.)? | abb(?:ildung|\.)? | bild | photo | foto | plate
      | image ) \s\d{{1,3}} (?: \s?[:.–—-] | $ | \sabout\shere )
    | (?:file|archive|stock)\s(?:photo|picture|image)\b | archivbild\b | symbol(?:bild|foto)\b
    | (?:enlarge|view)\s(?:image|gallery)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Of a sentence among others: "Photo by Ida Lund. Well, we …".
_CAPTION_SAID_BY_NOBODY = re.compile(
    rf"(?=(?-i:[A-Z])){_CREDITED}|pictured\s(?:above|below|left|right)?\s?:", re.IGNORECASE
)
# "Ada Lund in her workshop. Photo: Ida Holm", "Ada Lund (left) with the crane", "… (Ida Lund/Coast Press)"
_ENDS_IN_CREDIT = re.compile(
    rf"""
      [.,;()|/–—-]\s? {_CREDITED} \s?[^.!?:]{{1,60}} \.?\)?$
    | \b(?: getty\simages | ap\sphoto | reuters | shutterstock | unsplash | istock | alamy | afp | dpa
      | keystone | zvg ) \)?$
    | \( (?: left|right|centre|center|l\.|r\.|links|rechts|pictured|à\s(?:gauche|droite)|izquierda
      |derecha ) \) [^.!?]*$
    | \( (?-i: [A-Z][\w.’'\s]{{2,30}} / [A-Z][\w.’'\s]{{2,30}} ) \)$
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A turn may begin with a caption; behind a caption's own full stop stands a credit.
_TALK_BEHIND = re.compile(r"[.!?]\s(?!©|\(|(?:Photo|Foto|Bild|Image|Credit)\b)")
_FILE_TYPES = r"(?:jpe?g|png|gif|webp|svg|tiff?|psd|indd|mp3|mp4|wav|m4a|mov)"
_MEDIA_FILE = re.compile(rf"[\w-]\.{_FILE_TYPES}\b", re.IGNORECASE)
_FILE_ALONE = re.compile(rf"[\w/\\. ()-]{{1,80}}\.(?:{_FILE_TYPES}|docx?|pdf|odt|rtf|html?)", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"""
    [-–—|\s]{0,3} (?: (?:page|seite|página|pagina|pág\.|pg\.|p\.|strona|sida|side) \s?\d{1,4}
        (?: \s?(?:of|von|de|sur|di|van|av|/)\s?\d{1,4} )?
      | end\sof\spage\s\d{1,4} | (?:continued\son|fortsetzung\sauf|suite)\s(?:page|seite)\s\d{1,4}
      | \d{1,3}\s(?:of|von|sur)\s\d{1,3} | (?:issue|vol\.|no\.|nr\.|ausgabe|heft)\s\d{1,4}
        | [-–—]\s?\d{1,4}\s?[-–—] | \d{1,4}\s?/\s?\d{1,4} ) [-–—|\s]{0,3}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{2,4}")
_DATE = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:,?\s\d{1,2}:\d\d)?|\d{4}-\d\d-\d\d"
    r"|\d{1,2}\.?\s[A-Z][a-zä]{2,8}\s\d{4}|[A-Z][a-z]{2,8}\s\d{1,2},\s\d{4}"
)
# A running head: parts between spaced dashes or bars, of which one is a page, a date or a reference.
_PARTED = re.compile(r"\s[-–—|·•]{1,2}\s")
_HEAD_PART = re.compile(
    r"""
      \b(?:page|seite|página|pagina)\s\d | \bref\.\s | \b(?:episode|ep\.|folge|issue|vol\.|no\.
        |nr\.)\s?\d | ^transcript\b | ^draft\b | ^\d{1,4}$
    | \bv(?:ersion\s)?\d{1,2}(?:\.\d{1,2})?$ | \b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b | \b\d{4}-\d\d-\d\d\b
    | \b\d{1,2}\.?\s[a-zäéû]{3,9}\s\d{4}\b | ^(?-i:[A-Z])[a-zä]{2,8}\s\d{4}$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_STAMPED = re.compile(
    r"""
      (?:strictly\s)?confidential | for\sinternal\suse(?:\sonly)? | not\sfor\s(?:publication|distribution
        |release|broadcast)
    | vertraulich | confidentiel | (?:nur\s)?zum\sinternen\sgebrauch
    | (?:uncorrected|unedited|draft|rough|verbatim|final|corrected|edited|full|interview)\s(?:transcript
      |proof|version|copy) \b .{0,60}
    | draft\s(?:v(?:ersion)?\s?)?\d .{0,12} | page\sbreak | copyright\s .{2,60} \d{4}
      | lorem\sipsum\b .* | copy\s(?:code|link)
    | (?:printed|downloaded|retrieved|saved|exported|generated|transcribed|gedruckt|abgerufen|imprimé
      |téléchargé|impreso|descargado)
        \s(?:on|from|at|am|von|le|depuis|el|de)\b .* | transcript(?:ion)?(?:\s?[:–—-]|\sof)\s?\S .*
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "By Ida Lund", "Interview: Ida Lund", "Propos recueillis par Ida Lund", "Coast Weekly, 12 March 2024"
_BYLINE = re.compile(
    r"""
      (?: by | (?:interview|text|words|story|reported|edited|transcribed|translated|recorded|protokoll
        |aufgezeichnet|entrevista)
            (?:\s(?:by|von|par|por))? \s?:? | interview\sby | das\sgespräch\sführte
              | propos\srecueillis\spar | von | par | por )
        (?: \s(?-i:[A-ZÀ-Þ])[\w.’'-]+ ){1,4}
    | .{2,60}, \s(?: \d{1,2}\.?\s[a-zäéû]{3,9}\s\d{4} | \d{1,2}[./]\d{1,2}[./]\d{2,4} )
    | (?:reading\stime|lesezeit|word\scount|keywords?|schlagwörter|themen|posted\sin)\s?:?\s.{1,60}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_STAMPED_IN_CAPITALS = re.compile(
    r"\b(?:CONFIDENTIAL|DRAFT|EMBARGO(?:ED)?|NOT FOR|INTERNAL|PROOF|UNCORRECTED|UNEDITED|TRANSCRIPT"
    r"|VERBATIM|PAGE|VERTRAULICH"
    r"|ENTWURF|SPERRFRIST|CONFIDENTIEL|ÉPREUVE|BROUILLON|CONFIDENCIAL|BORRADOR|RISERVATO|BOZZA)\b"
)
_CAPITALS = r"(?:[ ]?[/|,&]?[ ]?[A-Z][\w.’'-]+){1,5}"
# A headline in small letters is over where the next sentence begins with a capital, and goes on.
_HEADLINE = r"[A-Z]\S{0,20}(?:\s[a-z\d][^\s.!?]{0,20}){2,14}(?=\s[A-Z“\"]\S{0,30}\s)"
_LINKED = re.compile(rf"(?:Read|READ)\s(?:more|also|next|MORE|ALSO|NEXT):\s{_HEADLINE}")
_WITHIN = re.compile(
    rf"""
      \b(?:Image|Photo|Picture|Photograph|Video|Illustration)(?:\s(?:credit|courtesy|source|by))?s?:{_CAPITALS}
    | \b(?:Image|Photo|Picture)\s(?:credit|courtesy)\sof{_CAPITALS}
    | \bContinue\sreading(?:\s(?:the\smain\sstory|below))?
    | \b(?:Story|Article)\scontinues\s(?:below|after)(?:\s(?:the\s)?advertisement)?
    | \bA(?:DVERTISEMENT|dvertisement)\b(?!s)(?:\s[-–—]\s(?:scroll|continue)[\w\s]{{0,40}})?
    | \bSkip\sto\s(?:main\s)?content\b
    | \bShare\s(?:this\s)?(?:article\s|story\s|post\s)?(?:on|via)\s
        (?:Facebook|Twitter|X|WhatsApp|LinkedIn|email)\b
    | \bPage\s\d{{1,4}}\sof\s\d{{1,4}}\b | \bDay\s\d{{1,3}},\sPage\s\d{{1,4}}\b
    | (?:^|(?<=[.!?…]\s))(?:Page|Seite|Página)\s\d{{1,4}}(?:\s(?:of|von|de)\s\d{{1,4}})?(?=[ ][A-Z][a-z’'])
    | (?:©|\(c\)|Copyright)\s(?:©\s)?\d{{4}}\b(?:{_CAPITALS})?(?:\.?\sAll\srights\sreserved)?
    | \bAll\sRights\sReserved\b
    | \b\d{{1,3}}\s?min(?:ute)?s?\sread\b
    | \b(?:Read|READ)\s(?:more|also|next|MORE|ALSO|NEXT):\s(?:{_HEADLINE}
      |[^\n]{{3,120}})
    | \bFiled\sunder:\s[\w-]{{2,30}}(?:,\s[\w-]{{2,30}}){{0,8}}
    | \b(?:Continued\s(?:on|from)|Turn\sto)\spage\s\d{{1,4}}
    | \bRelated(?:\s(?:article|story|stories|articles|posts|content))?:\s
        (?:{_HEADLINE}|[A-Z][^\n.!?]{{3,120}})
    | \b(?:Last\supdated|Updated|Published|Posted)(?:\son)?:?\s
        (?: \d{{1,2}}\s[A-Z][a-z]{{2,8}} | [A-Z][a-z]{{2,8}}\s\d{{1,2}},? )\s\d{{4}}
    """,
    re.VERBOSE,
)
# A paragraph without any of these words, or of these letters, holds no such line; most hold none.
_HINTS = frozenset(
    "image photo picture photograph video illustration continue continues advertisement skip share "
    "copyright rights page min mins minute seite página related updated published posted read caption "
    "pictured foto fotos bild légende crédit click tap keep scroll interview article story reading "
    "weiterlesen lesen lire lee leyendo leggi lees artikel beitrag filed".split()
)
# Of what prints and word processors leave: ``stamps``.
STAMPED = frozenset(
    "printed downloaded retrieved accessed exported generated gedruckt ausgedruckt abgerufen heruntergeladen "
    "imprimé téléchargé consulté impreso descargado stampato formatted formatiert forme formato formattato "
    "iphone ipad android samsung blackberry gesendet forwarded nachricht d'origine".split()
)
# Of buttons, players and notices: ``furniture``.
FURNITURE = frozenset("cookies cookie tweet unsubscribe advertise playback newsletter pdf retweets".split())
_ALL_HINTS = _HINTS | STAMPED | FURNITURE
_FIRST_WORDS = (
    *(
        "Photo",
        "Foto",
        "Bild",
        "Image",
        "Picture",
        "Caption",
        "Pictured",
        "Légende",
        "Crédit",
        "lick here",
        "ap here",
    ),
    *(
        "eading",
        "Scroll",
        "Swipe",
        "Read more",
        "Read also",
        "Read next",
        "rticle continues",
        "rticle was",
        "tory was",
    ),
    *(
        "tory continues",
        "This interview",
        "eiterlesen",
        "Lesen Sie",
        "Beitrag",
        "Artikel",
        "Lire ",
        "aussi",
        "Lee ",
    ),
    *("Seguir", "Leggi", "Lees "),
)
_WRITTEN = (
    *(
        "redit",
        "courtesy",
        "Continue reading",
        "continues ",
        "ADVERTISEMENT",
        "Advertisement",
        "Skip to",
        "Share ",
    ),
    *(
        "Page ",
        "Seite ",
        "Página ",
        "©",
        "(c)",
        "Copyright",
        "Rights Reserved",
        "min read",
        "mins read",
        "minute read",
        "minutes read",
    ),
    *(
        "Read more:",
        "Read also:",
        "Read next:",
        "READ ",
        "Filed under",
        "ontinued ",
        "Related",
        "pdated",
        "Published",
        "Posted",
        "Photo",
        "Image",
    ),
    *("Picture", "Illustration", "Video"),
)
_SAID = frozenset(".!?…")


@lru_cache(maxsize=1024)  # asked for twice in a row of each text
def hints_in(text: str) -> frozenset[str]:
    """Which of the words with which such lines, and the stamps of programs, are written stand in a text."""
    return _ALL_HINTS.intersection(folded_words(text))


def lines_within(text: str) -> Iterator[tuple[int, int]]:
    """Such lines within a paragraph, where only what they say tells them from it."""
    if "©" not in text and hints_in(text).isdisjoint(_HINTS):
        return
    if holds(text, _FIRST_WORDS):
        for sentence in sentences(text):
            if len(sentence) <= LONGEST and (
                _CAPTION_SAID_BY_NOBODY.match(text, sentence.start) or is_never_said(text, sentence.start)
            ):
                linked = _LINKED.match(text, sentence.start)
                line_end = linked.end() if linked else text.find("\n", sentence.start, sentence.end)
                yield sentence.start, line_end if line_end > 0 else sentence.end
    if holds(text, _WRITTEN):
        for match in _WITHIN.finditer(text):
            yield match.span()


def is_page_line(stretch: Apart) -> bool:
    """Whether a stretch that stands apart belongs to a page."""
    inner, how = stretch.inner, stretch.how
    begins = inner[:1].isupper() or not inner[:1].isalpha() or how is How.BRACKET
    if begins and _CAPTION.match(inner) and not (how is How.WHOLE and _TALK_BEHIND.search(inner)):
        return True
    if how is How.LINE and begins and _ENDS_IN_CREDIT.search(inner):
        return True
    if inner[-1:] in _SAID:
        return False
    if how is How.BRACKET and _MEDIA_FILE.search(inner):
        return True
    if how is How.LINE and any(it.fullmatch(inner) for it in (_NUMBER, _DATE, _BYLINE)):
        return True
    if how is not How.ASIDE and (
        _PAGE_NUMBER.fullmatch(inner) or _is_head(inner) or _FILE_ALONE.fullmatch(inner)
    ):
        return True
    return begins and leads_on(inner)


def _is_head(line: str) -> bool:
    if (line.isupper() and _STAMPED_IN_CAPITALS.search(line)) or _STAMPED.fullmatch(line):
        return True
    parts = _PARTED.split(line)
    return len(parts) > 1 and any(map(_HEAD_PART.search, parts))
