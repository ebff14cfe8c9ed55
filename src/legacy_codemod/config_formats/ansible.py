"""An Ansible playbook or role → the entries of ``environment`` and ``env`` maps that set a variable.

Source: https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_environment.html
"""

from __future__ import annotations

import re

from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.yaml_entries import entries

EXAMPLE = "roles/web/tasks/main.yml"

_FILE = re.compile(
    r"(?:.*/)?(?:playbooks?/[^/]+|(?:roles/[^/]+/)?(?:tasks|handlers|defaults)/.+|(?:group|host)_vars/.+|(?:site|playbook)(?:[-_.][^/]*)?)\.ya?ml"
)


def fits(path: str, lines: Lines) -> bool:
    """Playbooks and roles by their folders, and any YAML file that says its ``hosts``."""
    is_list = next((body for body in lines.bodies if re.match(r"[^\s#]", body) and body != "---"), "").startswith("- ")
    is_play = is_list and any(re.match(r"(?:- |  )\s*hosts:\s", body) for body in lines.bodies)
    is_manifest = any(body.startswith("apiVersion:") for body in lines.bodies)
    return path.endswith((".yaml", ".yml")) and not is_manifest and (is_play or bool(_FILE.fullmatch(path)))


def marks(lines: Lines, name: str) -> Marks:
    """Entries of ``environment`` and ``env``, of plays, blocks, tasks and modules."""
    return entries(lines, name, ("environment", "env"), keep_empty=True)  # templates may ask for the key
