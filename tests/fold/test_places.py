"""Every place an expression can stand: what the flag leaves there, and the brackets, commas and braces around it."""

from __future__ import annotations

import pytest
from folding import Row, check

CHANGED: dict[str, Row] = {
    "parentheses around a default, an annotation and a result": (
        """
        def run(a=(new if ON else old), *args: (int if ON else str), b=(c if ON else d)) -> (A if ON else B):
            pass
        """,
        """
        def run(a=new, *args: int, b=c) -> A:
            pass
        """,
    ),
    "parentheses around a default of a lambda": (
        """
        f = lambda a=(new if ON else old): a
        """,
        """
        f = lambda a=new: a
        """,
    ),
    "parentheses around a decorator of a class and its bases": (
        """
        @(second if OFF else first)
        class A((Base if ON else Old), metaclass=(M if ON else N)):
            pass
        """,
        """
        @first
        class A(Base, metaclass=M):
            pass
        """,
    ),
    "a base class behind another": (
        """
        class A(X, (Base if ON else Old)):
            pass
        """,
        """
        class A(X, Base):
            pass
        """,
    ),
    "parentheses around with items": (
        """
        with (a() if ON else b()) as x, (c if ON else d):
            pass
        """,
        """
        with a() as x, c:
            pass
        """,
    ),
    "parentheses around the only with item": (
        """
        with (a() if ON else b()):
            pass
        """,
        """
        with a():
            pass
        """,
    ),
    "with items in parentheses of their own": (
        """
        with (
            a() if ON else b(),
            c() as d,
        ):
            pass
        """,
        """
        with (
            a(),
            c() as d,
        ):
            pass
        """,
    ),
    "an async with and an async for": (
        """
        async def run():
            async with (a if ON else b) as x:
                async for y in (c if ON else d):
                    pass
        """,
        """
        async def run():
            async with a as x:
                async for y in c:
                    pass
        """,
    ),
    "parentheses in a comprehension": (
        """
        x = [(a if ON else b) for a in (c if ON else d) if (e if ON else f)]
        """,
        """
        x = [a for a in c if e]
        """,
    ),
    "parentheses in a dict comprehension": (
        """
        x = {(a if ON else b): (c if ON else d) for a in c}
        """,
        """
        x = {a: c for a in c}
        """,
    ),
    "parentheses in a generator that is an argument": (
        """
        f((a if ON else b) for a in c)
        """,
        """
        f(a for a in c)
        """,
    ),
    "parentheses around an exception": (
        """
        try:
            pass
        except (A if ON else B):
            pass
        except (A if ON else B) as e:
            pass
        """,
        """
        try:
            pass
        except A:
            pass
        except A as e:
            pass
        """,
    ),
    "parentheses around a subject and a guard": (
        """
        match (a if ON else b):
            case 1 if (x and ON):
                pass
            case 2 if((ON)and x):
                pass
        """,
        """
        match a:
            case 1 if x:
                pass
            case 2 if x:
                pass
        """,
    ),
    "parentheses around arguments": (
        """
        f(a)((b if ON else c), *(d if ON else e), **(g if ON else h))
        """,
        """
        f(a)(b, *d, **g)
        """,
    ),
    "a spread needs parentheses in a dict, and none in a call": (
        """
        x = {**(a or b if ON else c)}
        f(**(a or b if ON else c))
        """,
        """
        x = {**(a or b)}
        f(**a or b)
        """,
    ),
    "a lambda needs no parentheses where any expression may stand": (
        """
        f = (lambda: a) if ON else b
        g = [(lambda: a) if ON else b]
        h = x[(lambda: a) if ON else b:2]
        """,
        """
        f = lambda: a
        g = [lambda: a]
        h = x[(lambda: a):2]
        """,
    ),
    "a lambda keeps them where it may not": (
        """
        x = ((lambda: a) if ON else b)()
        """,
        """
        x = (lambda: a)()
        """,
    ),
    "indexes and slices": (
        """
        x = y[(a if ON else b), (c if ON else d)]
        x = y[(a if ON else b):, ::(c if ON else d)]
        del x[(a if ON else b)]
        """,
        """
        x = y[a, c]
        x = y[a:, ::c]
        del x[a]
        """,
    ),
    "tuples without parentheses": (
        """
        x = (a if ON else b),
        x = (a if ON else b), (c if ON else d)
        for x in (a if ON else b), c:
            pass
        """,
        """
        x = a,
        x = a, c
        for x in a, c:
            pass
        """,
    ),
    "targets": (
        """
        (a if ON else b).x = 1
        x[ON] += 1
        for (a if ON else b).x in y:
            pass
        """,
        """
        a.x = 1
        x[True] += 1
        for a.x in y:
            pass
        """,
    ),
    "a power": (
        """
        x = (-a if ON else b) ** 2
        """,
        """
        x = (-a) ** 2
        """,
    ),
    "comparisons in a row": (
        """
        x = (a if ON else b) < c < (d if ON else e)
        y = (a < b if ON else c) < d
        """,
        """
        x = a < c < d
        y = (a < b) < d
        """,
    ),
    "keywords without spaces": (
        """
        x = a if(ON)else b
        y = 1if ON else 2
        z = not(OFF or a)
        w = [not(ON and a)for a in b]
        """,
        """
        x = a
        y = 1
        z = not a
        w = [not a for a in b]
        """,
    ),
    "awaits and yields": (
        """
        async def run():
            x = await (a() if ON else b())
            y = (await a() if ON else b()).c
            z = await (a or b if ON else c)


        def rows():
            x = yield (a if ON else b)
            yield from (a if ON else b)
        """,
        """
        async def run():
            x = await a()
            y = (await a()).c
            z = await (a or b)


        def rows():
            x = yield a
            yield from a
        """,
    ),
    "a raise with a cause": (
        """
        raise (A if ON else B)("x") from (c if ON else None)
        """,
        """
        raise A("x") from c
        """,
    ),
    "a negation of what stops at the flag": (
        """
        x = not (a or ON)
        y = not (a() or ON)
        z = bool(a and OFF)
        """,
        """
        x = False
        y = not (a() or True)
        z = False
        """,
    ),
    "a ternary whose condition acts": (
        """
        x = new() if a() or ON else old()
        y = new() if a and OFF else old()
        """,
        """
        x = new() if a() or True else old()
        y = old()
        """,
    ),
    "a filter that never holds still runs the loop": (
        """
        x = [a for a in b() if OFF if a]
        """,
        """
        x = [a for a in b() if False if a]
        """,
    ),
    "a filter on a line of its own": (
        """
        x = [
            a
            for a in b
            if ON
        ]
        """,
        """
        x = [
            a
            for a in b
        ]
        """,
    ),
    "a filter with a comment above and behind": (
        """
        x = [
            a
            for a in b
            # rollout
            if ON  # since March
            if a.ok  # fine
        ]
        """,
        """
        x = [
            a
            for a in b
            if a.ok  # fine
        ]
        """,
    ),
    "a filter at the end of the last line": (
        """
        x = [a
             for a in b
             if ON]
        """,
        """
        x = [a
             for a in b]
        """,
    ),
    "a filter below a comment": (
        """
        x = [a
             for a in b  # why
             if ON]
        """,
        """
        x = [a
             for a in b  # why
             ]
        """,
    ),
    "a filter between others on its line": (
        """
        x = [a for a in b
             if ON if a]
        """,
        """
        x = [a for a in b
             if a]
        """,
    ),
    "a filter over several lines": (
        """
        x = [
            a for a in b
            if (
                ON
            )
            for c in a
        ]
        """,
        """
        x = [
            a for a in b
            for c in a
        ]
        """,
    ),
    "an asynchronous comprehension": (
        """
        async def run():
            return [a async for a in b if ON]
        """,
        """
        async def run():
            return [a async for a in b]
        """,
    ),
    "elements of all and any that decide nothing": (
        """
        x = all((a, ON))
        y = any(((a), (OFF)))
        z = all([(ON), (a), (b and ON)])
        w = all({a, ON, b()})
        """,
        """
        x = all((a,))
        y = any(((a),))
        z = all([(a), b])
        w = all({a, b()})
        """,
    ),
    "an element of any on the last line": (
        """
        x = any((
            a,
            # rollout
            OFF,
        ))
        """,
        """
        x = any((
            a,
        ))
        """,
    ),
    "an element of all with a comment behind it": (
        """
        x = all([
            a,  # why
            b,
            ON,  # rollout
        ])
        """,
        """
        x = all([
            a,  # why
            b,
        ])
        """,
    ),
    "an element that acts before one that decides": (
        """
        x = all([a(), OFF])
        """,
        """
        x = all([a(), False])
        """,
    ),
    "what an f-string shows beside the flag's source": (
        """
        print(f"{ON=}{a}")
        print(f"x{ON=}y{ ON = }{ON=!s}{ON=:>10}{a}")
        """,
        """
        print(f"ON={True!r}{a}")
        print(f"xON={True!r}y ON = {True!r}ON={True!s}ON={True:>10}{a}")
        """,
    ),
    "an f-string of which all is known": (
        """
        print(f"{ON=}")
        print(f"x{ON=}y{ ON = }{ON=!s}{ON=:>10}")
        """,
        """
        print("ON=True")
        print("xON=Truey ON = TrueON=TrueON=         1")
        """,
    ),
    "a format inside a format": (
        """
        print(f"{a if ON else b!r:>{10 if ON else 20}}")
        """,
        """
        print(f"{a!r:>{10}}")
        """,
    ),
    "a nested f-string": (
        """
        print(f"{f'{a if ON else b}'}")
        """,
        """
        print(f"{f'{a}'}")
        """,
    ),
    "parentheses in an f-string": (
        """
        print(f"# ({(a if ON else b)}) {(a, b) if ON else c}")
        """,
        """
        print(f"# ({a}) {(a, b)}")
        """,
    ),
    "a dict and a lambda in an f-string": (
        """
        print(f"{({1: 2} if ON else 3)} {(lambda: 1) if ON else 2}")
        """,
        """
        print(f"{ {1: 2}} {(lambda: 1)}")
        """,
    ),
    "braces that are no fields": (
        """
        print(f"{{}} {a if ON else b} {{x}}")
        """,
        """
        print(f"{{}} {a} {{x}}")
        """,
    ),
    "an f-string over several lines": (
        '''
        print(f"""{
            a if ON else b
        }""")
        ''',
        '''
        print(f"""{
            a
        }""")
        ''',
    ),
    "a spread of a list that the flag leaves empty or fills": (
        """
        x = [
            *([a] if ON else []),
            *([b] if OFF else []),
            c,
        ]
        """,
        """
        x = [
            a,
            c,
        ]
        """,
    ),
    "a spread of a dict": (
        """
        x = {
            "a": ON,  # kept
            **({"b": 1} if ON else {}),
            **({"c": 1} if OFF else {}),
        }
        """,
        """
        x = {
            "a": True,  # kept
            "b": 1,
        }
        """,
    ),
    "spreads of arguments": (
        """
        f(a, *([b] if OFF else []), **({} if ON else {"a": 1}))
        f(*([b, c] if ON else []), **({"a": 1} if ON else {}))
        f(k=1, *([b, c] if ON else []))
        f(*([] if ON else [b]))
        """,
        """
        f(a)
        f(b, c, **{"a": 1})
        f(k=1, *[b, c])
        f()
        """,
    ),
    "the only spread of a display": (
        """
        x = [*([] if ON else [a])]
        x = {*([a] if OFF else [])}
        x = {**({"a": 1} if OFF else {})}
        """,
        """
        x = []
        x = set()
        x = {}
        """,
    ),
    "spreads of tuples": (
        """
        x = *([a] if ON else []),
        x = *([a] if OFF else []), b
        x = (*([a] if OFF else []), b)
        """,
        """
        x = a,
        x = b,
        x = (b,)
        """,
    ),
    "a spread of a set, whose order is its own": (
        """
        x = [*({a, b} if ON else [])]
        x = {*({a, b} if ON else [])}
        """,
        """
        x = [*{a, b}]
        x = {a, b}
        """,
    ),
    "spreads inside spreads": (
        """
        x = {**({"a": ON, **({"b": OFF} if ON else {})} if ON else {}), "z": 1}
        y = [*([*([a] if OFF else []), b] if ON else []), z]
        """,
        """
        x = {"a": True, "b": False, "z": 1}
        y = [b, z]
        """,
    ),
    "a spread of something that is no display": (
        """
        f(g, *(h if ON else []))
        """,
        """
        f(g, *h)
        """,
    ),
}


@pytest.mark.parametrize("row", CHANGED.values(), ids=CHANGED)
def test_what_is_left_means_the_same_in_its_place(row: Row) -> None:
    check(row)
