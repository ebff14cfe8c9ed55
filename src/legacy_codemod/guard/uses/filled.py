"""A Python file into the variables of texts that are filled from the environment."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.forms.environ import is_environ
from legacy_codemod.tests_cleanup.forms.setting import dotted

_DOLLAR, _BRACE, _PERCENT = r"\$(?:\{(\w+)\}|(\w+))", r"\{(\w+)[^{}]*\}", r"%\((\w+)\)"
_EXPANDS = frozenset({"os.path.expandvars", "posixpath.expandvars"})


def filled(world: World, module: Module) -> Iterator[tuple[ast.expr, frozenset[str]]]:
    """Each place with the variables that the text there takes from the environment."""
    for node in module.nodes:
        match node:
            case ast.Call(args=[ast.Constant(value=str(text))]) if dotted(world, module, node.func) in _EXPANDS:
                yield node, _names(_DOLLAR, text)
            case ast.Call(func=ast.Attribute(value=base, attr="substitute" | "safe_substitute")):
                if _is_given_environ(world, module, node) and (text := _template(base)):
                    yield node, _names(_DOLLAR, text)
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format" | "format_map")):
                if _is_given_environ(world, module, node):
                    yield node, _names(_BRACE, text)
            case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod(), right=right):
                if is_environ(world, module, right):
                    yield node, _names(_PERCENT, text)


def _names(pattern: str, text: str) -> frozenset[str]:
    return frozenset(name for groups in re.finditer(pattern, text) for name in groups.groups() if name)


def _template(node: ast.expr) -> str:
    match node:
        case ast.Call(
            func=ast.Name(id="Template") | ast.Attribute(attr="Template"), args=[ast.Constant(value=str(text))]
        ):
            return text
    return ""


def _is_given_environ(world: World, module: Module, call: ast.Call) -> bool:
    spread = (keyword.value for keyword in call.keywords if keyword.arg is None)
    return any(is_environ(world, module, each) for each in (*call.args, *spread))
