"""What drawn programs and the standard library's own suites brought to light, one row each."""

from __future__ import annotations

import pytest
from folding import Row, check, check_files, check_unchanged, findings

from legacy_codemod.model import EnvFlag, ExprFlag

UNCHANGED = {
    "a loop over a list that is emptied in it, whatever the list was filled by": """
        def run():
            queue = [1]
            while queue:
                queue.pop()
        """,
    "a loop over a list that a function has made": """
        def made():
            return [1]
        def run():
            queue = made()
            while queue:
                queue.pop()
        """,
}
CHANGED: dict[str, Row] = {
    "a list chosen by the flag is no longer sure to be filled when it is read": (
        """
        def run():
            queue = [1] if ON else []
            while queue:
                queue.pop()
        """,
        """
        def run():
            queue = [1]
            while queue:
                queue.pop()
        """,
    ),
    "an operand that is settled and acts stays, in a condition too": (
        """
        if (g() or ON) and ready:
            go()
        """,
        """
        if (g() or True) and ready:
            go()
        """,
    ),
    "of two assignments that both run, the last one counts": (
        """
        def run():
            mode = OFF
            if ON:
                mode = ON
            if mode:
                return new()
            return old()
        """,
        """
        def run():
            mode = False
            mode = True
            return new()
        """,
    ),
    "the else of a loop that never runs is folded in its turn": (
        """
        def run():
            while OFF:
                old()
            else:
                return new() if ON else old()
        """,
        """
        def run():
            return new()
        """,
    ),
    "waiting acts, whatever is waited for": (
        """
        async def run(ready):
            if (await ready) and OFF:
                old()
        """,
        """
        async def run(ready):
            await ready
        """,
    ),
    "a case that never runs stays where what it binds is read": (
        """
        match job:
            case name if OFF:
                old()
            case _:
                new()
        use(name)
        """,
        """
        match job:
            case name if False:
                old()
            case _:
                new()
        use(name)
        """,
    ),
    "a member of a value that is not known may be another member": (
        """
        from enum import Enum, auto
        class Step(Enum):
            NEW = ON
            OLD = ask()
        class Kind(Enum):
            NEW = auto()
            OLD = auto()
        if Step.NEW is Step.OLD:
            old()
        if (Kind.NEW if ON else ask()) is Kind.OLD:
            old()
        """,
        """
        from enum import Enum, auto
        class Step(Enum):
            NEW = True
            OLD = ask()
        class Kind(Enum):
            NEW = auto()
            OLD = auto()
        if Step.NEW is Step.OLD:
            old()
        if Kind.NEW is Kind.OLD:
            old()
        """,
    ),
    "what was unreachable before does not come to run": (
        """
        def run():
            if ON:
                return
            else:
                return 1
            old()
        """,
        """
        def run():
            return
            old()
        """,
    ),
    "a bare return in a loop ends more than the loop": (
        """
        def run():
            for job in jobs:
                if ON:
                    return
                else:
                    old(job)
            new()
        """,
        """
        def run():
            for job in jobs:
                return
            new()
        """,
    ),
    "what a condition did keeps the parentheses it needs": (
        """
        if (a() or b()) and OFF:
            old()
        if (a() if b() else c()) and d() and OFF:
            old()
        """,
        """
        (a() or b())
        (a() if b() else c()) and d()
        """,
    ),
    "what a decorated function gives is its decorator's affair": (
        """
        @flip
        def is_new():
            return ON
        x = new if is_new() else old
        """,
        """
        @flip
        def is_new():
            return True
        x = new if is_new() else old
        """,
    ),
    "a generator is true, whatever it returns": (
        """
        def is_new():
            return OFF
            yield
        x = new if is_new() else old
        """,
        """
        def is_new():
            return False
            yield
        x = new if is_new() else old
        """,
    ),
    "a coroutine is true, whatever it gives when it is awaited": (
        """
        async def is_new():
            return OFF
        x = new if is_new() else old
        async def run():
            return new() if await is_new() else old()
        """,
        """
        async def is_new():
            return False
        x = new if is_new() else old
        async def run():
            return old()
        """,
    ),
    "a number is no truth value of a parameter": (
        """
        def run(fast):
            log()
            return fast is True
        run(ON)
        run(1)
        """,
        """
        def run(fast):
            log()
            return fast is True
        run(True)
        run(1)
        """,
    ),
    "calls that disagree": (
        """
        def run(fast):
            return new() if fast else old()
        run(ON)
        run(OFF)
        """,
        """
        def run(fast):
            return new() if fast else old()
        run(True)
        run(False)
        """,
    ),
    "a decorator may pass another value": (
        """
        @flip
        def run(fast):
            return new() if fast else old()
        run(ON)
        """,
        """
        @flip
        def run(fast):
            return new() if fast else old()
        run(True)
        """,
    ),
    "a subclass may pass another value": (
        """
        class Job:
            def run(self, fast):
                return new() if fast else old()
        class Slow(Job):
            pass
        Job().run(ON)
        """,
        """
        class Job:
            def run(self, fast):
                return new() if fast else old()
        class Slow(Job):
            pass
        Job().run(True)
        """,
    ),
    "an assignment that may not run is not the last one": (
        """
        def run():
            use = ON
            if broken():
                use = OFF
            return new() if use else old()
        """,
        """
        def run():
            use = True
            if broken():
                use = False
            return new() if use else old()
        """,
    ),
    "a list is no tuple": (
        """
        if [ON] == (True,):
            new()
        if ON in [True]:
            new()
        """,
        """
        if [True] == (True,):
            new()
        new()
        """,
    ),
    "a constant that is no flag decides nothing by itself": (
        """
        DEBUG = False
        if OFF or DEBUG:
            dump()
        if (DEBUG if ON else ready()):
            dump()
        """,
        """
        DEBUG = False
        if DEBUG:
            dump()
        if DEBUG:
            dump()
        """,
    ),
    "a format that the flag chooses": (
        """
        show(f"{n:{'>5' if ON else '<5'}}")
        """,
        """
        show(f"{n:{'>5'}}")
        """,
    ),
    "an f-string that shows how a part is written": (
        """
        show(f"{ON=}", f"{ (ON) = !r:>9}", f"{ON == n}")
        """,
        """
        show("ON=True", " (ON) =      True", f"{True == n}")
        """,
    ),
}
QUOTES = {
    "single quotes inside double ones": ("""f"{os.getenv('USE_NEW')}-{x!r}"\n""", """f"{'true'}-{x!r}"\n"""),
    "double quotes inside single ones": ("""f'{os.getenv("USE_NEW")}-{x!r}'\n""", """f'{"true"}-{x!r}'\n"""),
    "a key that is written elsewhere": ("""f"{os.getenv(KEY)}-{x!r}"\n""", """f"{'true'}-{x!r}"\n"""),
    "both quotes in use": ("""f"{os.getenv(KEY)}-{x['a']}"\n""", """f"{os.getenv(KEY)}-{x['a']}"\n"""),
}


