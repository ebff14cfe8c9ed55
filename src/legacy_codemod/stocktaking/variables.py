"""A repository into its environment variables that choose models, and the keys of its providers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legacy_codemod.env_reads.calls import every_read
from legacy_codemod.env_reads.fields import every_field
from legacy_codemod.index.world import World
from legacy_codemod.model import EnvSubject, Place
from legacy_codemod.stocktaking.facts import is_aside
from legacy_codemod.stocktaking.known import known
from legacy_codemod.stocktaking.proposal import Category, Evidence, Proposal, Sure

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def reads(world: World) -> dict[str, tuple[Evidence, ...]]:
    """Where the application reads each variable whose whole name is known."""
    key = "variables"
    if key not in world.targets:
        found: dict[str, set[Evidence]] = {}
        for read in every_read(world):
            _note(found, read.key.parts, Evidence(Place(read.module.path, read.node.lineno), "reads it"))
        for field in every_field(world):
            for each in field.keys:
                evidence = Evidence(Place(field.symbol.path, field.node.lineno), f"fills {field.symbol.name} from it")
                _note(found, each.upper().parts, evidence)
        world.targets[key] = {env: tuple(sorted(places)) for env, places in sorted(found.items())}
    return world.targets[key]  # type: ignore[return-value]


def _note(found: dict[str, set[Evidence]], parts: tuple[str | None, ...], evidence: Evidence) -> None:
    name = "".join(part for part in parts if part is not None)
    if None not in parts and _NAME.fullmatch(name) and not is_aside(evidence.place.path):
        found.setdefault(name, set()).add(evidence)


def variables(world: World) -> Iterator[Proposal]:
    """Variables of routing go, the keys of providers stay; what belongs to a gateway is for a person to decide."""
    keys = {key: provider for provider in known().providers for key in provider.keys}
    gateways = {p.name for p in known().providers if p.is_gateway}
    for env, evidence in reads(world).items():
        first = env.lower().partition("_")[0]
        provider = keys.get(env)
        if first in gateways or (provider and provider.is_gateway):
            yield Proposal(
                "remove", EnvSubject(env), Category.KEYS, Sure.OPEN, evidence, f"belongs to the gateway {first}"
            )
        elif provider:
            note = f"key for direct calls of {provider.title}"
            yield Proposal("keep", EnvSubject(env), Category.KEYS, Sure.EVIDENT, evidence, note)
        elif known().is_routing_variable(env):
            narrow = known().is_of_one_provider(env)
            note = "chooses a model of one provider" if narrow else "chooses a model or a provider"
            sure = Sure.OPEN if narrow else Sure.EVIDENT
            yield Proposal("remove", EnvSubject(env), Category.ROUTING, sure, evidence, note, "routes (phase 3)")
