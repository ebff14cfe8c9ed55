"""App Engine and Cloud Build → the entries that set a variable.

Source: https://cloud.google.com/appengine/docs/standard/reference/app-yaml and
https://cloud.google.com/build/docs/build-config-file-schema
"""

from __future__ import annotations

import re

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries

EXAMPLE = "app.yaml"

_FILE = re.compile(r"(?:.*/)?(?:app|cloudbuild)(?:[-_.][^/]*)?\.ya?ml")


def fits(path: str, lines: Lines) -> bool:
    """``app.yaml`` that says its ``runtime`` and ``cloudbuild.yaml`` that has ``steps``."""
    return bool(_FILE.fullmatch(path)) and any(body.startswith(("runtime:", "steps:")) for body in lines.bodies)


def marks(lines: Lines, name: str) -> Marks:
    """Entries of ``env_variables`` maps and of ``env`` lists."""
    return entries(lines, name, ("env_variables", "build_env_variables", "env"))
