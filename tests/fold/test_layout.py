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
    "a comment behind an operand stays where the last operand goes": (
        """
        if (a and b  # why
                and ON):
            go()
        """,
        """
        if (a and b  # why
                ):
            go()
        """,
    ),
    "a comment that names the flag's constant goes": (
        """
        before()
        # ON since March
        if ON:
            new()
        """,
        """
        before()
        new()
        """,
    ),
    "a comment in which the flag's name is part of another": (
        """
        before()
        # USE_NEW_TOOLS and ON-site
        if ON:
            new()
        """,
        """
        before()
        # USE_NEW_TOOLS and ON-site
        new()
        """,
    ),
    "decorators between comments": (
        """
        @first
        # second
        @second(new if ON else old)
        # third
        def run():
            pass
        """,
        """
        @first
        # second
        @second(new)
        # third
        def run():
            pass
        """,
    ),
    "comments at the ends of suites": (
        """
        if ON:
            if a:
                new()
            # not a
            else:
                old()
            # end of new
        # about else
        else:
            old()
            # end of old
        # after
        after()
        """,
        """
        if a:
            new()
        # not a
        else:
            old()
        # end of new
        # after
        after()
        """,
    ),
    "comments between branches that stay": (
        """
        if a:
            first()
            # end of first
        # the old way
        elif OFF:
            old()
            # end of old
        # about b
        elif b:
            second()
        # about the rest
        else:
            last()
        """,
        """
        if a:
            first()
            # end of first
        # about b
        elif b:
            second()
        # about the rest
        else:
            last()
        """,
    ),
    "a comment above an elif that opens the chain": (
        """
        # about the chain
        if OFF:
            old()
        # about b
        elif b:
            second()
        """,
        """
        # about the chain
        if b:
            second()
        """,
    ),
    "blank lines at the start of branches": (
        """
        # header

        if ON:

            # first
            new()

        else:

            old()

        after()
        """,
        """
        # header

        # first
        new()

        after()
        """,
    ),
    "blank lines around a settled statement at the end of a function": (
        """
        def run():
            go()

            if OFF:
                old()


        def other():
            pass
        """,
        """
        def run():
            go()


        def other():
            pass
        """,
    ),
    "blank lines around a conditional definition": (
        """
        import a

        if OFF:

            def run():
                pass


        def other():
            pass
        """,
        """
        import a


        def other():
            pass
        """,
    ),
    "a settled statement first in a class": (
        """
        class A:
            if OFF:
                kind = 1

            def run(self):
                pass
        """,
        """
        class A:
            def run(self):
                pass
        """,
    ),
    "a settled statement last in a class": (
        """
        class A:
            def run(self):
                pass

            if OFF:
                def other(self):
                    pass
        """,
        """
        class A:
            def run(self):
                pass
        """,
    ),
    "backslashes around the condition": (
        """
        if a and \\
                ON:
            go()
        if \\
          ON:
            go()
        """,
        """
        if a:
            go()
        go()
        """,
    ),
    "a backslash behind the colon": (
        """
        if ON: \\
            new()
        if OFF:
            old()
        else: \\
            new()
        """,
        """
        new()
        new()
        """,
    ),
    "an else with a backslash in front of its colon": (
        """
        if OFF:
            old()
        else \\
          :
            new()
        """,
        """
        new()
        """,
    ),
    "one-line suites in a chain": (
        """
        if a: first()
        elif OFF: old()
        else: last()
        """,
        """
        if a: first()
        else: last()
        """,
    ),
    "a one-line suite that opens the chain": (
        """
        if OFF: old()
        elif a: first()
        """,
        """
        if a: first()
        """,
    ),
    "semicolons around what goes": (
        """
        x = 1; assert ON; y = 2  # both
        if a: x = 1; assert ON
        if a: assert ON; y = 1
        """,
        """
        x = 1; y = 2  # both
        if a: x = 1
        if a: y = 1
        """,
    ),
    "semicolons over several lines": (
        """
        x = 1; \\
        assert ON; \\
        y = 2
        """,
        """
        x = 1; \\
        y = 2
        """,
    ),
    "a one-line body that goes": (
        """
        def run(): assert ON  # checked
        class A: ON; kind = 1
        for a in b: assert ON
        """,
        """
        def run(): pass  # checked
        class A: kind = 1
        for a in b: pass
        """,
    ),
    "a one-line else and finally that go": (
        """
        try: go()
        except OSError: log()
        else: assert ON
        finally: assert ON
        """,
        """
        try: go()
        except OSError: log()
        """,
    ),
    "a multi-line string on a one-line suite": (
        '''
        if ON: x = """
          one
        """; y = ON
        after()
        ''',
        '''
        x = """
          one
        """; y = True
        after()
        ''',
    ),
    "a ternary with comments around each part": (
        """
        x = (
            # first
            a
            # second
            if OFF
            # third
            else b
            # fourth
        )
        """,
        """
        x = (
            # first
            b
            # fourth
        )
        """,
    ),
    "a ternary in an argument on lines of its own": (
        """
        x = call(
            arg=(
                a
                if ON
                else b
            ),
        )
        """,
        """
        x = call(
            arg=a,
        )
        """,
    ),
    "a trailing comma behind a ternary": (
        """
        x = call(
            a if ON else b,  # one
            # two
            c if OFF else d,  # three
        )
        """,
        """
        x = call(
            a,  # one
            # two
            d,  # three
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
    "a form feed in the indentation of a body": (b"if ON:\n\x0c    new()\n    more()\n", b"\x0cnew()\nmore()\n"),
    "a form feed in front of a body of several lines": (
        b"\x0cif ON:\n    new()\n    more()\nelse:\n    old()\n",
        b"\x0cnew()\nmore()\n",
    ),
    "a form feed in the indentation of the condition": (
        b"def run():\n\x0c    if ON:\n        new()\n        more()\n",
        b"def run():\n\x0c    new()\n    more()\n",
    ),
    "a form feed between statements": (
        b"if ON:\n    new()\n    \x0c\n    more()\n",
        b"new()\n\x0c\nmore()\n",
    ),
    "a form feed on each side of what goes": (
        b"x = 1\n\x0c\nif OFF:\n    old()\n\x0c\ny = 2\n",
        b"x = 1\n\x0c\ny = 2\n",
    ),
    "old Macintosh line ends": (
        b"if ON:\r    new()\r    more()\relse:\r    old()\rafter()\r",
        b"new()\rmore()\rafter()\r",
    ),
    "mixed line ends": (
        b"if ON:\r\n    new()\n    more()\r\nelse:\n    old()\r\nafter()\n",
        b"new()\nmore()\r\nafter()\n",
    ),
    "carriage returns in a string of a kept branch": (
        b"if ON:\n    x = '''a\r\n  b'''\r\n",
        b"x = '''a\r\n  b'''\r\n",
    ),
    "carriage returns in a generator that empties": (
        b"def rows():\r\n    if OFF:\r\n        yield 1\r\n",
        b"def rows():\r\n    yield from ()\r\n",
    ),
    "tabs behind spaces": (
        b"def run():\n    if ON:\n    \tnew()\n    \tif a:\n    \t\tmore()\n",
        b"def run():\n    new()\n    if a:\n    \tmore()\n",
    ),
    "no final newline in a generator that empties": (
        b"def rows():\n    if OFF:\n        yield 1",
        b"def rows():\n    yield from ()",
    ),
    "tabs below spaces": (
        b"def run():\n\tif ON:\n\t    new()\n\t    call(\n\t\tx)\n",
        b"def run():\n\tnew()\n\tcall(\n\t\tx)\n",
    ),
    "blank lines at the end of a file": (b"if ON:\n    new()\n\n\n", b"new()\n\n\n"),
    "a semicolon with nothing behind it": (b"if ON:\n    new() ; \n", b"new() ; \n"),
    "a colon set apart": (b"if ON :\n    new()\n", b"new()\n"),
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
    "carriage returns around a text that becomes no docstring": (
        b'from flags import ON\r\ndef run():\r\n    if ON:\r\n        "a remark"\r\n        new()\r\n',
        b'from flags import ON\r\ndef run():\r\n    pass\r\n    "a remark"\r\n    new()\r\n',
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
