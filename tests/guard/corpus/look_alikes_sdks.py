"""Python and templates that ask an SDK for another key, or something else for the same key."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "waffle is asked for another key",
        "app/views.py",
        text("""
        import waffle
        from waffle.decorators import waffle_flag


        @waffle_flag("new-router-logging")
        def routes(request):
            return waffle.flag_is_active(request, "old-router") or waffle.switch_is_active("new_router")
        """),
    ),
    Snippet(
        "a function of the repository has waffle's name",
        "app/views.py",
        text("""
        from app.switches import flag_is_active, switch_is_active


        def routes(request):
            return flag_is_active(request, "new-router") or switch_is_active("new-router")
        """),
        beside={
            "app/switches.py": text("""
            def flag_is_active(request, name):
                return name in request.session


            def switch_is_active(name):
                return name == "search"
            """),
        },
    ),
    Snippet(
        "another SDK is asked for the same key",
        "app/experiments.py",
        text("""
        from flagsmith import Flagsmith

        flagsmith = Flagsmith(environment_key="none")


        def enabled():
            return flagsmith.get_environment_flags().is_feature_enabled("new-router")
        """),
    ),
    Snippet(
        "an object of the repository has LaunchDarkly's method",
        "app/experiments.py",
        text("""
        class Experiments:
            def variation(self, name, user, default):
                return hash((name, user)) % 2 == 0 or default


        experiments = Experiments()


        def enabled(user):
            return experiments.variation("new-router", user, False)
        """),
    ),
    Snippet(
        "a class of the repository has OpenFeature's method",
        "app/tenants.py",
        text("""
        class Tenant:
            def __init__(self, values):
                self.values = values

            def get_boolean_value(self, key, default):
                return self.values.get(key, default)


        def is_new(tenant: Tenant):
            return tenant.get_boolean_value("new-router", False)
        """),
    ),
    Snippet(
        "LaunchDarkly is asked for another key",
        "app/answers.py",
        text("""
        import ldclient


        def theme(context):
            return ldclient.get().variation("new-router-theme", context, "light")
        """),
    ),
    Snippet(
        "OpenFeature is asked for another key",
        "app/answers.py",
        text("""
        from openfeature import api

        client = api.get_client("new-router")


        def limit():
            return client.get_boolean_value("router", False), client.get_integer_value("limit", 10)
        """),
    ),
    Snippet(
        "a URL and a host have the key's text",
        "app/urls.py",
        text("""
        from django.urls import path, reverse

        from app import views

        urlpatterns = [path("new-router/", views.routes, name="new-router")]
        HOST = "new-router"


        def address():
            return f"https://{HOST}.example.org" + reverse("new-router")
        """),
    ),
    Snippet(
        "a mixin's class has the key under another attribute",
        "app/views.py",
        text("""
        from django.views.generic import ListView
        from waffle.mixins import WaffleFlagMixin


        class Routes(WaffleFlagMixin, ListView):
            waffle_flag = "route-list"
            context_object_name = "new-router"
            template_name = "new-router"
        """),
    ),
    Snippet(
        "a class that is no mixin of waffle has the attribute",
        "app/records.py",
        text("""
        class Record:
            waffle_flag = "new-router"
            waffle_switch = "new-router"
        """),
    ),
    Snippet(
        "a test forces another flag",
        "tests/test_views.py",
        text("""
        from waffle.testutils import override_flag, override_switch


        @override_flag("new-router-logging", active=True)
        def test_routes(client):
            with override_switch("search", active=False):
                assert client.get("/new-router/").status_code == 200
        """),
    ),
    Snippet(
        "a template asks for another flag",
        "app/templates/routes.html",
        text("""
        {% load waffle_tags %}
        {# {% flag "new-router" %} went with version 3 #}
        <div class="new-router" id="new-router">
          {% flag "new-router-logging" %}<p>logged</p>{% endflag %}
          <a href="{% url 'new-router' %}">new-router</a>
        </div>
        """),
    ),
)
