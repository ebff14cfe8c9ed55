"""``match`` and what the flag knows of its subject and guards into the cases that are left of it."""

from __future__ import annotations

import ast
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from legacy_codemod.index.module import Module
from legacy_codemod.layout.spans import after_filler
from legacy_codemod.layout.splice import Splice
from legacy_codemod.layout.statements import Between, comments_above, last_line, region_end, with_blanks
from legacy_codemod.shapes import NOT_CONSTANT
from legacy_codemod.truth import Known, Value, Why, compare, settled, truth

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases of one ``match`` that may run, in order; with ``complete`` one of them always does."""

    kept: Sequence[ast.match_case]
    complete: bool
    gone: Mapping[ast.match_case, Why] = field(default_factory=dict)
    held: Mapping[ast.match_case, Why] = field(default_factory=dict)  # whose guard always holds
    spared: Sequence[ast.match_case] = ()  # which the flag decides, but not so as to take what must stay

    @property
    def why(self) -> Why:
        """What the flag decided of them."""
        return next(iter((*self.gone.values(), *self.held.values())), ())

    @property
    def only(self) -> ast.match_case | None:
        """The case that always runs, where it is the only one and binds nothing."""
        alone = self.complete and len(self.kept) == 1 and bool(self.why)
        return self.kept[0] if alone and not any(_captures(self.kept[0])) else None


def written_cases(node: ast.Match) -> Cases:
    """All cases, as no flag decides anything."""
    last = node.cases[-1]
    return Cases(node.cases, last.guard is None and _irrefutable(last.pattern))


def settled_cases(ask: Evaluator, module: Module, node: ast.Match, around: Container[ast.AST] = ()) -> Cases:
    """The cases without those that the flag keeps from running, or that one which now always runs hides.

    What must stay is in something ``around`` it, which no decision takes.
    """
    subject = ask.value(module, node.subject)
    kept: list[ast.match_case] = []
    spared: list[ast.match_case] = []
    gone: dict[ast.match_case, Why] = {}
    held: dict[ast.match_case, Why] = {}
    hidden: Why = ()
    for index, case in enumerate(node.cases):
        guard, because = _guard(ask, module, case)
        fits = _fits(ask, module, subject, case.pattern)
        why = (*because, *(subject.why if fits is not None and settled(subject) else ()))
        behind = node.cases[index + 1 :]
        never = (guard is False and not _lends_names(module, case)) or fits is False
        if (never or hidden) and case not in around:
            gone[case] = hidden or (*why, "case unreachable")
            continue
        kept.append(case)
        hides = guard and fits
        if never or (guard and case.guard in around) or (hides and any(later in around for later in behind)):
            spared.append(case)
            hidden = hidden or (why if hides else ())
            continue
        if guard and case.guard is not None:
            held[case] = because
        if hides:
            return Cases(kept, complete=True, gone={**gone, **dict.fromkeys(behind, why)}, held=held, spared=spared)
    return Cases(kept, complete=False, gone=gone, held=held, spared=spared)


def _fits(ask: Evaluator, module: Module, subject: Value, pattern: ast.pattern) -> bool | None:
    """Whether ``pattern`` matches what is known of the subject."""
    match pattern:
        case ast.MatchAs(pattern=None):
            return True
        case ast.MatchAs(pattern=ast.pattern() as inner):
            return _fits(ask, module, subject, inner)
        case ast.MatchOr(patterns=patterns):
            each = [_fits(ask, module, subject, part) for part in patterns]
            return True if True in each else None if None in each else False
        case ast.MatchValue(value=value) if isinstance(subject, Known) and settled(subject):
            held = ask.literal(module, value)
            return None if held is NOT_CONSTANT else truth(compare(ast.Eq(), subject, Known(held)))
        case ast.MatchSingleton(value=value) if isinstance(subject, Known) and settled(subject):
            return truth(compare(ast.Is(), subject, Known(value)))
    return None


def fold_cases(module: Module, node: ast.Match, cases: Cases) -> Sequence[Splice]:
    """Drop the cases that are gone, and guards that always hold; one case always stays."""
    splices = [
        Splice(_pattern_end(module, case), header_colon(module, case), "", why) for case, why in cases.held.items()
    ]
    if not cases.kept:
        return splices
    return [*splices, *(_drop(module, node, case, cases) for case in cases.gone)]


def _guard(ask: Evaluator, module: Module, case: ast.match_case) -> tuple[bool | None, Why]:
    """Whether the guard holds; no guard always does."""
    if case.guard is None:
        return True, ()
    value = ask.value(module, case.guard)
    known = truth(value) if settled(value) and ask.pure(module, case.guard) else None
    return known, value.why if known is not None else ()


def _irrefutable(pattern: ast.pattern) -> bool:
    match pattern:
        case ast.MatchAs(pattern=None):
            return True
        case ast.MatchAs(pattern=ast.pattern() as inner):
            return _irrefutable(inner)
        case ast.MatchOr(patterns=patterns):
            return any(map(_irrefutable, patterns))
    return False


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


def case_start(module: Module, case: ast.match_case) -> int:
    """The offset of the word ``case``."""
    return module.text.text.rindex("case", 0, module.span(case.pattern)[0])


def _drop(module: Module, node: ast.Match, case: ast.match_case, cases: Cases) -> Splice:
    text = module.text
    line = text.line_of(case_start(module, case))
    index = node.cases.index(case)
    following = node.cases[index + 1 :]
    limit = text.line_of(case_start(module, following[0])) - 1 if following else text.line_count
    bottom = region_end(text, last_line(case.body[-1]), len(text.indent(line)) + 1, limit)
    floor = last_line(node.cases[index - 1].body[-1]) if index else _header(module, node)
    top = comments_above(text, line, floor)
    opens = all(earlier in cases.gone for earlier in node.cases[:index])
    followed = any(later in cases.kept for later in following)
    top, bottom = with_blanks(text, top, bottom, Between(floor, followed, opens))
    return Splice(text.start(top), text.start(bottom + 1), "", cases.gone[case])


def _header(module: Module, node: ast.Match) -> int:
    position = after_filler(module.text, module.span(node.subject)[1])
    while module.text.text[position] != ":":
        position = after_filler(module.text, position + 1)
    return module.text.line_of(position)
