"""Every name and parameter that an entry of a flag SDK describes is there in the library as it is installed."""

from __future__ import annotations

import ast
import inspect
import typing
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec

import pytest

from legacy_codemod.sdk_entries import FlagSdk, flag_sdks
from legacy_codemod.shapes import compile_shape, meta_name

pytestmark = pytest.mark.filterwarnings("ignore")
ENTRIES = flag_sdks()
CLIENT = meta_name("C")


def patterns(entry: FlagSdk) -> Iterator[str]:
    for kind in (*entry.reads.values(), *entry.decorators.values()):
        yield from kind
    yield from (*entry.overrides, *entry.enables, *entry.disables)


def rows(what: Callable[[FlagSdk], Iterator[str]]) -> list[object]:
    found = [(entry, text) for entry in ENTRIES for text in dict.fromkeys(what(entry))]
    return [pytest.param(entry, text, id=f"{entry.name} {text}") for entry, text in found]


def installed(entry: FlagSdk) -> None:
    """Skip where one of the entry's modules is not installed."""
    missing = [name for name in entry.imports if find_spec(name) is None]
    if missing:
        pytest.skip(f"{missing[0]} is not installed: `make libraries` installs {entry.package}")


def resolved(dotted: str) -> object:
    """What a dotted name is, importing as much of it as is a module."""
    parts = dotted.split(".")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for length in range(len(parts), 0, -1):
            try:
                found: object = import_module(".".join(parts[:length]))
            except ModuleNotFoundError:
                continue
            for part in parts[length:]:
                found = getattr(found, part)
            return found
    raise AssertionError(f"{dotted} is not there")


def owners(entry: FlagSdk) -> list[object]:
    """The classes and modules whose members a client has."""
    every = [resolved(client) for client in entry.clients]
    return [one for one in every if inspect.isclass(one) or inspect.ismodule(one)]


def named(call: ast.Call, entry: FlagSdk) -> list[object]:
    """What the call may call: a dotted name, a method of one of the clients, or a method of what a call makes."""
    func = call.func
    if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id == CLIENT:
        return [getattr(owner, func.attr) for owner in owners(entry) if hasattr(owner, func.attr)]
    if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Call):
        made = [m for one in named(func.value, entry) for m in makes(one)]
        return [getattr(one, func.attr) for one in made if hasattr(one, func.attr)]
    return [resolved(ast.unparse(func))]


def makes(called: object) -> list[object]:
    """The class that a call of ``called`` gives, as far as its annotation says."""
    if inspect.isclass(called):
        return [called]
    namespace = vars(import_module(called.__module__)) if hasattr(called, "__module__") else {}
    said = inspect.signature(called).return_annotation
    if isinstance(said, str):
        try:
            said = eval(said, {**vars(typing), **namespace})
        except NameError:
            return []
    parts = [part for part in (said, *typing.get_args(said)) if part is not inspect.Signature.empty]
    return [typing.get_origin(part) or part for part in parts if part is not type(None)]


def takes(called: object, call: ast.Call) -> bool:
    """Whether ``called`` has the parameters that the pattern names, each in its place."""
    fields = getattr(called, "model_fields", None)
    if fields is not None:  # pydantic takes its fields by name
        return all(k.arg in fields for k in call.keywords)
    every = [p for p in inspect.signature(called).parameters.values() if p.name != "self"]
    for index, keyword in enumerate(call.keywords, len(call.args)):
        found = next((p for p in every if p.name == keyword.arg), None)
        optional = isinstance(keyword.value, ast.BinOp)
        if found is None or (found.kind is not found.KEYWORD_ONLY and every.index(found) != index):
            return False
        if optional and found.default is found.empty:
            return False
        if optional and isinstance(keyword.value.left, ast.Constant) and keyword.value.left.value != found.default:
            return False
    return True


def has(cls: object, attribute: str) -> bool:
    """Whether instances of a class have an attribute, as far as the class or its source say."""
    said = {name for base in inspect.getmro(cls) for name in getattr(base, "__annotations__", {})}
    return hasattr(cls, attribute) or attribute in said or f"self.{attribute} " in inspect.getsource(cls)


@pytest.mark.parametrize(("entry", "pattern"), rows(patterns))
def test_the_calls_of_a_pattern_are_there(entry: FlagSdk, pattern: str) -> None:
    installed(entry)
    calls = [node for node in ast.walk(compile_shape(pattern).tree) if isinstance(node, ast.Call)]
    for call in calls:
        found = named(call, entry)
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Call) and not found:
            continue  # nothing is said of what the inner call gives
        assert any(takes(one, call) for one in found), f"{ast.unparse(call)}: {found}"


@pytest.mark.parametrize(("entry", "pattern"), rows(patterns))
def test_the_attributes_of_a_pattern_are_there(entry: FlagSdk, pattern: str) -> None:
    installed(entry)
    tree = compile_shape(pattern).tree
    if isinstance(tree, ast.Attribute) and isinstance(tree.value, ast.Call):
        classes = [made for one in named(tree.value, entry) for made in makes(one) if inspect.isclass(made)]
        assert not classes or any(has(cls, tree.attr) for cls in classes), classes


@pytest.mark.parametrize(("entry", "name"), rows(lambda entry: iter((*entry.clients, *entry.makes, *entry.mixins))))
def test_a_name_is_there(entry: FlagSdk, name: str) -> None:
    installed(entry)
    if name.startswith("."):
        assert any(hasattr(owner, name[1:]) for owner in owners(entry))
    else:
        assert resolved(name) is not None
    if name in entry.mixins:
        assert hasattr(resolved(name), entry.mixins[name])


@pytest.mark.parametrize(
    ("pattern", "right"),
    [
        ("inspect.getattr_static(obj=$KEY)", True),
        ("inspect.getattr_static($OBJ, attr=$KEY)", True),
        ("inspect.getattr_static(attr=$KEY)", False),
        ("inspect.getattr_static(object=$KEY)", False),
        ("json.dumps(obj=$KEY, indent=None | ...)", True),
        ("inspect.signature(obj=$KEY, follow_wrapped=False | ...)", False),
    ],
)
def test_a_wrong_parameter_is_noticed(pattern: str, right: bool) -> None:
    call = compile_shape(pattern).tree
    assert isinstance(call, ast.Call)
    assert takes(resolved(ast.unparse(call.func)), call) is right
