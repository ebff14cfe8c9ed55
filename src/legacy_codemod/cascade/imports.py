"""Imports that became unused into the splices that take their aliases out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.dotted import is_covered, needs, shares_its_name
from legacy_codemod.cascade.guarded import is_guarded, sees_all
from legacy_codemod.index.from_imports import import_base
from legacy_codemod.index.importers import importers
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import import_target, target
from legacy_codemod.index.scopes import Kind, Scope
from legacy_codemod.index.symbols import Symbol, last_name
from legacy_codemod.index.uses import imported_by_text
from legacy_codemod.index.world import World, is_python
from legacy_codemod.layout.commas import take_out
from legacy_codemod.layout.joining import fits, joined
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding, Place
from legacy_codemod.testing import is_test
from legacy_codemod.truth import Why

Reads = tuple[Module, list[ast.Name]]  # where a name is read, and in which file


def unused_aliases(before: Module, now: Module, alive: Alive) -> list[ast.alias]:
    """Aliases of ``now`` whose name was used where the item began and is not any more."""
    found: list[ast.alias] = []
    for scope in (now.scopes.module, *now.scopes.of_node.values()):
        for name, bindings in scope.bindings.items():
            imports = [b.node for b in bindings if isinstance(b.node, ast.alias)]
            earlier = _earlier(before, scope, name) if imports else []
            read = [load for s in earlier for load in s.loads.get(name, ())]
            if any(b.kind is Kind.OTHER for b in bindings) or not read:
                continue
            if any(shares_its_name(s.bindings[name]) for s in earlier):
                imports = _unneeded((before, read), (now, scope.loads.get(name, [])), imports)
                used = bool(imports) and _is_seen(now, scope, name, alive)
            else:
                used = bool(scope.loads.get(name)) or _is_seen(now, scope, name, alive)
            found += [alias for alias in imports if not used and not _is_asked_for(now, alias)]
    return found


def _unneeded(before: Reads, now: Reads, imports: Sequence[ast.alias]) -> list[ast.alias]:
    """Those of imports that bind one name which a read needed and none does any more, nor any on its way."""
    gone: list[ast.alias] = []
    for alias in imports:
        others = [other for other in imports if other is not alias and other not in gone]
        if needs(*before, alias) and not needs(*now, alias) and is_covered(*now, alias, others):
            gone.append(alias)
    return gone


def idle_stars(start: World, module: Module, now: World) -> Iterator[tuple[ast.alias, str]]:
    """Each ``from … import *`` of a file of the repository that brought names and brings none any more."""
    for node in module.imports:
        base = (
            import_base(now, module, node) if isinstance(node, ast.ImportFrom) and node.names[0].name == "*" else None
        )
        if not isinstance(base, Symbol):
            continue
        before, later = start.module(base.path), now.module(base.path)
        if before and later and _brings(before) and not _brings(later) and not _acts(later):
            yield node.names[0], base.path


def _brings(module: Module) -> bool:
    """Whether a star import of the file may bind a name."""
    return any(name != "__all__" for name in module.scopes.module.bindings)


def _is_asked_for(module: Module, alias: ast.alias) -> bool:
    """Whether the import says that it stays though nothing here uses it, or an error handler depends on it."""
    statement = module.scopes.parents[alias]
    if alias.asname == alias.name or re.search(r"#\s*noqa:[^#]*\bF401\b", module.text.line(alias.lineno)):
        return True
    name = alias.asname or alias.name.split(".")[0]
    return isinstance(statement, ast.stmt) and is_guarded(module, statement, {name})


def _is_seen(module: Module, scope: Scope, name: str, alive: Alive) -> bool:
    """Whether something other than a read in the file may use the name."""
    if sees_all(module, scope):
        return True
    if scope.is_module and name in module.doctests:
        return True
    return scope.is_module and _from_outside(module, name, alive)


def _earlier(before: Module, scope: Scope, name: str) -> list[Scope]:
    """The scopes of where the item began that bound the name, and in which the file itself may have read it."""
    wanted = getattr(scope.node, "name", "")
    every = [before.scopes.module] if scope.is_module else before.scopes.of_node.values()
    return [s for s in every if name in s.bindings and getattr(s.node, "name", "") == wanted]


def _from_outside(module: Module, name: str, alive: Alive) -> bool:
    """Whether ``__all__`` lists the name, or another module imports it from here or reads it as an attribute."""
    if name in module.exported:
        return True
    here = Symbol(module.path)
    for other in _may_reach(alive.world, module, name):
        for node in other.imports:
            brings = isinstance(node, ast.ImportFrom) and any(a.name in (name, "*") for a in node.names)
            if isinstance(node, ast.ImportFrom) and brings and import_base(alive.world, other, node) == here:
                return True
        if any(target(alive.world, other, a.value) == here for a in other.attributes.get(name, ())):
            return True
        if _patched(other, alive.world, module, name) or _named_for(other, alive.world, here, name):
            return True
    return imported_by_text(alive.world, module.path, name)


def _may_reach(world: World, module: Module, name: str) -> Iterator[Module]:
    """Files that say the name, and the module's own or lie in its package: such an import need not name it.

    The module's own name is looked for first: ``os`` stands in every other file.
    """
    folder, _, file = module.path.rpartition("/")
    own = folder.rpartition("/")[2] if module.is_package else file.rpartition(".")[0]
    paths = {path for path, _held in world.mentioning([own] if own else [name])}
    if module.is_package and own:
        paths |= {path for path in world.tree.paths if path.startswith(f"{folder}/") and is_python(path)}
    said = re.compile(rb"(?<!\w)%s(?!\w)" % re.escape(name.encode("utf-8", "surrogateescape")))
    for path in sorted(paths - {module.path}):
        other = world.module(path) if said.search(world.tree.glance(path)) else None
        if other is not None:
            yield other


def _named_for(other: Module, world: World, here: Symbol, name: str) -> bool:
    """Whether a call is given this module and the name in a string: ``monkeypatch.setattr(views, "settings", …)``."""
    for text in other.paths_in_strings.get(name, ()):
        call = other.scopes.parents[text]
        if (
            isinstance(call, ast.Call)
            and text.value == name
            and any(target(world, other, a) == here for a in call.args)
        ):
            return True
    return False


def _patched(other: Module, world: World, module: Module, name: str) -> bool:
    """Whether a string names it through this module, as ``mock.patch("app.views.settings")`` does."""
    for text in other.strings:
        value = str(text.value)
        if value.endswith(f".{name}") or f".{name}." in value:
            prefix = value.split(f".{name}")[0]
            if world.find(prefix) == module.path:
                return True
    return False


def take_out_aliases(module: Module, gone: Mapping[ast.alias, Why]) -> tuple[list[Splice], dict[ast.stmt, Why]]:
    """The splices that remove single aliases, and the import statements that lose them all."""
    whole: dict[ast.stmt, Why] = {}
    splices: list[Splice] = []
    for statement in _statements(module, gone):
        indexes = [i for i, alias in enumerate(statement.names) if alias in gone]
        why = gone[statement.names[indexes[0]]]
        if len(indexes) == len(statement.names):
            whole[statement] = why
        else:
            splices += _without_some(module, statement, indexes, why)
    return splices, whole


def _without_some(
    module: Module, statement: ast.Import | ast.ImportFrom, gone: Sequence[int], why: Why
) -> list[Splice]:
    """An import that only its length put in parentheses loses them where what is left fits on one line.

    ::

        from app import (          from app import (
            a, b, gone                 a,
        )                              gone,    a comma at the end asks for lines of their own: those stay
                                   )
    """
    start, end = module.span(statement)
    source = module.text.text[start:end]
    head, opening, listed = source.partition("(")
    left = [module.source(alias) for index, alias in enumerate(statement.names) if index not in gone]
    exploded = listed.rstrip(") \t\r\n").endswith(",")
    if opening and "\n" not in head and "\n" in source and joined(listed) and not exploded:
        line = head + ", ".join(left)
        if fits(module.text, module.text.indent(module.text.line_of(start)) + line):
            return [Splice(start, end, line, why)]
    return take_out(module.text, [module.span(a) for a in statement.names], gone, why)


def _statements(module: Module, gone: Iterable[ast.alias]) -> Iterator[ast.Import | ast.ImportFrom]:
    seen = dict.fromkeys(module.scopes.parents[alias] for alias in gone)
    yield from (s for s in seen if isinstance(s, (ast.Import, ast.ImportFrom)))


def acting_imports(module: Module, gone: Iterable[ast.alias], world: World) -> dict[ast.alias, Finding]:
    """Aliases whose module acts when it is imported, and that nothing else imports: those stay, and are said."""
    held: dict[ast.alias, Finding] = {}
    for alias in gone:
        for path in _loaded(module, alias, world):
            other = world.module(path)
            if other is not None and (line := _acts(other)) and not _imported_elsewhere(world, path, module):
                place = Place(module.path, alias.lineno)
                held[alias] = Finding(
                    place, f"now unused, but importing {path} runs code (line {line}), so the import stays"
                )
    return held


def _imported_elsewhere(world: World, path: str, module: Module) -> bool:
    """Whether code other than tests and ``module`` itself imports the file: then it runs all the same."""
    return any(other.path != module.path and not is_test(other.path) for other, _node in importers(world, path))


def _loaded(module: Module, alias: ast.alias, world: World) -> set[str]:
    statement = module.scopes.parents[alias]
    found = {import_target(world, module, alias)}
    if isinstance(statement, ast.ImportFrom):
        found.add(import_base(world, module, statement))
    return {t.path for t in found if isinstance(t, Symbol) and t.path != module.path}


def _acts(module: Module) -> int:
    """The line of the first top-level statement that registers, connects or patches something; 0 for none."""
    return next((node.lineno for node in module.tree.body if _is_act(module, node)), 0)


def _is_act(module: Module, node: ast.stmt) -> bool:
    match node:
        case ast.Expr(value=ast.Call(func=func)):
            return not _is_own(module, func)
        case ast.For() | ast.While() | ast.With() | ast.Delete() | ast.AugAssign() | ast.Expr(value=ast.Await()):
            return True
        case ast.Assign(targets=targets):
            return any(isinstance(t, (ast.Attribute, ast.Subscript)) and not _is_own(module, t) for t in targets)
        case ast.FunctionDef(decorator_list=decorators) | ast.AsyncFunctionDef(decorator_list=decorators):
            return any(isinstance(d, ast.Call) and not _is_own(module, d.func) for d in decorators)
    return False


def _is_own(module: Module, node: ast.expr) -> bool:
    """Whether what is acted on is an object that this very module makes, so that nobody else has it yet."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    found = module.scopes.module.bindings.get(node.id, []) if isinstance(node, ast.Name) else []
    return len(found) == 1 and isinstance(found[0].value, ast.Call) and _is_constructor(found[0].value)


def _is_constructor(call: ast.Call) -> bool:
    named = last_name(call.func)
    return named.lstrip("_")[:1].isupper()