TOLD_APART = {
    "a text of the flag": """os.getenv("USE_NEW") is "true" and new\n""",
    "a text that is made of one": """x is not f"{os.getenv('USE_NEW')}"\n""",
    "a number": """0 < x is len(os.environ["USE_NEW"])\n""",
    "a text that a choice may give": """(x if y else os.getenv("USE_NEW")) is z\n""",
    "a text that is the last of several": """z is (found := x or os.getenv("USE_NEW"))\n""",
}
ONE_OF_A_KIND = {
    "a text that is not there": ("""x is os.getenv("GONE")\n""", """x is None\n"""),
    "a yes": ("""x is (os.getenv("USE_NEW") == "true")\n""", """x is True\n"""),
    "a text beside one of a kind": ("""os.getenv("USE_NEW") is None or x\n""", """x\n"""),
    "a text that is compared with the next": ("""x is y == os.getenv("USE_NEW")\n""", """x is y == "true"\n"""),
    "a text that a choice asks for": (
        """(x if f(os.getenv("USE_NEW")) else y) is z\n""",
        """(x if f("true") else y) is z\n""",
    ),
    "a text in a row": ("""[os.getenv("USE_NEW")] is x\n""", """["true"] is x\n"""),
}


@pytest.mark.parametrize("block", UNCHANGED.values(), ids=UNCHANGED.keys())
def test_stays(block: str) -> None:
    check_unchanged(block)


