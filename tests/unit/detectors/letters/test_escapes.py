"""Letters that stayed escaped, as programs, mails and addresses write them."""

from __future__ import annotations

import pytest

from interviews.detectors.encoding import Mojibake
from tests.builders import a_transcript, found, settled


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (r"We don\u2019t know. We paid \u00a3300.", "We don’t know. We paid £300."),
        ("And that%E2%80%99s it, you%20know.", "And that’s it, you know."),
        ("No, I=E2=80=99m not, it=92s late.", "No, I’m not, it’s late."),
        ("We donu2019t go to the cafu00e9.", "We don’t go to the café."),
        (r"It\'s late, it isn<U+2019>t.", "It’s late, it isn’t."),
        (r"We left \u2013 and came.", "We left – and came."),
        (r"That caf\xc3\xa9 there.", "That café there."),
        ("We were glad<U+1F600>.", "We were glad😀."),
    ],
)
def test_escaped_letters_are_turned_back(broken: str, whole: str) -> None:
    transcript = a_transcript(("Ada", broken), ("Ben", "That’s fine."))
    assert settled(transcript, found(Mojibake(), transcript)[0])["1"].text == whole


@pytest.mark.parametrize(
    "sound",
    [
        "A 100%20 of it, x=E2 and y=20, 50% AB.",
        "See https://coast.example/caf%C3%A9 or coast.example/?q=caf%C3%A9 for it.",
        r"The \u2019 character, and \u0000 too; a \n and a C:\users\ada.",
        r"It prints \u003cp\u003e here, a space without width \u200b there, and <U+10000>.",
    ],
)
def test_sums_addresses_and_talk_of_escapes_are_fine(sound: str) -> None:
    assert found(Mojibake(), a_transcript(("Ada", sound))) == []


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("My r&eacute;sum&eacute; and you&rsquo;re late.", "My résumé and you’re late."),
        ("It&amp;rsquo;s the caf&amp;amp;eacute;.", "It’s the café."),
        ("We left&#8212;all for &#xa3;40, and didn&#8217t.", "We left—all for £40, and didn’t."),
        ("We left &#8211; Tom &amp; I, of AT&amp;T.", "We left – Tom & I, of AT&T."),
        ("That is what the user&nbsp;had, and he didn#8217;t.", "That is what the user had, and he didn’t."),
        ("I don+IBk-t know the caf&AOk-.", "I don’t know the café."),
        ("We left =?UTF-8?Q?caf=C3=A9s?= there.", "We left cafés there."),
        (r"The na\"{i}ve {\"o}lige caf\'e9.", "The naïve ölige café."),
    ],
)
def test_letters_that_pages_and_mails_escape_are_turned_back(broken: str, whole: str) -> None:
    transcript = a_transcript(("Ada", broken), ("Ben", "That’s fine."))
    assert settled(transcript, found(Mojibake(), transcript)[0])["1"].text == whole


@pytest.mark.parametrize(
    "sound",
    [
        "The &amp; character, C+abc- and 1+1-2, and a +and- too.",
        "See boats.example/?a=1&copy;=2 for it. We left AT&T; then.",
        "We left &nbsp; at noon &rdquo; and &lt;b&gt; came.",
        "He wrote =?xyz?Q?a?= there, and #39; alone.",
    ],
)
def test_marks_of_a_page_and_other_signs_are_no_letters(sound: str) -> None:
    assert found(Mojibake(), a_transcript(("Ada", sound))) == []
