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
        "if _now_leaves(ask, now, suite[at]):",
        "if False:",
    ),
    Fault(
        "`elif` becomes `if` a second time",
        "fold/branches.py",
        'branches[kept[0]].start + len("el")',
        "branches[kept[0]].start",
    ),
    Fault(
        "a settled `elif` keeps its test and no else",
        "fold/conditions.py",
        "if left.closed and last.test is not None:",
        "if False:",
    ),
    Fault(
        "a generator becomes a function",
        "fold/nature.py",
        "for node, was in reversed(lost_yields):",
        "for node, was in []:",
    ),
    Fault(
        "a local name comes to mean a global one",
        "fold/nature.py",
        "lost = changed_meaning(both)",
        "lost = None",
    ),
    Fault(
        "what a settled test does is dropped",
        "fold/gone.py",
        "if settled(value) and self.ask.pure(self.module, test):\n            return truth(value)",
        "if settled(value):\n            return truth(value)",
    ),
    Fault(
        "`while` that never runs leaves its body and not its else",
        "fold/conditions.py",
        "fold.hoist([first, Branch(None, node.orelse, start, header)], 1, why)",
        "fold.hoist([first, Branch(None, node.orelse, start, header)], 0, why)",
    ),
    Fault(
        "the else of a `while` is not folded in its turn",
        "fold/suites.py",
        "        self.suite(Suite(branches[index].body, branches[index].header))\n",
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
        "type(one.value) is type(other.value) and one.value == other.value",
        "one.value == other.value",
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
        "(guard is False and not _lends_names(module, case)) or fits is False",
        "guard is False or fits is False",
    ),
    Fault(
        "the ternary takes the wrong side",
        "fold/expressions.py",
        "chosen = node.body if known else node.orelse",
        "chosen = node.orelse if known else node.body",
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
        "fold/matches.py",
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
        "splices=[*splices, *texts]",
        "splices=splices",
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
    Fault(
        "of several calls only the first is asked",
        "fold/parameters.py",
        "            return OPAQUE\n    return _agreed(passed, name)",
        "            return OPAQUE\n        break\n    return _agreed(passed, name)",
    ),
    Fault(
        "a parameter of a decorated function counts as passed as written",
        "fold/parameters.py",
        "if function.decorator_list or name not in named:",
        "if name not in named:",
    ),
    Fault(
        "a parameter of a method counts though a subclass may call it",
        "fold/parameters.py",
        "return not has_subclass(",
        "return True or has_subclass(",
    ),
    Fault(
        "a local name counts as bound where it may not be",
        "fold/names.py",
        "if len(live) == 1 and not is_bound_at(",
        "if False and not is_bound_at(",
    ),
    Fault(
        "no error comes before what binds a name",
        "fold/bound.py",
        "return surely or _is_quiet(",
        "return True or _is_quiet(",
    ),
    Fault(
        "what runs later counts as bound by what stands below it",
        "fold/bound.py",
        "around = around[around.index(openings[-1]) :]",
        "return True",
    ),
    Fault(
        "a manager whose exit says something lets errors out",
        "fold/managers.py",
        "return any(ends) and all(_gives_nothing(end) for end in ends if end)",
        "return any(ends)",
    ),
    Fault(
        "whatever else an import may bring in counts for nothing",
        "fold/rebound.py",
        "return alternatives(ask.world, module, node) == {found}",
        "return True",
    ),
    Fault(
        "of two imports of one name the first is taken",
        "fold/flags.py",
        "return named and alternatives(matcher.world, matcher.module, node) == {found}",
        "return named",
    ),
    Fault(
        "a member of an enumeration is its value",
        "fold/names.py",
        "return member_of(ask, symbol, value) if makes_member and is_enum(ask, owner_of(symbol)) else value",
        "return value",
    ),
    Fault(
        "what is set by a string counts as constant",
        "index/writes.py",
        "if text in args and last_name(func) in _SETTERS:",
        "if False:",
    ),
    Fault(
        "what is assigned elsewhere counts as constant",
        "fold/rebound.py",
        "if any(True for _ in writes(ask.world, symbol)):",
        "if False:",
    ),
    Fault(
        "what a subclass overrides counts as constant",
        "fold/rebound.py",
        "(_overridden(ask.world, symbol) or (by_calls and is_given(ask, symbol)))",
        "by_calls and is_given(ask, symbol)",
    ),
    Fault(
        "a field that a call gives counts as its default",
        "fold/rebound.py",
        "(_overridden(ask.world, symbol) or (by_calls and is_given(ask, symbol)))",
        "_overridden(ask.world, symbol)",
    ),
    Fault(
        "a name keeps the truth of a list",
        "fold/names.py",
        "return OPAQUE if isinstance(value, Truth) and _may_be_refilled(",
        "return OPAQUE if False and _may_be_refilled(",
    ),
    Fault(
        "a constant that is no flag decides",
        "fold/evaluate.py",
        "if self.flag is None or self.bound or settled(value):",
        "if True:",
    ),
    Fault(
        "a list equals a tuple",
        "fold/operators.py",
        "return display(ask, module, node.elts) if isinstance(node, ast.Tuple) else",
        "return display(ask, module, node.elts) if isinstance(node, (ast.Tuple, ast.List)) else",
    ),
    Fault(
        "equal values are the same value",
        "truth.py",
        "if isinstance(op, (ast.Is, ast.IsNot)) and not (is_single(a) or is_single(b)):",
        "if False:",
    ),
    Fault(
        "a decorated function gives what its body returns",
        "fold/calls.py",
        "return not is_generator(node) and all(_is_transparent(ask, module, d) for d in node.decorator_list)",
        "return not is_generator(node)",
    ),
    Fault(
        "a call of a generator gives what it returns",
        "fold/calls.py",
        "return not is_generator(node) and all(_is_transparent(ask, module, d) for d in node.decorator_list)",
        "return all(_is_transparent(ask, module, d) for d in node.decorator_list)",
    ),
    Fault(
        "a coroutine counts as what it returns",
        "fold/calls.py",
        "if not isinstance(node, (ast.FunctionDef, ast.Lambda)) or other is None:",
        "if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) or other is None:",
    ),
    Fault(
        "a bare return in a loop ends nothing",
        "fold/gone.py",
        "if not bare or not isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef)):",
        "if not bare:",
    ),
    Fault(
        "what was unreachable before comes to run",
        "fold/gone.py",
        "return all(unreached)",
        "return True",
    ),
    Fault(
        "what a condition did loses its parentheses",
        "fold/effects.py",
        'sources.append(source if enough else f"({source})")',
        "sources.append(source)",
    ),
    Fault(
        "what a read becomes comes in another order",
        "fold/become.py",
        "or not (once and ordered)",
        "or not once",
    ),
    Fault(
        "the calls of a read that goes are not asked",
        "fold/become.py",
        "idle = Idle(known.calls | {node}, ",
        "idle = Idle(frozenset({node}), ",
    ),
    Fault(
        "an f-string that shows how it is written is cut",
        "fold/strings.py",
        "if shown is None or _spell_out(fold, node, shown):",
        "if True:",
    ),
    Fault(
        "a format takes the place of its f-string",
        "fold/strings.py",
        "for part in node.format_spec.values if isinstance(node.format_spec, ast.JoinedStr) else ():",
        "for part in [node.format_spec] if node.format_spec else ():",
    ),
    Fault(
        "a lambda stops being a generator",
        "fold/generators.py",
        "return [part for part in _own([body]) if isinstance(part, (ast.Yield, ast.YieldFrom))]",
        "return []",
    ),
    Fault(
        "a generator expression stops being asynchronous",
        "fold/generators.py",
        "return [part for part in _own(inner) if isinstance(part, ast.Await)]",
        "return []",
    ),
    Fault(
        "what stays for a name is not folded inside",
        "fold/suites.py",
        "fold_statement(self, node)",
        "return",
    ),
    Fault(
        "a whole file stays for one name that only a declaration shares",
        "fold/nature.py",
        "for scope in where for binder",
        "for scope in where[:1] for binder",
    ),
    Fault(
        "a text is put where it is asked which object it is",
        "fold/become.py",
        "and _is_told_apart(fold, node)",
        "and False",
    ),
    Fault(
        "what decides of a branch that stays is folded with the rest",
        "fold/conditions.py",
        "fold_condition(fold.expressions, branches[index].test)",
        "fold.expressions.fold(branches[index].test, boolean=True)",
    ),
    Fault(
        "what a branch hides that stays for what it hides is kept with it",
        "fold/conditions.py",
        "hidden = index > hiding and not _stays(fold, branch)",
        "hidden = False",
    ),
    Fault(
        "a case that hides what stays takes it",
        "fold/cases.py",
        "or (hides and any(later in around for later in behind))",
        "",
    ),
    Fault(
        "what stands beside an operand that stays is not folded",
        "fold/expressions.py",
        "fold_expression(self, node, boolean=boolean)",
        "pass",
    ),
    Fault(
        "a `global` in what goes is forgotten",
        "fold/meanings.py",
        "seen |= {(scope, name) for scope in module.scopes.of_node.values() for name in scope.outer}",
        "pass",
    ),
    Fault(
        "a class body looks its names up as a function does",
        "fold/meanings.py",
        "as_global = means is None and isinstance(was, ast.ClassDef) and meant is was",
        "as_global = isinstance(was, ast.ClassDef) and meant is was",
    ),
    Fault(
        "a class body has a name before it binds it",
        "index/scopes.py",
        "return self.module if name.id in self.module.bindings else None",
        "return found",
    ),
    Fault(
        "a generator stays one in front of what follows it",
        "fold/nature.py",
        "return [*others, replace(cut, text=only if emptied else cut.text + line)]",
        "return [*others, replace(cut, text=only if emptied else line + cut.text)]",
    ),
)
