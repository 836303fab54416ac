"""What is left over in a text: within a sentence, between two, on a line of its own, and as a whole turn."""

from __future__ import annotations

import pytest

from interviews.detectors.checking import findings
from interviews.detectors.kinds import Kind, Severity
from interviews.detectors.metadata import MisplacedMetadata
from interviews.detectors.remains.residue import Source, is_residue, residues
from tests.builders import a_transcript, found, settled

WITHIN = {
    Source.TIME: [
        *(
            "[20m55s]",
            "[t=1830.85]",
            "[00:12:34 - 00:12:56]",
            "[12:34:56 PM]",
            "[754s]",
            "[13'20]",
            "{00:12:34}",
        ),
        *(
            "TC 01.11.01",
            "Timecode 00:12:34",
            "00:50:50:07",
            "#00:12:34-5#",
            "(TC: 12:34)",
            "(@ 12:34)",
            "[min 12:34]",
        ),
        *("[background noise 00 14 22]", "(1h 12m)", "14:02.100 --> 14:05.700"),
    ],
    Source.MARKUP: [
        *(
            '[adrotate banner="3"]',
            "[/caption]",
            "<!-- wp:paragraph -->",
            "{{ user.name }}",
            "{% include x %}",
        ),
        *(
            "[vc_row]",
            "[embed]https://coast.example/a[/embed]",
            "[img:1234]",
            "@@IMG1@@",
            "[[File:crane.jpg|thumb]]",
        ),
        *("![crane](crane.jpg)", "[^1]", "[email protected]", '<blockquote class="quote">'),
    ],
    Source.SUBTITLES: ["X-TIMESTAMP-MAP=LOCAL:00:00:00.000", "{\\an8}"],
    Source.RECOGNISER: [
        *(
            "[_TT_750]",
            "confidence=0.43",
            "[confidence: 0.43]",
            "avg_logprob=-0.43",
            "%HESITATION",
            "[UNK]",
            "spk_1:",
        ),
        *('"start": 12.34,', "[lang=en]", "(low confidence)", "Speaker 2:", "[ __ ]"),
    ],
    Source.PROGRAM: ["Printed on 12 March 2024", "Formatted: Font: 11 pt", "Sent from my iPhone"],
    Source.PAGE: [
        "(Photo by Ida Lund)",
        "[image: crane.jpg]",
        "[READ MORE: Five things]",
        "(Bild: Ida Lund)",
    ],
    Source.PRODUCTION: [
        *(
            "((NB: cut this bit?))",
            "<<insert quote here>>",
            "[Segment 12]",
            "[check spelling of Lund]",
            "[TK]",
            "TKTK",
        ),
        *("((AUDIO 3 – QUEUE – DUR 0:22 – OUT “at noon”))", "[tape 2, side B – counter 214]", "[SFX: gulls]"),
        *(
            "[Hier Bild einfügen]",
            "[à vérifier]",
            "[AU: please confirm]",
            "[legal to review]",
            "(fact check this)",
        ),
        *("[cut to studio]", "[PHOTO HERE]", "[spelling?]", "[off the record]", "(END OF TAPE 1)"),
    ],
    Source.REMARK: [
        *(
            "(Note: some filler words have been removed for readability.)",
            "[rest of the transcript unchanged]",
        ),
        *("【4†source】", "<think>", "(edited for clarity)", "[AI-generated transcript]"),
    ],
}
ON_A_LINE = {
    Source.TIME: ["1h12m34s", "12′34″", "@12:34", "12:34", "?t=754"],
    Source.LINK: [
        *(
            "file:///C:/Users/ida/interview_2.html",
            "Source: Coast Press",
            "via coast.example/a",
            "bit.ly/3xYz",
        ),
        *(
            "doi:10.1000/182",
            "C:\\Users\\ida\\x.docx",
            "Read more at coast.example/news",
            "desk@coast.example",
        ),
    ],
    Source.SUBTITLES: ["Language: en", "NOTE Paragraph", "Dialogue: 0,0:00:01.00,0:00:02.00,Default"],
    Source.RECOGNISER: ["speaker change confidence 0.61", "word confidence: 61%"],
    Source.PROGRAM: ["Printed on 12 March 2024", "Formatted: Font: 11 pt", "Sent from my iPhone"],
    Source.PAGE: [
        *(
            "Page 3",
            "Seite 5 von 9",
            "- 3 -",
            "CONFIDENTIAL DRAFT",
            "Ref. 0932/B  –  Day 3  –  Page 47",
            "214",
        ),
        *("Harbour Weekly | March 2024", "Interview_Final_v2.docx", "12.03.2024"),
        *(
            "Foto: zVg / Archiv",
            "Caption: The crane at night. © Agency / K. Lindt",
            "Légende : la grue",
            "Getty Images",
        ),
        *(
            "Pictured above: the crane, 2011",
            "Ada Lund (left) with the crane",
            "The crane. (Ida Lund/Coast Press)",
        ),
        *(
            "See also our interview from last March",
            "Click here to subscribe to our newsletter",
            "Comments (14)",
        ),
        *("Continue reading on the next page »", "Advertisement – article continues below", "Mehr zum Thema"),
        *(
            "Lire aussi : la grue",
            "Seguir leyendo",
            "Read more: the crane",
            "By Ida Lund",
            "Interview: Ida Lund",
        ),
    ],
    Source.PRODUCTION: [
        *(
            "Kapitel 3",
            "Clip 2: the harbour",
            "Tape 2, side B",
            "TODO: ask her",
            "Pull quote: “at noon”",
            "-ENDS-",
        ),
        *(
            "O-TON Lund, 0:22",
            "CUT TO: crane",
            "// cut from here",
            "@maria please check the spelling",
            "HEADLINE TK",
        ),
    ],
    Source.REMARK: [
        *("Sure, here is the cleaned-up transcript:", "As an AI language model, I cannot listen to audio."),
        *("Let me know if you'd like me to continue with the rest of the transcript.", "Corrected text:"),
        *("I've removed filler words.", "Hier ist die überarbeitete Fassung:", "Voici la version corrigée :"),
        *("Aquí tienes la transcripción corregida:", "Would you like me to format it as a Q&A?"),
    ],
    Source.HEADING: [
        "---",
        "* * *",
        "```",
        "::: note",
        "| a | b |",
        "+++ Later +++",
        "***CHECK***",
        "### Q&A",
    ],
}


