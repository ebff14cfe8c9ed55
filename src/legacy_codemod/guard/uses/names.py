"""A Python file into its uses of removed definitions and modules: imported, reached, defined or patched again."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacy_codemod.guard.uses.found import Found
from legacy_codemod.index.from_imports import import_base
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import import_target, target
from legacy_codemod.index.symbols import Symbol, Target
from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.inventory import path_matches
from legacy_codemod.model import Item, NameFlag, NameSubject, PathSubject

_BY_STRING = frozenset(
    {"patch", "object", "multiple", "dict", "import_module", "import_string", "__import__", "setattr"}
)
_DJANGO = "django.conf.settings"


def uses(world: World, items: Iterable[Item], module: Module) -> Iterator[Found]:
    """Every use in ``module`` of the names and paths among ``items``."""
    names = {item.subject.name: item for item in items if isinstance(item.subject, (NameFlag, NameSubject))}
    paths = [item for item in items if isinstance(item.subject, PathSubject)]
    if not names and not paths:
        return
    yield from _defined(world, names, module)
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
    """The item of which a file is the module ``dotted``, or one above it."""
    parts = dotted.split(".")
    own = dotted_name(world, module.path).count(".") + 1
    base = "/".join(module.path.removesuffix("/__init__.py").split("/")[:-own])
    roots = dict.fromkeys(("", "src/", "lib/", "python/", f"{base}/" if base else ""))
    for length in range(len(parts), 0, -1):
        stem = "/".join(parts[:length])
        files = [f"{root}{stem}{end}" for root in roots for end in (".py", "/__init__.py")]
        for item in paths:
            assert isinstance(item.subject, PathSubject)
            if any(path_matches(item.subject.path, file) and file not in world.tree.path_set for file in files):
                return item
    return None


def _defined(world: World, names: dict[str, Item], module: Module) -> Iterator[Found]:
    home = dotted_name(world, module.path)
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


def _reached(world: World, module: Module) -> Iterator[tuple[ast.AST, str, str]]:
    """Everything that the file imports, reaches through an import, or names to a function that looks it up."""
    for statement in module.imports:
        for alias in statement.names:
            for dotted in _imported(world, module, statement, alias):
                yield alias, dotted, "imports"
    for node in module.nodes:
        match node:
            case ast.Attribute(value=base, attr=attr):
                if owner := _dotted(world, target(world, module, base)):
                    yield node, f"{owner}.{attr}", "uses"
            case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called)) if called in _BY_STRING:
                if dotted := _looked_up(world, module, node):
                    yield node, dotted, "names"


def _looked_up(world: World, module: Module, call: ast.Call) -> str:
    """``"a.b"`` of ``patch("a.b")``, of ``patch.object(a, "b")`` and of ``import_module(".b", "a")``."""
    match call.args:
        case [ast.Constant(value=str(text)), *others]:
            if not text.startswith("."):
                return text
            given = [*others, *(k.value for k in call.keywords if k.arg == "package")]
            package = str(given[0].value) if given and isinstance(given[0], ast.Constant) else _package(world, module)
            return f"{package}.{text.lstrip('.')}" if not text.startswith("..") else ""
        case [owner, ast.Constant(value=str(text)), *_]:
            found = _dotted(world, target(world, module, owner))
            return f"{found}.{text}" if found else ""
    return ""


def _package(world: World, module: Module) -> str:
    home = dotted_name(world, module.path)
    return home if module.is_package else home.rpartition(".")[0]


def _imported(world: World, module: Module, statement: ast.Import | ast.ImportFrom, alias: ast.alias) -> Iterator[str]:
    if isinstance(statement, ast.Import):
        yield alias.name
        return
    base = import_base(world, module, statement)
    dotted = _dotted(world, base) if base is not None else _relative(world, module, statement)
    if dotted:
        yield f"{dotted}.{alias.name}" if alias.name != "*" else dotted
    bound = import_target(world, module, alias)  # through re-exports
    if isinstance(bound, Symbol):
        yield _dotted(world, bound)


def _relative(world: World, module: Module, statement: ast.ImportFrom) -> str:
    """``from .gone import x`` of a file that is not there."""
    package = dotted_name(world, module.path).split(".")
    up = statement.level - (1 if module.is_package else 0)
    parts = package[: len(package) - up] if up else package
    return ".".join([*parts, *filter(None, [statement.module])]) if parts and statement.level else ""


def _dotted(world: World, found: Target) -> str:
    if isinstance(found, Symbol):
        home = dotted_name(world, found.path)
        return f"{home}.{found.name}" if found.name else home
    return found or ""
