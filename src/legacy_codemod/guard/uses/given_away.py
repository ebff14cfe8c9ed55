"""A Python file into the variables that it gives to a program, a container or a machine by its library's own words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, last_name
from legacy_codemod.index.world import World

_ARGUMENTS = re.compile(r"(?:\w+_)?env(?:s|iron|ironment|_vars?|_variables|ironment_variables)?", re.IGNORECASE)
_SETTERS = re.compile(
    r"(?:with|set|add|put|unset|del|delete|remove)_?env(?:ironment)?(?:_?var(?:iable)?)?", re.IGNORECASE
)
_MADE = re.compile(r"(?:\w*[a-z\d])?Env(?:ironment)?(?:Var(?:iable)?)?(?:Args)?")
_FLAGS = frozenset({"-e", "--env", "env", "--build-arg"})
_PAIR = re.compile(r"(\w+)=")


def is_environment(name: str) -> bool:
    """Whether an argument or a variable of that name is an environment: ``env``, ``environment``, ``env_vars``."""
    return _ARGUMENTS.fullmatch(name) is not None


def given_away(world: World, module: Module) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each place with the expression that names the variable."""
    for node in module.nodes:
        match node:
            case ast.Call(args=args, keywords=keywords):
                called = last_name(node.func)
                if _SETTERS.fullmatch(called) and args and not _is_ours(world, module, node):
                    yield node, args[0]
                elif _MADE.fullmatch(called) and not _is_ours(world, module, node):
                    yield from ((node, keyword.value) for keyword in keywords if keyword.arg == "name")
            case ast.List(elts=parts) | ast.Tuple(elts=parts):
                yield from _pairs(module, node, parts)


def _is_ours(world: World, module: Module, call: ast.Call) -> bool:
    return isinstance(target(world, module, call.func), Symbol)


def _pairs(module: Module, node: ast.expr, parts: list[ast.expr]) -> Iterator[tuple[ast.expr, ast.expr]]:
    """``"NAME=value"`` in a list that is an environment, or behind ``-e``."""
    whole = _is_environment(module, node)
    for before, part in zip([None, *parts], parts, strict=False):
        follows = isinstance(before, ast.Constant) and before.value in _FLAGS
        if (whole or follows) and isinstance(part, ast.Constant) and isinstance(part.value, str):
            name = found[1] if (found := _PAIR.match(part.value)) else part.value
            yield part, ast.copy_location(ast.Constant(name), part)


def _is_environment(module: Module, node: ast.expr) -> bool:
    match module.scopes.parents.get(node):
        case ast.keyword(arg=str(name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return is_environment(name)
    return False