def told(text: str) -> list[tuple[Source, str]]:
    return [(one.source, text[one.start : one.end]) for one in residues(text)]


@pytest.mark.parametrize(
    ("source", "left"), [(source, one) for source, all_ in WITHIN.items() for one in all_]
)
def test_what_marks_itself_is_found_anywhere(source: Source, left: str) -> None:
    for text in (f"We left {left} at noon.", f"We left. {left} Then we came.", f"We left. {left}", left):
        assert told(text) == [(source, left)]
    assert is_residue(left)


@pytest.mark.parametrize(
    ("source", "left"), [(source, one) for source, all_ in ON_A_LINE.items() for one in all_]
)
def test_what_is_no_sentence_is_found_on_a_line_of_its_own(source: Source, left: str) -> None:
    assert (source, left) in told(f"Yes. We left at noon.\n{left}\nThen we came.")
    assert (source, left) in told(f"{left}\nThen we came.")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("We left. Kapitel 3 Then we came.", "Kapitel 3"),
        ("We left. Page 3 of 12 Then we came.", "Page 3 of 12"),
        ("We left. XXX verify with speaker Chris came.", "XXX verify with speaker"),
        ("Ready? **Transcript continues** Open it.", "**Transcript continues**"),
        ("We left. ### Q&A", "### Q&A"),
        ("We left. ## The early days Then we came.", "## The early days"),
        ("We left. --- Then we came.", "---"),
        ("We left. https://coast.example/a Then we came.", "https://coast.example/a"),
        ("We left. Continue reading on page 4", "Continue reading on page 4"),
        ("Photo by Ida Lund. Well, we left.", "Photo by Ida Lund."),
        ("Article continues below. Well, we left.", "Article continues below."),
        ("Yes. 214\n00:14:02,100 --> 00:14:05,700", "214\n00:14:02,100 --> 00:14:05,700"),
        ("> So we left.", "> "),
    ],
)
def test_between_two_sentences_it_ends_where_the_next_one_begins(text: str, left: str) -> None:
    assert [shown for _, shown in told(text)] == [left]


@pytest.mark.parametrize(
    "text",
    [
        "The record stands at 2:01:39 for the marathon.",
        "[laughter] (crosstalk) [inaudible 00:43:06] ((stream problems)) [cross-talk 00:21:46.08]",
        "We heard [single seed set 7:52] and left.",
        "They [confirm] that we should [get involved]. (Check it out.)",
        "It was the [1990s] (maybe 1996).",
        "Chapter 3 I think is the best. In chapter 3 we come to Part 2 of it.",
        "We have a TODO list, a TODO app and an XXX rating.",
        "See also the crane. Read more about it. Subscribe to our newsletter.",
        "Right: so we left.",
        "Is it at Changelog.com/request?",
        "It is a repo (github.com/coast/crane) where you ask.",
        "The model's confidence was 0.95 or so; its score was 0.61 in the end.",
        "Here's the new version of the crane. Here is the transcript of my life.",
        "Let me know if you want tea. I hope this helps you in the end, Ben.",
        "A picture by picture comparison. Photo albums we had. The photo was of me.",
        "You call the multiplexer (MUX), and FX Trading pays.",
        "That was f***ing good, s**t, no **** there.",
        "We use __init__, a < b > c, x >> y and [i] there.",
        "Ed: So we left.",
        "The list (a/b) is {d} and {}.",
    ],
)
def test_what_people_say_and_editors_put_in_is_fine(text: str) -> None:
    assert told(text) == []


def test_a_link_of_markdown_loses_its_address_and_keeps_its_words() -> None:
    transcript = a_transcript(
        ("Ada", "Who runs it?"), ("Ben", "See [the plan](https://coast.example/p) of **it** all.")
    )
    findings = found(MisplacedMetadata(), transcript)
    assert [settled(transcript, one)["2"].text for one in findings] == [
        "See the plan of **it** all.",
        "See [the plan](https://coast.example/p) of it all.",
    ]


def test_what_is_left_over_misses_no_speaker_and_is_no_fragment() -> None:
    talk = tuple((("Ada", "Ben")[number % 2], f"We spoke of boat number {number}.") for number in range(12))
    for left in (
        '<p class="more">More from Business &raquo;</p>',
        "TC 01.11.01",
        "Kapitel 3",
        "Foto: zVg / Archiv",
    ):
        transcript = a_transcript(*talk[:6], (None, left), *talk[6:])
        assert [finding.kind for finding in findings(transcript)] == [Kind.MISPLACED_METADATA]


def test_a_caption_in_the_article_around_is_only_shown() -> None:
    transcript = a_transcript(("Ada", "Yes."), background=("Photo: Ida Lund",))
    (finding,) = found(MisplacedMetadata(), transcript)
    assert finding.weight is Severity.NOTICE
    (finding,) = found(MisplacedMetadata(), a_transcript(("Ada", "Yes."), ("Ben", "Photo: Ida Lund")))
    assert finding.weight is Severity.WARNING
