"""A class that is filled from the environment into what its options say, its bases' where it has none."""

from __future__ import annotations

import ast

from legacy_codemod.env_readers import Classes
from legacy_codemod.index.family import ancestors
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, class_node
from legacy_codemod.index.world import World


def given_option(world: World, classes: Classes, owner: Symbol, option: str) -> tuple[Module, ast.expr] | None:
    """The value of an option, with the file it stands in; of several bases that give it, none is certain."""
    own = _option_of(world, classes, owner, option)
    if own is not None:
        return own
    found = [f for each in sorted(ancestors(world, owner)) if (f := _option_of(world, classes, each, option))]
    same = {ast.dump(value) for _, value in found}
    if len(same) > 1:
        return found[0][0], _unknown(found[0][0])
    return found[0] if found else None


def _option_of(world: World, classes: Classes, owner: Symbol, option: str) -> tuple[Module, ast.expr] | None:
    module, node = world.module(owner.path), class_node(world, owner)
    if module is None or node is None:
        return None
    given = list(node.keywords)
    for decorator in node.decorator_list if classes.decorators else ():
        given += decorator.keywords if isinstance(decorator, ast.Call) else []
    derived = {ast.dump(ast.Attribute(base, held, ast.Load())) for base in node.bases for held in classes.options}
    for statement in node.body:
        given += _held_by(statement, classes, derived)
    for keyword in given:
        if keyword.arg == option:
            return module, keyword.value
    spread = any(keyword.arg is None for keyword in given)
    return (module, _unknown(module)) if spread else None


def _unknown(module: Module) -> ast.expr:
    name = next((n for n in module.nodes if isinstance(n, ast.Constant)), None)
    return ast.copy_location(ast.Tuple([], ast.Load()), name) if name else ast.Tuple([], ast.Load())


def _held_by(statement: ast.stmt, classes: Classes, derived: set[str]) -> list[ast.keyword]:
    """``model_config = SettingsConfigDict(…)``, ``{…}``, and the assignments of ``class Config(Base.Config)``."""
    match statement:
        case ast.ClassDef(name=name, body=body, bases=bases) if name in classes.options:
            others = [ast.keyword(None, base) for base in bases if ast.dump(base) not in derived]
            return [*others, *(option for each in body for option in _assigned(each))]
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=value) | ast.AnnAssign(target=ast.Name(id=name), value=value)
        ) if name in classes.options:
            return _pairs(value)
    return []


def _assigned(statement: ast.stmt) -> list[ast.keyword]:
    """The option that a statement in ``class Config`` gives; one without a name where it may give any."""
    match statement:
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=ast.expr() as value)
            | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
        ):
            return [ast.keyword(name, value)]
        case ast.AnnAssign() | ast.Pass() | ast.Expr(value=ast.Constant()):
            return []
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return [ast.keyword(name, ast.copy_location(ast.Tuple([], ast.Load()), statement))]
    return [ast.keyword(None, ast.copy_location(ast.Tuple([], ast.Load()), statement))]


def _pairs(value: ast.expr | None) -> list[ast.keyword]:
    match value:
        case ast.Call(keywords=keywords, args=[]):
            return keywords
        case ast.Dict(keys=keys, values=values):
            return [
                ast.keyword(k.value if isinstance(k, ast.Constant) and isinstance(k.value, str) else None, v)
                for k, v in zip(keys, values, strict=True)
            ]
        case ast.expr():
            return [ast.keyword(None, value)]
    return []


def says(world: World, word: str) -> bool:
    """Whether any file of the repository holds the word."""
    return bool(world.mentioning([word]))


def is_an_argument(world: World, owner: Symbol, classes: Classes) -> bool:
    """Whether the class is handed to a call other than one that makes an instance of it."""
    makers = {maker.partition("(")[0] for maker in classes.makers}
    for path, _held in world.mentioning([owner.last]):
        module = world.module(path)
        calls = (node for node in module.nodes if isinstance(node, ast.Call)) if module else ()
        for call in calls:
            named = [a for a in call.args if isinstance(a, (ast.Name, ast.Attribute))]
            handed = module is not None and any(target(world, module, a) == owner for a in named)
            if handed and module and target(world, module, call.func) not in makers:
                return True
    return False
