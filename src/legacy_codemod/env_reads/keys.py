"""An expression that names a variable into the parts of the name that are known."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol, bindings
from legacy_codemod.index.world import World

Parts = tuple[str | None, ...]  # None: any text
ANY: Parts = (None,)
_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Key:
    """A variable's name as far as it is known."""

    parts: Parts
    ignores_case: bool = False

    def gives(self, name: str) -> bool:
        """Whether it is certainly ``name``."""
        return None not in self.parts and self.may_be(name)

    def may_be(self, name: str) -> bool:
        """Whether it is, or may come to be, ``name``; one of which no word is known says nothing of any variable."""
        if not any(part and re.search(r"[^\W_]", part) for part in self.parts):
            return False
        pattern = "".join(".*" if part is None else re.escape(part) for part in self.parts)
        flags = re.DOTALL | (re.IGNORECASE if self.ignores_case else re.NOFLAG)
        return re.fullmatch(pattern, name, flags) is not None

    def behind(self, prefix: Parts, joined: str = "") -> Key:
        """The same name with a prefix before it."""
        before = (*prefix, joined) if prefix and joined else prefix
        return replace(self, parts=(*before, *self.parts))

    def upper(self) -> Key:
        """The same name in upper case."""
        return replace(self, parts=_each(str.upper, self.parts))


def _each(change: Callable[[str], str], parts: Parts) -> Parts:
    return tuple(None if part is None else change(part) for part in parts)


def text_parts(world: World, module: Module, node: ast.expr, depth: int = _DEPTH) -> Parts:
    """What is known of the text of ``node``: constants, names bound once, ``+``, f-strings, ``%``, ``format``."""
    if depth <= 0:
        return ANY
    inner = partial(text_parts, world, depth=depth - 1)
    match node:
        case ast.Constant(value=str(text)):
            return (text,)
        case ast.Constant(value=bytes(raw)):
            return (raw.decode("utf-8", "replace"),)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return (*inner(module, left), *inner(module, right))
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod(), right=right):
            given = right.elts if isinstance(right, ast.Tuple) else [right]
            return _with_holes(text, r"%[^%]*?[a-zA-Z]", "%s", [inner(module, each) for each in given])
        case ast.JoinedStr(values=values):
            return tuple(part for value in values for part in inner(module, value))
        case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
            return inner(module, value)
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format"), args=args):
            return _with_holes(text, r"\{[^{}]*\}", "{}", [inner(module, each) for each in args])
        case ast.Call(func=ast.Attribute(value=base, attr="upper"), args=[]):
            return _each(str.upper, inner(module, base))
        case ast.Call(func=ast.Attribute(value=base, attr="lower"), args=[]):
            return _each(str.lower, inner(module, base))
        case ast.Name() | ast.Attribute():
            return _named(world, module, node, depth)
    return ANY


def _with_holes(text: str, hole: str, plain: str, given: list[Parts]) -> Parts:
    """What stands between the holes, and what is given for each where all of them are ``plain``."""
    known, holes = re.split(hole, text), re.findall(hole, text)
    if set(holes) != {plain} or len(holes) != len(given) or "%%" in text:
        given = [ANY] * len(holes)
    return tuple(part for before, filled in zip(known, [*given, ()], strict=True) for part in (before, *filled))


def _named(world: World, module: Module, node: ast.Name | ast.Attribute, depth: int) -> Parts:
    """What the one binding of a name holds; a parameter, or a name that is bound anew, holds any text."""
    scope = module.scopes.resolve(node) if isinstance(node, ast.Name) else None
    found = target(world, module, node)
    if isinstance(found, Symbol) and found.name:
        home, bound = world.module(found.path), bindings(world, found)
    else:
        home = module
        bound = scope.bindings.get(node.id, []) if scope and isinstance(node, ast.Name) else []
    if home is None or len(bound) != 1 or bound[0].kind is not Kind.ASSIGN or bound[0].value is None:
        return ANY
    return text_parts(world, home, bound[0].value, depth - 1)
