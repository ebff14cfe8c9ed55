"""An Azure pipeline → the entries under ``variables`` and ``env`` that set a variable.

Source: https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/variables
"""

from __future__ import annotations

import re

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries

EXAMPLE = "azure-pipelines.yml"
SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(
    r"(?:.*/)?(?:[^/]*[-_.])?azure[-_]pipelines?(?:[-_.][^/]*)?\.ya?ml|(?:.*/)?\.azure(?:-pipelines)?/.+\.ya?ml"
)


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the path alone decides
    """``azure-pipelines.yml`` and what lies in ``.azure-pipelines/``."""
    return bool(_FILE.fullmatch(path))


def marks(lines: Lines, name: str) -> Marks:
    """Entries of ``variables``, as a map or as a list of names, and of the ``env`` of steps."""
    return entries(lines, name, ("variables", "env"))
