"""An ``if`` chain into the branches that are left of it, and the splices that leave just those."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from legacy_codemod.index.module import Module
from legacy_codemod.layout import statements
from legacy_codemod.layout.spans import span
from legacy_codemod.layout.splice import Dedent, Splice, split_feed
from legacy_codemod.layout.statements import Suite, clause_start, comments_above, first_line, header_line, last_line
from legacy_codemod.layout.text import Text
from legacy_codemod.truth import Why


@dataclass(frozen=True, slots=True)
class Branch:
    """One arm of a chain: ``test`` is ``None`` for ``else``; ``start`` is the offset of its keyword."""

    test: ast.expr | None
    body: Sequence[ast.stmt]
    start: int
    header: int  # the line of its colon
    effects: tuple[str, ...] = ()  # what its settled test still does, as statements


def chain(module: Module, node: ast.If) -> list[Branch]:
    """``if``, each ``elif`` and ``else`` of ``node``, in order."""
    text = module.text
    branches = [Branch(node.test, node.body, span(text, node)[0], header_line(text, node))]
    while node.orelse:
        start = clause_start(text, node, "orelse")
        following = node.orelse[0]
        if text.text.startswith("elif", start) and isinstance(following, ast.If):
            node = following
            branches.append(Branch(node.test, node.body, start, header_line(text, node)))
            continue
        branches.append(Branch(None, node.orelse, start, header_line(text, node, "orelse")))
        break
    return branches


def clauses(module: Module, node: ast.Try | ast.TryStar) -> list[Branch]:
    """``try``, each ``except``, ``else`` and ``finally`` of ``node``, in order."""
    text = module.text
    found = [Branch(None, node.body, span(text, node)[0], header_line(text, node))]
    found += [Branch(None, h.body, span(text, h)[0], header_line(text, h)) for h in node.handlers]
    found += [
        Branch(None, body, clause_start(text, node, name), header_line(text, node, name))
        for name, body in (("orelse", node.orelse), ("finalbody", node.finalbody))
        if body
    ]
    return found


@dataclass(frozen=True, slots=True)
class Cut:
    """What a fold of one statement does to the text."""

    splices: tuple[Splice, ...] = ()
    dedents: tuple[Dedent, ...] = ()


def keep_one(module: Module, branches: Sequence[Branch], index: int, why: Why) -> Cut:
    """Leave the suite of one branch where the whole chain stood."""
    text = module.text
    kept = branches[index]
    suite = Suite(kept.body, kept.header)
    top = text.line_of(branches[0].start)
    end = region_end(module, branches, len(branches) - 1)
    if suite.on_header:
        acting = "".join(f"{effect}; " for effect in branches[0].effects)
        opening = Splice(branches[0].start, span(text, kept.body[0])[0], acting, why)
        own_end = _content_end(module, last_line(kept.body[-1]))
        return Cut((opening, Splice(own_end, max(own_end, _content_end(module, end)), "", why)))
    first, last = _first_content(module, kept.header + 1), region_end(module, branches, index)
    fed, lead = split_feed(text.indent(top))
    acting = "".join(f"{lead}{effect}{text.newline}" for effect in branches[0].effects)
    splices = [Splice(text.start(top) + len(fed), text.start(first), acting, why, moves=True)]
    if last < end:
        splices.append(Splice(text.start(last + 1), text.start(end + 1), "", why))
    return Cut(tuple(splices), (Dedent(first, last, text.indent(suite.first), lead),))


def _first_content(module: Module, line: int) -> int:
    """The blank lines behind a header go with it."""
    while module.text.is_blank(line):
        line += 1
    return line


def keep_none(module: Module, branches: Sequence[Branch], why: Why) -> Cut:
    """Leave only what the first test does."""
    text = module.text
    end = _content_end(module, region_end(module, branches, len(branches) - 1))
    start = branches[0].start
    return Cut((Splice(start, end, _line_end(text, start).join(branches[0].effects), why, moves=True),))


def _line_end(text: Text, start: int) -> str:
    """What stands between two statements that begin in the column of ``start``."""
    return f"{text.newline}{text.indent(text.line_of(start))}"


def keep_inside(module: Module, branches: Sequence[Branch], index: int, why: Why) -> Cut | None:
    """Leave the suite of one branch below the header of the first; ``None`` where they are not lines of their own."""
    first, kept = branches[0], branches[index]
    if Suite(first.body, first.header).on_header or Suite(kept.body, kept.header).on_header:
        return None
    start = module.text.start(_first_content(module, first.header + 1))
    return Cut((Splice(start, module.text.start(_first_content(module, kept.header + 1)), "", why),))


def keep_some(module: Module, branches: Sequence[Branch], kept: Sequence[int], why: Why) -> Cut:
    """Leave several branches: the first that stays opens the chain, one whose test is settled becomes its ``else``.

    ``kept`` are indexes in order.
    """
    text = module.text
    splices: list[Splice] = []
    for index, branch in enumerate(branches):
        if index in kept:
            continue
        if index == 0:  # `if A: … elif B:` → `if B:`
            acting = "".join(f"{effect}{_line_end(text, branch.start)}" for effect in branch.effects)
            splices.append(Splice(branch.start, branches[kept[0]].start + len("el"), acting, why, moves=True))
        elif index > kept[0]:
            last = region_end(module, branches, index)
            splices.append(Splice(text.start(_clause_line(module, branch)), text.start(last + 1), "", why))
    return Cut(tuple(splices))


def as_else(module: Module, branch: Branch, why: Why) -> Splice:
    """``elif settled:`` → ``else:``."""
    assert branch.test is not None
    colon = module.text.text.index(":", span(module.text, branch.test)[1])
    return Splice(branch.start, colon, "else", why)


def _clause_line(module: Module, branch: Branch) -> int:
    """Where a dropped ``elif``/``else`` begins, with the comments above it that stand on its own indentation."""
    line = module.text.line_of(branch.start)
    return comments_above(module.text, line, 0)


def region_end(module: Module, branches: Sequence[Branch], index: int) -> int:
    """The last line of a branch, with the comments at its end that stand on its indentation or deeper."""
    text = module.text
    branch = branches[index]
    last = last_line(branch.body[-1])
    if first_line(branch.body[0]) <= branch.header:
        return last
    depth = len(text.indent(first_line(branch.body[0])))
    limit = text.line_of(branches[index + 1].start) - 1 if index + 1 < len(branches) else text.line_count
    return statements.region_end(text, last, depth, limit)


def _content_end(module: Module, line: int) -> int:
    """The offset of the line end of ``line``."""
    return module.text.start(line) + len(module.text.line(line))