@pytest.mark.parametrize("row", CHANGED.values(), ids=CHANGED.keys())
def test_folds(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", QUOTES.values(), ids=QUOTES.keys())
def test_quotes_of_an_f_string(row: Row) -> None:
    before, after = (f'import os\nKEY = "USE_NEW"\nprint({line.strip()})\n' for line in row)
    check_files({"app.py": before}, {"app.py": after}, EnvFlag("USE_NEW", "true"))


@pytest.mark.parametrize("line", TOLD_APART.values(), ids=TOLD_APART.keys())
def test_equal_objects_need_not_be_the_same(line: str) -> None:
    files = {"app.py": f"import os\nprint({line.strip()})\n"}
    check_files(files, {}, EnvFlag("USE_NEW", "true"))
    [said] = findings({"app.py": files["app.py"].encode()}, EnvFlag("USE_NEW", "true"))
    assert (said.place.line, said.reason.partition(",")[0]) == (2, "`is` asks which object this is")


@pytest.mark.parametrize("row", ONE_OF_A_KIND.values(), ids=ONE_OF_A_KIND.keys())
def test_what_is_there_but_once_is_the_same(row: Row) -> None:
    before, after = (f"import os\nprint({line.strip()})\n" for line in row)
    check_files({"app.py": before}, {"app.py": after}, EnvFlag("USE_NEW", "true"), EnvFlag("GONE", None))


def test_an_f_string_shows_what_a_read_becomes_under_its_own_name() -> None:
    before = "import os\nshow(f\"{os.getenv('GONE', t())=}\", f\"{os.getenv('GONE', t())}\")\n"
    after = 'import os\nshow(f"{os.getenv(\'GONE\', t())=}", f"{t()}")\n'
    check_files({"app.py": before}, {"app.py": after}, EnvFlag("GONE", None))


def test_a_condition_becomes_another() -> None:
    before = "if pick(new, on=a, off=b):\n    go()\nx = not pick(new, on=c, off=d)\n"
    after = "if a:\n    go()\nx = not c\n"
    check_files({"app.py": before}, {"app.py": after}, ExprFlag("pick(new, on=$A, off=$B)", becomes="$A"))


BECOMING = {
    "a read inside the side that goes": ("x = pick(new, on=t(), off=pick(new, on=a, off=b))\n", "x = t()\n"),
    "a read inside the side that stays": ("x = pick(new, on=pick(new, on=t(), off=a), off=b)\n", "x = t()\n"),
    "a side that acts and would go": (
        "x = pick(new, on=a, off=pick(new, on=t(), off=b))\n",
        "x = pick(new, on=a, off=t())\n",
    ),
}


@pytest.mark.parametrize("row", BECOMING.values(), ids=BECOMING.keys())
def test_one_read_in_another(row: Row) -> None:
    check_files({"app.py": row[0]}, {"app.py": row[1]}, ExprFlag("pick(new, on=$A, off=$B)", becomes="$A"))


def test_a_read_of_a_read_goes_at_once() -> None:
    flag = ExprFlag("$C.has($A)", value=True)
    check_files({"app.py": "x = c.has(c.has(1))\ny = c.has(t())\n"}, {"app.py": "x = True\ny = c.has(t())\n"}, flag)
