"""A settled flag that is asked again by an expression or a decorator."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "the expression is asked in a condition",
        "app/views.py",
        text("""
        from app.features import Feature


        def router_name(user):
            if user.has_feature(Feature.NEW_ROUTER):
                return "new"
            return "old"
        """),
        found=((5, "$P.has_feature(Feature.NEW_ROUTER)"),),
    ),
    Snippet(
        "the expression is asked of a call's result, and negated",
        "app/middleware.py",
        text("""
        from app.accounts import current_account
        from app.features import Feature


        class RouterMiddleware:
            def __init__(self, get_response):
                self.get_response = get_response

            def __call__(self, request):
                if not current_account(request).has_feature(Feature.NEW_ROUTER):
                    request.router = "old"
                return self.get_response(request)
        """),
        found=((10, "$P.has_feature(Feature.NEW_ROUTER)"),),
    ),
    Snippet(
        "the expression filters a comprehension",
        "app/reports.py",
        text("""
        from app.features import Feature


        def on_new_router(users):
            return [user.email for user in users if user.active and user.has_feature(Feature.NEW_ROUTER)]
        """),
        found=((5, "$P.has_feature(Feature.NEW_ROUTER)"),),
    ),
    Snippet(
        "the expression is an argument",
        "app/serializers.py",
        text("""
        from app.features import Feature


        class UserSerializer:
            def to_dict(self, user):
                return dict(
                    name=user.name,
                    new_router=user.profile.has_feature(Feature.NEW_ROUTER),
                    search=user.profile.has_feature(Feature.SEARCH),
                )
        """),
        found=((8, "$P.has_feature(Feature.NEW_ROUTER)"),),
    ),
    Snippet(
        "the expression is assigned in a test's helper",
        "tests/test_router.py",
        text("""
        from app.features import Feature
        from app.users import User


        def test_everyone_has_it():
            enabled = User("ann").has_feature(Feature.NEW_ROUTER)
            assert enabled
        """),
        found=((6, "$P.has_feature(Feature.NEW_ROUTER)"),),
    ),
    Snippet(
        "the decorator is imported by itself",
        "app/views.py",
        text("""
        from app.features import required


        @required("new-router")
        def router(request):
            return request.render("router.html")
        """),
        found=((4, 'app.features.required("new-router")'),),
    ),
    Snippet(
        "the decorator is reached through its module",
        "app/api.py",
        text("""
        from app import features


        class Routes:
            @features.required('new-router')
            def list(self, request):
                return []
        """),
        found=((5, 'app.features.required("new-router")'),),
    ),
    Snippet(
        "the decorator has a short name and stands between others",
        "app/admin.py",
        text("""
        from functools import cache

        from app.features import required as needs
        from app.security import login_required


        @login_required
        @needs("new-router")
        @cache
        def routes():
            return ("a", "b")
        """),
        found=((8, 'app.features.required("new-router")'),),
    ),
    Snippet(
        "the decorator is given a constant",
        "app/api.py",
        text("""
        import app.features

        NEW_ROUTER = "new-router"


        @app.features.required(NEW_ROUTER)
        async def routes(request):
            return await request.json()
        """),
        found=((6, 'app.features.required("new-router")'),),
    ),
)
