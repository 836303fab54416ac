"""Sound interviews in many scripts stay quiet, and what rests on no language is found in all of them."""

from __future__ import annotations

import pytest

from interviews.detectors.checking import findings
from interviews.detectors.kinds import Kind, Severity
from interviews.transcript.turns import Transcript
from tests.builders import a_transcript

# For each language: a host's and a guest's label and an interview of six turns.
SAMPLES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "de": (
        "Redaktion",
        "Jutta Kranz",
        (
            "Frau Kranz, seit wann fahren Sie den Nachtbus?",
            "Seit elf Jahren. Am Anfang hatte ich Angst vor den Betrunkenen, heute grüßen wir uns.",
            "Was sehen Sie um vier Uhr morgens, das andere nicht sehen?",
            "Die Bäcker, die Krankenschwestern und die Leute, die nicht nach Hause wollen.",
            "Würden Sie noch einmal so anfangen?",
            "Sofort. Der Tag gehört allen, die Nacht gehört mir.",
        ),
    ),
    "fr": (
        "Le journal",
        "Paul Vasseur",
        (
            "Vous réparez des horloges depuis quarante ans. Laquelle vous a résisté ?",
            "Celle de la mairie de Saint-Orens. Elle avançait de six minutes chaque nuit, allez savoir.",
            "Qu'avez-vous trouvé ?",
            "Un nid d'étourneaux sur le contrepoids. « Laissez-les », m'a dit le maire, et j'ai obéi.",
            "La ville a donc vécu avec six minutes d'avance ?",
            "Jusqu'en juin. On n'a jamais été aussi ponctuel.",
        ),
    ),
    "es": (
        "Redacción",
        "Inés Robledo",
        (
            "¿Cuándo supo usted que iba a dedicarse a la sal?",
            "Cuando mi padre me dejó sola en la salina, con nueve años, y no quise volver a casa.",
            "¿Qué ha cambiado desde entonces?",
            "El viento. Antes venía del este en agosto; ahora viene cuando le da la gana.",
            "¿Y el precio?",
            "¡El precio no ha cambiado nunca! Por eso cerraron las demás.",
        ),
    ),
    "ru": (
        "Редакция",
        "Вера Лосева",
        (
            "Вы тридцать лет пишете письма за тех, кто не умеет писать. О чём просят чаще всего?",
            "О прощении. Потом о деньгах, и только потом о любви.",
            "Вы когда-нибудь отказывали?",
            "Один раз. Человек хотел проклясть брата, а я знала обоих.",
            "Что с ними стало?",
            "Живут через дорогу. Здороваются, но через меня.",
        ),
    ),
    "ar": (
        "المحررة",
        "سامر حداد",
        (
            "متى بدأت العمل في صناعة العود؟",
            "كنت في العاشرة، وكان جدي يتركني أجمع نشارة الخشب في كيس صغير.",
            "وما أصعب ما في هذه الحرفة؟",
            "الصبر. الخشب لا يسمع كلام المستعجل، وأنا كنت مستعجلا.",
            "هل سيتعلم أولادك المهنة؟",
            "ابنتي تعلمتها قبل أن أسألها، وهي اليوم أفضل مني.",
        ),
    ),
    "hi": (
        "संपादक",
        "मीरा जोशी",
        (
            "आपने पहाड़ पर पुस्तकालय कब खोला?",
            "बारह साल पहले, एक पुराने डाकघर में, जहाँ छत से पानी टपकता था।",
            "पहली किताब कौन ले गया था?",
            "एक चरवाहा, और वह उसे तीन साल बाद बर्फ़ के मौसम में लौटाने आया।",
            "अब वहाँ कितने लोग आते हैं?",
            "गर्मियों में सौ, सर्दियों में केवल मैं और मेरा कुत्ता।",
        ),
    ),
    "ja": (
        "記者",
        "森田",
        (
            "この銭湯はいつからやっていらっしゃるんですか。",
            "祖父が昭和二十三年に始めました。最初は薪で沸かしていたそうです。",
            "お客さんはどう変わりましたか。",
            "昔は近所の人ばかりでしたが、今は朝から若い旅行者が並んでいます。",
            "これからも続けていかれますか。",
            "煙突が倒れるまでは続けます。娘もそのつもりのようです。",
        ),
    ),
    "ko": (
        "기자",
        "윤서진",
        (
            "등대지기를 하신 지 얼마나 되셨습니까?",
            "올해로 스물여섯 해가 됩니다. 처음 섬에 왔을 때는 전기도 없었습니다.",
            "가장 기억에 남는 밤은 언제였습니까?",
            "태풍이 오던 밤에 고깃배 네 척이 우리 불빛만 보고 들어왔습니다.",
            "육지가 그립지는 않으십니까?",
            "그립지요. 그런데 육지에 가면 이틀 만에 섬이 그립습니다.",
        ),
    ),
}
LANGUAGES = sorted(SAMPLES)


