"""Every good document loads into frozen values that say the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from legacy_codemod.inventory import load, read
from legacy_codemod.model import (
    UNKNOWN,
    BurnIn,
    DecoratorFlag,
    EnvFlag,
    EnvSubject,
    ExprFlag,
    Guards,
    Inventory,
    Item,
    NameFlag,
    NameSubject,
    PathSubject,
    Place,
    SdkFlag,
    Subject,
)

WHOLE = """\
version: 1
flags:
  - env: USE_RESTORMEL_KEYS
    value: "true"
  - name: app.flags.NEW_CHECKOUT
    value: true
  - expr: $P.has_feature(Feature.NEW_ROUTER)
    value: true
  - expr: $P.pick(Feature.NEW_ROUTER, on=$A, off=$B)
    becomes: $A
  - decorator: app.features.required("new-router")
    value: true
  - sdk: django-waffle
    key: new-router
    value: true
remove:
  - path: app/ai_router.py
    note: custom fallback chain
    replaced_by: routes (phase 3)
  - name: app.resolve.legacy_resolve
    fallback: app.defaults.DEFAULT_DECISION
  - name: app.models.ALLOWED_MODELS
    guards: drop
  - env: DEFAULT_MODEL
keep:
  - path: app/billing/
  - name: app.auth.check
  - env: OPENAI_API_KEY
wrap:
  - path: app/worker.py
burn_in:
  flag_on_since: 2026-11-01
  min_days: 14
  logs: ["logs/*.jsonl*"]
verify:
  - pytest -q
format:
  - ruff format {files}
