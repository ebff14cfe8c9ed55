"""Settings that force the kept value into the splices that drop them."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from legacy_codemod.draft import Pieces, pieces
from legacy_codemod.fold.branches import Branch, keep_one
from legacy_codemod.index.family import descendants
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.layout.commas import take_out
from legacy_codemod.layout.spans import Span
from legacy_codemod.layout.splice import Dedent, Splice
from legacy_codemod.layout.statements import header_line
from legacy_codemod.prune import prune
from legacy_codemod.tests_cleanup.anchors import Anchor, Block, Decorator, Item, Statement, anchor, followers
from legacy_codemod.tests_cleanup.forms.mock_patch import filled
from legacy_codemod.tests_cleanup.forms.setting import Setting, method_name, text_of
from legacy_codemod.tests_cleanup.functions import owner_class, symbol_of
from legacy_codemod.tests_cleanup.signatures import take_decorator, take_parameters
from legacy_codemod.truth import Why


def drop(world: World, module: Module, settings: Iterable[Setting], why: Why) -> tuple[Pieces | None, list[ast.AST]]:
    """The splices of one file, and the nodes of settings that cannot be dropped.

    Blocks wait until nothing else of the file is to go, so that one which empties goes whole.
    """
    cut = _Cut(world, module, why)
    whole = [node for node, held in _by_node(settings).items() if cut.entries(node, held)]
    anchored = {node: anchor(module, node) for node in whole}
    for node, place in anchored.items():
        if not isinstance(place, Item):
            cut.take(node, place)
    if not cut.is_empty:
        return cut.pieces(), []
    for node, place in anchored.items():
        if isinstance(place, Item):
            cut.take(node, place)
    cut.blocks()
    return (None if cut.is_empty else cut.pieces()), cut.stays


def _by_node(settings: Iterable[Setting]) -> dict[ast.AST, list[Setting]]:
    found: dict[ast.AST, list[Setting]] = defaultdict(list)
    for setting in settings:
        if all(setting.entry is not held.entry or setting.entry is None for held in found[setting.node]):
            found[setting.node].append(setting)
    return found


@dataclass(eq=False)
class _Cut:
    world: World
    module: Module
    why: Why
    gone: dict[ast.stmt, Why] = field(default_factory=dict)
    splices: list[Splice] = field(default_factory=list)
    dedents: list[Dedent] = field(default_factory=list)
    items: dict[Block, list[ast.withitem]] = field(default_factory=lambda: defaultdict(list))
    stays: list[ast.AST] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.gone or self.splices or self.dedents)

    def pieces(self) -> Pieces:
        splices = [*self.splices, *prune(self.module, self.gone, _only_reads)]
        return pieces(self.module, splices, self.dedents)

    def entries(self, node: ast.AST, held: list[Setting]) -> bool:
        """Whether all of ``node`` goes; where it sets other things too, only its entries go."""
        gone = [s.entry for s in held if s.entry is not None]
        if not gone or not isinstance(node, (ast.Call, ast.Assign)):
            return True
        display = _display_of(node, gone)
        keys = list(display.keys) if display else []
        left = [key for key in keys if key is not None and key not in gone]
        plain = [k for k in _keywords(node) if k not in gone and k.value is not display]
        if not left and not plain and not _replaces(node):
            return True
        if display is not None:
            self._take_keys(display, [i for i, key in enumerate(keys) if key in gone])
        parts: list[ast.AST] = [*node.args, *node.keywords] if isinstance(node, ast.Call) else []
        if indexes := [i for i, part in enumerate(parts) if part in gone]:
            self.splices += take_out(self.module.text, [self.module.span(p) for p in parts], indexes, self.why)
        return False

    def _take_keys(self, display: ast.Dict, indexes: list[int]) -> None:
        spans = [
            (self.module.span(key)[0] if key else self.module.span(value)[0] - 2, self.module.span(value)[1])
            for key, value in zip(display.keys, display.values, strict=True)
        ]
        if len(indexes) == len(spans) and spans:
            start, end = self.module.span(display)
            self.splices.append(Splice(start + 1, end - 1, "", self.why))
        elif indexes:
            self.splices += take_out(self.module.text, spans, indexes, self.why)

    def take(self, node: ast.AST, place: Anchor | None) -> None:
        match place:
            case Statement(statement, name):
                if self._with_followers(node, statement, name):
                    self.gone[statement] = self.why
            case Decorator():
                self._decorator(node, place)
            case Item(item, block, name):
                if self._with_followers(node, block, name):
                    self.items[block].append(item)
            case None:
                self.stays.append(node)

    def _with_followers(self, node: ast.AST, inside: ast.AST, name: str) -> bool:
        """What only concerns the mock goes with it; where the mock serves for more, nothing goes."""
        about = followers(self.module, inside, name) if name else []
        if about is None or self._is_used_elsewhere(inside, name):
            self.stays.append(node)
            return False
        self.gone.update(dict.fromkeys(about, self.why))
        return True

    def _is_used_elsewhere(self, inside: ast.AST, name: str) -> bool:
        """Whether a class of another file that derives from this one uses ``self.name``."""
        owner = owner_class(self.module, inside) if name.startswith("self.") else None
        if owner is None:
            return False
        for other in descendants(self.world, symbol_of(self.module, owner)):
            module = self.world.module(other.path)
            if module and module is not self.module and name.removeprefix("self.") in module.attributes:
                return True
        return False

    def _decorator(self, node: ast.AST, place: Decorator) -> None:
        splices: list[Splice] = []
        about: list[ast.stmt] = []
        every = filled(self.world, self.module, place.owner, place.node)
        if every is None:
            self.stays.append(node)
            return
        for function, parameter in every:
            taken = take_parameters(self.module, function, [parameter], self.why)
            concerned = followers(self.module, function, parameter.arg)
            if taken is None or concerned is None:
                self.stays.append(node)
                return
            splices += taken
            about += concerned
        self.gone.update(dict.fromkeys(about, self.why))
        self.splices += [take_decorator(self.module, place.node, self.why), *splices]

    def blocks(self) -> None:
        """Blocks lose their items; one that loses all is dedented, one that holds nothing goes."""
        for block, items in self.items.items():
            empty = all(isinstance(s, ast.Pass) or s in self.gone for s in block.body)
            if empty and len(items) == len(block.items):
                self.gone[block] = self.why
            elif len(items) == len(block.items):
                header = header_line(self.module.text, block)
                cut = keep_one(self.module, [Branch(None, block.body, self.module.span(block)[0], header)], 0, self.why)
                self.splices += cut.splices
                self.dedents += cut.dedents
            else:
                spans = [self._item_span(item) for item in block.items]
                indexes = [i for i, item in enumerate(block.items) if item in items]
                self.splices += take_out(self.module.text, spans, indexes, self.why)

    def _item_span(self, item: ast.withitem) -> Span:
        start, end = self.module.span(item.context_expr)
        return start, self.module.span(item.optional_vars)[1] if item.optional_vars else end


_READS = (ast.Name, ast.Attribute, ast.Constant, ast.Compare, ast.BoolOp, ast.UnaryOp)


def _only_reads(test: ast.AST) -> bool:
    """Whether a condition that nothing depends on any more only reads names."""
    return all(isinstance(node, _READS) for node in ast.walk(test) if isinstance(node, ast.expr))


def _replaces(node: ast.Call | ast.Assign) -> bool:
    """Whether the display stands for the whole environment, so that an empty one still says something."""
    return (
        isinstance(node, ast.Call)
        and (
            method_name(node) == "setattr"
            or any(text_of(a) == "os.environ" for a in node.args[:1] if len(node.args) > 1)
        )
        and getattr(node.func, "attr", "") != "dict"
    )


def _keywords(node: ast.Call | ast.Assign) -> list[ast.keyword]:
    return node.keywords if isinstance(node, ast.Call) else []


def _display_of(node: ast.Call | ast.Assign, gone: list[ast.AST]) -> ast.Dict | None:
    """The dict display that holds what goes."""
    held = [*node.args, *(k.value for k in node.keywords)] if isinstance(node, ast.Call) else [node.value]
    return next((d for d in held if isinstance(d, ast.Dict) and any(key in gone for key in d.keys)), None)
