"""Files into the names by which they may ask for a variable: those of the catalogue, and what the files call them.

Few nodes bear such a name, and to know that takes a hundredth of the time that it takes to know what a node reads.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacy_codemod.env_readers import EnvReader
from legacy_codemod.index.module import Module
from legacy_codemod.shapes import compile_shape, dotted_text, name_of


def asks_by(node: ast.expr, names: frozenset[str]) -> bool:
    """Whether ``node`` asks something that bears one of ``names``."""
    return any(name_of(base) in names for base in bases(node))


def bases(node: ast.expr) -> Iterator[ast.expr]:
    """What ``node`` may ask for a variable: what is called, indexed or looked into."""
    match node:
        case ast.Call(func=func):
            yield func
            if isinstance(func, ast.Attribute):
                yield func.value
        case ast.Subscript(value=value) | ast.Attribute(value=value) | ast.Compare(comparators=[value, *_]):
            yield value


def names_asked(readers: Iterable[EnvReader], modules: Iterable[Module]) -> frozenset[str]:
    """The names of what ``readers`` spell, of the objects that they make, and what ``modules`` call any of these."""
    names = frozenset(name for reader in readers for name in _of(reader))
    others = [pair for module in modules for pair in _renamings(module)]
    while fresh := {new for new, old in others if old in names} - names:
        names |= fresh
    return names


def _of(reader: EnvReader) -> Iterator[str]:
    for makers in reader.objects.values():
        yield from (compile_shape(maker).last for maker in makers)
    for pattern in reader.patterns:
        if not any(f"${name}" in pattern.source for name in reader.objects):
            tree = compile_shape(pattern.source).tree
            asked = next(bases(tree), tree)
            plain = dotted_text(asked).split(".")
            yield plain[-2] if len(plain) > 2 else name_of(asked)  # ``environ`` of ``os.environ.get``


def _renamings(module: Module) -> tuple[tuple[str, str], ...]:
    return module.once("renamings", lambda: tuple(_renamed(module)))


def _renamed(module: Module) -> Iterator[tuple[str, str]]:
    """Each name that is given to what has another, with that one."""
    for node in module.nodes:
        match node:
            case ast.alias(name=name, asname=str(new)):
                yield new, name.rpartition(".")[2]
            case ast.Assign(targets=targets, value=value):
                named = [target.id for target in targets if isinstance(target, ast.Name)]
                yield from ((new, old) for new in named for old in _named_in(value))
            case (
                ast.AnnAssign(target=ast.Name(id=new), value=value)
                | ast.NamedExpr(target=ast.Name(id=new), value=value)
            ):
                yield from ((new, old) for old in _named_in(value))


def _named_in(value: ast.expr | None) -> Iterator[str]:
    """``get`` and ``environ`` of ``os.environ.get``."""
    if value is not None:
        yield name_of(value)
    if isinstance(value, ast.Attribute):
        yield name_of(value.value)
