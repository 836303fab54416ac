"""``make mutants``: small faults are put into the detectors one by one, and their tests must notice.

Of every module a sample is taken, the same one as long as the module does not change. Each mutant runs in a
process of its own, in a copy of the tree, against the tests of that module alone, up to the first that fails.
Words and confidences are left alone: what a card says is read by people, how often a finding is right is
measured on the corpus. A number becomes twice itself and one, since most are measured thresholds, of which no
test can tell the last digit.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import resource
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DETECTORS = Path("interviews/detectors")
TESTS = Path("tests/unit/detectors")
SECONDS = 20  # of processor time, more than the slowest takes without a fault; who takes longer has noticed
# A module without a file of tests of its own name is tested through what it is for.
TESTED_BY = {
    "acts": "acts closings",
    "answers": "answers questions",
    "apart": "apart residue metadata",
    "base": "base archive house_rules",
    "beginnings": "casing",
    "books": "books versions",
    "broken_words": "garbled garbled_elsewhere",
    "captions": "captions seams",
    "checking": "checking configuring",
    "clashes": "grammar",
    "closing_phrases": "acts",
    "copy_book": "copy_book duplicate_turns",
    "copies": "duplicate_turns duplicate_blocks duplicate_fixes",
    "doubled": "doubled doubled_in_stutter",
    "meant": "duplicate_turns",
    "duplicates": "duplicate_turns duplicate_blocks seams loops captions",
    "duplicate_turns": "duplicate_turns duplicate_fixes",
    "encoding": "encoding escapes misread",
    "labels": "labels speakers",
    "leave_taking": "leave_taking closings",
    "lexicon": "lexicon mistyped noise garbled",
    "loop_rows": "loops",
    "looping": "looping loops",
    "machine_remarks": "machine_remarks residue",
    "marks": "marks quotes",
    "metadata": "metadata residue",
    "misheard": "misheard sentences",
    "misread": "misread_words misread",
    "mistyped": "mistyped garbled",
    "noise": "noise garbled",
    "overlaps": "overlaps captions seams",
    "page_lines": "page_lines residue",
    "phantom_phrases": "phantoms fragments",
    "production": "production residue",
    "question_book": "question_book questions asked_again",
    "questions": "questions parallel_questions",
    "quote_ends": "quote_ends quotes",
    "recogniser_marks": "recogniser_marks residue metadata",
    "repetition": "repetition doubled loops",
    "residue": "residue metadata",
    "senses": "questions",
    "slips": "slips doubled",
    "spaces": "spaces garbled",
    "stumbles": "doubled",
    "style": "style quotes casing fragments",
    "time_codes": "time_codes residue metadata",
    "unlabelled": "fragments speakers",
    "ways_on": "residue",
    "web_remains": "web_remains residue metadata",
    "within": "within left_over",
    "wrong_mates": "wrong_mates quotes",
}
# Words, tables and types, in which nothing is decided; and what is kept from one check to the next, which a
# property over whole transcripts holds that takes longer than this allows.
LEFT_OUT = frozenset("__init__ analysis closing_phrases_elsewhere kept kinds registry spoken_english".split())
_SWAPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


@dataclass(frozen=True)
class Mutant:
    """A module with one fault: where, and what was made of what."""

    line: int
    change: str
    source: str


def mutants(source: str) -> list[Mutant]:
    """Every mutant of a module."""
    found = []
    for number in range(len(list(_faults(ast.parse(source))))):
        tree = ast.parse(source)
        node, fault = list(_faults(tree))[number]
        before = ast.unparse(node)
        fault()
        found.append(
            Mutant(node.lineno, f"{_short(before)} → {_short(ast.unparse(node))}", ast.unparse(tree))
        )
    return found


def _short(code: str) -> str:
    line = " ".join(code.split())
    return line if len(line) <= 70 else f"{line[:69]}…"


Fault = tuple[ast.expr | ast.stmt, Callable[[], None]]


def _faults(tree: ast.Module) -> Iterator[Fault]:
    """Each place where a fault can be made, and what makes it."""
    for node in _decisive(tree):
        match node:
            case ast.Compare(ops=[op]) if type(op) in _SWAPPED:
                yield node, _setting(node, "ops", [_SWAPPED[type(op)]()])
            case ast.BoolOp(op=op):
                yield node, _setting(node, "op", ast.Or() if isinstance(op, ast.And) else ast.And())
            case ast.BinOp(op=op) if type(op) in _COUNTED:
                yield node, _setting(node, "op", _COUNTED[type(op)]())
            case ast.Constant(value=bool() as value):
                yield node, _setting(node, "value", not value)
            case ast.Constant(value=int() | float() as value):
                yield node, _setting(node, "value", 2 * value + 1)
            case ast.IfExp(test=test) | ast.If(test=test) | ast.While(test=test):
                yield node, _setting(node, "test", ast.UnaryOp(ast.Not(), test))
            case ast.Return(value=ast.expr() as value) if not _is_nothing(value):
                yield node, _setting(node, "value", ast.Constant(None))
            case ast.Expr(value=ast.Yield() | ast.YieldFrom() | ast.Call()):
                yield node, _setting(node, "value", ast.Constant(None))
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp() if node.generators[
                0
            ].ifs:
                yield node, _setting(node.generators[0], "ifs", [])
            case _:
                pass


def _setting(node: ast.AST, field: str, value: object) -> Callable[[], None]:
    return lambda: setattr(node, field, value)


def _is_nothing(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) or (isinstance(value, ast.Tuple | ast.List) and not value.elts)


def _decisive(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a tree without annotations, words for people, and confidences."""
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_told(child):
                yield from _decisive(child)


