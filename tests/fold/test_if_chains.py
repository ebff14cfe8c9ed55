"""``if``, ``elif`` and ``else`` at any place of a chain."""

from __future__ import annotations

import pytest
from folding import Row, check, check_files, check_unchanged

from legacy_codemod.model import ExprFlag

UNCHANGED = {
    "an if about something else": """
        if ready:
            start()
        else:
            wait()
        """,
    "a name that only contains the flag's name": """
        if ONLY or OFFICE:
            start()
        """,
    "a parameter that shadows the flag": """
        def run(ON):
            if ON:
                return new()
            return old()
        """,
    "a local that shadows the flag": """
        def run():
            ON = ask()
            if ON:
                return new()
            return old()
        """,
    "a loop variable that shadows the flag": """
        def run():
            for ON in (True, False):
                if ON:
                    yield new()
        """,
    "an attribute of something else with the flag's name": """
        if lamp.ON:
            shine()
        """,
    "the flag's name in a string": """
        print("ON", 'OFF')
        """,
    "the flag's name in a comment": """
        # ON and OFF
        start()
        """,
    "a comprehension variable that shadows the flag": """
        seen = [ON for ON in states if ON]
        """,
    "a keyword argument with the flag's name": """
        start(ON=ask(), OFF=1)
        """,
    "a lambda parameter that shadows the flag": """
        pick = lambda ON: new() if ON else old()
        """,
    "an exception name that shadows the flag": """
        def run():
            try:
                start()
            except OSError as ON:
                if ON:
                    raise
        """,
}
CHANGED: dict[str, Row] = {
    "on leaves the body": (
        """
        if ON:
            new()
            more()
        after()
        """,
        """
        new()
        more()
        after()
        """,
    ),
    "off without else leaves nothing": (
        """
        before()
        if OFF:
            old()
        after()
        """,
        """
        before()
        after()
        """,
    ),
    "on drops the else": (
        """
        if ON:
            new()
        else:
            old()
        """,
        """
        new()
        """,
    ),
    "off leaves the else": (
        """
        if OFF:
            old()
        else:
            new()
        """,
        """
        new()
        """,
    ),
    "not on leaves the else": (
        """
        if not ON:
            old()
        else:
            new()
        """,
        """
        new()
        """,
    ),
    "off in front of an elif opens the chain with it": (
        """
        if OFF:
            old()
        elif a:
            first()
        else:
            last()
        """,
        """
        if a:
            first()
        else:
            last()
        """,
    ),
    "on in front of an elif leaves the body alone": (
        """
        if ON:
            new()
        elif a:
            first()
        else:
            last()
        """,
        """
        new()
        """,
    ),
    "on in an elif becomes the else": (
        """
        if a:
            first()
        elif ON:
            new()
        else:
            old()
        """,
        """
        if a:
            first()
        else:
            new()
        """,
    ),
    "on in the last elif becomes the else": (
        """
        if a:
            first()
        elif b:
            second()
        elif ON:
            new()
        """,
        """
        if a:
            first()
        elif b:
            second()
        else:
            new()
        """,
    ),
    "on in an elif drops the elifs behind it": (
        """
        if a:
            first()
        elif ON:
            new()
        elif b:
            second()
        elif c:
            third()
        """,
        """
        if a:
            first()
        else:
            new()
        """,
    ),
    "off in the middle of a chain goes": (
        """
        if a:
            first()
        elif OFF:
            old()
        elif b:
            second()
        else:
            last()
        """,
        """
        if a:
            first()
        elif b:
            second()
        else:
            last()
        """,
    ),
    "off in the last elif leaves the else": (
        """
        if a:
            first()
        elif OFF:
            old()
        else:
            last()
        """,
        """
        if a:
            first()
        else:
            last()
        """,
    ),
    "off in the last elif without else": (
        """
        if a:
            first()
        elif OFF:
            old()
        after()
        """,
        """
        if a:
            first()
        after()
        """,
    ),
    "two settled arms in one chain": (
        """
        if OFF:
            old()
        elif a:
            first()
        elif OFF:
            older()
        elif ON:
            new()
        else:
            never()
        """,
        """
        if a:
            first()
        else:
            new()
        """,
    ),
    "off, then on": (
        """
        if OFF:
            old()
        elif ON:
            new()
        else:
            never()
        """,
        """
        new()
        """,
    ),
    "a one-line suite": (
        """
        if ON: new()
        after()
        """,
        """
        new()
        after()
        """,
    ),
    "a one-line suite with several statements": (
        """
        if ON: first(); second()
        else: old()
        after()
        """,
        """
        first(); second()
        after()
        """,
    ),
    "a one-line else": (
        """
        if OFF: old()
        else: new()
        after()
        """,
        """
        new()
        after()
        """,
    ),
    "a one-line suite in front of a block": (
        """
        if OFF: old()
        else:
            new()
            more()
        """,
        """
        new()
        more()
        """,
    ),
    "nested folds inside each other": (
        """
        if ON:
            if a:
                if OFF:
                    old()
                else:
                    new()
            else:
                other()
        """,
        """
        if a:
            new()
        else:
            other()
        """,
    ),
    "a fold in a kept else": (
        """
        def run():
            if a:
                pass
            else:
                if ON:
                    new()
                else:
                    old()
        """,
        """
        def run():
            if a:
                pass
            else:
                new()
        """,
    ),
    "the only statement of a function leaves a pass": (
        """
        def run():
            if OFF:
                old()
        """,
        """
        def run():
            pass
        """,
    ),
    "behind a docstring nothing is needed": (
        '''
        def run():
            """Do it."""
            if OFF:
                old()
        ''',
        '''
        def run():
            """Do it."""
        ''',
    ),
    "the only statement of an elif leaves a pass": (
        """
        if a:
            first()
        elif b:
            if OFF:
                old()
        else:
            last()
        """,
        """
        if a:
            first()
        elif b:
            pass
        else:
            last()
        """,
    ),
    "the only statement of the last elif takes it along": (
        """
        if a:
            first()
        elif b and isinstance(c, D):
            if OFF:
                old()
        after()
        """,
        """
        if a:
            first()
        after()
        """,
    ),
    "the last branches that hold nothing but settled ifs go": (
        """
        if a:
            first()
        elif b:
            other()
        # the old way
        elif c:
            if d and OFF:
                old()
        elif e:
            if OFF:
                old()
        else:
            if OFF:
                old()
        after()
        """,
        """
        if a:
            first()
        elif b:
            other()
        after()
        """,
    ),
    "an elif that asks something which acts stays": (
        """
        if a:
            first()
        elif ask():
            if OFF:
                old()
        elif b:
            if OFF:
                old()
        """,
        """
        if a:
            first()
        elif ask():
            pass
        """,
    ),
    "the first branch stays, though nothing is left of it": (
        """
        if a():
            if OFF:
                old()
        elif b:
            if OFF:
                old()
        """,
        """
        if a():
            pass
        """,
    ),
    "an elif that was empty before stays": (
        """
        if a:
            first()
        elif b:
            pass
        elif c:
            if OFF:
                old()
        """,
        """
        if a:
            first()
        elif b:
            pass
        """,
    ),
    "a branch that goes in front of others that go": (
        """
        if OFF:
            old()
        elif a:
            new()
        elif b:
            if OFF:
                old()
        """,
        """
        if a:
            new()
        """,
    ),
    "an elif whose name a function inside means stays": (
        """
        def run(a, b):
            if a:
                first()
            elif b:
                if OFF:
                    mode = 1
            return lambda: mode
        """,
        """
        def run(a, b):
            if a:
                first()
            elif b:
                if OFF:
                    mode = 1
            return lambda: mode
        """,
    ),
    "an else that holds nothing but the settled if goes": (
        """
        if a:
            first()
        else:
            if OFF:
                old()
        after()
        """,
        """
        if a:
            first()
        after()
        """,
    ),
    "an if about something else whose body empties keeps its test when it acts": (
        """
        if ask():
            if OFF:
                old()
        """,
        """
        if ask():
            pass
        """,
    ),
    "an if about something else whose body empties goes when its test does nothing": (
        """
        before()
        if ready:
            if OFF:
                old()
        after()
        """,
        """
        before()
        after()
        """,
    ),
    "a condition over several lines": (
        """
        if (
            ON
            and not OFF
        ):
            new()
        else:
            old()
        """,
        """
        new()
        """,
    ),
    "a body that is only pass leaves nothing": (
        """
        before()
        if ON:
            pass
        else:
            old()
        after()
        """,
        """
        before()
        after()
        """,
    ),
    "conditional imports": (
        """
        if ON:
            from router import new as call
        else:
            from legacy import old as call
        """,
        """
        from router import new as call
        """,
    ),
    "conditional definitions": (
        """
        if ON:
            def call():
                return new()
        else:
            def call():
                return old()
        """,
        """
        def call():
            return new()
        """,
    ),
    "conditional classes with decorators": (
        """
        if ON:

            @register
            class Router:
                kind = "new"

        else:

            class Router:
                kind = "old"
        """,
        """
        @register
        class Router:
            kind = "new"
        """,
    ),
    "a class body": (
        """
        class Router:
            kind = "any"
            if ON:
                retries = 3
            else:
                retries = 1

            def run(self):
                return self.retries
        """,
        """
        class Router:
            kind = "any"
            retries = 3

            def run(self):
                return self.retries
        """,
    ),
    "a class whose whole body goes": (
        """
        class Router:
            if OFF:
                retries = 1
        """,
        """
        class Router:
            pass
        """,
    ),
    "async functions": (
        """
        async def run():
            if ON:
                return await new()
            return await old()
        """,
        """
        async def run():
            return await new()
        """,
    ),
    "the blank lines around what goes": (
        """
        before()

        if OFF:
            old()

        after()
        """,
        """
        before()

        after()
        """,
    ),
    "an if that is not entered because of the flag though a call stands behind it": (
        """
        if OFF and ask():
            old()
        else:
            new()
        """,
        """
        new()
        """,
    ),
    "an if that is entered because of the flag though a call stands behind it": (
        """
        if ON or ask():
            new()
        else:
            old()
        """,
        """
        new()
        """,
    ),
    "an elif that is not entered though a call stands behind it": (
        """
        if a:
            first()
        elif OFF and ask():
            old()
        else:
            last()
        """,
        """
        if a:
            first()
        else:
            last()
        """,
    ),
}
WHAT_TESTS_DO: dict[str, Row] = {
    "a read that acts in front of what is never asked": (
        """
        if both(one(), 2) and ask():
            old()
        else:
            new()
        """,
        """
        one()
        new()
        """,
    ),
    "a read that acts in front of what it leaves to decide": (
        """
        if not both(one(), 2) and both(3, two()):
            old()
        """,
        """
        one()
        two()
        """,
    ),
    "a read that acts inside of operands that are decided": (
        """
        if (both(one(), 2) and ask()) or both(3, 4):
            old()
        else:
            new()
        """,
        """
        one()
        new()
        """,
    ),
    "a read that acts in a choice that the flag makes": (
        """
        if ask() if both(1, 2) else both(one(), 4):
            old()
        else:
            new()
        """,
        """
        one()
        new()
        """,
    ),
    "a call whose argument the flag settles is asked where it stands": (
        """
        if (found := both(1, 2)) or (ask(found) and both(3, 4)):
            old()
        """,
        """
        if (found := False) or (ask(False) and False):
            old()
        """,
    ),
    "a read that acts behind a call": (
        """
        if ask() and both(one(), 2):
            old()
        else:
            new()
        """,
        """
        if ask() and both(one(), 2):
            old()
        else:
            new()
        """,
    ),
}
ONE_LEVEL_HIGHER: dict[str, Row] = {
    "what a test does, in front of the branch that stays": (
        """
        def run():
            if not both(0, 0):
                before()
                if not (found := both(0, 0)):
                    new(found)
                after()
        """,
        """
        def run():
            before()
            found = False
            new(False)
            after()
        """,
    ),
    "what a test does, of which no branch stays": (
        """
        def run():
            if not both(0, 0):
                before()
                if both(one(), two()):
                    old()
        """,
        """
        def run():
            before()
            one()
            two()
        """,
    ),
    "what a test does, in front of the elif that stays": (
        """
        def run():
            if not both(0, 0):
                before()
                if a() and both(0, 0):
                    old()
                elif b:
                    new()
        """,
        """
        def run():
            before()
            a()
            if b:
                new()
        """,
    ),
    "two levels": (
        """
        def run():
            if not both(0, 0):
                if not both(0, 0):
                    if both(one(), two()):
                        old()
                    else:
                        new()
        """,
        """
        def run():
            one()
            two()
            new()
        """,
    ),
}


@pytest.mark.parametrize("block", UNCHANGED.values(), ids=UNCHANGED)
def test_what_the_flag_does_not_decide_stays(block: str) -> None:
    check_unchanged(block)


@pytest.mark.parametrize("row", CHANGED.values(), ids=CHANGED)
def test_only_the_branch_that_runs_is_left(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", WHAT_TESTS_DO.values(), ids=WHAT_TESTS_DO)
def test_what_a_settled_test_does_is_done_in_front(row: Row) -> None:
    before, after = row
    check_files({"app.py": before}, {"app.py": after}, ExprFlag("both($A, $B)", value=False))


@pytest.mark.parametrize("row", ONE_LEVEL_HIGHER.values(), ids=ONE_LEVEL_HIGHER)
def test_what_is_put_in_stands_as_deep_as_what_it_stands_among(row: Row) -> None:
    before, after = row
    check_files({"app.py": before}, {"app.py": after}, ExprFlag("both($A, $B)", value=False))
