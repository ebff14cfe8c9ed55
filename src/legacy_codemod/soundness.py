"""A finished draft into what it would break: names without a binding, imports of what is gone."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

from legacy_codemod.draft import Draft
from legacy_codemod.index.from_imports import import_base
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World, is_python
from legacy_codemod.model import Place, Refusal

_BUILTINS = frozenset(
    {*dir(builtins), "__file__", "__path__", "__class__", "__builtins__", "WindowsError", "reveal_type"}
)


def flaws(draft: Draft) -> tuple[Refusal, ...]:
    """Everything the draft would leave broken, in order; empty for a sound one."""
    changed = [path for path in draft.changed() if is_python(path)]
    found = [flaw for path in changed for flaw in _new_unbound(draft, path)]
    lost = {path: names for path in changed if (names := _lost(draft, path)) is not None}
    return tuple(sorted({*found, *_broken(draft, lost)}))


def _refusal(draft: Draft, module: Module, line: int, reason: str) -> Refusal:
    return Refusal(Place(module.path, draft.line(module.path, line)), reason)


def _new_unbound(draft: Draft, path: str) -> Iterator[Refusal]:
    before, after = draft.start.module(path), draft.world.module(path)
    if after is None:
        if path in draft.world.tree.path_set and before is not None:
            yield Refusal(Place(path, 1), "the item would leave this file in a state that Python cannot parse")
        return
    for name in newly_unbound(before, after):
        yield _refusal(draft, after, name.lineno, f"the item would leave {name.id} without a definition here")


def newly_unbound(before: Module | None, after: Module) -> list[ast.Name]:
    """Names that lost what bound them; quotes hold none where only a text came to stand, as a flag's value."""
    names = unbound(after)
    if not names or before is None:
        return names
    open_before = {name.id for name in unbound(before)}
    named_before = {name.id for name in before.scopes.at_name}
    in_quotes = set(after.scopes.quoted)
    return [n for n in names if n.id not in open_before and (n not in in_quotes or n.id in named_before)]


def unbound(module: Module) -> list[ast.Name]:
    """Names that nothing in the file binds; none where a star import may bind them."""
    if any(alias.name == "*" for node in module.imports for alias in node.names):
        return []
    return [
        name
        for name in module.scopes.at_name
        if isinstance(name.ctx, ast.Load) and name.id not in _BUILTINS and module.scopes.resolve(name) is None
    ]


def _lost(draft: Draft, path: str) -> frozenset[str] | None:
    """Top-level names that the draft took out of a file; ``None`` where it took none and the file stays."""
    before, after = draft.start.module(path), draft.world.module(path)
    names = frozenset(before.scopes.module.bindings) if before else frozenset()
    if after is None:
        return names
    return names - after.scopes.module.bindings.keys() or None


def _broken(draft: Draft, lost: dict[str, frozenset[str]]) -> Iterator[Refusal]:
    for path in _reaching(draft, lost) if lost else ():
        module = draft.world.module(path)
        if module is not None:
            yield from _broken_imports(draft, module, lost)
            yield from _broken_attributes(draft, module, lost)


def _reaching(draft: Draft, lost: dict[str, frozenset[str]]) -> list[str]:
    """The files that may name what is lost: by the file's own name, or a definition's; ``os`` is nobody's own.

    An import inside a package need not name it.
    """
    words = {_last_name(path) for path in lost}
    words |= {name for path, names in lost.items() for name in names if not _is_imported(draft.start, path, name)}
    found = {path for path, _held in draft.world.mentioning(words)}
    for path in lost:
        folder, _, file = path.rpartition("/")
        if file == "__init__.py":
            inside = (other for other in draft.world.tree.paths if is_python(other))
            found |= {other for other in inside if not folder or other.startswith(f"{folder}/")}
    return sorted(found)


def _is_imported(world: World, path: str, name: str) -> bool:
    module = world.module(path)
    bound = module.scopes.module.bindings.get(name, ()) if module else ()
    return bool(bound) and all(binding.kind is Kind.IMPORT for binding in bound)


def _last_name(path: str) -> str:
    parts = path.removesuffix(".py").split("/")
    return parts[-2] if parts[-1] == "__init__" and len(parts) > 1 else parts[-1]


def _broken_imports(draft: Draft, module: Module, lost: dict[str, frozenset[str]]) -> Iterator[Refusal]:
    for node in module.imports:
        for alias in node.names:
            if gone := _gone(draft, module, (node, alias), lost):
                yield _refusal(
                    draft, module, alias.lineno, f"the item would leave this import of {gone} without a target"
                )


def _gone(
    draft: Draft,
    module: Module,
    what: tuple[ast.Import | ast.ImportFrom, ast.alias],
    lost: dict[str, frozenset[str]],
) -> str:
    """The name that an alias imports, where the draft no longer has it; else an empty string."""
    start, now = draft.start, draft.world
    node, alias = what
    if isinstance(node, ast.Import):
        path = start.find(alias.name, module.path)
        return alias.name if path in lost and path not in now.tree.path_set else ""
    base = import_base(start, module, node)
    if not isinstance(base, Symbol):
        return ""
    submodule = start.submodule(base.path, alias.name)
    if base.path in lost and alias.name in lost[base.path]:
        return alias.name
    missing = submodule in lost and submodule not in now.tree.path_set
    return (
        alias.name if base.path not in now.tree.path_set or (missing and not _binds(now, base.path, alias.name)) else ""
    )


def _binds(world: World, path: str, name: str) -> bool:
    module = world.module(path)
    return module is not None and name in module.scopes.module.bindings


def _broken_attributes(draft: Draft, module: Module, lost: dict[str, frozenset[str]]) -> Iterator[Refusal]:
    for path, names in lost.items():
        for name in names:
            for node in module.attributes.get(name, ()):
                if isinstance(node.ctx, ast.Load) and target(draft.start, module, node) == Symbol(path, name):
                    yield _refusal(
                        draft, module, node.lineno, f"the item would leave this use of {name} without a definition"
                    )
