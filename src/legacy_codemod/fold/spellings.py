"""A pattern of the catalogue and a key into the shapes of every call that it stands for.

``f($USER, gate=$KEY)`` is ``f($USER, "new", …)`` and ``f(…, gate="new")``; ``C(name=$KEY).is_on()`` is what is asked,
``$HELD.is_on(…)``, of what a name may hold: ``C("new", …)``. A pattern with an argument ``value | ...``, which may be
left out, has no further arguments than it says.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from functools import cache
from itertools import product

from legacy_codemod.shapes import Shape, compile_shape, meta_name

HELD = "HELD"
_KEY = meta_name("KEY")
_REST = ast.Starred(ast.Name("__rest__", ast.Load()), ast.Load())

Chain = tuple[Shape, ...]  # what is asked first, then what is asked of each part that a name may hold


@cache
def spelled(pattern: str, key: str) -> tuple[Chain, ...]:
    """The chains of shapes for ``key``, the innermost of which holds it."""
    tree = copy.deepcopy(compile_shape(pattern).tree)
    closed = any(_is_optional(n) for n in ast.walk(tree))
    return tuple(tuple(Shape(pattern, part) for part in chain) for chain in _chains(tree, key, closed=closed))


def _chains(tree: ast.expr, key: str, *, closed: bool) -> Iterator[tuple[ast.expr, ...]]:
    inner = next((n for n in ast.walk(tree) if n is not tree and isinstance(n, ast.Call) and _has_key(n)), None)
    filled = _Filled(key, inner).visit(tree)
    deeper = list(_chains(inner, key, closed=closed)) if inner is not None else [()]
    for outer in _placed(filled, closed=closed):
        yield from ((outer, *rest) for rest in deeper)


def _has_key(node: ast.AST) -> bool:
    return any(_is_key(part) for part in ast.walk(node))


def _is_key(node: ast.AST) -> bool:
    if isinstance(node, ast.Name):
        return node.id == _KEY
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and _KEY in node.value


class _Filled(ast.NodeTransformer):
    """Puts the key in, and ``$HELD`` in the place of the call that holds it."""

    def __init__(self, key: str, inner: ast.Call | None) -> None:
        self.key, self.inner = key, inner

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.inner:
            return ast.Name(meta_name(HELD), ast.Load())
        if isinstance(node, ast.Name) and node.id == _KEY:
            return ast.Constant(self.key)
        if isinstance(node, ast.Constant) and _is_key(node):
            return ast.Constant(str(node.value).replace(_KEY, self.key))
        return self.generic_visit(node)


def _placed(tree: ast.AST, *, closed: bool) -> Iterator[ast.expr]:
    """Each way to give the arguments of the call that ``tree`` is; every other call takes any."""
    assert isinstance(tree, ast.expr)
    for call in (n for n in ast.walk(tree) if isinstance(n, ast.Call) and n is not tree):
        call.args.append(_REST)
    if not isinstance(tree, ast.Call):
        yield tree
        return
    choices = [(True, False) if _is_optional(k.value) else (True,) for k in tree.keywords]
    for given in product(*choices):
        first_left_out = given.index(False) if False in given else len(given)
        for count in range(first_left_out + 1):
            stated = [ast.keyword(k.arg, _value(k.value)) for k in tree.keywords]
            rest = [] if closed else [_REST]
            named = [k for k, there in zip(stated[count:], given[count:], strict=True) if there]
            before = tree.args if count else [a for a in tree.args if not _is_anything(a)]
            yield ast.Call(tree.func, [*before, *(k.value for k in stated[:count]), *rest], named)


def _is_anything(node: ast.expr) -> bool:
    """``$USER``, which may be given by a name that the pattern does not tell."""
    return isinstance(node, ast.Name) and node.id.startswith(meta_name("")) and node.id != meta_name(HELD)


def _is_optional(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.right, ast.Constant) and node.right.value is ...


def _value(node: ast.expr) -> ast.expr:
    return node.left if isinstance(node, ast.BinOp) and _is_optional(node) else node
