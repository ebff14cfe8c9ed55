"""A flag that is a key of a section of settings, as in ``config.add("db", dict(new=…))``, into the key's splice."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.shown import is_shown
from legacy_codemod.displays import take_out_parts
from legacy_codemod.fold.given import Given
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.layout.splice import Splice
from legacy_codemod.testing import is_test
from legacy_codemod.truth import Why

_SECTIONS = frozenset({"types.SimpleNamespace", "argparse.Namespace"})
_SUSPENDS = (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)
Holder = ast.Call | ast.Dict


@dataclass(frozen=True, eq=False)
class Key:
    """The entry at ``index`` of a ``dict(…)``, a namespace or a display, which gives the flag its value."""

    module: Module
    holder: Holder
    index: int

    def taken_out(self, why: Why) -> list[Splice]:
        """What is left is the same call or display without the entry."""
        return take_out_parts(self.module, self.holder, [self.index], why)


def key_of(now: Alive, given: Given) -> Key | None:
    """The one entry that is the flag's, where nothing else of that name is left outside the tests."""
    if given.symbol is not None or not all(given.path) or not given.path:
        return None
    if is_shown(now.world, given.name):
        return None
    found: list[Key] = []
    for path, _held in now.world.mentioning([given.name]):
        module = now.world.module(path)
        keys = list(_keys(module, given.name)) if module else []
        if module is None or _has_more(module, given.name, keys):
            return None
        found += [] if is_test(path) else keys
    if len(found) != 1 or now.roots.is_kept(found[0].module.path):
        return None
    return found[0] if _is_section(now, found[0], given) else None


def _has_more(module: Module, name: str, keys: Sequence[Key]) -> bool:
    """Whether the file has more of that name than the keys; a test may still pass it."""
    texts = len(module.paths_in_strings.get(name, ())) - sum(isinstance(key.holder, ast.Dict) for key in keys)
    passed = 0 if is_test(module.path) else len(module.keywords.get(name, ()))
    others = passed - sum(isinstance(key.holder, ast.Call) for key in keys)
    return texts > 0 or others > 0 or name in module.attributes or name in module.hidden


def _keys(module: Module, name: str) -> Iterator[Key]:
    for node in module.nodes:
        match node:
            case ast.Call(keywords=keywords, args=args):
                yield from (Key(module, node, len(args) + i) for i, k in enumerate(keywords) if k.arg == name)
            case ast.Dict(keys=keys):
                yield from (
                    Key(module, node, i) for i, k in enumerate(keys) if isinstance(k, ast.Constant) and k.value == name
                )


def _values(holder: Holder) -> list[ast.expr]:
    return holder.values if isinstance(holder, ast.Dict) else [*holder.args, *(k.value for k in holder.keywords)]


def _is_section(now: Alive, key: Key, given: Given) -> bool:
    """Whether the holder becomes the very object that the flag is read off: assigned to its path, or added under it."""
    module, holder = key.module, key.holder
    if any(isinstance(part, _SUSPENDS) for part in ast.walk(_values(holder)[key.index])):
        return False
    if isinstance(holder, ast.Call) and not _makes_a_section(now, module, holder):
        return False
    parent = module.scopes.parents[holder]
    if isinstance(parent, ast.keyword):
        parent = module.scopes.parents[parent]
    match parent:
        case ast.Assign(targets=[at]) | ast.AnnAssign(target=at):
            return _path(at) == given.path
        case ast.Call(func=ast.Attribute(value=base), args=[ast.Constant(value=str(section)), *_]):
            return (*_path(base), section) == given.path
    return False


def _makes_a_section(now: Alive, module: Module, holder: ast.Call) -> bool:
    func = holder.func
    if isinstance(func, ast.Name) and func.id == "dict":
        return module.scopes.resolve(func) is None
    return target(now.world, module, func) in _SECTIONS


def _path(node: ast.expr) -> tuple[str, ...]:
    """``config.db`` and ``config["db"]`` → its parts; empty for anything else."""
    match node:
        case ast.Name(id=name):
            return (name,)
        case ast.Attribute(value=base, attr=name) | ast.Subscript(value=base, slice=ast.Constant(value=str(name))):
            return (*inner, name) if (inner := _path(base)) else ()
    return ()
