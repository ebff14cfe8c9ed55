"""Sets Django up for the libraries that are apps of it, where it is installed."""

from __future__ import annotations

import warnings
from importlib.util import find_spec

import pytest

APPS = ["django.contrib.contenttypes", "django.contrib.auth", "waffle", "flags"]


@pytest.fixture(scope="session", autouse=True)
def apps() -> None:
    """Flags and switches are models: Django must know them before they are imported."""
    if find_spec("django") is None:
        return
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(INSTALLED_APPS=[app for app in APPS if find_spec(app.split(".")[0])], USE_TZ=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            django.setup()
