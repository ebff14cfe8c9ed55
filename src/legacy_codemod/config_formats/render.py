"""A Render blueprint or a DigitalOcean app → the entries under ``envVars`` and ``envs`` that set a variable.

Source: https://render.com/docs/blueprint-spec#environment-variables and
https://docs.digitalocean.com/products/app-platform/reference/app-spec/
"""

from __future__ import annotations

import re

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries

EXAMPLE = "render.yaml"

_FILE = re.compile(r"(?:.*/)?(?:render|\.do/(?:deploy\.template|app))\.ya?ml")


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the path alone decides
    """``render.yaml`` and ``.do/app.yaml``."""
    return bool(_FILE.fullmatch(path))


def marks(lines: Lines, name: str) -> Marks:
    """Items with that ``key``."""
    return entries(lines, name, ("envVars", "envs"))
