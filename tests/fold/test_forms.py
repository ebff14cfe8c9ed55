"""Inventory forms: ``expr`` with its placeholders, ``becomes``, awaited reads, arguments that act, decorators."""

from __future__ import annotations

import pytest
from folding import Memory, Row, check_files, drafted, findings

from legacy_codemod.draft import Draft
from legacy_codemod.fold.decorators import fold_decorators
from legacy_codemod.fold.flags import compile_flag
from legacy_codemod.index.world import World
from legacy_codemod.model import UNKNOWN, DecoratorFlag, EnvFlag, ExprFlag, NameFlag, Scalar, Subject
from legacy_codemod.tree import tree_of

# an `expr`, the code, what is left where it is True
MATCHED: dict[str, tuple[str, str, str]] = {
    "a placeholder takes one argument": ("has('a', $X)", "x = has('a', 1)", "x = True"),
    "a placeholder takes no spread": ("has('a', $X)", "x = has('a', *y)", "x = has('a', *y)"),
    "a placeholder takes no keyword": ("has('a', $X)", "x = has('a', k=1)", "x = has('a', k=1)"),
    "a keyword's placeholder": ("has('a', k=$K)", "x = has('a', k=1)", "x = True"),
    "keywords in another order": ("has('a', k=$K, j=2)", "x = has('a', j=2, k=1)", "x = True"),
    "the same placeholder twice": ("has($X, $X)", "x = has(a, a), has(a, b)", "x = True, has(a, b)"),
    "any further arguments": ("has('a', $$$)", "x = has('a', 1, *y, k=1, **z)", "x = True"),
    "no further arguments": ("has('a', $$$)", "x = has('a')", "x = True"),
    "arguments in front of the key": ("has($$$, 'a')", "x = has(1, 2, 'a', k=1)", "x = True"),
    "the key first, where it stands last": ("has($$$, 'a')", "x = has('a', 1)", "x = has('a', 1)"),
    "the key last, where it stands first": ("has('a', $$$)", "x = has(1, 'a')", "x = has(1, 'a')"),
    "arguments between others": ("has(1, $$$, 'a')", "x = has(1, *y, 'a')", "x = True"),
    "a spread where the key should be": ("has('a')", "x = has(*y)", "x = has(*y)"),
    "unpacked keywords where none are named": ("has('a')", "x = has('a', **y)", "x = has('a', **y)"),
    "a client that is got by a call": ("client.get().has('a')", "x = 1 if client.get().has('a') else 2", "x = 1"),
    "a call of a call": ("has('a')('b')", "x = has('a')('b')", "x = True"),
    "an index": ("has['a']", "x = has['a']", "x = True"),
    "an attribute of an index": ("$X['a'].on", "x = self.has['a'].on", "x = True"),
    "an operator": ("a + b", "x = (a + b) and c", "x = c"),
    "what is in something, and what is not": (
        "A.new in $M",
        "x = A.new in m, A.new not in self.m, not A.new in m, A.new in m in n",
        "x = True, False, False, A.new in m in n",
    ),
    "what is not in something, and what is": ("'a' not in $M", "x = 'a' in m, 'a' not in m", "x = False, True"),
    "what is something, and what is not": ("m is A", "x = m is A, m is not A, m == A", "x = True, False, m == A"),
    "what is equal, and what is not": ("m == 'a'", "x = m == 'a', m != 'a'", "x = True, m != 'a'"),
    "a call that acts in an argument that the expression writes down": ("has(now())", "x = has(now())", "x = True"),
}
AWAITED: dict[str, tuple[Subject, str, str]] = {
    "an awaited call": (ExprFlag("has('a')", True), "x = await has('a')", "x = True"),
    "an awaited call in parentheses": (ExprFlag("has('a')", True), "x = await (has('a'))", "x = True"),
    "an expression that awaits": (ExprFlag("await has('a')", True), "x = await has('a')", "x = True"),
    "an awaited method of anything": (
        ExprFlag("$C.has('a')", True),
        "x = new if await self.client.has('a') else old",
        "x = new",
    ),
    "an awaited call that becomes one of its arguments": (
        ExprFlag("pick('a', $A, $B)", becomes="$A"),
        "x = await pick('a', b, c)",
        "x = b",
    ),
    "an awaited name": (NameFlag("vendor.on", True), "x = await on()", "x = True"),
}
# an `expr`, what it becomes, the code, what is left
BECOMES: dict[str, tuple[str, str, str, str]] = {
    "the second argument": ("pick($A, $B)", "$B", "x = pick(b, c)", "x = c"),
    "an argument that acts would be lost": ("pick($A, $B)", "$B", "x = pick(b(), c)", "x = pick(b(), c)"),
    "arguments that act in their order": ("pick($A, $B)", "run($A, $B)", "x = pick(b(), c())", "x = run(b(), c())"),
    "arguments that act in another order": ("pick($A, $B)", "run($B, $A)", "x = pick(b(), c())", "x = pick(b(), c())"),
    "arguments in another order": ("pick($A, $B)", "run($B, $A)", "x = pick(b, c)", "x = run(c, b)"),
    "one argument twice": ("pick($A)", "$A * $A", "x = pick(b + 1)", "x = (b + 1) * (b + 1)"),
    "one argument twice that acts": ("pick($A)", "$A * $A", "x = pick(b())", "x = pick(b())"),
    "an argument in a weaker place": ("pick($A)", "[$A, not $A]", "x = pick(b + 1)", "x = [b + 1, not b + 1]"),
    "an argument with an attribute": ("pick($A)", "$A.x", "x = pick(b + 1)", "x = (b + 1).x"),
    "what it becomes in a stronger place": ("pick($A, $B)", "$A + $B", "x = 2 * pick(b, c)", "x = 2 * (b + c)"),
    "what it becomes under a not": ("pick($A, $B)", "$A or $B", "x = not pick(b, c)", "x = not (b or c)"),
    "a lambda that is called": ("pick($A)", "$A()", "x = pick(lambda: b)", "x = (lambda: b)()"),
    "a lambda that is handed on": ("pick($A)", "run($A)", "x = pick(lambda: b)", "x = run(lambda: b)"),
    "a lambda in its place": ("pick($A)", "$A", "x = pick(lambda: b)", "x = lambda: b"),
    "a read inside a read": ("pick($A)", "run($A)", "x = pick(pick(b))", "x = run(run(b))"),
    "a read inside a read that is twice there": (
        "pick($A)",
        "$A * $A",
        "x = pick(pick(b) or 2)",
        "x = (b * b or 2) * (b * b or 2)",
    ),
    "a read inside a read that it becomes": ("pick($A)", "$A", "x = pick(pick(b))", "x = b"),
    "a walrus": ("pick($A)", "$A", "x = pick(b := 1)", "x = (b := 1)"),
    "a ternary": ("pick($A)", "'x' if $A else 'y'", "x = pick(b) + c", "x = ('x' if b else 'y') + c"),
    "None where only its truth counts": ("pick($A)", "None", "x = 1 if pick(b) else 2", "x = 2"),
    "a condition": ("pick($A)", "$A", "if pick(b): go()", "if b: go()"),
    "a decorator": ("pick($A)", "$A", "@pick(b)\ndef run(): pass", "@b\ndef run(): pass"),
    "a statement that acts": ("pick($A, $B)", "$A", "pick(b(), c)", "b()"),
    "a statement that does nothing": ("pick($A, $B)", "$A", "go()\npick(b, c)", "go()"),
    "an argument over several lines": (
        "pick($A, $B)",
        "$A",
        "x = pick(\n    b\n    + c,\n    d,\n)",
        "x = (b\n    + c)",
    ),
    "an argument over several lines in brackets of its own": (
        "pick($A, $B)",
        "$A",
        "x = pick(\n    b(\n        c,\n    ),\n    d,\n)",
        "x = b(\n        c,\n    )",
    ),
    "a text over several lines": (
        "pick($A, $B)",
        "$A + 1",
        "x = pick(\n    'b'\n    'c',\n    d,\n)",
        "x = ('b'\n    'c' + 1)",
    ),
    "a field of an f-string": ("pick($A)", "$A", "x = f'{pick(b)}'", "x = f'{b}'"),
    "quotes that an f-string cannot hold": ("pick($A)", "run($A, 'c')", "x = f'{pick(b)}'", "x = f'{pick(b)}'"),
    "quotes that an f-string can hold": (
        "pick(k, 'a', $A)",
        "run($A, 'c')",
        "x = f\"{pick(k, 'a', b)}\"",
        "x = f\"{run(b, 'c')}\"",
    ),
}
VALUES: dict[str, tuple[Scalar, str, str]] = {
    "a negative number behind a minus": (-1, "x = 2 - y * F(), -F()", "x = 2 - y * -1, 1"),
    "a negative number raised": (-1, "x = F() ** y, y ** F()", "x = (-1) ** y, y ** (-1)"),
    "an attribute of a negative number": (-1, "x = F().real", "x = (-1).real"),
    "an attribute of a fraction": (1.5, "x = F().real", "x = (1.5).real"),
    "an index into a text": ("ab", "x = F()[y]", 'x = "ab"[y]'),
    "a text of many signs": ("a\n'\"\\ü", "x = F()", "x = 'a\\n\\'\"\\\\ü'"),
    "a text inside an f-string": ("ab", "x = f'{F()} {y!r}'", "x = f'{\"ab\"} {y!r}'"),
    "a text of two lines inside an f-string": ("a\nb", "x = f'{F()} {y!r}'", "x = f'{F()} {y!r}'"),
    "zero as a value": (0, "x = F() and 3, F() or 3, y or F()", "x = 0, 3, y or 0"),
    "zero as a condition": (0, "if y or F(): go()", "if y: go()"),
    "a fraction of nothing": (0.0, "if F(): go()\nelse: stop()", "stop()"),
    "null": (None, "x = F() or 3, F() is None, y if F() else z", "x = 3, True, z"),
    "an empty text": ("", "x = F() or 'd', F() == ''", "x = 'd', True"),
}
# an `expr`, its value, the code, what is left
ACTING: dict[str, tuple[str, bool, str, str]] = {
    "an argument that acts is asked for in front of what is left": (
        "has('a', $$$)",
        True,
        "if has('a', f()):\n    new()\nelse:\n    old()",
        "f()\nnew()",
    ),
    "several things that act, in their order": (
        "$C.has('a', $$$)",
        True,
        "def run():\n    if not c.get().has('a', f(), *g(), k=h(), j=1):\n        old()\n    else:\n        new()",
        "def run():\n    c.get()\n    f()\n    g()\n    h()\n    new()",
    ),
    "a receiver that acts in front of an elif": (
        "$C.has('a')",
        False,
        "if c().has('a'):\n    old()\nelif b:\n    new()",
        "c()\nif b:\n    new()",
    ),
    "a receiver that acts in front of nothing": ("$C.has('a')", False, "if c().has('a'):\n    old()", "c()"),
    "an argument that acts in a one-line suite": (
        "has('a', $$$)",
        True,
        "if has('a', f(), g()): new()",
        "f(); g(); new()",
    ),
}
STAYS: dict[str, tuple[str, str]] = {
    "in an elif": ("$C.has('a')", "if b:\n    go()\nelif c().has('a'):\n    new()\n"),
    "as a value": ("$C.has('a')", "x = c().has('a')\n"),
    "beside another operand": ("has('a', $$$)", "x = has('a', f()) and y\n"),
    "over several lines": ("has('a', $$$)", "if has('a', f(\n    1,\n)):\n    new()\n"),
}
DECORATED: dict[str, tuple[str, str, str]] = {
    "the only one": ("required('new')", "@required('new')\ndef run(): pass\n", "def run(): pass\n"),
    "one of several, with comments": (
        "required('new')",
        "@first\n# the rollout\n@required('new')  # since March\n# last\n@second\ndef run(): pass\n",
        "@first\n# last\n@second\ndef run(): pass\n",
    ),
    "a comment above the first is about what it decorates": (
        "required('new')",
        "x = 1\n# the way in\n@required('new')\ndef run(): pass\n",
        "x = 1\n# the way in\ndef run(): pass\n",
    ),
    "a comment above the first that names the flag": (
        "required('new-router')",
        "x = 1\n# new-router is on\n@required('new-router')\ndef run(): pass\n",
        "x = 1\ndef run(): pass\n",
    ),
    "of a class, a method and a coroutine": (
        "required('new')",
        "@required('new')\nclass A:\n    @required('new')\n    def run(self): pass\n\n"
        "    @first\n    @required('new')\n    async def go(self): pass\n",
        "class A:\n    def run(self): pass\n\n    @first\n    async def go(self): pass\n",
    ),
    "over several lines": (
        "required('new', $$$)",
        "@required(\n    'new',\n    url=home,\n)  # why\ndef run(): pass\n",
        "def run(): pass\n",
    ),
    "in parentheses over several lines": (
        "required('new')",
        "@(\n    required('new')\n)\ndef run(): pass\n",
        "def run(): pass\n",
    ),
    "twice": ("required('new')", "@required('new')\n@required('new')\ndef run(): pass\n", "def run(): pass\n"),
    "without a call": (
        "required",
        "@required\ndef run(): pass\nx = required(view)\n",
        "def run(): pass\nx = view\n",
    ),
    "with an empty call": (
        "required()",
        "@required\ndef run(): pass\n@required()\ndef go(): pass\n",
        "@required\ndef run(): pass\ndef go(): pass\n",
    ),
    "under another name": (
        "flags.required('new')",
        "from flags import required as r\n@r('new')\ndef run(): pass\n",
        "from flags import required as r\ndef run(): pass\n",
    ),
    "with blank lines behind it": (
        "required('new')",
        "@required('new')\n\n@second\ndef run(): pass\n",
        "@second\ndef run(): pass\n",
    ),
    "in a branch": (
        "required('new')",
        "if a:\n    @required('new')\n    def run(): pass\n",
        "if a:\n    def run(): pass\n",
    ),
    "called on a function": (
        "required('new')",
        "x = [required('new')((a or b))]\ny = required('new')(lambda: 1)()\nz = required('new')(view)\n",
        "x = [a or b]\ny = (lambda: 1)()\nz = view\n",
    ),
    "handed to another decorator": (
        "required('new')",
        "@first(required('new'))\ndef run(): pass\n",
        "@first(required('new'))\ndef run(): pass\n",
    ),
}
MADE = {
    "called where it decorates": ("@required(features.NEW)\ndef run(): pass\n", [1]),
    "called with nothing": ("@required()\ndef run(): pass\n", [1]),
    "called with more": ("@required('new', 'other')\ndef run(): pass\n", [1]),
    "called before it is put on a function": ("x = required('new')(view)\n", [1]),
    "called elsewhere too": ("gate = required(NEW)\n@required(OLD)\ndef run(): pass\n", [1, 2]),
}
REFUSED: dict[str, tuple[DecoratorFlag, str]] = {
    "a decorator that lets nothing through": (
        DecoratorFlag("required('new')", False),
        "@required('new')\ndef run(): pass\n",
    ),
    "a call of one that lets nothing through": (
        DecoratorFlag("required('new')", False),
        "run = required('new')(view)\n",
    ),
    "a decorator whose argument acts": (DecoratorFlag("required($X)", True), "@required(log())\ndef run(): pass\n"),
}


