"""What leads from one page to the next: "Read more", "Continue reading", "Subscribe to our newsletter".

A sentence that begins so ends in a full stop; these do not.
"""

from __future__ import annotations

import re

_WAY_ON = re.compile(
    r"""
      (?:click|tap)\shere\b | more:\s | click\sto\s(?:enlarge|view|play|expand|zoom)\b | (?:tap|swipe
        |scroll)\s(?:down\s)?(?:to|for)\s | skip\sadvertisement
    | (?:subscribe|sign\sup)\s(?:to|for)\s(?:our|the)\s(?:[\w-]+\s){0,3}(?:newsletters?|podcast|channel
      |updates|mailing\slist)
    | subscribe\s(?:now|today|to\s(?:continue|read)) | already\sa\s(?:subscriber|member) | (?:sign
      |log)\sin\sto\b | register\sto\b
    | (?:listen|watch|subscribe|read|buy|donate)\snow\b | join\sthe\sconversation | (?:load|read|post
      |view)\scomments?\b
    | (?:story|article)\scontinues$ | to\sbe\scontinued | continue\sto\spage | also\s(?:on
      |in)\s[\w\s]{2,30}:\s | weiter\sauf\sseite
    | fortsetzung\sfolgt | à\ssuivre$ | continuará$ | (?:join|support)\sour\b | newsletter:\s
      | follow\sus\son\b
    | (?:continue|keep)\sreading\b | continued\s(?:on|from)\s(?:the\s)?(?:next\s|previous\s)?page
    | (?:article|story|interview|text)\scontinues\s(?:below|after|on)
    | read\s(?:more|also|next|our|the\sfull|part\s\w+\shere)\b | see\salso\b | also\sread\b | you\s(?:may
      |might)\salso\slike
    | (?:learn|find\sout|discover)\smore\b | show\s(?:more|less|comments|transcript)\b | for\smore\son\sthis
    | more\sfrom\s[A-Z] | more\son\sthis\s(?:story|topic) | more\s(?:stories|articles|interviews)\slike\sthis
    | related(?:\s\w+)?: | recommended(?:\s\w+)?: | recommended\sfor\syou | most\s(?:read|popular)\b
      | up\snext:
    | don[’']t\smiss(?::|\sour\b) | watch:\s | listen:\s | jump\sto\s | back\sto\stop\b | skip\sto\b
    | (?:listen|watch|download|get)\s(?:to\s)?(?:the|our|this)\s(?:full\s)?(?:episode|podcast|interview
      |video|article|app|audio)\b
    | (?:next|previous)\s(?:article|story|page|post|interview)\b
    | (?:tags|filed\sunder|topics|categor(?:y|ies))\s?:
    | (?:share\sthis|leave\sa\scomment|load\smore|view\sall|print\sthis)\b | comments?\s?\(\d+\)
      | \d{1,4}\scomments
    | (?:originally|first)\spublished\b | this\s(?:article|interview|story|content)\s(?:is|was
      |has\sbeen)\s(?:first|originally|updated|for|part)\b
    | [→▶►←]\s?\w | [»›«‹]\s?(?:next|previous|back|more|weiter|zurück|mehr|suivant|précédent|lire
      |siguiente|anterior)
    | weiterlesen\b | mehr\s(?:lesen|zum\sthema)\b | lesen\ssie\s(?:auch|mehr|hier)\b | siehe\sauch\b
      | auch\sinteressant\b
    | hier\sklicken\b | jetzt\sabonnieren\b | zum\sthema: | hier\sgeht\ses\szu[mr]?\b
    | (?:dieser\s(?:artikel|beitrag)|dieses\sinterview)\s(?:erschien|wurde)\b
    | lire\s(?:la\ssuite|aussi|plus)\b | à\slire\b | voir\saussi\b | sur\sle\smême\ssujet\b
      | cliquez\sici\b | abonnez-vous\b
    | (?:seguir|leer|sigue)\s(?:leyendo|más|también)\b | lee\s(?:también|además)\b
      | te\spuede\sinteresar\b | haga\sclic\b
    | suscríbe(?:te|se)\b | leggi\s(?:anche|tutto)\b | continua\sa\sleggere\b | clicca\squi\b
    | lees\s(?:ook|verder|meer)\b | klik\shier\b | leia\s(?:também|mais)\b | continuar\slendo\b
      | läs\s(?:också|mer)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ADVERTISEMENT = re.compile(
    r"(?:advertisement|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|publicidade|annons)"
    r"(?:\s?[-–—:|(]\s?[^.!?]{0,60})?",
    re.IGNORECASE,
)


# These are never said, full stop or not; that one may sign up for a newsletter is.
_NEVER_SAID = re.compile(
    r"""
      (?:click|tap)\shere\sto\s(?:read|view|watch|see|subscribe|listen|continue|sign|learn|expand|enlarge|share)\b
    | (?:continue|keep)\sreading\b | (?:scroll|swipe)\s(?:down\s)?to\scontinue\b | read\s(?:more|also
      |next)(?::|\s(?:here|on\spage)\b)
    | (?:this\s)?(?:article|story)\s(?:continues\s(?:below|after|on)|(?:was|is|has\sbeen)\s(?:first
      |originally)\spublished)\b
    | this\sinterview\s(?:was|has\sbeen)\s(?:\w+\s)?(?:first\s|originally\s)?(?:published|edited|condensed)\b
    | weiterlesen\b | lesen\ssie\s(?:auch|mehr|hier\sweiter)\b | dieser\s(?:artikel|beitrag)\serschien\b
    | lire\s(?:la\ssuite|aussi)\b | à\slire\saussi\b | lee\stambién\b | seguir\sleyendo\b
      | leggi\sanche\b | lees\sook\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_never_said(text: str, start: int) -> bool:
    """Whether a sentence that begins there leads on, and nobody says so."""
    return _NEVER_SAID.match(text, start) is not None


def leads_on(line: str) -> bool:
    """Whether a stretch without a full stop leads to another page or is an advertisement's."""
    return bool(_WAY_ON.match(line) or _ADVERTISEMENT.fullmatch(line))
