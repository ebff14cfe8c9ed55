"""The names of what an item took into findings: comments, docstrings and documents that still say them."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from legacy_codemod.config_formats import lines_naming
from legacy_codemod.draft import Draft
from legacy_codemod.fold.comments import names_of
from legacy_codemod.fold.flags import compile_flag
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.uses import How, uses
from legacy_codemod.index.world import World, is_python
from legacy_codemod.model import EnvFlag, EnvSubject, ExprFlag, Finding, NameSubject, Place, Subject
from legacy_codemod.shapes import rarest_word
from legacy_codemod.testing import is_test

_OWN = re.compile(r"[._\-:/\d]|[a-z][A-Z]")  # a plain word may mean anything
Said = Iterator[tuple[int, str]]  # a line of now, and why it is named


def named_in_prose(draft: Draft, subject: Subject) -> Draft:
    """The draft that says what still names the flag or the definition that is gone; once for each line."""
    names = [n for n in _names(draft.start, subject) if _OWN.search(n)] if draft.changed() else []
    said = {(f.place.path, f.place.line) for f in draft.findings}
    found: dict[tuple[str, int], str] = {}
    for name in names:
        paths = draft.world.tree.mentions([rarest_word(name.rpartition(".")[2])])
        modules = {path: draft.world.module(path) for path in paths if is_python(path)}
        if any(module is None or _is_said_in_code(module, name) for module in modules.values()):
            continue
        for path in paths:
            module = modules.get(path)
            if module is None and isinstance(subject, (EnvFlag, EnvSubject)):
                continue  # what other files do with a variable is said where its config lines are cut
            lines = _in_python(module, name, subject) if module else _in_text(draft.world, path, name)
            held = _handed_on(draft.world, module, name) if module and isinstance(subject, ExprFlag) else ()
            for at, line, reason in (*((path, *each) for each in lines), *held):
                found.setdefault((at, draft.line(at, line)), reason)
    return draft.noting(Finding(Place(*at), reason) for at, reason in sorted(found.items()) if at not in said)


def _names(start: World, subject: Subject) -> list[str]:
    match subject:
        case NameSubject(name):
            return [name.rpartition(".")[2]]
        case EnvSubject(env):
            return [env]
    flag = compile_flag(start, subject)
    return sorted(names_of(flag)) if flag else []


def _is_said_in_code(module: Module, name: str) -> bool:
    """Whether an identifier is that name: then it is alive, or another's."""
    return any(getattr(node, said, "") == name for node in module.nodes for said in ("id", "attr", "arg", "name"))


def _in_python(module: Module, name: str, subject: Subject) -> Said:
    word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    if isinstance(subject, ExprFlag) and not is_test(module.path):
        reason = f"still names {name}, in a way that is not understood: see what it does"
        yield from ((text.lineno, reason) for text in module.strings if text.value == name)
    for line in _comments(module):
        if word.search(module.text.line(line).partition("#")[2]):
            yield line, f"a comment still names {name}"
    for node in module.nodes:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            for line in range(node.lineno, (node.end_lineno or node.lineno) + 1):
                if word.search(module.text.line(line)):
                    yield line, f"a docstring still names {name}"


def _handed_on(world: World, module: Module, name: str) -> Iterator[tuple[str, int, str]]:
    """Where code that is no test uses a constant that holds the name: ``@needs([NEW])`` of ``NEW = "app-new"``."""
    for text in module.strings if not is_test(module.path) else ():
        match module.scopes.parents.get(text):
            case ast.Assign(targets=[ast.Name(id=held)], value=value) if text.value == name and value is text:
                for use in uses(world, Symbol(module.path, held)):
                    if not is_test(use.path) and use.how not in (How.IMPORT, How.EXPORT):
                        reason = f"still names {name} as {held}, in a way that is not understood: see what it does"
                        yield use.path, use.line, reason


def _comments(module: Module) -> Iterator[int]:
    """The lines that hold a comment, as far as Python's own tokenizer reads."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(module.text.text).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0]
    except (tokenize.TokenError, SyntaxError):
        return


def _in_text(world: World, path: str, name: str) -> Said:
    word, content = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])"), world.tree.read(path)
    text = content.decode("utf-8", "replace").split("\n")
    for line in lines_naming(content, name):
        if word.search(text[line - 1]):
            yield line, f"names {name}, and is left as it is"
