"""A file that is no config → the lines that read an environment variable, by the language that it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from legacy_codemod.config_formats.parts.blocks import in_environments
from legacy_codemod.config_formats.parts.commands import commanding
from legacy_codemod.config_formats.parts.silent import is_shell
from legacy_codemod.config_formats.parts.uses import COMMENT, asking, using

# In code, a name may be read far from where it is said: const KEY = "NAME", const { NAME } = process.env
_CODE = re.compile(
    r"\.(?:[cm]?[jt]sx?|vue|svelte|astro|go|java|kts?|scala|groovy|gradle|rb|erb|rake|rs|php|cs|fs|vb|[ch]|cc|[ch]pp|m"
    r"|swift|dart|exs?|erl|hs|clj|lua|p[lm]|r|jl|nim|zig)",
    re.IGNORECASE,
)


# const KEY = "NAME", of which process.env[KEY] makes a read
_TAKEN_APART = (
    r"\{{(?P<names>[^{{}}]*?(?<!\w){word}(?!\w)[^{{}}]*)\}}\s*(?::[^=;]*)?=\s*(?:process|import\.meta)\.env\b"
)
_CONSTANT = (
    r"\b(?:const|let|var|val|static|final|String|string)\s+(?P<key>\w+)\s*(?::\s*[\w&']+\s*)?:?=\s*[\"'`]{word}[\"'`]"
)
_FOR_ONE_COMMAND = (
    r"(?:^|[;&|({{]|\b(?:then|do|else|env|exec|sudo|time)\s)\s*(?:\w+=(?:\"[^\"]*\"|'[^']*'|\S*)\s+)*{word}=(?!=)"
    r"|(?<!\S)(?:-e|--env|--build-arg)[ =]{word}(?![\w-])"
)
_FOR_ONE_COMMAND_ONLY = (
    r"^\s*(?:\w+=(?:\"[^\"]*\"|'[^']*'|[^\s;&|]*)[ \t]+)*{word}=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s;&|]*)"
    r"(?:[ \t]+\w+=\S*)*[ \t]+(?!\w+=)[^\s;&|#]"
)


_CONFIG = re.compile(
    r"(?:\.(?:ya?ml|toml|jsonc?|json5|conf|cfg|ini|properties|tf|tfvars|hcl|nomad|service|env|erb|j2|tpl|tmpl|template|nix"
    r"|mk|ps1|psm1|bat|cmd|fish|ipynb))?",
    re.IGNORECASE,
)


def surely(path: str, text: str, name: str, *, is_config: bool) -> tuple[int, ...]:
    """Lines, from 1, that read or set ``name`` in a way that is certain; ``text`` is without its comments.

    ``is_config`` is whether the file is in a format of ours.
    """
    bodies, suffix = text.split("\n"), PurePosixPath(path).suffix
    if _CODE.fullmatch(suffix):
        apart = (*_taken_apart(text, name), *_by_constant(text, name), *in_environments(bodies, name))
        return tuple(sorted({*asking(bodies, name), *apart, *commanding(path, bodies, name)}))
    if is_shell(path, text):
        given = (*_for_a_command(bodies, name), *commanding(path, bodies, name))
        return () if is_its_own(text, name) else tuple(sorted({*using(bodies, name), *given}))
    if is_config or _CONFIG.fullmatch(suffix):
        given = (*_for_a_command(bodies, name), *in_environments(bodies, name), *commanding(path, bodies, name))
        return tuple(sorted({*using(bodies, name), *given}))
    return asking(bodies, name)


def _taken_apart(text: str, name: str) -> Iterator[int]:
    word = re.escape(name)
    for each in re.finditer(_TAKEN_APART.format(word=word), text):
        at = re.compile(rf"(?<!\w){word}(?!\w)").search(text, each.start("names"))
        yield text.count("\n", 0, at.start() if at else each.start()) + 1


def _by_constant(text: str, name: str) -> Iterator[int]:
    for each in re.finditer(_CONSTANT.format(word=re.escape(name)), text):
        read = re.compile(rf"(?:env|ENV|[Gg]etenv|[Gg]etEnv|var|LookupEnv)\s*[\[(]\s*{each['key']}\s*[\])]")
        yield from (text.count("\n", 0, found.start()) + 1 for found in read.finditer(text))


def _for_a_command(bodies: Sequence[str], name: str) -> Iterator[int]:
    command = re.compile(_FOR_ONE_COMMAND.format(word=re.escape(name)))
    yield from (n for n, body in enumerate(bodies, 1) if name in body and command.search(body))


def is_its_own(text: str, name: str) -> bool:
    """Whether a shell script gives the variable a value of its own before it reads it, and hands it to nobody.

    A function that is defined further up runs later, so the first assignment need not stand first in the file.
    """
    word = re.escape(name)
    if re.search(
        rf"\b(?:export|declare\s+-\w*x\w*|typeset\s+-\w*x\w*)\s+(?:\w+(?:=\S*)?\s+)*{word}\b|\bset\s+-\w*a", text
    ):
        return False
    if re.search(rf"\$\{{{word}:?[-?+=]", text) or re.search(
        _FOR_ONE_COMMAND_ONLY.format(word=word), text, re.MULTILINE
    ):
        return False
    own = re.search(rf"^(?:readonly\s+)?{word}=(?![^\n]*\$\{{?{word}\b)", text, re.MULTILINE)
    return own is not None and not re.search(rf"^[^\s#][^\n]*\$\{{?{word}\b", text[: own.start()], re.MULTILINE)


def reading(path: str, bodies: Sequence[str], name: str) -> tuple[int, ...]:
    """Lines, from 1, that read ``name``; in code every line that says it, but no comment and no ``NAME=value``."""
    found = set(using(bodies, name))
    if _CODE.fullmatch(PurePosixPath(path).suffix):
        said = re.compile(rf"(?<!\w){re.escape(name)}(?!\w|=(?!=))", re.ASCII)
        found |= {n for n, body in enumerate(bodies, 1) if said.search(body) and not COMMENT.match(body)}
    return tuple(sorted(found))
