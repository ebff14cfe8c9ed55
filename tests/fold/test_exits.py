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
    "a finally that empties goes with its try where it is all there is": (
        """
        try:
            # first
            new()

            more()
        finally:
            if OFF:
                old()
        after()
        """,
        """
        # first
        new()

        more()
        after()
        """,
    ),
    "a try whose finally was empty before": (
        """
        try:
            new()
            if OFF:
                old()
        finally:
            pass
        """,
        """
        try:
            new()
        finally:
            pass
        """,
    ),
    "a statement of which nobody asks what it gives": (
        """
        g() or ON
        g() and OFF
        g() and ON
        g() or OFF or h()
        not (g() or ON)
        """,
        """
        g()
        g()
        g()
        g() or h()
        g()
        """,
    ),
    "an assignment in the condition": (
        """
        if use := ON:
            new()
        else:
            old()
        """,
        """
        use = True
        new()
        """,
    ),
    "an elif that always holds and does nothing": (
        """
        if a():
            new()
        elif ON:
            pass
        else:
            old()
        """,
        """
        if a():
            new()
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
    "a with block that may swallow the error lets the old code run behind it": (
        """
        def run():
            if ON:
                with suppress(OSError):
                    return new()
            return old()
        """,
        """
        def run():
            with suppress(OSError):
                return new()
            return old()
        """,
    ),
    "a with block of a manager that nothing is known of": (
        """
        def run(lock):
            if ON:
                with lock:
                    return new()
            return old()
        """,
        """
        def run(lock):
            with lock:
                return new()
            return old()
        """,
    ),
    "a with block that swallows nothing": (
        """
        def run():
            if ON:
                with open(path) as file:
                    return file.read()
            return old()
        """,
        """
        def run():
            with open(path) as file:
                return file.read()
        """,
    ),
    "a with block on a lock that is made in sight": (
        """
        import threading

        lock = threading.Lock()


        def run():
            if ON:
                with lock:
                    return new()
            return old()
        """,
        """
        import threading

        lock = threading.Lock()


        def run():
            with lock:
                return new()
        """,
    ),
    "a with block of a manager of the repository that catches nothing": (
        """
        from contextlib import contextmanager


        @contextmanager
        def timed():
            start()
            try:
                yield
            finally:
                stop()


        def run():
            if ON:
                with timed():
                    return new()
            return old()
        """,
        """
        from contextlib import contextmanager


        @contextmanager
        def timed():
            start()
            try:
                yield
            finally:
                stop()


        def run():
            with timed():
                return new()
        """,
    ),
    "a with block of a manager of the repository that catches": (
        """
        from contextlib import contextmanager


        @contextmanager
        def forgiving():
            try:
                yield
            except OSError:
                pass


        def run():
            if ON:
                with forgiving():
                    return new()
            return old()
        """,
        """
        from contextlib import contextmanager


        @contextmanager
        def forgiving():
            try:
                yield
            except OSError:
                pass


        def run():
            with forgiving():
                return new()
            return old()
        """,
    ),
    "a with block of a class whose exit gives nothing": (
        """
        class Timer:
            def __enter__(self):
                start()

            def __exit__(self, *error):
                stop()


        def run():
            if ON:
                with Timer():
                    return new()
            return old()
        """,
        """
        class Timer:
            def __enter__(self):
                start()

            def __exit__(self, *error):
                stop()


        def run():
            with Timer():
                return new()
        """,
    ),
    "a with block of a class whose exit may swallow": (
        """
        class Quiet:
            def __enter__(self):
                start()

            def __exit__(self, *error):
                return True


        def run():
            if ON:
                with Quiet():
                    return new()
            return old()
        """,
        """
        class Quiet:
            def __enter__(self):
                start()

            def __exit__(self, *error):
                return True


        def run():
            with Quiet():
                return new()
            return old()
        """,
    ),
    "a try whose every way now leaves takes what stands behind it along": (
        """
        def run():
            try:
                if ON:
                    return new()
                prepare()
            except OSError:
                log()
                raise
            return legacy()
        """,
        """
        def run():
            try:
                return new()
            except OSError:
                log()
                raise
        """,
    ),
    "a try that tells kinds of errors apart, each of which leaves": (
        """
        def run():
            try:
                return client.resolve()
            except Budget:
                raise
            except Missing:
                log()
                if ON:
                    return default()
            return legacy()
        """,
        """
        def run():
            try:
                return client.resolve()
            except Budget:
                raise
            except Missing:
                log()
                return default()
        """,
    ),
    "a try one of whose handlers falls through keeps what stands behind it": (
        """
        def run():
            try:
                if ON:
                    return new()
                prepare()
            except Budget:
                raise
            except OSError:
                log()
            return legacy()
        """,
        """
        def run():
            try:
                return new()
            except Budget:
                raise
            except OSError:
                log()
            return legacy()
        """,
    ),
    "a try that left in every way before keeps what stood behind it": (
        """
        def run():
            try:
                return new() if ON else old()
            except OSError:
                raise
            return never()
        """,
        """
        def run():
            try:
                return new()
            except OSError:
                raise
            return never()
        """,
    ),
    "the else of a try whose body now always leaves": (
        """
        def run():
            try:
                if ON:
                    return new()
            except OSError:
                log()
            else:
                return legacy()
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
    "a finally that now always leaves": (
        """
        def run():
            try:
                new()
            finally:
                if ON:
                    return 1
            old()
        """,
        """
        def run():
            try:
                new()
            finally:
                return 1
        """,
    ),
    "a nested try": (
        """
        def run():
            try:
                try:
                    if ON:
                        return new()
                    prepare()
                except Budget:
                    raise
                finally:
                    close()
            except OSError:
                pass
            return old()
        """,
        """
        def run():
            try:
                try:
                    return new()
                except Budget:
                    raise
                finally:
                    close()
            except OSError:
                pass
            return old()
        """,
    ),
    "a retry loop": (
        """
        def run():
            for attempt in range(3):
                try:
                    if ON:
                        return new()
                    else:
                        return old()
                except OSError:
                    if OFF:
                        break
                    continue
            raise Failed
        """,
        """
        def run():
            for attempt in range(3):
                try:
                    return new()
                except OSError:
                    continue
            raise Failed
        """,
    ),
    "a loop that now never ends": (
        """
        def run():
            while ON:
                new()
            return old()
        """,
        """
        def run():
            while True:
                new()
        """,
    ),
    "a loop that now never ends has no else": (
        """
        def run():
            while ON:
                if go():
                    break
            else:
                old()
            after()
        """,
        """
        def run():
            while True:
                if go():
                    break
            after()
        """,
    ),
    "an endless loop whose only break goes": (
        """
        def run():
            while True:
                if OFF:
                    break
                new()
            return old()
        """,
        """
        def run():
            while True:
                new()
        """,
    ),
    "an endless loop with a break in a loop inside": (
        """
        def run():
            while ON:
                for a in b:
                    break
                new()
            return old()
        """,
        """
        def run():
            while True:
                for a in b:
                    break
                new()
        """,
    ),
    "an endless loop with a break in the else of a loop inside": (
        """
        def run():
            while ON:
                for a in b:
                    go(a)
                else:
                    break
            return old()
        """,
        """
        def run():
            while True:
                for a in b:
                    go(a)
                else:
                    break
            return old()
        """,
    ),
    "the else of a loop that never runs leaves the loop around it": (
        """
        for a in b:
            while OFF:
                old()
            else:
                break
            more()
        """,
        """
        for a in b:
            break
        """,
    ),
    "a side effect in the condition of a loop that never runs": (
        """
        while ask() and OFF:
            old()
        else:
            new()
        after()
        """,
        """
        ask()
        new()
        after()
        """,
    ),
    "a side effect in the condition of a loop that never runs and has no else": (
        """
        while ask() and OFF:
            old()
        after()
        """,
        """
        ask()
        after()
        """,
    ),
    "a match whose every case leaves": (
        """
        def run(command):
            match command:
                case 1:
                    if ON:
                        return new()
                case _:
                    return other()
            return old()
        """,
        """
        def run(command):
            match command:
                case 1:
                    return new()
                case _:
                    return other()
        """,
    ),
    "a match all of whose cases are ruled out": (
        """
        match command:
            case _ if OFF:
                old()
        after()
        """,
        """
        after()
        """,
    ),
    "a match all of whose cases are ruled out still asks for its subject": (
        """
        match ask():
            case _ if OFF:
                old()
        after()
        """,
        """
        ask()
        after()
        """,
    ),
    "a match that one case is sure of": (
        """
        match ask():
            case "go" if OFF:
                old()
            case _ if ON:
                new()
            case "never":
                old()
        after()
        """,
        """
        ask()
        new()
        after()
        """,
    ),
    "a match on the flag": (
        """
        def run():
            match ON:
                case True:
                    # the new way
                    return new()

                case _:
                    log()
            return old()
        """,
        """
        def run():
            # the new way
            return new()
        """,
    ),
    "a match on the flag by values": (
        """
        match ON:
            case 0:
                old()
            case 1:
                new()
        after()
        """,
        """
        new()
        after()
        """,
    ),
    "a match guard that never holds where what its pattern binds is read later": (
        """
        def run(command):
            match command:
                case [a] if OFF:
                    old()
                case _:
                    new()
            return a
        """,
        """
        def run(command):
            match command:
                case [a] if False:
                    old()
                case _:
                    new()
            return a
        """,
    ),
    "a match on the flag among alternatives": (
        """
        match ON:
            case False | None:
                old()
            case 1 | True:
                new()
        """,
        """
        new()
        """,
    ),
    "a match on the flag that binds a name": (
        """
        match ON:
            case False:
                old()
            case other:
                new(other)
        """,
        """
        match True:
            case other:
                new(other)
        """,
    ),
    "a match on the flag in one-line suites": (
        """
        match ON:
            case True: new(); more()
            case False: old()
        after()
        """,
        """
        new(); more()
        after()
        """,
    ),
    "cases that go between others, with their comments and blank lines": (
        """
        match command:
            # the old way
            case 1 if OFF:  # rollout
                old()
                # end

            # two
            case 2:
                two()

            # three
            case 3 if OFF:
                pass

            case 4:
                pass

            case 5 if OFF:
                pass

        after()
        """,
        """
        match command:
            # two
            case 2:
                two()

            case 4:
                pass

        after()
        """,
    ),
    "what a handler that can no longer run would have set": (
        """
        def run():
            use = ON
            try:
                if OFF:
                    old()
            except OSError:
                use = False
            return new() if use else old()
        """,
        """
        def run():
            use = True
            return new()
        """,
    ),
    "a try whose body goes leaves its else": (
        """
        try:
            # rollout
            if OFF:
                old()
        # nothing can raise
        except OSError:
            handle()
        else:
            # always
            done()
        after()
        """,
        """
        # always
        done()
        after()
        """,
    ),
    "a try whose body goes leaves its finally": (
        """
        try:
            if OFF:
                old()
        except OSError:
            handle()
        finally:
            close()
            # closed
        after()
        """,
        """
        close()
        # closed
        after()
        """,
    ),
    "a try whose body goes leaves both its else and its finally": (
        """
        try:
            if OFF:
                old()
        except OSError:
            handle()
        else:
            done()
        finally:
            close()
        """,
        """
        try:
            done()
        finally:
            close()
        """,
    ),
    "a try of which nothing is left": (
        """
        before()
        try:
            if OFF:
                old()
        except OSError:
            handle()
        else:
            if OFF:
                old()
        finally:
            if ON:
                pass
        after()
        """,
        """
        before()
        after()
        """,
    ),
    "a try whose body was empty before": (
        """
        try:
            pass
        except OSError:
            if OFF:
                old()
        else:
            done()
        """,
        """
        try:
            pass
        except OSError:
            pass
        else:
            done()
        """,
    ),
    "an exception group whose body goes": (
        """
        try:
            pass
            if OFF:
                old()
        except* OSError:
            handle()
        else:
            done()
        """,
        """
        done()
        """,
    ),
    "a try in one-line suites": (
        """
        try: assert ON
        except OSError: pass
        else: done()
        finally: close()
        """,
        """
        try: pass
        except OSError: pass
        else: done()
        finally: close()
        """,
    ),
    "an ellipsis is nothing in the open": (
        """
        if ON:
            ...
        else:
            old()
        after()
        """,
        """
        after()
        """,
    ),
    "both arms of the flag's own if leave": (
        """
        def run():
            if ON:
                return new()
            else:
                return old()
            never()
        """,
        """
        def run():
            return new()
            never()
        """,
    ),
    "an exit in the open at the top of a loop's body": (
        """
        for a in b:
            try:
                if ON:
                    continue
                old(a)
            finally:
                close()
            more(a)
        """,
        """
        for a in b:
            try:
                continue
            finally:
                close()
        """,
    ),
}


@pytest.mark.parametrize("block", UNCHANGED.values(), ids=UNCHANGED)
def test_what_the_flag_does_not_decide_stays(block: str) -> None:
    check_unchanged(block)


@pytest.mark.parametrize("row", CHANGED.values(), ids=CHANGED)
def test_what_runs_stays_and_nothing_else(row: Row) -> None:
    check(row)
