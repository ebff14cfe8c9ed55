"""The catalogue's examples of config formats → one repository that sets a variable in every format there is."""

from __future__ import annotations

from pathlib import Path

from legacy_codemod.config_formats import example_path, formats

EXAMPLES = Path(__file__).parents[1] / "codemods" / "config_formats"
NAME = "DEFAULT_MODEL"


def example(form: str, side: str) -> bytes:
    """One side of a format's example."""
    return next((EXAMPLES / form).glob(f"{side}.*")).read_bytes()


def every_format(side: str) -> dict[str, str]:
    """The files of such a repository, by path."""
    return {example_path(form): example(form, side).decode() for form in formats()}
