"""A settled flag asked or defined again in ways the first corpus left out."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "the expression has a further argument",
        "app/views.py",
        text("""
        from app.features import Feature


        def router_name(user):
            return "new" if user.has_feature(Feature.NEW_ROUTER, default=True) else "old"
        """),
        found=((5, "$P.has_feature(Feature.NEW_ROUTER)"),),
    ),
    Snippet(
        "the enumeration has another name here",
        "app/views.py",
        text("""
        from app.features import Feature as F


        def router_name(user):
            return "new" if user.has_feature(F.NEW_ROUTER) else "old"
        """),
        found=((5, "$P.has_feature(Feature.NEW_ROUTER)"),),
    ),
    Snippet(
        "the enumeration is reached through its module",
        "app/views.py",
        text("""
        from app import features


        def router_name(user):
            return "new" if user.has_feature(features.Feature.NEW_ROUTER) else "old"
        """),
        found=((5, "$P.has_feature(Feature.NEW_ROUTER)"),),
    ),
    Snippet(
        "a local name holds the member",
        "app/views.py",
        text("""
        from app.features import Feature


        def router_name(user):
            feature = Feature.NEW_ROUTER
            return "new" if user.has_feature(feature) else "old"
        """),
        found=((6, "$P.has_feature(Feature.NEW_ROUTER)"),),
    ),
    Snippet(
        "the decorator is applied by a call",
        "app/views.py",
        text("""
        from app.features import required


        def _ask(request):
            return request


        ask = required("new-router")(_ask)
        """),
        found=((8, 'app.features.required("new-router")'),),
    ),
    Snippet(
        "waffle's flag is created in a migration",
        "app/migrations/0007_flags.py",
        text("""
        from django.db import migrations


        def create(apps, schema_editor):
            Flag = apps.get_model("waffle", "Flag")
            Flag.objects.get_or_create(name="new-router", defaults={"everyone": True})


        class Migration(migrations.Migration):
            dependencies = [("app", "0006_models")]
            operations = [migrations.RunPython(create, migrations.RunPython.noop)]
        """),
        found=((6, "new-router"),),
    ),
    Snippet(
        "waffle's flag is created by a test",
        "tests/test_views.py",
        text("""
        from django.test import TestCase
        from waffle.models import Flag


        class ViewsTest(TestCase):
            def setUp(self):
                Flag.objects.create(name="new-router", everyone=True)
        """),
        found=((7, "new-router"),),
    ),
    Snippet(
        "a command of waffle sets the flag",
        "tests/test_views.py",
        text("""
        from django.core.management import call_command


        def test_new(db):
            call_command("waffle_flag", "new-router", "--everyone", "--create")
        """),
        found=((5, "new-router"),),
    ),
    Snippet(
        "a shell script sets waffle's switch",
        "scripts/seed.sh",
        text("""
        #!/bin/sh
        set -eu
        python manage.py migrate
        python manage.py waffle_switch new-router on --create
        """),
        found=((4, "new-router"),),
    ),
    Snippet(
        "waffle's model is got by a function",
        "app/views.py",
        text("""
        from waffle import get_waffle_flag_model


        def is_new(request):
            return get_waffle_flag_model().get("new-router").is_active(request)
        """),
        found=((5, "new-router"),),
    ),
    Snippet(
        "a fixture of Django defines waffle's flag",
        "app/fixtures/flags.json",
        text("""
        [
          {
            "model": "waffle.flag",
            "pk": 1,
            "fields": {
              "name": "new-router",
              "everyone": true
            }
          }
        ]
        """),
        found=((6, "new-router"),),
    ),
    Snippet(
        "a provider in memory defines OpenFeature's flag",
        "tests/conftest.py",
        text("""
        import pytest
        from openfeature import api
        from openfeature.provider.in_memory_provider import InMemoryFlag, InMemoryProvider


        @pytest.fixture(autouse=True)
        def flags():
            api.set_provider(InMemoryProvider({"new-router": InMemoryFlag("on", {"on": True, "off": False})}))
        """),
        found=((8, "new-router"),),
    ),
    Snippet(
        "LaunchDarkly's data for tests defines the flag",
        "tests/conftest.py",
        text("""
        import pytest
        from ldclient.integrations.test_data import TestData


        @pytest.fixture
        def flags():
            source = TestData.data_source()
            source.update(source.flag("new-router").variation_for_all(True))
            return source
        """),
        found=((8, "new-router"),),
    ),
    Snippet(
        "LaunchDarkly is asked in a browser",
        "web/src/router.ts",
        text("""
        import { initialize } from "launchdarkly-js-client-sdk";

        const client = initialize("client-side-id", { kind: "user", key: "ann" });

        export const isNew = (): boolean => client.variation("new-router", false);
        """),
        found=((5, "new-router"),),
    ),
    Snippet(
        "OpenFeature's key is given by keyword",
        "app/answers.py",
        text("""
        from openfeature import api


        def route(question):
            client = api.get_client("docent")
            if client.get_boolean_value(default_value=False, flag_key="new-router"):
                return "new"
            return "old"
        """),
        found=((6, "new-router"),),
    ),
    Snippet(
        "LaunchDarkly is asked in a class that got the client",
        "app/answers.py",
        text("""
        from ldclient import LDClient


        class Answers:
            def __init__(self, client: LDClient):
                self._client = client

            def route(self, context):
                return self._client.variation("new-router", context, False)
        """),
        found=((9, "new-router"),),
    ),
)
