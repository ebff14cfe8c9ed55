"""Names that mean what they meant, though what bound them goes; generators stay generators."""

from __future__ import annotations

import pytest
from folding import FLAGS, IMPORT, USE_NEW, Row, check, check_files, findings, text

from legacy_codemod.model import EnvFlag, ExprFlag

KEEPS_ITS_BINDING: dict[str, Row] = {
    "one of two functions of one name, of which the other goes": (
        """
        if ON:
            def run():
                if OFF:
                    mode = 1
                return mode
        else:
            def run():
                return mode
        """,
        """
        def run():
            if OFF:
                mode = 1
            return mode
        """,
    ),
    "a name that a function inside reads": (
        """
        def run():
            if OFF:
                mode = 1
            return lambda: mode
        """,
        """
        def run():
            if OFF:
                mode = 1
            return lambda: mode
        """,
    ),
    "a name that a function inside declares nonlocal": (
        """
        def run():
            if OFF:
                mode = 1
            def turn():
                nonlocal mode
                mode = 2
            return turn
        """,
        """
        def run():
            if OFF:
                mode = 1
            def turn():
                nonlocal mode
                mode = 2
            return turn
        """,
    ),
    "a name that a comprehension reads": (
        """
        def run():
            if OFF:
                mode = 1
            return [mode for _ in jobs]
        """,
        """
        def run():
            if OFF:
                mode = 1
            return [mode for _ in jobs]
        """,
    ),
    "a name of a class body inside a function that has the name too": (
        """
        def run():
            mode = 7
            class Job:
                if OFF:
                    mode = 1
                started = mode
            return Job
        """,
        """
        def run():
            mode = 7
            class Job:
                if OFF:
                    mode = 1
                started = mode
            return Job
        """,
    ),
    "a declaration that what goes holds for all of the function": (
        """
        def run():
            if OFF:
                global mode
            mode = 2
        """,
        """
        def run():
            if OFF:
                global mode
            mode = 2
        """,
    ),
    "everything else in the function is folded": (
        """
        def run():
            if OFF:
                mode = 1
            if ON:
                new()
            else:
                old()
            return mode if ON else None
        """,
        """
        def run():
            if OFF:
                mode = 1
            new()
            return mode
        """,
    ),
    "the branch that binds the name stays with its chain": (
        """
        def run():
            if ON:
                new()
            else:
                mode = 1
            while OFF:
                old()
            return mode
        """,
        """
        def run():
            if ON:
                new()
            else:
                mode = 1
            return mode
        """,
    ),
    "what is unreachable binds a name that is read above": (
        """
        def run():
            for job in jobs:
                use(mode)
            if ON:
                return 3
            log()
            mode = 1
        """,
        """
        def run():
            for job in jobs:
                use(mode)
            return 3
            mode = 1
        """,
    ),
}
FOLDED_INSIDE: dict[str, Row] = {
    "the suite of a condition that stays for what it binds in a class": (
        """
        def run():
            mode = 7
            class Job:
                if OFF:
                    mode = new() if ON else old()
                    if ON:
                        log(mode)
                    else:
                        old()
                started = mode
            return Job
        """,
        """
        def run():
            mode = 7
            class Job:
                if OFF:
                    mode = new()
                    log(mode)
                started = mode
            return Job
        """,
    ),
    "the other operands of its test": (
        """
        def run(a):
            if a(ON) and OFF:
                mode = 1
            elif OFF or b(OFF):
                new()
            return lambda: mode
        """,
        """
        def run(a):
            if a(True) and False:
                mode = 1
            elif b(False):
                new()
            return lambda: mode
        """,
    ),
    "what stands beside the operand that decides": (
        """
        def run(a):
            if OFF and use(ON):
                mode = 1
            elif not (ON or use(OFF)):
                mode = 2
            return lambda: mode
        """,
        """
        def run(a):
            if OFF and use(True):
                mode = 1
            return lambda: mode
        """,
    ),
    "each branch of a chain": (
        """
        def run():
            if ON:
                new() if ON else old()
            elif ready(ON):
                mode = 1
            elif OFF:
                old()
            else:
                use(OFF)
            return lambda: mode
        """,
        """
        def run():
            if ON:
                new()
            elif ready(True):
                mode = 1
            return lambda: mode
        """,
    ),
    "a chain of which one branch never runs and stays": (
        """
        def run():
            # while ON is off
            if OFF:
                old()
            elif OFF:
                mode = 1
            elif ON:
                new()
            else:
                old()
            return lambda: mode
        """,
        """
        def run():
            # while ON is off
            if OFF:
                mode = 1
            else:
                new()
            return lambda: mode
        """,
    ),
    "a chain of which one branch stays that another hides": (
        """
        def run():
            if OFF:
                old()
            elif ON:
                new()
            elif ON:
                old()
            elif OFF:
                mode = 1
            elif ready():
                old()
            else:
                old()
            return lambda: mode
        """,
        """
        def run():
            if ON:
                new()
            elif OFF:
                mode = 1
            return lambda: mode
        """,
    ),
    "a chain with branches on the lines of their conditions": (
        """
        def run():
            if ON: new()
            elif OFF: mode = 1
            elif OFF: old()
            else: old()
            return lambda: mode
        """,
        """
        def run():
            if ON: new()
            elif OFF: mode = 1
            return lambda: mode
        """,
    ),
    "a chain that a test stays in": (
        """
        def run(job):
            if OFF and (mode := job):
                old()
            elif ON:
                new()
            else:
                old()
            return lambda: mode
        """,
        """
        def run(job):
            if OFF and (mode := job):
                old()
            else:
                new()
            return lambda: mode
        """,
    ),
    "a chain in a branch of a chain": (
        """
        def run():
            if OFF:
                if OFF:
                    mode = 1
                elif a():
                    b(ON)
                else:
                    c(ON)
            else:
                if ON:
                    new()
            return lambda: mode
        """,
        """
        def run():
            if OFF:
                if OFF:
                    mode = 1
                elif a():
                    b(True)
                else:
                    c(True)
            else:
                new()
            return lambda: mode
        """,
    ),
    "a loop that never runs, and its else": (
        """
        def run():
            while OFF:
                mode = ON
            else:
                use(ON)
            return lambda: mode
        """,
        """
        def run():
            while OFF:
                mode = True
            else:
                use(True)
            return lambda: mode
        """,
    ),
    "the cases of a match": (
        """
        def run(job):
            match job:
                case 1 if OFF:
                    mode = ON
                case 2 if ON:
                    use(ON)
            return lambda: mode
        """,
        """
        def run(job):
            match job:
                case 1 if OFF:
                    mode = True
                case 2:
                    use(True)
            return lambda: mode
        """,
    ),
    "a match of which one case stays that another hides": (
        """
        def run(job):
            match job:
                case 1 if ON:
                    use(ON)
                case 2 if OFF:
                    old()
                case _ if ON:
                    new()
                case 3 if OFF:
                    old()
                case 4:
                    old()
                case _:
                    mode = 1
            return lambda: mode
        """,
        """
        def run(job):
            match job:
                case 1:
                    use(True)
                case _ if ON:
                    new()
                case _:
                    mode = 1
            return lambda: mode
        """,
    ),
    "a match whose subject decides": (
        """
        def run():
            match ON:
                case False:
                    mode = 1
                case True:
                    new()
                case _:
                    old()
            return lambda: mode
        """,
        """
        def run():
            match ON:
                case False:
                    mode = 1
                case True:
                    new()
            return lambda: mode
        """,
    ),
    "a match whose subject stays for what it binds": (
        """
        def run():
            match ON or (mode := 3):
                case True:
                    new()
                case _:
                    old()
            return lambda: mode
        """,
        """
        def run():
            match ON or (mode := 3):
                case True:
                    new()
            return lambda: mode
        """,
    ),
    "a match that a guard stays in": (
        """
        def run(job):
            match job:
                case 1 if OFF:
                    old()
                case 2 if ON or (mode := 3):
                    new(ON)
                case _:
                    other()
            return lambda: mode
        """,
        """
        def run(job):
            match job:
                case 2 if ON or (mode := 3):
                    new(True)
                case _:
                    other()
            return lambda: mode
        """,
    ),
    "a try of which only what it binds stays": (
        """
        def run():
            try:
                if OFF:
                    mode = ON
            except OSError:
                use(ON)
            finally:
                if ON:
                    new()
            return lambda: mode
        """,
        """
        def run():
            try:
                if OFF:
                    mode = True
            except OSError:
                use(True)
            finally:
                new()
            return lambda: mode
        """,
    ),
    "a try of which only a handler stays": (
        """
        def run():
            try:
                if OFF:
                    old()
            except OSError as mode:
                use(mode, ON)
            except ValueError:
                if ON:
                    new()
            return lambda: mode
        """,
        """
        def run():
            try:
                pass
            except OSError as mode:
                use(mode, True)
            except ValueError:
                new()
            return lambda: mode
        """,
    ),
    "what stands behind an exit": (
        """
        def run():
            later = lambda: mode
            if ON:
                return later
            use(ON)
            for mode in jobs(ON):
                if OFF:
                    old()
            log()
        """,
        """
        def run():
            later = lambda: mode
            return later
            for mode in jobs(True):
                pass
        """,
    ),
    "a bare return in front of what stays, which would come to run": (
        """
        def run():
            use(lambda: mode)
            if ON:
                return
            for mode in jobs(ON):
                old()
        """,
        """
        def run():
            use(lambda: mode)
            return
            for mode in jobs(True):
                old()
        """,
    ),
    "an operand that binds a name, and its neighbours": (
        """
        def run(a):
            use(OFF and (mode := a), new() if ON else old(), key=ON)
            return lambda: mode
        """,
        """
        def run(a):
            use(OFF and (mode := a), new(), key=True)
            return lambda: mode
        """,
    ),
    "an operand that binds a name where the truth is asked": (
        """
        def run(a):
            if not (ON or (mode := a)) or a(ON):
                new()
            return lambda: mode
        """,
        """
        def run(a):
            if not (ON or (mode := a)) or a(True):
                new()
            return lambda: mode
        """,
    ),
    "a part of a choice that binds a name": (
        """
        def run(a):
            kind = a if ON else (mode := ON)
            return lambda: mode
        """,
        """
        def run(a):
            kind = a if ON else (mode := True)
            return lambda: mode
        """,
    ),
    "a name that is bound twice where the flag is off": (
        """
        def run(a):
            if OFF:
                mode = 1
            if OFF:
                mode = 2
            return lambda: mode
        """,
        """
        def run(a):
            if OFF:
                mode = 1
            return lambda: mode
        """,
    ),
    "two names": (
        """
        def run(a):
            if OFF:
                mode = 1
                kind = 2
            if OFF:
                size = mode
            return lambda: (mode, size)
        """,
        """
        def run(a):
            if OFF:
                mode = 1
                kind = 2
            if OFF:
                size = mode
            return lambda: (mode, size)
        """,
    ),
    "the other part of a lambda that yields": (
        """
        make = lambda a: (yield 1) if OFF else (new(a) if ON else old(a))
        """,
        """
        make = lambda a: (yield 1) if OFF else new(a)
        """,
    ),
    "the filters of a generator expression that awaits": (
        """
        async def run():
            return (await new(job) if OFF else use(ON) for job in jobs(ON) if job or OFF)
        """,
        """
        async def run():
            return (await new(job) if OFF else use(True) for job in jobs(True) if job)
        """,
    ),
    "what awaits the flag": (
        """
        async def fast(job):
            return ON
        async def run():
            return (new() if await fast(ON) else old() for job in jobs)
        """,
        """
        async def fast(job):
            return True
        async def run():
            return (new() if await fast(ON) else old() for job in jobs)
        """,
    ),
}
LOSES_IT: dict[str, Row] = {
    "a name that nothing reads any more": (
        """
        def run():
            if OFF:
                mode = 1
                use(mode)
            return 2
        """,
        """
        def run():
            return 2
        """,
    ),
    "a name that another function has of its own": (
        """
        def run():
            if OFF:
                mode = 1
            return lambda mode: mode
        """,
        """
        def run():
            return lambda mode: mode
        """,
    ),
    "a name of a class body that only modules have beside it": (
        """
        class Job:
            if OFF:
                mode = 1
            started = mode
        """,
        """
        class Job:
            started = mode
        """,
    ),
}
NATURE: dict[str, Row] = {
    "a lambda that yields only where the flag is off": (
        """
        make = lambda: (yield 1) if OFF else 2
        """,
        """
        make = lambda: (yield 1) if OFF else 2
        """,
    ),
    "a lambda that still yields": (
        """
        make = lambda: (yield 1) if ON else (yield 2)
        """,
        """
        make = lambda: (yield 1)
        """,
    ),
    "a generator expression that awaits only where the flag is off": (
        """
        async def run():
            return (await new(job) if OFF else job for job in jobs)
        """,
        """
        async def run():
            return (await new(job) if OFF else job for job in jobs)
        """,
    ),
    "a generator expression that still awaits": (
        """
        async def run():
            return (await new(job) if ON else job for job in jobs)
        """,
        """
        async def run():
            return (await new(job) for job in jobs)
        """,
    ),
    "a generator in a branch that the flag opens": (
        """
        def run():
            if ON:
                def jobs():
                    if OFF:
                        yield 1
                    return new()
                use(jobs)
            return 2
        """,
        """
        def run():
            def jobs():
                return new()
                yield from ()
            use(jobs)
            return 2
        """,
    ),
    "a generator whose end goes": (
        """
        def run():
            new()
            if OFF:
                yield 1

        def other():
            if ON:
                async def jobs():
                    if ON:
                        return
                    yield 1
            use(jobs)
        """,
        """
        def run():
            new()
            yield from ()

        def other():
            async def jobs():
                if False:
                    yield
            use(jobs)
        """,
    ),
    "a generator in a generator": (
        """
        def run():
            if OFF:
                yield 1
            def jobs():
                if OFF:
                    yield 1
                new()
        """,
        """
        def run():
            def jobs():
                new()
                yield from ()
            yield from ()
        """,
    ),
    "a list comprehension is a list either way": (
        """
        async def run():
            return [await old(job) if OFF else job for job in jobs]
        """,
        """
        async def run():
            return [job for job in jobs]
        """,
    ),
}
SURELY_BOUND: dict[str, Row] = {
    "a name bound in a branch about something else is read outside it": (
        """
        def run(a):
            if a:
                mode = ON
            return new() if mode else old()
        """,
        """
        def run(a):
            if a:
                mode = True
            return new() if mode else old()
        """,
    ),
    "and inside it": (
        """
        def run(a):
            if a:
                mode = ON
                return new() if mode else old()
        """,
        """
        def run(a):
            if a:
                mode = True
                return new()
        """,
    ),
    "a name that each branch binds to the same": (
        """
        def run(a):
            if a:
                mode = OFF
                if mode:
                    old()
            elif a is None:
                mode = False
            else:
                log(a)
                mode = OFF
            return old() if mode else new()
        """,
        """
        def run(a):
            if a:
                mode = False
            elif a is None:
                mode = False
            else:
                log(a)
                mode = False
            return new()
        """,
    ),
    "a name that is bound to the same again": (
        """
        def run(jobs):
            mode = ON
            for job in jobs:
                if mode:
                    new(job)
                mode = True
            return lambda: mode
        """,
        """
        def run(jobs):
            mode = True
            for job in jobs:
                new(job)
                mode = True
            return lambda: True
        """,
    ),
    "a name that one branch binds to another": (
        """
        def run(a):
            if a:
                mode = ON
            else:
                mode = 1
            return new() if mode is True else old()
        """,
        """
        def run(a):
            if a:
                mode = True
            else:
                mode = 1
            return new() if mode is True else old()
        """,
    ),
    "a name that one branch binds only in a loop": (
        """
        def run(a):
            if a:
                mode = ON
            else:
                for job in a:
                    mode = True
            return new() if mode else old()
        """,
        """
        def run(a):
            if a:
                mode = True
            else:
                for job in a:
                    mode = True
            return new() if mode else old()
        """,
    ),
    "a name that branches bind where an error may skip them": (
        """
        def run(a):
            try:
                if a():
                    mode = ON
                else:
                    mode = True
            except Error:
                log(a)
            return new() if mode else old()
        """,
        """
        def run(a):
            try:
                if a():
                    mode = True
                else:
                    mode = True
            except Error:
                log(a)
            return new() if mode else old()
        """,
    ),
    "a name that each branch binds and that is unbound again": (
        """
        def run(a):
            if a:
                mode = ON
            else:
                mode = True
            if a:
                del mode
            return new() if mode else old()
        """,
        """
        def run(a):
            if a:
                mode = True
            else:
                mode = True
            if a:
                del mode
            return new() if mode else old()
        """,
    ),
    "a name that each branch binds, read before them": (
        """
        def run(jobs):
            for job in jobs:
                use(mode)
                if job:
                    mode = ON
                else:
                    mode = True
        """,
        """
        def run(jobs):
            for job in jobs:
                use(mode)
                if job:
                    mode = True
                else:
                    mode = True
        """,
    ),
    "a name that its own function makes an outer one": (
        """
        def run(a):
            mode = ON
            def other():
                nonlocal mode
                mode = a
            other()
            if a:
                mode = True
            return new() if mode else old()
        """,
        """
        def run(a):
            mode = True
            def other():
                nonlocal mode
                mode = a
            other()
            if a:
                mode = True
            return new() if mode else old()
        """,
    ),
    "no name that constants alone give": (
        """
        def run(a):
            if a:
                mode = True
            else:
                mode = True
            return new() if mode and ON else old()
        """,
        """
        def run(a):
            if a:
                mode = True
            else:
                mode = True
            return new() if mode else old()
        """,
    ),
    "a name read above what binds it": (
        """
        def run(jobs):
            for job in jobs:
                use(mode)
                mode = ON
        """,
        """
        def run(jobs):
            for job in jobs:
                use(mode)
                mode = True
        """,
    ),
    "a name read in its own value": (
        """
        def run():
            mode = ON and mode is None
            return mode
        """,
        """
        def run():
            mode = mode is None
            return mode
        """,
    ),
    "a walrus that is asked first": (
        """
        def run():
            return new() if (mode := ON) and mode else mode
        """,
        """
        def run():
            return new() if (mode := True) else True
        """,
    ),
    "a walrus that may not be asked": (
        """
        def run(a):
            a and (mode := ON)
            return mode
        """,
        """
        def run(a):
            a and (mode := True)
            return mode
        """,
    ),
    "a function made below what binds the name it reads": (
        """
        def run():
            mode = ON
            return lambda: new() if mode else old()
        """,
        """
        def run():
            mode = True
            return lambda: new()
        """,
    ),
    "a function made above it": (
        """
        def run():
            later = lambda: new() if mode else old()
            mode = ON
            return later
        """,
        """
        def run():
            later = lambda: new() if mode else old()
            mode = True
            return later
        """,
    ),
    "an error may come before what binds the name": (
        """
        def run():
            try:
                call()
                mode = ON
            except OSError:
                log()
            return mode
        """,
        """
        def run():
            try:
                call()
                mode = True
            except OSError:
                log()
            return mode
        """,
    ),
    "no error may come before it": (
        """
        def run():
            try:
                mode = ON
                call()
            except OSError:
                log()
            return mode
        """,
        """
        def run():
            try:
                mode = True
                call()
            except OSError:
                log()
            return True
        """,
    ),
    "the handler leaves": (
        """
        def run():
            try:
                call()
                mode = ON
            except OSError:
                raise
            return mode
        """,
        """
        def run():
            try:
                call()
                mode = True
            except OSError:
                raise
            return True
        """,
    ),
    "a manager may swallow an error that comes before it": (
        """
        def run():
            with suppress(OSError):
                call()
                mode = ON
            return mode
        """,
        """
        def run():
            with suppress(OSError):
                call()
                mode = True
            return mode
        """,
    ),
    "a loop may not run": (
        """
        def run(jobs):
            for job in jobs:
                mode = ON
            return mode
        """,
        """
        def run(jobs):
            for job in jobs:
                mode = True
            return mode
        """,
    ),
    "a name of a class body above what binds it is the module's": (
        """
        def fast():
            return 1
        class Job:
            slow = fast()
            fast = ON
            again = new() if fast else old()
        """,
        """
        def fast():
            return 1
        class Job:
            slow = fast()
            fast = True
            again = new()
        """,
    ),
    "a name of a class body that a branch binds may be the module's": (
        """
        fast = 0
        class Job:
            if ready():
                fast = ON
            again = new() if fast else old()
        """,
        """
        fast = 0
        class Job:
            if ready():
                fast = True
            again = new() if fast else old()
        """,
    ),
    "another case of a match": (
        """
        def run(job):
            match job:
                case 1:
                    mode = ON
                case 2:
                    use(mode)
        """,
        """
        def run(job):
            match job:
                case 1:
                    mode = True
                case 2:
                    use(mode)
        """,
    ),
}


