"""Comments, strings, blank lines, encodings, line ends: what is kept is moved, never reprinted."""

from __future__ import annotations

import pytest
from folding import FLAGS, IMPORT, USE_NEW, Row, check, check_bytes, folded

CHANGED: dict[str, Row] = {
    "a comment directly above removed code goes": (
        """
        if ON:
            new()
        else:
            # the old way
            old()
        """,
        """
        new()
        """,
    ),
    "a comment above the if stays with the kept code": (
        """
        # talk to the model
        if ON:
            new()
        else:
            old()
        """,
        """
        # talk to the model
        new()
        """,
    ),
    "a comment above the if that names the flag goes": (
        """
        before()
        # USE_NEW is for the rollout
        if ON:
            new()
        else:
            old()
        """,
        """
        before()
        new()
        """,
    ),
    "a comment above an if of which nothing is left goes": (
        """
        before()
        # the old way
        if OFF:
            old()
        after()
        """,
        """
        before()
        after()
        """,
    ),
    "a comment above it, set apart by a blank line, stays": (
        """
        # section

        if OFF:
            old()
        after()
        """,
        """
        # section

        after()
        """,
    ),
    "comments inside the kept branch stay": (
        """
        if ON:
            # first
            new()  # second

            # third
            more()
            # fourth
        else:
            old()  # fifth
        # sixth
        """,
        """
        # first
        new()  # second

        # third
        more()
        # fourth
        # sixth
        """,
    ),
    "a comment behind the condition goes": (
        """
        if ON:  # until March
            new()
        """,
        """
        new()
        """,
    ),
    "a comment above a removed else goes": (
        """
        if ON:
            new()
        # otherwise the old way
        else:
            old()
        after()
        """,
        """
        new()
        after()
        """,
    ),
    "a comment above a removed elif goes": (
        """
        if a:
            first()
        # the old way
        elif OFF:
            old()
        else:
            last()
        """,
        """
        if a:
            first()
        else:
            last()
        """,
    ),
    "comments in a removed branch go": (
        """
        if OFF:
            # one
            old()
            # two
        after()
        """,
        """
        after()
        """,
    ),
    "a comment behind a removed operand": (
        """
        x = (
            a
            and ON  # rollout
            and b  # always
        )
        """,
        """
        x = (
            a
            and b  # always
        )
        """,
    ),
    "a comment above a removed operand": (
        """
        x = (
            a
            # rollout
            and ON
            and b
        )
        """,
        """
        x = (
            a
            and b
        )
        """,
    ),
    "a multi-line string in code that moves left keeps its lines": (
        '''
        if ON:
            text = """one
            two
              three
            """
            new(text)
        ''',
        '''
        text = """one
            two
              three
            """
        new(text)
        ''',
    ),
    "a multi-line f-string in code that moves left keeps its lines": (
        '''
        if ON:
            text = f"""one
            {two}
            three"""
        ''',
        '''
        text = f"""one
            {two}
            three"""
        ''',
    ),
    "a string that ends in a backslash": (
        """
        if ON:
            text = "one \\
            two"
        """,
        """
        text = "one \\
            two"
        """,
    ),
    "brackets over several lines move left": (
        """
        if ON:
            call(
                one,
                two,
            )
        """,
        """
        call(
            one,
            two,
        )
        """,
    ),
    "a backslash moves left": (
        """
        if ON:
            x = one + \\
                two
        """,
        """
        x = one + \\
            two
        """,
    ),
    "semicolons": (
        """
        before(); x = ON; after()
        """,
        """
        before(); x = True; after()
        """,
    ),
    "a settled statement between semicolons": (
        """
        before(); OFF and old(); after()
        """,
        """
        before(); after()
        """,
    ),
    "a settled statement at the end of a line": (
        """
        before(); OFF and old()
        after()
        """,
        """
        before()
        after()
        """,
    ),
    "a semicolon at the end of a suite": (
        """
        if a:
            before();
        elif OFF:
            old();
        else:
            after();
        """,
        """
        if a:
            before();
        else:
            after();
        """,
    ),
    "a body that is indented by two": (
        """
        def run():
          if ON:
            new()
          else:
            old()
        """,
        """
        def run():
          new()
        """,
    ),
    "a body that is indented by eight": (
        """
        if ON:
                new()
                if a:
                        more()
        """,
        """
        new()
        if a:
                more()
        """,
    ),
    "a docstring above": (
        '''
        def run():
            """Go.

            USE_NEW decides nothing here.
            """
            if ON:
                return new()
            return old()
        ''',
        '''
        def run():
            """Go.

            USE_NEW decides nothing here.
            """
            return new()
        ''',
    ),
    "a decorator with a comment in a kept branch": (
        """
        if ON:
            # why
            @register  # how
            def run():
                pass
        """,
        """
        # why
        @register  # how
        def run():
            pass
        """,
    ),
    "a comment and a decorator of a removed definition": (
        """
        before()
        if OFF:
            # why
            @register
            def run():
                pass
        after()
        """,
        """
        before()
        after()
        """,
    ),
    "a comment at the column of the if inside the body": (
        """
        if ON:
            new()
        # a remark
            more()
        after()
        """,
        """
        new()
        # a remark
        more()
        after()
        """,
    ),
    "a string that looks like a comment": (
        '''
        x = """
        # ON
        """ if ON else ""
        ''',
        '''
        x = """
        # ON
        """
        ''',
    ),
    "a ternary with a comment between its parts": (
        """
        x = (
            new()  # the new way
            if ON
            # the old way
            else old()
        )
        """,
        """
        x = (
            new()  # the new way
        )
        """,
    ),
}
BYTES = {
    "carriage returns": (
        b"if ON:\r\n    new()\r\n    more()\r\nelse:\r\n    old()\r\nafter()\r\n",
        b"new()\r\nmore()\r\nafter()\r\n",
    ),
    "carriage returns in a function that empties": (
        b"def run():\r\n    if OFF:\r\n        old()\r\n",
        b"def run():\r\n    pass\r\n",
    ),
    "tabs": (
        b"def run():\n\tif ON:\n\t\tnew()\n\t\tif a:\n\t\t\tmore()\n\telse:\n\t\told()\n",
        b"def run():\n\tnew()\n\tif a:\n\t\tmore()\n",
    ),
    "no final newline, the kept branch last": (b"if ON:\n    new()", b"new()"),
    "no final newline, the removed branch last": (b"if ON:\n    new()\nelse:\n    old()", b"new()"),
    "no final newline, the removed statement last": (b"new()\nif OFF:\n    old()", b"new()"),
    "no final newline in a function that empties": (b"def run():\n    if OFF:\n        old()", b"def run():\n    pass"),
    "trailing white space in kept lines": (b"if ON:\n    new()   \n    more()\t\n", b"new()   \nmore()\t\n"),
    "blank lines with white space in a kept branch": (b"if ON:\n    new()\n    \n    more()\n", b"new()\n\nmore()\n"),
    "a form feed": (b"\x0cif ON:\n    new()\nelse:\n    old()\n", b"\x0cnew()\n"),
    "characters beyond ASCII before the flag": (
        'x = ("päper", new if ON else old)\n'.encode(),
        'x = ("päper", new)\n'.encode(),
    ),
    "characters beyond the basic plane": ('x = "🎉" if ON else "🙁"\n'.encode(), 'x = "🎉"\n'.encode()),
    "line separators that are no line ends": (
        'if ON:\n    x = "a\u2028b"\nelse:\n    x = 1\n'.encode(),
        'x = "a\u2028b"\n'.encode(),
    ),
}
WHOLE = {
    "a byte order mark": (
        b"\xef\xbb\xbf" + IMPORT.encode() + b"x = ON\n",
        b"\xef\xbb\xbf" + IMPORT.encode() + b"x = True\n",
    ),
    "a coding cookie": (
        b"# -*- coding: latin-1 -*-\n" + IMPORT.encode() + b'x = "\xe4" if ON else "\xf6"\n',
        b"# -*- coding: latin-1 -*-\n" + IMPORT.encode() + b'x = "\xe4"\n',
    ),
    "a licence header stays where the code below it goes": (
        b"# Licence: MIT\nfrom flags import OFF\n\nif OFF:\n    old()\n",
        b"# Licence: MIT\nfrom flags import OFF\n",
    ),
    "a shebang": (
        b"#!/usr/bin/env python\n" + IMPORT.encode() + b"if ON: new()\n",
        b"#!/usr/bin/env python\n" + IMPORT.encode() + b"new()\n",
    ),
}


@pytest.mark.parametrize("row", CHANGED.values(), ids=CHANGED)
def test_layout_is_kept(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", BYTES.values(), ids=BYTES)
def test_bytes_are_kept(row: tuple[bytes, bytes]) -> None:
    check_bytes(*row)


@pytest.mark.parametrize(("before", "after"), WHOLE.values(), ids=WHOLE)
def test_the_top_of_a_file_is_kept(before: bytes, after: bytes) -> None:
    assert folded({"app.py": before, "flags.py": FLAGS}, USE_NEW)["app.py"] == after
