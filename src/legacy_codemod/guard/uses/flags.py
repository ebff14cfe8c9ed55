"""A Python file into its uses of legacy flags: expressions, decorators, and the keys of an SDK."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import Flag, compile_flag
from legacy_codemod.fold.sdk import Sdk, asks
from legacy_codemod.guard.uses.found import Found
from legacy_codemod.guard.uses.stored import made
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.world import World
from legacy_codemod.model import DecoratorFlag, ExprFlag, Item, SdkFlag
from legacy_codemod.shapes import Matcher, Shape
from legacy_codemod.tests_cleanup.forms import settings
from legacy_codemod.tests_cleanup.forms.sdk import setters as setters_of
from legacy_codemod.tests_cleanup.forms.setting import Key


def uses(world: World, items: Iterable[Item], module: Module) -> Iterator[Found]:
    """Every use in ``module`` of the flags among ``items`` that are no variables and no names."""
    for item in items:
        if not isinstance(item.subject, (ExprFlag, DecoratorFlag, SdkFlag)):
            continue
        flag = _compiled(world, item)
        if flag is None:
            continue
        matcher = Matcher(world, module, Evaluator(world).literal, by_text=flag.sdk is None)
        found = _asked(flag, matcher) if flag.sdk is None else _by_sdk(flag, flag.sdk, matcher)
        for node, what in _outermost(module, found):
            yield Found(node, item, what)


def _compiled(world: World, item: Item) -> Flag | None:
    return world.once(("flag to guard", item), lambda: compile_flag(world, item.subject))


def _asked(flag: Flag, matcher: Matcher) -> Iterator[tuple[ast.AST, str]]:
    for node in matcher.module.nodes:
        if isinstance(node, ast.expr) and any(_matches(matcher, shape, node) for _, shape in flag.shapes):
            yield node, f"asks for the flag {flag.label}"


def _matches(matcher: Matcher, shape: Shape, node: ast.expr) -> bool:
    """Whether it is what the pattern says, also with further arguments or with names that hold the pattern's."""
    if matcher.match(shape, node) is not None:
        return True
    wanted = shape.tree
    if not (isinstance(wanted, ast.Call) and isinstance(node, ast.Call)):
        return False
    if wanted.keywords or not wanted.args or len(node.args) < len(wanted.args):
        return False
    given = [_held(matcher.module, each) for each in node.args[: len(wanted.args)]]
    return matcher.match(shape, ast.copy_location(ast.Call(node.func, given, []), node)) is not None


def _held(module: Module, node: ast.expr) -> ast.expr:
    """The name or constant that a local name was given, once, or is given right there."""
    if isinstance(node, ast.NamedExpr):
        return node.value
    scope = module.scopes.resolve(node) if isinstance(node, ast.Name) else None
    bound = scope.bindings.get(node.id, []) if scope and isinstance(node, ast.Name) else []
    held = bound[0].value if len(bound) == 1 and bound[0].kind is Kind.ASSIGN else None
    return held if isinstance(held, (ast.Name, ast.Attribute, ast.Constant)) else node


def _by_sdk(flag: Flag, sdk: Sdk, matcher: Matcher) -> Iterator[tuple[ast.AST, str]]:
    what = f"asks {sdk.entry.title} for the flag {sdk.key}"
    setters = setters_of(sdk.entry.name)
    for place, key in made(matcher.world, matcher.module, sdk.entry):
        if _is_key(sdk, matcher, key):
            yield place, f"makes the flag {sdk.key} of {sdk.entry.title} again"
    for node in matcher.module.nodes:
        if isinstance(node, ast.Call):
            gates = any(matcher.match(gate.shape, node) is not None for gate in flag.gates)
            if gates or asks(sdk, matcher, node) is not None:
                yield node, what
        if isinstance(node, ast.ClassDef) and (value := _mixed_in(sdk, matcher, node)) is not None:
            yield value, what
        for setting in settings(matcher.world, matcher.module, [node]):
            said = setting.what if isinstance(setting.what, Key) else None
            if said is not None and said.setter in setters and _is_key(sdk, matcher, said.node):
                yield setting.node, f"sets the flag {sdk.key} of {sdk.entry.title}"


def _mixed_in(sdk: Sdk, matcher: Matcher, node: ast.ClassDef) -> ast.expr | None:
    attributes = {sdk.entry.mixins.get(str(target(matcher.world, matcher.module, base)), "") for base in node.bases}
    for statement in node.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in attributes:
                return value if _is_key(sdk, matcher, value) else None
    return None


def _is_key(sdk: Sdk, matcher: Matcher, node: ast.expr | None) -> bool:
    if node is None:
        return False
    held = node.value if isinstance(node, ast.Constant) else matcher.literal(matcher.module, node)
    return isinstance(held, str) and held.removeprefix("!") == sdk.key


def _outermost(module: Module, found: Iterator[tuple[ast.AST, str]]) -> Iterator[tuple[ast.AST, str]]:
    """Those that stand in no other: a call in a call is one use."""
    seen = dict(found)
    for node, what in seen.items():
        if not any(outer in seen for outer in module.scopes.ancestors(node)):
            yield node, what