CALLED: dict[str, tuple[str, str]] = {
    "in a decorator": (
        "@on('new')\ndef run(): pass\n",
        "the flag's value cannot decorate run: an entry for this is a `decorator`, no `expr`",
    ),
    "in a decorator, by a name that holds it": (
        "new = on('new')\n@new\nclass A: pass\n",
        "the flag's value cannot decorate A: an entry for this is a `decorator`, no `expr`",
    ),
    "called": ("x = on('new')(1)\n", "the flag's value cannot be called"),
}


NOTHING: dict[str, Row] = {
    "called where it holds something": (
        "hook = None if on('new') else old\nif hook is not None:\n    hook(1)\ngo()",
        "hook = None\ngo()",
    ),
    "called where it is true": (
        "hook = old if not on('new') else None\nx = hook(1) if hook else 2",
        "hook = None\nx = 2",
    ),
    "a decorator where it holds something": (
        "hook = None if on('new') else old\nif hook:\n    @hook\n    def run(): pass\ngo()",
        "hook = None\ngo()",
    ),
}


def _check(row: Row, *subjects: Subject) -> None:
    before, after = (f"{part}\n" for part in row)
    check_files({"app.py": before}, {"app.py": after}, *subjects)


@pytest.mark.parametrize(("expr", "before", "after"), MATCHED.values(), ids=MATCHED)
def test_an_expression_matches(expr: str, before: str, after: str) -> None:
    _check((before, after), ExprFlag(expr, True))


