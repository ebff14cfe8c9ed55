"""A test file into its tests and fixtures, and a fixture into what requests it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import import_target
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol, last_name, qualified
from legacy_codemod.index.world import World
from legacy_codemod.testing import is_test

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_SET_UP = frozenset(
    {"setUp", "tearDown", "setUpClass", "tearDownClass", "setUpTestData", "asyncSetUp", "asyncTearDown"}
)
_PYTEST_SET_UP = frozenset(
    f"{verb}_{of}" for verb in ("setup", "teardown") for of in ("method", "class", "function", "module")
)


def functions(module: Module) -> Iterator[Function]:
    """Functions of the file and methods of its classes, none inside another function."""
    for node in module.nodes:
        if isinstance(node, FUNCTIONS) and not any(isinstance(o, FUNCTIONS) for o in module.scopes.ancestors(node)):
            yield node


def is_test_function(node: ast.AST) -> bool:
    """Whether pytest or unittest takes ``node`` for a test."""
    return isinstance(node, FUNCTIONS) and node.name.startswith("test") and _fixture_call(node) is None


def is_set_up(node: ast.AST) -> bool:
    """Whether a test class or module runs ``node`` around each of its tests."""
    return isinstance(node, FUNCTIONS) and node.name in _SET_UP | _PYTEST_SET_UP


def is_fixture(node: ast.AST) -> bool:
    """Whether ``node`` is a pytest fixture."""
    return isinstance(node, FUNCTIONS) and _fixture_call(node) is not None


def is_autouse(node: Function) -> bool:
    """Whether a fixture runs unrequested."""
    call = _fixture_call(node)
    return isinstance(call, ast.Call) and any(
        k.arg == "autouse" and isinstance(k.value, ast.Constant) and k.value.value is True for k in call.keywords
    )


def fixture_name(node: Function) -> str:
    """The name tests request a fixture by."""
    call = _fixture_call(node)
    for keyword in call.keywords if isinstance(call, ast.Call) else ():
        if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
            return str(keyword.value.value)
    return node.name


def _fixture_call(node: Function) -> ast.expr | None:
    for decorator in node.decorator_list:
        named = decorator.func if isinstance(decorator, ast.Call) else decorator
        if last_name(named) == "fixture":
            return decorator
    return None


def parameters(node: Function) -> list[ast.arg]:
    """All parameters in order."""
    return [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]


def owner_class(module: Module, node: ast.AST) -> ast.ClassDef | None:
    """The class whose body holds ``node``."""
    return next((o for o in module.scopes.ancestors(node) if isinstance(o, ast.ClassDef)), None)


def symbol_of(module: Module, node: ast.AST) -> Symbol:
    """The symbol of a function or class."""
    return Symbol(module.path, qualified(module, node))


def requests(world: World, fixture: Symbol, name: str) -> Iterator[tuple[Module, ast.AST]]:
    """Parameters and ``usefixtures`` strings that mean this fixture: no nearer one has its name."""
    for path, _held in world.mentioning([name]):
        module = world.module(path)
        if module is None or not is_test(path):
            continue
        for node in functions(module):
            for parameter in parameters(node) if is_test_function(node) or is_fixture(node) else ():
                if parameter.arg == name and _nearest(world, module, node, name) == fixture:
                    yield module, parameter
        for text in module.strings:
            if text.value == name and _is_use_fixtures(module, text) and _nearest(world, module, text, name) == fixture:
                yield module, text


def _is_use_fixtures(module: Module, text: ast.Constant) -> bool:
    call = module.scopes.parents.get(text)
    return isinstance(call, ast.Call) and last_name(call.func) in (
        "usefixtures",
        "getfixturevalue",
    )


def _nearest(world: World, module: Module, node: ast.AST, name: str) -> Symbol | None:
    """The fixture that ``name`` means where ``node`` stands: of its class, its file, a ``conftest.py`` above."""
    for outer in module.scopes.ancestors(node):
        if isinstance(outer, ast.ClassDef):
            for inner in outer.body:
                if is_fixture(inner) and inner is not node and fixture_name(inner) == name:  # type: ignore[arg-type]
                    return symbol_of(module, inner)
    folders = module.path.split("/")[:-1]
    paths = [module.path, *("/".join([*folders[:i], "conftest.py"]) for i in range(len(folders), -1, -1))]
    for path in paths:
        other = world.module(path)
        if other is not None and (found := _fixture_in(world, other, name, node)):
            return found
    return None


def _fixture_in(world: World, module: Module, name: str, asking: ast.AST) -> Symbol | None:
    for node in module.tree.body:
        if isinstance(node, FUNCTIONS) and node is not asking and is_fixture(node) and fixture_name(node) == name:
            return symbol_of(module, node)
    for binding in module.scopes.module.bindings.get(name, ()):
        if binding.kind is Kind.IMPORT and isinstance(found := import_target(world, module, binding.node), Symbol):
            return found
    return None
