"""``case … if FLAG`` into the splices that drop the guard, or the case that it rules out."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.exits import irrefutable
from legacy_codemod.index.module import Module
from legacy_codemod.layout.spans import after_filler
from legacy_codemod.layout.splice import Splice
from legacy_codemod.layout.statements import comments_above, last_line, region_end
from legacy_codemod.truth import Why, settled, truth


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of one ``match``: which stay, and what becomes of the text of the others and of the guards."""

    kept: Sequence[ast.match_case]
    splices: Sequence[Splice]


def fold_cases(ask: Evaluator, module: Module, node: ast.Match) -> Cases:
    """Drop cases whose guard never holds, guards that always hold, and what an irrefutable case then hides."""
    gone: dict[ast.match_case, Why] = {}
    splices: list[Splice] = []
    hidden: Why = ()
    for case in node.cases:
        known, why = _guard(ask, module, case)
        if hidden:
            gone[case] = hidden
        elif known is False and not _lends_names(module, case):
            gone[case] = (*why, "case unreachable")
        elif known:
            hidden = (*why, "case unreachable") if irrefutable(case.pattern) else ()
            splices.append(Splice(_pattern_end(module, case), header_colon(module, case), "", why))
    if len(gone) == len(node.cases):
        return Cases(node.cases, ())
    splices += [_drop(module, node, case, why) for case, why in gone.items()]
    return Cases([case for case in node.cases if case not in gone], splices)


def _guard(ask: Evaluator, module: Module, case: ast.match_case) -> tuple[bool | None, Why]:
    if case.guard is None:
        return None, ()
    value = ask.value(module, case.guard)
    known = truth(value) if settled(value) and ask.pure(module, case.guard) else None
    return known, value.why


def _captures(case: ast.match_case) -> Iterator[str]:
    for part in ast.walk(case.pattern):
        name = getattr(part, "rest", None) if isinstance(part, ast.MatchMapping) else getattr(part, "name", None)
        if isinstance(name, str):
            yield name


def _lends_names(module: Module, case: ast.match_case) -> bool:
    """Whether what the pattern binds, which it does before its guard is asked, is read outside the case."""
    inside = set(ast.walk(case))
    scope = module.scopes.enclosing(case)
    return any(load not in inside for name in _captures(case) for load in scope.loads.get(name, ()))


def _pattern_end(module: Module, case: ast.match_case) -> int:
    """Past the pattern and its parentheses: where `` if`` begins."""
    assert case.guard is not None
    position, end = module.span(case.pattern)[1], module.span(case.guard)[0]
    code = position
    while (following := after_filler(module.text, code)) < end and module.text.text[following] == ")":
        code = following + 1
    return code


def header_colon(module: Module, case: ast.match_case) -> int:
    """The offset of the colon behind the pattern and the guard."""
    position = after_filler(module.text, module.span(case.guard or case.pattern)[1])
    while module.text.text[position] != ":":
        position = after_filler(module.text, position + 1)
    return position


def _drop(module: Module, node: ast.Match, case: ast.match_case, why: Why) -> Splice:
    text = module.text
    line = text.line_of(text.text.rindex("case", 0, module.span(case.pattern)[0]))
    index = node.cases.index(case)
    following = node.cases[index + 1 :]
    limit = text.line_of(module.span(following[0].pattern)[0]) - 1 if following else text.line_count
    last = region_end(text, last_line(case.body[-1]), len(text.indent(line)) + 1, limit)
    return Splice(text.start(comments_above(text, line, node.lineno)), text.start(last + 1), "", why)
