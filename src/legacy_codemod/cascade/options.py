"""A flag that is an option of a command line into the statements that declare the option, or why they stay."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.parsers import is_parser
from legacy_codemod.cascade.wholes import asks_for_all
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World, is_python
from legacy_codemod.model import Finding, Place
from legacy_codemod.testing import is_test

_DECLARES = frozenset({"add_argument", "add_option"})
_ACTIONS = frozenset({"store", "store_true", "store_false", "store_const", "append", "append_const", "count", "extend"})
_TYPES = frozenset({"int", "float", "str", "bool", "Path", "pathlib.Path"})
# Files that run commands: an option in one of them is passed by somebody.
_RUNS = re.compile(
    r"\.(sh|bash|zsh|fish|ps1|bat|cmd|mk|ya?ml|toml|cfg|ini|json|service)$|(^|/)(Makefile|Dockerfile|Jenkinsfile|Procfile|[Jj]ustfile)[^/]*$"
)


@dataclass(frozen=True)
class Options:
    """The statements that declare the option, what to say when they go, and why they cannot."""

    statements: tuple[tuple[str, ast.stmt], ...] = ()
    gone: tuple[Finding, ...] = ()
    held: tuple[Finding, ...] = ()


@dataclass(frozen=True, eq=False)
class _Option:
    """One call that declares an option."""

    module: Module
    call: ast.Call

    @property
    def strings(self) -> tuple[str, ...]:
        """``-n``, ``--new``; empty where they are no constants, or where the argument has a place of its own."""
        given = [a.value for a in self.call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        dashed = len(given) == len(self.call.args) and all(text.startswith("-") for text in given)
        return tuple(given) if dashed else ()

    def keyword(self, name: str) -> ast.expr | None:
        return next((k.value for k in self.call.keywords if k.arg == name), None)

    @property
    def dest(self) -> str:
        """The attribute that the parser sets: ``dest``, the argument's name, the first long option, or the first."""
        match self.keyword("dest"):
            case ast.Constant(value=str(dest)):
                return dest
            case ast.expr():
                return ""
        match self.call.args:
            case [ast.Constant(value=str(place))] if not place.startswith("-"):
                return place
        long = [text for text in self.strings if text.startswith("--")]
        return next(iter([*long, *self.strings]), "").lstrip("-").replace("-", "_")

    @property
    def place(self) -> Place:
        return Place(self.module.path, self.call.lineno)


def options_of(now: Alive, name: str) -> Options:
    """The option whose value is the attribute ``name`` of the options object."""
    found = [option for option in _declared(now.world) if option.dest == name]
    if not found:
        return Options(held=tuple(_otherwise_declared(now.world, name)))
    statements = [option.module.scopes.parents[option.call] for option in found]
    held = [Finding(o.place, reason) for o in found if (reason := _why_held(now, o))]
    own = {id(part) for statement in statements for part in ast.walk(statement)}
    texts = tuple(dict.fromkeys(text for option in found for text in option.strings))
    held += _passed(now.world, texts, own)
    gone = [
        Finding(o.place, f"the option {o.strings[0]} is gone: a command that passes it fails now")
        for o in found
        if o.strings
    ]
    gone += [f for path, f in _mentioned(now.world, texts) if not _RUNS.search(path)]
    held += [f for path, f in _mentioned(now.world, texts) if _RUNS.search(path)]
    where = tuple((o.module.path, s) for o, s in zip(found, statements, strict=True) if isinstance(s, ast.stmt))
    return Options(where, tuple(gone), tuple(held))


def attribute_loads(world: World, name: str) -> list[tuple[str, int]]:
    """Where code outside the tests reads an attribute of that name."""
    return [
        (path, node.lineno)
        for path, _held in world.mentioning([name])
        if not is_test(path) and (module := world.module(path))
        for node in module.attributes.get(name, ())
        if isinstance(node.ctx, ast.Load)
    ]


def is_accessed(world: World, name: str) -> bool:
    """Whether anything is left, in code or tests, that reads or sets an attribute of that name, or asks for it."""
    modules = (world.module(path) for path, _held in world.mentioning([name]))
    return any(name in module.attributes or _asked(module, name) for module in modules if module)


