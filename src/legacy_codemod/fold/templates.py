"""A flag into the places of templates that read it by its key: ``{% switch "new" %}``, ``{{ is_on("new") }}``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legacy_codemod.fold.flags import Flag
from legacy_codemod.index.world import World, is_python
from legacy_codemod.model import Place

_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


def template_reads(world: World, flag: Flag) -> Iterator[Place]:
    """Where a tag or an expression of a template is given the flag's key."""
    keys = sorted(frozenset().union(*(shape.strings for _, shape in flag.shapes)))
    quoted = re.compile("|".join(f"""(["']){re.escape(key)}["']""" for key in keys))
    words = {word for key in keys for word in re.findall(r"\w+", key)[-1:]}
    for path in sorted(world.tree.mentions(words)) if words else ():
        text = "" if is_python(path) else world.tree.read(path).decode(errors="replace")
        for tag in _TAG.finditer(text):
            if quoted.search(tag.group()):
                yield Place(path, text.count("\n", 0, tag.start()) + 1)
