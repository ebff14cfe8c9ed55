"""``codemod`` or ``python -m legacy_codemod``: arguments into an exit code."""

from __future__ import annotations

import gc
import sys

from legacy_codemod import __version__


def main() -> int:
    """Run the command line on ``sys.argv`` and return its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:  # answered before typer is loaded, which takes longer than everything else
        sys.stdout.write(f"codemod {__version__}\n")
        return 0
    if arguments[:1] == ["check"]:
        # as a hook it is nearly always clean, and answers in less time than typer takes to load
        from legacy_codemod.guard.glance.look import is_clean

        if is_clean(arguments[1:]):
            return 0
        if (code := _checked(arguments[1:])) is not None:
            return code
    from legacy_codemod.cli.app import run

    gc.disable()  # a run makes millions of nodes and lets go of few: looking for circles took a third of its time
    return run(arguments)


def _checked(arguments: list[str]) -> int | None:
    """The close look, without typer where the arguments are plain; ``None`` where they are not."""
    from legacy_codemod.cli.shell.checking import asked_plainly, check
    from legacy_codemod.cli.shell.failures import tell

    asked = asked_plainly(arguments)
    try:
        return None if asked is None else int(check(asked))
    except (KeyboardInterrupt, Exception) as error:
        return tell(error)


if __name__ == "__main__":
    sys.exit(main())
