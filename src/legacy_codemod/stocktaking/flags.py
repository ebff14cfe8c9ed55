"""A repository into the flags of its migration: variables with known values, switches, and questions about features."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.model import EnvFlag, ExprFlag, NameFlag
from legacy_codemod.stocktaking.facts import Facts, every_file
from legacy_codemod.stocktaking.held import quoted
from legacy_codemod.stocktaking.known import known
from legacy_codemod.stocktaking.proposal import Category, Evidence, Proposal, Sure
from legacy_codemod.stocktaking.variables import reads

_ROUTING = re.compile(r"(?i)rout|model|provider|restormel|\bllm\b|\bai\b")
_AFTER = "what production holds after the cutover; check it"


def flags(world: World) -> Iterator[Proposal]:
    """The flags, those with a known value first."""
    for env, value in known().settled.items():
        if found := reads(world).get(env):
            yield Proposal("flags", EnvFlag(env, value), Category.FLAG, Sure.EVIDENT, found, _AFTER)
    for facts in every_file(world):
        yield from _switches(world, facts)
    yield from _questions(world)


def _switches(world: World, facts: Facts) -> Iterator[Proposal]:
    """Constants of a flag module that are ``True`` or ``False``, and that nothing else gives a value."""
    stem = facts.path.removesuffix(".py").removesuffix("/__init__").rpartition("/")[2]
    if not known().is_sign("flags", stem):
        return
    for name, bindings in facts.module.scopes.module.bindings.items():
        match [(b.kind, b.value) for b in bindings]:
            case [(Kind.ASSIGN, ast.Constant(value=bool(value)))]:
                is_picker = not value and known().is_sign("pickers", name)
                said = Evidence(facts.place(bindings[0].node), f"{name} is {value}")
                sure = Sure.EVIDENT if is_picker else Sure.OPEN
                subject = NameFlag(f"{dotted_name(world, facts.path)}.{name}", value)
                yield Proposal("flags", subject, Category.FLAG, sure, (said,), "as it stands in the code")


def _questions(world: World) -> Iterator[Proposal]:
    """``tenant.has_feature("managed-routing")``: one flag for all who are asked."""
    asked: dict[str, list[Evidence]] = {}
    for facts in every_file(world):
        for node in facts.module.nodes:
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id=owner), attr=name),
                    args=[ast.Constant(value=str(key))],
                    keywords=[],
                ) if known().is_sign("asks", name) and _ROUTING.search(key):
                    expr = f"${owner.upper()}.{name}({quoted(key)})"
                    asked.setdefault(expr, []).append(Evidence(facts.place(node), "asks for it"))
    for expr, evidence in asked.items():
        yield Proposal("flags", ExprFlag(expr, True), Category.FLAG, Sure.OPEN, tuple(evidence), _AFTER)