@pytest.mark.parametrize(("before", "after"), NOTHING.values(), ids=NOTHING)
def test_a_name_that_comes_to_hold_nothing_may_be_called_where_that_is_asked(before: str, after: str) -> None:
    _check((f"from vendor import on\n{before}", f"from vendor import on\n{after}"), ExprFlag("on('new')", True))


@pytest.mark.parametrize(("flag", "before", "after"), AWAITED.values(), ids=AWAITED)
def test_what_is_awaited_gives_the_value(flag: Subject, before: str, after: str) -> None:
    top = "from vendor import on\nasync def run():\n    "
    _check((top + before, top + after), flag)


@pytest.mark.parametrize(("expr", "becomes", "before", "after"), BECOMES.values(), ids=BECOMES)
def test_a_read_becomes_another_expression(expr: str, becomes: str, before: str, after: str) -> None:
    _check((before, after), ExprFlag(expr, UNKNOWN, becomes))


@pytest.mark.parametrize(("value", "before", "after"), VALUES.values(), ids=VALUES)
def test_a_value_stands_where_the_expression_stood(value: Scalar, before: str, after: str) -> None:
    _check((before, after), ExprFlag("F()", value))


@pytest.mark.parametrize(("expr", "value", "before", "after"), ACTING.values(), ids=ACTING)
def test_what_acts_in_a_read_is_still_done(expr: str, value: bool, before: str, after: str) -> None:
    _check((before, after), ExprFlag(expr, value))


