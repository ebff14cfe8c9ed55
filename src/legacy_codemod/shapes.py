"""Patterns with ``$NAME`` and ``$$$`` into matches on expressions."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, last_name
from legacy_codemod.index.world import World, dotted_name

_META = "__any_"
_REST = "__rest__"

Captured = dict[str, ast.expr]
Literal = Callable[[Module, ast.expr], object]  # the constant that an expression names, or NOT_CONSTANT
NOT_CONSTANT = object()


def rarest_word(text: str) -> str:
    """The word of a text that few files will hold: its longest, which is no number; empty where there is none."""
    return max(reversed(re.findall(r"\w+", text)), key=lambda word: (not word.isdigit(), len(word)), default="")


@dataclass(frozen=True, slots=True)
class Shape:
    """A compiled pattern; ``anchors`` are words of which a file must hold one to match."""

    source: str
    tree: ast.expr
    last: str = field(init=False, compare=False)  # ``c`` of ``a.b.c`` and of ``a.b.c(…)``; empty where there is none

    def __post_init__(self) -> None:
        object.__setattr__(self, "last", name_of(self.tree))

    @property
    def anchors(self) -> frozenset[str]:
        """The rarest word of the pattern: the longest of its first string constant, else its longest name."""
        strings = (n.value for n in ast.walk(self.tree) if isinstance(n, ast.Constant) and isinstance(n.value, str))
        if word := next(filter(None, map(rarest_word, strings)), ""):
            return frozenset([word])
        names = [w for n in ast.walk(self.tree) if (w := getattr(n, "attr", getattr(n, "id", "")))]
        named = sorted((w for w in names if not w.startswith(_META) and w != _REST), key=len)
        return frozenset(named[-1:])

    @property
    def strings(self) -> frozenset[str]:
        """The string constants of the pattern, which a constant of the repository may stand for."""
        found = (n.value for n in ast.walk(self.tree) if isinstance(n, ast.Constant))
        return frozenset(value for value in found if isinstance(value, str))


@cache
def compile_shape(source: str) -> Shape:
    """Read a pattern.

    Raises:
        SyntaxError: it is no expression.
    """
    text = source.replace("$$$", f"*{_REST}")
    text = re.sub(r"\$(\w+)", lambda m: meta_name(m.group(1)), text)
    return Shape(source, ast.parse(text.strip(), mode="eval").body)


def meta_name(name: str) -> str:
    """The name by which the tree of a shape knows ``$name``."""
    return f"{_META}{name}"


@dataclass(frozen=True, slots=True)
class Matcher:
    """Where a pattern is matched: names are resolved in ``module``, constants looked up by ``literal``."""

    world: World
    module: Module
    literal: Literal
    by_text: bool = True  # a name matches that is spelled the same, whatever it is bound to

    def match(self, shape: Shape, node: ast.expr) -> Captured | None:
        """What each ``$NAME`` stands for, or ``None`` where ``node`` is something else."""
        if shape.last and isinstance(node, _NAMED) and shape.last not in self._last_names(node):
            return None  # nearly always, and told in less time than anything else
        captured: Captured = {}
        return captured if self._same(shape.tree, node, captured) else None

    def _last_names(self, node: ast.expr) -> frozenset[str]:
        """The last part of each name by which ``node``, or what it calls, may be known."""
        named = node.func if isinstance(node, ast.Call) else node
        return self.world.once(("last names", named), lambda: self._lasts(named))

    def _lasts(self, named: ast.expr) -> frozenset[str]:
        found = target(self.world, self.module, named) if isinstance(named, _NAMES) else None
        known = found.last if isinstance(found, Symbol) else (found or "").rpartition(".")[2]
        return frozenset([name_of(named), known, self._outside(named).rpartition(".")[2]])

    def _same(self, pattern: ast.AST, node: ast.AST, captured: Captured) -> bool:
        if isinstance(pattern, ast.Name) and pattern.id.startswith(_META):
            return self._capture(pattern.id[len(_META) :], node, captured)
        if isinstance(pattern, (ast.Name, ast.Attribute)) and (wanted := dotted_text(pattern)):
            return isinstance(node, (ast.Name, ast.Attribute)) and self._names(wanted, node)
        if isinstance(pattern, ast.Attribute) and pattern.attr.startswith(_META):
            return isinstance(node, ast.Attribute) and self._attribute(pattern, node, captured)
        if isinstance(pattern, ast.Constant):
            return self._literal(pattern, node)
        if isinstance(pattern, ast.Call):
            return isinstance(node, ast.Call) and self._call(pattern, node, captured)
        if type(pattern) is not type(node):
            return False
        return all(
            self._field(getattr(pattern, name), getattr(node, name, None), captured)
            for name in pattern._fields
            if name not in ("ctx", "kind", "type_comment")
        )

    def _field(self, pattern: object, node: object, captured: Captured) -> bool:
        if isinstance(pattern, list) and isinstance(node, list):
            return len(pattern) == len(node) and all(
                self._field(p, n, captured) for p, n in zip(pattern, node, strict=True)
            )
        if isinstance(pattern, ast.AST) and isinstance(node, ast.AST):
            return self._same(pattern, node, captured)
        return pattern == node

    def _capture(self, name: str, node: ast.AST, captured: Captured) -> bool:
        if not isinstance(node, ast.expr) or isinstance(node, ast.Starred):
            return False
        if name in captured:
            return ast.dump(captured[name]) == ast.dump(node)
        captured[name] = node
        return True

    def _attribute(self, pattern: ast.Attribute, node: ast.Attribute, captured: Captured) -> bool:
        """``$P.$NAME``: the attribute's name, as a string."""
        named = ast.copy_location(ast.Constant(node.attr), node)
        return self._same(pattern.value, node.value, captured) and self._capture(
            pattern.attr[len(_META) :], named, captured
        )

    def _names(self, wanted: str, node: ast.Name | ast.Attribute) -> bool:
        if dotted_text(node) == wanted and (self.by_text or self._is_unbound(node)):
            return True
        found = target(self.world, self.module, node)
        if not self.by_text:
            return wanted in (found, self._outside(node))
        if isinstance(found, Symbol):
            found = f"{dotted_name(self.world, found.path)}.{found.name}"
        return found is not None and (found == wanted or found.endswith(f".{wanted}"))

    def _outside(self, node: ast.expr, depth: int = 4) -> str:
        """The dotted name that an alias was given: ``env = os.environ``."""
        match node:
            case ast.Attribute(value=base, attr=name):
                inner = self._outside(base, depth)
                return f"{inner}.{name}" if inner else ""
            case ast.Name(id=name):
                scope = self.module.scopes.resolve(node)
                bound = scope.bindings.get(name, []) if scope and not scope.is_class else []
                found = target(self.world, self.module, node)
                if isinstance(found, str):
                    return found
                value = bound[0].value if len(bound) == 1 else None
                return self._outside(value, depth - 1) if value is not None and depth else ""
        return ""

    def _is_unbound(self, node: ast.expr) -> bool:
        while isinstance(node, ast.Attribute):
            node = node.value
        return isinstance(node, ast.Name) and self.module.scopes.resolve(node) is None

    def _literal(self, pattern: ast.Constant, node: ast.AST) -> bool:
        if isinstance(node, ast.Constant):
            return type(node.value) is type(pattern.value) and bool(node.value == pattern.value)
        if not isinstance(node, (ast.Name, ast.Attribute, ast.JoinedStr, ast.BinOp)):
            return False
        held = self.literal(self.module, node)
        return type(held) is type(pattern.value) and held == pattern.value

    def _call(self, pattern: ast.Call, node: ast.Call, captured: Captured) -> bool:
        pairs = paired(pattern, node)  # first, since it costs less than to know what a name is
        if pairs is None or not self._same(pattern.func, node.func, captured):
            return False
        return all(self._same(p, n, captured) for p, n in pairs)


