"""An environment variable that nothing reads any more → the draft without its lines in config files."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from legacy_codemod.config_formats import Cut, cut, lines_naming, lines_using
from legacy_codemod.draft import Draft
from legacy_codemod.env_reads.doubts import doubts
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World, is_python
from legacy_codemod.model import Edit, Finding, Place
from legacy_codemod.testing import is_test
from legacy_codemod.truth import Why

_DOCUMENTS = frozenset({".md", ".mdx", ".rst", ".adoc", ".txt"})


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one file has to do with the variable; lines are those of now."""

    path: str
    reads: tuple[int, ...] = ()  # these keep its config lines
    names: tuple[int, ...] = ()
    cut: Cut | None = None
    sets: tuple[int, ...] = ()  # in a test, which that does not read


Setting = Callable[[World, Module, str], Collection[int]]  # lines of a test that set a variable


def drop_config_lines(
    draft: Draft, env: str, is_kept: Callable[[str], bool], setting: Setting = lambda *_: ()
) -> Draft:
    """Take the lines of ``env`` out of every config file, unless something still reads it.

    What reads it, what merely names it, and config lines in kept files become findings. A finding shows a name and a
    line, never a value.
    """
    seen = [_look(draft.world, path, env, setting) for path in draft.world.tree.mentions(spellings(env))]
    reads = _findings(draft, ((s.path, s.reads) for s in seen), f"still reads {env}, so its config lines stay")
    names = _findings(draft, ((s.path, s.names) for s in seen), f"names {env}, and is left as it is")
    unsure = [
        Finding(Place(d.path, draft.line(d.path, d.line)), f"{d.reads}, so its config lines stay")
        for d in doubts(draft.world, env)
    ]
    draft = draft.noting((*reads, *names, *unsure))
    if reads or unsure:
        return draft
    sets = _findings(draft, ((s.path, s.sets) for s in seen), f"sets {env}, which nothing reads any more")
    said = {f.place for f in draft.findings}
    draft = draft.noting(f for f in sets if f.place not in said)
    why = (*_why(draft, env), f"{env} is read nowhere", "config line unused")
    for path, found in [(s.path, s.cut) for s in seen if s.cut is not None and s.cut.edits]:
        if is_kept(path):
            kept = [(path, tuple(first for first, _ in found.edits))]
            draft = draft.noting(
                _findings(draft, kept, f"sets {env}, which is read nowhere, but the file is under KEEP")
            )
        else:
            draft = draft.replaced(path, found.content, [Edit(path, first, last, why) for first, last in found.edits])
    return draft


def may_be_read(world: World, env: str) -> bool:
    """Whether code that is no test names ``env``, for whatever looks it up there, or reads it without its name."""
    named = (world.module(path) for path, _ in world.mentioning((env,)) if not is_test(path))
    return any(module is None or _reads(module, env) for module in named) or bool(doubts(world, env))


def spellings(env: str) -> tuple[str, ...]:
    """The words under which files may know the variable: supervisor reads ``ENV_X``, ``TF_VAR_x`` is Terraform's x."""
    return (env, f"ENV_{env}", *([env.removeprefix("TF_VAR_")] if env.startswith("TF_VAR_") else []))


def _look(world: World, path: str, env: str, setting: Setting) -> _Seen:
    if is_python(path):
        return _look_at_python(world, path, env, setting)
    content = world.tree.read(path)
    if found := cut(path, content, env):
        return _Seen(path, found.uses, found.mentions, found)
    named = lines_naming(content, env)
    if PurePosixPath(path).suffix.lower() in _DOCUMENTS:
        return _Seen(path, names=named)
    used = lines_using(path, content, env)
    return _Seen(path, used, tuple(sorted(set(named) - set(used))))


def _look_at_python(world: World, path: str, env: str, setting: Setting) -> _Seen:
    """A string that is the name reads it, but where a test sets it; code that cannot be parsed keeps all."""
    module = world.module(path)
    if module is None:
        return _Seen(path, lines_naming(world.tree.read(path), env))
    named = {n.lineno for n in module.strings if lines_naming(_bytes(n), env)}
    alone = {id(node.value) for node in module.nodes if isinstance(node, ast.Expr)}  # docstrings
    shell = (n.lineno for n in module.strings if id(n) not in alone and lines_using(path, _bytes(n), env))
    sets = set(setting(world, module, env)) if is_test(path) else set()
    read = {*_reads(module, env), *shell} - sets
    return _Seen(path, tuple(sorted(read)), tuple(sorted(named - read - sets)), sets=tuple(sorted(sets)))


def _bytes(node: ast.Constant) -> bytes:
    return str(node.value).encode("utf-8", "surrogatepass")


def _reads(module: Module, env: str) -> tuple[int, ...]:
    return tuple(sorted({node.lineno for node in module.strings if node.value == env}))


def _findings(draft: Draft, places: Iterable[tuple[str, tuple[int, ...]]], reason: str) -> tuple[Finding, ...]:
    return tuple(Finding(Place(path, draft.line(path, n)), reason) for path, lines in places for n in lines)


def _why(draft: Draft, env: str) -> Why:
    """The chain of the edit that took the last read of ``env``; empty where none was taken."""
    return next((why for path, lines in _earlier_reads(draft.start, env) if (why := draft.because(path, lines))), ())


def _earlier_reads(start: World, env: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    for path, _ in start.mentioning((env,)):
        if not is_test(path) and (module := start.module(path)):
            yield path, _reads(module, env)
