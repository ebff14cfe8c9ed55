"""A Python file into the places where it gives the id of a model: defaults, arguments, settings."""

from __future__ import annotations

import ast
import re

from legacy_codemod.shapes import dotted_text
from legacy_codemod.stocktaking.facts import Facts
from legacy_codemod.stocktaking.known import known
from legacy_codemod.stocktaking.proposal import Evidence

_OF_A_MODEL = re.compile(r"(?i)model|llm|engine|deployment")
_OF_A_CHOICE = re.compile(r"(?i)default|fallback")  # what a list of one is called that gives a model
_NO_CHOICE = re.compile(r"(?i)encod|token|count|pric|cost")  # what is asked about a model chooses none
_NO_CHAT = re.compile(r"(?i)stt|tts|speech|voice|audio|transcri|embed|image|rerank")
_SHOWS = re.compile(r"(?i)example|schema_extra")  # documents of an API
_UP = 4  # how far above the id stands what it is for
_SEVERAL = 2  # ids that make a list of models, which is an entry of its own

_PASSES = ("default", "value")  # what gives its argument on: `model = Field(default="gpt-4o")`
_LISTS = (ast.List, ast.Tuple, ast.Set)


def hard_coded(facts: Facts) -> list[Evidence]:
    """Where the file gives an id to what is called a model."""
    given = [(text, node) for text, node in facts.models if not _NO_CHAT.search(text) and _is_given(facts, node)]
    return [Evidence(facts.place(node), f"gives {text}") for text, node in given]


def _is_given(facts: Facts, node: ast.AST) -> bool:
    name, listed = _called(facts, node)
    if not _OF_A_MODEL.search(name) or _NO_CHOICE.search(name) or _NO_CHAT.search(name):
        return False
    return (not listed or _OF_A_CHOICE.search(name) is not None) and not any(
        _SHOWS.search(_name_of(above)) for above in facts.module.scopes.ancestors(node)
    )


def _called(facts: Facts, node: ast.AST) -> tuple[str, bool]:
    """What the id is given to, with the function that is asked about it, and whether it stands in a list there."""
    parents, listed = facts.module.scopes.parents, False
    for _ in range(_UP):
        child, node = node, parents.get(node, facts.module.tree)
        match node:
            case ast.keyword(arg=str(name)) if name not in _PASSES:
                asked = dotted_text(getattr(parents.get(node), "func", node))
                return (f"{asked} {name}" if _OF_A_MODEL.search(name) else ""), listed
            case ast.arguments():
                owner = parents.get(node)
                name = _parameter(node, child)
                return (f"{getattr(owner, 'name', '')} {name}" if _OF_A_MODEL.search(name) else ""), listed
            case ast.Assign(targets=[one]) | ast.AnnAssign(target=one):
                return _target(one), listed
            case ast.Dict():
                key = next((k for k, v in zip(node.keys, node.values, strict=True) if v is child), None)
                return ("" if _is_listed(parents.get(node)) else str(getattr(key, "value", ""))), listed
            case ast.List() | ast.Tuple() | ast.Set():
                listed = True
                if _is_listed(node):
                    break
            case ast.Compare() | ast.stmt():
                break
    return "", listed


def _name_of(node: ast.AST) -> str:
    """What a part of a document of an API is called, where ``node`` is the argument, key or target of one."""
    match node:
        case ast.keyword(arg=str(name)):
            return name
        case ast.Dict(keys=keys):
            return " ".join(str(key.value) for key in keys if isinstance(key, ast.Constant))
        case ast.Assign(targets=[one]):
            return _target(one)
    return ""


def _parameter(arguments: ast.arguments, default: ast.AST) -> str:
    plain = [*arguments.posonlyargs, *arguments.args]
    pairs = [
        *zip(reversed(plain), reversed(arguments.defaults), strict=False),
        *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
    ]
    return next((argument.arg for argument, value in pairs if value is default), "")


def _target(target: ast.expr) -> str:
    if isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Constant):
        return str(target.slice.value)
    return dotted_text(target).rpartition(".")[2]


def _is_listed(display: ast.AST | None) -> bool:
    """Whether a list, or a table of tables, holds several ids."""
    if not isinstance(display, (*_LISTS, ast.Dict)):
        return False
    texts = (n.value for n in ast.walk(display) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return sum(bool(known().model_of(text)) for text in texts) >= _SEVERAL
