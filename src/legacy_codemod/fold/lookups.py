"""Displays and what is looked up in them: ``{"on": 1}[key]``, ``("a", "b")[0]``, ``x in [f(y) for y in …]``."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import TYPE_CHECKING

from legacy_codemod.fold.enums import by_name, is_enum
from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.callers import reads_only
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.truth import OPAQUE, Known, Value, attempt, because

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator

Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp
DISPLAYS = (ast.Dict, ast.List, ast.Tuple, ast.Set, ast.ListComp, ast.SetComp)
_LONGEST = 100


def subscript_value(ask: Evaluator, module: Module, node: ast.Subscript) -> Value:
    """What ``base[key]`` gives."""
    home, base = display_of(ask, module, node.value)
    if isinstance(node.slice, ast.Slice):
        return _slice(ask, module, node)
    key = ask.value(module, node.slice)
    match base:
        case ast.Dict():
            return looked_up(ask, (home, base), key)
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            return _element(ask, home, elts, key)
        case ast.Name() | ast.Attribute():
            found = resolve.target(ask.world, module, base)
            if isinstance(found, Symbol) and isinstance(symbols.definition(ask.world, found), ast.ClassDef):
                return by_name(ask, found, key) if is_enum(ask, found) else OPAQUE
    held = ask.value(module, node.value)
    if isinstance(held, Known) and isinstance(key, Known) and isinstance(held.value, (str, bytes, tuple, list, dict)):
        return attempt(lambda a, b: a[b], (held.value, key.value), (*held.why, *key.why))
    return OPAQUE


def looked_up(ask: Evaluator, display: tuple[Module, ast.Dict], key: Value, default: Value = OPAQUE) -> Value:
    """The value of a key, the last where it stands twice; ``default`` where the display certainly has no such key."""
    module, node = display
    keys = [ask.value(module, k) if k is not None else OPAQUE for k in node.keys]
    if not isinstance(key, Known) or not all(isinstance(k, Known) for k in keys):
        return OPAQUE
    found = [v for k, v in zip(keys, node.values, strict=True) if isinstance(k, Known) and k.value == key.value]
    return because(ask.value(module, found[-1]) if found else default, *key.why)


def display_of(ask: Evaluator, module: Module, node: ast.expr) -> tuple[Module, ast.expr]:
    """The display that a name was bound to once and that nothing changes; else ``node`` itself."""
    if not isinstance(node, (ast.Name, ast.Attribute)):
        return module, node
    found = resolve.target(ask.world, module, node)
    if not isinstance(found, Symbol):
        return module, node
    from legacy_codemod.fold.rebound import is_certain, rebound  # which asks of fields what calls give

    home, bound = ask.world.module(found.path), symbols.bindings(ask.world, found)
    display = bound[0].value if len(bound) == 1 and bound[0].kind is Kind.ASSIGN else None
    if home is None or not isinstance(display, DISPLAYS):
        return module, node
    if rebound(ask, found) or not is_certain(ask, module, node, found) or not reads_only(ask.world, found):
        return module, node
    return home, display


def elements(ask: Evaluator, module: Module, node: ast.expr) -> tuple[Value, ...] | None:
    """What ``in``, ``any`` and ``all`` go through, each in its turn; ``None`` where that is not known."""
    match node:
        case ast.List(elts=elts) | ast.Tuple(elts=elts) | ast.Set(elts=elts):
            starred = any(isinstance(e, ast.Starred) for e in elts)
            return None if starred else tuple(ask.value(module, e) for e in elts)
        case ast.Dict(keys=keys):
            return None if None in keys else tuple(ask.value(module, k) for k in keys if k)
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
            return _produced(ask, module, node)
        case ast.Name() | ast.Attribute():
            home, display = display_of(ask, module, node)
            if display is not node:
                return elements(ask, home, display)
    held = ask.value(module, node)
    if isinstance(held, Known) and isinstance(held.value, (tuple, list, frozenset)):
        return tuple(Known(each, held.why) for each in held.value)
    return None


def _produced(ask: Evaluator, module: Module, node: Comprehension) -> tuple[Value, ...] | None:
    """The elements of ``f(x) for x in … if …`` over one known row."""
    if len(node.generators) != 1 or node.generators[0].is_async:
        return None
    loop = node.generators[0]
    row = elements(ask, module, loop.iter) if isinstance(loop.target, ast.Name) else None
    if row is None or len(row) > _LONGEST or not isinstance(loop.target, ast.Name):
        return None
    found: list[Value] = []
    for each in row:
        inner = ask.inside(module.scopes.of_node[node], {loop.target.id: each})
        taken = [inner.truth(module, test) for test in loop.ifs]
        if None in taken:
            return None
        if all(taken):
            found.append(inner.value(module, node.elt))
        if not inner.pure(module, node.elt):
            return None
    return tuple(found)


def _element(ask: Evaluator, module: Module, elts: Sequence[ast.expr], key: Value) -> Value:
    if not isinstance(key, Known) or not isinstance(key.value, int) or any(isinstance(e, ast.Starred) for e in elts):
        return OPAQUE
    if not -len(elts) <= key.value < len(elts):
        return OPAQUE  # it would raise, and so it shall
    return because(ask.value(module, elts[key.value]), *key.why)


def _slice(ask: Evaluator, module: Module, node: ast.Subscript) -> Value:
    held = ask.value(module, node.value)
    assert isinstance(node.slice, ast.Slice)
    bounds = [ask.value(module, b) if b else Known(None) for b in (node.slice.lower, node.slice.upper, node.slice.step)]
    known = [b.value for b in bounds if isinstance(b, Known)]
    if not isinstance(held, Known) or not isinstance(held.value, (str, bytes, tuple)) or len(known) != len(bounds):
        return OPAQUE
    why = (*held.why, *(w for b in bounds for w in b.why))
    return attempt(lambda a, *b: a[slice(*b)], (held.value, *known), why)


def membership(ask: Evaluator, module: Module, left: Value, node: ast.expr) -> Value | None:
    """``left in node``, where ``node`` is a row whose elements are known or of which one is ``left``."""
    row = elements(ask, module, node)
    if row is None or not isinstance(left, Known):
        return None
    why = (*left.why, *(w for each in row for w in each.why))
    if all(isinstance(each, Known) for each in row):
        return attempt(lambda a, b: a in b, (left.value, tuple(e.value for e in row if isinstance(e, Known))), why)
    found = any(isinstance(each, Known) and each.value == left.value for each in row)
    return Known(value=True, why=why) if found else OPAQUE
