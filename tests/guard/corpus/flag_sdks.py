"""A flag of an SDK asked again: django-waffle in its spellings, OpenFeature, LaunchDarkly."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "waffle asks for the flag",
        "app/views.py",
        text("""
        import waffle
        from django.shortcuts import render


        def routes(request):
            if waffle.flag_is_active(request, "new-router"):
                return render(request, "routes/new.html")
            return render(request, "routes/old.html")
        """),
        found=((6, "new-router"),),
    ),
    Snippet(
        "waffle asks for the switch by an imported function",
        "app/tasks.py",
        text("""
        from waffle import switch_is_active

        from app.celery import task


        @task
        def rebuild():
            if switch_is_active("new-router"):
                return "rebuilt"
            return "skipped"
        """),
        found=((8, "new-router"),),
    ),
    Snippet(
        "waffle asks for the sample by a keyword",
        "app/metrics.py",
        text("""
        from waffle import sample_is_active as sampled


        def measure(request):
            return sampled(sample_name="new-router") and request.path
        """),
        found=((5, "new-router"),),
    ),
    Snippet(
        "waffle's decorator asks",
        "app/views.py",
        text("""
        from waffle.decorators import waffle_flag


        @waffle_flag("new-router")
        def routes(request):
            return request.path
        """),
        found=((4, "new-router"),),
    ),
    Snippet(
        "waffle's decorator asks for the contrary",
        "app/views.py",
        text("""
        from django.http import HttpResponse
        from waffle.decorators import waffle_switch


        @waffle_switch("!new-router")
        def old_routes(request):
            return HttpResponse("old")
        """),
        found=((5, "new-router"),),
    ),
    Snippet(
        "waffle's decorator stands in a table of URLs",
        "app/urls.py",
        text("""
        from django.urls import path
        from waffle.decorators import waffle_flag

        from app import views

        urlpatterns = [
            path("", views.home, name="home"),
            path("routes/", waffle_flag("new-router")(views.routes), name="routes"),
        ]
        """),
        found=((8, "new-router"),),
    ),
    Snippet(
        "waffle's mixin asks",
        "app/views.py",
        text("""
        from django.views.generic import ListView
        from waffle.mixins import WaffleFlagMixin

        from app.models import Route


        class RouteList(WaffleFlagMixin, ListView):
            model = Route
            waffle_flag = "new-router"
        """),
        found=((9, "new-router"),),
    ),
    Snippet(
        "a method decorator asks with a constant",
        "app/views.py",
        text("""
        from django.utils.decorators import method_decorator
        from django.views import View
        from waffle.decorators import waffle_flag

        from app.keys import NEW_ROUTER


        @method_decorator(waffle_flag(NEW_ROUTER), name="dispatch")
        class Routes(View):
            http_method_names = ["get"]
        """),
        found=((8, "new-router"),),
        beside={
            "app/keys.py": text("""
            SEARCH = "search"
            NEW_ROUTER = "new-router"
            """),
        },
    ),
)
