"""Expressions of a file into what is known of their values once the flag is settled."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from legacy_codemod.fold import calls, literals, names, operators
from legacy_codemod.fold.enums import attribute_of
from legacy_codemod.fold.flags import Flag, Read, read_at
from legacy_codemod.fold.hot import Hot, hot
from legacy_codemod.fold.lookups import subscript_value
from legacy_codemod.fold.purity import Idle, is_pure
from legacy_codemod.index.children import walk
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Scope
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.shapes import NOT_CONSTANT, Matcher, compile_shape
from legacy_codemod.truth import OPAQUE, Known, Truth, Value, because, settled, truth, unary

_LOAD = ast.Load()


@dataclass(eq=False)
class Evaluator:
    """Asks, on demand and across files, what a flag's value makes of an expression.

    ``flag`` is ``None`` for questions about plain constants. Answers are kept per node; a node that depends on itself
    is unknown.
    """

    world: World
    flag: Flag | None = None
    memo: dict[ast.AST, Value] = field(default_factory=dict)
    reads: dict[ast.AST, Read] = field(default_factory=dict)
    settled_calls: set[ast.AST] = field(default_factory=set)
    never_asked: set[ast.AST] = field(default_factory=set)
    symbols: dict[Symbol, Value] = field(default_factory=dict)
    unreachable: dict[ast.AST, bool] = field(default_factory=dict)
    ruled_out: dict[ast.AST, bool] = field(default_factory=dict)  # the same, but where what holds them runs
    leaving: dict[ast.stmt, bool] = field(default_factory=dict)  # statements that control now never passes
    passing: dict[tuple[ast.AST, str], int] = field(default_factory=dict)  # how many it passes first, of each suite
    busy: set[object] = field(default_factory=set)
    cut: int = 0  # how often a question came back to itself
    words: set[str] = field(default_factory=set)  # names found to carry the flag's value so far
    parameters: dict[str, set[str]] = field(default_factory=dict)  # the same for parameters, by file
    warm: dict[Module, Hot] = field(default_factory=dict)
    plain: Evaluator | None = None  # answers for constants, whatever the flag
    frames: frozenset[Scope] = frozenset()  # the functions that this one is inside of
    bound: dict[tuple[Scope, str], Value] = field(default_factory=dict)  # what their locals hold there
    passed: dict[tuple[ast.AST, str], Value] = field(default_factory=dict)  # what every call passes for a parameter
    results: dict[object, tuple[Value, bool]] = field(default_factory=dict)  # what calls gave
    spent: list[int] = field(default_factory=lambda: [0])  # calls followed since the outermost one

    @property
    def asks_everything(self) -> bool:
        """Whether nothing is passed over: inside a call any word may hold what the call passes."""
        return self.flag is None or bool(self.frames)

    def inside(self, scope: Scope, held: Mapping[str, Value]) -> Evaluator:
        """One that answers inside a function or comprehension whose names hold ``held``."""
        bound = self.bound | {(scope, name): value for name, value in held.items()}
        inner = replace(
            self,
            memo={},
            reads={},
            settled_calls=set(),
            never_asked=set(),
            unreachable={},
            ruled_out={},
            leaving={},
            passing={},
            passed={},
            cut=0,
        )
        return replace(inner, bound=bound, frames=self.frames | {scope})

    def hot(self, module: Module) -> Hot:
        """What the flag may settle in ``module``, by the words known so far."""
        if module not in self.warm:
            self.warm[module] = hot(module, self.words | self.parameters.get(module.path, set()))
        return self.warm[module]

    def learn_parameters(self, found: Iterable[tuple[str, str]]) -> set[str]:
        """Parameters that carry the flag's value, by file; gives the files for which one is news."""
        news = {(path, name) for path, name in found if name not in self.parameters.get(path, ())}
        for path, name in news:
            self.parameters.setdefault(path, set()).add(name)
        if news:
            self._forget()
        return {path for path, _ in news}

    def learn(self, words: Iterable[str]) -> None:
        """More names carry the flag's value: what was passed over may now be hot."""
        if fresh := set(words) - self.words:
            self.words |= fresh
            self._forget()

    def _forget(self) -> None:
        """What was passed over may now be hot: ask again."""
        self.warm.clear()
        self.memo.clear()
        self.symbols.clear()
        self.results.clear()
        self.passed.clear()
        self.unreachable.clear()
        self.ruled_out.clear()
        self.leaving.clear()
        self.passing.clear()

    def value(self, module: Module, node: ast.expr) -> Value:
        """What is known of ``node``."""
        if not isinstance(getattr(node, "ctx", _LOAD), ast.Load):
            return OPAQUE
        if node in self.memo:
            return self.memo[node]
        if not self.asks_everything and not self.busy and node not in self.hot(module).nodes:
            return OPAQUE
        if node in self.busy:
            self.cut += 1
            return OPAQUE
        cut = self.cut
        self.busy.add(node)
        try:
            answer = self._read(module, node) or _evaluate(self, module, node)
        finally:
            self.busy.discard(node)
        if cut == self.cut or not self.busy:  # an answer out of the middle of a circle is good for that circle only
            self.memo[node] = answer
        return answer

    def truth(self, module: Module, node: ast.expr) -> bool | None:
        """Whether ``node`` is true."""
        return truth(self.value(module, node))

    def pure(self, module: Module, node: ast.AST) -> bool:
        """Whether ``node`` may go unevaluated."""
        return is_pure(self.world, module, node, self.idle(module, node))

    def idle(self, module: Module, node: ast.AST) -> Idle:
        """What is known to do nothing once every call in ``node`` was asked."""
        asked = {Idle} - self.busy  # a question inside another one leaves the mark to that
        self.busy |= asked
        for part in walk(node):
            if isinstance(part, ast.Call):
                self.value(module, part)
        self.busy -= asked
        return Idle(self.settled_calls, self.never_asked)

    def asks_after_all(self, nodes: Iterable[ast.expr]) -> None:
        """What decides in front of ``nodes`` will be forgotten: nothing keeps them from being asked."""
        self.never_asked.difference_update(nodes)

    def counts(self, node: ast.expr, value: Value) -> bool:
        """Whether a part may decide for the whole: by the flag or as a literal, not as a constant that is no flag.

        In a function that is run for one call, what that call passes decides too.
        """
        named = (ast.Name, ast.Attribute, ast.Call)
        if self.flag is None or self.bound or settled(value):
            return True
        return not any(isinstance(part, named) for part in walk(node))

    def _read(self, module: Module, node: ast.expr) -> Value | None:
        if self.flag is None:
            return None
        read = read_at(self.flag, Matcher(self.world, module, self.literal), node)
        if read is None:
            return None
        self.reads[node] = read
        self.settled_calls |= read.own | {node}  # to read a flag does nothing; what it is asked with may
        if not read.becomes:
            return read.value
        result = compile_shape(read.becomes).tree
        if isinstance(result, ast.Constant):
            return Known(result.value, read.value.why)
        inner = self.value(module, read.kept[0]) if read.becomes.removeprefix("$") in read.captured else OPAQUE
        return because(inner, *read.value.why)

    def literal(self, module: Module, node: ast.expr) -> object:
        """The constant that a name of the repository holds, whatever the flag."""
        if isinstance(node, ast.Name) and (module.scopes.resolve(node), node.id) in self.bound:
            held = self.value(module, node)
            return held.value if isinstance(held, Known) else NOT_CONSTANT
        if self.plain is None:
            self.plain = self if self.flag is None else Evaluator(self.world)
        found = self.plain.value(module, node)
        inner = attribute_of(found, "value")  # a member of an enumeration stands for its value
        found = inner if isinstance(inner, Known) else found
        return found.value if isinstance(found, Known) else NOT_CONSTANT


def _evaluate(ask: Evaluator, module: Module, node: ast.expr) -> Value:
    match node:
        case ast.Constant(value=value):
            return Known(value)
        case ast.Name():
            return names.name_value(ask, module, node)
        case ast.Attribute():
            return names.attribute_value(ask, module, node)
        case ast.BoolOp():
            return operators.bool_op(ask, module, node)
        case ast.UnaryOp(op=op, operand=operand):
            return unary(op, ask.value(module, operand))
        case ast.Compare():
            return operators.comparison(ask, module, node)
        case ast.BinOp():
            return operators.arithmetic(ask, module, node)
        case ast.IfExp():
            return operators.conditional(ask, module, node)
        case ast.NamedExpr(value=value):
            return ask.value(module, value)
        case ast.Tuple(elts=elts) if all(isinstance(e, ast.Constant) for e in elts):
            return literals.display(ask, module, elts)
        case ast.Tuple(elts=[_, *_]) | ast.List(elts=[_, *_]) | ast.Set(elts=[_, *_]) | ast.Dict(keys=[ast.expr(), *_]):
            return OPAQUE if any(isinstance(e, ast.Starred) for e in getattr(node, "elts", ())) else Truth(True)
        case ast.Call():
            return calls.call_value(ask, module, node)
        case ast.Await(value=ast.Call() as call):
            return calls.awaited_value(ask, module, call)
        case ast.Subscript():
            return subscript_value(ask, module, node)
        case ast.JoinedStr(values=values):
            return literals.joined(ask, module, values)
    return OPAQUE