@pytest.mark.parametrize(("expr", "code"), STAYS.values(), ids=STAYS)
def test_a_read_that_acts_stays_and_is_reported(expr: str, code: str) -> None:
    check_files({"app.py": code}, {}, ExprFlag(expr, True))
    assert [found.reason for found in findings({"app.py": code.encode()}, ExprFlag(expr, True))] == [
        "an argument of this read acts: the read stays where it is"
    ]


@pytest.mark.parametrize(("code", "reason"), CALLED.values(), ids=CALLED)
def test_a_read_that_is_called_is_refused(code: str, reason: str) -> None:
    draft = drafted({"app.py": code.encode()}, ExprFlag("on('new')", True))
    assert draft.world.tree.read("app.py").decode() == code
    assert [refusal.reason for refusal in draft.refusals] == [reason]


def test_several_flags_in_one_condition() -> None:
    before = (
        "import os\nif os.getenv('A') == '1' and os.getenv('B') == '0' or F() and y:\n    x = os.getenv('B') or z\n"
    )
    after = 'import os\nif y:\n    x = "1"\n'
    check_files({"app.py": before}, {"app.py": after}, EnvFlag("A", "1"), EnvFlag("B", "1"), ExprFlag("F()", True))


def test_one_variable_in_several_spellings() -> None:
    before = "import os\nx = [os.getenv('A'), os.environ.get('A', 'd'), os.environ['A'], 'A' in os.environ]\n"
    check_files({"app.py": before}, {"app.py": 'import os\nx = ["on", "on", "on", True]\n'}, EnvFlag("A", "on"))


