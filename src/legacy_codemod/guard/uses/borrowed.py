"""A function that reads a variable, handed to another one, into what it will be called with there."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.env_reads.calls import env_read
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.shapes import Matcher
from legacy_codemod.tests_cleanup.forms.environ import is_environ


def borrowed(world: World, module: Module, matcher: Matcher) -> Iterator[tuple[ast.expr, ast.expr]]:
    """``KEY`` of ``map(os.getenv, [KEY])``, ``partial(os.getenv, KEY)``, ``itemgetter(KEY)(os.environ)``."""
    for node in module.nodes:
        match node:
            case ast.Call(
                func=ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called), args=keys), args=[given]
            ):
                if called == "itemgetter" and is_environ(world, module, given):
                    yield from ((node, key) for key in keys)
            case ast.Call(args=[ast.Name() | ast.Attribute() as function, *given]) if given:
                for key in _parts(given[0]):
                    call = ast.copy_location(ast.Call(function, [key], []), node)
                    if env_read(matcher, call) is not None:
                        yield node, key


def _parts(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, (ast.List, ast.Tuple, ast.Set)) else [node]
