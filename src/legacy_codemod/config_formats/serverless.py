"""Serverless and SAM files → the entries of ``environment`` maps that set a variable.

Source: https://www.serverless.com/framework/docs/providers/aws/guide/variables and
https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
"""

from __future__ import annotations

import re
from dataclasses import replace

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries

EXAMPLE = "serverless.yml"

_FILE = re.compile(r"(?:.*/)?serverless(?:[-_.][^/]*)?\.ya?ml")
_HOLDERS = ("environment", "Variables", "Environment", "EnvironmentVariables")


def fits(path: str, lines: Lines) -> bool:
    """``serverless.yml``, and any YAML file that says its ``AWSTemplateFormatVersion`` or its ``Transform``."""
    is_template = any(re.match(r"AWSTemplateFormatVersion:|Transform:\s*AWS::", body) for body in lines.bodies)
    return bool(_FILE.fullmatch(path)) or (path.endswith((".yaml", ".yml", ".template")) and is_template)


def marks(lines: Lines, name: str) -> Marks:
    """Entries of ``environment`` maps and, for containers, lists."""
    taken = re.compile(rf"!Ref\s+[\"']?{re.escape(name)}(?!\w)|\bRef[\"']?:\s*[\"']?{re.escape(name)}(?!\w)")
    uses = frozenset(n for n, body in enumerate(lines.bodies) if taken.search(body))
    return replace(entries(lines, name, _HOLDERS), uses=uses)
