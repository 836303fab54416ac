"""A person says which labels are speakers: that goes before what the file told."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.formats.base import ImportProblem, Reading
from interviews.formats.naming import MOST_OTHERS, Labels
from interviews.formats.reading import read, read_text
from interviews.formats.registry import READERS
from tests.office import sample

RECIPE = """Ann: What goes in first?

Bo: The flour.

Recipe: flour, water, salt.

Ann: And then?

Bo: Water.

Recipe: knead it for ten minutes.

Narrator: Nobody spoke for a while.
"""


def speakers(reading: Reading) -> list[str | None]:
    return [turn.speaker for turn in reading.transcript.dialogue]


def test_a_label_that_is_no_speaker_is_words_again() -> None:
    assert "Recipe" in speakers(read_text(RECIPE))
    told = read_text(RECIPE, labels=Labels(no=frozenset({"recipe"})))
    assert "Recipe" not in speakers(told)
    assert "Recipe: flour, water, salt." in " ".join(turn.text for turn in told.transcript)
    assert told.unaccounted() == 0


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (("ANN", "Ann", "ANN"), "Ann"),
        (("ann", "ANN", "Ann"), "Ann"),
        (("ANN", "ann", "ANN"), "ANN"),
        (("Ann", "ANN", "ANN"), "Ann"),
        (("McKay", "Mckay", "MCKAY"), "McKay"),
    ],
)
def test_a_label_that_is_written_in_several_cases_is_one_speaker(
    written: tuple[str, str, str], name: str
) -> None:
    first, second, third = written
    text = f"{first}: One.\n\nBo: Two.\n\n{second}: Three.\n\nBo: Four.\n\n{third}: Five."
    rows = "\n\n".join(
        f"00:0{at}.000 --> 00:0{at}.900\n<v {who}>Words {at}." for at, who in enumerate((*written, "Bo"))
    )
    for told in (read_text(text), read_text(f"WEBVTT\n\n{rows}\n")):
        assert set(speakers(told)) == {name, "Bo"}
        assert told.labels[0].called == name
        assert told.unaccounted() == 0


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ann: One.\n\nBo: Two.\n\nAnn: Three.\n\nNote: That was all.\n\nBo: Four.", "note"),
        ("Date: I was late.\n\nAnn: One.\n\nBo: Two.\n\nAnn: Three.\n\nBo: Four.", "date"),
        ("Ann: One.\n\nBo: Two.\n\nAnn: Three.\n\nCleo\n\nFour, I think.\n\nBo: Five.", "cleo"),
        ("**Ann:** One.\n\n**Bo:** Two.\n\n**Ann:** Three.\n\n## Cleo\n\nFour.\n\n**Bo:** Five.", "cleo"),
    ],
    ids=["a remark", "a fact", "a line of its own", "a heading"],
)
def test_what_was_not_taken_for_a_speaker_can_be_one(text: str, key: str) -> None:
    before = read_text(text)
    assert key not in {(speaker or "").casefold() for speaker in speakers(before)}
    assert key in {one.key for one in before.labels if not one.taken}
    after = read_text(text, labels=Labels(yes=frozenset({key})))
    assert key in {(speaker or "").casefold() for speaker in speakers(after)}
    assert key in {one.key for one in after.labels if one.taken and not one.learnt}
    assert after.unaccounted() == 0


def test_what_can_be_chosen_stays_in_its_order_whatever_was_chosen() -> None:
    plain = [one.key for one in read_text(RECIPE).labels]
    chosen = read_text(RECIPE, labels=Labels(yes=frozenset({"flour"}), no=frozenset({"ann"})))
    assert [one.key for one in chosen.labels] == plain
    assert {one.key: one.count for one in chosen.labels}["recipe"] == 2


def test_a_song_offers_a_few_of_its_lines_and_no_more() -> None:
    song = "\n\n".join(f"Verse {letter}\n\nand the river runs on." for letter in "ABCDEFGHIJKLMNOP")
    assert len([one for one in read_text(song).labels if not one.taken]) <= MOST_OTHERS


def test_labels_in_documents_and_pages_can_be_corrected_too() -> None:
    page = "".join(
        f"<p><b>{name}:</b> Yes, that is so.</p>" for name in ("Ann", "Bo", "Tip", "Ann", "Bo", "Tip")
    )
    no_tip = Labels(no=frozenset({"tip"}))
    assert "Tip" not in speakers(read_text(f"<html><body>{page}</body></html>", labels=no_tip))
    berg = read(sample("docx/ordinary"))
    first = berg.labels[0]
    again = read(sample("docx/ordinary"), labels=Labels(no=frozenset({first.key})))
    assert first.name in speakers(berg)
    assert first.name not in speakers(again)
    otr = json.dumps({"text": f"<p>{RECIPE.strip().replace(chr(10) * 2, '</p><p>')}</p>", "media": "a.mp3"})
    recipe = Labels(no=frozenset({"recipe"}))
    assert "Recipe" not in speakers(read_text(otr, format_id="otranscribe", labels=recipe))


@given(
    st.lists(
        st.sampled_from(["Ann: Why?", "Bo: So.", "Note: late", "Cleo", "# Ann", "", "(pause)"]), max_size=12
    ),
    st.frozensets(st.sampled_from(["ann", "bo", "note", "cleo"])),
    st.frozensets(st.sampled_from(["ann", "bo", "note", "cleo"])),
    st.sampled_from([reader.id for reader in READERS]),
)
def test_whatever_is_chosen_nothing_is_lost(
    lines: list[str], yes: frozenset[str], no: frozenset[str], format_id: str
) -> None:
    text = "\n".join(lines)
    try:
        reading = read_text(text, format_id=format_id, labels=Labels(yes - no, no))
    except ImportProblem:
        return
    assert reading.unaccounted() == 0
    assert not no & {one.key for one in reading.labels if one.taken}
