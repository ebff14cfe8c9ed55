"""Python and templates with names like those of the settled flags: of other modules, methods and SDKs."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a flag of another module has the name",
        "app/checkout.py",
        text("""
        from shop.flags import NEW_CHECKOUT


        def checkout(cart):
            return cart.pay() if NEW_CHECKOUT else cart.reserve()
        """),
    ),
    Snippet(
        "another flag of that module is read",
        "app/cart.py",
        text("""
        from app import flags
        from app.flags import NEW_CHECKOUT_LAYOUT, SEARCH


        def layout():
            return flags.NEW_CHECKOUT_LAYOUT and NEW_CHECKOUT_LAYOUT and SEARCH
        """),
        beside={
            "app/flags.py": text("""
            SEARCH = True
            NEW_CHECKOUT_LAYOUT = False
            """),
        },
    ),
    Snippet(
        "a member of an enumeration has the flag's name",
        "app/events.py",
        text("""
        from enum import Enum


        class Event(Enum):
            NEW_CHECKOUT = "new-checkout"
            OLD_CHECKOUT = "old-checkout"


        def emit(bus):
            bus.send(Event.NEW_CHECKOUT)
        """),
    ),
    Snippet(
        "a class in the flags' module has the name as an attribute",
        "app/flags.py",
        text("""
        class Experiments:
            NEW_CHECKOUT = "experiment-7"
            SEARCH = "experiment-8"
        """),
    ),
    Snippet(
        "an attribute of an object called flags has the name",
        "app/views.py",
        text("""
        def view(request, flags):
            return request.render(new=flags.NEW_CHECKOUT, search=request.flags.NEW_CHECKOUT)
        """),
    ),
    Snippet(
        "another feature is asked by the same method",
        "app/views.py",
        text("""
        from app.features import Feature


        def view(user):
            return user.has_feature(Feature.SEARCH), user.has_feature(Feature.NEW_ROUTER_LOGGING)
        """),
    ),
    Snippet(
        "another method is asked with the same feature",
        "app/admin.py",
        text("""
        from app.features import Feature


        def grant(user, log):
            user.enable(Feature.NEW_ROUTER)
            log.info("granted %s", Feature.NEW_ROUTER.value)
            return user.had_feature(Feature.NEW_ROUTER)
        """),
    ),
    Snippet(
        "the method is asked with a string",
        "app/metrics.py",
        text("""
        def label(user):
            return user.has_feature("NEW_ROUTER") or user.has_feature("Feature.NEW_ROUTER")
        """),
    ),
    Snippet(
        "the feature of another enumeration",
        "app/network/scan.py",
        text("""
        from app.network.features import BoxFeature


        def scan(box):
            return box.has_feature(BoxFeature.NEW_ROUTER)
        """),
    ),
    Snippet(
        "a decorator of another module has the name and the key",
        "app/admin.py",
        text("""
        from app.permissions import required


        @required("new-router")
        def routes(request):
            return request.path
        """),
        beside={
            "app/permissions.py": text("""
            def required(name):
                return lambda function: function
            """),
        },
    ),
    Snippet(
        "the decorator is given another key",
        "app/api.py",
        text("""
        from app import features
        from app.features import required


        @required("new-router-logging")
        @features.required("search")
        def routes(request):
            return request.path
        """),
    ),
    Snippet(
        "another decorator of that module is given the key",
        "app/api.py",
        text("""
        from app.features import counted


        @counted("new-router")
        def routes(request):
            return request.path
        """),
    ),
)
