"""Functions and methods of a repository into those that choose a model or a provider, by name or by what they do."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, qualified
from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.model import NameSubject
from legacy_codemod.stocktaking.facts import Facts, every_file
from legacy_codemod.stocktaking.known import known
from legacy_codemod.stocktaking.proposal import Category, Evidence, Proposal, Sure

_PROMPTS = frozenset({"questionary", "inquirer", "InquirerPy", "simple_term_menu", "streamlit", "gradio", "ipywidgets"})
_HINTS = ("fallback: the decision, or `raise pkg.Error(…)`, for code that stays",)

_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class _Choice:
    """Why a function is taken to choose."""

    symbol: Symbol
    evidence: Evidence
    note: str
    sure: Sure = Sure.OPEN


def choosing(world: World, taken: tuple[str, ...]) -> Iterator[Proposal]:
    """Functions outside of ``taken`` that choose; evident are those that only give ids of models."""
    files = [f for f in every_file(world) if not f.path.startswith(taken) and not _asks_restormel(f)]
    functions = [(facts, node) for facts in files for node in _functions(facts)]
    chains = {id(function): loop for facts in files for function, loop in _chains(facts)}
    found = [choice for facts, node in functions if (choice := _choice(facts, node, chains.get(id(node))))]
    symbols = {choice.symbol for choice in found}
    found += [choice for facts, node in functions if (choice := _passes_on(world, (facts, node), symbols))]
    asking = {facts.path for facts in files if _asks_at_a_prompt(facts)}
    for choice in found:
        subject = NameSubject(f"{dotted_name(world, choice.symbol.path)}.{choice.symbol.name}")
        category = Category.PICKING if choice.symbol.path in asking else Category.ROUTING
        by = "dashboard (phase 4)" if category is Category.PICKING else "routes (phase 3)"
        yield Proposal("remove", subject, category, choice.sure, (choice.evidence,), choice.note, by, _HINTS)


def _asks_restormel(facts: Facts) -> bool:
    return "restormel" in facts.module.text.text.lower()


def _functions(facts: Facts) -> Iterator[_Function]:
    """The functions of the file and the methods of its classes, none inside another function."""
    for node in facts.module.tree.body:
        inside = node.body if isinstance(node, ast.ClassDef) else [node]
        yield from (each for each in inside if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)))


def _choice(facts: Facts, node: _Function, chain: ast.AST | None) -> _Choice | None:
    symbol = Symbol(facts.path, qualified(facts.module, node))
    if chain is not None:
        return _Choice(symbol, Evidence(facts.place(chain), "tries one after the other"), "fallback chain")
    if not known().is_sign("choosing", node.name):
        return None
    given = [part.value for part in ast.walk(node) if isinstance(part, ast.Return) and part.value is not None]
    ids = {g.value for g in given if isinstance(g, ast.Constant) and isinstance(g.value, str)}
    only = bool(given) and all(isinstance(g, ast.Constant) for g in given)
    if only and len(ids) > 1 and all(known().model_of(text) for text in ids):
        sure = Sure.OPEN if "." in symbol.name else Sure.EVIDENT
        return _Choice(symbol, Evidence(facts.place(node), f"gives {', '.join(sorted(ids))}"), "chooses a model", sure)
    if given and all(_only_converts(value, node) for value in given):
        return None
    return _Choice(symbol, Evidence(facts.place(node), "called so"), "may choose a model or a provider")


def _only_converts(value: ast.expr, function: _Function) -> bool:
    """Whether what a function gives is only an object of a class, made of one of its parameters."""
    parameters = {argument.arg for argument in function.args.args}
    match value:
        case ast.Call(func=ast.Name(id=name), args=[ast.Name(id=given)], keywords=[]):
            return name[:1].isupper() and given in parameters
    return False


def _passes_on(world: World, found: tuple[Facts, _Function], choosing: set[Symbol]) -> _Choice | None:
    """A function that does nothing but call one that chooses."""
    facts, node = found
    symbol = Symbol(facts.path, qualified(facts.module, node))
    body = [s for s in node.body if not (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))]
    match body:
        case [ast.Return(value=ast.Call(func=func))] if symbol not in choosing:
            called = target(world, facts.module, func)
            if isinstance(called, Symbol) and called in choosing:
                what = f"only calls {called.name}"
                return _Choice(symbol, Evidence(facts.place(node), what), "passes a choice on")
    return None


def _asks_at_a_prompt(facts: Facts) -> bool:
    """Whether the file asks people at a terminal or in a notebook."""
    modules = {
        name.partition(".")[0]
        for node in facts.module.imports
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }
    return bool(modules & _PROMPTS)


def _chains(facts: Facts) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Loops over models, or over providers of models, that go on to the next where one raises, and what they are in."""
    of_models = bool(facts.imports or facts.models or facts.providers or facts.calls_urls)
    for node in reversed(facts.module.nodes):
        if not isinstance(node, (ast.For, ast.AsyncFor)):
            continue
        words = {getattr(part, "id", getattr(part, "attr", "")).lower() for part in ast.walk(node.iter)}
        named = any("model" in word or ("provider" in word and of_models) for word in words)
        if named and any(isinstance(inner, ast.Try) and _gives_what_came(inner) for inner in node.body):
            yield from ((around, node) for around in facts.module.scopes.ancestors(node))


def _gives_what_came(block: ast.Try) -> bool:
    """Whether what is tried calls something and gives or breaks off with what came of it."""
    return any(isinstance(part, (ast.Return, ast.Break)) for statement in block.body for part in ast.walk(statement))
