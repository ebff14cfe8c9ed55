"""Constants, fields and functions of a repository into the lists of models that the code may choose from."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, qualified
from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.model import NameSubject
from legacy_codemod.shapes import dotted_text
from legacy_codemod.stocktaking.facts import Facts, every_file
from legacy_codemod.stocktaking.known import known
from legacy_codemod.stocktaking.proposal import Category, Evidence, Proposal, Sure

_FEW, _MANY = 2, 3  # ids by which a constant that is called a list is one, and one that is not called so
_MOST_OF = 0.8  # of the strings in it; of one that is called a list, half: families of models come and go
_DEPTH = 3
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_DISPLAYS = (ast.Dict, ast.List, ast.Tuple, ast.Set)


def lists(world: World) -> Iterator[Proposal]:
    """Lists that are called so and hold nothing but ids; other constants with several ids are undecided."""
    found = [proposal for facts in every_file(world) if facts.models for proposal in _of_file(world, facts)]
    yield from found
    yield from _made_of(world, frozenset(evidence.place.path for p in found for evidence in p.evidence))


def _of_file(world: World, facts: Facts) -> Iterator[Proposal]:
    for name, bindings in facts.module.scopes.module.bindings.items():
        if len(bindings) == 1 and bindings[0].value is not None and isinstance(bindings[0].node, ast.Name):
            yield from _listed(world, facts, (name, bindings[0].node, bindings[0].value))
    for owner in facts.module.classes:
        for statement in owner.body:
            match statement:
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=value)
                    | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
                ):
                    yield from _listed(world, facts, (f"{qualified(facts.module, owner)}.{name}", statement, value))
        yield from _members(world, facts, owner)
    for node in facts.module.nodes:
        if isinstance(node, _FUNCTIONS) and node.name != "__init__":
            yield from _given_by(world, facts, node)


def _listed(world: World, facts: Facts, bound: tuple[str, ast.AST, ast.expr]) -> Iterator[Proposal]:
    """A constant or a field of a class; what a class lists is undecided, since its instances may be asked for it."""
    name, node, value = bound
    ids, others = _texts(facts, value)
    own = name.rpartition(".")[2]
    is_list = known().is_sign("lists", own) and _is_plain_list(value)
    enough, share = _FEW if is_list else _MANY, 0.5 if known().is_sign("lists", own) else _MOST_OF
    if len(ids) >= enough and _is_most(ids, others, share):
        proposal = _proposed(world, facts, name, _shown(facts, node, ids))
        stem = facts.path.removesuffix(".py").rpartition("/")[2]
        if not is_list and (known().is_sign("facts", own) or known().is_sign("facts", stem)):
            yield _says_something(proposal)
        else:
            yield _evident(proposal) if is_list and "." not in name else proposal


def _members(world: World, facts: Facts, owner: ast.ClassDef) -> Iterator[Proposal]:
    """An enumeration whose members are ids of models."""
    values = [statement.value for statement in owner.body if isinstance(statement, ast.Assign)]
    texts = [v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str)]
    ids = [text for text in texts if known().model_of(text)]
    is_enumeration = any("Enum" in dotted_text(base) for base in owner.bases)
    if is_enumeration and len(ids) >= _MANY and _is_most(ids, frozenset(texts)):
        yield _proposed(world, facts, qualified(facts.module, owner), _shown(facts, owner, ids))


def _given_by(world: World, facts: Facts, function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[Proposal]:
    """A function that gives back something of a list of models that stands in it."""
    given = [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value is not None]
    named = {part.id for value in given for part in ast.walk(value) if isinstance(part, ast.Name)}
    set_to = [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and {getattr(one, "id", "") for one in node.targets} & named
    ]
    for display in (part for value in [*given, *set_to] for part in ast.walk(value) if isinstance(part, _DISPLAYS)):
        ids, others = _texts(facts, display, 0)
        if len(ids) >= _MANY and _is_most(ids, others):
            proposal = _proposed(world, facts, qualified(facts.module, function), _shown(facts, display, ids))
            yield _says_something(proposal) if known().is_sign("facts", function.name) else proposal
            return


def _made_of(world: World, paths: frozenset[str]) -> Iterator[Proposal]:
    """Constants that are called lists of models and are made of what a file with such a list gives."""
    for facts in every_file(world):
        for name, bindings in facts.module.scopes.module.bindings.items():
            value = bindings[0].value if len(bindings) == 1 else None
            if value is None or not known().is_sign("lists", name) or isinstance(value, _DISPLAYS):
                continue
            parts = [target(world, facts.module, node) for node in ast.walk(value) if isinstance(node, ast.Name)]
            if any(isinstance(part, Symbol) and part.path in paths and part.path != facts.path for part in parts):
                evidence = (Evidence(facts.place(bindings[0].node), "made of a list of models"),)
                yield _proposed(world, facts, name, evidence)


def _shown(facts: Facts, node: ast.AST, ids: list[str]) -> tuple[Evidence, ...]:
    return (Evidence(facts.place(node), f"{len(ids)} ids of models: {', '.join(list(dict.fromkeys(ids))[:3])}"),)


def _proposed(world: World, facts: Facts, name: str, evidence: tuple[Evidence, ...]) -> Proposal:
    subject = NameSubject(f"{dotted_name(world, facts.path)}.{name}")
    return Proposal("remove", subject, Category.PICKING, Sure.OPEN, evidence, "names models", "policies (phase 4)")


def _evident(proposal: Proposal) -> Proposal:
    return replace(proposal, sure=Sure.EVIDENT, note="hardcoded model list", hints=("guards: drop",))


def _says_something(proposal: Proposal) -> Proposal:
    note = "says something about models"
    return replace(proposal, decision="keep", category=Category.OTHER, note=note, replaced_by="")


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


def _texts(facts: Facts, value: ast.expr, depth: int = _DEPTH) -> tuple[list[str], frozenset[str]]:
    """The ids of models in ``value``, and its other strings that are no titles and no keys of a table.

    Names are followed in their own file.
    """
    ids, others = list[str](), frozenset[str]()
    keys = {key for part in ast.walk(value) if isinstance(part, ast.Dict) for key in part.keys}
    for part in ast.walk(value):
        match part:
            case ast.Constant(value=str(text)) if known().model_of(text):
                ids.append(text)
            case ast.Constant(value=str(text)) if " " not in text and part not in keys:
                others |= {text}
            case ast.Name(id=name) if depth:
                bound = facts.module.scopes.module.bindings.get(name, [])
                if len(bound) == 1 and bound[0].value is not None and bound[0].value is not value:
                    inner, more = _texts(facts, bound[0].value, depth - 1)
                    ids, others = ids + inner, others | more
    return ids, others


def _is_most(ids: list[str], others: frozenset[str], share: float = _MOST_OF) -> bool:
    """Whether of what is named once or several times most is ids."""
    return len(set(ids)) >= share * len({*ids, *others})
