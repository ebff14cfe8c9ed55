"""The page for reviewers, open in a real Chromium; skipped where there is none, or no Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from reviews import full, grown

from legacy_codemod.burn_down.series import Series
from legacy_codemod.model import Verdict
from legacy_codemod.reports.html import render
from legacy_codemod.reports.parts.page import Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api", reason="`make browser` installs Playwright")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.skip("no Chromium was found: install one, or name it with CHROMIUM=/path/to/it")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Open the page of a verdict; whatever the page complains of or asks the network for fails the test."""
    contexts, wrong = [], []

    def open_page(
        verdict: Verdict | None = None, *, width: int = 1600, scheme: str = "light", past: Series | None = None
    ) -> Any:
        (tmp_path / "review.html").write_bytes(render(verdict or full(), Page(past=past or grown())))
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: wrong.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("request", lambda asked: wrong.append(f"request: {asked.url}") if asked.url != start else None)
        start = (tmp_path / "review.html").as_uri()
        page.goto(start)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []
