"""What may go wrong in a fold → the change of its source that makes it go wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """``old`` becomes ``new`` in ``file``, which must hold it."""

    title: str
    file: str
    old: str
    new: str


FAULTS = (
    Fault(
        "`and` drops its last operand in value context",
        "fold/operands.py",
        "(boolean or not last)",
        "(boolean or last or not last)",
    ),
    Fault(
        "an operand that acts is dropped",
        "fold/operands.py",
        "if fold.ask.pure(fold.module, operand) and",
        "if",
    ),
    Fault(
        "what stands behind a deciding operand is kept, what decides is not",
        "fold/operands.py",
        "values.index(k) <= index]",
        "values.index(k) < index]",
    ),
    Fault(
        "`and` and `or` stop at the same truth",
        "fold/operands.py",
        "stops = isinstance(node.op, ast.Or)",
        "stops = True",
    ),
    Fault(
        "a truth put in where the value is asked for",
        "fold/become.py",
        "decided = boolean and settled",
        "decided = settled",
    ),
    Fault(
        "unreachable code behind a return is kept",
        "fold/live.py",
        "return any(_now_leaves(ask, now, statement) for statement in suite[: suite.index(node)])",
        "return False",
    ),
    Fault(
        "`elif` becomes `if` a second time",
        "fold/branches.py",
        'branches[kept[0]].start + len("el")',
        "branches[kept[0]].start",
    ),
    Fault(
        "a settled `elif` keeps its test and no else",
        "fold/suites.py",
        "if always and last.test is not None:",
        "if False:",
    ),
    Fault(
        "a generator becomes a function",
        "fold/nature.py",
        "for node in _no_longer_generators(both):",
        "for node in []:",
    ),
    Fault(
        "a local name comes to mean a global one",
        "fold/nature.py",
        "(lost := changed_meaning(both))",
        "(lost := None)",
    ),
    Fault(
        "what a settled test does is dropped",
        "fold/gone.py",
        "if settled(value) and self.ask.pure(self.module, test):\n            return truth(value)",
        "if settled(value):\n            return truth(value)",
    ),
    Fault(
        "`while` that never runs leaves its body and not its else",
        "fold/suites.py",
        "self._hoist([first, Branch(None, node.orelse, start, header)], 1, why)",
        "self._hoist([first, Branch(None, node.orelse, start, header)], 0, why)",
    ),
    Fault(
        "the else of a `while` is not folded in its turn",
        "fold/suites.py",
        "        self._suite(Suite(branches[index].body, branches[index].header))\n",
        "",
    ),
    Fault(
        "a comparison is not mirrored",
        "truth.py",
        "ast.Lt: ast.Gt, ast.Gt: ast.Lt,",
        "ast.Lt: ast.Lt, ast.Gt: ast.Gt,",
    ),
    Fault(
        "the open end of an interval is taken for closed",
        "truth.py",
        "inside.high < bound or (inside.below and inside.high == bound)",
        "inside.high < bound",
    ),
    Fault(
        "the closed end of an interval is taken for open",
        "truth.py",
        "inside.high < bound or (inside.below and inside.high == bound)",
        "inside.high <= bound",
    ),
    Fault(
        "a number counts as equal to a truth value of another type",
        "fold/parameters.py",
        "all(type(v.value) is type(held) and v.value == held for v in known)",
        "known",
    ),
    Fault(
        "the first of several assignments wins",
        "fold/names.py",
        "return before[-1:] or live",
        "return before[:1] or live",
    ),
    Fault(
        "parentheses that are needed are dropped",
        "fold/expressions.py",
        "return self._breaks_out(node, left) or binding_strength(left) < min(",
        "return False and (",
    ),
    Fault(
        "a walrus counts as free of effects",
        "fold/purity.py",
        "ast.YieldFrom, ast.NamedExpr)",
        "ast.YieldFrom)",
    ),
    Fault(
        "an `await` counts as free of effects",
        "fold/purity.py",
        "_IMPURE = (ast.Await, ast.Yield",
        "_IMPURE = (ast.Yield",
    ),
    Fault(
        "a comprehension loses a filter that never holds",
        "fold/displays.py",
        "if settled(value) and truth(value) and fold.ask.pure(fold.module, test):",
        "if settled(value) and fold.ask.pure(fold.module, test):",
    ),
    Fault(
        "the case behind one that always matches is kept, the guard too",
        "fold/cases.py",
        "if (guard is False and not _lends_names(module, case)) or fits is False:",
        "if guard is False or fits is False:",
    ),
    Fault(
        "the ternary takes the wrong side",
        "fold/expressions.py",
        "chosen = node.body if known else node.orelse",
        "chosen = node.orelse if known else node.body",
    ),
    Fault(
        "a store that runs on one branch only counts as always run",
        "fold/names.py",
        "if isinstance(outer, ast.If) and settled(ask.value(module, outer.test)):",
        "if isinstance(outer, ast.If):",
    ),
    Fault(
        "calls that disagree count as agreeing",
        "fold/parameters.py",
        "if not why or len(known) != len(passed):",
        "if not why:",
    ),
    Fault(
        "a `with` never swallows an error",
        "fold/managers.py",
        "return _passes(world, module, item.context_expr)",
        "return True",
    ),
    Fault(
        "a `try` leaves where its body does, whatever its handlers do",
        "fold/exits.py",
        "(body and all(self.suite(handler.body) for handler in node.handlers))",
        "body",
    ),
    Fault(
        "a loop that always runs never ends, whatever breaks out of it",
        "fold/exits.py",
        "(known is True and not self._breaks(body))",
        "known is True",
    ),
    Fault(
        "a match on the flag takes any pattern",
        "fold/cases.py",
        "return None if held is NOT_CONSTANT else truth(compare(ast.Eq(), subject, Known(held)))",
        "return True",
    ),
    Fault(
        "what a match asks for is not asked for",
        "fold/suites.py",
        "return (source,) if source else None",
        "return ()",
    ),
    Fault(
        "a `try` whose body goes takes its `else` along",
        "fold/gone.py",
        "return self.empties(node) and self.all_go(node.orelse) and self.all_go(node.finalbody)",
        "return self.empties(node) and self.all_go(node.finalbody)",
    ),
    Fault(
        "a text becomes a docstring",
        "fold/nature.py",
        "splices=[*piece.splices, *_undocumented(both)]",
        "splices=piece.splices",
    ),
    Fault(
        "what acts in a read is dropped",
        "fold/effects.py",
        "return tuple(sources) if all(sources) else ()",
        "return ('pass',)",
    ),
    Fault(
        "a dict is spread into a list",
        "fold/spreads.py",
        "return isinstance(node, ast.Dict) and isinstance(display, ast.Dict)",
        "return True",
    ),
    Fault(
        "of what imports may bring, the first counts",
        "fold/rebound.py",
        "return alternatives(ask.world, module, node) == {found}",
        "return True",
    ),
    Fault(
        "an attribute set on something unknown is another's",
        "index/writes.py",
        'return "." in symbol.name or _hands_out(world, symbol.path)',
        "return _hands_out(world, symbol.path)",
    ),
    Fault(
        "no statement of a function's try raises",
        "fold/outcome.py",
        "if cannot_raise(self.ask, self.module, node.body):",
        "if True:",
    ),
    Fault(
        "what a loop's branch may bind stays known",
        "fold/outcome.py",
        "self.ask.bound[self.scope, name] = OPAQUE\n",
        "pass\n",
    ),
    Fault(
        "a list that grows keeps its elements",
        "fold/names.py",
        "if is_refillable(value) and not reads_only(ask.world, symbol):",
        "if False:",
    ),
)
