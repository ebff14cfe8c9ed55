"""Early returns and what they make unreachable; loops, ``try``, ``with``, ``assert``, ``match``, generators."""

from __future__ import annotations

import pytest
from folding import Row, check, check_unchanged

UNCHANGED = {
    "code that was unreachable before": """
        def run():
            return new()
            old()
        """,
    "a loop about something else": """
        while ready():
            go()
        else:
            stop()
        """,
    "a handler around a call": """
        def run():
            try:
                return new()
            except OSError:
                return old()
        """,
    "a match about something else": """
        match command:
            case "go" if ready:
                go()
            case _:
                pass
        """,
    "an endless loop": """
        while True:
            go()
        """,
}
CHANGED: dict[str, Row] = {
    "what stands behind a return that always runs goes": (
        """
        def run():
            if ON:
                return new()
            prepare()
            return old()
        """,
        """
        def run():
            return new()
        """,
    ),
    "a guard clause that never runs": (
        """
        def run():
            if OFF:
                return old()
            return new()
        """,
        """
        def run():
            return new()
        """,
    ),
    "a guard clause in an else": (
        """
        def run():
            if OFF:
                old()
            else:
                return new()
            return old()
        """,
        """
        def run():
            return new()
        """,
    ),
    "what stands behind a raise that always runs": (
        """
        def old():
            if ON:
                raise RuntimeError("gone")
            return 1
        """,
        """
        def old():
            raise RuntimeError("gone")
        """,
    ),
    "what stands behind a continue that always runs": (
        """
        for a in b:
            if ON:
                new(a)
                continue
            old(a)
        """,
        """
        for a in b:
            new(a)
            continue
        """,
    ),
    "what stands behind a break that always runs": (
        """
        for a in b:
            if ON:
                break
            old(a)
        """,
        """
        for a in b:
            break
        """,
    ),
    "both arms of an if about something else leave": (
        """
        def run(a):
            if a:
                if ON:
                    return first()
            else:
                return second()
            return old()
        """,
        """
        def run(a):
            if a:
                return first()
            else:
                return second()
        """,
    ),
    "one arm of an if about something else leaves": (
        """
        def run(a):
            if a:
                if ON:
                    return first()
            return second()
        """,
        """
        def run(a):
            if a:
                return first()
            return second()
        """,
    ),
    "a comment between the return and what goes": (
        """
        def run():
            if ON:
                return new()
            # the old way
            return old()
        """,
        """
        def run():
            return new()
        """,
    ),
    "a loop that never runs": (
        """
        while OFF:
            old()
        after()
        """,
        """
        after()
        """,
    ),
    "a loop that never runs leaves its else": (
        """
        while OFF:
            old()
        else:
            new()
        after()
        """,
        """
        new()
        after()
        """,
    ),
    "a loop that always runs": (
        """
        while ON:
            if go():
                break
        """,
        """
        while True:
            if go():
                break
        """,
    ),
    "a loop with one more condition": (
        """
        while ON and ready():
            go()
        """,
        """
        while ready():
            go()
        """,
    ),
    "a for loop's else": (
        """
        for a in b:
            go(a)
        else:
            if OFF:
                old()
        after()
        """,
        """
        for a in b:
            go(a)
        after()
        """,
    ),
    "a for loop whose body empties still runs its iterator": (
        """
        for a in b():
            if OFF:
                old(a)
        """,
        """
        for a in b():
            pass
        """,
    ),
    "a try whose body keeps something": (
        """
        try:
            if ON:
                new()
            else:
                old()
        except OSError:
            log()
        else:
            done()
        finally:
            close()
        """,
        """
        try:
            new()
        except OSError:
            log()
        else:
            done()
        finally:
            close()
        """,
    ),
    "a fold in a handler": (
        """
        try:
            new()
        except OSError as error:
            if OFF:
                return_old()
            raise
        """,
        """
        try:
            new()
        except OSError as error:
            raise
        """,
    ),
    "a handler that empties stays": (
        """
        try:
            new()
        except OSError:
            if OFF:
                old()
        """,
        """
        try:
            new()
        except OSError:
            pass
        """,
    ),
    "a finally that empties goes where a handler stays": (
        """
        try:
            new()
        except OSError:
            log()
        finally:
            if OFF:
                old()
        """,
        """
        try:
            new()
        except OSError:
            log()
        """,
    ),
    "a finally that empties stays where it is all there is": (
        """
        try:
            new()
        finally:
            if OFF:
                old()
        """,
        """
        try:
            new()
        finally:
            pass
        """,
    ),
    "a try's else that empties": (
        """
        try:
            new()
        except OSError:
            log()
        else:
            if OFF:
                old()
        """,
        """
        try:
            new()
        except OSError:
            log()
        """,
    ),
    "an exception group": (
        """
        try:
            new()
        except* OSError:
            if ON:
                log()
        """,
        """
        try:
            new()
        except* OSError:
            log()
        """,
    ),
    "a return in a try does not make the code behind it unreachable": (
        """
        def run():
            try:
                if ON:
                    return new()
            except OSError:
                log()
            return default()
        """,
        """
        def run():
            try:
                return new()
            except OSError:
                log()
            return default()
        """,
    ),
    "a resolve wrapper that fell through keeps its error path": (
        """
        def resolve():
            if ON:
                try:
                    return client.resolve()
                except ResolveError:
                    log()
            return legacy()
        """,
        """
        def resolve():
            try:
                return client.resolve()
            except ResolveError:
                log()
            return legacy()
        """,
    ),
    "a with block": (
        """
        with lock:
            if ON:
                new()
            else:
                old()
        """,
        """
        with lock:
            new()
        """,
    ),
    "a return in a with block may be swallowed": (
        """
        def run():
            with suppress(OSError):
                if ON:
                    return new()
            return default()
        """,
        """
        def run():
            with suppress(OSError):
                return new()
            return default()
        """,
    ),
    "an assert that holds": (
        """
        before()
        assert ON, "turn it on"
        after()
        """,
        """
        before()
        after()
        """,
    ),
    "an assert of more than the flag": (
        """
        assert ON and a, "no"
        """,
        """
        assert a, "no"
        """,
    ),
    "a match guard that holds": (
        """
        match command:
            case "go" if ON:
                new()
            case "go":
                old()
        """,
        """
        match command:
            case "go":
                new()
            case "go":
                old()
        """,
    ),
    "a match guard that never holds": (
        """
        match command:
            case "go" if OFF:
                old()
            case "go":
                new()
        """,
        """
        match command:
            case "go":
                new()
        """,
    ),
    "a match guard that never holds where the pattern binds a name": (
        """
        def run(command):
            match command:
                case [a] if OFF:
                    old(a)
                case _:
                    new()
        """,
        """
        def run(command):
            new()
        """,
    ),
    "a match guard of more than the flag": (
        """
        match command:
            case "go" if ON and ready:
                new()
        """,
        """
        match command:
            case "go" if ready:
                new()
        """,
    ),
    "a match subject": (
        """
        match new if ON else old:
            case 1:
                go()
        """,
        """
        match new:
            case 1:
                go()
        """,
    ),
    "a generator whose yields go stays a generator": (
        """
        def rows():
            if OFF:
                yield old()
        """,
        """
        def rows():
            yield from ()
        """,
    ),
    "a generator that only returns stays a generator": (
        """
        def rows():
            if ON:
                return
            yield old()
        """,
        """
        def rows():
            yield from ()
        """,
    ),
    "an async generator whose yields go stays one": (
        """
        async def rows():
            await new()
            if OFF:
                yield old()
        """,
        """
        async def rows():
            await new()
            if False:
                yield
        """,
    ),
    "a coroutine whose awaits go stays a coroutine": (
        """
        async def run():
            if OFF:
                await old()
            return 1
        """,
        """
        async def run():
            return 1
        """,
    ),
    "a side effect in a settled condition is kept": (
        """
        if g() and OFF:
            old()
        else:
            new()
        """,
        """
        g()
        new()
        """,
    ),
    "a side effect in a condition that always holds is kept": (
        """
        if g() or ON:
            new()
        else:
            old()
        """,
        """
        g()
        new()
        """,
    ),
    "a side effect in a settled condition without else is kept": (
        """
        if g() and OFF:
            old()
        after()
        """,
        """
        g()
        after()
        """,
    ),
    "a statement that is nothing but the flag goes": (
        """
        before()
        ON
        after()
        """,
        """
        before()
        after()
        """,
    ),
    "a short-circuit as a statement": (
        """
        ON and new()
        OFF and old()
        after()
        """,
        """
        new()
        after()
        """,
    ),
    "a ternary as a statement": (
        """
        new() if ON else old()
        """,
        """
        new()
        """,
    ),
    "a local that holds the flag": (
        """
        def run():
            use = ON
            if use:
                return new()
            return old()
        """,
        """
        def run():
            use = True
            return new()
        """,
    ),
    "a local that is turned off later is not the flag": (
        """
        def run():
            use = ON
            if broken():
                use = False
            if use:
                return new()
            return old()
        """,
        """
        def run():
            use = True
            if broken():
                use = False
            if use:
                return new()
            return old()
        """,
    ),
    "a local name that only the other branch bound stays local": (
        """
        def run():
            if OFF:
                answer = old()
            try:
                return answer
            except NameError:
                return new()
        """,
        """
        def run():
            if OFF:
                answer = old()
            try:
                return answer
            except NameError:
                return new()
        """,
    ),
    "a global statement in a branch": (
        """
        def run():
            global state
            if ON:
                state = new()
            else:
                state = old()
        """,
        """
        def run():
            global state
            state = new()
        """,
    ),
    "an inner function": (
        """
        def outer():
            def inner():
                if ON:
                    return new()
                return old()

            return inner
        """,
        """
        def outer():
            def inner():
                return new()

            return inner
        """,
    ),
    "several folds in one function": (
        """
        def run():
            if ON:
                a = new()
            else:
                a = old()
            b = a if ON else old()
            if not ON:
                b = old()
            return b
        """,
        """
        def run():
            a = new()
            b = a
            return b
        """,
    ),
}


@pytest.mark.parametrize("block", UNCHANGED.values(), ids=UNCHANGED)
def test_what_the_flag_does_not_decide_stays(block: str) -> None:
    check_unchanged(block)


@pytest.mark.parametrize("row", CHANGED.values(), ids=CHANGED)
def test_what_runs_stays_and_nothing_else(row: Row) -> None:
    check(row)
