"""One Python file into its tree, scopes, attributes and strings, each read only when asked for."""

from __future__ import annotations

import ast
import re
import sys
import warnings
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from legacy_codemod.index import scope_reader
from legacy_codemod.index.children import children
from legacy_codemod.index.scopes import Scopes
from legacy_codemod.index.string_lines import inside
from legacy_codemod.layout.spans import Span, span
from legacy_codemod.layout.text import Text, decode

Found = TypeVar("Found")

_WORD = re.compile(r"[^\W\d]\w*")
_PATH = re.compile(r"[\w.:]+")
_ENTRY = re.compile(r"^\s*[\w.-]+\s*=\s*([\w.]+:[\w.]+)\s*(?:\[.*\])?\s*$", re.MULTILINE)
_LONGEST_PATH = 300
_LONGEST_TEXT = 200
# Our own walks recurse once a level; what the parser accepts must not end in a RecursionError of ours.
_DEEPEST = 3000
sys.setrecursionlimit(max(sys.getrecursionlimit(), 20_000))


@dataclass(frozen=True, eq=False)
class Module:
    """A parsed file. Two readings of the same bytes are two modules."""

    path: str
    text: Text
    tree: ast.Module
    nodes: tuple[ast.AST, ...]  # every node, parents before children
    is_newer: bool = False  # than the grammar of this Python: `compile` cannot judge it
    hidden: frozenset[str] = frozenset()  # words that the tree cannot show, since the grammar is newer than this Python
    found: dict[object, object] = field(default_factory=dict)  # what was found in it so far

    def once(self, key: object, find: Callable[[], Found]) -> Found:
        """What ``find`` finds in this file alone: whoever asks with the same ``key``, in any world, finds it there."""
        if key not in self.found:
            self.found[key] = find()
        return self.found[key]  # type: ignore[return-value]

    @cached_property
    def scopes(self) -> Scopes:
        """What binds and resolves each name."""
        return scope_reader.read(self.tree)

    @cached_property
    def classes(self) -> tuple[ast.ClassDef, ...]:
        """Every class, outer before inner."""
        return tuple(node for node in self.nodes if isinstance(node, ast.ClassDef))

    @cached_property
    def functions(self) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef, ...]:
        """Every function that has a name, outer before inner."""
        return tuple(node for node in self.nodes if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))

    @cached_property
    def imports(self) -> tuple[ast.Import | ast.ImportFrom, ...]:
        """Every import statement."""
        return tuple(node for node in self.nodes if isinstance(node, (ast.Import, ast.ImportFrom)))

    @cached_property
    def attributes(self) -> dict[str, list[ast.Attribute]]:
        """Attribute accesses by the attribute's name."""
        found: dict[str, list[ast.Attribute]] = defaultdict(list)
        for node in (*self.nodes, *self.scopes.quoted):
            if isinstance(node, ast.Attribute):
                found[node.attr].append(node)
        return found

    @cached_property
    def leaves(self) -> dict[str, list[ast.AST]]:
        """Nodes by each word they hold."""
        found: dict[str, list[ast.AST]] = defaultdict(list)
        for node in self.nodes:
            match node:
                case ast.Name(id=word) | ast.Attribute(attr=word) | ast.keyword(arg=str(word)):
                    found[word].append(node)
                case ast.Constant(value=str(text)):
                    for word in {text, *re.findall(r"\w+", text)} if len(text) < _LONGEST_TEXT else ():
                        found[word].append(node)
                case ast.alias(name=name):
                    found[name.rpartition(".")[2]].append(node)
                case ast.FunctionDef(name=word) | ast.AsyncFunctionDef(name=word):
                    found[word].append(node)
        return found

    @cached_property
    def stores(self) -> list[ast.Name | ast.Attribute]:
        """Names that are bound and attributes that are set, in order of their lines."""
        found = (n for n in self.nodes if isinstance(n, (ast.Name, ast.Attribute)) and isinstance(n.ctx, ast.Store))
        return sorted(found, key=lambda node: node.lineno)

    @cached_property
    def strings(self) -> tuple[ast.Constant, ...]:
        """String constants that are no docstrings."""
        documentation = {
            id(body[0].value)
            for node in self.nodes
            if isinstance(body := getattr(node, "body", None), list) and body and isinstance(body[0], ast.Expr)
        }
        return tuple(
            node
            for node in self.nodes
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
        )

    @cached_property
    def keywords(self) -> dict[str, list[ast.keyword]]:
        """Keyword arguments by name."""
        found: dict[str, list[ast.keyword]] = defaultdict(list)
        for node in self.nodes:
            if isinstance(node, ast.keyword) and node.arg is not None:
                found[node.arg].append(node)
        return found

    @cached_property
    def paths_in_strings(self) -> dict[str, list[ast.Constant]]:
        """Strings that are a name, or a dotted or colon path, by each name in them."""
        found: dict[str, list[ast.Constant]] = defaultdict(list)
        for text in self.strings:
            value = str(text.value)
            if len(value) < _LONGEST_PATH and _PATH.fullmatch(value):
                for name in set(re.split(r"[.:]", value)):
                    found[name].append(text)
        return found

    @cached_property
    def entries_in_strings(self) -> dict[str, list[tuple[ast.Constant, str]]]:
        """Paths of entry points (``"name = package.module:function"``) by each name in them."""
        found: dict[str, list[tuple[ast.Constant, str]]] = defaultdict(list)
        for text in self.strings:
            for path in _ENTRY.findall(str(text.value)) if "=" in str(text.value) else ():
                for name in set(re.split(r"[.:]", path)):
                    found[name].append((text, path))
        return found

    @cached_property
    def doctests(self) -> dict[str, ast.Constant]:
        """Words in the examples of docstrings, each with the docstring."""
        found: dict[str, ast.Constant] = {}
        for node in self.nodes:
            match node:
                case ast.Expr(value=ast.Constant(value=str(text)) as documentation) if ">>>" in text:
                    for line in text.splitlines():
                        if line.lstrip().startswith((">>>", "...")):
                            found.update(dict.fromkeys(_WORD.findall(line), documentation))
        return found

    @cached_property
    def exported(self) -> dict[str, ast.Constant]:
        """Entries of ``__all__``."""
        found: dict[str, ast.Constant] = {}
        for statement in self.tree.body:
            targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
            match statement:
                case ast.Expr(value=ast.Call(func=ast.Attribute(value=added, attr="append" | "extend"))):
                    targets = [added]
            if any(isinstance(t, ast.Name) and t.id == "__all__" for t in targets):
                for part in ast.walk(statement):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        found[part.value] = part
        return found

    @cached_property
    def words(self) -> Counter[str]:
        """How often each identifier-like word stands in the text, comments and strings included."""
        return Counter(_WORD.findall(self.text.text))

    @cached_property
    def string_lines(self) -> frozenset[int]:
        """Lines that begin inside a string, whose white space is the string's own."""
        lines: set[int] = set()
        for node in self.nodes:
            if isinstance(node, (ast.Constant, ast.JoinedStr)) and node.end_lineno != node.lineno:
                lines.update(inside(self.text, span(self.text, node)))
        return frozenset(lines)

    @property
    def is_package(self) -> bool:
        """Whether this is a package's ``__init__``."""
        return self.path.endswith("__init__.py")

    def span(self, node: ast.AST) -> Span:
        """Start and end offset of ``node``."""
        return span(self.text, node)

    def source(self, node: ast.AST) -> str:
        """The text of ``node`` as written."""
        start, end = span(self.text, node)
        return self.text.text[start:end]


def parse(path: str, content: bytes) -> Module:
    """Read one file.

    Raises:
        SyntaxError, ValueError, RecursionError, MemoryError: Python cannot read it.
    """
    text = decode(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a target's own invalid escapes are not ours to show
        try:
            tree = ast.parse(text.text)
        except SyntaxError:
            tree, hidden = _newer(text)
            return Module(path, text, tree, _nodes(tree), is_newer=True, hidden=hidden)
        return Module(path, text, tree, _nodes(tree))


def _nodes(tree: ast.Module) -> tuple[ast.AST, ...]:
    """Every node of ``tree``, generation after generation."""
    found: list[ast.AST] = []
    generation: list[ast.AST] = [tree]
    for _ in range(_DEEPEST):
        if not generation:
            return tuple(found)
        found += generation
        generation = [child for node in generation for child in children(node)]
    raise RecursionError("expressions or statements are nested too deeply to be read")


def _newer(text: Text) -> tuple[ast.Module, frozenset[str]]:
    # LibCST takes longer to import than most plans take: only a file that this Python cannot read pays for it.
    from legacy_codemod.index.grammar import read_newer

    return read_newer(text)
