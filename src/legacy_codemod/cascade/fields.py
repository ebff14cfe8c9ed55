"""A field of a data class or a member of an enum into why it may be reached by its place or its value."""

from __future__ import annotations

import ast
from itertools import pairwise

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.index.family import ancestors, owner_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, class_node, last_name
from legacy_codemod.index.uses import How, Use
from legacy_codemod.index.world import World
from legacy_codemod.testing import is_test

_DATA_CLASS = frozenset({"dataclass", "define", "frozen", "mutable", "attrs", "s"})
_CHOICES = frozenset(f"django.db.models.{name}" for name in ("Choices", "TextChoices", "IntegerChoices"))
_MEMBERS = frozenset({"choices", "labels", "names", "values", "__members__", "_member_map_", "_value2member_map_"})
_WHOLE = frozenset({"asdict", "astuple", "fields", "vars", "__dict__", "__annotations__", "__dataclass_fields__"})


def field_doubt(now: Alive, symbol: Symbol) -> str:
    """Why a member of a class that nothing names may be needed all the same, or an empty string."""
    owner = owner_of(symbol)
    node, module = class_node(now.world, owner), now.world.module(symbol.path)
    if node is None or module is None or not _is_assigned(module, node, symbol.last):
        return ""
    outside = _outside_bases(now.world, owner)
    if "typing.NamedTuple" in outside:
        return "now unused, but fields of a named tuple are reached by their place"
    if any(base.startswith("enum.") or base in _CHOICES for base in outside):
        return _enum_doubt(now, owner)
    if any(last_name(d) in _DATA_CLASS for d in map(_called, node.decorator_list)):
        return _data_class_doubt(now, owner, (module, node))
    return ""


def _is_assigned(module: Module, node: ast.ClassDef, name: str) -> bool:
    bound = module.scopes.of_node[node].bindings.get(name, ())
    return any(isinstance(module.scopes.parents.get(b.node), (ast.Assign, ast.AnnAssign)) for b in bound)


def _called(decorator: ast.expr) -> ast.expr:
    return decorator.func if isinstance(decorator, ast.Call) else decorator


def _outside_bases(world: World, owner: Symbol) -> set[str]:
    found: set[str] = set()
    for each in ancestors(world, owner):
        node, module = class_node(world, each), world.module(each.path)
        bases = [target(world, module, base) for base in node.bases] if node and module else []
        found |= {base for base in bases if isinstance(base, str)}
    return found


def _live_uses(now: Alive, owner: Symbol) -> list[Use]:
    return [u for u in now.every(owner) if u.how in (How.NAME, How.ATTRIBUTE) and not is_test(u.path)]


def _enum_doubt(now: Alive, owner: Symbol) -> str:
    """``list(Kind)``, ``Kind(text)`` and fields of that type reach members by their value."""
    for use in _live_uses(now, owner):
        parent = use.module.scopes.parents[use.node] if use.module and use.node else None
        named = isinstance(parent, ast.Attribute) and parent.attr not in _MEMBERS
        if not named and not _is_parameter_type(use):
            return f"now unused, but {use.path}:{use.line} may reach any member of {owner.last} by its value"
    return ""


def _is_parameter_type(use: Use) -> bool:
    """Whether a use is the annotation of a function that no decorator hands on."""
    if use.module is None or use.node is None:
        return False
    for inner, outer in pairwise([use.node, *use.module.scopes.ancestors(use.node)]):
        if isinstance(outer, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return not outer.decorator_list and (outer.returns is inner or inner is outer.args)
        if isinstance(outer, ast.arguments) and not isinstance(inner, ast.arg):
            return False
        if isinstance(outer, ast.stmt):
            return False
    return False


def _data_class_doubt(now: Alive, owner: Symbol, what: tuple[Module, ast.ClassDef]) -> str:
    """Arguments by position, ``**values`` and ``asdict`` reach fields without naming them."""
    module, node = what
    calls = [c for n in ast.walk(node) if isinstance(c := module.scopes.parents.get(n), ast.Call) and _is_cls(c, n)]
    if bad := next((c for c in calls if _is_blind(c)), None):
        return _reached(module.path, bad.lineno)
    for use in _live_uses(now, owner):
        parent = use.module.scopes.parents[use.node] if use.module and use.node else None
        if isinstance(parent, ast.Call) and parent.func is use.node and _is_blind(parent):
            return _reached(use.path, use.line)
        if isinstance(parent, ast.ClassDef):
            return f"now unused, but the class at {use.path}:{use.line} takes its fields over"
        if use.module and (_WHOLE & use.module.words.keys()):
            return f"now unused, but {use.path} asks for all fields at once"
    return f"now unused, but {module.path} asks for all fields at once" if _WHOLE & module.words.keys() else ""


def _is_cls(call: ast.Call, node: ast.AST) -> bool:
    return call.func is node and isinstance(node, ast.Name) and node.id == "cls"


def _is_blind(call: ast.Call) -> bool:
    return bool(call.args) or any(keyword.arg is None for keyword in call.keywords)


def _reached(path: str, line: int) -> str:
    return f"now unused, but {path}:{line} passes values to the fields without naming them"