def _without(flag: DecoratorFlag, code: str) -> Draft:
    world = World(tree_of(Memory({"app.py": code.encode()})))
    compiled = compile_flag(world, flag)
    assert compiled is not None
    return fold_decorators(Draft(world, world), compiled, lambda _path: False)


@pytest.mark.parametrize(("decorator", "before", "after"), DECORATED.values(), ids=DECORATED)
def test_a_decorator_is_taken_off(decorator: str, before: str, after: str) -> None:
    flag = DecoratorFlag(decorator, True)
    draft = _without(flag, before)
    assert (draft.world.tree.read("app.py").decode(), draft.refusals) == (after, ())
    assert _without(flag, after).world.tree.read("app.py").decode() == after
    assert bool(draft.findings) is (before == after)


@pytest.mark.parametrize(("code", "lines"), MADE.values(), ids=MADE)
def test_what_makes_the_decorator_is_not_taken_for_it(code: str, lines: list[int]) -> None:
    plain = "@required\ndef go(): pass\n"
    draft = _without(DecoratorFlag("required", True), code + plain)
    assert draft.world.tree.read("app.py").decode() == code + "def go(): pass\n"
    assert [(found.place.line, found.reason[:17]) for found in draft.findings] == [
        (line, "makes a decorator") for line in lines
    ]


@pytest.mark.parametrize(("flag", "code"), REFUSED.values(), ids=REFUSED)
def test_a_decorator_is_refused(flag: DecoratorFlag, code: str) -> None:
    draft = _without(flag, code)
    assert draft.world.tree.read("app.py").decode() == code
    assert [str(refusal.place) for refusal in draft.refusals] == ["app.py:1"]
