"""``class New(WaffleFlagMixin, View): waffle_flag = "new"`` → a class without the mixin, where it lets all through."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from legacy_codemod.draft import Draft, pieces
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import Flag
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, qualified
from legacy_codemod.layout.commas import take_out
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding, Place, Refusal
from legacy_codemod.prune import prune

_Mixed = tuple[ast.ClassDef, ast.expr, ast.stmt]  # the class, its base, and the attribute that holds the key


def fold_mixins(draft: Draft, flag: Flag, is_kept: Callable[[str], bool]) -> Draft:
    """Take the mixin out of every class that gives it the flag's key."""
    if flag.sdk is None or not flag.sdk.entry.mixins:
        return draft
    changed = {}
    findings: list[Finding] = []
    refusals: list[Refusal] = []
    for path, _held in draft.world.mentioning(flag.words):
        module = draft.world.module(path)
        splices: list[Splice] = []
        for mixed, opens in _mixed(draft, flag, module) if module else ():
            node = mixed[0]
            place = Place(path, draft.line(path, node.lineno))
            if is_kept(path):
                findings.append(Finding(place, "asks for the flag by a mixin and is under KEEP, so it stays"))
            elif module is not None and _asks_below(draft, flag, Symbol(path, qualified(module, node))):
                findings.append(Finding(place, "a class below asks for a flag of its own by the mixin, so it stays"))
            elif not opens:
                reason = f"the mixin makes {node.name} unreachable: remove it by name, with a fallback where it is used"
                refusals.append(Refusal(place, reason))
            elif module is not None:
                splices += _without(module, mixed, (*flag.why, "mixin gone"))
        if splices and module is not None:
            changed[path] = pieces(module, splices)
    return draft.noting(findings, refusals) if refusals else draft.spliced(changed).noting(findings)


def _mixed(draft: Draft, flag: Flag, module: Module) -> Iterator[tuple[_Mixed, bool]]:
    """Classes with the mixin and the key; django-waffle reads ``!key`` as the contrary."""
    ask = Evaluator(draft.world)
    assert flag.sdk is not None
    for node in module.classes:
        for base in node.bases:
            attribute = flag.sdk.entry.mixins.get(str(target(draft.world, module, base)), "")
            for statement in node.body:
                match statement:
                    case (
                        ast.Assign(targets=[ast.Name(id=name)], value=ast.expr() as value)
                        | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
                    ) if name == attribute:
                        held = ask.literal(module, value)
                        if held in (flag.sdk.key, f"!{flag.sdk.key}"):
                            on = bool(getattr(flag.subject, "value", None))
                            yield (node, base, statement), on is (held == flag.sdk.key)


def _asks_below(draft: Draft, flag: Flag, owner: Symbol) -> bool:
    """Whether a class below gives the mixin a key of its own."""
    attributes = set(flag.sdk.entry.mixins.values()) if flag.sdk else set()
    for path, _held in draft.world.mentioning(attributes):
        module = draft.world.module(path)
        for node in module.classes if module else ():
            own = attributes & module.scopes.of_node[node].bindings.keys() if module else set()
            if own and module and any(target(draft.world, module, base) == owner for base in node.bases):
                return True
    return False


def _without(module: Module, mixed: _Mixed, why: tuple[str, ...]) -> list[Splice]:
    node, base, statement = mixed
    parts = [module.span(part) for part in (*node.bases, *(k.value for k in node.keywords))]
    if len(parts) == 1:
        start = module.text.text.index("(", module.span(node)[0])
        end = module.text.text.index(")", parts[0][1]) + 1
        out = [Splice(start, end, "", why)]
    elif node.keywords and node.bases[-1] is base:
        begin = module.text.text.rindex(node.keywords[0].arg or "**", 0, parts[len(node.bases)][0])
        out = [Splice(parts[node.bases.index(base)][0], begin, "", why)]
    else:
        out = take_out(module.text, parts, [node.bases.index(base)], why)
    return [*out, *prune(module, {statement: why}, lambda _node: False)]
