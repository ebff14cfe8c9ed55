"""Ternaries, ``and``/``or``/``not``, comparisons, parentheses: where the value counts, and where only its truth."""

from __future__ import annotations

import pytest
from folding import Row, check, check_unchanged

UNCHANGED = {
    "a ternary about something else": """
        x = new() if ready else old()
        """,
    "and, or, not about something else": """
        x = a and not b or c
        """,
    "comparisons about something else": """
        x = a == "true" and 0 < b < 3 and c in ("on", "yes") and d is None
        """,
    "a comprehension about something else": """
        x = [a for a in b if a]
        """,
    "an assert about something else": """
        assert ready, "not ready"
        """,
}


def value(before: str, after: str) -> Row:
    """A row for one expression whose value is used."""
    return f"x = {before}\n", f"x = {after}\n"


def condition(before: str, after: str) -> Row:
    """A row for one expression of which only the truth is used."""
    return f"if {before}:\n    go()\n", f"if {after}:\n    go()\n"


VALUES: dict[str, Row] = {
    "a read becomes its value": value("ON", "True"),
    "a ternary that is on": value("new() if ON else old()", "new()"),
    "a ternary that is off": value("old() if OFF else new()", "new()"),
    "a ternary in parentheses on one line": value("(new() if ON else old())", "new()"),
    "a ternary whose kept arm is in parentheses": value("(a, b) if ON else old()", "(a, b)"),
    "a ternary as an argument": ("call(new if ON else old, 1)\n", "call(new, 1)\n"),
    "a ternary as the only argument": ("call(new if ON else old)\n", "call(new)\n"),
    "a ternary as a keyword": ("call(path=new if ON else old)\n", "call(path=new)\n"),
    "a ternary as a receiver": ("(new if ON else old).run()\n", "new.run()\n"),
    "a ternary that is called": ("(new if ON else old)(1)\n", "new(1)\n"),
    "a ternary whose kept arm needs its parentheses": ("(a or b if ON else old).run()\n", "(a or b).run()\n"),
    "a ternary inside arithmetic": value("1 + (a if ON else b)", "1 + a"),
    "a ternary whose kept arm binds weaker than its place": value("2 * (a + b if ON else c)", "2 * (a + b)"),
    "nested ternaries": value("a if OFF else b if ON else c", "b"),
    "a ternary inside a ternary about something else": value("a if p else b if ON else c", "a if p else b"),
    "a settled arm of a ternary about something else": value("(a if ON else b) if p else c", "a if p else c"),
    "a ternary in an index": value("table[new if ON else old]", "table[new]"),
    "a ternary in a dict": value("{'k': new if ON else old}", "{'k': new}"),
    "a ternary in a list": value("[a, new if ON else old, b]", "[a, new, b]"),
    "a starred ternary": value("[*(new if ON else old)]", "[*new]"),
    "an and whose first operand holds gives the second": value("ON and new()", "new()"),
    "an and whose first operand does not hold is false": value("OFF and old()", "False"),
    "an or whose first operand holds is true": value("ON or old()", "True"),
    "an or whose first operand does not hold gives the second": value("OFF or new()", "new()"),
    "an and keeps the value of what stands before the flag": value("a and ON", "a and True"),
    "an or keeps the value of what stands before the flag": value("a or OFF", "a or False"),
    "an and that stops at the flag keeps the value before it": value("a and OFF and b", "a and False"),
    "an or that stops at the flag keeps the value before it": value("a or ON or b", "a or True"),
    "a call before the flag is still made": value("g() or ON", "g() or True"),
    "a call behind the flag is still made": value("ON and g()", "g()"),
    "a flag in the middle of an and": value("a and ON and b", "a and b"),
    "a flag in the middle of an or": value("a or OFF or b", "a or b"),
    "and inside or": value("a or (ON and b)", "a or b"),
    "or inside and": value("a and (OFF or b)", "a and b"),
    "or inside and that leaves an or": value("a and (OFF or b or c)", "a and (b or c)"),
    "a constant before the flag decides for itself": (
        "DEBUG = False\nif DEBUG or OFF:\n    go()\n",
        "DEBUG = False\nif DEBUG:\n    go()\n",
    ),
    "a constant behind the flag decides for itself": (
        "LEVEL = 3\nif ON and LEVEL > 2:\n    go()\n",
        "LEVEL = 3\nif LEVEL > 2:\n    go()\n",
    ),
    "not": value("not ON", "False"),
    "not of a flag and something else": value("not (ON and a)", "not a"),
    "not of a comparison": value("not (ON == True)", "False"),
    "bool": value("bool(ON and a)", "bool(a)"),
    "all of a list": value("all([ON, a, b])", "all([a, b])"),
    "any of a tuple": value("any((OFF, a))", "any((a,))"),
    "equality with a constant": value("ON == True", "True"),
    "identity": value("ON is True", "True"),
    "identity that does not hold": value("ON is not True", "False"),
    "is None": value("ON is None", "False"),
    "membership": value("ON in (True, 1)", "True"),
    "membership in a list": value("ON not in [False]", "True"),
    "a chained comparison that holds": value("0 < ON < 2", "True"),
    "a chained comparison with an unknown in it": value("0 < ON < limit", "0 < True < limit"),
    "a lambda": value("lambda: new() if ON else old()", "lambda: new()"),
    "a lambda whose body is a condition": value("lambda p: ON and p", "lambda p: p"),
    "a walrus around the flag": value("(use := ON)", "(use := True)"),
    "a walrus behind the flag": value("ON and (m := find())", "(m := find())"),
    "a walrus before the flag": value("(m := find()) and ON", "(m := find()) and True"),
    "a default": ("def run(fast=ON):\n    pass\n", "def run(fast=True):\n    pass\n"),
    "a default that is computed": (
        "def run(path=new if ON else old):\n    pass\n",
        "def run(path=new):\n    pass\n",
    ),
    "an f-string": ('x = f"{new if ON else old} way"\n', 'x = f"{new} way"\n'),
    "a list filter that always holds": value("[a for a in b if ON]", "[a for a in b]"),
    "one of several list filters": value("[a for a in b if ON if a]", "[a for a in b if a]"),
    "a filter made of the flag and more": value("[a for a in b if ON and a.ok]", "[a for a in b if a.ok]"),
    "a set and a dict filter": value(
        "{a for a in b if not OFF}, {a: 1 for a in b if ON}", "{a for a in b}, {a: 1 for a in b}"
    ),
    "a generator filter": ("total = sum(a for a in b if ON)\n", "total = sum(a for a in b)\n"),
    "an element of a comprehension": value("[new(a) if ON else old(a) for a in b]", "[new(a) for a in b]"),
    "a comparison of strings made of the flag": value('("on" if ON else "off") == "on"', "True"),
    "a slice": value("b[: (2 if ON else 1)]", "b[: 2]"),
    "an await": (
        "async def run():\n    return await (new() if ON else old())\n",
        "async def run():\n    return await new()\n",
    ),
    "an await of one arm": (
        "async def run():\n    return await new() if ON else await old()\n",
        "async def run():\n    return await new()\n",
    ),
    "a yield": (
        "def run():\n    yield new() if ON else old()\n",
        "def run():\n    yield new()\n",
    ),
    "a return": ("def run():\n    return new() if ON else old()\n", "def run():\n    return new()\n"),
    "a return in parentheses": ("def run():\n    return(new() if ON else old())\n", "def run():\n    return new()\n"),
    "a raise": ("raise (NewError if ON else OldError)('no')\n", "raise NewError('no')\n"),
    "an augmented assignment": ("x += 2 if ON else 1\n", "x += 2\n"),
    "an annotated assignment": ("x: int = 2 if ON else 1\n", "x: int = 2\n"),
    "several targets": ("x = y = 2 if ON else 1\n", "x = y = 2\n"),
    "a decorator": ("@(new if ON else old)\ndef run():\n    pass\n", "@new\ndef run():\n    pass\n"),
    "a decorator's argument": (
        "@cached(enabled=ON)\ndef run():\n    pass\n",
        "@cached(enabled=True)\ndef run():\n    pass\n",
    ),
    "a base class": ("class Router(New if ON else Old):\n    pass\n", "class Router(New):\n    pass\n"),
    "a with item": ("with new() if ON else old() as f:\n    go(f)\n", "with new() as f:\n    go(f)\n"),
    "a loop's iterable": ("for a in new if ON else old:\n    go(a)\n", "for a in new:\n    go(a)\n"),
    "a deleted index": ("del table[new if ON else old]\n", "del table[new]\n"),
    "an assert's message": ('assert ready, "new" if ON else "old"\n', 'assert ready, "new"\n'),
    "a multi-line ternary of which one line is left": (
        """
        x = (
            new()
            if ON
            else old()
        )
        """,
        "x = new()\n",
    ),
    "a multi-line ternary whose rest is as wide as the page": (
        """
        an_assignment_to_a_rather_long_name = (
            new_path_through_the_router(with_some, arguments)
            if ON
            else old()
        )
        """,
        """
        an_assignment_to_a_rather_long_name = (
            new_path_through_the_router(with_some, arguments)
        )
        """,
    ),
    "a multi-line ternary of which several lines are left": (
        """
        x = (
            new(
                a,
            )
            if ON
            else old()
        )
        """,
        """
        x = (
            new(
                a,
            )
        )
        """,
    ),
    "a multi-line ternary with a comment on the line that is left": (
        """
        x = (
            new()  # the new way
            if ON
            else old()
        )
        """,
        """
        x = (
            new()  # the new way
        )
        """,
    ),
    "a multi-line condition of which one line is left": (
        """
        if (
            ON
            and ready(a)
        ):
            x = 1
        """,
        """
        if ready(a):
            x = 1
        """,
    ),
    "a multi-line condition in front of an attribute": (
        """
        x = (
            a or b
            if ON
            else c
        ).name
        """,
        """
        x = (
            a or b
        ).name
        """,
    ),
    "a multi-line and loses the operand's line": (
        """
        x = (
            a
            and ON
            and b
        )
        """,
        """
        x = (
            a
            and b
        )
        """,
    ),
    "a multi-line and whose flag comes first": (
        """
        x = (
            ON
            and a
            and b
        )
        """,
        """
        x = (
            a
            and b
        )
        """,
    ),
    "an and over a backslash": (
        "x = ON and \\\n    a\n",
        "x = a\n",
    ),
}
CONDITIONS: dict[str, Row] = {
    "and with the flag first": condition("ON and a", "a"),
    "and with the flag last": condition("a and ON", "a"),
    "or with the flag last": condition("a or OFF", "a"),
    "and in parentheses": condition("(ON and a)", "a"),
    "not of an or": condition("not (OFF or a)", "not a"),
    "a call before the flag": condition("g() and ON", "g()"),
    "a walrus behind the flag needs no more than it had": condition("ON and (m := find())", "(m := find())"),
    "a comparison behind the flag": condition("ON and a > 3", "a > 3"),
    "an or that needs its parentheses": condition("ON and (a or b) and c", "(a or b) and c"),
    "an or that is left alone": condition("ON and (a or b)", "a or b"),
    "a flag compared, in an and": condition("ON is True and a", "a"),
    "the flag twice": condition("ON and a and not OFF", "a"),
    "a ternary as a condition": condition("(a if ON else b)", "a"),
    "a flag deep inside": condition("a and (b or (ON and c))", "a and (b or c)"),
    "a bool around it": condition("bool(ON) and a", "a"),
    "a double negation": condition("not not ON and a", "a"),
}


@pytest.mark.parametrize("block", UNCHANGED.values(), ids=UNCHANGED)
def test_what_the_flag_does_not_decide_stays(block: str) -> None:
    check_unchanged(block)


@pytest.mark.parametrize("row", VALUES.values(), ids=VALUES)
def test_an_expression_keeps_its_value(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", CONDITIONS.values(), ids=CONDITIONS)
def test_a_condition_keeps_its_truth(row: Row) -> None:
    check(row)
