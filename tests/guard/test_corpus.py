"""The guard's corpus: as many snippets as the measure needs, each of them what it says it is."""

from __future__ import annotations

import ast
import importlib
import json
import tomllib
from collections import Counter
from pathlib import Path, PurePosixPath

import pytest
import yaml
from snippet import Snippet

from legacy_codemod.inventory import load
from legacy_codemod.model import (
    DecoratorFlag,
    EnvFlag,
    EnvSubject,
    ExprFlag,
    NameFlag,
    NameSubject,
    PathSubject,
    SdkFlag,
    Subject,
)

CORPUS = Path(__file__).parent / "corpus"


def _snippets(folder: str) -> tuple[Snippet, ...]:
    files = sorted((Path(__file__).parent / folder).glob("*.py"))
    return tuple(snippet for file in files for snippet in importlib.import_module(f"{folder}.{file.stem}").SNIPPETS)


# the first corpus, and one that was drawn later in other styles, libraries and kinds of files
SNIPPETS: tuple[Snippet, ...] = _snippets("corpus") + _snippets("corpus_later")
INVENTORY = load((CORPUS / "inventory.yaml").read_bytes(), "inventory.yaml")


class _AnyTag(yaml.SafeLoader):
    """Reads what a format adds to YAML, such as GitLab's ``!reference``, as nothing."""


_AnyTag.add_multi_constructor("!", lambda *_: None)


def written(snippet: Snippet) -> list[tuple[str, str]]:
    """(path, text) of the snippet's own file and of those beside it."""
    return [(snippet.path, snippet.text), *snippet.beside.items()]


def called(subject: Subject) -> str:
    match subject:
        case EnvFlag(env=name) | EnvSubject(env=name) | NameFlag(name=name) | NameSubject(name=name):
            return name
        case ExprFlag(expr=code) | DecoratorFlag(decorator=code):
            return code
        case SdkFlag(key=key):
            return key
        case PathSubject(path=path):
            return path
    raise AssertionError(subject)


def test_each_id_is_a_claim_of_its_own():
    assert [id_ for id_, count in Counter(snippet.id for snippet in SNIPPETS).items() if count > 1] == []


def test_no_two_snippets_are_the_same_file():
    assert [file for file, count in Counter((s.path, s.text) for s in SNIPPETS).items() if count > 1] == []


def test_it_is_large_enough_to_measure_with():
    uses = sum(bool(snippet.found) for snippet in SNIPPETS)
    assert uses >= 100
    assert len(SNIPPETS) - uses >= 60
    assert len(SNIPPETS) >= 160


def test_every_item_comes_back_somewhere():
    items = {called(item.subject) for item in (*INVENTORY.flags, *INVENTORY.remove)}
    assert {name for snippet in SNIPPETS for _, name in snippet.found} == items


@pytest.mark.parametrize("snippet", SNIPPETS, ids=[snippet.id for snippet in SNIPPETS])
def test_each_use_stands_on_a_line_of_the_text(snippet: Snippet):
    lines = snippet.text.splitlines()
    items = {called(item.subject) for item in (*INVENTORY.flags, *INVENTORY.remove)}
    assert len(set(snippet.found)) == len(snippet.found)
    assert list(snippet.found) == sorted(snippet.found, key=lambda use: use[0])
    assert not set(snippet.found) & set(snippet.also)
    for line, name in (*snippet.found, *snippet.also):
        assert 1 <= line <= len(lines)
        assert lines[line - 1].strip()
        assert name in items


@pytest.mark.parametrize("snippet", SNIPPETS, ids=[snippet.id for snippet in SNIPPETS])
def test_each_file_is_what_its_name_says(snippet: Snippet):
    for path, content in written(snippet):
        assert content.endswith("\n")
        match PurePosixPath(path).suffix:
            case ".py":
                ast.parse(content)
            case ".yml" | ".yaml" if "/templates/" not in path:
                list(yaml.load_all(content, _AnyTag))
            case ".toml":
                tomllib.loads(content)
            case ".json" | ".ipynb":
                json.loads(content)


def test_what_is_committed_already_is_another_file():
    for snippet in SNIPPETS:
        assert snippet.path not in snippet.beside
        assert all(path.removeprefix("/") == path and ".." not in path for path, _ in written(snippet))