def _is_told(node: ast.AST) -> bool:
    match node:
        case ast.keyword(arg="title" | "reason" | "evidence" | "confidence"):
            return True
        case ast.AnnAssign(target=ast.Name(id=name)):
            return name.startswith("sure")
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name.startswith("_SURE")
        case ast.FunctionDef(name=name):
            return name == "_sureness"
    return isinstance(node, ast.JoinedStr)


def survives(tree: Path, module: Path, mutant: Mutant, tests: list[str]) -> bool:
    """Whether the tests pass with the fault in place. The module is as it was afterwards."""
    original = (tree / module).read_text(encoding="utf-8")
    (tree / module).write_text(mutant.source, encoding="utf-8")
    try:
        return _passes(tree, tests)
    finally:
        (tree / module).write_text(original, encoding="utf-8")


def _passes(tree: Path, tests: list[str]) -> bool:
    child = os.fork()
    if not child:
        _run_and_leave(tree, tests)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def _run_and_leave(tree: Path, tests: list[str]) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    os.chdir(tree)
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"  # what all tests share asks for them
    import pytest

    options = ["-x", "-q", "-c", "mutants.ini", "--rootdir", ".", "-p", "no:django", "-p", "no:cacheprovider"]
    os._exit(int(pytest.main([*options, *tests])))


def _warm(tree: Path) -> None:
    """Import what every child needs and no fault is in, so that each of them starts at once."""
    sys.path.insert(0, str(tree))
    sys.dont_write_bytecode = True
    import hypothesis.strategies
    import pytest
    import rapidfuzz.distance
    import wordfreq

    del hypothesis, pytest, rapidfuzz, wordfreq


def _copy() -> Path:
    tree = Path(tempfile.mkdtemp(prefix="mutants-"))
    for folder in ("interviews", "tests", "newsroom"):
        shutil.copytree(ROOT / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tree / "mutants.ini").write_text("[pytest]\naddopts = --import-mode=importlib\n", encoding="utf-8")
    return tree


def _tests_of(module: str) -> list[str]:
    tests = _files(TESTS)
    names = (f"test_{name}" for name in TESTED_BY.get(module, module).split())
    return [str(tests[name]) for name in names if name in tests]


def _files(folder: Path) -> dict[str, Path]:
    """The modules in all rooms of a folder, by their names, of which none stands twice."""
    return {path.stem: path.relative_to(ROOT) for path in sorted((ROOT / folder).rglob("*.py"))}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help="names of modules; all by default")
    parser.add_argument("--sample", type=int, default=15, metavar="N", help="mutants of each module")
    options = parser.parse_args()
    tree = _copy()
    _warm(tree)
    modules = _files(DETECTORS)
    names = options.modules or sorted(modules.keys() - LEFT_OUT)
    weak = 0
    print("| module | mutants | tried | killed | |\n|---|---:|---:|---:|---:|")
    survivors: list[str] = []
    for name in names:
        module, tests = modules[name], _tests_of(name)
        every = mutants((tree / module).read_text(encoding="utf-8"))
        chance = random.Random(name)  # noqa: S311 (the same ones every time)
        sample = sorted(chance.sample(every, min(options.sample, len(every))), key=lambda one: one.line)
        if not sample:
            continue
        if not tests or not _passes(tree, tests):
            print(f"| {name} | its tests are missing or fail without a fault |", flush=True)
            weak += 1
            continue
        alive = [mutant for mutant in sample if survives(tree, module, mutant, tests)]
        killed = len(sample) - len(alive)
        share = round(100 * killed / len(sample))
        weak += share < 85
        print(f"| {name} | {len(every)} | {len(sample)} | {killed} | {share} % |", flush=True)
        survivors += [f"{name}.py:{mutant.line}: {mutant.change}" for mutant in alive]
    print("\nSurvivors", *survivors, sep="\n")
    shutil.rmtree(tree)
    return int(weak > 0)


if __name__ == "__main__":
    sys.exit(main())
