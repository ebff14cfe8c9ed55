"""An import statement into the module that it names, and that module into the names that a star takes."""

from __future__ import annotations

import ast

from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol, Target
from legacy_codemod.index.world import World


def import_base(world: World, module: Module, statement: ast.ImportFrom) -> Target:
    """The module that ``from … import`` names."""
    if not statement.level:
        return module_target(world, statement.module or "", module.path)
    found = world.relative(module.path, statement.level, statement.module or "")
    if found:
        return Symbol(found)
    folder = "/".join(module.path.split("/")[: -statement.level]).removeprefix("src/")
    dotted = ".".join([*filter(None, folder.split("/")), *filter(None, [statement.module])])
    return dotted if dotted and world.is_package_folder(dotted) else None


def module_target(world: World, dotted: str, importer: str) -> Target:
    """What ``dotted`` is to the file ``importer``: a file of the repository, or a module of another distribution."""
    found = world.find(dotted, importer)
    return Symbol(found) if found else dotted


def is_starred(module: Module, name: str) -> bool | None:
    """Whether ``from module import *`` takes ``name``, if it is there; ``None`` where ``__all__`` is computed."""
    if "__all__" not in module.scopes.module.bindings:
        return not name.startswith("_")
    if name in module.exported:
        return True
    values = [b.value for b in module.scopes.module.bindings["__all__"]]
    plain = all(
        isinstance(v, (ast.List, ast.Tuple)) and all(isinstance(e, ast.Constant) for e in v.elts) for v in values
    )
    return False if plain else None
