"""Expressions that a flag settled into the splices that simplify them."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from legacy_codemod.fold.become import put_value
from legacy_codemod.fold.displays import fold_elements, fold_filters
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.generators import marks
from legacy_codemod.fold.operands import fold_operands
from legacy_codemod.fold.parentheses import behind_comment, may_stand_bare, on_one_line, stands_alone, with_grouping
from legacy_codemod.fold.sparing import Spared, fold_expression, takes
from legacy_codemod.fold.spreads import fold_spreads
from legacy_codemod.fold.strings import fold_field
from legacy_codemod.index.children import children
from legacy_codemod.index.module import Module
from legacy_codemod.layout.precedence import ATOM, binding_strength, needed_strength
from legacy_codemod.layout.spans import Span, grouped
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding, Place
from legacy_codemod.truth import Value, Why, settled, truth

_IS_A_GENERATOR = "folding the flag here would make a generator something else: what makes it one stays"


@dataclass(eq=False)
class ExpressionFold:
    """Collects the splices for the expressions of one file."""

    ask: Evaluator
    module: Module
    spared: Spared
    splices: list[Splice] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def fold(self, node: ast.AST | None, *, boolean: bool = False) -> None:
        """Simplify ``node``; ``boolean`` where only its truth is asked for."""
        if node not in self.ask.hot(self.module).nodes:
            return
        if not isinstance(node, ast.expr):
            for child in children(node) if node is not None else ():
                self.fold(child)
            return
        if not self._holds_settled(node):
            return
        if isinstance(node, ast.JoinedStr) and not self._positions_hold(node):
            return
        if node not in self.spared.in_parts:
            splices, findings = len(self.splices), len(self.findings)
            self._whole(node, boolean=boolean)
            if node not in self.spared.around or not self.spared.is_taken(self.splices[splices:]):
                return
            del self.splices[splices:], self.findings[findings:]
            self.spared.in_parts.add(node)
        fold_expression(self, node, boolean=boolean)

    def _whole(self, node: ast.expr, *, boolean: bool) -> None:
        if put_value(self, node, boolean=boolean):
            return
        if node in self.ask.reads and not self.ask.pure(self.module, node):
            reason = "an argument of this read acts: the read stays where it is"
            self.findings.append(Finding(Place(self.module.path, node.lineno), reason))
        count = len(self.splices)
        self._parts(node, boolean=boolean)
        if (kinds := marks(node)) and all(takes(self.module, self.splices[count:], kind) for kind in kinds):
            del self.splices[count:]
            self.spared.spare(kinds[0], _IS_A_GENERATOR)
            fold_expression(self, node, boolean=boolean)

    def _parts(self, node: ast.expr, *, boolean: bool) -> None:
        match node:
            case ast.BoolOp():
                fold_operands(self, node, boolean=boolean)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                self.fold(operand, boolean=True)
            case ast.IfExp():
                self._if_expression(node, boolean=boolean)
            case ast.FormattedValue():
                fold_field(self, node)
            case ast.Call(func=ast.Name(id="bool"), args=[argument], keywords=[]):
                self.fold(argument, boolean=True)
            case ast.Call(
                func=ast.Name(id="all" | "any" as name), args=[ast.List() | ast.Tuple() | ast.Set() as display]
            ):
                fold_elements(self, name, display)
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                fold_filters(self, node)
            case ast.List() | ast.Tuple() | ast.Set() | ast.Dict() | ast.Call():
                fold_spreads(self, node)
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

    def value(self, node: ast.expr) -> Value:
        """What is known of ``node``."""
        return self.ask.value(self.module, node)

    def _holds_settled(self, node: ast.AST) -> bool:
        return any(isinstance(n, ast.expr) and (settled(self.value(n)) or n in self.ask.reads) for n in ast.walk(node))

    def _positions_hold(self, node: ast.JoinedStr) -> bool:
        """Before Python 3.12 ``ast`` misplaces what stands in some f-strings: those are left, and said so."""
        for part in ast.walk(node):
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

    def put(self, node: ast.expr, text: str, why: Why) -> None:
        """Put ``text`` in the place of ``node``, in parentheses where it needs them."""
        parent = self.module.scopes.parents[node]
        if isinstance(parent, ast.Expr) and text in ("True", "False", "None"):
            return
        start, end = self.module.span(node)
        text = text if stands_alone(text) else f"({text})"
        written = ast.parse(text, mode="eval").body
        number = isinstance(parent, ast.Attribute) and text[0].isdigit()  # `3.real` is no attribute of 3
        bare = binding_strength(written) == ATOM and not number
        outer = self.outer(node)
        if outer == (start, end) and (number or binding_strength(written) < needed_strength(parent, node)):
            text = f"({text})"
        self.replace(outer if bare else (start, end), text, why)

    def outer(self, node: ast.expr) -> Span:
        """``node`` with the parentheses around it, unless one of them was already cut."""
        inner = self.module.span(node)
        start, end = with_grouping(self.module, node, inner)
        cut = any(s.start < end and start < s.end and not s.start <= start <= end <= s.end for s in self.splices)
        return inner if cut else (start, end)

    def keep_part(self, node: ast.expr, left: ast.expr, kept: Span, why: Why) -> None:
        """Leave ``left``, which spans ``kept`` with its parentheses, where ``node`` stood.

        ``(FLAG and x)`` is left as ``x``: parentheses go where ``x`` needs none and stands on one line.
        """
        inner = self.module.span(node)
        outer = self.outer(node)
        bare = may_stand_bare(self.module, node, left) and not self._breaks_out(node, left)
        if bare and on_one_line(self.module, kept):
            kept = self.module.span(left)
        joined = all(
            on_one_line(self.module, (a, b)) for a, b in (kept, (outer[0], inner[0] + 1), (inner[1] - 1, outer[1]))
        )
        enclosed = kept != self.module.span(left)
        if not ((bare or enclosed) and joined):
            outer = inner
        weak = outer == inner and kept == self.module.span(left) and not bare and self._needs_parentheses(node, left)
        if weak:
            self.replace((inner[0], kept[0]), "(", why)
            self.replace((kept[1], inner[1]), ")", why)
            return
        self.replace((outer[0], kept[0]), "", why)
        self.replace(behind_comment(self.module, (kept[1], outer[1])), "", why)

    def _breaks_out(self, node: ast.expr, left: ast.expr) -> bool:
        """Whether only the brackets of ``node`` let ``left`` run over several lines."""
        return binding_strength(node) == ATOM and not stands_alone(self.module.source(left))

    def _needs_parentheses(self, node: ast.expr, left: ast.expr) -> bool:
        """Whether ``left`` means something else in the place of ``node``, which needed none around itself."""
        inner = self.module.span(node)
        parent = self.module.scopes.parents[node]
        if with_grouping(self.module, node, inner) != inner or isinstance(left, ast.Tuple):  # which has its own
            return False
        return self._breaks_out(node, left) or binding_strength(left) < min(
            needed_strength(parent, node), binding_strength(node)
        )

    def _if_expression(self, node: ast.IfExp, *, boolean: bool) -> None:
        value = self.value(node.test)
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
        self.keep_part(node, chosen, kept, value.why)
        self.fold(chosen, boolean=boolean)
