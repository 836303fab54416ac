"""What a program that tidied a transcript says of its work, and what people say who talk of such work."""

from __future__ import annotations

import pytest

from interviews.detectors.remains.residue import Source, residues


def remarks_in(text: str) -> list[str]:
    return [text[one.start : one.end] for one in residues(text) if one.source is Source.REMARK]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "We left. :contentReference[oaicite:0]{index=0} Then we came.",
            "contentReference[oaicite:0]{index=0}",
        ),
        ("We left. 【4†source】 Then we came.", "【4†source】"),
        ("[INST] We left at noon.", "[INST]"),
        ("We left at noon.\nChatGPT said:\nThen we came.", "ChatGPT said:"),
        ("We left. (Continued in the next part.)", "(Continued in the next part.)"),
        ("We left. [continued]", "[continued]"),
        ("Here is the cleaned-up transcript: We left at noon.", "Here is the cleaned-up transcript:"),
    ],
)
def test_a_remark_is_found(text: str, left: str) -> None:
    assert [one.lstrip(":") for one in remarks_in(text)] == [left]


@pytest.mark.parametrize(
    "text",
    [
        "ChatGPT said: we left at noon.",
        "No. No. (continues) We left at noon.",
        "(laughs) A spoon. (Continued)",
        "Would you like me to continue?",
        "We continued in the next year.",
        "Here is the boat.\nI've removed the mast.",
        "He is, as an AI model of a sailor, not bad.",
    ],
)
def test_what_people_say_is_no_remark(text: str) -> None:
    assert not remarks_in(text)