_NAMES = (ast.Name, ast.Attribute)
_NAMED = (ast.Call, *_NAMES)


def name_of(node: ast.AST) -> str:
    """The last part of what is named or called; empty for a ``$NAME`` and for anything else."""
    name = last_name(node.func if isinstance(node, ast.Call) else node)
    return "" if name.startswith(_META) else name


def paired(pattern: ast.Call, node: ast.Call) -> list[tuple[ast.expr, ast.expr]] | None:
    """The arguments of ``pattern``, each with its own of ``node``; ``None`` where they cannot be the same.

    Arguments stand by position before and behind ``$$$``, which also takes keywords that the pattern does not name.
    """
    rest = next((i for i, a in enumerate(pattern.args) if _is_rest(a)), None)
    wanted = [a for a in pattern.args if not _is_rest(a)]
    if rest is None and (len(node.args) > len(wanted) or len(node.keywords) > len(pattern.keywords)):
        return None
    named = {k.arg: k.value for k in node.keywords}
    if len(node.args) < len(wanted) or any(k.arg not in named for k in pattern.keywords):
        return None
    behind = len(wanted) - rest if rest is not None else 0
    held = [*node.args[: len(wanted) - behind], *node.args[len(node.args) - behind :]]
    return [*zip(wanted, held, strict=True), *((k.value, named[k.arg]) for k in pattern.keywords)]


def own_calls(pattern: ast.AST, node: ast.AST) -> Iterator[ast.AST]:
    """The calls of ``node``, which ``pattern`` matches, that the pattern itself writes down."""
    if isinstance(pattern, ast.Call) and isinstance(node, ast.Call):
        yield node
        pairs: list[tuple[ast.AST, ast.AST]] = [(pattern.func, node.func), *(paired(pattern, node) or ())]
    else:
        pairs = [*zip(ast.iter_child_nodes(pattern), ast.iter_child_nodes(node), strict=False)]
    for part, held in pairs:
        if type(part) is type(held):
            yield from own_calls(part, held)


def _is_rest(node: ast.expr) -> bool:
    return isinstance(node, ast.Starred) and isinstance(node.value, ast.Name) and node.value.id == _REST


def dotted_text(node: ast.AST) -> str:
    """``a.b.c`` of a chain of plain names; empty for anything else and for chains on a ``$NAME``."""
    if isinstance(node, ast.Name):
        return "" if node.id.startswith(_META) else node.id
    if isinstance(node, ast.Attribute):
        base = dotted_text(node.value)
        return f"{base}.{node.attr}" if base else ""
    return ""
