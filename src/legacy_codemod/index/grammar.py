"""Source newer than the running Python into a tree of the same positions, by stand-ins of the same length.

::

    except A, B:          except A| B:          PEP 758
    def f[T: Base](x):    def f         (x):    PEP 695; what the brackets hold is kept as ``hidden`` words
    type Pair = a | b     ____ Pair = a | b     (the keyword moves into white space that a name may follow)
    f"{d["k"]} {x}" "z"   ( d["k"], x,    )     PEP 701 and 750: a tuple of what is read
"""

from __future__ import annotations

import ast
import faulthandler
import os
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

from legacy_codemod.layout.text import Text

_WORD = re.compile(r"[^\W\d]\w*")
_EXCEPT = re.compile(r"[ \t]*except[ \t]*\*?[ \t]*")
_BARE_TYPES = re.compile(r"[\w.]+(?:[ \t]*,[ \t]*[\w.]+)+[ \t]*:")


@dataclass(frozen=True, slots=True)
class StandIn:
    """Characters ``start``..``end`` read as ``text``, which is as long."""

    start: int
    end: int
    text: str


def read_newer(text: Text) -> tuple[ast.Module, frozenset[str]]:
    """The tree of ``text``, and the words that it cannot show.

    Raises:
        SyntaxError: no Python that LibCST knows reads it, or the stand-ins do not.

    """
    bare = read_bare_types(text)
    return (bare, frozenset()) if bare is not None else read_by_libcst(text)


def read_by_libcst(text: Text) -> tuple[ast.Module, frozenset[str]]:
    """The same, of whatever is newer.

    Raises:
        SyntaxError: as there.
    """
    if not _survives(text.text):
        raise SyntaxError("nested too deeply to be read")
    try:
        wrapper = MetadataWrapper(cst.parse_module(text.text), unsafe_skip_copy=True)
    except (cst.ParserSyntaxError, cst.CSTValidationError, cst.CSTLogicError) as error:
        raise SyntaxError(str(error)) from None
    if wrapper.module.code != text.text:  # LibCST forgets white space before the ``}`` of a field: all behind it is off
        raise SyntaxError("LibCST does not give back what it read")
    newer = _Newer(text, wrapper.resolve(PositionProvider))
    wrapper.module.visit(newer)
    read = Text(_replaced(text.text, newer.found))
    tree = ast.parse(read.text)
    _moved(tree, read, text)
    return tree, frozenset(_hidden(text.text, newer.blanked))


def read_bare_types(text: Text) -> ast.Module | None:
    """The tree of a file in which nothing is newer but ``except A, B:``: the parser itself points at that.

    LibCST takes a hundred times as long, and most files that are newer are so for that alone.
    """
    found: list[StandIn] = []
    while True:
        try:
            return ast.parse(_replaced(text.text, found))
        except SyntaxError as error:
            fresh = [one for one in _bars(text, error) if one not in found]
        except (ValueError, RecursionError, MemoryError):
            return None
        if not fresh:
            return None
        found += fresh


def _bars(text: Text, error: SyntaxError) -> Iterator[StandIn]:
    start = text.start(error.lineno or 1)
    types = start + (error.offset or 1) - 1
    bare = _BARE_TYPES.match(text.text, types) if _EXCEPT.fullmatch(text.text, start, types) else None
    if bare is not None:
        yield from (StandIn(types + at, types + at + 1, "|") for at, c in enumerate(bare.group()) if c == ",")


def _survives(text: str) -> bool:
    """Whether LibCST comes back from ``text``: what nests too deeply ends its process, so a child tries first."""
    if not hasattr(os, "fork"):
        return True
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that there are threads: the child starts none and only reads
        child = os.fork()
    if not child:
        try:
            faulthandler.disable()
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what a crash has to say is no message of ours
            cst.parse_module(text)
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def _moved(tree: ast.Module, read: Text, text: Text) -> None:
    """Columns count bytes, and a stand-in of as many characters may have fewer of them."""
    for node in ast.walk(tree):
        for line_name, column_name in (("lineno", "col_offset"), ("end_lineno", "end_col_offset")):
            line = getattr(node, line_name, None)
            if line is not None and not text.line(line).isascii():
                offset = read.offset(line, getattr(node, column_name))
                setattr(node, column_name, len(text.text[text.start(line) : offset].encode()))


def _replaced(text: str, found: Sequence[StandIn]) -> str:
    pieces: list[str] = []
    position = 0
    for one in sorted(found, key=lambda s: s.start):
        if one.start >= position:
            pieces += [text[position : one.start], one.text]
            position = one.end
    return "".join([*pieces, text[position:]])


