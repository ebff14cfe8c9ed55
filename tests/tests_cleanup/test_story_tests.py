"""The tests of the story end as its hand-made result has them; imports aside, which are the cascade's work."""

from __future__ import annotations

import ast
from pathlib import Path

from cleaning import Memory, of_flag

from legacy_codemod.cascade.alive import Roots
from legacy_codemod.cascade.cascade import cascade
from legacy_codemod.cascade.question import Limits
from legacy_codemod.draft import Draft
from legacy_codemod.fold.flags import compile_flag, find_symbol
from legacy_codemod.fold.fold import fold
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.model import EnvFlag, ExprFlag, NameFlag, Subject
from legacy_codemod.tests_cleanup.removed import without_tests_of
from legacy_codemod.tree import tree_of

STORY = Path(__file__).parents[2] / "fixtures" / "keeps-the-error-fallback-when-restormel-took-over"
FLAGS: tuple[Subject, ...] = (
    EnvFlag("USE_RESTORMEL_KEYS", "true"),
    EnvFlag("RESTORMEL_ROLLOUT_PERCENT", "100"),
    NameFlag("docent.flags.MODEL_PICKER_VISIBLE", False),
    ExprFlag('$TENANT.has_feature("managed-routing")', True),
)
NAMES = (
    "docent.ai_router.router.legacy_resolve",
    "docent.ai_router.router.legacy_resolve_async",
    "docent.ai_router.titles.legacy_title_model",
    "docent.model_catalog.ALLOWED_MODELS",
)
KEPT = (
    "docent/billing/",
    "docent/byok/",
    "docent/auth.py",
    "docent/sessions.py",
    "docent/orchestration.py",
    "scripts/",
)


def files(side: str) -> dict[str, bytes]:
    root = STORY / side
    return {
        p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.suffix in (".py", ".toml")
    }


def is_kept(path: str) -> bool:
    return path.startswith(KEPT)


def after_flags(world: World) -> World:
    for subject in FLAGS:
        draft = of_flag(subject, is_kept)(Draft(world, world))
        flag = compile_flag(draft.world, subject)
        assert flag is not None
        world = cascade(fold(draft, flag, is_kept), Limits(Roots(is_kept))).world
    return world


def after_removal(world: World) -> World:
    folder = [path for path in world.tree.paths if path.startswith("docent/ai_router/")]
    parsed = [module for path in folder if (module := world.module(path)) is not None]
    defined = {Symbol(m.path, name) for m in parsed for name in m.scopes.module.bindings}
    named = {symbol for name in NAMES if (symbol := find_symbol(world, name)) is not None}
    doomed = {symbol: (f"{symbol.last} is removed",) for symbol in sorted(named | defined)}
    return without_tests_of(Draft(world, world), doomed, is_kept).world


def shape(content: bytes) -> str:
    """A file without its imports, comments and layout."""
    tree = ast.parse(content)
    tree.body = [node for node in tree.body if not isinstance(node, (ast.Import, ast.ImportFrom))]
    return ast.unparse(tree)


def test_the_story_keeps_the_tests_that_its_authors_keep() -> None:
    world = after_removal(after_flags(World(tree_of(Memory(files("before"))))))
    got = {path: shape(world.tree.read(path)) for path in world.tree.paths if path.startswith("tests/")}
    assert got == {path: shape(content) for path, content in files("after").items() if path.startswith("tests/")}
