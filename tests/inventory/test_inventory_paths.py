"""Tables of (pattern, path, covered)."""

import pytest

from legacy_codemod.inventory.paths import path_covers, path_matches

MATCHES = {
    "a file covers itself": ("app/router.py", "app/router.py", True),
    "a file covers no other file": ("app/router.py", "app/router.pyi", False),
    "a file's dot is a dot": ("app/router.py", "app/router_py", False),
    "a file covers no file of that name elsewhere": ("router.py", "app/router.py", False),
    "a name without slash is a file and not a folder": ("app", "app/router.py", False),
    "a folder covers what stands in it": ("app/billing/", "app/billing/tax.py", True),
    "a folder covers what stands deep in it": ("app/billing/", "app/billing/eu/vat/rates.json", True),
    "a folder does not cover a neighbour that begins alike": ("app/billing/", "app/billing_old/tax.py", False),
    "a folder does not cover a file of its name": ("app/billing/", "app/billing", False),
    "a folder does not cover itself": ("app/billing/", "app/billing/", False),
    "a folder does not cover a folder of that name elsewhere": ("billing/", "app/billing/tax.py", False),
    "a star covers any name": ("app/*.py", "app/router.py", True),
    "a star covers nothing at all": ("app/legacy*.py", "app/legacy.py", True),
    "a star does not cross a slash": ("app/*.py", "app/legacy/router.py", False),
    "a star covers a whole folder name": ("app/*/router.py", "app/legacy/router.py", True),
    "a star covers a leading dot": ("*", ".env", True),
    "a star alone covers the top level only": ("*", "app/router.py", False),
    "a glob matches to the end": ("app/*.py", "app/router.pyc", False),
    "a glob matches from the start": ("*.py", "app/router.py", False),
    "two stars cross slashes": ("app/**", "app/legacy/deep/router.py", True),
    "two stars and a slash stand for no folder": ("**/router.py", "router.py", True),
    "two stars and a slash stand for many folders": ("**/router.py", "a/b/c/router.py", True),
    "two stars and a slash keep to whole folder names": ("**/router.py", "app/ai_router.py", False),
    "two stars in the middle stand for no folder": ("app/**/router.py", "app/router.py", True),
    "two stars in the middle stand for folders": ("app/**/router.py", "app/a/b/router.py", True),
    "two stars in the middle keep the slash before": ("app/**/router.py", "application/router.py", False),
    "two stars twice in a row are as good as once": ("**/**/router.py", "router.py", True),
    "two stars inside a name cross slashes": ("app/**.py", "app/a/b.py", True),
    "two stars at the end of a name cross slashes": ("app/legacy**", "app/legacy_v1/router.py", True),
    "a folder glob covers what stands below": ("app/*/legacy/", "app/eu/legacy/deep/router.py", True),
    "a folder glob does not cover its neighbours": ("app/*/legacy/", "app/eu/new/router.py", False),
    "a folder glob does not cross a slash": ("app/*/legacy/", "app/eu/vat/legacy/router.py", False),
    "a question mark covers one character": ("app/v?.py", "app/v1.py", True),
    "a question mark covers no two characters": ("app/v?.py", "app/v12.py", False),
    "a question mark covers no empty place": ("app/v?.py", "app/v.py", False),
    "a question mark does not cross a slash": ("app?router.py", "app/router.py", False),
    "a class covers one of its members": ("v[12].py", "v2.py", True),
    "a class covers nothing else": ("v[12].py", "v3.py", False),
    "a class covers a range": ("v[0-9].py", "v7.py", True),
    "a class covers what lies outside of its range not": ("v[0-9].py", "vx.py", False),
    "a class that runs backwards covers nothing": ("v[9-0].py", "v5.py", False),
    "a negated class covers the others": ("v[!12].py", "v3.py", True),
    "a negated class does not cover its members": ("v[!12].py", "v1.py", False),
    "a negated class does not cross a slash": ("v[!1]x.py", "v/x.py", False),
    "a class may hold a closing bracket": ("v[]].py", "v].py", True),
    "a class may hold an opening bracket": ("app/[[]id].py", "app/[id].py", True),
    "a caret is a member like any other": ("v[^1].py", "v^.py", True),
    "a trailing hyphen is a member": ("v[a-].py", "v-.py", True),
    "a bracket that never closes is a character": ("v[1.py", "v[1.py", True),
    "an empty class is two characters": ("v[].py", "v[].py", True),
    "an exclamation mark alone is a member": ("v[!].py", "v!.py", True),
    "case counts": ("App/*.py", "app/router.py", False),
    "other characters are themselves": ("a+(b).py", "a+(b).py", True),
    "a newline in a name is a character": ("app/**", "app/od\nd.py", True),
}

COVERS = {
    "a folder covers itself": ("app/billing/", "app/billing/", True),
    "a folder covers a folder below": ("app/billing/", "app/billing/eu/", True),
    "a folder covers a glob below": ("app/billing/", "app/billing/*.py", True),
    "a folder does not cover the folder above": ("app/billing/", "app/", False),
    "a folder does not cover a glob that reaches out": ("app/billing/", "app/*/*.py", False),
    "a glob covers a file": ("app/*.py", "app/tax.py", True),
    "a glob covers itself": ("app/*.py", "app/*.py", True),
    "a glob covers a narrower glob": ("app/*.py", "app/tax*.py", True),
    "a glob does not cover a wider one": ("app/*.py", "app/**.py", False),
    "a glob does not cover one that looks deeper": ("app/*.py", "app/**/*.py", False),
    "one character does not cover any name": ("app/?.py", "app/*.py", False),
    "any name covers one character": ("app/*.py", "app/?.py", True),
    "two stars cover a folder": ("app/**", "app/billing/", True),
    "one star does not cover a folder": ("app/*", "app/billing/", False),
    "two stars cover a deep glob": ("app/**", "app/**/*.py", True),
    "a file covers a class only where a member is that file": ("v2.py", "v[!2].py", False),
}


@pytest.mark.parametrize(("pattern", "path", "expected"), MATCHES.values(), ids=MATCHES)
def test_path_matches(pattern: str, path: str, expected: bool) -> None:
    assert path_matches(pattern, path) is expected


@pytest.mark.parametrize(("outer", "inner", "expected"), COVERS.values(), ids=COVERS)
def test_path_covers(outer: str, inner: str, expected: bool) -> None:
    assert path_covers(outer, inner) is expected
