"""The values of a Helm chart → the entries that set a variable: maps, and lists of names with values.

Source: https://helm.sh/docs/chart_template_guide/values_files/
"""

from __future__ import annotations

import re

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries

EXAMPLE = "charts/docent/values.yaml"

_FILE = re.compile(r"(?:.*/)?values(?:[._-][^/]*)?\.ya?ml")
_HOLDERS = (
    "env",
    "envs",
    "envVars",
    "extraEnv",
    "extraEnvs",
    "extraEnvVars",
    "environment",
    "environmentVariables",
    "data",
    "config",
    "configMap",
    "secret",
    "secrets",
)


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the path alone decides
    """``values.yaml`` and ``values-prod.yaml``."""
    return bool(_FILE.fullmatch(path))


def marks(lines: Lines, name: str) -> Marks:
    """Entries of what charts call the environment and the configuration of a container."""
    return entries(lines, name, _HOLDERS, keep_empty=True)  # templates may ask for the key
