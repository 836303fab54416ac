"""How common a word is, as wordfreq says, without waiting for all of wordfreq."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest
from wordfreq import get_frequency_list

from interviews.detectors.wording.vocabulary import Vocabulary, zipf_table


@pytest.mark.parametrize("language", ["de", "fil"])  # of the second there is only a small list
def test_a_list_is_the_one_that_the_package_itself_reads(language: str) -> None:
    bins = get_frequency_list(language, "best")
    table = zipf_table(language)
    assert len(table) == sum(map(len, bins))
    assert all(
        table[word] == round(9 - number / 100, 2) for number, words in enumerate(bins) for word in words
    )


@pytest.mark.parametrize("language", ["tlh", "", "../en"])
def test_a_language_without_a_list_has_no_words(language: str) -> None:
    assert zipf_table(language) == {}


ASKED = """
import sys
from interviews.detectors.checking import check
from interviews.detectors.wording.vocabulary import zipf_table
from interviews.transcript.turns import Transcript, Turn
assert zipf_table("en")["the"] > 7
check(Transcript((Turn("1", "It was a café – a “good one”… in fact, as it’s known.", "Ada"),)))
print({"wordfreq", "langcodes", "ftfy", "regex"} & set(sys.modules))
"""


def test_a_plain_text_is_checked_without_the_packages_that_take_long_to_load() -> None:
    ran = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"


def test_a_word_is_as_common_as_in_the_language_of_the_transcript_and_unknown_ones_are_not() -> None:
    said = Counter({"haus": 2})
    assert Vocabulary("de", said).zipf("haus") > Vocabulary("en", said).zipf("haus") > 0
    assert Vocabulary("de", said).zipf("hauss-xq") == 0.0
    assert Vocabulary("de", said).counts["haus"] == 2
