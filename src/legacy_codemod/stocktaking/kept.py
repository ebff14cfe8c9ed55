"""Folders and files of a repository into those that are not routing, and those that call a provider themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacy_codemod.fold.flags import compile_flag
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.model import NameSubject, PathSubject, Place
from legacy_codemod.stocktaking.facts import Facts, every_file, is_aside
from legacy_codemod.stocktaking.known import known
from legacy_codemod.stocktaking.proposal import Category, Evidence, Proposal, Sure


def kept(world: World, found: Iterable[Proposal]) -> Iterator[Proposal]:
    """Billing, authentication, sessions and their like, unless something in them has to change."""
    changes = _to_change(world, list(found))
    taken: list[str] = []
    for path, inside in _called_so(world):
        if path.startswith(tuple(taken)) or not inside:
            continue
        taken.append(path)
        first = path.rstrip("/").rpartition("/")[2].removesuffix(".py")
        is_smoke = known().is_sign("smoke", first)
        touched = [p for p in inside if p in changes]
        sure = Sure.OPEN if touched else Sure.EVIDENT
        what = f"called {first}, and has to change" if touched == [path] else f"called {first}"
        what = f"{touched[0]} has to change" if touched and touched != [path] else what
        note = "the smoke test" if is_smoke else f"{first.replace('_', ' ')}: not routing"
        category = Category.KEYS if "key" in first or "byok" in first else Category.OTHER
        yield Proposal("keep", PathSubject(path), category, sure, (Evidence(Place(inside[0], 1), what),), note)


def _called_so(world: World) -> Iterator[tuple[str, list[str]]]:
    """Outer folders first, then files, each with the Python files that it is about."""
    files = [p for p in world.tree.paths if p.endswith(".py") and not is_aside(p)]
    folders = sorted({p[: at + 1] for p in files for at, c in enumerate(p) if c == "/"})
    for folder in folders:
        if known().is_sign("kept", folder.rstrip("/").rpartition("/")[2]):
            yield folder, [p for p in files if p.startswith(folder)]
    for path in world.tree.paths:
        stem = path.removesuffix(".py").rpartition("/")[2]
        if path.endswith(".py") and (
            known().is_sign("smoke", stem) or (path in files and known().is_sign("kept", stem))
        ):
            yield path, [path]


def _to_change(world: World, found: list[Proposal]) -> frozenset[str]:
    """The Python files that mention a flag or a name that is to go."""
    words: set[str] = set()
    for proposal in found:
        if proposal.sure is not Sure.EVIDENT:
            continue
        flag = compile_flag(world, proposal.subject) if proposal.decision == "flags" else None
        words |= flag.words if flag else set()
        if isinstance(proposal.subject, NameSubject):
            words.add(proposal.subject.name.rpartition(".")[2])
    mentioned = frozenset(world.tree.mentions(words) if words else ())
    return mentioned | _reading(world, found) | frozenset(f.path for f in every_file(world) if _chooses(world, f))


def _chooses(world: World, facts: Facts) -> bool:
    """Whether a file has to do with models itself: it names one, imports what chooses one, or calls a provider."""
    froms = [node for node in facts.module.nodes if isinstance(node, ast.ImportFrom)]
    imported = [name for node in froms if not _asks_restormel(world, facts, node) for name in _parts(node)]
    signs = any(known().is_sign(kind, name) for name in imported for kind in ("choosing", "makers", "routers", "lists"))
    return signs or bool(facts.models or facts.imports)


def _asks_restormel(world: World, facts: Facts, node: ast.ImportFrom) -> bool:
    """Whether what is imported resolves by Restormel already: who calls that has nothing to change."""
    dotted = node.module or ""
    path = world.relative(facts.path, node.level, dotted) if node.level else world.find(dotted, facts.path)
    return path is not None and "restormel" in _source(world, path)


def _parts(node: ast.ImportFrom) -> list[str]:
    return [*(node.module or "").split("."), *(alias.name for alias in node.names)]


def _reading(world: World, found: list[Proposal]) -> frozenset[str]:
    """The files that call a function in which an evident flag is read."""
    functions = {symbol for proposal in found if proposal.decision == "flags" for symbol in _around(world, proposal)}
    return frozenset(f.path for f in every_file(world) if _names_one(world, f, functions))


def _around(world: World, proposal: Proposal) -> Iterator[Symbol]:
    """The functions around the reads of a flag."""
    for evidence in proposal.evidence if proposal.sure is Sure.EVIDENT else ():
        module = world.module(evidence.place.path)
        for node in module.tree.body if module else ():
            within = getattr(node, "end_lineno", 0) >= evidence.place.line >= getattr(node, "lineno", 0)
            if within and isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield Symbol(evidence.place.path, node.name)


def _names_one(world: World, facts: Facts, functions: set[Symbol]) -> bool:
    names = {symbol.name for symbol in functions}
    return any(
        isinstance(node, (ast.Name, ast.Attribute))
        and getattr(node, "id", getattr(node, "attr", "")) in names
        and target(world, facts.module, node) in functions
        for node in facts.module.nodes
    )


def wrapped(world: World, found: Iterable[Proposal]) -> Iterator[Proposal]:
    """Files that call a model and resolve first, under a flag."""
    reading = _reading(world, list(found))
    for facts in every_file(world):
        resolves = _resolves(world, facts) if facts.path in reading else []
        if resolves and (models := _calls_models(world, facts)):
            note = "resolves first, then calls the model"
            yield Proposal(
                "wrap", PathSubject(facts.path), Category.ROUTING, Sure.EVIDENT, (*resolves[:1], *models[:1]), note
            )


def _resolves(world: World, facts: Facts) -> list[Evidence]:
    """The calls of a function of another file that asks Restormel."""
    return [
        Evidence(facts.place(node), f"calls {symbol.name}, which asks Restormel")
        for node in facts.module.nodes
        if isinstance(node, ast.Call)
        and isinstance(symbol := target(world, facts.module, node.func), Symbol)
        and symbol.path != facts.path
        and symbol.name.islower()
        and known().is_sign("choosing", symbol.name)
        and "restormel" in _source(world, symbol.path)
    ]


def _calls_models(world: World, facts: Facts) -> list[Evidence]:
    """The calls of a function in the folder in which the providers are called."""
    folders = {f.path.rpartition("/")[0] for f in every_file(world) if f.clients or f.speaks}
    return [
        Evidence(facts.place(node), f"calls {symbol.name}, which calls a provider")
        for node in facts.module.nodes
        if isinstance(node, ast.Call)
        and isinstance(symbol := target(world, facts.module, node.func), Symbol)
        and symbol.name.islower()
        and symbol.path.rpartition("/")[0] in folders
        and symbol.path != facts.path
    ]


def _source(world: World, path: str) -> str:
    module = world.module(path)
    return module.text.text.lower() if module else ""
