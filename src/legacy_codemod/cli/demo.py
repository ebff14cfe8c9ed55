"""``codemod demo``: the whole job on the shipped sample service, in a temporary git repository."""

from __future__ import annotations


def run() -> int:
    """Show the whole job on a sample service: plan, burn-in gate, proof, tests, and the branch at the end.

    It works in a temporary git repository of its own, and leaves it there for you to look at.
    """
    from legacy_codemod.cli.shell.tour import tour

    return tour()
