"""A syntax tree into its scopes: what each binds, and which scope each name is resolved in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from legacy_codemod.index import quoted
from legacy_codemod.index.children import children


class Kind(StrEnum):
    """How a name comes to be bound."""

    ASSIGN = "assignment"
    DECLARE = "annotation"  # `x: int` binds nothing, yet makes the name local
    IMPORT = "import"
    FUNCTION = "function"
    CLASS = "class"
    PARAMETER = "parameter"
    OTHER = "other"  # loops, with, except, augmented assignment, match, del


@dataclass(frozen=True, eq=False, slots=True)
class Binding:
    """One place that binds ``name``; ``statement`` holds it, ``value`` is the whole value where there is one."""

    name: str
    kind: Kind
    node: ast.AST
    scope: Scope
    value: ast.expr | None = None


@dataclass(eq=False, slots=True)
class Scope:
    """A module, class, function, lambda or comprehension. Filled while the tree is read, then left alone."""

    node: ast.AST
    parent: Scope | None
    bindings: dict[str, list[Binding]] = field(default_factory=dict)
    loads: dict[str, list[ast.Name]] = field(default_factory=dict)  # names resolved to this scope
    outer: dict[str, bool] = field(default_factory=dict)  # True: global, False: nonlocal

    @property
    def is_class(self) -> bool:
        """Whether this is the body of a class, which inner scopes cannot see."""
        return isinstance(self.node, ast.ClassDef)

    @property
    def is_function(self) -> bool:
        """Whether this is the body of a function or lambda."""
        return isinstance(self.node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))

    @property
    def is_module(self) -> bool:
        """Whether this is the top level."""
        return self.parent is None


@dataclass(eq=False, slots=True)
class Scopes:
    """All scopes of one tree."""

    module: Scope
    of_node: dict[ast.AST, Scope]  # the scope that a function, class, lambda or comprehension opens
    at_name: dict[ast.Name, Scope]  # the scope a name stands in
    parents: dict[ast.AST, ast.AST]
    quoted: list[ast.AST] = field(default_factory=list)  # what quoted annotations hold, each at its string's place

    def resolve(self, name: ast.Name) -> Scope | None:
        """The scope that binds ``name`` where it stands; ``None`` for builtins and what is bound nowhere."""
        found = lookup(self.at_name[name], name.id)
        if found is None or not found.is_class or any(_has_bound(binding, name) for binding in found.bindings[name.id]):
            return found
        return self.module if name.id in self.module.bindings else None  # so far the class has no such name

    def enclosing(self, node: ast.AST) -> Scope:
        """The innermost scope whose body holds ``node``."""
        while node in self.parents:
            node = self.parents[node]
            if node in self.of_node:
                return self.of_node[node]
        return self.module

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """``node``'s parents, innermost first."""
        while node in self.parents:
            node = self.parents[node]
            yield node


def _has_bound(binding: Binding, name: ast.Name) -> bool:
    """Whether ``name`` stands behind what binds it, or is what is bound."""
    node = binding.node if binding.value is None else binding.value
    end = getattr(node, "end_lineno", 0), getattr(node, "end_col_offset", 0)
    return not isinstance(name.ctx, ast.Load) or end <= (name.lineno, name.col_offset)


def lookup(scope: Scope, name: str) -> Scope | None:
    """Python's own rule: own scope, then enclosing functions (never classes), then the module."""
    current: Scope | None = scope
    while current is not None:
        if current.outer.get(name) is True:
            root = _root(current)
            return root if name in root.bindings else None
        if name in current.bindings and name not in current.outer and (current is scope or not current.is_class):
            return current
        current = current.parent
    return None


def _root(scope: Scope) -> Scope:
    while scope.parent is not None:
        scope = scope.parent
    return scope


def read(tree: ast.Module) -> Scopes:
    """Resolve ``tree``."""
    module = Scope(tree, None)
    scopes = Scopes(module, {tree: module}, {}, {})
    _Reader(scopes).body(tree, module)
    for name in scopes.at_name:
        if isinstance(name.ctx, ast.Load) and (found := scopes.resolve(name)):
            found.loads.setdefault(name.id, []).append(name)
    return scopes


_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
# What binds names though it is no target, or says where names are bound.
_BINDING = (
    *(ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal, ast.ExceptHandler),
    *(ast.MatchAs, ast.MatchStar, ast.MatchMapping),
)


