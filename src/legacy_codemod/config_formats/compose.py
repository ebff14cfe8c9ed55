"""A compose file → the entries under ``environment`` and ``args`` that set a variable.

Source: https://docs.docker.com/reference/compose-file/services/#environment
"""

from __future__ import annotations

import re
from dataclasses import replace

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries

EXAMPLE = "compose.yaml"

_FILE = re.compile(r"(?:docker-)?compose(?:[._-].+)?\.ya?ml")


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the name alone decides
    """``docker-compose.yml``, ``compose.yaml``, ``docker-compose.prod.yml``."""
    return bool(_FILE.fullmatch(path.rpartition("/")[2]))


def marks(lines: Lines, name: str) -> Marks:
    """Entries of services, of builds, and of the ``x-…`` fields that services refer to."""
    # "secrets: key: environment: NAME" hands the variable of whoever runs compose to the container
    taken = re.compile(rf"\s+environment:\s*[\"']?{re.escape(name)}[\"']?\s*(?:#.*)?$")
    uses = frozenset(n for n, body in enumerate(lines.bodies) if taken.match(body))
    return replace(entries(lines, name, ("environment", "args", "x-*")), uses=uses)
