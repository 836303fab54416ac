"""What stands in brackets behind a name: how it is said, "(whispering)", or who is meant, "(the elder)"."""

from __future__ import annotations

import re

# Each begins with a word that tells how, where from, or through whom something is said.
_MANNER = re.compile(
    r"""
    \(
    (?: # English
        (?:whisper|sing|laugh|shout|read|cry|weep|sigh|mutter|murmur|mumble?|chant|hum+|call|yell|scream|sob+
         |nod+|smil|sign|cough|chuckl|giggl|groan|yawn|stammer|point|interrupt|interpret|translat|quot
         |imitat|whistl|clap+|leav|ris|turn|stand|continu|speak|gestur)ing
      | off | off[- ]?(?:mic|screen|stage|camera) | voice[- ]?over | v/?o | o/?s
      | on\ (?:the\ )?(?:phone|line|telephone|tape|screen|video|radio|tannoy)
      | by\ (?:phone|telephone|video|letter) | via\ \w+
      | (?:whispers|sings|laughs|shouts|reads|cries|weeps|sighs|mutters|murmurs|chants|hums|calls|nods|smiles
         |signs|coughs|whispered|sung|shouted|read|signed|voiced|recorded|muttered|murmured|chanted)
      | quietly | softly | loudly | aloud | slowly
      | through\ (?:an?|the|his|her|their)\ interpreter | to\ (?:him|her|them)self
        # German
      | (?:leise|laut|lachend|weinend|singend|flüsternd|rufend|lesend|gerührt|zögernd)
      | (?:flüstert|singt|lacht|ruft|liest|weint|seufzt|murmelt|schreit|summt|nickt|lächelt)
      | am\ (?:telefon|apparat) | aus\ dem\ off | über\ funk | per\ (?:telefon|video) | gesungen | geflüstert
        # French
      | en\ (?:\w+ant|chœur|aparté|voix\ off) | (?:chuchote|chante|rit|crie|lit|soupire|murmure|pleure|sourit)
      | à\ (?:voix\ basse|mi-voix|voix\ haute|part) | tout\ bas | au\ téléphone | voix\ off
        # Spanish
      | (?:susurrando|cantando|riendo|gritando|leyendo|suspirando|murmurando|llorando|sonriendo)
      | (?:susurra|canta|ríe|grita|lee|suspira|murmura|llora|sonríe)
      | en\ (?:voz\ (?:baja|alta|off)|off) | por\ teléfono | al\ teléfono | fuera\ de\ cámara
        # Italian
      | (?:sussurra|ride|grida|legge|sospira|piange|sorride) | (?:a|sotto)\ (?:bassa\ )?voce
      | al\ telefono | fuori\ campo | (?:gridando|ridendo|leggendo|piangendo|sorridendo)
        # Dutch
      | (?:fluistert|zingt|lacht|roept|leest|zucht|huilt|glimlacht|fluisterend|zingend|lachend|zacht|zachtjes)
      | aan\ de\ telefoon | buiten\ beeld
    )
    (?=[\s,;.)]) [^()]*
    \)
    """,
    re.VERBOSE,
)


def is_manner(bracket: str) -> bool:
    """Whether a bracket, with its marks, tells how something is said.

    It is written small, or in capitals as the name before it may be.
    """
    told = bracket.lower() if bracket.isupper() else bracket
    return _MANNER.fullmatch(told) is not None
