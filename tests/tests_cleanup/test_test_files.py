"""Which files are tests."""

from __future__ import annotations

import pytest

from legacy_codemod.testing import is_test

PATHS = {
    "a file in tests": ("app/tests/mixins.py", True),
    "a file in test": ("test/unit/shop.py", True),
    "pytest's first spelling": ("app/test_shop.py", True),
    "pytest's second spelling": ("app/shop_test.py", True),
    "what pytest loads first": ("conftest.py", True),
    "Django's one file of an app": ("shop/tests.py", True),
    "a file of the product": ("app/testing.py", False),
    "a file that only ends like one": ("app/latest.py", False),
    "a file with tests in its folder's name": ("app/load_tests/run.py", False),
}


@pytest.mark.parametrize(("path", "expected"), PATHS.values(), ids=PATHS)
def test_a_file_is_a_test_by_its_path(path: str, *, expected: bool) -> None:
    assert is_test(path) is expected
