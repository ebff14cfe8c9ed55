"""Statements that only ask an SDK for the flag, or hold what it said for nobody, into nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.question import Limits
from legacy_codemod.draft import Draft, pieces
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import Flag
from legacy_codemod.fold.purity import Idle, is_pure
from legacy_codemod.fold.sdk import Sdk, asks, only_makes
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol, qualified
from legacy_codemod.index.world import is_python
from legacy_codemod.prune import prune
from legacy_codemod.shapes import Matcher
from legacy_codemod.truth import Why


def without_asking(draft: Draft, flag: Flag, limits: Limits) -> Draft:
    """The draft without them; what only makes something to ask with goes where an edit left it bare."""
    if flag.sdk is None:
        return draft
    asked = _Asked(draft, flag, flag.sdk, limits)
    changed = {}
    gone: set[tuple[str, int]] = set()
    paths = {*draft.changed(), *(path for path, _held in draft.world.mentioning(flag.words))}
    for path in sorted(p for p in paths if is_python(p) and not limits.roots.is_kept(p)):
        module = draft.world.module(path)
        if module is not None and (found := dict(asked.statements(module))):
            gone |= {(path, draft.line(path, statement.lineno)) for statement in found}
            changed[path] = pieces(module, prune(module, found, lambda _node: False))
    later = draft.spliced(changed)
    return replace(later, findings=tuple(f for f in later.findings if (f.place.path, f.place.line) not in gone))


@dataclass(frozen=True, eq=False)
class _Asked:
    draft: Draft
    flag: Flag
    sdk: Sdk
    limits: Limits
    ask: Evaluator = field(init=False)  # what constants hold

    def __post_init__(self) -> None:
        object.__setattr__(self, "ask", Evaluator(self.draft.world))

    def statements(self, module: Module) -> Iterator[tuple[ast.stmt, Why]]:
        """Those of one file that go."""
        for node in module.nodes:
            match node:
                case ast.Expr(value=ast.Call() as call) | ast.Expr(value=ast.Await(value=ast.Call() as call)):
                    if why := self._bare(module, node, call):
                        yield node, why
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=ast.Call() as call)
                    | ast.AnnAssign(target=ast.Name(id=name), value=ast.Call() as call)
                ):
                    if (self._asks(module, call) or self._makes(module, call)) and self._is_idle(module, node, name):
                        yield node, (*self._before(module, node), f"{name} unused")

    def _bare(self, module: Module, node: ast.stmt, call: ast.Call) -> Why:
        if self._asks(module, call):
            return (*self._before(module, node), "read unused")
        before = self.draft.because(module.path, [self.draft.line(module.path, node.lineno)])
        return (*before, "call unused") if before and self._makes(module, call) else ()

    def _before(self, module: Module, node: ast.stmt) -> Why:
        line = self.draft.line(module.path, node.lineno)
        return self.draft.because(module.path, [line]) or self.flag.why

    def _asks(self, module: Module, call: ast.Call) -> bool:
        """Whether a call asks for the flag, and nothing that it is given acts."""
        matcher = Matcher(self.draft.world, module, self.ask.literal)
        found = asks(self.sdk, matcher, call)
        return found is not None and is_pure(self.draft.world, module, call, Idle(found.own))

    def _makes(self, module: Module, call: ast.Call) -> bool:
        calls = {n for n in ast.walk(call) if isinstance(n, ast.Call)}
        made = {n for n in calls if only_makes(self.sdk, self.draft.world, module, n)}
        return call in made and is_pure(self.draft.world, module, call, Idle(made))

    def _is_idle(self, module: Module, node: ast.stmt, name: str) -> bool:
        """Whether a name of a module or class was needed and is not any more."""
        owner = module.scopes.parents[node]
        if not isinstance(owner, (ast.Module, ast.ClassDef)):
            return False
        inside = f"{qualified(module, owner)}." if isinstance(owner, ast.ClassDef) else ""
        symbol = Symbol(module.path, f"{inside}{name}")
        before, now = Alive(self.draft.start, self.limits.roots), Alive(self.draft.world, self.limits.roots)
        return before.is_needed(symbol) and not now.is_needed(symbol) and not self.limits.roots.holds(symbol)
