"""A GitLab CI file → the entries under ``variables`` that set a variable.

Source: https://docs.gitlab.com/ci/yaml/#variables
"""

from __future__ import annotations

import re

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries

EXAMPLE = ".gitlab-ci.yml"
SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(r"(?:.*/)?(?:[^/]*\.)?gitlab-ci\.ya?ml|\.gitlab/.+\.ya?ml")


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the path alone decides
    """``.gitlab-ci.yml``, ``build.gitlab-ci.yml`` and what lies in ``.gitlab/``."""
    return bool(_FILE.fullmatch(path))


def marks(lines: Lines, name: str) -> Marks:
    """Entries of the file's or a job's ``variables``, in their long form (``value``, ``description``) as well."""
    return entries(lines, name, ("variables",))
