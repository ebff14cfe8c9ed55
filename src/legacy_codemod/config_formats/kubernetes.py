"""Kubernetes manifests and kustomizations → the entries that set a variable: in maps, lists and literals.

Sources: https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/ and
https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/configmapgenerator/
"""

from __future__ import annotations

import re
from dataclasses import replace

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries

EXAMPLE = "deploy/api.yaml"

_VALUES = re.compile(r"(?:.*/)?values(?:[._-][^/]*)?\.ya?ml")  # those of a chart
_KUSTOMIZATION = re.compile(r"(?:.*/)?[Kk]ustomization(?:\.ya?ml)?")
_HOLDERS = ("env", "envVars", "extraEnv", "extraEnvs", "extraEnvVars", "environment", "data", "stringData", "literals")


def fits(path: str, lines: Lines) -> bool:
    """``kustomization.yaml``, and any YAML file that says its ``apiVersion``."""
    is_manifest = any(body.startswith("apiVersion:") for body in lines.bodies) and not _VALUES.fullmatch(path)
    return bool(_KUSTOMIZATION.fullmatch(path)) or (path.endswith((".yaml", ".yml")) and is_manifest)


def marks(lines: Lines, name: str) -> Marks:
    """Entries of a container's ``env``, of the ``data`` of a ConfigMap or a Secret, and of generators' ``literals``.

    An entry that takes ``key: NAME`` of a ConfigMap under another name is a use of it.
    """
    taken = re.compile(rf"(?:^|[\s{{,-])key:\s*[\"']?{re.escape(name)}[\"']?\s*(?:$|[,}}]|#)")
    uses = frozenset(n for n, body in enumerate(lines.bodies) if taken.search(body))
    return replace(entries(lines, name, _HOLDERS), uses=uses)