def _hidden(text: str, blanked: Sequence[tuple[int, int]]) -> Iterator[str]:
    for start, end in blanked:
        yield from _WORD.findall(text[start:end])


def _blank(text: str) -> str:
    """As many characters of white space; line ends stay."""
    return re.sub(r"[^\r\n]", " ", text)


class _Newer(cst.CSTVisitor):
    """Collects stand-ins for what older Pythons cannot read."""

    def __init__(self, text: Text, positions: object) -> None:
        self.text = text
        self.positions = positions
        self.found: list[StandIn] = []
        self.blanked: list[tuple[int, int]] = []

    def _span(self, node: cst.CSTNode) -> tuple[int, int]:
        where: CodeRange = self.positions[node]  # type: ignore[index]
        start, end = where.start, where.end
        return self.text.start(start.line) + start.column, self.text.start(end.line) + end.column

    def visit_ExceptHandler(self, node: cst.ExceptHandler) -> None:  # noqa: N802
        self._except(node.type)

    def visit_ExceptStarHandler(self, node: cst.ExceptStarHandler) -> None:  # noqa: N802
        self._except(node.type)

    def _except(self, caught: cst.BaseExpression | None) -> None:
        if isinstance(caught, cst.Tuple) and not caught.lpar:
            for element in caught.elements:
                if isinstance(element.comma, cst.Comma):
                    comma = self.text.text.index(",", self._span(element.value)[1])
                    self.found.append(StandIn(comma, comma + 1, "|"))

    def visit_TypeParameters(self, node: cst.TypeParameters) -> None:  # noqa: N802
        start, end = self._span(node)
        self.blanked.append((start, end))
        self.found.append(StandIn(start, end, _in_brackets(self.text.text[start:end])))

    def visit_TypeAlias(self, node: cst.TypeAlias) -> None:  # noqa: N802
        start, name = self._span(node)[0], self._span(node.name)[0]
        self.found.append(StandIn(start, name, "_;".ljust(name - start)))

    def visit_FormattedString(self, node: cst.FormattedString) -> bool:  # noqa: N802
        return self._string(node)

    def visit_TemplatedString(self, node: cst.TemplatedString) -> bool:  # noqa: N802
        return self._string(node)

    def visit_ConcatenatedString(self, node: cst.ConcatenatedString) -> bool:  # noqa: N802
        return self._string(node)

    def _string(self, node: cst.CSTNode) -> bool:
        """Whether to look inside: a string that this Python reads stays, of any other a tuple takes the place."""
        start, end = self._span(node)
        try:
            ast.parse(f"({self.text.text[start:end]})")
        except (SyntaxError, ValueError):
            self.found.append(StandIn(start, end, self._as_tuple(_parts(node), (start, end))))
            return False
        return True

    def _as_tuple(self, parts: Iterator[cst.CSTNode], where: tuple[int, int]) -> str:
        """The expressions where they stand, a comma behind each, everything else white space."""
        start, end = where
        characters = list(_blank(self.text.text[start:end]))
        characters[0], characters[-1] = "(", ")"
        for part in parts:
            first, last = self._span(part.expression)  # type: ignore[attr-defined]
            characters[first - start : last - start] = self._inside(part.expression)  # type: ignore[attr-defined]
            characters[last - start] = ","
        return "".join(characters)

    def _inside(self, expression: cst.CSTNode) -> list[str]:
        """The text of an expression, which may hold strings like the one around it."""
        start, end = self._span(expression)
        inner = _Newer(self.text, self.positions)
        expression.visit(inner)
        moved = [StandIn(one.start - start, one.end - start, one.text) for one in inner.found]
        return list(_replaced(self.text.text[start:end], moved))


def _parts(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Every replacement field of a string, or of several side by side."""
    if isinstance(node, cst.ConcatenatedString):
        yield from _parts(node.left)
        yield from _parts(node.right)
    yield from _expressions(getattr(node, "parts", ()))


def _expressions(parts: Sequence[cst.CSTNode]) -> Iterator[cst.CSTNode]:
    """Every replacement field, those of format specs after their own."""
    for part in parts:
        if hasattr(part, "expression"):
            yield part
            yield from _expressions(getattr(part, "format_spec", None) or ())


def _in_brackets(text: str) -> str:
    """White space that still joins lines, where the brackets spanned several."""
    return _blank(text).replace("\n", " ").replace("\r", " ")
