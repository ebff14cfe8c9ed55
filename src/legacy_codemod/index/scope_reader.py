"""A syntax tree into its scopes: what binds each name, and which scope each name stands in."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from legacy_codemod.index import quoted
from legacy_codemod.index.children import children
from legacy_codemod.index.scopes import Binding, Kind, Scope, Scopes, lookup, root


def read(tree: ast.Module) -> Scopes:
    """Resolve ``tree``."""
    module = Scope(tree, None)
    scopes = Scopes(module, {tree: module}, {}, {})
    _Reader(scopes).body(tree, module)
    for name in scopes.at_name:
        if isinstance(name.ctx, ast.Load) and (found := scopes.resolve(name)):
            found.loads.setdefault(name.id, []).append(name)
    return scopes


_Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
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
        visit = _VISITED.get(type(node))
        if visit is not None:
            visit(self, node, parent, scope)
        else:  # most of them
            for child in children(node):
                self.node(child, node, scope)

    def name(self, node: ast.Name, parent: ast.AST, scope: Scope) -> None:
        self.scopes.at_name[node] = scope
        if not isinstance(node.ctx, ast.Load):
            self.target(node, parent, scope)

    def typed(self, node: ast.AST, _parent: ast.AST, scope: Scope) -> None:
        self.body(node, scope)
        for annotation in quoted.typed_places(node):
            self.quoted(annotation, scope)

    def class_(self, node: ast.ClassDef, _parent: ast.AST, scope: Scope) -> None:
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

    def function(self, node: _Function, _parent: ast.AST, scope: Scope) -> None:
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

    def comprehension(self, node: _Comprehension, _parent: ast.AST, scope: Scope) -> None:
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

    def statement(self, node: ast.AST, _parent: ast.AST, scope: Scope) -> None:
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
        self.body(node, scope)

    def bind(self, name: str, kind: Kind, node: ast.AST, scope: Scope, value: ast.expr | None = None) -> None:
        home = scope
        if name in scope.outer:
            home = root(scope) if scope.outer[name] else (lookup(scope, name) or scope)
            kind = Kind.OTHER
        home.bindings.setdefault(name, []).append(Binding(name, kind, node, home, value))


# What is done with a node besides reading what it holds.
_VISITED: Mapping[type[ast.AST], Callable[..., None]] = {
    ast.Name: _Reader.name,
    ast.ClassDef: _Reader.class_,
    **dict.fromkeys(_FUNCTIONS, _Reader.function),
    **dict.fromkeys(_COMPREHENSIONS, _Reader.comprehension),
    **dict.fromkeys(_BINDING, _Reader.statement),
    **dict.fromkeys(quoted.TYPED, _Reader.typed),
}


def _walrus_scope(scope: Scope) -> Scope:
    while isinstance(scope.node, _COMPREHENSIONS) and scope.parent:
        scope = scope.parent
    return scope
