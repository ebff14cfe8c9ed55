"""Python written in the inventory (``expr``, ``becomes``, ``fallback``, ``decorator``) into itself, once it parses."""

from __future__ import annotations

import ast
import re
import warnings

from legacy_codemod.errors import InventoryError
from legacy_codemod.inventory.nodes import Node
from legacy_codemod.inventory.quoting import shown
from legacy_codemod.inventory.scalars import filled_text, wrong

# A `$` inside a string literal is only a character.
_PLACEHOLDER = re.compile(
    r"""(?P<string>"[^"\n]*"|'[^'\n]*')|(?P<rest>\$\$\$)(?![A-Za-z0-9_$])|\$(?P<name>[A-Za-z_]\w*)"""
)
_PREFIX = "__codemod_"
_REST = f"{_PREFIX}rest__"
_DEEPEST = 200  # levels


def as_python(written: str) -> str:
    """``written`` with ``$NAME`` as the name ``__codemod_NAME__`` and ``$$$`` as ``*__codemod_rest__``."""
    return _PLACEHOLDER.sub(lambda found: found["string"] or _stand_in(found), written)


def placeholders(written: str) -> frozenset[str]:
    """The ``$NAME`` of ``written``, without the ``$``."""
    return frozenset(found["name"] for found in _PLACEHOLDER.finditer(written) if found["name"])


def pattern(node: Node) -> str:
    """An ``expr``: a Python expression with placeholders and something of its own.

    Raises:
        InventoryError: it does not parse, ``$$$`` stands elsewhere than in a call, or it would match anything.
    """
    written = filled_text(node).strip()
    tree = _expression(node, written)
    if not _rests_are_arguments(tree):
        raise wrong(
            node,
            f"`$$$` is misplaced in {shown(written)}",
            "it is any further arguments of a call, once in each",
        )
    if not any(_is_own(part) for part in ast.walk(tree)):
        raise wrong(
            node, f"{shown(written)} would match any code", "write at least one name, attribute or text of its own"
        )
    return written


def replacement(node: Node) -> str:
    """A ``becomes``: a Python expression with ``$NAME`` of its ``expr``.

    Raises:
        InventoryError: it does not parse, or holds ``$$$``.
    """
    written = filled_text(node).strip()
    if _REST in as_python(written):
        raise wrong(
            node, f"`$$$` cannot stand in `becomes`: {shown(written)}", "only a `$NAME` of `expr` can be used again"
        )
    _expression(node, written)
    return written


def fallback(node: Node) -> str:
    """A ``fallback``: an expression, or one ``raise`` statement that names its exception.

    Raises:
        InventoryError: anything else.
    """
    written = filled_text(node).strip()
    if not re.match(r"raise\b", written):
        _expression(node, written)
        return written
    match _statements(node, written):
        case [ast.Raise(exc=ast.expr())]:
            return written
    raise wrong(node, f"{shown(written)} is no single raise with its exception", 'write raise pkg.Error("…")')


def decorator(node: Node) -> str:
    """A ``decorator``: a dotted name or a call of one, without the ``@``.

    Raises:
        InventoryError: anything else.
    """
    written = filled_text(node).strip()
    if written.startswith("@"):
        raise wrong(node, f"{shown(written)} begins with `@`", f"write it without: {shown(written.removeprefix('@'))}")
    called = _expression(node, written)
    while isinstance(called, ast.Call | ast.Attribute):
        called = called.func if isinstance(called, ast.Call) else called.value
    if not isinstance(called, ast.Name):
        raise wrong(node, f"{shown(written)} is no decorator", "write a dotted name or a call of one")
    return written


def parsed(written: str) -> ast.Module:
    """``as_python(written)`` as a tree.

    Raises:
        SyntaxError, RecursionError, MemoryError, ValueError: only for what this module has not let through before.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an odd escape in a string is no error, and no news for stderr
        return ast.parse(as_python(written))


def dotted_names(written: str) -> frozenset[str]:
    """Every name and every chain of attributes of ``written`` that begins with a name."""
    return frozenset(ast.unparse(part) for part in ast.walk(parsed(written)) if _is_chain(part))


def _stand_in(found: re.Match[str]) -> str:
    return f"*{_REST}" if found["rest"] else f"{_PREFIX}{found['name']}__"


def _expression(node: Node, written: str) -> ast.expr:
    match _statements(node, written):
        case [ast.Expr(value=expression)]:
            return expression
    raise wrong(node, f"{shown(written)} is no single expression", "write one expression")


def _statements(node: Node, written: str) -> list[ast.stmt]:
    try:
        tree = parsed(written)
        if _is_deep(tree):
            raise RecursionError
    except SyntaxError as error:
        raise _not_python(node, written, error.msg) from None
    except (RecursionError, MemoryError, ValueError):
        raise _not_python(node, written, "too deeply nested") from None
    return tree.body


def _is_deep(tree: ast.AST) -> bool:
    """Whether nodes lie deeper in each other than anyone writes: whoever reads the tree later recurses into it."""
    layer: list[ast.AST] = [tree]
    for _ in range(_DEEPEST):
        layer = [child for node in layer for child in ast.iter_child_nodes(node)]
    return bool(layer)


def _not_python(node: Node, written: str, reason: str) -> InventoryError:
    step = "placeholders are `$NAME` and `$$$`" if "$" in as_python(written) else "write it as it stands in the code"
    return wrong(node, f"{shown(written)} is not valid Python: {reason.replace(_PREFIX, '$')}", step)


def _rests_are_arguments(tree: ast.expr) -> bool:
    """Whether each ``$$$`` is an argument of a call, and no call has two of them."""
    everywhere = [part for part in ast.walk(tree) if isinstance(part, ast.Name) and part.id == _REST]
    calls = [part for part in ast.walk(tree) if isinstance(part, ast.Call)]
    counts = [sum(_is_rest(argument) for argument in call.args) for call in calls]
    return len(everywhere) == sum(counts) and all(count <= 1 for count in counts)


def _is_rest(argument: ast.expr) -> bool:
    match argument:
        case ast.Starred(value=ast.Name(id=name)):
            return name == _REST
    return False


def _is_own(part: ast.AST) -> bool:
    """Whether code matches this part only by saying the same."""
    match part:
        case ast.Name(id=name):
            return not name.startswith(_PREFIX)
        case ast.Constant(value=value):
            return isinstance(value, str)
    return isinstance(part, ast.Attribute)


def _is_chain(part: ast.AST) -> bool:
    while isinstance(part, ast.Attribute):
        part = part.value
    return isinstance(part, ast.Name)
