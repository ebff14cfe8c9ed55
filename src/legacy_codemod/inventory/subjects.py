"""The entries of ``flags``, ``remove``, ``keep`` and ``wrap`` into the frozen values of the model."""

from __future__ import annotations

from collections.abc import Mapping as Table
from typing import Final

from legacy_codemod.inventory import names, snippets
from legacy_codemod.inventory.entries import Entry, Kind, Section
from legacy_codemod.inventory.nodes import Node
from legacy_codemod.inventory.quoting import shown
from legacy_codemod.inventory.scalars import boolean, env_value, filled_text, scalar, text, wrong
from legacy_codemod.model import (
    UNKNOWN,
    DecoratorFlag,
    EnvFlag,
    EnvSubject,
    ExprFlag,
    Guards,
    NameFlag,
    NameSubject,
    PathSubject,
    Scalar,
    SdkFlag,
    Unknown,
)


def _env_flag(entry: Entry) -> EnvFlag:
    return EnvFlag(entry.required("env", names.env_name, ""), entry.required("value", env_value, None))


def _name_flag(entry: Entry) -> NameFlag:
    return NameFlag(entry.required("name", names.dotted_name, ""), entry.required("value", scalar, None))


def _expr_flag(entry: Entry) -> ExprFlag:
    """Exactly one of ``value`` and ``becomes``; the second of both is the one too many."""
    expr = entry.required("expr", snippets.pattern, "")
    given = [key for name, key in entry.keys.items() if name in ("value", "becomes")]
    if not given:
        entry.lacks("`expr` has neither `value` nor `becomes`", "add `value:`, or `becomes:` with an expression")
    if len(given) == 2:
        what = f"`{given[1].value}` beside `{given[0].value}`"
        entry.problems.append(wrong(given[1], what, "keep the one that says what stands there instead"))

    def becomes(node: Node) -> str:
        written = snippets.replacement(node)
        if lacking := sorted(snippets.placeholders(written) - snippets.placeholders(expr)) if expr else []:
            raise wrong(node, f"`${lacking[0]}` in {shown(written)} stands for nothing", _captured(expr))
        return written

    value: Scalar | Unknown = entry.optional("value", scalar, None) if "value" in entry.keys else UNKNOWN
    return ExprFlag(expr, value, entry.optional("becomes", becomes, ""))


def _captured(expr: str) -> str:
    known = ", ".join(f"`${name}`" for name in sorted(snippets.placeholders(expr)))
    return f"`expr` has {known}" if known else "`expr` has no `$NAME`"


def _decorator_flag(entry: Entry) -> DecoratorFlag:
    return DecoratorFlag(entry.required("decorator", snippets.decorator, ""), entry.required("value", boolean, True))


def _sdk_flag(entry: Entry) -> SdkFlag:
    return SdkFlag(
        entry.required("sdk", names.sdk, ""),
        entry.required("key", filled_text, ""),
        entry.required("value", scalar, None),
    )


def _path(entry: Entry) -> PathSubject:
    return PathSubject(entry.required("path", names.path, ""))


def _env(entry: Entry) -> EnvSubject:
    return EnvSubject(entry.required("env", names.env_name, ""))


def _name(entry: Entry) -> NameSubject:
    return NameSubject(
        entry.required("name", names.dotted_name, ""),
        entry.optional("fallback", snippets.fallback, ""),
        entry.optional("guards", _guards, Guards.REFUSE),
    )


def _guards(node: Node) -> Guards:
    written = text(node)
    if written not in list(Guards):
        raise wrong(node, f"{shown(written)} is no choice for `guards`", "write drop, or leave the key out to refuse")
    return Guards(written)


SECTIONS: Final[Table[str, Section]] = {
    "flags": Section(
        "flags",
        {
            "env": Kind(("value",), _env_flag),
            "name": Kind(("value",), _name_flag),
            "expr": Kind(("value", "becomes"), _expr_flag),
            "decorator": Kind(("value",), _decorator_flag),
            "sdk": Kind(("key", "value"), _sdk_flag),
        },
        ("note",),
        "- env: USE_NEW_PATH",
    ),
    "remove": Section(
        "remove",
        {"path": Kind((), _path), "name": Kind(("fallback", "guards"), _name), "env": Kind((), _env)},
        ("note", "replaced_by"),
        "- path: app/legacy.py",
    ),
    "keep": Section(
        "keep",
        {"path": Kind((), _path), "name": Kind((), _name), "env": Kind((), _env)},
        ("note",),
        "- path: app/billing/",
    ),
    "wrap": Section("wrap", {"path": Kind((), _path)}, ("note",), "- path: app/worker.py"),
}
