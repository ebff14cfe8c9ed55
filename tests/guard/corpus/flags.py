"""A settled flag that is asked again: by its name, by an expression, by a decorator."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "the name is imported and read",
        "app/checkout.py",
        text("""
        from app.flags import NEW_CHECKOUT


        def checkout(cart):
            if NEW_CHECKOUT:
                return cart.pay()
            raise RuntimeError("the old checkout is gone")
        """),
        found=((1, "app.flags.NEW_CHECKOUT"),),
        also=((5, "app.flags.NEW_CHECKOUT"),),
    ),
    Snippet(
        "the name is imported relatively under another name",
        "app/views.py",
        text("""
        from .flags import NEW_CHECKOUT as new_checkout


        def template():
            return "checkout/new.html" if new_checkout else "checkout/old.html"
        """),
        found=((1, "app.flags.NEW_CHECKOUT"),),
        also=((5, "app.flags.NEW_CHECKOUT"),),
    ),
    Snippet(
        "the name is read as an attribute of its module",
        "app/cart.py",
        text("""
        from app import flags


        class Cart:
            def pay(self):
                return self._pay_new() if flags.NEW_CHECKOUT else self._pay_old()
        """),
        found=((6, "app.flags.NEW_CHECKOUT"),),
    ),
    Snippet(
        "the name is read by its whole path",
        "app/api.py",
        text("""
        import app.flags


        def options():
            return {
                "search": app.flags.SEARCH,
                "checkout": app.flags.NEW_CHECKOUT,
            }
        """),
        found=((7, "app.flags.NEW_CHECKOUT"),),
    ),
    Snippet(
        "the name is defined again",
        "app/flags.py",
        text('''
        """What is switched on."""

        import os

        SEARCH = os.environ.get("SEARCH") == "1"
        NEW_CHECKOUT = True
        '''),
        found=((6, "app.flags.NEW_CHECKOUT"),),
    ),
    Snippet(
        "the name is defined again by an annotation",
        "app/flags.py",
        text("""
        from typing import Final

        SEARCH: Final = True
        NEW_CHECKOUT: Final[bool] = SEARCH and True
        """),
        found=((4, "app.flags.NEW_CHECKOUT"),),
    ),
    Snippet(
        "a test patches the name",
        "tests/test_checkout.py",
        text("""
        from unittest.mock import patch


        def test_old_checkout(client):
            with patch("app.flags.NEW_CHECKOUT", False):
                assert client.get("/checkout").status_code == 404
        """),
        found=((5, "app.flags.NEW_CHECKOUT"),),
    ),
    Snippet(
        "a test sets the name on its module",
        "tests/test_cart.py",
        text("""
        from app import flags


        def test_pay(monkeypatch, cart):
            monkeypatch.setattr(flags, "NEW_CHECKOUT", False)
            assert cart.pay()
        """),
        found=((5, "app.flags.NEW_CHECKOUT"),),
    ),
)
