"""``global`` and ``nonlocal`` of names that their function does not say any more into what goes of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import qualified

Declaration = ast.Global | ast.Nonlocal


def idle_declarations(before: Module, now: Module) -> Iterator[tuple[Declaration, list[str]]]:
    """Each declaration with those of its names that nothing else in its function says any more."""
    declared = [node for node in now.nodes if isinstance(node, (ast.Global, ast.Nonlocal))]
    earlier = {qualified(before, n): before.source(n) for n in before.functions} if declared else {}
    for node in declared:
        function = next((o for o in now.scopes.ancestors(node) if _is_function(o)), None)
        was = earlier.get(qualified(now, function), "") if function else ""
        idle = (
            [name for name in node.names if _count(now.source(function), name) == 1 < _count(was, name)]
            if function
            else []
        )
        if idle:
            yield node, idle


def _is_function(node: ast.AST) -> bool:
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))


def _count(text: str, name: str) -> int:
    return len(re.findall(rf"\b{re.escape(name)}\b", text))


def without_names(node: Declaration, names: list[str]) -> str:
    """The declaration of the others."""
    word = "global" if isinstance(node, ast.Global) else "nonlocal"
    return f"{word} {', '.join(name for name in node.names if name not in names)}"
