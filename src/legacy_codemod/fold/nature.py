"""A folded file into the same file with its nature kept: generators yield, names mean the same, no text documents."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from legacy_codemod.draft import Pieces
from legacy_codemod.fold.generators import is_generator
from legacy_codemod.fold.meanings import Named, Twins, changed_meaning, twins
from legacy_codemod.fold.sparing import Spared, takes
from legacy_codemod.index import module as modules
from legacy_codemod.index.module import Module
from legacy_codemod.layout import splice
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding, Place

_Function = ast.FunctionDef | ast.AsyncFunctionDef


Fold = Callable[[], tuple[Pieces, list[Finding]]]
RuledOut = Callable[[ast.AST, ast.AST], bool]  # whether one never runs where the other does


def keeps_its_nature(spared: Spared, fold: Fold, is_ruled_out: RuledOut) -> tuple[Pieces | None, list[Finding]]:
    """What ``fold`` does once it spares all that gives a name its meaning; ``None`` where it comes to do nothing."""
    before = spared.module
    piece, said = fold()
    while piece.splices:
        both = _folded(before, piece)
        if both is None:
            reason = "folding the flag here gives code that Python cannot parse: left as it is"
            return None, [Finding(Place(before.path, 1), reason)]
        lost = changed_meaning(both)
        if lost is None:
            return _with_its_nature(both, piece), [*said, *spared.findings()]
        where, name = lost
        reason = f"folding the flag here would change what the name `{name}` stands for"
        binders = (binder for scope in where for binder in _binders(before, scope, name))
        taken = _first_to_run([b for b in binders if takes(before, piece.splices, b)], is_ruled_out)
        if taken is None or not spared.spare(taken, f"{reason}: what binds it stays"):
            return None, [Finding(Place(before.path, getattr(where[0], "lineno", 1)), f"{reason}: left as it is")]
        piece, said = fold()
    return None, [*said, *spared.findings()]


def _first_to_run(among: Sequence[ast.AST], is_ruled_out: RuledOut) -> ast.AST | None:
    """The first that nothing rules out where another one runs: for it the least has to stay."""
    free = (one for one in among if not any(is_ruled_out(one, other) for other in among))
    return next(free, among[0] if among else None)


def _with_its_nature(both: Twins, piece: Pieces) -> Pieces | None:
    """The same where generators still yield, and no text documents that did not."""
    lost_yields, texts = list(_no_longer_generators(both)), list(_undocumented(both))
    if not lost_yields and not texts:
        return replace(piece, after=both.after)
    splices = piece.splices
    for node, was in reversed(lost_yields):  # what stands inside first
        splices = _still_yielding(both.before, was, splices, both.after.text.indent(node.body[0].lineno))
    piece = replace(piece, splices=[*splices, *texts])
    whole = _folded(both.before, piece)
    return replace(piece, after=whole.after) if whole else None


def _binders(module: Module, node: Named, name: str) -> Iterator[ast.AST]:
    """What binds ``name`` in ``node``, or declares it to be another scope's."""
    scope = module.scopes.of_node[node]
    if name in scope.outer:
        declared = (part for part in ast.walk(node) if isinstance(part, (ast.Global, ast.Nonlocal)))
        yield from (part for part in declared if name in part.names and module.scopes.enclosing(part) is scope)
    yield from (binding.node for binding in scope.bindings.get(name, ()))


def _folded(before: Module, piece: Pieces) -> Twins | None:
    """The file after the fold beside the one before; ``None`` where this Python would no longer read it."""
    done = splice.apply(piece.text, piece.splices, piece.dedents, piece.fixed)
    try:
        after = modules.parse(before.path, done.text.encode())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return twins(before, after, done.origins) if before.is_newer or not after.is_newer else None


def _no_longer_generators(both: Twins) -> Iterator[tuple[_Function, _Function]]:
    for node, was in both.earlier.items():
        match node, was:
            case ((ast.FunctionDef() | ast.AsyncFunctionDef()), (ast.FunctionDef() | ast.AsyncFunctionDef())):
                if is_generator(was) and not is_generator(node):
                    yield node, was


def _undocumented(both: Twins) -> Iterator[Splice]:
    """A text that came to stand first would be a docstring: a ``pass`` stays in front of it."""
    for node, was in both.earlier.items():
        if not _is_text(was.body[0]) and _is_text(first := node.body[0]):  # type: ignore[attr-defined]
            text = both.after.text
            lead = text.indent(first.lineno)
            own_line = len(lead) == both.after.span(first)[0] - text.start(first.lineno)
            start = both.before.span(_same_text(both, first, was))[0]
            yield Splice(start, start, f"pass{text.newline}{lead}" if own_line else "pass; ", _NO_DOCSTRING)


_NO_DOCSTRING = ("the text was no docstring and becomes none",)


def _same_text(both: Twins, first: ast.stmt, was: Named) -> ast.AST:
    """The statement of ``was`` that is now first: no other text stands before it that is kept."""
    texts = [part for part in ast.walk(was) if _is_text(part) and ast.dump(part) == ast.dump(first)]
    return min(texts, key=lambda part: abs(part.lineno - both.origins[first.lineno - 1]))  # type: ignore[attr-defined]


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _still_yielding(module: Module, node: _Function, splices: Sequence[Splice], indent: str) -> list[Splice]:
    """A last statement that never yields anything, yet makes the function a generator as before."""
    text, newline = module.text, module.text.newline
    only = "yield from ()" if isinstance(node, ast.FunctionDef) else f"if False:{newline}{indent}    yield"
    end = module.span(node)[1]
    first = module.span(node.body[0])[0]
    last = text.line_of(end - 1)
    at = text.start(last) + len(text.line(last))
    cut = next((s for s in splice.outermost(splices) if s.start < at <= s.end or s.start == at == s.end), None)
    if cut is None:
        return [*splices, Splice(at, at, f"{newline}{indent}{only}", _STAYS_GENERATOR)]
    line = f"{indent}{only}{newline}" if cut.end > at else f"{newline}{indent}{only}"
    emptied = cut.start == first and cut.text == "pass"  # nothing is left of the body: this is its one statement
    others = [s for s in splices if not (cut.start <= s.start and s.end <= cut.end)]
    return [*others, replace(cut, text=only if emptied else cut.text + line)]


_STAYS_GENERATOR = ("the function was a generator and stays one",)
