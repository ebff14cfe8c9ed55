"""A folder that a command has worked on into what it left undone: nothing, where only the flag is gone."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

from benchmarks.reads import Reading
from benchmarks.trees import git


def left_undone(root: Path, changes: Mapping[str, Reading], *, imports: bool = True) -> str:
    """What is wrong in ``root``, which git knows as it was; without ``imports``, those out of use may stay."""
    touched = set(git(root, "diff", "--name-only", "-z", "HEAD").decode().split("\0")) - {""}
    if missed := sorted(changes.keys() - touched):
        return f"{len(missed)} of {len(changes)} files are as they were, {missed[0]} for one"
    if more := sorted(touched - changes.keys()):
        return f"{more[0]} has nothing to do with the flag"
    wrong = (
        f"{path}: {told}"
        for path, change in changes.items()
        if (told := _differs((root / path).read_text(encoding="utf-8"), change, imports=imports))
    )
    return next(wrong, "")


def _differs(text: str, change: Reading, *, imports: bool) -> str:
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        return f"line {error.lineno} does not parse"
    kept, before = ast.parse(change.after), _imports(ast.parse(change.before))
    spare = set() if imports else before - _imports(kept)
    tree.body = [node for node in tree.body if ast.dump(node) not in spare]
    return "" if ast.dump(tree) == ast.dump(kept) else "it is not what it is without the flag"


def _imports(tree: ast.Module) -> set[str]:
    return {ast.dump(node) for node in tree.body if isinstance(node, ast.ImportFrom | ast.Import)}
