"""JSON that deploys or opens a project (``app.json``, ``devcontainer.json``) → the members that set a variable.

Sources: https://devcenter.heroku.com/articles/app-json-schema#env, https://vercel.com/docs/project-configuration and
https://containers.dev/implementors/json_reference/
"""

from __future__ import annotations

import json
import re

from legacy_codemod.config_formats.parts.bracket_entries import cut_entries
from legacy_codemod.config_formats.parts.brackets import JSON
from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.proven import proven

EXAMPLE = "app.json"

_FILE = re.compile(
    r"(?:.*/)?(?:app|vercel|now|\.?devcontainer|nodemon|turbo|docker-bake(?:\..+)?|local\.settings|zappa_settings"
    r"|(?:.*[-_.])?task[-_]?def(?:inition)?(?:[-_.].+)?|\.vscode/(?:launch|settings|tasks))\.json"
)
_HOLDERS = (
    "env",
    "build.env",
    "environment",
    "environment_variables",
    "aws_environment_variables",
    "environmentVariables",
    "containerEnv",
    "remoteEnv",
    "terminal.integrated.env.linux",
    "terminal.integrated.env.osx",
    "terminal.integrated.env.windows",
    "globalEnv",
    "globalPassThroughEnv",
    "passThroughEnv",
    "args",
    "Values",
)


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the path alone decides
    """The names that these programs look for, in any folder."""
    return bool(_FILE.fullmatch(path))


def marks(lines: Lines, name: str) -> Marks:
    """Members of env maps, items of env lists, and objects with that ``name``."""
    return proven(lines, cut_entries(lines, name, JSON, _HOLDERS), json.loads)
