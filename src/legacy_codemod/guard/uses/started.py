"""A Python file into the files that it runs or opens by their paths."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from legacy_codemod.index.module import Module

_RUNS = frozenset(
    (
        *("run", "call", "check_call", "check_output", "Popen", "getoutput", "getstatusoutput", "system", "popen"),
        *("create_subprocess_exec", "create_subprocess_shell", "spawn", "sudo", "execv", "execve", "execvp", "local"),
    )
)
_OPENS = frozenset({"open", "run_path", "spec_from_file_location"})
_READS = frozenset({"read_text", "read_bytes", "open"})
_INTERPRETER = re.compile(r"(?:.*/)?(?:(?:ba|z|k|da)?sh|python[\d.]*|node|ruby|perl|env|sudo|exec|nohup|source|\.)")


def started(module: Module) -> Iterator[tuple[ast.Constant, str]]:
    """Each string that is the path of a file which a program runs or opens there, with that path."""
    for node in module.nodes:
        match node:
            case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called), args=[first, *rest]):
                if called in _RUNS:
                    yield from _of_command([first, *rest] if isinstance(first, ast.Constant) else _parts(first))
                elif called in _OPENS:
                    yield from _text(first)
            case ast.Attribute(value=ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called), args=[first])):
                if node.attr in _READS and called in ("Path", "PurePath", "PosixPath"):
                    yield from _text(first)


def _parts(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, (ast.List, ast.Tuple)) else [node]


def _text(node: ast.expr) -> Iterator[tuple[ast.Constant, str]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node, node.value.removeprefix("./")


def _of_command(parts: list[ast.expr]) -> Iterator[tuple[ast.Constant, str]]:
    """The program, or what is given to an interpreter; a whole command line may be one string."""
    if len(parts) == 1 and isinstance(parts[0], ast.Constant) and isinstance(parts[0].value, str):
        parts = [ast.copy_location(ast.Constant(word), parts[0]) for word in parts[0].value.split()]
    for part in parts:
        yield from _text(part)
        if not _hands_on(part):
            return


def _hands_on(part: ast.expr) -> bool:
    """Whether what follows is run too: after an interpreter, and after its options."""
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        return part.value.startswith("-") or _INTERPRETER.fullmatch(part.value) is not None
    return isinstance(part, ast.Attribute) and part.attr == "executable"
