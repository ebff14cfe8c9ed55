"""Code that is nested or chained very deeply: folded as long as it can be read, else left as it is and said so."""

from __future__ import annotations

import pytest
from folding import FLAGS, IMPORT, USE_NEW, check_files, findings, folded

OPERANDS = [f"a{i}" for i in range(150)]
NESTED = {
    "three hundred operands": (f"x = {' or '.join(OPERANDS)} or ON or b\n", f"x = {' or '.join(OPERANDS)} or True\n"),
    "sixty conditional expressions": (
        f"x = {'(y if OFF else ' * 60}z{')' * 60}\n",
        "x = z\n",
    ),
    "two hundred negations": (f"x = {'not ' * 200}ON\n", "x = True\n"),
    "five hundred attributes": (f"x = ON and a{'.b' * 500}\n", f"x = a{'.b' * 500}\n"),
    "five hundred calls": (f"x = ON and a{'.b()' * 500}\n", f"x = a{'.b()' * 500}\n"),
}


@pytest.mark.parametrize(("before", "after"), NESTED.values(), ids=NESTED)
def test_what_is_nested_deeply_is_folded(before: str, after: str) -> None:
    files = {"app.py": IMPORT + before, "flags.py": FLAGS.decode()}
    told = {"app.py": IMPORT + after, "flags.py": "import os\n\nON = True\nOFF = False\n"}
    check_files(files, told)


@pytest.mark.parametrize("chain", [".b" * 5_000, ".b()" * 5_000, " + 1" * 20_000], ids=["attributes", "calls", "sums"])
def test_a_file_that_is_nested_too_deeply_stays_and_is_named_while_others_are_folded(chain: str) -> None:
    deep = f"import os\n\nx = a{chain}\ny = new if os.getenv('USE_NEW') else old\n".encode()
    files = {"deep.py": deep, "app.py": b"from flags import ON\n\nx = new if ON else old\n", "flags.py": FLAGS}
    after = folded(files, USE_NEW)
    assert after["app.py"] == b"from flags import ON\n\nx = new\n"
    assert after["deep.py"] == deep
    assert [str(finding.place) for finding in findings(files, USE_NEW)] == ["deep.py:1"]


def test_functions_that_call_one_another_over_and_over_come_to_an_end() -> None:
    lines = ["import os", "", "", "def f0(x):", "    return os.getenv(x) == 'true'", ""]
    for i in range(1, 14):
        lines += ["", f"def f{i}(x):", f"    return f{i - 1}(x + 'a') or f{i - 1}('b' + x) or f{i - 1}(x)", ""]
    code = "\n".join([*lines, "", "x = new if f13('USE_NEW') else old", "y = new if f0('USE_NEW') else old", ""])
    check_files({"app.py": code}, {"app.py": code.replace("y = new if f0('USE_NEW') else old", "y = new")})


def test_names_that_each_hold_what_any_of_the_others_holds_come_to_an_end() -> None:
    names = [f"n{i}" for i in range(16)]
    lines = ["import os", "", "", "def run(a):"]
    lines += [f"    {name} = os.getenv('USE_NEW') == 'true'" for name in names]
    lines += [f"    while a():\n        {name} = {' + '.join(names)}" for name in names]
    code = "\n".join([*lines, "    return new if n0 and os.getenv('USE_NEW') else old", ""])
    after = code.replace("os.getenv('USE_NEW') == 'true'", "True").replace("n0 and os.getenv('USE_NEW')", "n0")
    check_files({"app.py": code}, {"app.py": after})
