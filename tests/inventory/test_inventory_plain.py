"""What the guard reads without a YAML library is what the loader reads; of all else it says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import test_inventory_good as good
import test_inventory_wrong as wrong
from hypothesis import event, example, given
from hypothesis import strategies as st

from legacy_codemod.guard.glance.plain import named
from legacy_codemod.guard.use import said
from legacy_codemod.inventory import load

ROOT = Path(__file__).parents[2]
SDKS = (str(ROOT / "codemods/flag_sdks"),)
STORIES = sorted(ROOT.glob("fixtures/*/inventory.yaml"))

PLAIN = """\
# what a team has settled
version: 1
flags:
  - env: USE_NEW   # since May
    value: "true"
  - name: app.flags.NEW_CHECKOUT
    value: true
    note: it's on: for good
  - expr: $P.has_feature(Feature.NEW_ROUTER)
    value: true
  - sdk: django-waffle
    key: new-router
    value: true

remove:
- path: app/old.py
  note: custom fallback chain — gone
- name: app.resolve.legacy_resolve
  fallback: app.defaults.DEFAULT_DECISION
- env: DEFAULT_MODEL
keep:
  - path: app/billing/
burn_in:
  flag_on_since: 2026-11-01
  min_days: 14
  logs: ["logs/*.jsonl*"]
verify:
  - pytest -q
format:
  - ruff format {files}
"""


def as_loaded(content: bytes) -> list[tuple[str, str]]:
    inventory = load(content, "i.yaml")
    return [said(item) for item in (*inventory.flags, *inventory.remove)]


def test_a_plain_inventory_is_read() -> None:
    content = PLAIN.replace("it's on: for good", "for good").encode()
    assert named(content, SDKS) == as_loaded(content)
    assert named(content.replace(b"\n", b"\r\n"), SDKS) == as_loaded(content)


@pytest.mark.parametrize("document", [row[0] for row in wrong.ROWS.values()], ids=wrong.ROWS)
def test_a_wrong_inventory_is_left_to_the_loader(document: str | bytes) -> None:
    assert named(document if isinstance(document, bytes) else document.encode("utf-8", "surrogatepass"), SDKS) is None


@pytest.mark.parametrize("document", [good.WHOLE, *good.TOGETHER.values()])
def test_a_right_one_is_read_as_the_loader_reads_it_or_not_at_all(document: str) -> None:
    content = document.encode()
    assert named(content, SDKS) in (None, as_loaded(content))


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.parent.name)
def test_the_inventories_of_the_stories_are_plain(story: Path) -> None:
    content = story.read_bytes()
    assert named(content, SDKS) == as_loaded(content)


SCALARS = st.one_of(
    st.sampled_from(
        (
            *("USE_NEW", "app.old.thing", "app/old.py", "app/", "src/*.py", "true", "false", "null", "1", "yes", "0x1"),
            *('"true"', "'x'", '""', "'a' # why", '"a"#b', "a #b", "a#b", "a: b", "[a]", "{a}", "&a", "*a", "!a", "|"),
            *("app.flags.required('x')", "$P.has(F.X)", "$P.x", "a.b(", "raise app.Error('x')", "../x", "/x", "a//b"),
            *("django-waffle", "new-router", "drop", "refuse", "2026-02-30", "2026-11-01", "é", "- a", "-a", "?", ""),
            *("app.old", "app.old.thing.more", "app.class.x", "a", "1a", "A-B", "~", "...", "---", "'it''s'", '"\\n"'),
        )
    ),
    st.text("aA_./*$:#'\"-{}[]()=, 1é", max_size=8),
)
USUAL = {
    "env": ("USE_NEW", "A", "TF_VAR_x"),
    "name": ("app.old.thing", "app.old", "a.b"),
    "path": ("app/old.py", "app/", "src/*.py"),
    "expr": ("$P.has_feature(Feature.NEW)", "a.b", "a.b('x')"),
    "decorator": ("app.required('x')", "a.b"),
    "sdk": ("django-waffle", "openfeature"),
    "value": ('"true"', "true", "null", "quartz", "3"),
    "key": ("new-router", '"x"'),
    "note": ("gone — for good", "why # not"),
    "fallback": ("app.defaults.X", "raise app.Error('no')", "await a.b()"),
    "guards": ("drop",),
    "becomes": ("$P",),
    "replaced_by": ("routes",),
}
ENTRIES = {
    "flags": ("env value", "name value note", "expr value", "expr becomes", "decorator value", "sdk key value"),
    "remove": ("path", "path note replaced_by", "name fallback", "name guards", "env", "name note"),
    "keep": ("path", "name", "env note"),
    "wrap": ("path", "path note"),
}


@st.composite
def inventories(draw: st.DrawFn) -> str:
    """Mostly as an inventory should be, with one thing in ten that is odd."""
    lines, odd = ["version: 1"], st.integers(0, 9).map(lambda number: number == 0)
    indent = draw(st.sampled_from(("  ", "", "    ")))
    for section in draw(st.lists(st.sampled_from(sorted(ENTRIES)), max_size=3, unique=True)):
        lines.append(f"{section}:")
        for _ in range(draw(st.integers(1, 3))):
            keys = draw(st.sampled_from(ENTRIES[section])).split()
            keys += [draw(st.sampled_from(sorted(USUAL)))] if draw(odd) else []
            for number, key in enumerate(keys):
                scalar = draw(SCALARS if draw(odd) else st.sampled_from(USUAL[key]))
                lines.append(f"{indent}{' ' if number else '-'} {key}: {scalar}")
    return "".join(f"{line}\n" for line in lines)


@given(inventories())
@example("version: 1\nremove:\n- path: app/old.py\n- path: app/\n")
@example('version: 1\nflags:\n- env: A\n  value: "1"\nkeep:\n- env: A\n')
@example("version: 1\nremove:\n- name: a.b\nkeep:\n- name: a\n")
def test_what_is_read_at_all_is_what_the_loader_reads(text: str) -> None:
    read = named(text.encode(), SDKS)
    event("read" if read is not None else "left to the loader")
    assert read is None or read == as_loaded(text.encode())
