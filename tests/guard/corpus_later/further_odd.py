"""Files that are odd in what they bind, and hold no use."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "names that are made of themselves",
        "app/odd.py",
        text("""
        import os

        A = list(B)
        B = list(A)
        C = tuple(C)

        for name in A:
            os.environ.pop(name, None)
        for name in C:
            os.environ.pop(name, None)
        print([os.environ.get(name) for name in sorted(B)], "AI_PROVIDER")
        """),
    ),
    Snippet(
        "functions that call themselves and each other",
        "app/odd.py",
        text("""
        import os

        f = lambda name: f(name) or g(name)  # noqa: E731
        g = lambda name: f(name) or os.environ.get(f"{name}_V2")  # noqa: E731

        print(f("AI_PROVIDER"), g("DEFAULT_MODEL"))
        """),
    ),
    Snippet(
        "classes and modules that bind odd things",
        "app/odd.py",
        text("""
        import os


        class Odd:
            environ = environ
            values = values = dict(os.environ)
            del values

            def get(self):
                return self.environ.get("AI_PROVIDER"), self.missing["DEFAULT_MODEL"]


        environ, [*rest] = {}, []
        print(environ["AI_PROVIDER"], rest.env["DEFAULT_MODEL"])
        """),
    ),
)
