"""The phrases that recognisers learnt from subtitles, over folded words with one space between."""

from __future__ import annotations

import re

from interviews.text.folding import fold

# Credits of subtitles: nobody says these in an interview, wherever they stand.
CREDITS = re.compile(
    r"""
      (?:transcri(?:bed|pts?|ption)|subtitl(?:es|ed|ing)|captions?|captioned|captioning|translat(?:ed|ion))
      \s(?:by|provided\sby)\s
        (?:(?:https?\s)?(?:www\s)?otter\sai|(?:the\s)?amara\sorg\scommunity|rev\scom|esō|eso\stranslation|castingwords|
           [\w\s]{1,40}\scom|cc|the\scommunity)
    | sous\stitres\s(?:réalisés\s)?par\s[\w\s']{1,60}
    | sous\stitrage\s[\w\s']{1,40}
    | untertitel\s(?:der|von|im\sauftrag)\s[\w\s]{1,60}
    | untertitelung\s(?:des|im)\s[\w\s]{1,40}
    | subt[ií]tulos\s(?:realizados\s)?por\s(?:la\scomunidad\sde\s)?[\w\s]{1,40}
    | legendas\spela\scomunidade\s[\w\s]{1,40}
    | sottotitoli\s(?:creati\sdalla|a\scura\sdi|e\srevisione\sa\scura\sdi)\s[\w\s]{1,40}
    | субтитры\s(?:сделал|создавал|подогнал|делал)\s[\w\s]{1,40}
    | редактор\sсубтитров\s[\w\s]{1,60}
    | undertexte?r\s(?:av|från|fra)\s[\w\s]{1,40} | danske\stekster\saf\s[\w\s]{1,40}
      | teksting\sav\s[\w\s]{1,40}
    | altyazı\sm\sk | titulky\svytvořil\s[\w\s]{1,40} | υπότιτλοι\sauthorwave | ترجمة\sنانسي\sقنقر
    | 字幕由[\w\s]{1,40}提供 | 자막\s제공[\w\s]{0,40}
    | napisy\sstworzone\sprzez\s[\w\s]{1,40}
    | ondertitels\singediend\sdoor\s[\w\s]{1,40}
    """,
    re.VERBOSE,
)
# What makers of videos say at their end: a host of an interview may say it too, at the end.
_ONE_FAREWELL = r"""
      (?:thank\syou|thanks)\s(?:so\smuch\s|very\smuch\s|all\s)?for\swatching
        (?:\s(?:(?:this|the|my)\svideo|everyone|guys
            |and\s(?!(?:please\s)?(?:like|share|subscribe))[\w\s]{1,60}?))?
    | (?:please\s)?(?:(?:don't\sforget|remember|make\ssure|be\ssure)\sto\s)?
        (?:(?:like|share|comment|leave\sa\s(?:like|comment)|hit\sthe\slike\sbutton)\s(?:and\s)?){0,3}
        (?:subscribe|hit\sthe\s(?:notification\s)?bell)(?:\sto\s(?:my|our|the|this)\schannel)?
    | (?:i'll\s|i\swill\s|we'll\s)?see\syou\s(?:guys\s|all\s)?in\s(?:the|my|our)\snext\s(?:video|one)
    | vielen\sdank\sfürs?\szuschauen | danke\sfürs\szuschauen | (?:bitte\s)?abonniert\s(?:den|unseren
      |meinen)\skanal
    | merci\sd'avoir\sregardé(?:\scette\svidéo)? | abonnez\svous(?:\sà\s(?:la|ma|notre)\schaîne)?
    | gracias\spor\s(?:ver|mirar)(?:\s(?:el|este)\sv[ií]deo)? | suscríbete(?:\s(?:al|a\smi
      |a\snuestro)\scanal)?
    | grazie\sper\saver\sguardato(?:\sil\svideo)? | iscriv(?:etevi|iti)\sal\s(?:mio\s|nostro\s)?canale
    | obrigad[oa]\spor\sassistir | inscreva\sse\sno\scanal | bedankt\svoor\shet\skijken
      | tack\sför\satt\s(?:ni|du)\stitta(?:t|r|de)
    | dziękuję\sza\s(?:obejrzenie|oglądanie) | izlediğiniz\siçin\steşekkür(?:ler|\sederim)
      | abone\solmayı\sunutmayın
    | спасибо\sза\sпросмотр | продолжение\sследует | подписывайтесь\sна\s(?:мой\s|наш\s)?канал
    | ご視聴ありがとうございました | チャンネル登録[\w\s]{0,20} | 請不吝點贊\s?訂閱[\w\s]{0,40}
    | (?:谢谢|感谢)(?:大家)?(?:观看|收看)
    | 시청해\s?주셔서\s?감사합니다 | 구독과\s좋아요[\w\s]{0,20}
    """
FAREWELL = re.compile(rf"(?:{_ONE_FAREWELL})(?:\s(?:and\s|but\s|so\s)?(?:{_ONE_FAREWELL}))*", re.VERBOSE)
# Within a text without full stops only these are sure: who captions by name, and two farewells in a row.
WITHIN = re.compile(
    r"""
      \b(?:transcribed|subtitles|subtitled|captions|captioned|translated)\sby\s(?:the\s)?
        (?:(?:https?://)?(?:www\.)?otter\.?\s?ai|amara\.?\s?org\scommunity)\b
    | (?:\b(?:transcribed|transcript|captioned|generated|created|made)\s(?:by|with|using)\s[\w.-]{2,40}
          [,.;:–—-]{0,2}\s)?
        \b(?:upgrade|go\s(?:unlimited|pro|premium)|subscribe|sign\sup|buy|get\s(?:pro|premium|the\sfull\sversion))
        (?:\s[\w-]{1,20}){0,3}\sto\sremove\s(?:this|the)\s(?:line|message|watermark|text|notice|footer|branding)\b
    | \b(?:thank\syou|thanks)\s(?:so\smuch\s|very\smuch\s)?for\swatching,?\s(?:and\s)?
        (?:(?:please|don['’]t\sforget\sto|remember\sto|make\ssure\sto)\s)?(?:like,?\s(?:and\s|share\s(?:and\s)?)?)?subscribe
        (?:\sto\s(?:my|our|the)\schannel)?\b
    | \bsous-titr(?:es\sréalisés\spar|age)\s(?:la\scommunauté\s)?d['’]amara\.?\s?org\b
    | \bsubt[ií]tulos\s(?:realizados\s)?por\sla\scomunidad\sde\samara\.?\s?org\b
    | \bсубтитры\s(?:сделал|создавал|подогнал|делал)\sdimatorzok\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_credit(text: str) -> bool:
    """Whether a text is a credit of subtitles and nothing else."""
    return CREDITS.fullmatch(without_domains(text)) is not None


def is_phantom(text: str) -> bool:
    """Whether a text is such a phrase, of either sort, and nothing else."""
    words = without_domains(text)
    return CREDITS.fullmatch(words) is not None or FAREWELL.fullmatch(words) is not None


def without_domains(text: str) -> str:
    """A text folded, its addresses as words."""
    return fold(text.replace(".ai", " ai").replace(".org", " org").replace(".com", " com"))
