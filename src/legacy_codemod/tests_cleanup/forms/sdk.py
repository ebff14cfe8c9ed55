"""What forces a flag of an SDK in tests, ``override_waffle_flag(NEW, active=True)``, into settings."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.sdk_entries import FlagSdk, flag_sdk, flag_sdks
from legacy_codemod.shapes import NOT_CONSTANT, Matcher, Shape, compile_shape, meta_name
from legacy_codemod.tests_cleanup.forms import keys
from legacy_codemod.tests_cleanup.forms.setting import Given, Key, Setting, argument


@dataclass(frozen=True, slots=True)
class _Setter:
    """Where a function takes the key and the value, by position and name; ``fixed`` where its name says the value."""

    name: str
    key: tuple[int, str]
    value: tuple[int, str] | None
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class _Built:
    """A call of which an argument says the key and the value: ``$C.update($C.flag($KEY).value_for_all($VALUE))``."""

    shape: Shape
    fixed: bool = False

    @property
    def name(self) -> str:
        """What stands for the name of a setter."""
        return self.shape.source


def settings(world: World, module: Module, node: ast.AST) -> Iterator[Setting]:
    """What ``node`` forces."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _by_name():
            setter = _by_name()[name]
            key = argument(node, *setter.key)
            value = argument(node, *setter.value) if setter.value else ast.Constant(setter.fixed)
            if key is not None:
                yield Setting(node, Key(key, name), Given.VALUE, value)
        case ast.Call(func=ast.Attribute(attr=name), args=[ast.Call()]):
            for built in _by_outer_name().get(name, ()):
                captured = Matcher(world, module, lambda *_: NOT_CONSTANT, by_text=False).match(built.shape, node)
                if captured is not None:
                    value = captured.get("VALUE", ast.Constant(built.fixed))
                    yield Setting(node, Key(captured["KEY"], built.name), Given.VALUE, value)


@cache
def setters(sdk: str) -> frozenset[str]:
    """The names of what forces a flag of an entry."""
    entry = flag_sdk(sdk)
    return frozenset(setter.name for setter in _of(entry)) if entry else frozenset()


@cache
def _by_name() -> dict[str, _Setter]:
    """By name; django-waffle's are known to the form of keys."""
    found = (s for entry in flag_sdks() for s in _of(entry) if isinstance(s, _Setter))
    return {s.name: s for s in found if s.name not in keys.WAFFLE}


@cache
def _by_outer_name() -> dict[str, tuple[_Built, ...]]:
    """Those that are built inside of an argument, by the method that takes it."""
    found = [s for entry in flag_sdks() for s in _of(entry) if isinstance(s, _Built)]
    outer = {built: getattr(getattr(built.shape.tree, "func", None), "attr", "") for built in found}
    return {name: tuple(b for b in found if outer[b] == name) for name in outer.values()}


def _of(entry: FlagSdk) -> Iterator[_Setter | _Built]:
    yield from (_setter(pattern) for pattern in entry.overrides)
    yield from (_setter(pattern, fixed=True) for pattern in entry.enables)
    yield from (_setter(pattern) for pattern in entry.disables)


def _setter(pattern: str, *, fixed: bool = False) -> _Setter | _Built:
    call = compile_shape(pattern).tree
    assert isinstance(call, ast.Call)
    named = [*(("", a) for a in call.args), *((k.arg or "", k.value) for k in call.keywords)]
    places = {getattr(value, "id", ""): (i, name) for i, (name, value) in enumerate(named)}
    if meta_name("KEY") not in places:
        return _Built(compile_shape(pattern), fixed)
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    return _Setter(name, places[meta_name("KEY")], places.get(meta_name("VALUE")), fixed)
