"""Files whose grammar is newer than the oldest Python we run on are read all the same, at their own positions."""

from __future__ import annotations

import ast
import sys

import pytest

from legacy_codemod.index import grammar
from legacy_codemod.layout.text import Text

NEWER = {
    "except without parentheses": (
        "try:\n    f()\nexcept A, pkg.B:\n    g()\n",
        "try:\n    f()\nexcept A | pkg.B:\n    g()",
    ),
    "except* without parentheses": (
        "try:\n    f()\nexcept* A, pkg.B:\n    g()\n",
        "try:\n    f()\nexcept* A | pkg.B:\n    g()",
    ),
    "type parameters of a function": ("def f[T: Base](x: T) -> T:\n    return x\n", "def f(x: T) -> T:\n    return x"),
    "type parameters of a class": ("class Box[T](Base):\n    pass\n", "class Box(Base):\n    pass"),
    "type parameters over several lines": ("def f[\n    T,\n](x):\n    return x\n", "def f(x):\n    return x"),
    "a type alias": ("type Pair = tuple[int, int]\n", "_\nPair = tuple[int, int]"),
    "a generic type alias": ("type Pair[T] = tuple[T, T]\n", "_\nPair = tuple[T, T]"),
    "a template string": ('x = t"a {b} c {d!r}"\n', "x = (b, d)"),
    "a template string without fields": ('x = t"plain"\n', "x = ()"),
    "a template string in a template string": ('x = t"{f(t"{a}", b)} {c}"\n', "x = (f((a,), b), c)"),
}
QUOTES = {  # read by what runs this from Python 3.12 on
    "an f-string that holds its quotes": ('x = f"{d["k"]} {y}"\n', "x = (d['k'], y)"),
    "one beside a plain string": ('x = (\n    f"{d["k"]} "\n    "more"\n)\n', "x = (d['k'],)"),
    "one beside another": ('x = "a" f"{b}" f"{d["k"]}"\n', "x = (b, d['k'])"),
    "one in one": ('x = f"a {f"b {f"c {1 + 1}"}"} {z}"\n', "x = ((f'c {1 + 1}',), z)"),
}


@pytest.mark.parametrize(("source", "stands_for"), NEWER.values(), ids=NEWER)
def test_what_older_pythons_cannot_read_is_read(source: str, stands_for: str) -> None:
    tree, _ = grammar.read_newer(Text(source))
    assert ast.unparse(tree) == stands_for


BARE_TYPES = {
    "two names": "try:\n    f()\nexcept A, B:\n    g()\n",
    "three names, behind what is longer in bytes": 'try:\n    f("é")\nexcept A , pkg.é.B,C:  # é\n    g()\n',
    "groups": "try:\n    f()\nexcept* A, B:\n    g()\n",
    "one in another": "try:\n    try:\n        f()\n    except A, B: pass\nexcept C, D:\n    g()\n",
    "a text that only looks like one": 'try:\n    f("""\nexcept A, B:\n""")\nexcept C, D:\n    g()\n',
}


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="this Python reads it itself")
@pytest.mark.parametrize("source", BARE_TYPES.values(), ids=BARE_TYPES)
def test_the_quick_way_to_read_types_without_parentheses_reads_the_same(source: str) -> None:
    quick, (slow, hidden) = grammar.read_bare_types(Text(source)), grammar.read_by_libcst(Text(source))
    assert quick is not None
    assert ast.dump(quick, include_attributes=True) == ast.dump(slow, include_attributes=True)
    assert not hidden


@pytest.mark.parametrize(
    "source",
    [
        "try:\n    f()\nexcept A, B as e:\n    g()\n",
        "try:\n    f()\nexcept A, B:\n    g()\ntype Pair = int\n",
        "try:\n    f()\nexcept A, B[0]:\n    g()\n",
    ],
    ids=["a name for what was raised, which no Python reads", "something else that is newer", "a type that is no name"],
)
def test_the_quick_way_leaves_everything_else_to_libcst(source: str) -> None:
    assert grammar.read_bare_types(Text(source)) is None


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="this Python reads it itself")
@pytest.mark.parametrize(("source", "stands_for"), QUOTES.values(), ids=QUOTES)
def test_strings_that_hold_their_own_quotes_are_read(source: str, stands_for: str) -> None:
    tree, _ = grammar.read_newer(Text(source))
    assert ast.unparse(tree) == stands_for


def test_template_strings_side_by_side_are_a_syntax_error_since_libcst_does_not_read_them() -> None:
    with pytest.raises(SyntaxError):
        grammar.read_newer(Text('x = t"a {b}" t"c"\n'))


def test_what_libcst_does_not_give_back_is_a_syntax_error() -> None:
    with pytest.raises(SyntaxError, match="give back"):
        grammar.read_newer(Text('x = f"{\na\n!r\n}"\ny = t"{b}"\n'))


def test_names_stand_where_they_are_written() -> None:
    text = Text('try:\n    f()\nexcept A, pkg.B:\n    g[T](t"é {value} {other!r}")\n')
    tree, _ = grammar.read_newer(text)
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    assert {n.id for n in names} >= {"A", "pkg", "value", "other"}
    for name in names:
        start = text.offset(name.lineno, name.col_offset)
        assert text.text[start : start + len(name.id)] == name.id


def test_bounds_of_type_parameters_are_words_that_the_tree_does_not_show() -> None:
    _, hidden = grammar.read_newer(Text("def f[T: (Base, Other)](x): ...\n"))
    assert hidden == {"T", "Base", "Other"}


def test_what_no_python_reads_is_a_syntax_error() -> None:
    with pytest.raises(SyntaxError):
        grammar.read_newer(Text("def f(:\n"))


DEEP = {
    "parentheses": f"x = {'(' * 5_000}1{')' * 5_000}\n",
    "parentheses that nobody closes": f"x = {'(' * 5_000}\n",
    "lambdas": f"x = {'lambda: ' * 20_000}1\ntype Pair = int\n",
}


@pytest.mark.parametrize("source", DEEP.values(), ids=DEEP)
def test_what_would_end_the_parsers_process_is_a_syntax_error(source: str) -> None:
    with pytest.raises(SyntaxError, match="nested too deeply"):
        grammar.read_newer(Text(source))
