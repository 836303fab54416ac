"""``python -m benchmarks.incremental [turns …]``: a check after one edit, beside a check from nothing.

Processor time of one core. The texts are real interviews joined to one, where the corpus is there, else
invented talk. Each edit is checked by a checker that has seen all versions before, and the same version is
checked from nothing; what the two find is compared, so that no speed is bought with a flag.
"""

from __future__ import annotations

import gc
import json
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import median, quantiles

from wordfreq import top_n_list

from benchmarks.detection_corpus import Corpus, Record, corpus_folder
from benchmarks.detection_costs import milliseconds
from benchmarks.detection_run import the_transcript
from interviews.detectors.checking import Checker, check
from interviews.detectors.incidents import Incident
from interviews.transcript.applying import apply
from interviews.transcript.building import merge_turns, move_turn, split_turn
from interviews.transcript.edits import Edit, RenameSpeaker, SetText
from interviews.transcript.turns import Transcript, Turn

SIZES = (200, 500, 1500)
EDITS = 30  # of each sort

Maker = Callable[[Transcript, Turn, random.Random], Edit]


def main(sizes: list[int]) -> None:
    print(f"{'turns':>6}{'words':>9}  {'edit':18}{'again ms, p95':>16}{'from nothing':>15}{'flags':>7}")
    for size in sizes:
        transcript = _joined(size)
        words = sum(len(turn.text.split()) for turn in transcript)
        for name, make in _EDITS.items():
            again, whole, flags = _times(transcript, make)
            told = f"{median(again):.1f} ({quantiles(again, n=20)[-1]:.1f})"
            print(f"{size:6,}{words:9,}  {name:18}{told:>16}{median(whole):15.0f}{flags:7}", flush=True)


def _times(transcript: Transcript, make: Maker) -> tuple[list[float], list[float], int]:
    """Milliseconds of each check again and of each check from nothing, and how many flags there are."""
    chance = random.Random(1)  # noqa: S311 (the same edits every time)
    checker = Checker()
    checker.check(transcript)
    again, whole, flags = [], [], 0
    for _ in range(EDITS):
        turn = chance.choice([turn for turn in transcript.dialogue[1:] if turn.text.count(" ") > 7])
        transcript = apply(transcript, make(transcript, turn, chance))
        took, found = _timed(checker.check, transcript)
        again.append(took)
        took, wholly = _timed(check, transcript)
        whole.append(took)
        if found != wholly:
            raise AssertionError("a check again finds something else than a check from nothing")
        flags = len(found)
    return again, whole, flags


def _timed(
    look: Callable[[Transcript], tuple[Incident, ...]], transcript: Transcript
) -> tuple[float, tuple[Incident, ...]]:
    """Milliseconds for a transcript as it comes from the database: all its objects are new."""
    turns = tuple(replace(turn, text=turn.text.encode().decode()) for turn in transcript.turns)
    fresh = replace(transcript, turns=turns)
    found: list[tuple[Incident, ...]] = []
    gc.collect()
    return milliseconds(lambda: found.append(look(fresh))), found[0]


def _other_word(transcript: Transcript, turn: Turn, chance: random.Random) -> Edit:
    words = turn.text.split(" ")
    words[chance.randrange(len(words))] = chance.choice(
        chance.choice(transcript.dialogue).text.split() or ["x"]
    )
    return SetText(turn.key, turn.text, " ".join(words))


def _fault(_: Transcript, turn: Turn, chance: random.Random) -> Edit:
    """What makes a flag, or one fewer when it is there already."""
    if "the the " in turn.text:
        return SetText(turn.key, turn.text, turn.text.replace("the the ", "the ", 1))
    words = turn.text.split(" ")
    words.insert(chance.randrange(len(words) - 1), "the the")
    return SetText(turn.key, turn.text, " ".join(words))


def _split(transcript: Transcript, turn: Turn, chance: random.Random) -> Edit:
    spaces = [at for at, character in enumerate(turn.text) if character == " "]
    key = f"new {chance.random()}"
    return split_turn(transcript, turn.key, chance.choice(spaces[2:-2]) + 1, new_key=key)


def _join(transcript: Transcript, turn: Turn, _: random.Random) -> Edit:
    return merge_turns(transcript, transcript.before(turn.key) or "", turn.key)


def _move(transcript: Transcript, turn: Turn, chance: random.Random) -> Edit:
    return move_turn(
        transcript, turn.key, chance.choice([None, *(one.key for one in transcript if one is not turn)])
    )


def _rename_one(transcript: Transcript, turn: Turn, chance: random.Random) -> Edit:
    labels = sorted({other.speaker for other in transcript.dialogue if other.speaker} - {turn.speaker})
    return RenameSpeaker(turn.speaker or "", chance.choice(labels), (turn.key,))


def _rename_all(transcript: Transcript, turn: Turn, chance: random.Random) -> Edit:
    keys = tuple(other.key for other in transcript if other.speaker == turn.speaker)
    return RenameSpeaker(turn.speaker or "", f"Speaker {chance.random():.6f}", keys)


_EDITS: dict[str, Maker] = {
    "another word": _other_word,
    "a doubled word": _fault,
    "a split": _split,
    "two turns joined": _join,
    "a turn moved": _move,
    "one turn's speaker": _rename_one,
    "a speaker's name": _rename_all,
}


def _joined(size: int) -> Transcript:
    folder = corpus_folder()
    turns: list[Record] = list(_invented(size)) if folder is None else []
    for record in Corpus(folder).all_clean() if folder else ():
        if len({turn["speaker"] for turn in record["turns"]}) > 1:
            turns += record["turns"]
        if len(turns) >= size:
            break
    return the_transcript(json.dumps({"id": str(size), "turns": turns[:size]}))[1]


def _invented(size: int) -> Iterator[Record]:
    chance = random.Random(size)  # noqa: S311 (the same talk every time)
    vocabulary = top_n_list("en", 5000)
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]  # as often as in real talk (Zipf)
    for number in range(size):
        words = " ".join(chance.choices(vocabulary, weights, k=chance.randint(12, 64)))
        asks = number % 2 == 0
        yield {"speaker": "Editor" if asks else "Guest", "text": words.capitalize() + ("?" if asks else ".")}


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
