"""A project's Python files into what they refer to in each other, and which of it is there."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


@dataclass(frozen=True, order=True)
class Reference:
    """One file's way to a member of a module: an import, an attribute of an imported module, or a dotted string."""

    path: str
    module: str
    name: str  # "" for the module itself, `Class.member` in a string or behind a class

    def __str__(self) -> str:
        return f"{self.path}: {self.module}.{self.name}".rstrip(".")


@dataclass(frozen=True, eq=False)
class Project:
    """Every file that parses, by path."""

    trees: Mapping[str, ast.Module]

    @cached_property
    def modules(self) -> Mapping[str, list[str]]:
        """The files that each dotted name may mean: from any folder that is no package itself."""
        found: dict[str, list[str]] = defaultdict(list)
        for path in self.trees:
            parts = path.removesuffix(".py").split("/")
            last = len(parts) - (parts[-1] == "__init__")
            for start in range(last):
                if "/".join([*parts[:start], "__init__.py"]) not in self.trees:
                    found[".".join(parts[start:last])].append(path)
        return found

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every dotted name that a module lies below: packages, with or without an ``__init__``."""
        return frozenset(name[: at.start()] for name in self.modules for at in re.finditer(r"\.", name))

    @cached_property
    def references(self) -> Mapping[str, frozenset[Reference]]:
        """What each file refers to in the project's own modules."""
        return {path: frozenset(self.referring(path, tree)) for path, tree in self.trees.items()}

    def referring(self, path: str, tree: ast.Module) -> Iterator[Reference]:
        """What ``tree`` refers to, standing at ``path``."""
        imported: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    first = alias.name.split(".")[0]
                    imported[alias.asname or first] = alias.name if alias.asname else first
                    yield from self._reference(path, alias.name)
            elif isinstance(node, ast.ImportFrom):
                for base in self._bases(path, node):
                    for alias in node.names:
                        imported[alias.asname or alias.name] = f"{base}.{alias.name}"
                        yield Reference(path, base, alias.name.strip("*"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and (chain := _chain(node)) and chain[0] in imported:
                yield from self._reference(path, ".".join([imported[chain[0]], *chain[1:]]))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _DOTTED.fullmatch(node.value):
                yield from self._reference(path, node.value)

    def _reference(self, path: str, dotted: str) -> Iterator[Reference]:
        """The longest module in front of ``dotted``, and what is asked of it."""
        parts = dotted.split(".")
        for end in range(len(parts), 0, -1):
            if (module := ".".join(parts[:end])) in self.modules:
                yield Reference(path, module, ".".join(parts[end : end + 2]))
                return

    def _bases(self, path: str, node: ast.ImportFrom) -> list[str]:
        if not node.level:
            return [node.module or ""]
        folder = path.split("/")[: -node.level]
        parts = [*folder, *(node.module or "").split(".")] if node.module else folder
        return [name for start in range(len(parts)) if (name := ".".join(parts[start:])) in self.modules][:1]

    def has(self, module: str, name: str) -> bool:
        """Whether one of the files that ``module`` may mean has ``name``, as far as its text tells."""
        if not name or f"{module}.{name}" in self.modules or f"{module}.{name}" in self.folders:
            return module in self.modules or module in self.folders
        return any(self._file_has(path, name, frozenset()) for path in self.modules.get(module, ()))

    def _file_has(self, path: str, name: str, seen: frozenset[str]) -> bool:
        first, _, rest = name.partition(".")
        top = self._names(path)
        if first in top:
            node = top[first]
            return not rest or not isinstance(node, ast.ClassDef) or self._class_has(node, rest, frozenset())
        return "__getattr__" in top or any(
            base not in self.modules or any(self._file_has(p, name, seen | {path}) for p in self.modules[base])
            for base in self._stars(path)
            if path not in seen
        )

    def _stars(self, path: str) -> Iterator[str]:
        for node in ast.walk(self.trees[path]):
            if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
                yield from self._bases(path, node) or [""]

    def _class_has(self, node: ast.ClassDef, name: str, seen: frozenset[str]) -> bool:
        stored = (n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store))
        if name in bound(node) or name in stored:
            return True
        bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases} - seen
        return any(self._class_has(c, name, seen | bases) for base in bases for c in self._classes.get(base, ()))

    @cached_property
    def _classes(self) -> Mapping[str, list[ast.ClassDef]]:
        found: dict[str, list[ast.ClassDef]] = defaultdict(list)
        for tree in self.trees.values():
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef):
                    found[node.name].append(node)
        return found

    @cached_property
    def _tops(self) -> dict[str, dict[str, ast.AST]]:
        return {}

    def _names(self, path: str) -> dict[str, ast.AST]:
        if path not in self._tops:
            self._tops[path] = bound(self.trees[path])
        return self._tops[path]


def lost(before: Project, changed: Mapping[str, ast.Module | None]) -> list[Reference]:
    """The references that led somewhere before and lead nowhere once ``changed`` is in place."""
    kept = {path: tree for path, tree in before.trees.items() if path not in changed}
    now = {path: tree for path, tree in changed.items() if tree is not None}
    after = Project({**kept, **now})
    asked = [reference for path in kept for reference in before.references[path]]
    asked += [reference for path, tree in now.items() for reference in before.referring(path, tree)]
    found = [r for r in asked if not after.has(r.module, r.name) and before.has(r.module, r.name)]
    return sorted(set(found))


def _chain(node: ast.expr) -> list[str]:
    """``a.b.c`` as its names; empty for anything else."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.insert(0, node.attr)
        node = node.value
    return [node.id, *names] if isinstance(node, ast.Name) else []


def bound(scope: ast.Module | ast.ClassDef) -> dict[str, ast.AST]:
    """The names that the statements of a module or class bind, with what binds them."""
    found: dict[str, ast.AST] = {}
    waiting: list[ast.AST] = list(scope.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            found[node.name] = node
        elif isinstance(node, ast.alias):
            found[node.asname or node.name.split(".")[0]] = node
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found[node.id] = node
        if not isinstance(node, _SCOPES):
            waiting += ast.iter_child_nodes(node)
    return found
