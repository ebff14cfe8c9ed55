"""What a function is, what its names mean, and which text documents it: none of that changes by a fold."""

from __future__ import annotations

import pytest
from folding import FLAGS, IMPORT, USE_NEW, Row, check, findings, text

CHANGED: dict[str, Row] = {
    "a nonlocal name that nothing assigns any more keeps the assignment that binds it": (
        """
        def outer():
            if OFF:
                x = 1

            def inner():
                nonlocal x
                if OFF:
                    x = 2
                return 3

            return inner
        """,
        """
        def outer():
            if OFF:
                x = 1

            def inner():
                nonlocal x
                return 3

            return inner
        """,
    ),
    "a text that comes to stand first in a function is no docstring": (
        """
        def run():
            if ON:
                "a remark"
                return new()
        """,
        """
        def run():
            pass
            "a remark"
            return new()
        """,
    ),
    "a text behind a statement that goes is no docstring": (
        """
        def run():
            assert ON
            "a remark"
            return new()
        """,
        """
        def run():
            pass
            "a remark"
            return new()
        """,
    ),
    "a text that comes to stand first in a class is no docstring": (
        """
        class Router:
            if OFF:
                kind = "old"
            "a remark"
            kind = "new"
        """,
        """
        class Router:
            pass
            "a remark"
            kind = "new"
        """,
    ),
    "a text behind a semicolon is no docstring": (
        """
        def run(): ON; "a remark"; return new()
        """,
        """
        def run(): pass; "a remark"; return new()
        """,
    ),
    "a docstring stays one": (
        """
        def run():
            "Go."
            if ON:
                return new()
            return old()
        """,
        """
        def run():
            "Go."
            return new()
        """,
    ),
    "a nonlocal name of which the assignment goes": (
        """
        def outer():
            def inner():
                nonlocal count
                if OFF:
                    count = 1
                return count

            count = 2
            return inner
        """,
        """
        def outer():
            def inner():
                nonlocal count
                return count

            count = 2
            return inner
        """,
    ),
    "a global name of which the assignment goes": (
        """
        def run():
            global count
            if OFF:
                count = 1
            return count
        """,
        """
        def run():
            global count
            return count
        """,
    ),
    "a name of a class body that only the other branch bound": (
        """
        class Router:
            if OFF:
                kind = 1
            other = kind
        """,
        """
        class Router:
            other = kind
        """,
    ),
    "a comprehension's own variable of the same name": (
        """
        def run():
            if OFF:
                a = 1
            return [a for a in b]
        """,
        """
        def run():
            return [a for a in b]
        """,
    ),
    "a parameter that the other branch set": (
        """
        def run(a):
            if OFF:
                a = 1
            return a
        """,
        """
        def run(a):
            return a
        """,
    ),
    "a generator in a class and one inside a function": (
        """
        class Rows:
            def old(self):
                if OFF:
                    yield 1

            def make(self):
                def inner():
                    OFF and (yield)

                return inner
        """,
        """
        class Rows:
            def old(self):
                yield from ()

            def make(self):
                def inner():
                    yield from ()

                return inner
        """,
    ),
    "a generator on one line": (
        """
        def rows(): ON or (yield)
        """,
        """
        def rows(): yield from ()
        """,
    ),
    "a generator whose yield stood behind a raise": (
        """
        def rows():
            if ON:
                raise Gone
            yield
        """,
        """
        def rows():
            raise Gone
            yield from ()
        """,
    ),
    "an async generator that now raises": (
        """
        async def rows():
            if ON:
                raise Gone
            else:
                yield 1
        """,
        """
        async def rows():
            raise Gone
            if False:
                yield
        """,
    ),
    "a generator that gives a value at its end": (
        """
        def rows():
            if OFF:
                yield 1
            return 2
        """,
        """
        def rows():
            return 2
            yield from ()
        """,
    ),
    "a lambda that yields": (
        """
        rows = lambda: ON and (yield)
        """,
        """
        rows = lambda: (yield)
        """,
    ),
    "an asynchronous generator expression": (
        """
        async def run():
            return gather(await a for a in b if ON)
        """,
        """
        async def run():
            return gather(await a for a in b)
        """,
    ),
}
SPARED: dict[str, Row] = {
    "a local name that only the other branch bound, read by a function inside": (
        """
        def run():
            if OFF:
                answer = old()

            def inner():
                return answer

            return inner
        """,
        """
        def run():
            if OFF:
                answer = old()

            def inner():
                return answer

            return inner
        """,
    ),
    "a local name that only the other branch bound, read by a lambda": (
        """
        def run():
            if OFF:
                answer = old()
            return lambda: answer
        """,
        """
        def run():
            if OFF:
                answer = old()
            return lambda: answer
        """,
    ),
    "a local name that only the other branch bound, read by a comprehension": (
        """
        def run():
            if OFF:
                import answer
            return [answer for _ in range(3)]
        """,
        """
        def run():
            if OFF:
                import answer
            return [answer for _ in range(3)]
        """,
    ),
    "a local name that only the other branch bound, read by a class inside": (
        """
        def run():
            if OFF:
                for answer in old():
                    pass

            class Inner:
                kind = answer

            return Inner
        """,
        """
        def run():
            if OFF:
                for answer in old():
                    pass

            class Inner:
                kind = answer

            return Inner
        """,
    ),
    "a local name that a function inside sets": (
        """
        def run():
            if OFF:
                answer = old()

            def inner():
                nonlocal answer
                answer = new()

            return inner
        """,
        """
        def run():
            if OFF:
                answer = old()

            def inner():
                nonlocal answer
                answer = new()

            return inner
        """,
    ),
    "a global statement in the other branch, which rules the whole function": (
        """
        def run():
            if OFF:
                global state
            state = new()
        """,
        """
        def run():
            if OFF:
                global state
            state = new()
        """,
    ),
    "a nonlocal statement in the other branch": (
        """
        def outer():
            state = old()

            def inner():
                if OFF:
                    nonlocal state
                state = new()

            return inner
        """,
        """
        def outer():
            state = old()

            def inner():
                if OFF:
                    nonlocal state
                state = new()

            return inner
        """,
    ),
    "a walrus in the other branch": (
        """
        def run():
            if OFF:
                print(answer := old())
            return answer
        """,
        """
        def run():
            if OFF:
                print(answer := old())
            return answer
        """,
    ),
    "a deletion in the other branch": (
        """
        def run():
            if OFF:
                del answer
            return answer
        """,
        """
        def run():
            if OFF:
                del answer
            return answer
        """,
    ),
    "a lambda that yields only in the other branch": (
        """
        rows = lambda: (yield) if OFF else 1
        """,
        """
        rows = lambda: (yield) if OFF else 1
        """,
    ),
    "a generator expression that waits only in the other branch": (
        """
        async def run():
            return gather(await a if OFF else a for a in b)
        """,
        """
        async def run():
            return gather(await a if OFF else a for a in b)
        """,
    ),
}


@pytest.mark.parametrize("row", CHANGED.values(), ids=CHANGED)
def test_a_nature_is_kept(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", SPARED.values(), ids=SPARED)
def test_what_gives_a_nature_stays_and_is_reported(row: Row) -> None:
    check(row)
    files = {"app.py": (IMPORT + text(row[0])).encode(), "flags.py": FLAGS}
    [said] = findings(files, USE_NEW)
    assert said.reason.endswith((": what binds it stays", ": what makes it one stays"))
