"""Folders, files and functions of a repository into those that choose a model or a provider."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.model import NameSubject, PathSubject
from legacy_codemod.stocktaking.facts import Facts, every_file
from legacy_codemod.stocktaking.known import known
from legacy_codemod.stocktaking.proposal import Category, Evidence, Proposal, Sure
from legacy_codemod.stocktaking.variables import reads

_ENOUGH = 2  # signs beside the name by which a file is a router
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def routers(world: World) -> Iterator[Proposal]:
    """Folders and files that are called a router and choose; what also calls a provider or serves is undecided."""
    taken: list[str] = []
    for path, inside in _called_so(world):
        if any(path.startswith(folder) for folder in taken):
            continue
        taken.append(path)
        evidence = sorted({each for facts in inside for each in _signs(world, facts)})
        kinds = {each.what.partition(":")[0] for each in evidence}
        acts = [each for facts in inside for each in _acts(facts)]
        sure = Sure.EVIDENT if len(kinds) >= _ENOUGH and not acts else Sure.OPEN
        note = "home-grown router" if not acts else "called a router, and does more than choose"
        shown = tuple((acts + evidence)[:6]) or (Evidence(inside[0].place(inside[0].module.tree), "called a router"),)
        yield Proposal("remove", PathSubject(path), Category.ROUTING, sure, shown, note, "routes (phase 3)")


def _called_so(world: World) -> Iterator[tuple[str, list[Facts]]]:
    """Outer folders first, each with its files."""
    files = every_file(world)
    folders = sorted({f"{facts.path.rpartition('/')[0]}/" for facts in files if "/" in facts.path})
    above = sorted({folder[: at + 1] for folder in folders for at, c in enumerate(folder) if c == "/"})
    for folder in above:
        if known().is_sign("routers", folder.rstrip("/").rpartition("/")[2]):
            yield folder, [facts for facts in files if facts.path.startswith(folder)]
    for facts in files:
        if known().is_sign("routers", facts.path.removesuffix(".py").rpartition("/")[2]):
            yield facts.path, [facts]


def _signs(world: World, facts: Facts) -> Iterator[Evidence]:
    """What shows that a file chooses, each beginning with its kind."""
    for text, constant in facts.models[:1]:
        yield Evidence(facts.place(constant), f"ids of models: {text}")
    if len(facts.providers) > 1:
        yield Evidence(facts.place(facts.module.tree), f"providers: {', '.join(sorted(facts.providers))}")
    for env, evidence in reads(world).items():
        if known().is_routing_variable(env):
            yield from (
                Evidence(e.place, f"a variable of routing: {env}") for e in evidence if e.place.path == facts.path
            )
    for node in facts.module.nodes:
        if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            for kind in ("choosing", "chains"):
                if known().is_sign(kind, node.name):
                    yield Evidence(facts.place(node), f"{kind}: {node.name}")
        elif isinstance(node, ast.ImportFrom):
            named = [alias.name for alias in node.names if known().is_sign("lists", alias.name)]
            yield from (Evidence(facts.place(node), f"a list of models: {name}") for name in named)


def _acts(facts: Facts) -> Iterator[Evidence]:
    """What a router does beside choosing."""
    yield from (Evidence(facts.place(call), f"makes a client of {provider.title}") for provider, call in facts.clients)
    yield from facts.calls_urls
    for node in facts.module.nodes:
        if isinstance(node, _FUNCTIONS) and known().is_sign("calling", node.name):
            yield Evidence(facts.place(node), f"may call a model: {node.name}")
    if facts.serves:
        yield Evidence(facts.place(facts.module.tree), "serves requests")


def choosing(world: World, taken: tuple[str, ...]) -> Iterator[Proposal]:
    """Functions outside of ``taken`` that choose; evident are those that only give ids of models."""
    for facts in every_file(world):
        if facts.path.startswith(taken) or "restormel" in facts.module.text.text.lower():
            continue
        for node in facts.module.tree.body:
            if isinstance(node, _FUNCTIONS) and (found := _choice(facts, node)):
                sure, evidence, note = found
                subject = NameSubject(f"{dotted_name(world, facts.path)}.{node.name}")
                hints = ("fallback: the decision, or `raise pkg.Error(…)`, for code that stays",)
                yield Proposal("remove", subject, Category.ROUTING, sure, evidence, note, "routes (phase 3)", hints)


def _choice(
    facts: Facts, node: ast.FunctionDef | ast.AsyncFunctionDef
) -> tuple[Sure, tuple[Evidence, ...], str] | None:
    if (tries := _tries_each(node)) is not None:
        return Sure.OPEN, (Evidence(facts.place(tries), "tries one after the other"),), "fallback chain"
    if not known().is_sign("choosing", node.name):
        return None
    given = [part.value for part in ast.walk(node) if isinstance(part, ast.Return) and part.value is not None]
    ids = {g.value for g in given if isinstance(g, ast.Constant) and isinstance(g.value, str)}
    only = bool(given) and all(isinstance(g, ast.Constant) for g in given)
    if only and len(ids) > 1 and all(known().model_of(text) for text in ids):
        return Sure.EVIDENT, (Evidence(facts.place(node), f"gives {', '.join(sorted(ids))}"),), "chooses a model"
    return Sure.OPEN, (Evidence(facts.place(node), "called so"),), "may choose a model or a provider"


def _tries_each(function: ast.AST) -> ast.For | ast.AsyncFor | None:
    """A loop over models or providers that goes on to the next where one raises."""
    for node in ast.walk(function):
        if isinstance(node, (ast.For, ast.AsyncFor)):
            words = {getattr(part, "id", getattr(part, "attr", "")).lower() for part in ast.walk(node.iter)}
            named = any("model" in word or "provider" in word for word in words)
            if named and any(isinstance(inner, ast.Try) and _is_client_call(inner) for inner in node.body):
                return node
    return None


def _is_client_call(block: ast.Try) -> bool:
    """Whether what is tried calls something and gives or breaks off with what came of it."""
    return any(isinstance(part, (ast.Return, ast.Break)) for statement in block.body for part in ast.walk(statement))
