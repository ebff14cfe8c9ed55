"""A definition that an item names into what beyond the code knows it: a database, a framework, a registry."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.cascade.alive import closed_base
from legacy_codemod.cascade.making import is_transparent
from legacy_codemod.index.family import ancestors, base_names, descendants, owner_of
from legacy_codemod.index.resolve import member, target
from legacy_codemod.index.symbols import Symbol, bindings, class_node
from legacy_codemod.index.world import World

_TABLES = frozenset(["django.db.models.Model", "sqlalchemy.orm.DeclarativeBase", "sqlmodel.SQLModel"])
_DECLARATIVE = ("declarative_base", "automap_base")
_METHOD_FIELDS = frozenset(
    {"rest_framework.serializers.SerializerMethodField", "rest_framework.fields.SerializerMethodField"}
)
_COLUMNS = ("Field", "ForeignKey", "Column", "mapped_column")


def is_column(world: World, symbol: Symbol) -> bool:
    """Whether a member is a column of a table, so that it goes only together with a migration."""
    return "." in symbol.name and is_table(world, owner_of(symbol)) and any(_makes_column(world, symbol))


def is_table(world: World, symbol: Symbol) -> bool:
    """Whether a class is a table of Django, SQLAlchemy or SQLModel."""
    for owner in ancestors(world, symbol):
        node, module = class_node(world, owner), world.module(owner.path)
        for base in node.bases if node else ():
            found = target(world, module, base) if module else None
            if found in _TABLES or (isinstance(found, Symbol) and _is_declarative(world, found)):
                return True
            if found is None and isinstance(base, ast.Attribute) and base.attr == "Model":
                return True  # `db.Model` of Flask-SQLAlchemy
    return False


def _is_declarative(world: World, base: Symbol) -> bool:
    """``Base = declarative_base()``."""
    values = [binding.value for binding in bindings(world, base)]
    return any(isinstance(v, ast.Call) and ast.unparse(v.func).endswith(_DECLARATIVE) for v in values)


def _makes_column(world: World, symbol: Symbol) -> Iterator[bool]:
    for binding in bindings(world, symbol):
        module = world.module(symbol.path)
        statement = module.scopes.parents.get(binding.node) if module else None
        value = binding.value
        typed = isinstance(statement, ast.AnnAssign) and "ClassVar" not in ast.unparse(statement.annotation)
        yield typed or (isinstance(value, ast.Call) and ast.unparse(value.func).endswith(_COLUMNS))


def calling_field(world: World, symbol: Symbol) -> Symbol | None:
    """The field that calls the method ``get_<field>`` though nothing names that: a method field of a serializer."""
    owner, field = owner_of(symbol), symbol.last.removeprefix("get_")
    if "." not in symbol.name or field == symbol.last:
        return None
    for each in sorted({owner, *descendants(world, owner)}):
        found = each.member(field)
        if member(world, each, symbol.last) == symbol and any(_calls_getter(world, found)):
            return found
    return None


def _calls_getter(world: World, field: Symbol) -> Iterator[bool]:
    for binding in bindings(world, field):
        module = world.module(field.path)
        if module is not None and isinstance(value := binding.value, ast.Call):
            made = target(world, module, value.func)
            kinds = base_names(world, made) if isinstance(made, Symbol) else {made}
            named = value.args or any(k.arg in ("method_name", None) for k in value.keywords)
            yield not named and not _METHOD_FIELDS.isdisjoint(kinds)


def known_beyond(world: World, symbol: Symbol) -> Iterator[str]:
    """What the code does not show of a definition that goes because the inventory names it."""
    nodes = [binding.node for binding in bindings(world, symbol)]
    if any(not all(map(is_transparent, getattr(n, "decorator_list", ()))) for n in nodes):
        yield f"{symbol.name} goes with what its decorator registers it for"
    if class_node(world, symbol) is not None and is_table(world, symbol):
        yield f"{symbol.name} is a table, which needs a migration to go"
    base = closed_base(world, symbol) if "." in symbol.name else ""
    if base.endswith("Choices"):
        yield f"{symbol.name} is a choice: stored rows may hold it, and a field of these choices needs a migration"
    elif base and any(isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef)) for n in nodes) and _is_open(symbol):
        called = f"may have called it{_for_field(world, symbol)}"
        yield f"{symbol.name} goes, and {base}, which is not in this repository, {called}"


def _for_field(world: World, symbol: Symbol) -> str:
    """The field that its name is made of, as in ``clean_site`` and ``prepare_site``."""
    field = member(world, owner_of(symbol), symbol.last.partition("_")[2])
    made = isinstance(field, Symbol) and any(isinstance(b.value, ast.Call) for b in bindings(world, field))
    return f" for the field {field.last}" if made and isinstance(field, Symbol) else ""


def _is_open(symbol: Symbol) -> bool:
    return not symbol.last.startswith("_") or symbol.last.endswith("__")


def line_of(world: World, symbol: Symbol) -> int:
    """Where a definition stands."""
    return next((getattr(binding.node, "lineno", 1) for binding in bindings(world, symbol)), 1)
