"""Expressions that a flag settled into the splices that simplify them."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from types import NoneType

from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import Read
from legacy_codemod.fold.parentheses import behind_comment, may_stand_bare, on_one_line, with_grouping
from legacy_codemod.fold.purity import Idle, is_pure
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol, target
from legacy_codemod.layout.commas import after_comma
from legacy_codemod.layout.precedence import ATOM, binding_strength, needed_strength
from legacy_codemod.layout.spans import Span, grouped
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding, Place
from legacy_codemod.truth import Known, Value, Why, literal, settled, truth


@dataclass(eq=False)
class ExpressionFold:
    """Collects the splices for the expressions of one file."""

    ask: Evaluator
    module: Module
    splices: list[Splice] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def fold(self, node: ast.AST | None, *, boolean: bool = False) -> None:
        """Simplify ``node``; ``boolean`` where only its truth is asked for."""
        if not isinstance(node, ast.expr):
            for child in ast.iter_child_nodes(node) if node is not None else ():
                self.fold(child)
            return
        if not self._holds_settled(node):
            return
        if isinstance(node, ast.JoinedStr) and not self._positions_hold(node):
            return
        if self._whole(node, boolean=boolean):
            return
        match node:
            case ast.BoolOp():
                self._bool_op(node, boolean=boolean)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                self.fold(operand, boolean=True)
            case ast.IfExp():
                self._if_expression(node, boolean=boolean)
            case ast.Call(func=ast.Name(id="bool"), args=[argument], keywords=[]):
                self.fold(argument, boolean=True)
            case ast.Call(
                func=ast.Name(id="all" | "any" as name), args=[ast.List() | ast.Tuple() | ast.Set() as display]
            ):
                self._all_or_any(name, display)
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                self._comprehension(node)
            case _:
                for child in ast.iter_child_nodes(node):
                    self.fold(child)

    def replace(self, where: Span, text: str, why: Why) -> None:
        """Note one splice, if it does anything."""
        if where[0] == where[1] and not text:
            return
        self.splices.append(Splice(*where, text, why))

    def why(self, node: ast.expr) -> Why:
        """The chain that settled ``node``."""
        return self.ask.value(self.module, node).why

    def _value(self, node: ast.expr) -> Value:
        return self.ask.value(self.module, node)

    def _holds_settled(self, node: ast.AST) -> bool:
        return any(isinstance(n, ast.expr) and (settled(self._value(n)) or n in self.ask.reads) for n in ast.walk(node))

    def _positions_hold(self, node: ast.JoinedStr) -> bool:
        """Before Python 3.12 ``ast`` misplaces what stands in some f-strings: those are left, and said so."""
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                try:
                    read = ast.parse(f"({self.module.source(part.value)})", mode="eval").body
                except (SyntaxError, ValueError):
                    read = None
                if read is None or ast.dump(read) != ast.dump(part.value):
                    place = Place(self.module.path, node.lineno)
                    self.findings.append(
                        Finding(place, "the flag is read inside an f-string that cannot be cut exactly")
                    )
                    return False
        return True

    def _whole(self, node: ast.expr, *, boolean: bool) -> bool:
        """Put the value in for the whole of ``node``, where nothing it does is lost."""
        value = self._value(node)
        read = self.ask.reads.get(node)
        if isinstance(node, ast.Constant):
            return True
        if read is not None and read.becomes and not boolean:
            return self._becomes(node, read)
        if not self.ask.pure(self.module, node):
            return False
        text = None
        if not boolean and self._has_its_own_result(node):
            return False
        if boolean and settled(value) and truth(value) is not None:
            text = repr(truth(value))
        elif settled(value) and isinstance(value, Known) and not (read is None and self._says_more(node, value)):
            text = literal(value.value)
        if text is None:
            return False
        self._put(node, text, value.why or read.value.why if read else value.why)
        return True

    def _says_more(self, node: ast.expr, value: Known) -> bool:
        """A name of a string or number says what it is for: it stays, while a yes or no is decided and goes."""
        if isinstance(node, ast.JoinedStr):
            parts = [(p.value, self._value(p.value)) for p in node.values if isinstance(p, ast.FormattedValue)]
            return any(isinstance(held, Known) and self._says_more(part, held) for part, held in parts)
        if isinstance(value.value, (bool, NoneType)):
            return False
        named = node.func if isinstance(node, ast.Call) else node
        return isinstance(named, (ast.Name, ast.Attribute)) and isinstance(
            target(self.ask.world, self.module, named), Symbol
        )

    def _has_its_own_result(self, node: ast.expr) -> bool:
        """Whether one of the parts is the result: it stays as it is written."""
        return isinstance(node, ast.BoolOp) or (isinstance(node, ast.IfExp) and settled(self._value(node.test)))

    def _becomes(self, node: ast.expr, read: Read) -> bool:
        """Put what the read becomes in its place, unless an effect of it would be lost, doubled or come in another order."""
        idle = Idle(self.ask.settled_calls | {node}, frozenset(read.kept))
        acting = [part for part in read.kept if not self.ask.pure(self.module, part)]
        once = all(read.becomes.count(f"${name}") == 1 for name, part in read.captured.items() if part in acting)
        ordered = acting == sorted(acting, key=self.module.span)
        if not is_pure(self.ask.world, self.module, node, idle) or not (once and ordered):
            return False
        if read.becomes.removeprefix("$") in read.captured:
            start, end = self.module.span(read.kept[0])
            self._keep_part(node, read.kept[0], (start, end), read.value.why)
            self.fold(read.kept[0])
            return True
        text = re.sub(r"\$(\w+)", lambda name: self._operand(read.captured[name[1]]), read.becomes)
        self._put(node, text, read.value.why)
        return True

    def _operand(self, part: ast.expr) -> str:
        source = self.module.source(part)
        return source if binding_strength(part) == ATOM else f"({source})"

    def _put(self, node: ast.expr, text: str, why: Why) -> None:
        parent = self.module.scopes.parents[node]
        if isinstance(parent, ast.Expr) and text in ("True", "False", "None"):
            return
        start, end = self.module.span(node)
        written = ast.parse(text, mode="eval").body
        number = isinstance(parent, ast.Attribute) and text[0].isdigit()  # `3.real` is no attribute of 3
        bare = binding_strength(written) == ATOM and not number
        outer = self._outer(node)
        if outer == (start, end) and (number or binding_strength(written) < needed_strength(parent, node)):
            text = f"({text})"
        self.replace(outer if bare else (start, end), text, why)

    def _outer(self, node: ast.expr) -> Span:
        """``node`` with the parentheses around it, unless one of them was already cut."""
        inner = self.module.span(node)
        start, end = with_grouping(self.module, node, inner)
        cut = any(s.start < end and start < s.end and not s.start <= start <= end <= s.end for s in self.splices)
        return inner if cut else (start, end)

    def _bool_op(self, node: ast.BoolOp, *, boolean: bool) -> None:
        stops = isinstance(node.op, ast.Or)
        values = list(node.values)
        kept = list(values)
        for index, operand in enumerate(values):
            known = truth(self._value(operand)) if settled(self._value(operand)) else None
            if known is None:
                continue
            if known is stops:  # what comes after is never asked
                kept = [k for k in kept if values.index(k) <= index]
                break
            last = index == len(values) - 1
            if self.ask.pure(self.module, operand) and (boolean or not last):
                kept.remove(operand)
        if not kept:
            kept = values[-1:]
        self._keep_operands(node, kept)
        for operand in kept:
            self.fold(operand, boolean=boolean)

    def _keep_operands(self, node: ast.BoolOp, kept: list[ast.expr]) -> None:
        values = list(node.values)
        if len(kept) == len(values):
            return
        spans = [self._operand_span(node, v) for v in values]
        gone = [i for i, v in enumerate(values) if v not in kept]
        why = tuple(dict.fromkeys(w for i in gone for w in self.why(values[i]))) or tuple(
            w for v in kept for w in self.why(v)
        )
        if len(kept) == 1:
            self._keep_part(node, kept[0], spans[values.index(kept[0])], why)
            return
        for index in gone:
            later = [i for i in range(index + 1, len(values)) if i not in gone]
            earlier = [i for i in range(index) if i not in gone]
            if index:
                self._comments_between(spans[index - 1][1], spans[index][0], why)
            if later:
                self.replace((spans[index][0], spans[index + 1][0]), "", why)
            elif earlier:
                self.replace(behind_comment(self.module, (spans[index - 1][1], spans[index][1])), "", why)

    def _comments_between(self, low: int, high: int, why: Why) -> None:
        """Comments on lines of their own above an operand that goes."""
        text = self.module.text
        for line in range(text.line_of(low) + 1, text.line_of(high)):
            if text.is_comment(line):
                self.replace((text.start(line), text.start(line + 1)), "", why)

    def _operand_span(self, node: ast.BoolOp, operand: ast.expr) -> Span:
        low, high = self.module.span(node)
        index = node.values.index(operand)
        start = self.module.span(node.values[index - 1])[1] if index else low
        return grouped(self.module.text, self.module.span(operand), (start, high))

    def _keep_part(self, node: ast.expr, left: ast.expr, kept: Span, why: Why) -> None:
        """Leave ``left``, which spans ``kept`` with its parentheses, where ``node`` stood.

        ``(FLAG and x)`` is left as ``x``: parentheses go where ``x`` needs none and stands on one line.
        """
        inner = self.module.span(node)
        outer = self._outer(node)
        bare = may_stand_bare(self.module, node, left)
        if bare and on_one_line(self.module, kept):
            kept = self.module.span(left)
        joined = all(
            on_one_line(self.module, (a, b)) for a, b in (kept, (outer[0], inner[0] + 1), (inner[1] - 1, outer[1]))
        )
        if not (bare and joined):
            outer = inner
        weak = outer == inner and kept == self.module.span(left) and not bare and self._needs_parentheses(node, left)
        if weak:
            self.replace((inner[0], kept[0]), "(", why)
            self.replace((kept[1], inner[1]), ")", why)
            return
        self.replace((outer[0], kept[0]), "", why)
        self.replace(behind_comment(self.module, (kept[1], outer[1])), "", why)

    def _needs_parentheses(self, node: ast.expr, left: ast.expr) -> bool:
        """Whether ``left`` means something else in the place of ``node``, which needed none around itself."""
        inner = self.module.span(node)
        parent = self.module.scopes.parents[node]
        if with_grouping(self.module, node, inner) != inner or isinstance(left, ast.Tuple):  # which has its own
            return False
        return binding_strength(left) < min(needed_strength(parent, node), binding_strength(node))

    def _if_expression(self, node: ast.IfExp, *, boolean: bool) -> None:
        value = self._value(node.test)
        known = truth(value) if settled(value) else None
        if known is None or not self.ask.pure(self.module, node.test):
            self.fold(node.test, boolean=True)
            self.fold(node.body, boolean=boolean)
            self.fold(node.orelse, boolean=boolean)
            return
        chosen = node.body if known else node.orelse
        start, end = self.module.span(node)
        low = start if known else self.module.span(node.test)[1]
        kept = grouped(self.module.text, self.module.span(chosen), (low, end))
        self._keep_part(node, chosen, kept, value.why)
        self.fold(chosen, boolean=boolean)

    def _all_or_any(self, name: str, display: ast.List | ast.Tuple | ast.Set) -> None:
        stops = name == "any"
        gone = [
            e
            for e in display.elts
            if settled(self._value(e)) and truth(self._value(e)) is (not stops) and self.ask.pure(self.module, e)
        ]
        for element in display.elts:
            if element in gone and len(gone) < len(display.elts):
                self._drop_element(display, element, gone)
            else:
                self.fold(element, boolean=True)

    def _drop_element(self, display: ast.List | ast.Tuple | ast.Set, element: ast.expr, gone: list[ast.expr]) -> None:
        spans = [with_grouping(self.module, e, self.module.span(e)) for e in display.elts]
        index = display.elts.index(element)
        left = [i for i, e in enumerate(display.elts) if e not in gone]
        lonely = isinstance(display, ast.Tuple) and len(left) == 1  # one element makes a tuple only with its comma
        why = self.why(element)
        if left[-1] > index:
            self.replace((spans[index][0], spans[index + 1][0]), "", why)
        else:
            comma = "," if lonely and index == left[-1] + 1 else ""
            self.replace((spans[index - 1][1], spans[index][1]), comma, why)
        end = spans[left[0]][1]
        if lonely and left[0] == len(spans) - 1 and after_comma(self.module.text, end) == end:
            self.replace((end, end), ",", why)

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> None:
        for generator in node.generators:
            self.fold(generator.iter)
            end = self.module.span(generator.iter)[1]
            for test in generator.ifs:
                outer = grouped(self.module.text, self.module.span(test), (end, len(self.module.text.text)))
                value = self._value(test)
                if settled(value) and truth(value) and self.ask.pure(self.module, test):
                    start = self.module.text.text.rindex("if", end, outer[0])
                    self.replace((self._before(start), outer[1]), "", value.why)
                else:
                    self.fold(test, boolean=True)
                end = outer[1]
        for part in (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,):
            self.fold(part)

    def _before(self, offset: int) -> int:
        while offset and self.module.text.text[offset - 1] in " \t":
            offset -= 1
        return offset
