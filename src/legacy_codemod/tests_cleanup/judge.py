"""A setting into whether it forces the flag to its kept value or to another one."""

from __future__ import annotations

import ast
import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from legacy_codemod.fold.calls import returned
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import Flag
from legacy_codemod.fold.names import symbol_value
from legacy_codemod.index import symbols
from legacy_codemod.index.module import Module
from legacy_codemod.index.settings import is_gathered, setting_named
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.model import UNKNOWN, DecoratorFlag, EnvFlag, ExprFlag, NameFlag, SdkFlag
from legacy_codemod.sdk_entries import FlagSdk
from legacy_codemod.tests_cleanup.flag_keys import (
    is_read_elsewhere,
    means_flag,
    only_reads_flag,
    readers,
    reads_store,
    returned_by,
    texts,
    wrapped,
)
from legacy_codemod.tests_cleanup.forms.sdk import setters
from legacy_codemod.tests_cleanup.forms.setting import Entry, EnvVar, Field, Given, Key, Named, Record, Setting
from legacy_codemod.truth import Known, settled


class Forced(StrEnum):
    """What a setting does to the flag."""

    KEPT = "kept"
    OTHER = "other"
    UNCLEAR = "unclear"  # it sets the flag, to we do not know what
    AMONG = "among"  # another value, beside several other flags: the test is about more than this one
    RESTORED = "restored"  # tear-down that puts back what was there


@dataclass(frozen=True, eq=False)
class Judge:
    """The flag, and what it makes of the code that tests set things in."""

    world: World
    flag: Flag
    ask: Evaluator
    files: Mapping[str, Module]  # in which the flag settles an expression, by path
    tests: tuple[Module, ...]  # that know the flag
    plain: Evaluator = field(init=False)  # what constants hold, whatever the flag

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", Evaluator(self.world))

    def forced(self, module: Module, setting: Setting, row: Mapping[str, ast.expr] | None = None) -> Forced | None:
        """``None`` where the setting is not about the flag; ``row`` holds the parameters of a parametrized test."""
        kept = self.kept(module, setting)
        if kept is None:
            return None
        if setting.given is Given.UNSET:
            return compare(kept.value, None)
        if setting.given is Given.EXISTS:  # django-waffle's records are off unless they say otherwise
            waffle = any(name.endswith("_is_active") for name in readers(self.flag)) or self._wrapped
            return Forced.UNCLEAR if waffle else compare(kept.value, True)
        if setting.value is None or (setting.given is Given.VALUE and self._is_function(setting)):
            return Forced.UNCLEAR
        value = self.plain.value(module, substituted(setting.value, row or {}))
        return compare(kept.value, value.value) if isinstance(value, Known) else Forced.UNCLEAR

    def kept(self, module: Module, setting: Setting) -> Known | None:
        """The value that the flag gives to what is set; ``None`` where the flag does not settle it."""
        match setting.what, self.flag.subject:
            case EnvVar(name), EnvFlag(env, value):
                return Known(value) if name == env else None
            case Field(name), EnvFlag(env=flag) | NameFlag(name=flag):
                return Known(self.flag.subject.value) if name == flag.rpartition(".")[2] else None
            case (Key() | Entry() | Record()) as what, (ExprFlag() | DecoratorFlag() | SdkFlag()) as subject:
                fits = subject.value is not UNKNOWN and means_flag(self.ask, module, what.node) and self._sets(what)
                return Known(subject.value) if fits else None
            case Named(found, place), ExprFlag() | SdkFlag() if setting.given in (Given.RETURNS, Given.MOCK):
                name = found.last if isinstance(found, Symbol) else found.rpartition(".")[2]
                returned = returned_by(self.flag, name)
                mocked = returned is not UNKNOWN and only_reads_flag(self.ask, name, place)
                return Known(returned) if mocked else self._kept_of_name(found, self.flag.subject)
            case Named(found), subject:
                return self._kept_of_name(found, subject)
        return None

    def _sets(self, what: Key | Entry | Record) -> bool:
        """Whether what is set by the key is what the flag's reader reads."""
        match what:
            case Key(_, setter):
                entries = self._wrapped if self.flag.sdk is None else (self.flag.sdk.entry,)
                forced = any(setter in setters(entry.name) for entry in entries)
                return forced or any(_sets_for(setter, name) for name in readers(self.flag))
            case Record(ast.Constant(value=text)) if text in texts(self.world, self.flag):
                return bool(self._wrapped)  # any record may be called so
            case Entry(node, store):
                named = isinstance(node, (ast.Name, ast.Attribute)) and is_read_elsewhere(self.world, self.flag)
                return named or reads_store(self.world, self.flag, store)
        return True

    @property
    def _wrapped(self) -> tuple[FlagSdk, ...]:
        return self.world.once(("wrapped by", self.flag.subject), lambda: wrapped(self.world, self.flag))

    def _kept_of_name(self, found: Symbol | str, subject: object) -> Known | None:
        if isinstance(subject, NameFlag) and (
            found in (self.flag.symbol, subject.name) or is_gathered(found, subject.name.rpartition(".")[2])
        ):
            return Known(subject.value)
        symbol = setting_named(self.world, found) if isinstance(found, str) else found  # one that the flag gives
        if symbol is None:
            return None
        function, module = self._function(symbol), self.world.module(symbol.path)
        value = returned(self.ask, module, function) if function and module else symbol_value(self.ask, symbol)
        return value if isinstance(value, Known) and settled(value) else None

    def _function(self, symbol: Symbol) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
        node = symbols.definition(self.world, symbol)
        return node if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else None

    def _is_function(self, setting: Setting) -> bool:
        found = setting.what.symbol if isinstance(setting.what, Named) else None
        return isinstance(found, Symbol) and self._function(found) is not None


