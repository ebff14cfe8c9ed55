"""Terraform → the entries of env maps, lists and blocks that set a variable; ``.tfvars`` as well.

Source: https://developer.hashicorp.com/terraform/language/syntax/configuration
"""

from __future__ import annotations

import re
from dataclasses import replace

from legacy_codemod.config_formats.parts.bracket_entries import cut_entries
from legacy_codemod.config_formats.parts.brackets import HCL
from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks

EXAMPLE = "infra/main.tf"

HOLDERS = (
    "variables",
    "environment",
    "environment_variables",
    "environment_variable",
    "env",
    "envs",
    "env_vars",
    "secret_environment_variables",
    "container_environment",
    "plain_env",
    "build_args",
    "app_settings",
)


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the name alone decides
    """``*.tf``, ``*.tfvars`` and ``terragrunt.hcl``."""
    return path.endswith((".tf", ".tfvars", ".tofu", "terragrunt.hcl"))


def marks(lines: Lines, name: str) -> Marks:
    """Entries in braces and brackets; what reads the Terraform variable of that name is a use."""
    found = cut_entries(lines, name, HCL, HOLDERS)
    # TF_VAR_x in the environment is the variable x
    variable = re.escape(name.removeprefix("TF_VAR_"))
    declared = rf"^\s*variable\s+\"{variable}\"|" if name.startswith("TF_VAR_") else ""
    used = re.compile(rf"{declared}(?<!\w)(?:var|local|\w+\.\w+)\.{variable}(?!\w)")
    return replace(found, uses=frozenset(n for n, body in enumerate(lines.bodies) if used.search(body)))
