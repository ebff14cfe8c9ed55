"""A flag of an SDK asked by tests, by templates, and of a client: django-waffle, OpenFeature, LaunchDarkly."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a model of waffle is asked",
        "app/jobs.py",
        text("""
        from waffle import get_waffle_switch_model


        def enabled():
            return get_waffle_switch_model().get("new-router").is_active()
        """),
        found=((5, "new-router"),),
    ),
    Snippet(
        "a test forces the flag by a decorator",
        "tests/test_views.py",
        text("""
        from django.test import TestCase
        from waffle.testutils import override_flag


        class RouteTests(TestCase):
            @override_flag("new-router", active=True)
            def test_routes(self):
                self.assertContains(self.client.get("/routes/"), "new")
        """),
        found=((6, "new-router"),),
    ),
    Snippet(
        "a test forces the switch in a block",
        "tests/test_tasks.py",
        text("""
        from waffle.testutils import override_switch

        from app.tasks import rebuild


        def test_skips(db):
            with override_switch("new-router", active=False):
                assert rebuild() == "skipped"
        """),
        found=((7, "new-router"),),
    ),
    Snippet(
        "a template asks for the flag",
        "app/templates/routes/list.html",
        text("""
        {% extends "base.html" %}
        {% load waffle_tags %}
        {% block content %}
          {% flag "new-router" %}
            {% include "routes/new.html" %}
          {% else %}
            {% include "routes/old.html" %}
          {% endflag %}
        {% endblock %}
        """),
        found=((4, "new-router"),),
    ),
    Snippet(
        "a template asks for the switch",
        "app/templates/nav.html",
        text("""
        {% load waffle_tags %}
        <nav>
          <a href="/">Home</a>
          {% switch 'new-router' %}<a href="/routes/">Routes</a>{% endswitch %}
        </nav>
        """),
        found=((4, "new-router"),),
    ),
    Snippet(
        "a Jinja template asks for the flag",
        "app/jinja2/nav.jinja",
        text("""
        <nav>
          {% if waffle.flag("new-router") %}
            <a href="/routes/">Routes</a>
          {% endif %}
        </nav>
        """),
        found=((2, "new-router"),),
    ),
    Snippet(
        "OpenFeature asks with a client of the module",
        "app/answers.py",
        text("""
        from openfeature import api
        from openfeature.evaluation_context import EvaluationContext

        client = api.get_client()


        def answer(question, user):
            context = EvaluationContext(targeting_key=user.id)
            if client.get_boolean_value("new-router", False, context):
                return f"new: {question}"
            return f"old: {question}"
        """),
        found=((9, "new-router"),),
    ),
    Snippet(
        "OpenFeature asks for details by keyword",
        "app/router_setup.py",
        text("""
        from openfeature import api


        class Setup:
            def __init__(self):
                self.flags = api.get_client("routing")

            def is_new(self):
                details = self.flags.get_boolean_details(flag_key="new-router", default_value=False)
                return details.value
        """),
        found=((9, "new-router"),),
    ),
    Snippet(
        "OpenFeature asks in a coroutine of an annotated client",
        "app/stream.py",
        text("""
        from openfeature.client import OpenFeatureClient


        async def stream(question, flags: OpenFeatureClient):
            if await flags.get_boolean_value_async("new-router", False):
                yield "new"
            yield question
        """),
        found=((5, "new-router"),),
    ),
    Snippet(
        "LaunchDarkly asks with the shared client",
        "app/answers.py",
        text("""
        import ldclient
        from ldclient import Context


        def answer(question, user):
            context = Context.builder(user.key).name(user.name).build()
            return "new" if ldclient.get().variation("new-router", context, False) else "old"
        """),
        found=((7, "new-router"),),
    ),
    Snippet(
        "LaunchDarkly asks with an injected client and a constant",
        "app/routing.py",
        text("""
        from ldclient.client import LDClient

        NEW_ROUTER = "new-router"


        class Routing:
            def __init__(self, client: LDClient):
                self._client = client

            def new(self, context):
                return self._client.variation(NEW_ROUTER, context, False)
        """),
        found=((11, "new-router"),),
    ),
    Snippet(
        "LaunchDarkly asks for the detail",
        "app/why.py",
        text("""
        import ldclient


        def why(context):
            client = ldclient.get()
            detail = client.variation_detail("new-router", context, False)
            return detail.reason
        """),
        found=((6, "new-router"),),
    ),
)
