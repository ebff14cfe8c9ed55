"""A Python file into what it names by strings that something imports: patches, loaders, settings, modules to run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise

from legacy_codemod.guard.uses.dotted import dotted_of, home_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.world import World

_PATCHES = frozenset({"patch", "object", "multiple", "dict", "spy", "stub", "setattr", "getattr", "hasattr", "delattr"})
_LOADERS = frozenset(
    (
        *("import_module", "import_string", "__import__", "resolve_name", "import_object", "load_object", "locate"),
        *("run_module", "send_task", "signature", "include", "files", "find_spec", "autodiscover_tasks"),
    )
)
_SETTINGS = ("settings", "conf", "config", "celeryconfig")  # a module of such a name tells a framework what to import
_PLUGINS = "pytest_plugins"


def named_by_string(world: World, module: Module) -> Iterator[tuple[ast.AST, str]]:
    """Each place with the dotted name that is looked up there; ``a.b:c`` is ``a.b.c``."""
    for node in module.nodes:
        match node:
            case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called)) if called in _PATCHES | _LOADERS:
                yield from ((node, text) for text in _looked_up(world, module, node))
            case ast.Attribute(
                value=ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called)) as call, attr=attr
            ):
                if called == "import_module":
                    yield from ((node, f"{text}.{attr}") for text in _looked_up(world, module, call))
            case ast.List(elts=parts) | ast.Tuple(elts=parts):
                yield from _run(parts)
    yield from _in_settings(module)


def _looked_up(world: World, module: Module, call: ast.Call) -> Iterator[str]:
    """``a.b`` of ``patch("a.b")``, ``patch.object(a, "b")``, ``patch.multiple("a", b=…)``, ``import_module(".b")``."""
    match call.args:
        case [ast.Constant(value=str(text)), *others] if text.startswith("."):
            given = [*others, *(k.value for k in call.keywords if k.arg == "package")]
            package = str(given[0].value) if given and isinstance(given[0], ast.Constant) else _package(world, module)
            if not text.startswith(".."):
                yield f"{package}.{text.lstrip('.')}"
        case [ast.Constant(value=str(text)), *_]:
            plain = text.replace(":", ".")
            yield plain
            yield from (f"{plain}.{keyword.arg}" for keyword in call.keywords if keyword.arg)
        case [owner, ast.Constant(value=str(text)), *_]:
            if found := dotted_of(world, target(world, module, owner)):
                yield f"{found}.{text}"


def _package(world: World, module: Module) -> str:
    home = home_of(world, module.path)
    return home if module.is_package else home.rpartition(".")[0]


def _run(parts: list[ast.expr]) -> Iterator[tuple[ast.AST, str]]:
    """``[python, "-m", "a.b"]``."""
    for option, given in pairwise(parts):
        match option, given:
            case ast.Constant(value="-m"), ast.Constant(value=str(text)):
                yield given, text


def _in_settings(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """Strings that are values of settings, which a framework imports; a key of a dict is a name of something else."""
    parts = module.path.removesuffix(".py").split("/")
    is_settings = any(part in _SETTINGS for part in parts)
    for statement in module.tree.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AugAssign(target=ast.Name(id=name), value=value)
            ) if name == _PLUGINS or (is_settings and name.isupper()):
                yield from _values(value)


def _values(node: ast.expr) -> Iterator[tuple[ast.AST, str]]:
    match node:
        case ast.Constant(value=str(text)):
            yield node, text.replace(":", ".")
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts) | ast.Dict(values=parts):
            for part in parts:
                yield from _values(part)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield from _values(left)
            yield from _values(right)
