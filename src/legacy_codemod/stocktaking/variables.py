"""A repository into its environment variables that choose models, and the keys and addresses of its providers."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from legacy_codemod.env_reads.calls import EnvRead, every_read
from legacy_codemod.env_reads.fields import every_field
from legacy_codemod.index.world import World
from legacy_codemod.model import EnvSubject, Place
from legacy_codemod.shapes import dotted_text
from legacy_codemod.stocktaking.facts import Facts, every_file, is_aside
from legacy_codemod.stocktaking.known import known
from legacy_codemod.stocktaking.proposal import Category, Evidence, Proposal, Sure

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_CONSTANT = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")
_API = "_API_"  # without it a text may be called so for other reasons: `OPENAI_KEY`
_NO_CONFIG = re.compile(r"\.(py|ipynb|mdx?|rst|txt|lock|json|html?|[jt]sx?|vue|svelte|css)$")


def reads(world: World) -> dict[str, tuple[Evidence, ...]]:
    """Where the application reads each variable whose whole name is known."""
    return world.once("variables", lambda: _reads(world))


def _reads(world: World) -> dict[str, tuple[Evidence, ...]]:
    found: dict[str, set[Evidence]] = {}
    for read in every_read(world):
        _note(found, read.key.parts, Evidence(Place(read.module.path, read.node.lineno), _said(read)))
    for field in every_field(world):
        for each in field.keys:
            evidence = Evidence(Place(field.symbol.path, field.node.lineno), f"fills {field.symbol.name} from it")
            _note(found, each.upper().parts, evidence)
    return {env: tuple(sorted(places)) for env, places in sorted(found.items())}


def _said(read: EnvRead) -> str:
    default = read.captured.get("DEFAULT")
    if isinstance(default, ast.Constant) and isinstance(default.value, str) and known().model_of(default.value):
        return f"{_DEFAULTS}{default.value}"
    return "reads it"


_DEFAULTS = "reads it, else takes "


def _note(found: dict[str, set[Evidence]], parts: tuple[str | None, ...], evidence: Evidence) -> None:
    name = "".join(part for part in parts if part is not None)
    if None not in parts and _NAME.fullmatch(name) and not is_aside(evidence.place.path):
        found.setdefault(name, set()).add(evidence)


def variables(world: World) -> Iterator[Proposal]:
    """Variables of routing go, the keys of providers stay; what belongs to a gateway is for a person to decide."""
    own = own_prefix(world)
    read = reads(world)
    elsewhere = [_named(world, own), _configured(world, own)]
    for env in sorted({*read, *(name for found in elsewhere for name in found)}):
        evidence = [each for found in (read, *elsewhere) for each in found.get(env, ())]
        places = {each.place: each for each in reversed(evidence)}
        proposal = _of(env, env.removeprefix(own), tuple(dict.fromkeys(places[each.place] for each in evidence)))
        if proposal:
            yield proposal if env in read else _asked_elsewhere(proposal)


def _of(env: str, bare: str, evidence: tuple[Evidence, ...]) -> Proposal | None:
    """What is to become of a variable, whose name without the application's own prefix is ``bare``."""
    provider = known().key_of(bare)
    gateway = _gateway(bare)
    if gateway:
        note = f"belongs to the gateway {gateway}"
        return Proposal("remove", EnvSubject(env), Category.KEYS, Sure.OPEN, evidence, note)
    if provider:
        note = f"key for direct calls of {provider.title}"
        return Proposal("keep", EnvSubject(env), Category.KEYS, Sure.EVIDENT, evidence, note)
    if known().is_key_of_any(bare) or known().is_address(bare):
        note = "key or address for direct calls of the provider that is chosen"
        return Proposal("keep", EnvSubject(env), Category.KEYS, Sure.OPEN, evidence, note)
    if known().is_routing_variable(bare):
        narrow = known().is_of_one_provider(bare)
        note = "chooses a model of one provider" if narrow else "chooses a model or a provider"
        sure = Sure.OPEN if narrow else Sure.EVIDENT
        return Proposal("remove", EnvSubject(env), Category.ROUTING, sure, evidence, note, "routes (phase 3)")
    if any(each.what.startswith(_DEFAULTS) for each in evidence):
        note = "chooses a model for one purpose"
        return Proposal("remove", EnvSubject(env), Category.ROUTING, Sure.OPEN, evidence, note, "routes (phase 3)")
    return None


def _gateway(env: str) -> str:
    """The title of the gateway that a variable belongs to."""
    provider = known().key_of(env)
    first = env.lower().partition("_")[0]
    named = next((p for p in known().providers if p.is_gateway and (p is provider or p.name == first)), None)
    return named.title if named else ""


def _asked_elsewhere(proposal: Proposal) -> Proposal:
    """What no read names goes by a person's decision only; what stays does no harm."""
    return proposal if proposal.decision == "keep" else replace(proposal, sure=Sure.OPEN)


def _named(world: World, own: str) -> dict[str, tuple[Evidence, ...]]:
    """Texts of the code that are names of variables of routing or of keys: a table of them is read in a loop."""
    found: dict[str, list[Evidence]] = {}
    for facts in every_file(world):
        for text, node in facts.texts:
            if _CONSTANT.fullmatch(text) and _may_be_read(text.removeprefix(own)) and not _is_exported(facts, node):
                found.setdefault(text, []).append(Evidence(facts.place(node), "names it"))
    return {name: tuple(evidence) for name, evidence in found.items()}


def _may_be_read(name: str) -> bool:
    """Whether a text is called as no other text would be."""
    return _API in name or known().is_routing_variable(name) or known().is_address(name)


def _is_exported(facts: Facts, node: ast.AST) -> bool:
    """Whether a text is an entry of ``__all__``."""
    within = facts.module.scopes.ancestors(node)
    return any(isinstance(each, ast.Assign) and dotted_text(each.targets[0]) == "__all__" for each in within)


def _configured(world: World, own: str) -> dict[str, tuple[Evidence, ...]]:
    """Keys of providers that only configuration sets: the provider's library reads them itself."""
    names = {key for provider in known().providers for key in provider.keys if _API in key}
    found: dict[str, list[Evidence]] = {}
    for path, held in world.tree.mentions({*names, *(f"{own}{name}" for name in names)}).items():
        if not _NO_CONFIG.search(path) and not is_aside(path):
            lines = world.tree.read(path).decode("utf-8", "replace").splitlines()
            for name in sorted(held):
                line = next((at for at, line in enumerate(lines, 1) if name in line), 1)
                found.setdefault(name, []).append(Evidence(Place(path, line), "sets it"))
    return {name: tuple(evidence) for name, evidence in found.items()}


def own_prefix(world: World) -> str:
    """What the application's variables begin with where that is the name of the package most of its files lie in."""
    packages: Counter[str] = Counter()
    for facts in every_file(world):
        folders = facts.path.split("/")[:-1]
        above = ("/".join(folders[:end]) for end in range(1, len(folders) + 1))
        packages[next((folder for folder in above if f"{folder}/__init__.py" in world.tree.path_set), "")] += 1
    name, count = max(packages.items(), key=lambda each: each[1], default=("", 0))
    return f"{name.rpartition('/')[2].upper()}_" if name and 2 * count > packages.total() else ""
