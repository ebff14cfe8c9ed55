"""``codemod`` or ``python -m legacy_codemod``: arguments into an exit code."""

from __future__ import annotations

import gc
import os
import sys

from legacy_codemod import __version__


def program() -> None:
    """Run ``main`` and end the process at once: to free what a large plan holds would take a tenth of its time.

    mypy ends in the same way, for the same reason (``mypy.util.hard_exit``).
    """
    code = main()
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (BrokenPipeError, ValueError):  # whoever read it has gone
        pass
    except OSError as error:
        code = code or _told(error)
    if (threading := sys.modules.get("threading")) is not None:
        for thread in threading.enumerate():
            if thread is not threading.current_thread() and not thread.daemon:
                thread.join()
    os._exit(code)


def main() -> int:
    """Run the command line on ``sys.argv`` and return its exit code; nothing that goes wrong leaves here otherwise."""
    try:
        return _code(sys.argv[1:])
    except (KeyboardInterrupt, Exception) as error:
        return _told(error)


def _code(arguments: list[str]) -> int:
    if arguments == ["--version"]:  # answered before typer is loaded, which takes longer than everything else
        sys.stdout.write(f"codemod {__version__}\n")
        return 0
    gc.disable()  # a run makes millions of nodes and lets go of few: looking for circles took a third of its time
    if arguments[:1] == ["check"]:
        # as a hook it is nearly always clean, and answers in less time than typer takes to load
        from legacy_codemod.guard.glance.look import is_clean

        if is_clean(arguments[1:]):
            return 0
    if arguments[:1] in (["check"], ["plan"]) and (code := _plainly(arguments[0], arguments[1:])) is not None:
        return code
    from legacy_codemod.cli.app import run

    return run(arguments)


def _told(error: BaseException) -> int:
    from legacy_codemod.cli.shell.failures import tell  # which loads more than the quick look of the guard may

    return tell(error)


def _plainly(verb: str, arguments: list[str]) -> int | None:
    """The exit code of a verb, without typer where the arguments are plain; ``None`` where they are not."""
    if verb == "check":
        from legacy_codemod.cli.shell.checking import answer
    else:
        from legacy_codemod.cli.shell.planning import answer
    return answer(arguments)


if __name__ == "__main__":
    program()
