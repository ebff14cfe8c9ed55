"""What stays in code that never runs: a fold leaves of it what a second one does."""

from __future__ import annotations

import pytest
from folding import Row, check

DECIDED_BY_A_NAME: dict[str, Row] = {
    "an argument of a function that every call gives the flag": (
        """
        import os

        def truthy(value):
            return str(value).lower() in ("1", "true")

        def run():
            if truthy(os.getenv("USE_NEW")):
                new()
            else:
                mode = 1
            return lambda: mode
        """,
        """
        import os

        def truthy(value):
            return True

        def run():
            if truthy("true"):
                new()
            else:
                mode = 1
            return lambda: mode
        """,
    ),
    "an argument beside a name": (
        """
        import os

        def is_on(value, other):
            return ON

        def run(a, b):
            if is_on(OFF, [ON, a if os.getenv("USE_NEW") else b, os.environ["USE_NEW"].lower() == "true"]):
                new()
            else:
                mode = 1
            return lambda: mode
        """,
        """
        import os

        def is_on(value, other):
            return True

        def run(a, b):
            if is_on(OFF, [ON, a, True]):
                new()
            else:
                mode = 1
            return lambda: mode
        """,
    ),
    "an argument in what a match asks": (
        """
        import os

        def truthy(value):
            return str(value).lower() in ("1", "true")

        def run(job):
            watch = lambda: (mode, other)
            match truthy(os.getenv("USE_NEW")):
                case True:
                    new()
                case False:
                    mode = 1
                case _:
                    old()
            match job:
                case 1 if not truthy(os.getenv("USE_NEW")):
                    other = 1
                case _:
                    new()
        """,
        """
        import os

        def truthy(value):
            return True

        def run(job):
            watch = lambda: (mode, other)
            match truthy("true"):
                case True:
                    new()
                case False:
                    mode = 1
            match job:
                case 1 if not truthy("true"):
                    other = 1
                case _:
                    new()
        """,
    ),
    "a read beside a name that it takes as well": (
        """
        import os

        def run(job):
            watch = lambda: (mode, other)
            match enabled(job) and (ON and os.getenv("USE_NEW")) or (ON if os.getenv("USE_NEW") else job):
                case "old":
                    mode = 1
                case 1 if OFF if os.getenv("USE_NEW") else job:
                    other = 1
                case _:
                    new()
        """,
        """
        import os

        def run(job):
            watch = lambda: (mode, other)
            match enabled(job) and (ON and "true") or (ON if "true" else job):
                case "old":
                    mode = 1
                case 1 if OFF if "true" else job:
                    other = 1
                case _:
                    new()
        """,
    ),
    "a read in front of one that binds a name": (
        """
        import os

        def run():
            if os.getenv("USE_NEW") and (held := os.environ["USE_NEW"] == "x"):
                mode = 1
            else:
                use(held)
            return lambda: (held, mode)
        """,
        """
        import os

        def run():
            if True and (held := os.environ["USE_NEW"] == "x"):
                mode = 1
            else:
                use(held)
            return lambda: (held, mode)
        """,
    ),
    "a read that is compared with a name still decides": (
        """
        import os

        def run():
            if ON == (os.environ["USE_NEW"] == "true"):
                new()
            else:
                mode = 1
            return lambda: mode
        """,
        """
        import os

        def run():
            if ON == (os.environ["USE_NEW"] == "true"):
                new()
            else:
                mode = 1
            return lambda: mode
        """,
    ),
    "an operand that binds, behind a name that decides": (
        """
        import os

        def run():
            use(3 if OFF and ((mode := os.getenv("USE_NEW")) and mode == "true") else 4)
            return lambda: mode
        """,
        """
        import os

        def run():
            use(3 if OFF and (mode := "true") else 4)
            return lambda: mode
        """,
    ),
    "a branch that binds, behind a name that decides": (
        """
        import os

        def run():
            use(3 if ON else ((mode := os.getenv("USE_NEW")) and mode == "true"))
            return lambda: mode
        """,
        """
        import os

        def run():
            use(3 if ON else ((mode := "true") and True))
            return lambda: mode
        """,
    ),
    "a read beside one that decides by itself, in what is looked up": (
        """
        import os

        def run(job):
            if f"{os.getenv('USE_NEW')}-{job.name}".startswith("true") and {"a": os.getenv("USE_NEW")}["a"] != "true":
                mode = 1
            return lambda: mode
        """,
        """
        import os

        def run(job):
            if f"{'true'}-{job.name}".startswith("true") and {"a": os.getenv("USE_NEW")}["a"] != "true":
                mode = 1
            return lambda: mode
        """,
    ),
    "a read that decides by itself stays": (
        """
        import os

        def run():
            if os.getenv("USE_NEW", "").lower() in ("1", "true") and os.getenv("USE_NEW"):
                new()
            else:
                mode = 1
            return lambda: mode
        """,
        """
        import os

        def run():
            if os.getenv("USE_NEW", "").lower() in ("1", "true") and True:
                new()
            else:
                mode = 1
            return lambda: mode
        """,
    ),
}
NAMES: dict[str, Row] = {
    "bound beside the read, in a branch that never runs": (
        """
        def run(x):
            mode = 0
            if ON:
                new()
            elif x:
                from lib import mode
            else:
                def inner():
                    nonlocal mode
                    mode = x
                    return mode
                use(inner, mode)
            return lambda: (inner, mode)
        """,
        """
        def run(x):
            mode = 0
            if ON:
                new()
            else:
                def inner():
                    nonlocal mode
                    mode = x
                    return mode
                use(inner, mode)
            return lambda: (inner, mode)
        """,
    ),
    "bound in front of a branch that never runs and binds it too": (
        """
        import os

        def run(x):
            mode = 0
            if os.environ["USE_NEW"] == "true":
                use(mode)
            else:
                held = 1
                mode = 2
                use(mode)
            return lambda: held
        """,
        """
        import os

        def run(x):
            mode = 0
            if os.environ["USE_NEW"] == "true":
                use(0)
            else:
                held = 1
                mode = 2
                use(mode)
            return lambda: held
        """,
    ),
    "bound beside the read, behind an exit": (
        """
        import os

        def run(job):
            watch = lambda: (held, mode, other)
            if ON:
                return new()
            if job:
                held = use((mode := None) and mode)
            if os.environ["USE_NEW"] != "true":
                other = 1
                mode = 3
        """,
        """
        import os

        def run(job):
            watch = lambda: (held, mode, other)
            return new()
            if job:
                held = use((mode := None) and None)
            if os.environ["USE_NEW"] != "true":
                other = 1
                mode = 3
        """,
    ),
}
BINDERS: dict[str, Row] = {
    "of two, the one that the flag rules out inside of what stays goes": (
        """
        import os

        def run(job):
            watch = lambda: mode
            if OFF:
                if os.getenv("USE_NEW") == "true":
                    log()
                else:
                    mode = 1
                mode = 2
        """,
        """
        import os

        def run(job):
            watch = lambda: mode
            if OFF:
                log()
                mode = 2
        """,
    ),
    "of two in two branches, the first one stays": (
        """
        def run(job):
            watch = lambda: mode
            if OFF:
                mode = 1
            elif OFF:
                mode = 2
        """,
        """
        def run(job):
            watch = lambda: mode
            if OFF:
                mode = 1
        """,
    ),
}
EXITS: dict[str, Row] = {
    "what stands beside a binding in a suite that takes the place of its condition": (
        """
        def run(job):
            watch = lambda: mode
            if ON:
                return new()
            if ON:
                mode = 1
                log()
                if job:
                    log()
        """,
        """
        def run(job):
            watch = lambda: mode
            return new()
            mode = 1
        """,
    ),
    "the same in suites of several conditions": (
        """
        def run(job):
            watch = lambda: mode
            if ON:
                return new()
            if job:
                log()
            elif OFF:
                old()
            else:
                log()
                while OFF:
                    old()
                else:
                    log()
                    mode = 1
                    log()
        """,
        """
        def run(job):
            watch = lambda: mode
            return new()
            if job:
                log()
            else:
                log()
                log()
                mode = 1
                log()
        """,
    ),
    "the same in a suite of a try, a match and a loop": (
        """
        def run(job):
            watch = lambda: mode
            if ON:
                return new()
            try:
                if OFF:
                    old()
            finally:
                log()
                match ON:
                    case True:
                        log()
                        while OFF:
                            old()
                        else:
                            mode = 1
                            log()
                    case _:
                        old()
        """,
        """
        def run(job):
            watch = lambda: mode
            return new()
            mode = 1
        """,
    ),
}


@pytest.mark.parametrize("row", DECIDED_BY_A_NAME.values(), ids=DECIDED_BY_A_NAME.keys())
def test_what_a_name_decides_is_folded_inside_at_once(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", NAMES.values(), ids=NAMES.keys())
def test_a_name_holds_what_is_bound_where_it_is_read(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", BINDERS.values(), ids=BINDERS.keys())
def test_what_binds_a_name_with_the_least_around_it_stays(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", EXITS.values(), ids=EXITS.keys())
def test_what_comes_to_stand_behind_an_exit_goes(row: Row) -> None:
    check(row)
