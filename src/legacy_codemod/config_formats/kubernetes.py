"""Kubernetes manifests and Helm values → the entries that set a variable: maps, and lists of names with values.

Source: https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
"""

from __future__ import annotations

import re

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries

_VALUES = re.compile(r"(?:.*/)?values(?:[._-][^/]*)?\.ya?ml")
_HOLDERS = (
    "env",
    "envs",
    "envVars",
    "extraEnv",
    "extraEnvs",
    "extraEnvVars",
    "environment",
    "data",
    "config",
    "configMap",
)


def fits(path: str, lines: Lines) -> bool:
    """``values*.yaml``, and any YAML file that says its ``apiVersion``."""
    is_manifest = any(body.startswith("apiVersion:") for body in lines.bodies)
    return bool(_VALUES.fullmatch(path)) or (path.endswith((".yaml", ".yml")) and is_manifest)


def marks(lines: Lines, name: str) -> Marks:
    """Entries of a container's ``env``, of a ConfigMap's ``data``, and of what charts call these in their values."""
    return entries(lines, name, _HOLDERS)
