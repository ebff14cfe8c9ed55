"""A folded file into the same file with each function's nature kept: generators yield, local names are local."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

from legacy_codemod.draft import Pieces
from legacy_codemod.fold.calls import is_generator
from legacy_codemod.index import module as modules
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import qualified
from legacy_codemod.layout import splice
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding, Place

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def keeps_its_nature(before: Module, piece: Pieces) -> tuple[Pieces | None, list[Finding]]:
    """``None`` where the folded file would not parse; a function whose local name would come to mean a global stays."""
    findings: list[Finding] = []
    while (after := _parsed(before, piece)) is not None and (lost := _no_longer_local(before, after)):
        place = Place(before.path, lost.lineno)
        findings.append(
            Finding(place, "folding the flag here would leave a local name without a binding: left as it is")
        )
        smaller = _without(before, piece, lost)
        if not smaller.splices or len(smaller.splices) == len(piece.splices):
            return None, findings
        piece = smaller
    if after is None:
        return None, [
            Finding(Place(before.path, 1), "folding the flag here gives code that Python cannot parse: left as it is")
        ]
    for node in _no_longer_generators(before, after):
        piece = replace(piece, splices=_still_yielding(before, node, piece.splices))
    return (piece if _parsed(before, piece) else None), findings


def _without(module: Module, piece: Pieces, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Pieces:
    """What is left to do outside ``node``."""
    start, end = module.span(node)
    first, last = module.text.line_of(start), module.text.line_of(end - 1)
    return replace(
        piece,
        splices=[s for s in piece.splices if not (start <= s.start and s.end <= end)],
        dedents=[d for d in piece.dedents if not (first <= d.first and d.last <= last)],
    )


def _parsed(before: Module, piece: Pieces) -> Module | None:
    done = splice.apply(piece.text, piece.splices, piece.dedents, piece.fixed)
    try:
        return modules.parse(before.path, done.text.encode())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _functions(module: Module) -> dict[str, list[ast.FunctionDef | ast.AsyncFunctionDef]]:
    found: dict[str, list[ast.FunctionDef | ast.AsyncFunctionDef]] = {}
    for node in module.nodes:
        if isinstance(node, _FUNCTIONS):
            found.setdefault(qualified(module, node), []).append(node)
    return found


def _no_longer_local(before: Module, after: Module) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    later = _functions(after)
    for name, nodes in _functions(before).items():
        if len(nodes) != 1 or len(later.get(name, ())) != 1:
            continue
        was = set(before.scopes.of_node[nodes[0]].bindings)
        scope = after.scopes.of_node[later[name][0]]
        lost = was - set(scope.bindings)
        for node in after.nodes:
            if isinstance(node, ast.Name) and node.id in lost and after.scopes.at_name[node] is scope:
                return nodes[0]
    return None


def _no_longer_generators(before: Module, after: Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    later = _functions(after)
    return [
        nodes[0]
        for name, nodes in _functions(before).items()
        if len(nodes) == 1 == len(later.get(name, ())) and is_generator(nodes[0]) and not is_generator(later[name][0])
    ]


def _still_yielding(
    module: Module, node: ast.FunctionDef | ast.AsyncFunctionDef, splices: Sequence[Splice]
) -> list[Splice]:
    """A last statement that never yields anything, yet makes the function a generator as before."""
    _, end = module.span(node)
    indent, newline = module.text.indent(node.body[0].lineno), module.text.newline
    only = "yield from ()" if isinstance(node, ast.FunctionDef) else f"if False:{newline}{indent}    yield"
    first = module.span(node.body[0])[0]
    emptied = [s for s in splices if s.start == first and s.text == "pass" and s.end >= end]
    if emptied:  # nothing is left of the body: this is its one statement
        return [replace(s, text=only) if s in emptied else s for s in splices]
    at = module.text.start(module.text.line_of(end - 1) + 1)
    missing = "" if module.text.text[:at].endswith(("\n", "\r")) else newline
    why = ("the function was a generator and stays one",)
    return [*splices, Splice(at, at, f"{missing}{indent}{only}{newline}", why)]