"""

LOADED = Inventory(
    path="i.yaml",
    flags=(
        Item(EnvFlag("USE_RESTORMEL_KEYS", "true"), Place("i.yaml", 3, 5)),
        Item(NameFlag("app.flags.NEW_CHECKOUT", True), Place("i.yaml", 5, 5)),
        Item(ExprFlag("$P.has_feature(Feature.NEW_ROUTER)", True), Place("i.yaml", 7, 5)),
        Item(ExprFlag("$P.pick(Feature.NEW_ROUTER, on=$A, off=$B)", UNKNOWN, "$A"), Place("i.yaml", 9, 5)),
        Item(DecoratorFlag('app.features.required("new-router")', True), Place("i.yaml", 11, 5)),
        Item(SdkFlag("django-waffle", "new-router", True), Place("i.yaml", 13, 5)),
    ),
    remove=(
        Item(PathSubject("app/ai_router.py"), Place("i.yaml", 17, 5), "custom fallback chain", "routes (phase 3)"),
        Item(NameSubject("app.resolve.legacy_resolve", "app.defaults.DEFAULT_DECISION"), Place("i.yaml", 20, 5)),
        Item(NameSubject("app.models.ALLOWED_MODELS", guards=Guards.DROP), Place("i.yaml", 22, 5)),
        Item(EnvSubject("DEFAULT_MODEL"), Place("i.yaml", 24, 5)),
    ),
    keep=(
        Item(PathSubject("app/billing/"), Place("i.yaml", 26, 5)),
        Item(NameSubject("app.auth.check"), Place("i.yaml", 27, 5)),
        Item(EnvSubject("OPENAI_API_KEY"), Place("i.yaml", 28, 5)),
    ),
    wrap=(Item(PathSubject("app/worker.py"), Place("i.yaml", 30, 5)),),
    burn_in=BurnIn(date(2026, 11, 1), 14, ("logs/*.jsonl*",)),
    verify=("pytest -q",),
    format=("ruff format {files}",),
)

FLAGS = {
    "an env flag in quotes": ("env: A\n    value: 'true'", EnvFlag("A", "true")),
    "an env flag with a plain word": ("env: A\n    value: enabled", EnvFlag("A", "enabled")),
    "an env flag that is empty": ('env: A\n    value: ""', EnvFlag("A", "")),
    "an env flag that is unset": ("env: A\n    value: null", EnvFlag("A", None)),
    "an env flag with nothing behind its key": ("env: A\n    value:", EnvFlag("A", None)),
    "an env flag that holds the word null": ('env: A\n    value: "null"', EnvFlag("A", "null")),
    "a zero": ("name: a.b\n    value: 0", NameFlag("a.b", 0)),
    "a negative number": ("name: a.b\n    value: -7", NameFlag("a.b", -7)),
    "a float": ("name: a.b\n    value: 0.5", NameFlag("a.b", 0.5)),
    "a float that is whole": ("name: a.b\n    value: 1.0", NameFlag("a.b", 1.0)),
    "a float with an exponent": ("name: a.b\n    value: 1e3", NameFlag("a.b", 1000.0)),
    "false": ("name: a.b\n    value: False", NameFlag("a.b", False)),
    "an empty text": ("name: a.b\n    value: ''", NameFlag("a.b", "")),
    "a null": ("name: a.b\n    value: ~", NameFlag("a.b", None)),
    "a number in quotes": ("name: a.b\n    value: '100'", NameFlag("a.b", "100")),
    "a word that only looks like a value": ("name: a.b\n    value: unknown", NameFlag("a.b", "unknown")),
    "a name with letters of another script": ("name: übung.größe\n    value: 1", NameFlag("übung.größe", 1)),
    "an expr with further arguments": ("expr: f($$$)\n    value: 1", ExprFlag("f($$$)", 1)),
    "an expr with arguments before the rest": ("expr: f($A, $$$)\n    value: 1", ExprFlag("f($A, $$$)", 1)),
    "an expr with a rest after a keyword": ("expr: f(a=$A, $$$)\n    value: 1", ExprFlag("f(a=$A, $$$)", 1)),
    "an expr with a rest in two calls": ("expr: f(g($$$), $$$)\n    value: 1", ExprFlag("f(g($$$), $$$)", 1)),
    "an expr with a dollar in a text": ("expr: f('$5')\n    value: 1", ExprFlag("f('$5')", 1)),
    "an expr that a text tells apart": ("expr: $S['new']\n    value: 1", ExprFlag("$S['new']", 1)),
    "an expr with an odd escape": ("expr: f('\\d')\n    value: 1", ExprFlag("f('\\d')", 1)),
    "an expr on two lines": ("expr: |\n      f(1,\n        2)\n    value: 1", ExprFlag("f(1,\n  2)", 1)),
    "an expr that is null": ("expr: f()\n    value: null", ExprFlag("f()", None)),
    "an expr that becomes an await": ("expr: f($A)\n    becomes: await $A", ExprFlag("f($A)", becomes="await $A")),
    "a decorator without call": ("decorator: a.b\n    value: false", DecoratorFlag("a.b", False)),
    "the same env in another spelling": ("env: a\n    value: null", EnvFlag("a", None)),
}

REMOVED = {
    "a folder": ("path: app/old/", PathSubject("app/old/")),
    "a glob": ("path: 'app/**/*_v1.py'", PathSubject("app/**/*_v1.py")),
    "a path with spaces": ("path: app/old router.py", PathSubject("app/old router.py")),
    "a hidden file": ("path: .env.legacy", PathSubject(".env.legacy")),
    "a fallback that raises": (
        "name: a.b\n    fallback: 'raise app.errors.Gone(\"no\")'",
        NameSubject("a.b", 'raise app.errors.Gone("no")'),
    ),
    "a fallback that raises from another": (
        "name: a.b\n    fallback: raise A() from None",
        NameSubject("a.b", "raise A() from None"),
    ),
    "a fallback that awaits": ("name: a.b\n    fallback: await c.d()", NameSubject("a.b", "await c.d()")),
    "a fallback that begins like raise": ("name: a.b\n    fallback: raiser.x", NameSubject("a.b", "raiser.x")),
    "guards refused in so many words": ("name: a.b\n    guards: refuse", NameSubject("a.b")),
}

TOGETHER = {
    "nothing but a version": "version: 1\n",
    "a byte order mark": "\ufeffversion: 1\n",
    "sections with nothing behind them": "version: 1\nflags:\nremove:\nkeep:\nwrap:\nburn_in:\nverify:\nformat:\n",
    "carriage returns": "version: 1\r\nkeep:\r\n  - env: A\r\n",
    "one line": "{version: 1, keep: [{env: A}]}",
    "a document marker": "---\nversion: 1\n...\n",
    "a small alias": "version: 1\nremove:\n  - {env: A, note: &why gone}\n  - {env: B, note: *why}\n",
    "a kept file inside a removed folder": "version: 1\nremove: [{path: a/}]\nkeep: [{path: a/b.py}]\n",
    "a removed file inside a wrapped folder": "version: 1\nremove: [{path: a/b.py}]\nwrap: [{path: a/}]\n",
    "a removed neighbour that begins alike": "version: 1\nremove: [{path: a/b_old.py}]\nkeep: [{path: a/b/}]\n",
    "a removed name that begins alike": "version: 1\nremove: [{name: a.b_old}]\nkeep: [{name: a.b}]\n",
    "a flag inside of a kept class": "version: 1\nflags: [{name: a.B.new, value: 1}]\nkeep: [{name: a.B}]\n",
    "a flag that is removed too": 'version: 1\nflags: [{env: A, value: "1"}]\nremove: [{env: A}]\n',
    "a fallback beside what goes": "version: 1\nremove: [{name: a.b, fallback: a.b_default}]\n",
    "a gate by command": "version: 1\nburn_in: {command: ./count, min_days: 0}\n",
    "a date in quotes": 'version: 1\nburn_in: {flag_on_since: "2026-11-01"}\n',
    "a note in paragraphs": 'version: 1\nkeep: [{env: A, note: "one\\n\\n\\ttwo"}]\n',
}


def test_every_key_of_the_contract_loads() -> None:
    assert load(WHOLE, "i.yaml") == LOADED


def test_bytes_load_as_their_text(tmp_path: Path) -> None:
    (tmp_path / "i.yaml").write_bytes(WHOLE.encode())
    assert read(tmp_path / "i.yaml", tmp_path) == LOADED


@pytest.mark.parametrize(("entry", "subject"), FLAGS.values(), ids=FLAGS)
def test_flag(entry: str, subject: Subject) -> None:
    (item,) = load(f"version: 1\nflags:\n  - {entry}\n", "i.yaml").flags
    assert repr(item.subject) == repr(subject)  # 1, 1.0 and True are equal, and not the same


@pytest.mark.parametrize(("entry", "subject"), REMOVED.values(), ids=REMOVED)
def test_remove(entry: str, subject: Subject) -> None:
    (item,) = load(f"version: 1\nremove:\n  - {entry}\n", "i.yaml").remove
    assert item.subject == subject


@pytest.mark.parametrize("document", TOGETHER.values(), ids=TOGETHER)
def test_is_accepted(document: str) -> None:
    assert load(document, "i.yaml").path == "i.yaml"


def test_an_alias_is_what_its_anchor_says() -> None:
    assert [item.note for item in load(TOGETHER["a small alias"], "i.yaml").remove] == ["gone", "gone"]


def test_the_gate_waits_two_weeks_unless_it_says_otherwise() -> None:
    assert load("version: 1\nburn_in: {command: ./count}\n", "i.yaml").burn_in == BurnIn(command="./count")
