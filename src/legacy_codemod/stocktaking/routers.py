"""Folders, files and functions of a repository into those that choose a model or a provider."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.world import World
from legacy_codemod.model import PathSubject
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
        is_catalogue = _is_called(path, "catalogues")
        if is_catalogue and not evidence:
            continue
        sure = Sure.EVIDENT if len(kinds) >= _ENOUGH and not acts and not is_catalogue else Sure.OPEN
        note = "home-grown router" if not acts else "called a router, and does more than choose"
        note = "called a catalogue of models" if is_catalogue else note
        shown = tuple((acts + evidence)[:6]) or (Evidence(inside[0].place(inside[0].module.tree), "called a router"),)
        yield Proposal("remove", PathSubject(path), Category.ROUTING, sure, shown, note, "routes (phase 3)")


def _called_so(world: World) -> Iterator[tuple[str, list[Facts]]]:
    """Outer folders first, each with its files."""
    files = every_file(world)
    folders = sorted({f"{facts.path.rpartition('/')[0]}/" for facts in files if "/" in facts.path})
    above = sorted({folder[: at + 1] for folder in folders for at, c in enumerate(folder) if c == "/"})
    for folder in above:
        if _is_called(folder, "routers"):
            yield folder, [facts for facts in files if facts.path.startswith(folder)]
    for facts in files:
        if _is_called(facts.path, "routers") or _is_called(facts.path, "catalogues"):
            yield facts.path, [facts]


def _is_called(path: str, kind: str) -> bool:
    return known().is_sign(kind, path.rstrip("/").removesuffix(".py").rpartition("/")[2])


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
    for env, nodes in facts.module.attributes.items():
        if env in reads(world) and known().is_routing_variable(env):
            yield Evidence(facts.place(nodes[0]), f"a variable of routing: {env}")
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
    yield from (evidence for _, evidence in facts.clients)
    yield from facts.calls_urls
    for node in facts.module.nodes:
        if isinstance(node, _FUNCTIONS) and known().is_sign("calling", node.name):
            yield Evidence(facts.place(node), f"may call a model: {node.name}")
    if facts.serves:
        yield Evidence(facts.place(facts.module.tree), "serves requests")
