"""The arguments of a verb, as they mostly are, into what its options are given and what stands beside them.

Loading what reads every option takes longer than a small job: that is left for what is not written plainly, mistakes
and help among it. This file, like the quick look of the guard, uses builtins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def plainly(
    arguments: Iterable[str], options: Mapping[str, str], switches: Mapping[str, str]
) -> tuple[dict[str, str], list[str]] | None:
    """What each option is given, by its name, and the arguments beside them; ``None`` where they are not plain.

    ``options`` and ``switches`` have the name for each spelling. A switch is given its spelling; the last one counts.
    """
    given: dict[str, str] = {}
    beside: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        spelling, joined, value = argument.partition("=") if argument[:2] == "--" else (argument, "", "")
        if argument == "--":
            beside += waiting
        elif argument in switches:
            given[switches[argument]] = argument
        elif spelling in options:
            given[options[spelling]] = value if joined else next(waiting, "")
            if not given[options[spelling]]:
                return None
        elif argument[:1] in ("-", ""):
            return None
        else:
            beside.append(argument)
    return given, beside
