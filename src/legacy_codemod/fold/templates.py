"""A flag into the places of templates that read it by its key: ``{% switch "new" %}``, ``{{ is_on("new") }}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legacy_codemod.fold.flags import Flag
from legacy_codemod.index.world import World, is_python
from legacy_codemod.model import Place
from legacy_codemod.shapes import rarest_word

_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


def template_reads(world: World, flag: Flag) -> Iterator[Place]:
    """Where a tag or an expression of a template is given the flag's key."""
    keys = sorted(frozenset().union(*(shape.strings for _, shape in flag.shapes)))
    quoted = re.compile("|".join(f"""(["']){re.escape(key)}["']""" for key in keys))
    spelled = [_spelled(pattern, flag.sdk.key) for pattern in flag.sdk.entry.templates] if flag.sdk else []
    words = frozenset(filter(None, map(rarest_word, keys)))
    for path in sorted(world.tree.mentions(words)) if words else ():
        text = "" if is_python(path) else world.tree.read(path).decode(errors="replace")
        for tag in _TAG.finditer(text):
            if any(each.search(tag.group()) for each in (quoted, *spelled)):
                yield Place(path, text.count("\n", 0, tag.start()) + 1)


def _spelled(pattern: str, key: str) -> re.Pattern[str]:
    """``{% flag $KEY %}`` of a catalogue's entry, with the key in quotes or bare, and with any further arguments."""
    parts = [re.escape(part).replace(r"\ ", r"\s*") for part in pattern.split("$KEY")]
    return re.compile(rf"""["']?(?<![\w-]){re.escape(key)}(?![\w-])["']?[^%}}]*""".join(parts))
