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
    | napisy\sstworzone\sprzez\s[\w\s]{1,40}
    | ondertitels\singediend\sdoor\s[\w\s]{1,40}
    """,
    re.VERBOSE,
)
# What makers of videos say at their end: a host of an interview may say it too, at the end.
_ONE_FAREWELL = r"""
      (?:thank\syou|thanks)\s(?:so\smuch\s|very\smuch\s)?for\swatching(?:\s(?:this\svideo|everyone|guys|and\s[\w\s]{1,60}))?
    | (?:please\s)?(?:(?:don't\sforget|remember|make\ssure)\sto\s)?
        (?:(?:like|share|comment|leave\sa\s(?:like|comment)|hit\sthe\slike\sbutton)\s(?:and\s)?){0,3}
        (?:subscribe|hit\sthe\s(?:notification\s)?bell)(?:\sto\s(?:my|our|the|this)\schannel)?
    | (?:i'll\s|i\swill\s)?see\syou\s(?:guys\s)?in\s(?:the|my)\snext\s(?:video|one)
    | vielen\sdank\sfürs?\szuschauen | danke\sfürs\szuschauen
    | merci\sd'avoir\sregardé(?:\scette\svidéo)?
    | gracias\spor\sver(?:\sel\svideo)?
    | спасибо\sза\sпросмотр | продолжение\sследует
    | ご視聴ありがとうございました | 請不吝點贊\s?訂閱[\w\s]{0,40} | 시청해\s?주셔서\s?감사합니다
    """
FAREWELL = re.compile(rf"(?:{_ONE_FAREWELL})(?:\s(?:and\s|but\s|so\s)?(?:{_ONE_FAREWELL}))*", re.VERBOSE)


def is_credit(text: str) -> bool:
    """Whether a text is a credit of subtitles and nothing else."""
    return CREDITS.fullmatch(without_domains(text)) is not None


def without_domains(text: str) -> str:
    """A text folded, its addresses as words."""
    return fold(text.replace(".ai", " ai").replace(".org", " org").replace(".com", " com"))