def _turns(language: str) -> list[tuple[str | None, str]]:
    host, guest, said = SAMPLES[language]
    return [(guest if number % 2 else host, text) for number, text in enumerate(said)]


def _kinds(transcript: Transcript) -> set[Kind]:
    return {finding.kind for finding in findings(transcript)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sound_interview_raises_nothing_above_a_notice(language: str) -> None:
    transcript = a_transcript(*_turns(language), language=language)
    assert [found for found in findings(transcript) if found.weight is not Severity.NOTICE] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_turn_said_again_is_found(language: str) -> None:
    turns = _turns(language)
    again = a_transcript(*turns, turns[3], language=language)
    assert Kind.EXACT_DUPLICATE_TURN in _kinds(again)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_turn_said_again_with_a_word_lost_is_found(language: str) -> None:
    turns = _turns(language)
    speaker, text = turns[3]
    lost = text[:8] + text[10:] if language == "ja" else " ".join(text.split()[:3] + text.split()[4:])
    again = a_transcript(*turns, (speaker, lost), language=language)
    assert Kind.NEAR_DUPLICATE_TURN in _kinds(again)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_block_said_again_is_found(language: str) -> None:
    turns = _turns(language)
    assert Kind.DUPLICATE_BLOCK in _kinds(a_transcript(*turns, *turns[2:4], language=language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_loop_is_found(language: str) -> None:
    turns = _turns(language)
    speaker, text = turns[3]
    piece = text[:4] if language == "ja" else " ".join(text.split()[:2]) + " "
    looped = a_transcript(*turns[:3], (speaker, piece * 12 + text), *turns[4:], language=language)
    assert Kind.ASR_LOOP in _kinds(looped)


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_read_in_the_wrong_encoding_is_found(language: str) -> None:
    turns = _turns(language)
    speaker, text = turns[5]
    garbled = (text + " – “…”").encode("utf-8").decode("cp1252", errors="replace")
    assert Kind.MOJIBAKE in _kinds(a_transcript(*turns[:5], (speaker, garbled), language=language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quote_that_stays_open_is_found(language: str) -> None:
    turns = _turns(language)
    speaker, text = turns[1]
    quoted = a_transcript(turns[0], (speaker, f"“{text}” “{text}"), *turns[2:], language=language)
    assert Kind.MISMATCHED_QUOTES_BRACKETS in _kinds(quoted)


@pytest.mark.parametrize("language", ["de", "fr", "es", "ru", "ko"])
def test_a_label_that_drifts_is_found(language: str) -> None:
    turns = _turns(language) * 2
    _, guest, _ = SAMPLES[language]
    drifted = [*turns[:-1], (guest.split()[-1] if " " in guest else guest + ".", turns[-1][1])]
    assert Kind.SPEAKER_DRIFT in _kinds(a_transcript(*drifted, language=language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_time_on_a_line_of_its_own_is_found(language: str) -> None:
    turns = _turns(language)
    host, _, _ = SAMPLES[language]
    stamped = a_transcript(*turns[:2], (host, "[00:14:32]"), *turns[2:], language=language)
    assert Kind.MISPLACED_METADATA in _kinds(stamped)
