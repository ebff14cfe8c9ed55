"""A Bitbucket pipeline → the entries under ``variables`` and ``environment`` that set a variable.

Source: https://support.atlassian.com/bitbucket-cloud/docs/bitbucket-pipelines-configuration-reference/
"""

from __future__ import annotations

import re

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries

EXAMPLE = "bitbucket-pipelines.yml"
SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(r"(?:.*/)?bitbucket-pipelines\.ya?ml")


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the path alone decides
    """``bitbucket-pipelines.yml``."""
    return bool(_FILE.fullmatch(path))


def marks(lines: Lines, name: str) -> Marks:
    """Variables of pipes and services; those that a custom pipeline asks for are listed by name, and go as well."""
    return entries(lines, name, ("variables", "environment"))
