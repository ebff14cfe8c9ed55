"""A GitHub workflow or action → the entries of ``env`` maps, at any level, that set a variable.

Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#env
"""

from __future__ import annotations

import re

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries

EXAMPLE = ".github/workflows/ci.yml"
SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(r"(?:.*/)?(?:\.(?:github|gitea|forgejo)/workflows/[^/]+|action)\.ya?ml")


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the path alone decides
    """``.github/workflows/*.yml`` and ``action.yml``."""
    return bool(_FILE.fullmatch(path))


def marks(lines: Lines, name: str) -> Marks:
    """Entries of the workflow's, a job's, a service's or a step's ``env``."""
    return entries(lines, name, ("env",))
