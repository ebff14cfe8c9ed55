"""Each env reader against the library itself: every spelling runs there, and gives what the fold says it does."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from folding import Memory
from library_programs import VARIABLE, Program, programs, result_node

from legacy_codemod.env_readers import EnvReader, env_readers
from legacy_codemod.env_reads.objects import strict_matcher
from legacy_codemod.fold.env import Gives, field_read, fields_read_from, given_by, read_of
from legacy_codemod.index.world import World
from legacy_codemod.tree import tree_of
from legacy_codemod.truth import Known, Truth

TEXTS = (
    *("true", "True", "TRUE", "false", "False", "FALSE", "yes", "Yes", "no", "NO", "on", "off", "y", "n", "t", "f"),
    *("ok", "enabled", "maybe", "", "0", "1", "2", "-1", "01", "+1", "1.5", "1.0", "1e3", "1_000", "inf"),
    *(" true ", " 1 ", "a,b", "a", "[1]", "{}", "null", "$OTHER", "{{OTHER}}", '"quoted"', "None"),
)
VALUES: tuple[str | None, ...] = (*TEXTS, None)
# Where `make libraries` puts them: one folder, and one for each that has a top-level name which another has as well.
FOLDER = Path(os.environ.get("CODEMOD_LIBRARIES") or Path(sys.prefix) / "libraries")
ALONE = {"environ_config", "pydantic_v1"}

READERS = [reader for reader in env_readers() if any(True for _ in programs(reader))]


@cache
def answers(name: str) -> list[list[Any]]:
    """What each program of an entry gives for each text."""
    (reader,) = (reader for reader in READERS if reader.name == name)
    folder = FOLDER / (name if name in ALONE else "together")
    if reader.packages and not folder.is_dir():
        pytest.skip(f"{reader.title} is not installed in {folder}: `make libraries` installs it and runs this")
    asked = {"variable": VARIABLE, "values": VALUES, "programs": [p.text for p in programs(reader)]}
    with tempfile.TemporaryDirectory() as work:
        done = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("run_programs.py"))],
            input=json.dumps(asked),
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(folder)},
            cwd=work,
            capture_output=True,
            text=True,
            check=True,
        )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def said(program: Program) -> list[Known | Truth | None]:
    """What the fold makes of the program's last expression for each text; nothing where it is not known."""
    world = World(tree_of(Memory({"app.py": program.text.encode()})))
    module = world.module("app.py")
    assert module is not None
    node, matcher = result_node(module.tree), strict_matcher(world, module)
    read = read_of(matcher, node, VARIABLE) or field_read(matcher, node, fields_read_from(world, VARIABLE))
    return [_value(given_by(read, text)) if read else None for text in VALUES]


def _value(given: Gives | None) -> Known | Truth | None:
    if given is not None and given.becomes:
        return Known(ast.literal_eval(given.captured["DEFAULT"]))
    return given.value if given is not None and isinstance(given.value, (Known, Truth)) else None


def agrees(claimed: Known | Truth | None, real: list[Any]) -> bool:
    """Whether nothing is said, or what the library gives."""
    if claimed is None:
        return True
    if real[0] == "raises":
        return False
    if isinstance(claimed, Truth):
        return bool(real[3]) is claimed.truth
    return [type(claimed.value).__name__, repr(claimed.value)] == real[1:3]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_spelling_gives_what_the_library_gives(reader: EnvReader) -> None:
    wrong = [
        (program.text, text, claimed, told)
        for program, real in zip(programs(reader), answers(reader.name), strict=True)
        for text, claimed, told in zip(VALUES, said(program), real, strict=True)
        if not agrees(claimed, told)
    ]
    assert wrong == []


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_each_spelling_runs_in_the_library(reader: EnvReader) -> None:
    """One that no text of the variable makes work is misspelt: no such name, or no such argument."""
    ran: dict[str, bool] = {}
    errors: dict[str, list[Any]] = {}
    for program, real in zip(programs(reader), answers(reader.name), strict=True):
        ran[program.spelling] = ran.get(program.spelling, False) or any(told[0] == "value" for told in real)
        errors[program.spelling] = real[0]
    assert {spelling: errors[spelling] for spelling, works in ran.items() if not works} == {}


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_each_entry_folds_some_spelling_for_the_plainest_text(reader: EnvReader) -> None:
    answers(reader.name)
    assert any(claimed is not None for program in programs(reader) for claimed in said(program))
