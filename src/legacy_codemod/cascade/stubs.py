"""What a change took out of ``x.py`` into what goes of the type stub ``x.pyi`` beside it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacy_codemod.draft import Draft
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol, bindings, qualified


def stub_of(draft: Draft, path: str) -> str:
    """The stub beside a Python file, or an empty string."""
    return f"{path}i" if path.endswith(".py") and f"{path}i" in draft.world.tree.path_set else ""


def orphaned_stubs(draft: Draft) -> list[tuple[str, str]]:
    """Stubs whose Python file the draft removed, each with that file."""
    gone = [path for path in draft.changed() if path not in draft.world.tree.path_set]
    return [(stub, path) for path in gone if (stub := stub_of(draft, path))]


def stub_statements(draft: Draft) -> Iterator[tuple[str, ast.stmt, Symbol]]:
    """Statements of stubs that declare what the draft took out of the Python file."""
    for path in draft.changed():
        before, now = draft.start.module(path), draft.world.module(path)
        stub = draft.world.module(stub_of(draft, path)) if before and now and stub_of(draft, path) else None
        for name in sorted(_defined(before) - _defined(now)) if before and now and stub else ():
            assert stub is not None
            for binding in bindings(draft.world, Symbol(stub.path, name)):
                node = binding.node
                statement = node if isinstance(node, ast.stmt) else stub.scopes.parents.get(node)
                if isinstance(statement, ast.stmt) and not isinstance(statement, (ast.Import, ast.ImportFrom)):
                    yield stub.path, statement, Symbol(path, name)


def _defined(module: Module) -> set[str]:
    """Qualified names of what the file defines, imports apart."""
    found = _names(module, module.tree, "")
    for node in module.classes:
        found |= _names(module, node, f"{qualified(module, node)}.")
    return found


def _names(module: Module, owner: ast.Module | ast.ClassDef, prefix: str) -> set[str]:
    scope = module.scopes.module if isinstance(owner, ast.Module) else module.scopes.of_node[owner]
    return {prefix + name for name, found in scope.bindings.items() if any(b.kind is not Kind.IMPORT for b in found)}
