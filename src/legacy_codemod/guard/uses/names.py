"""A Python file into its uses of removed definitions and modules: imported, reached, defined or patched again."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacy_codemod.guard.uses.by_string import named_by_string
from legacy_codemod.guard.uses.dotted import dotted_of, home_of
from legacy_codemod.guard.uses.found import Found
from legacy_codemod.guard.uses.started import started
from legacy_codemod.index.from_imports import import_base
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import import_target, target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.inventory import path_matches
from legacy_codemod.model import Item, NameFlag, NameSubject, PathSubject

_DJANGO = "django.conf.settings"


def uses(world: World, items: Iterable[Item], module: Module) -> Iterator[Found]:
    """Every use in ``module`` of the names and paths among ``items``."""
    names = {item.subject.name: item for item in items if isinstance(item.subject, (NameFlag, NameSubject))}
    paths = [item for item in items if isinstance(item.subject, PathSubject)]
    if not names and not paths:
        return
    yield from _defined(world, names, module)
    yield from _behind_the_back(names, module, home_of(world, module.path))
    yield from _opened(paths, module)
    for node, dotted, what in _reached(world, module):
        item = _item_of(names, dotted) or _item_of_path(world, paths, module, dotted)
        if item is not None:
            yield Found(node, item, f"{what} {dotted}")


def _item_of(names: dict[str, Item], dotted: str) -> Item | None:
    """The item that ``dotted`` is, or lies in; a setting of Django is known by its last name."""
    parts = dotted.split(".")
    for length in range(len(parts), 1, -1):
        if item := names.get(".".join(parts[:length])):
            return item
    if dotted.startswith(f"{_DJANGO}."):
        fitting = [item for name, item in names.items() if ".settings" in name and name.endswith(f".{parts[-1]}")]
        return fitting[0] if fitting else None
    return None


def _item_of_path(world: World, paths: list[Item], module: Module, dotted: str) -> Item | None:
    """The item of which the module ``dotted``, or one above it, is a file: one that is there, or else one that was."""
    parts = dotted.split(".")
    own = home_of(world, module.path).count(".") + 1
    base = "/".join(module.path.removesuffix("/__init__.py").split("/")[:-own])
    roots = dict.fromkeys(("", "src/", "lib/", "python/", f"{base}/" if base else ""))
    for length in range(len(parts), 0, -1):
        stem = "/".join(parts[:length])
        files = [f"{root}{stem}{end}" for root in roots for end in (".py", "/__init__.py")]
        there = [file for file in files if file in world.tree.path_set]
        for item in paths:
            assert isinstance(item.subject, PathSubject)
            own = path_matches(item.subject.path, module.path)  # what goes together may use itself
            if not own and any(path_matches(item.subject.path, file) for file in there or files):
                return item
    return None


def _defined(world: World, names: dict[str, Item], module: Module) -> Iterator[Found]:
    home = home_of(world, module.path)
    for name, item in names.items():
        if not name.startswith(f"{home}."):
            continue
        scope, (*outer, last) = module.scopes.module, name[len(home) + 1 :].split(".")
        for part in outer:
            classes = (
                [b.node for b in scope.bindings.get(part, []) if isinstance(b.node, ast.ClassDef)] if scope else []
            )
            scope = module.scopes.of_node[classes[0]] if classes else None  # type: ignore[assignment]
        for binding in scope.bindings.get(last, []) if scope else []:
            yield Found(binding.node, item, f"defines {name} again")


def _behind_the_back(names: dict[str, Item], module: Module, home: str) -> Iterator[Found]:
    """``globals()["f"] = …`` and ``def __getattr__(name)`` of the module in which ``f`` was."""
    own = {name.removeprefix(f"{home}."): item for name, item in names.items() if name.startswith(f"{home}.")}
    for node in module.nodes if own else ():
        given: list[tuple[ast.expr, object]] = []
        match node:
            case ast.Subscript(value=ast.Call(func=ast.Name(id="globals")), slice=ast.Constant(value=str(last))):
                given = [(node, last)] if not isinstance(node.ctx, ast.Del) else []
            case ast.FunctionDef(name="__getattr__") if node in module.tree.body:
                given = [(each, each.value) for each in ast.walk(node) if isinstance(each, ast.Constant)]
        for place, said in given:
            if isinstance(said, str) and said in own:
                yield Found(place, own[said], f"defines {home}.{said} again")


def _opened(paths: list[Item], module: Module) -> Iterator[Found]:
    for node, path in started(module) if paths else ():
        for item in paths:
            assert isinstance(item.subject, PathSubject)
            if path_matches(item.subject.path, path):
                yield Found(node, item, f"runs or opens {path}")


def _reached(world: World, module: Module) -> Iterator[tuple[ast.AST, str, str]]:
    """Everything that the file imports, reaches through an import, or names to a function that looks it up."""
    for statement in module.imports:
        for alias in statement.names:
            for dotted in _imported(world, module, statement, alias):
                yield alias, dotted, "imports"
    starred = [base for statement in module.imports for base in _starred(world, module, statement)]
    for node in module.nodes:
        match node:
            case ast.Attribute(value=base, attr=attr):
                if owner := dotted_of(world, target(world, module, base)):
                    yield node, f"{owner}.{attr}", "uses"
            case ast.Name(id=name, ctx=ast.Load()) if starred and module.scopes.resolve(node) is None:
                yield from ((node, f"{each}.{name}", "uses") for each in starred)
    yield from ((node, dotted, "names") for node, dotted in named_by_string(world, module))


def _imported(world: World, module: Module, statement: ast.Import | ast.ImportFrom, alias: ast.alias) -> Iterator[str]:
    if isinstance(statement, ast.Import):
        yield alias.name
        return
    base = import_base(world, module, statement)
    dotted = dotted_of(world, base) if base is not None else _relative(world, module, statement)
    if dotted:
        yield f"{dotted}.{alias.name}" if alias.name != "*" else dotted
    bound = import_target(world, module, alias)  # through re-exports
    if isinstance(bound, Symbol):
        yield dotted_of(world, bound)


def _starred(world: World, module: Module, statement: ast.Import | ast.ImportFrom) -> Iterator[str]:
    """``a`` of ``from a import *``."""
    if isinstance(statement, ast.ImportFrom) and statement.names[0].name == "*":
        yield from _imported(world, module, statement, statement.names[0])


def _relative(world: World, module: Module, statement: ast.ImportFrom) -> str:
    """``from .gone import x`` of a file that is not there."""
    package = home_of(world, module.path).split(".")
    up = statement.level - (1 if module.is_package else 0)
    parts = package[: len(package) - up] if up else package
    return ".".join([*parts, *filter(None, [statement.module])]) if parts and statement.level else ""
