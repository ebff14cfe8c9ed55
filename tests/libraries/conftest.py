"""Sets Django up for the libraries that are apps of it, where it is installed."""

from __future__ import annotations

import warnings
from importlib.util import find_spec

APPS = ["django.contrib.contenttypes", "django.contrib.auth", "waffle", "flags"]

if find_spec("django"):
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(INSTALLED_APPS=[app for app in APPS if find_spec(app.split(".")[0])], USE_TZ=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            django.setup()
