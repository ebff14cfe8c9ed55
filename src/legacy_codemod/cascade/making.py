"""A definition or a value into whether making it does anything besides: only what does not may go unmade."""

from __future__ import annotations

import ast

from legacy_codemod.fold.purity import Idle, is_pure
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, bindings, class_node, definition, last_name
from legacy_codemod.index.world import World

# Decorators that only wrap what they are given.
_TRANSPARENT = frozenset(
    [
        "staticmethod",
        "classmethod",
        "property",
        "cached_property",
        "cache",
        "lru_cache",
        "override",
        "wraps",
        "contextmanager",
        "asynccontextmanager",
        "dataclass",
        "abstractmethod",
        "total_ordering",
        "overload",
        "fixture",
    ]
)
# Calls of other distributions that make something to be asked later.
_LAZY = frozenset(
    [
        *(f"django.utils.translation.{name}" for name in ("gettext_lazy", "ngettext_lazy", "pgettext_lazy")),
        *(f"django.utils.translation.{name}" for name in ("ugettext_lazy", "gettext_noop", "npgettext_lazy")),
        *("structlog.get_logger", "structlog.stdlib.get_logger", "celery.utils.log.get_task_logger"),
        *("django.urls.reverse_lazy", "django.utils.functional.lazy", "gettext.gettext", "flask_babel.lazy_gettext"),
        *("attr.ib", "attrs.field", "attr.field", "pydantic.conlist", "pydantic.constr", "pydantic.conint"),
    ]
)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def is_transparent(decorator: ast.expr) -> bool:
    """Whether a decorator hands what it decorates to nobody."""
    named = decorator.func if isinstance(decorator, ast.Call) else decorator
    return last_name(named) in _TRANSPARENT or (
        isinstance(named, ast.Attribute) and named.attr in ("setter", "getter", "deleter")
    )


def acts_on_nothing(world: World, module: Module, value: ast.expr) -> bool:
    """Whether making the value does nothing: it is pure, but for plain constructor calls."""
    calls = {n for n in ast.walk(value) if isinstance(n, ast.Call) and _constructs(world, module, n)}
    return is_pure(world, module, value, Idle(calls))


def _constructs(world: World, module: Module, node: ast.Call) -> bool:
    """``Name(…)``: an instance of a class of another distribution, or of one here whose making only stores."""
    named = last_name(node.func)
    found = target(world, module, node.func)
    if found in _LAZY:
        return True
    if not named.lstrip("_")[:1].isupper():
        return False
    if not isinstance(found, Symbol):
        return True
    initial = bindings(world, found.member("__init__"))
    return all(
        isinstance(s, (ast.Assign, ast.AnnAssign, ast.Pass))
        or (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))
        for b in initial
        for s in getattr(b.node, "body", ())
    )


def is_quiet(world: World, module: Module, node: Function | ast.ClassDef) -> bool:
    """Whether the statement only binds its name: its defaults, its bases and, of a class, its body do nothing."""
    if isinstance(node, ast.ClassDef):
        outer = [*node.bases, *(keyword.value for keyword in node.keywords)]
        quiet = all(_is_quiet_part(world, module, part) for part in node.body)
    else:
        outer = [*node.args.defaults, *(d for d in node.args.kw_defaults if d is not None)]
        quiet = True
    return quiet and all(acts_on_nothing(world, module, part) for part in outer)


def _is_quiet_part(world: World, module: Module, node: ast.stmt) -> bool:
    match node:
        case ast.FunctionDef(decorator_list=decorators) | ast.AsyncFunctionDef(decorator_list=decorators):
            return is_quiet(world, module, node) and not any(_hands_over(world, module, d) for d in decorators)
        case ast.ClassDef():
            return is_quiet(world, module, node)
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value) | ast.Expr(value=value):
            return acts_on_nothing(world, module, value)
        case ast.Pass() | ast.AnnAssign(value=None):
            return True
        case ast.If(test=test, body=body, orelse=orelse):
            parts = all(_is_quiet_part(world, module, part) for part in (*body, *orelse))
            return parts and acts_on_nothing(world, module, test)
    return isinstance(node, (ast.Import, ast.ImportFrom))


def _hands_over(world: World, module: Module, decorator: ast.expr) -> bool:
    """Whether a decorator is a method of an object of the repository, such as ``@app.task`` or ``@router.get("/")``."""
    named = decorator.func if isinstance(decorator, ast.Call) else decorator
    if not isinstance(named, ast.Attribute) or is_transparent(decorator):
        return False
    found = target(world, module, named.value)
    if not isinstance(found, Symbol) or not found.name or "." in found.name:
        return False
    return class_node(world, found) is None and isinstance(definition(world, found), ast.Name)
