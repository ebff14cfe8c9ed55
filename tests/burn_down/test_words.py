"""`burn_down.words`: by which words lines mention an item."""

from __future__ import annotations

import pytest

from legacy_codemod.burn_down.words import words_of
from legacy_codemod.model import (
    DecoratorFlag,
    EnvFlag,
    EnvSubject,
    ExprFlag,
    Inventory,
    Item,
    NameFlag,
    NameSubject,
    PathSubject,
    Place,
    SdkFlag,
    Subject,
)


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (EnvFlag("USE_NEW", "true"), ["USE_NEW"]),
        (EnvSubject("DEFAULT_MODEL"), ["DEFAULT_MODEL"]),
        (NameFlag("app.flags.NEW_CHECKOUT", True), ["NEW_CHECKOUT"]),
        (NameSubject("app.router.LegacyRouter"), ["LegacyRouter"]),
        (NameSubject("app.router.resolve"), ["router.resolve"]),
        (NameSubject("app.Router.get"), ["Router.get"]),
        (SdkFlag("django-waffle", "new-router", True), ["new-router"]),
        (ExprFlag("$P.has_feature(Feature.NEW_ROUTER)", True), ["NEW_ROUTER"]),
        (ExprFlag("$T.has_feature('managed-routing', $$$)", True), ["managed-routing"]),
        (ExprFlag("$T.uses_router", True), ["uses_router"]),
        (DecoratorFlag('app.features.required("new-router")', True), ["new-router"]),
        (DecoratorFlag("app.features.beta", True), ["features.beta"]),
        (PathSubject("app/ai_router.py"), ["ai_router"]),
        (PathSubject("app/router/"), ["app.router"]),
        (PathSubject("app/*_old.py"), []),
    ],
    ids=[
        "a variable",
        "a variable to remove",
        "a constant by its last part",
        "a class by its last part",
        "a name that other things may have, with what stands before it",
        "a method with its class",
        "a key",
        "a member in an expression",
        "a text in an expression",
        "an attribute of anything",
        "a text of a decorator",
        "a decorator without one",
        "a module",
        "a folder that other things may be called like",
        "a glob names nothing",
    ],
)
def test_an_item_is_mentioned_by(subject: Subject, words: list[str]) -> None:
    assert list(words_of(Inventory("i.yaml", flags=(Item(subject, Place("i.yaml", 1)),)))) == words
