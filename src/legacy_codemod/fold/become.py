"""A settled expression into the text that stands in its place."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from types import NoneType
from typing import TYPE_CHECKING

from legacy_codemod.fold.flags import Read
from legacy_codemod.fold.parentheses import stands_alone
from legacy_codemod.fold.purity import Idle, is_pure
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.layout.precedence import ATOM, binding_strength, needed_strength
from legacy_codemod.layout.splice import apply
from legacy_codemod.model import Finding, Place
from legacy_codemod.shapes import compile_shape, meta_name
from legacy_codemod.truth import Known, is_single, literal, settled, truth

if TYPE_CHECKING:
    from legacy_codemod.fold.expressions import ExpressionFold


def put_value(fold: ExpressionFold, node: ast.expr, *, boolean: bool) -> bool:
    """Put the value in for the whole of ``node``, where nothing it does is lost."""
    value = fold.value(node)
    read = fold.ask.reads.get(node)
    if isinstance(node, ast.Constant):
        return True
    decided = boolean and settled(value) and truth(value) is not None
    if read is not None and read.becomes and not decided:
        return _becomes(fold, node, read, boolean=boolean)
    if not fold.ask.pure(fold.module, node):
        return False
    text = None
    if not boolean and _has_its_own_result(fold, node):
        return False
    if decided:
        text = repr(truth(value))
    elif settled(value) and isinstance(value, Known) and not (read is None and _says_more(fold, node, value)):
        text = literal(value.value)
    text = text and _inside_its_string(fold, node, text)
    if not text:
        return False
    if isinstance(value, Known) and not decided and not is_single(value.value) and _is_told_apart(fold, node):
        fold.findings.append(Finding(Place(fold.module.path, node.lineno), _WHICH_ONE))
        return True
    fold.put(node, text, value.why or read.value.why if read else value.why)
    return True


_WHICH_ONE = "`is` asks which object this is, and of equal texts or numbers that is the interpreter's affair: it stays"


def _is_told_apart(fold: ExpressionFold, node: ast.expr) -> bool:
    """Whether ``is`` compares the object that ``node`` gives."""
    parents = fold.module.scopes.parents
    child, parent = node, parents[node]
    while isinstance(parent, (ast.BoolOp, ast.NamedExpr, ast.IfExp)) and child is not getattr(parent, "test", None):
        child, parent = parent, parents[parent]
    if not isinstance(parent, ast.Compare):
        return False
    at = [parent.left, *parent.comparators].index(child)
    return any(isinstance(op, (ast.Is, ast.IsNot)) for op in parent.ops[max(at - 1, 0) : at + 1])


def _inside_its_string(fold: ExpressionFold, node: ast.expr, text: str) -> str:
    """``text`` in quotes that do not end the f-string around ``node``; empty where no quotes are known not to.

    What ``node`` itself is written in may stand there, and what the whole string does without: before Python 3.12
    nothing else may, nor a backslash.
    """
    held = _string_around(fold, node)
    if held is None or text[-1] not in "\"'":
        return text
    inner = text[text.index(text[-1]) + 1 : -1]
    own, whole = fold.module.source(node), fold.module.source(held)
    mark = next((c for c in own if c in "\"'"), "") or next((c for c in "\"'" if c not in whole), "")
    if not mark or mark in inner or "\\" in inner:
        return ""
    return f"{text[: text.index(text[-1])]}{mark}{inner}{mark}"


def _string_around(fold: ExpressionFold, node: ast.expr) -> ast.JoinedStr | None:
    """The outermost f-string around ``node``."""
    outer = [n for n in fold.module.scopes.ancestors(node) if isinstance(n, ast.JoinedStr)]
    return outer[-1] if outer else None


def _says_more(fold: ExpressionFold, node: ast.expr, value: Known) -> bool:
    """A name of a string or number says what it is for: it stays, while a yes or no is decided and goes."""
    if isinstance(node, ast.JoinedStr):
        parts = [(p.value, fold.value(p.value)) for p in node.values if isinstance(p, ast.FormattedValue)]
        return any(isinstance(held, Known) and _says_more(fold, part, held) for part, held in parts)
    if isinstance(value.value, (bool, NoneType)):
        return False
    named = node.func if isinstance(node, ast.Call) else node
    return isinstance(named, (ast.Name, ast.Attribute)) and isinstance(
        target(fold.ask.world, fold.module, named), Symbol
    )


def _has_its_own_result(fold: ExpressionFold, node: ast.expr) -> bool:
    """Whether one of the parts is the result: it stays as it is written."""
    return isinstance(node, ast.BoolOp) or (isinstance(node, ast.IfExp) and settled(fold.value(node.test)))


def _becomes(fold: ExpressionFold, node: ast.expr, read: Read, *, boolean: bool) -> bool:
    """Put what the read becomes in its place, unless an effect would be lost, doubled or come in another order."""
    known = fold.ask.idle(fold.module, node)
    idle = Idle(known.calls | {node}, known.never_asked | frozenset(read.kept))
    acting = [part for part in read.kept if not fold.ask.pure(fold.module, part)]
    once = all(read.becomes.count(f"${name}") == 1 for name, part in read.captured.items() if part in acting)
    ordered = acting == sorted(acting, key=fold.module.span)
    if not is_pure(fold.ask.world, fold.module, node, idle) or not (once and ordered):
        return False
    if read.becomes.removeprefix("$") in read.captured:
        start, end = fold.module.span(read.kept[0])
        fold.keep_part(node, read.kept[0], (start, end), read.value.why)
        fold.fold(read.kept[0], boolean=boolean)
        return True
    text = _written(fold, read)
    if _string_around(fold, node) is not None and any(c in text and c not in fold.module.source(node) for c in "\"'\\"):
        place = Place(fold.module.path, node.lineno)
        fold.findings.append(Finding(place, "what the read becomes has quotes, which an f-string may not hold"))
        return True
    fold.put(node, text, read.value.why)
    return True


def _written(fold: ExpressionFold, read: Read) -> str:
    """What the read becomes, each part folded and in parentheses where it needs them."""
    tree = compile_shape(read.becomes).tree
    strength = {
        c.id: needed_strength(p, c) for p in ast.walk(tree) for c in ast.iter_child_nodes(p) if isinstance(c, ast.Name)
    }

    def operand(found: re.Match[str]) -> str:
        part = read.captured[found[1]]
        source = _folded(fold, part)
        return source if _strength(source) >= strength[meta_name(found[1])] else f"({source})"

    return re.sub(r"\$(\w+)", operand, read.becomes)


def _strength(source: str) -> int:
    """How tightly an expression binds, its own parentheses counted in."""
    tree = ast.parse(f"({source})", mode="eval").body
    enclosed = stands_alone(source) and (
        ast.parse(source, mode="eval").body.col_offset > 0 or isinstance(tree, ast.Tuple)
    )
    return ATOM if enclosed else binding_strength(tree)


def _folded(fold: ExpressionFold, part: ast.expr) -> str:
    """The source of ``part`` after its own fold."""
    before = len(fold.splices)
    fold.fold(part)
    start, end = fold.outer(part)
    made = fold.splices[before:]
    del fold.splices[before:]
    text = fold.module.text
    held = replace(text, text=text.text[start:end])
    moved = [replace(s, start=s.start - start, end=s.end - start) for s in made]
    return apply(held, moved).text.text