@dataclass(slots=True)
class _Reader:
    scopes: Scopes

    def body(self, node: ast.AST, scope: Scope) -> None:
        for child in children(node):
            self.node(child, node, scope)

    def node(self, node: ast.AST, parent: ast.AST, scope: Scope) -> None:
        self.scopes.parents[node] = parent
        if isinstance(node, ast.Name):
            self.scopes.at_name[node] = scope
            if not isinstance(node.ctx, ast.Load):
                self.target(node, parent, scope)
        elif isinstance(node, _FUNCTIONS):
            self.function(node, scope)
        elif isinstance(node, ast.ClassDef):
            self.class_(node, scope)
        elif isinstance(node, _COMPREHENSIONS):
            self.comprehension(node, scope)
        else:
            if isinstance(node, _BINDING):
                self.statement(node, scope)
            self.body(node, scope)
            for annotation in quoted.typed_places(node) if isinstance(node, quoted.TYPED) else ():
                self.quoted(annotation, scope)

    def class_(self, node: ast.ClassDef, scope: Scope) -> None:
        self.bind(node.name, Kind.CLASS, node, scope)
        inner = self.open(node, scope)
        for part in (*node.decorator_list, *node.bases, *node.keywords):
            self.node(part, node, scope)
        for part in (*node.body, *getattr(node, "type_params", ())):
            self.node(part, node, inner)

    def quoted(self, annotation: ast.expr, scope: Scope) -> None:
        """Read what stands in quotes in an annotation."""
        for constant, inner in quoted.expressions(annotation):
            self.scopes.quoted += ast.walk(inner)
            self.node(inner, constant, scope)

    def open(self, node: ast.AST, scope: Scope) -> Scope:
        inner = Scope(node, scope)
        self.scopes.of_node[node] = inner
        return inner

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda, scope: Scope) -> None:
        if not isinstance(node, ast.Lambda):
            self.bind(node.name, Kind.FUNCTION, node, scope)
        inner = self.open(node, scope)
        self.scopes.parents[node.args] = node
        every = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        every += [arg for arg in (node.args.vararg, node.args.kwarg) if arg]
        for arg in every:
            self.scopes.parents[arg] = node.args
            self.bind(arg.arg, Kind.PARAMETER, arg, inner)
            if arg.annotation:
                self.node(arg.annotation, arg, scope)
                self.quoted(arg.annotation, scope)
        for default in (*node.args.defaults, *(d for d in node.args.kw_defaults if d)):
            self.node(default, node.args, scope)
        if isinstance(node, ast.Lambda):
            self.node(node.body, node, inner)
            return
        for part in (*node.decorator_list, *([node.returns] if node.returns else ())):
            self.node(part, node, scope)
        if node.returns:
            self.quoted(node.returns, scope)
        for part in (*node.body, *getattr(node, "type_params", ())):
            self.node(part, node, inner)

    def comprehension(self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp, scope: Scope) -> None:
        inner = self.open(node, scope)
        for index, generator in enumerate(node.generators):
            self.scopes.parents[generator] = node
            self.node(generator.iter, generator, inner if index else scope)
            for part in (generator.target, *generator.ifs):
                self.node(part, generator, inner)
        parts = (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,)
        for part in parts:
            self.node(part, node, inner)

    def target(self, node: ast.Name, parent: ast.AST, scope: Scope) -> None:
        match parent:
            case ast.Assign(targets=targets, value=value) if node in targets:
                self.bind(node.id, Kind.ASSIGN, node, scope, value)
            case ast.AnnAssign(value=value) if parent.target is node:
                self.bind(node.id, Kind.ASSIGN if value else Kind.DECLARE, node, scope, value)
            case ast.NamedExpr(value=value):
                self.bind(node.id, Kind.ASSIGN, node, _walrus_scope(scope), value)
            case _:
                self.bind(node.id, Kind.OTHER, node, scope)

    def statement(self, node: ast.AST, scope: Scope) -> None:
        match node:
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                for alias in names:
                    self.bind(alias.asname or alias.name.split(".")[0], Kind.IMPORT, alias, scope)
            case ast.Global(names=names):
                scope.outer.update(dict.fromkeys(names, True))
            case ast.Nonlocal(names=names):
                scope.outer.update(dict.fromkeys(names, False))
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                self.bind(name, Kind.OTHER, node, scope)
            case ast.MatchMapping(rest=str(name)):
                self.bind(name, Kind.OTHER, node, scope)

    def bind(self, name: str, kind: Kind, node: ast.AST, scope: Scope, value: ast.expr | None = None) -> None:
        home = scope
        if name in scope.outer:
            home = _root(scope) if scope.outer[name] else (lookup(scope, name) or scope)
            kind = Kind.OTHER
        home.bindings.setdefault(name, []).append(Binding(name, kind, node, home, value))


def _walrus_scope(scope: Scope) -> Scope:
    while isinstance(scope.node, _COMPREHENSIONS) and scope.parent:
        scope = scope.parent
    return scope