def _sets_for(setter: str, reader: str) -> bool:
    """``set_config`` for ``get_config``; ``override_switch`` and ``toggle_switch`` for ``switch_is_active``."""
    kind = setter.rpartition("_")[2]
    if setter.startswith(("override_waffle_", "override_", "toggle_")) and reader in ("is_enabled", "is_active"):
        return True
    return setter == reader.replace("get", "set", 1) or reader == f"{kind}_is_active"


_ON = frozenset({"1", "true", "yes", "on", "y", "t", "enabled"})
_OFF = frozenset({"0", "false", "no", "off", "n", "f", "disabled", "", "none"})


def compare(kept: object, forced: object) -> Forced:
    """Whether ``forced`` means what ``kept`` means: the same value, or for words the same side of on and off."""
    if kept == forced and type(kept) is type(forced):
        return Forced.KEPT
    if isinstance(kept, bool):
        return Forced.KEPT if bool(forced) is kept else Forced.OTHER
    if kept is None or isinstance(kept, str):
        mine, other = _word(kept), _word(forced)
        same = mine == other or {mine, other} <= _ON or {mine, other} <= _OFF
        return Forced.KEPT if same else Forced.OTHER
    return Forced.KEPT if kept == forced else Forced.OTHER


def _word(value: object) -> str:
    return "" if value is None else str(value).strip().lower()


def substituted(node: ast.expr, row: Mapping[str, ast.expr]) -> ast.expr:
    """``node`` with the parameters of a row in place of their names; what holds none of them is the same node."""
    if isinstance(node, ast.Name):
        return row.get(node.id, node)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return row.get(f"{node.value.id}.{node.attr}", node)
    changed = {name: new for name, value in ast.iter_fields(node) if (new := _part(value, row)) is not value}
    if not changed:
        return node
    filled = copy.copy(node)
    for name, value in changed.items():
        setattr(filled, name, value)
    return filled


def _part(value: object, row: Mapping[str, ast.expr]) -> object:
    if isinstance(value, ast.expr):
        return substituted(value, row)
    if isinstance(value, list):
        parts = [_part(part, row) for part in value]
        return value if all(a is b for a, b in zip(parts, value, strict=True)) else parts
    return value
