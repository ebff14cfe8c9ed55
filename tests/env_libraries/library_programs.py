"""An entry of the catalogue → one small program per spelling, each of which reads the variable in ``RESULT``."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.env_readers import Classes, EnvReader, Pattern

VARIABLE = "USE_NEW"
TYPES = ("str", "bool", "int", "float")
# What stands for each `$NAME` of a pattern; a list is each of them in turn.
CAPTURES = {
    "KEY": [repr(VARIABLE)],
    "CAST": [*TYPES],
    "DEFAULT": ["None", "False", "'on'", "7"],
    "PREFIX": ["''"],
    "NAMESPACE": ["''"],
    "FILE": ["None"],
    "FILES": ["[]"],
    "DOTENV": ["False"],
    "DOC": ["'why'"],
    "OTHERS": ["[]"],
}


@dataclass(frozen=True)
class Program:
    """``text`` is a module; ``spelling`` is the pattern that its last line is made of."""

    spelling: str
    text: str


def programs(reader: EnvReader) -> Iterator[Program]:
    """Every spelling with each way to fill it."""
    seen: set[str] = set()
    for pattern in reader.patterns:
        for maker in _makers(reader, pattern):
            for source in filled(pattern.source) if maker not in seen or maker in _first(reader) else ():
                yield Program(pattern.source, _module(reader, maker, source))
            seen.add(maker)
    if reader.classes is not None:
        yield from _class_programs(reader.classes)


def _makers(reader: EnvReader, pattern: Pattern) -> Iterator[str]:
    named = next((name for name in reader.objects if f"${name}" in pattern.source), "")
    if not named:
        yield ""
    for maker in reader.objects.get(named, ()) if named else ():
        for source in filled(maker):
            yield f"{named} = {source}"


def _first(reader: EnvReader) -> set[str]:
    """The plainest maker of each object, with which every spelling runs; the others run with one."""
    return {"", *(f"{name} = {filled(makers[0])[0]}" for name, makers in reader.objects.items())}


def filled(source: str) -> list[str]:
    """The pattern as Python, once for each combination of what its names may stand for."""
    source = source.replace(", $$$", "").replace("$$$", "").replace(".$KEY", f".{VARIABLE}")
    if re.search(r"environb|getenvb", source):
        source = source.replace("$KEY", f"b{VARIABLE!r}")
    found = [source]
    for name in dict.fromkeys(re.findall(r"\$(\w+)", source)):
        values = CAPTURES.get(name, [name])
        found = [re.sub(rf"\${name}\b", lambda _, v=value: v, each) for each in found for value in values]
    return found


def _module(reader: EnvReader, maker: str, source: str) -> str:
    if "envvar_prefix" in maker:  # which must be one
        maker, source = maker.replace("''", "'USE'"), source.replace(VARIABLE, "NEW")
    roots = _roots(f"{maker}\n{source}", reader)
    lines = [*(f"import {root}" for root in roots), maker, f"RESULT = {source}"]
    return "\n".join(line for line in lines if line) + "\n"


def _roots(text: str, reader: EnvReader) -> list[str]:
    """The modules that the dotted names of a program stand in."""
    found: dict[str, None] = {}
    for dotted in re.findall(r"\b[a-z_]+(?:\.\w+)+", text):
        parts = dotted.split(".")
        modules = [p for p in parts[:-1] if p.islower()]
        if parts[0] in (*reader.packages, "os"):
            found[".".join(modules[:2] if modules[1:2] and modules[1] in ("config", "manager") else modules[:1])] = None
    return list(found)


def _class_programs(classes: Classes) -> Iterator[Program]:
    for base in classes.bases:
        root, _, last = base.rpartition(".")
        for name in TYPES:
            for default in ("", " = False", " = 'on'", " = 7"):
                body = f"class Settings({root}.{last}):\n    use_new: {name}{default}\n"
                text = f"import {root}\n{body}SETTINGS = Settings()\nRESULT = SETTINGS.use_new\n"
                yield Program(f"{base}: {name}", text)
    yield from _named_programs(classes) if classes.bases else ()
    for pattern in classes.fields if classes.decorators else ():
        for source in filled(pattern.source.replace("name=$NAME", f"name={VARIABLE!r}")):
            body = f"@environ.config(prefix='USE')\nclass Config:\n    new = {source}\n"
            text = f"import environ\n{body}CONFIG = environ.to_config(Config)\nRESULT = CONFIG.new\n"
            yield Program(pattern.source, text)


def _named_programs(classes: Classes) -> Iterator[Program]:
    """A field of another name than its variable."""
    (root, _, last), field = classes.bases[0].rpartition("."), "fast: bool"
    ways = {f"argument {name}": f"{field} = pydantic.Field(False, {name}={VARIABLE!r})" for name in classes.names}
    if classes.named:
        entry = f"    class Config:\n        {classes.named} = {{'fast': {{{classes.names[0]!r}: {VARIABLE!r}}}}}"
        ways[f"option {classes.named}"] = f"{field} = False\n{entry}"
    for spelling, body in ways.items():
        text = f"import pydantic, {root}\nclass Settings({root}.{last}):\n    {body}\n"
        yield Program(spelling, f"{text}SETTINGS = Settings()\nRESULT = SETTINGS.fast\n")


def result_node(tree: ast.Module) -> ast.expr:
    """The expression that a program's last line gives."""
    statement = tree.body[-1]
    assert isinstance(statement, ast.Assign)
    return statement.value
