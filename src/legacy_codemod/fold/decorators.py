"""``@required("new-router")`` → no decorator where it lets everything through; a refusal where it lets none through."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from legacy_codemod.draft import Draft, pieces
from legacy_codemod.fold.comments import names_flag
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.expressions import ExpressionFold
from legacy_codemod.fold.flags import Flag
from legacy_codemod.fold.parentheses import with_grouping
from legacy_codemod.fold.purity import Idle, is_pure
from legacy_codemod.fold.sdk import Gate
from legacy_codemod.fold.sparing import Spared
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.layout.splice import Splice
from legacy_codemod.layout.statements import comments_above
from legacy_codemod.model import Finding, Place, Refusal
from legacy_codemod.shapes import Matcher, own_calls
from legacy_codemod.testing import is_test

_Decorated = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
_ACTS = "the decorator has an argument that acts: take it off by hand"
_MADE = "makes a decorator from what it is called with, so it stays: write it in the item with $$$ for its arguments"
_TRIED = "a test puts the decorator on something itself, so it stays"
_ELSEWHERE = "names the decorator where it decorates nothing that can be seen, so it stays"


def fold_decorators(draft: Draft, flag: Flag, is_kept: Callable[[str], bool]) -> Draft:
    """Take the decorator off every function and class that carries it, and off what is handed to it in a call."""
    changed: dict[str, _Off] = {}
    findings: list[Finding] = []
    refusals: list[Refusal] = []
    modules = [draft.world.module(path) for path, _held in draft.world.mentioning(flag.words)]
    uses = [(off, node) for module in modules if module for off in [_Off(draft, flag, module)] for node in off.uses()]
    makes = any(off.makes(node) for off, node in uses)
    for off, node in uses:
        path = off.module.path
        place = Place(path, draft.line(path, node.lineno))
        if is_kept(path):
            findings.append(Finding(place, "carries the decorator and is under KEEP, so it stays"))
        elif reason := off.refused(node):
            refusals.append(Refusal(place, reason))
        elif makes and off.is_bare_call(node):
            findings.append(Finding(place, _MADE))
        elif off.is_tried(node):
            findings += [] if off.is_defined(node) else [Finding(place, _TRIED)]
        elif off.take(node):
            changed[path] = off
        else:
            findings.append(Finding(place, _ELSEWHERE))
    if refusals:
        return draft.noting(findings, refusals)
    return draft.spliced({path: pieces(off.module, off.fold.splices) for path, off in changed.items()}).noting(findings)


@dataclass(eq=False)
class _Off:
    """Takes the decorator off in one file."""

    draft: Draft
    flag: Flag
    module: Module
    fold: ExpressionFold = field(init=False)

    def __post_init__(self) -> None:
        self.fold = ExpressionFold(Evaluator(self.draft.world), self.module, Spared(self.module))

    def uses(self) -> Iterator[ast.expr]:
        """Every expression that is the decorator; a plain name counts only where it decorates or is called."""
        matcher = self._matcher
        inside: set[ast.AST] = set()
        for node in self.module.nodes:
            if not isinstance(node, ast.expr) or node in inside:
                continue
            counts = isinstance(node, ast.Call) or self._decorated(node) or self._called(node)
            if counts and self._gate(matcher, node) is not None:
                inside.update(ast.walk(node))  # `method_decorator(required("new"))` is one
                yield node

    def _gate(self, matcher: Matcher, node: ast.expr) -> Gate | None:
        return next((gate for gate in self.flag.gates if matcher.match(gate.shape, node) is not None), None)

    @property
    def _matcher(self) -> Matcher:
        return Matcher(self.draft.world, self.module, self.fold.ask.literal, by_text=self.flag.sdk is None)

    def refused(self, node: ast.expr) -> str:
        """Why the decorator cannot be taken off; empty where nothing speaks against it."""
        decorated, call = self._decorated(node), self._call(node)
        gate = self._gate(self._matcher, node)
        if (decorated or call) and gate is not None and not gate.opens:
            what = decorated.name if decorated else "what it is called on"
            return f"the decorator makes {what} unreachable: remove it by name, with a fallback where it is used"
        own = set(own_calls(gate.shape.tree, node)) if gate else set()
        acts = not is_pure(self.draft.world, self.module, node, Idle(own))
        return _ACTS if acts and (decorated or call) else ""

    def is_bare_call(self, node: ast.expr) -> bool:
        """Whether a decorator that the item names without arguments is called."""
        return not isinstance(node, ast.Call) and self._called(node) is not None

    def makes(self, node: ast.expr) -> bool:
        """``@required("new")`` and ``required("new")(view)`` of a plain ``required``: the call is no application."""
        call = None if isinstance(node, ast.Call) else self._called(node)
        return call is not None and bool(self._decorated(call) or self._called(call))

    def is_tried(self, node: ast.expr) -> bool:
        """Whether a test calls the decorator to see what it does; the cascade cuts that with the definition."""
        return is_test(self.module.path) and self._call(node) is not None

    def is_defined(self, node: ast.expr) -> bool:
        """Whether the repository defines the decorator."""
        named = node.func if isinstance(node, ast.Call) else node
        return isinstance(target(self.draft.world, self.module, named), Symbol)

    def take(self, node: ast.expr) -> bool:
        """Take one off; whether that can be done."""
        why = (*self.flag.why, "decorator gone")
        call = self._call(node)
        if decorated := self._decorated(node):
            self.fold.splices.append(self._line(decorated, node, why))
        elif call:
            self.fold.keep_part(call, call.args[0], self.fold.outer(call.args[0]), why)
        return decorated is not None or call is not None

    def _decorated(self, node: ast.expr) -> _Decorated | None:
        parent = self.module.scopes.parents.get(node)
        if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and node in parent.decorator_list:
            return parent
        return None

    def _call(self, node: ast.expr) -> ast.Call | None:
        """``required("new")(view)``: the call of the decorator on one thing."""
        match call := self._called(node):
            case ast.Call(args=[ast.expr() as only], keywords=[]):
                return call if not isinstance(only, ast.Starred) else None
        return None

    def _called(self, node: ast.expr) -> ast.Call | None:
        parent = self.module.scopes.parents.get(node)
        return parent if isinstance(parent, ast.Call) and parent.func is node else None

    def _line(self, decorated: _Decorated, node: ast.expr, why: tuple[str, ...]) -> Splice:
        """The decorator's lines, with comments above that are its own: between two decorators, or naming the flag."""
        text = self.module.text
        start, end = with_grouping(self.module, node, self.module.span(node))
        line, bottom = text.line_of(text.text.rindex("@", 0, start)), text.line_of(end - 1)
        before = decorated.decorator_list[: decorated.decorator_list.index(node)]
        top = comments_above(text, line, (before[-1].end_lineno or 0) if before else 0)
        if not before and not names_flag("\n".join(map(text.line, range(top, line))), self.flag):
            top = line
        while bottom < text.line_count and text.is_blank(bottom + 1):
            bottom += 1
        return Splice(text.start(top), text.start(bottom + 1), "", why)
