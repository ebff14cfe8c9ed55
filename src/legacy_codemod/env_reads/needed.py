"""A field that a variable fills and that nothing reads any more into why it may be needed all the same."""

from __future__ import annotations

import ast

from legacy_codemod.env_reads.fields import FieldRead, every_field
from legacy_codemod.env_reads.keys import text_parts
from legacy_codemod.env_reads.options import given_option
from legacy_codemod.index.family import base_names
from legacy_codemod.index.resolve import class_of
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World


def filled(world: World, symbol: Symbol) -> FieldRead | None:
    """The field that ``symbol`` is, where the bases of its class that are not here are the library's own."""
    for field in every_field(world):
        outside = [base for base in base_names(world, field.owner) if not isinstance(base, Symbol)]
        known = field.reader.classes.bases if field.reader.classes else ()
        if field.symbol == symbol and all(base in known for base in outside):
            return field
    return None


def filled_doubt(world: World, field: FieldRead) -> str:
    """Why the field may be needed, or an empty string."""
    classes = field.reader.classes
    if classes is None:
        return ""
    for path, _held in world.mentioning(classes.whole):
        module = world.module(path)
        for name in sorted(classes.whole) if module else ():
            for node in module.attributes.get(name, ()) if module else ():
                if module and class_of(world, module, node.value) == field.owner:
                    return f"now unused, but {path}:{node.lineno} reaches every field"
    if _is_forbidden(world, field):
        name = field.owner.last
        return f"now unused, but a file of variables that still sets it would make {name} raise, so it stays"
    return ""


def _is_forbidden(world: World, field: FieldRead) -> bool:
    """Whether a variable that no field knows is an error, in a file that is not in the repository."""
    classes = field.reader.classes
    assert classes is not None
    files = given_option(world, classes, field.owner, classes.files) if classes.files else None
    if files is None or (isinstance(files[1], ast.Constant) and files[1].value is None):
        return False
    extra = given_option(world, classes, field.owner, classes.extra)
    if extra is not None and _word(extra[1]) in classes.lenient:
        return False
    named = files[1].elts if isinstance(files[1], (ast.Tuple, ast.List)) else [files[1]]
    paths = [text_parts(world, files[0], each) for each in named]
    return not paths or any(None in parts or "".join(map(str, parts)) not in world.tree.path_set for parts in paths)


def _word(node: ast.expr) -> str:
    """``"ignore"``, and ``ignore`` of ``Extra.ignore``."""
    match node:
        case ast.Constant(value=str(word)) | ast.Attribute(attr=word):
            return word
    return ""
