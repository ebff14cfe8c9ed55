"""Constants of a repository into the lists of models that the code may choose from."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.model import NameSubject
from legacy_codemod.stocktaking.facts import Facts, every_file
from legacy_codemod.stocktaking.known import known
from legacy_codemod.stocktaking.proposal import Category, Evidence, Proposal, Sure

_FEW, _MANY = 2, 3  # ids by which a constant that is called a list is one, and one that is not called so
_MOST_OF = 0.8  # of the strings in it; of one that is called a list, half: families of models come and go
_DEPTH = 3


def lists(world: World) -> Iterator[Proposal]:
    """Lists that are called so and hold nothing but ids; other constants with several ids are undecided."""
    for facts in every_file(world):
        for name, bindings in facts.module.scopes.module.bindings.items():
            value = bindings[0].value if len(bindings) == 1 else None
            if value is None or not isinstance(bindings[0].node, ast.Name):
                continue
            ids, others = _texts(facts, value)
            is_list = known().is_sign("lists", name) and _is_plain_list(value)
            enough, share = (_FEW, 0.5) if is_list else (_MANY, _MOST_OF)
            if len(ids) >= enough and len(ids) >= share * (len(ids) + others):
                shown = ", ".join(list(dict.fromkeys(ids))[:3])
                evidence = (Evidence(facts.place(bindings[0].node), f"{len(ids)} ids of models: {shown}"),)
                subject = NameSubject(f"{dotted_name(world, facts.path)}.{name}")
                yield _proposed(subject, evidence, is_list=is_list, is_fact=known().is_sign("facts", name))


def _proposed(subject: NameSubject, evidence: tuple[Evidence, ...], *, is_list: bool, is_fact: bool) -> Proposal:
    if is_list:
        note, by = "hardcoded model list", "policies (phase 4)"
        hints = ("guards: drop",)
        return Proposal("remove", subject, Category.PICKING, Sure.EVIDENT, evidence, note, by, hints)
    if is_fact:
        return Proposal("keep", subject, Category.OTHER, Sure.OPEN, evidence, "says something about models")
    return Proposal("remove", subject, Category.PICKING, Sure.OPEN, evidence, "names models", "policies (phase 4)")


def _is_plain_list(value: ast.expr) -> bool:
    """Whether it has no values beside its members: a list, tuple or set, or what such a call or ``+`` makes."""
    match value:
        case ast.List() | ast.Tuple() | ast.Set():
            return all(isinstance(member, (ast.Constant, ast.Starred)) for member in value.elts)
        case ast.Call(func=ast.Name(id="list" | "tuple" | "set" | "frozenset"), args=[inner], keywords=[]):
            return _is_plain_list(inner)
        case ast.BinOp(left=left, op=ast.Add() | ast.BitOr(), right=right):
            return _is_plain_list(left) and _is_plain_list(right)
    return isinstance(value, ast.Name)


def _texts(facts: Facts, value: ast.expr, depth: int = _DEPTH) -> tuple[list[str], int]:
    """The ids of models in ``value``, and how many other strings; names are followed in their own file."""
    ids, others = list[str](), 0
    for part in ast.walk(value):
        match part:
            case ast.Constant(value=str(text)):
                is_id = bool(known().model_of(text))
                ids += [text] if is_id else []
                others += not is_id
            case ast.Name(id=name) if depth:
                bound = facts.module.scopes.module.bindings.get(name, [])
                if len(bound) == 1 and bound[0].value is not None and bound[0].value is not value:
                    inner, more = _texts(facts, bound[0].value, depth - 1)
                    ids, others = ids + inner, others + more
    return ids, others
