"""One to three sentences are enough to tell in which encoding they are."""

from __future__ import annotations

from itertools import product

import pytest

from interviews.formats.decoding import decode

JAPANESE = (
    "はい。",
    "記者：今日はありがとうございます。",
    "鈴木：港の朝はとても早いです。三時に起きます。",
    "田中：コンピュータのデータが消えました。",
    "大工の森本さんに聞く",
    "Q: 橋が流されたのは何年ですか。\nA: 昭和三十四年の台風です。村の者が皆で架け直しました。",
    "聞き手　祭りの太鼓は誰が教えたのですか？",
    "うちの蔵には味噌樽が八十本あります。",
)
KOREAN = (
    "네, 그렇습니다.",
    "기자: 오늘 와 주셔서 감사합니다.",
    "김민수: 저는 부산에서 태어났습니다.",
    "기자: 언제 시작하셨어요?\n박지영: 열 살 때 처음 배를 탔어요. 아버지가 어부였거든요.",
    "문: 그 다리는 몇 년에 세웠습니까?\n답: 홍수가 난 다음 해에 마을 사람들이 놓았어요.",
    "된장독이 팔십 개쯤 있지요.",
    "최영호 목수와의 대화",
)
SIMPLIFIED = (
    "是的。",
    "记者：谢谢您接受采访。",
    "李明：我在上海出生，父亲是渔民。",
    "问：你叫什么名字？",
    "王芳：我十岁的时候第一次上船。那时候港口很小。",
    "记者：这座桥是哪一年修的？\n赵师傅：发大水的第二年，全村人一起修的。",
    "木匠周建国访谈",
    "主持人：酱缸有多少？\n陈婆婆：一共八十个，都在院子里晒着。",
)
TRADITIONAL = (
    "是的。",
    "記者：謝謝您接受採訪。",
    "李明：我在臺北出生，父親是漁民。",
    "問：你叫什麼名字？",
    "王芳：我十歲的時候第一次上船。那時候港口很小。",
    "記者：這座橋是哪一年修的？\n趙師傅：發大水的第二年，全村人一起修的。",
    "主持人：醬缸有多少？\n陳婆婆：一共八十個，都在院子裡曬著。",
)
RUSSIAN = (
    "Да.",
    "Нет, никогда.",
    "Корреспондент: Спасибо, что пришли.",
    "АННА: Как вас зовут?\nИВАН: Иван Петрович.",
    "Вопрос: Когда построили мост?\nОтвет: На следующий год после наводнения. Строили всей деревней.",
    "«Мы ждали паром до утра», – сказал он.",
)
UKRAINIAN = (
    "Журналіст: Дякую, що прийшли.",
    "Олена: Я народилася у Львові, її брат був рибалкою.",
    "Є такі ґанки, де їжак живе.",
)
WESTERN = (
    "Ja, natürlich.",
    "Frau Köhler: Wir haben die Brücke nach dem Hochwasser gebaut.",
    "Übrigens „schön“.",
    "Le pont a été refait l’année d’après.",
    "« À quand remonte le pont ? »",
    "¿Cuándo se construyó? – El año después.",
    "Ann: It was, well… naïve. “Quite,” she said.",
    "Déjà vu.",
    "• Åsa: Ja, på ön.",
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *product(JAPANESE, ("shift_jis", "cp932", "euc_jp")),
        *product(KOREAN, ("cp949", "euc_kr")),
        *product(SIMPLIFIED, ("gb18030", "gb2312")),
        *product(TRADITIONAL, ("big5", "cp950")),
        *product(RUSSIAN[:-1], ("cp1251", "koi8-r", "cp866")),
        (RUSSIAN[-1], "cp1251"),
        *product(UKRAINIAN, ("cp1251", "koi8-u")),
        *product(WESTERN, ("cp1252",)),
    ],
)
def test_short_texts_come_out_right(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text