@pytest.mark.parametrize("row", KEEPS_ITS_BINDING.values(), ids=KEEPS_ITS_BINDING.keys())
def test_what_binds_a_local_name_stays(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", FOLDED_INSIDE.values(), ids=FOLDED_INSIDE.keys())
def test_what_stays_for_a_name_or_a_nature_is_folded_inside(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", LOSES_IT.values(), ids=LOSES_IT.keys())
def test_what_binds_a_name_nobody_misses_goes(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", NATURE.values(), ids=NATURE.keys())
def test_a_function_stays_what_it_was(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", SURELY_BOUND.values(), ids=SURELY_BOUND.keys())
def test_a_name_is_known_where_it_is_sure_to_be_bound(row: Row) -> None:
    check(row)


def test_a_read_that_a_generator_awaits_for_its_nature_is_still_one_that_can_be_awaited() -> None:
    app = text(
        """
        async def run(jobs):
            if await feature("new"):
                new()
            return (new() if await feature("new") else old() for job in jobs)
        """
    )
    after = text(
        """
        async def run(jobs):
            new()
            return (new() if await feature("new") else old() for job in jobs)
        """
    )
    check_files({"app.py": app}, {"app.py": after}, ExprFlag('feature("new")', value=True))


def test_what_stays_is_said() -> None:
    block = IMPORT + text(KEEPS_ITS_BINDING["a name that a function inside reads"][0])
    [said] = findings({"app.py": block.encode(), "flags.py": FLAGS}, USE_NEW)
    assert (said.place.line, said.reason) == (
        4,
        "folding the flag here would change what the name `mode` stands for: what binds it stays",
    )


def test_a_function_half_of_which_stays_comes_to_rest() -> None:
    # the other file folds to a plain None, from which a second run would learn nothing
    app = text(
        """
        import os
        from flags import GONE

        def run():
            if GONE is not None:
                mode = 1
            if os.environ.get("GONE", "") or 7:
                new()
            return mode
        """
    )
    after = app.replace('    if os.environ.get("GONE", "") or 7:\n        new()\n', "    new()\n")
    check_files(
        {"app.py": app, "flags.py": 'import os\n\nGONE = os.getenv("GONE")\n'},
        {"app.py": after, "flags.py": "import os\n\nGONE = None\n"},
        EnvFlag("GONE", None),
    )