def _asked(module: Module, name: str) -> bool:
    """Whether a string is the name, other than where an option is declared."""
    return any(not _declares(module, text) for text in module.paths_in_strings.get(name, ()))


def _declares(module: Module, text: ast.Constant) -> bool:
    outer = module.scopes.parents.get(text)
    call = module.scopes.parents.get(outer) if isinstance(outer, ast.keyword) and outer.arg == "dest" else outer
    return isinstance(call, ast.Call) and getattr(call.func, "attr", "") in _DECLARES


def _declared(world: World) -> Iterator[_Option]:
    for path, _held in world.mentioning(_DECLARES):
        module = world.module(path)
        for node in module.nodes if module else ():
            if module and isinstance(node, ast.Call) and getattr(node.func, "attr", "") in _DECLARES:
                yield _Option(module, node)


def _why_held(now: Alive, option: _Option) -> str:
    module, call = option.module, option.call
    assert isinstance(call.func, ast.Attribute)
    shown = (
        f"the flag is read off the option {option.strings[0]}" if option.strings else "the flag is read off an argument"
    )
    if now.roots.is_kept(module.path):
        return f"{shown}, which is declared under KEEP, so it stays"
    if not option.strings or any(keyword.arg is None for keyword in call.keywords):
        return f"{shown}, which is declared in a way that cannot simply go, so it stays"
    if not isinstance(module.scopes.parents[call], ast.Expr) or not is_parser(now.world, module, call.func.value):
        return f"{shown}, which no plain parser of argparse or optparse declares, so it stays"
    if not _only_stores(module, option):
        return f"{shown}, which may do more than to set it, so it stays"
    if module.keywords.get(option.dest):
        return f"{shown}, which this file sets by a keyword, so it stays"
    if asks_for_all(module, option.dest):
        return f"{shown}, and this file asks for all options at once, so it stays"
    return ""


def _only_stores(module: Module, option: _Option) -> bool:
    action, kind = option.keyword("action"), option.keyword("type")
    match action:
        case None:
            stores = True
        case ast.Constant(value=str(verb)):
            stores = verb in _ACTIONS
        case _:
            stores = module.source(action).endswith("BooleanOptionalAction")
    return stores and (kind is None or module.source(kind).strip("\"'") in _TYPES)


def _otherwise_declared(world: World, name: str) -> Iterator[Finding]:
    """Calls of the project's own that are given the option's string, as ``add_flag("--new", …)``."""
    text = "--" + name.replace("_", "-")
    for module, constant in _strings(world, text):
        if constant.value == text and isinstance(module.scopes.parents[constant], ast.Call):
            reason = f"the flag may be read off the option {text}, which no plain parser declares here, so it stays"
            yield Finding(Place(module.path, constant.lineno), reason)


def _passed(world: World, texts: tuple[str, ...], own: set[int]) -> Iterator[Finding]:
    """Code that passes or names the option."""
    for text in texts:
        for module, constant in _strings(world, text):
            if id(constant) not in own and _named(text).search(str(constant.value)):
                yield Finding(Place(module.path, constant.lineno), f"names the option {text}, so the option stays")


def _strings(world: World, text: str) -> Iterator[tuple[Module, ast.Constant]]:
    for path, _held in world.mentioning([_word(text)]):
        module = world.module(path)
        for constant in module.strings if module else ():
            if module and text in str(constant.value):
                yield module, constant


def _mentioned(world: World, texts: tuple[str, ...]) -> Iterator[tuple[str, Finding]]:
    for text in (text for text in texts if text.startswith("--")):
        for path in world.tree.mentions([_word(text)]):
            content = "" if is_python(path) else world.tree.read(path).decode("utf-8", "replace")
            if match := _named(text).search(content):
                line = content.count("\n", 0, match.start()) + 1
                yield path, Finding(Place(path, line), f"names the option {text}, which is one with the flag")


def _word(text: str) -> str:
    return max(re.findall(r"\w+", text), key=len, default=text)


def _named(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(text)}(?![\w-])")
