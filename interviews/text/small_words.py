"""In which language a text in Latin letters is, told by small words that no sentence does without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain, islice

from interviews.text.words import folded_words

_SOUTH_SLAVIC = ""  # of Croats, Serbs, Slovenes …: known only so that it is not told as Czech
_SMALL_WORDS = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and is not i you we a to of in that it was with but they for this have are on at what",
        "de": "der die das und ist nicht ich sie wir ein eine zu mit auf es den dem auch dass von wie aber",
        "fr": "le la les et est pas je vous nous un une que de des en du qui dans ce il pour ne on au",
        "es": "el la los y es no yo que de en un una con por para se lo las pero muy del me al",
        "it": "il la che e è non di un una per con sono mi si lo gli ma della i le ho del ci",
        "pt": "o a os e é não eu que de um uma com por para se do da em mas na no ao isso",
        "nl": "de het een en is niet ik van dat je we op te zijn met maar wat er voor die in ze",
        "sv": "och det att jag som är på inte var av för med den till har om vi men så han hon ett mig "
        "vad när i från nu upp här ni hade",
        "da": "og det at jeg som er på ikke var af for med den til har om vi men så han hun mig hvad "
        "når i fra nu her jer blev bliver havde sig nogen noget igen mellem lidt uden ind gøre "
        "tage fik gik måske efter ud",
        "no": "og det at jeg som er på ikke var av for med den til har om vi men så han hun meg hva når "
        "i fra nå her å dere ble blir hadde seg noen noe igjen mellom litt uten inn gjøre ta fikk "
        "gikk kanskje etter ut eg ikkje ein ei kva frå",
        "fi": "ja on ei se että hän oli minä niin mutta kun olen mitä joka myös ne me sitä en kuin vain "
        "jos sen eikä kuka mikä nyt sitten siitä minun te ovat mä tai ole",
        "pl": "i w nie na się z do to że jest jak co ale o po tak za od już bo był czy mnie ja mi też a "
        "są kiedy było tylko",
        "cs": "a je se na v to že jsem ne s z do o tak jako ale si když by co po jsme jak i pro byl už "
        "mi jste mě za bylo jen",
        "sk": "a je sa na v to že som nie s z do o tak ako ale si keď by čo po sme i pre bol už mi ste "
        "ma za bolo len",
        "hu": "a az és nem hogy is egy ez de volt én mi meg már csak ki mert ha azt még mit vagy",
        "ro": "și şi de în nu la a o un cu că pe ce din este am mai să se care pentru dar era mi eu când",
        "tr": "bir ve bu da de için ne ben o çok gibi ama değil mi var daha sonra kadar her ki bana "
        "beni biz hiç kim neden diye",
        _SOUTH_SLAVIC: "je se na i a za da su nije ne što kako bi ali s od to u iz sam bio in pa ki tudi "
        "kaj ni bil v sem",
        "ru": "и в не на что я с он как это а то по но они мы у из за так же все был от о к уже бы вы мне",
        "bg": "и в не на че аз с той как това а то по но те ние у от за така да се е са ще си ми беше ви",
    }.items()
}
_BY_SCRIPT = {"ru", "bg"}  # looked at only once the script is told
_BY_WORDS = tuple(language for language in _SMALL_WORDS if language not in _BY_SCRIPT)
# Nobody would tell these apart by how many small words they have, only by which.
_KIN = ({"sv", "da", "no"}, {"cs", "sk"})
# The letters with marks that a language writes, where that is looked at. A word with another one speaks
# against it; a word with one that it alone has speaks for it, as a small word does.
_MARKED = {
    language: frozenset(letters)
    for language, letters in {
        "sv": "åäöéà",
        "da": "æøåé",
        "no": "æøåéèêòóô",
        "fi": "åäöšž",
        "pl": "ąćęłńóśźż",
        "cs": "áčďéěíňóřšťúůýž",
        "sk": "áäčďéíĺľňóôŕšťúýž",
        "hu": "áéíóöőúüű",
        "ro": "ăâîșşțţ",
        "tr": "çğıi\u0307öşüâîû",
        _SOUTH_SLAVIC: "čćđšž",
    }.items()
}
_OWN = {
    language: frozenset(letters)
    for language, letters in {
        "pl": "ąęłśźż",
        "cs": "ěřů",
        "sk": "ľĺŕ",
        "hu": "őű",
        "ro": "ățţ",
        "tr": "ğı",
    }.items()
}
_MOST = 2_000  # words looked at
# Of the words of the interviews in tests/interviews, 0.21 to 0.40 are small words of their own language, and
# at most half as many are those of another one.
_FEWEST = 20
_LEAST_SHARE = 0.15
_STANDS_OUT = 1.5


def told_by_words(texts: Iterable[str]) -> str:
    """The base language whose small words stand out; empty where none do."""
    counted = counted_words(texts)
    total = counted.total()
    hits = sorted(((_weight_of(language, counted), language) for language in _BY_WORDS), reverse=True)
    most, best = hits[0]
    kin = next((kin for kin in _KIN if best in kin), {best})
    second = next(weight for weight, language in hits if language not in kin)
    is_told = total >= _FEWEST and most >= _LEAST_SHARE * total and most >= _STANDS_OUT * second
    return best if is_told else ""


def counted_words(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts, in its comparable form; of long ones the first words alone."""
    return Counter(islice(chain.from_iterable(map(folded_words, texts)), _MOST))


def small_words_of(language: str, counted: Counter[str]) -> int:
    """How many of the words are small words of this language."""
    return sum(counted[word] for word in _SMALL_WORDS.get(language, ()))


def _weight_of(language: str, counted: Counter[str]) -> int:
    weight = small_words_of(language, counted)
    marked, own = _MARKED.get(language), _OWN.get(language, frozenset())
    if marked is None:
        return weight
    for word, count in counted.items():
        if not word.isascii() and word not in _SMALL_WORDS[language]:
            is_foreign = any(not sign.isascii() and sign not in marked for sign in word)
            weight += count * ((not own.isdisjoint(word)) - is_foreign)
    return weight
