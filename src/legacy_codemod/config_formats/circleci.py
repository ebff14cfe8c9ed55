"""A CircleCI configuration → the entries of ``environment`` maps that set a variable.

Source: https://circleci.com/docs/reference/configuration-reference/#environment
"""

from __future__ import annotations

import re

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries

EXAMPLE = ".circleci/config.yml"
SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(r"(?:.*/)?\.circleci/[^/]+\.ya?ml")


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the path alone decides
    """What lies in ``.circleci/``."""
    return bool(_FILE.fullmatch(path))


def marks(lines: Lines, name: str) -> Marks:
    """Entries of a job's, a step's or an image's ``environment``, as a map or as a list of small maps."""
    return entries(lines, name, ("environment",))
