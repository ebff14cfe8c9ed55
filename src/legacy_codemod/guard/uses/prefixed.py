"""Code that reads each variable behind a prefix into the single variables that it asks for."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.env_reads.calls import present
from legacy_codemod.env_reads.families import every_family
from legacy_codemod.env_reads.fields import every_field
from legacy_codemod.env_reads.keys import Key, text_parts
from legacy_codemod.env_reads.objects import strict_matcher
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import class_of
from legacy_codemod.index.world import World
from legacy_codemod.shapes import compile_shape

_Asked = tuple[ast.AST, Key]


def behind_prefixes(world: World, module: Module) -> Iterator[_Asked]:
    """Each place that asks for one, with its name."""
    prefixes = {"".join(map(str, family.key.parts[:-1])) for family in every_family(world)}
    for prefix in sorted(each for each in prefixes if each and "None" not in each):
        yield from _options(module, prefix)
        yield from _config(module, prefix)
    yield from _made_with_prefix(world, module)
    yield from _declared(world, module)


def _options(module: Module, prefix: str) -> Iterator[_Asked]:
    """Options of a command line, of which the library makes ``PREFIX_OPTION`` or ``PREFIX_COMMAND_OPTION``."""
    for node in module.nodes:
        match node:
            case ast.Call(func=ast.Attribute(attr="option") | ast.Name(id="option"), args=args):
                names = [arg.value for arg in args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                plain = [name for name in names if name.isidentifier()]
                longest = plain or sorted((n.lstrip("-") for n in names if n[:2] == "--"), key=len)
                owner = module.scopes.parents.get(node)
                for name in longest[-1:]:
                    own = name.partition("/")[0].replace("-", "_").upper()
                    yield node, Key((prefix, own))
                    if isinstance(owner, ast.FunctionDef):
                        yield node, Key((prefix, f"{owner.name}_{own}".upper()))


def _config(module: Module, prefix: str) -> Iterator[_Asked]:
    """``app.config["KEY"]`` of an application whose config holds what stands behind the prefix."""
    for node in module.attributes.get("config", ()):
        match outer := module.scopes.parents.get(node):
            case ast.Subscript(slice=ast.Constant(value=str(key)), ctx=ast.Load()):
                yield outer, Key((prefix, key))
            case ast.Attribute(attr="get"):
                match call := module.scopes.parents.get(outer):
                    case ast.Call(args=[ast.Constant(value=str(key)), *_]):
                        yield call, Key((prefix, key))


def _made_with_prefix(world: World, module: Module) -> Iterator[_Asked]:
    """``Settings(_env_prefix="APP_")``: its fields where the class stands here, else the call."""
    for keyword in module.keywords.get("_env_prefix", ()):
        call = module.scopes.parents.get(keyword)
        if not isinstance(call, ast.Call):
            continue
        prefix, owner = text_parts(world, module, keyword.value), class_of(world, module, call)
        for field in every_field(world):
            if field.owner == owner:
                name = field.symbol.name.rpartition(".")[2]
                yield (
                    field.node if field.symbol.path == module.path else call,
                    Key((*prefix, name), ignores_case=True),
                )


def _declared(world: World, module: Module) -> Iterator[_Asked]:
    """``Env(NAME=(bool, False))``."""
    matcher = strict_matcher(world, module)
    makers = [
        compile_shape(maker)
        for reader in present(world)
        if reader.declares
        for makers in reader.objects.values()
        for maker in makers
    ]
    for node in module.nodes if makers else ():
        if isinstance(node, ast.Call) and any(matcher.match(maker, node) is not None for maker in makers):
            yield from ((keyword, Key((keyword.arg,))) for keyword in node.keywords if keyword.arg)
