"""The statements of a function into what it gives, one after another, as far as the flag and its arguments say."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from legacy_codemod.fold.live import cannot_raise
from legacy_codemod.fold.lookups import elements
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Scope
from legacy_codemod.truth import OPAQUE, Known, Value, because, binary, truth

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@dataclass(frozen=True, slots=True)
class _Falls:
    """The body runs off its end."""


def outcome(ask: Evaluator, module: Module, function: Function) -> Value:
    """What the body gives that ``ask`` is inside of; unknown where it does anything else."""
    if isinstance(function, ast.Lambda):
        return ask.value(module, function.body) if ask.pure(module, function.body) else OPAQUE
    given = _Run(ask, module, module.scopes.of_node[function]).suite(function.body)
    return Known(None) if isinstance(given, _Falls) else given


@dataclass(frozen=True, slots=True)
class _Run:
    """One run through a function; ``ask.bound`` holds its locals so far."""

    ask: Evaluator
    module: Module
    scope: Scope

    def suite(self, body: Sequence[ast.stmt]) -> Value | _Falls:
        for statement in body:
            given = self._step(statement)
            if not isinstance(given, _Falls):
                return given
        return _Falls()

    def _step(self, node: ast.stmt) -> Value | _Falls:
        match node:
            case (
                ast.Pass()
                | ast.Import()
                | ast.ImportFrom()
                | ast.Expr(value=ast.Constant())
                | ast.AnnAssign(value=None)
            ):
                return _Falls()
            case ast.Return(value=None):
                return Known(None)
            case ast.Return(value=ast.expr() as value):
                return self.ask.value(self.module, value) if self._pure(value) else OPAQUE
            case ast.Assign(targets=targets, value=value):
                return self._assign(targets, value)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                return self._assign([target], value)
            case ast.AugAssign(target=ast.Name() as target, op=op, value=value):
                held = self.ask.value(self.module, ast.copy_location(self._loaded(target), target))
                return self._bind(target, binary(op, held, self.ask.value(self.module, value)), value)
            case ast.Assert(test=test):
                return _Falls() if self.ask.truth(self.module, test) and self._pure(test) else OPAQUE
            case ast.If(test=test):
                return self._branch(node) if self._pure(test) else OPAQUE
            case ast.Try(finalbody=[]):
                return self._tried(node)
            case ast.For(target=ast.Name() as target, iter=row, orelse=[]):
                return self._loop(node, target, elements(self.ask, self.module, row) if self._pure(row) else None)
        return OPAQUE

    def _pure(self, node: ast.expr) -> bool:
        return self.ask.pure(self.module, node)

    def _loaded(self, name: ast.Name) -> ast.Name:
        """The read that an augmented assignment makes of its target."""
        read = ast.Name(name.id, ast.Load())
        self.module.scopes.at_name[read] = self.module.scopes.at_name[name]
        return read

    def _assign(self, targets: Sequence[ast.expr], value: ast.expr) -> Value | _Falls:
        for target in targets:
            match target, value:
                case ast.Name(), _:
                    given = self._bind(target, self.ask.value(self.module, value), value)
                case (ast.Tuple(elts=names), ast.Tuple(elts=values)) if len(names) == len(values):
                    given = self._unpack(names, values)
                case _:
                    return OPAQUE
            if not isinstance(given, _Falls):
                return given
        return _Falls()

    def _unpack(self, names: Sequence[ast.expr], values: Sequence[ast.expr]) -> Value | _Falls:
        held = [self.ask.value(self.module, value) for value in values]
        for name, value, node in zip(names, held, values, strict=True):
            if not isinstance(name, ast.Name) or not isinstance(self._bind(name, value, node), _Falls):
                return OPAQUE
        return _Falls()

    def _bind(self, name: ast.Name, value: Value, node: ast.expr) -> Value | _Falls:
        if self.module.scopes.resolve(name) is not self.scope or not self._pure(node):
            return OPAQUE
        self.ask.bound[self.scope, name.id] = OPAQUE if is_refillable(value) else value
        return _Falls()

    def _branch(self, node: ast.If) -> Value | _Falls:
        known = self.ask.value(self.module, node.test)
        chosen = truth(known)
        if chosen is not None:
            given = self.suite(node.body if chosen else node.orelse)
            return given if isinstance(given, _Falls) else because(given, *known.why)
        return self._either(node.body, node.orelse)

    def _tried(self, node: ast.Try) -> Value | _Falls:
        """What a ``try`` gives: that of its body where nothing in it can raise, else what the handlers give as well."""
        before = dict(self.ask.bound)
        given = self.suite(node.body)
        if cannot_raise(self.ask, self.module, node.body):
            return self.suite(node.orelse) if isinstance(given, _Falls) else given
        self._forget(before, node)
        same = not node.orelse and all(self.suite(h.body) == given for h in node.handlers)
        self._forget(before, node)
        return given if same else OPAQUE

    def _loop(self, node: ast.For, target: ast.Name, row: tuple[Value, ...] | None) -> Value | _Falls:
        """Each turn over a known row is a run of its own; one that is left early is not followed."""
        if row is None or any(isinstance(n, (ast.Break, ast.Continue)) for n in ast.walk(node)):
            return OPAQUE
        for each in row:
            turn = replace(self, ask=self.ask.inside(self.scope, {**self._locals(), target.id: each}))
            given = turn.suite(node.body)
            self.ask.bound.update(turn.ask.bound)
            self.ask.reads.update(turn.ask.reads)
            self.ask.cut += turn.ask.cut
            if not isinstance(given, _Falls):
                return given
        return _Falls()

    def _locals(self) -> dict[str, Value]:
        return {name: value for (scope, name), value in self.ask.bound.items() if scope is self.scope}

    def _either(self, *suites: Sequence[ast.stmt]) -> Value | _Falls:
        """What several suites give, of which any may run: the same, or nothing is known."""
        before, given = dict(self.ask.bound), []
        for suite in suites:
            self._forget(before)
            given.append(self.suite(suite))
        self._forget(before, *(statement for suite in suites for statement in suite))
        return given[0] if all(each == given[0] for each in given) else OPAQUE

    def _forget(self, before: dict[tuple[Scope, str], Value], *nodes: ast.stmt) -> None:
        """Go back to what was known, and know nothing of what ``nodes`` bind."""
        self.ask.bound.clear()
        self.ask.bound.update(before)
        spans = [(node.lineno, node.end_lineno or node.lineno) for node in nodes]
        for name, bound in self.scope.bindings.items():
            lines = [getattr(b.node, "lineno", 0) for b in bound]
            if any(first <= line <= last for first, last in spans for line in lines):
                self.ask.bound[self.scope, name] = OPAQUE


def is_refillable(value: Value) -> bool:
    """Whether a name that holds the value may hold another content later: a list."""
    return isinstance(value, Known) and isinstance(value.value, (list, dict, set))
