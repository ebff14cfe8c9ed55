"""A Jenkinsfile → the assignments in ``environment`` blocks, and the items of ``withEnv``, that set a variable.

Source: https://www.jenkins.io/doc/book/pipeline/syntax/#environment
"""

from __future__ import annotations

import re
from dataclasses import replace

from legacy_codemod.config_formats.parts.bracket_entries import cut_where, item_name, key_of
from legacy_codemod.config_formats.parts.brackets import Entry, Syntax, unquoted
from legacy_codemod.config_formats.parts.lines import Lines
from legacy_codemod.config_formats.parts.marks import Marks
from legacy_codemod.config_formats.parts.spans import text_of
from legacy_codemod.config_formats.parts.uses import COMMENT

EXAMPLE = "Jenkinsfile"
SHOWN = True  # a program or the settings of a tool

_FILE = re.compile(r"(?:.*/)?(?:Jenkinsfile(?:[._-][^/]*)?|[^/]+\.[Jj]enkinsfile)")
_LONG = r'"""(?:\\.|(?!""")[^\\])*"""|' r"'''(?:\\.|(?!''')[^\\])*'''"
_SHORT = r'"(?:\\.|\$\{[^}"\n]*(?:"[^"\n]*"[^}"\n]*)*\}|\$(?!\{)|[^"\\\n$])*"|' r"'(?:\\.|[^'\\\n])*'"
_CALL = re.compile(r"\w\s*\(")  # also inside of a string: what it does may be wanted
_CREDENTIALS = re.compile(r"=\s*credentials\(\s*(['\"])[\w.-]+\1\s*\)")
_GROOVY = Syntax(("//", "/*"), frozenset({"", "{"}), f"{_LONG}|{_SHORT}")


def fits(path: str, lines: Lines) -> bool:  # noqa: ARG001  the name alone decides
    """``Jenkinsfile``, ``Jenkinsfile.deploy``, ``deploy.jenkinsfile``."""
    return bool(_FILE.fullmatch(path))


def marks(lines: Lines, name: str) -> Marks:
    """What sets it; this is a program, so any other line that says the name, but for ``NAME=value``, may read it."""
    text = text_of(lines)

    def is_mine(entry: Entry) -> bool:
        is_set = _is_assigned(entry, name, text) or _is_passed(entry, name)
        return is_set and not _CALL.search(_CREDENTIALS.sub("", text[entry.start : entry.end]))

    found = cut_where(lines, name, _GROOVY, is_mine, ("environment",))
    said = re.compile(rf"(?<!\w){re.escape(name)}(?!\w|=(?!=))")
    left = ((n, found.rewritten.get(n, body)) for n, body in enumerate(lines.bodies))
    return replace(found, uses=frozenset(n for n, body in left if said.search(body) and not COMMENT.match(body)))


def _is_assigned(entry: Entry, name: str, text: str) -> bool:
    """``NAME = …`` in a block of nothing but such lines: in any other, a value may go on in the next line."""
    block = entry.parent
    if entry.keys != (name,) or block is None or block.words != ["environment"] or block.opener != "{":
        return False
    return all(len(each.keys) == 1 and text[each.assign] == "=" for each in block.children)


def _is_passed(entry: Entry, name: str) -> bool:
    """``withEnv(['NAME=…'])``."""
    row = entry.parent
    if row is None or row.words or row.opener != "[" or key_of(row.parent) != "withEnv" or len(entry.words) != 1:
        return False
    return entry.assign < 0 and entry.words[0][0] in "\"'" and item_name(unquoted(entry.words[0])) == name
