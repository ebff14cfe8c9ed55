"""What goes with a variable and what does not, to the byte."""

from __future__ import annotations

import pytest

from legacy_codemod.config_formats import Cut, cut_as

UNTOUCHED = {
    "a longer name is another variable": ("dotenv", "USE_X_TOO=1\nRE_USE_X=1\n"),
    "words about it are no assignment": ("dotenv", "# USE_X=true sends all traffic there\nA=1\n"),
    "a line of another variable's value is no assignment": ("dotenv", 'KEY="begin\nUSE_X=1\nend"\n'),
    "a value that may hold other variables is not understood": ("dotenv", 'USE_X="on\nA=1\nB="x"\n'),
    "a script in a workflow sets it for itself": ("github_actions", "steps:\n  - run: |\n      USE_X=1 pytest\n"),
    "a comment in a script belongs to the script": (
        "github_actions",
        "steps:\n  - run: |\n      # USE_X=1\n      pytest\n",
    ),
    "a matrix that holds it is no env map": ("github_actions", "strategy:\n  matrix:\n    USE_X: [true, false]\n"),
    "a map in braces over lines is left as it is": ("compose", "environment: {\n  USE_X: 1,\n  A: 2\n  }\n"),
    "an anchored value may be meant elsewhere": ("compose", "environment:\n  USE_X: &x 1\n  A: *x\n"),
    "a container of that name is no variable": ("kubernetes", "containers:\n  - name: USE_X\n"),
    "a heredoc is not Dockerfile": ("dockerfile", "RUN <<EOF\nENV USE_X=1\nEOF\n"),
    "a value quoted over lines is not understood": ("dockerfile", 'ENV A="x \\\n USE_X=1"\n'),
    "what a test command names is a command": ("ini", "[testenv]\ncommands = env USE_X=1 pytest\n"),
}

CUTS = {
    "white space, export and quotes": ("dotenv", "A=1\n export USE_X = 'a b' # on\nB=2\n", "A=1\nB=2\n"),
    "carriage returns stay": ("dotenv", "A=1\r\nUSE_X=1\r\nB=2\r\n", "A=1\r\nB=2\r\n"),
    "the last line without an end": ("dotenv", "A=1\nUSE_X=1", "A=1\n"),
    "a mark at the start of the file stays": ("dotenv", "\ufeffUSE_X=1\nA=1\n", "\ufeffA=1\n"),
    "a value over several lines goes whole": (
        "dotenv",
        'USE_X="-----BEGIN\nabc#d==\n# USE\nend \\" of\n"\nA=1\n',
        "A=1\n",
    ),
    "a backslash does not keep single quotes open": ("dotenv", "USE_X='C:\\x\\'\nA='1'\n", "A='1'\n"),
    "a bare name is passed through": ("dotenv", "USE_X\nA\n", "A\n"),
    "every commented-out assignment": ("dotenv", "A=1\n#USE_X=\n# export USE_X='a b'\n## USE_X=1 # on\n", "A=1\n"),
    "the heading of a block that empties, and one blank line": (
        "dotenv",
        "A=1\n\n# x\n# y\nUSE_X=1\n\nB=2\n",
        "A=1\n\nB=2\n",
    ),
    "the last block with the blank line above": ("dotenv", "A=1\n\n# x\nUSE_X=1\n", "A=1\n"),
    "two blocks": ("dotenv", "A=1\n\nUSE_X=1\n\n#USE_X=2\n", "A=1\n"),
    "only one of two blank lines": ("dotenv", "A=1\n\nUSE_X=1\n\n\nB=2\n", "A=1\n\n\nB=2\n"),
    "a heading stays where the block does not empty": ("dotenv", "# x\nUSE_X=1\nA=1\n", "# x\nA=1\n"),
    "a commented-out line of another variable is no heading": (
        "dotenv",
        "# A=a b\nUSE_X=1\n\nB=2\n",
        "# A=a b\n\nB=2\n",
    ),
    "a comment on one line of a block": (
        "dotenv",
        "# --- x ---\n# on?\nUSE_X=1\n# a\nA=1\n",
        "# --- x ---\n# a\nA=1\n",
    ),
    "a section without blank lines": ("dotenv", "# --- x\nUSE_X=1\n# --- a\nA=1\n", "# --- a\nA=1\n"),
    "a licence is no heading": ("dotenv", "# Copyright Ada\nUSE_X=1\n\nA=1\n", "# Copyright Ada\n\nA=1\n"),
    "nothing else in the file": ("dotenv", "# x\n\nUSE_X=1\n", "# x\n"),
    "a list with its dashes under the key": (
        "compose",
        "a:\n  image: b\n  environment:\n  - USE_X\n  ports: []\n",
        "a:\n  image: b\n  ports: []\n",
    ),
    "a quoted entry of a list": ("compose", 'environment:\n  - "USE_X=1 2"\n  - A=1\n', "environment:\n  - A=1\n"),
    "a quoted key, and a commented-out one": (
        "compose",
        'environment:\n  "USE_X": 1\n  # USE_X: "a b"\n  A: 1\n',
        "environment:\n  A: 1\n",
    ),
    "every key above that empties": (
        "compose",
        "services:\n  a:\n    environment:\n      USE_X: 1\nvolumes:\n  d:\n",
        "volumes:\n  d:\n",
    ),
    "an anchor stays for what refers to it": (
        "compose",
        "x-e: &e\n  USE_X: 1\nenvironment: *e\n",
        "x-e: &e {}\nenvironment: *e\n",
    ),
    "comments inside a map that empties": (
        "github_actions",
        "a: 1\nenv:\n  # on\n  USE_X: 1\n  # end\nb: 1\n",
        "a: 1\nb: 1\n",
    ),
    "a value over several lines of a map": (
        "github_actions",
        "env:\n  USE_X: >-\n    a\n\n    b\n  A: 1\n",
        "env:\n  A: 1\n",
    ),
    "the comment of the last entry of a map": (
        "github_actions",
        "env:\n  A: 1\n\n  # on\n  USE_X: 1\nb: 1\n",
        "env:\n  A: 1\nb: 1\n",
    ),
    "an item keeps its dash": ("github_actions", "steps:\n- env:\n    USE_X: 1\n\n  run: a\n", "steps:\n\n- run: a\n"),
    "an item with its dash on a line of its own": (
        "github_actions",
        "a:\n-\n  env:\n    USE_X: 1\n  run: a\n",
        "a:\n-\n  run: a\n",
    ),
    "a template's line keeps the key above it": (
        "kubernetes",
        "env:\n  {{- toYaml .Values.env }}\n  - name: USE_X\n    value: a\n",
        "env:\n  {{- toYaml .Values.env }}\n",
    ),
    "a line that is not understood does too": (
        "compose",
        "environment:\n  ? A\n  : 1\n  USE_X: 1\n",
        "environment:\n  ? A\n  : 1\n",
    ),
    "a name that is not the first key of its item": (
        "kubernetes",
        "env:\n- value: a\n  name: USE_X\n- name: A\n",
        "env:\n- name: A\n",
    ),
    "the first of several": ("dockerfile", "ENV USE_X=1 A=2\n", "ENV A=2\n"),
    "the last of several": ("dockerfile", "env A=2  USE_X='1 2'\n", "env A=2\n"),
    "the form without an equals sign": ("dockerfile", "ENV USE_X a b=c\nENV A USE_X\n", "ENV A USE_X\n"),
    "the first line of a continued instruction": ("dockerfile", "ENV USE_X=1 \\\n    A=2\n", "ENV A=2\n"),
    "a line in the middle": ("dockerfile", "ENV A=1 \\\n    USE_X=1 \\\n    B=2\n", "ENV A=1 \\\n    B=2\n"),
    "the last line of a continued instruction": (
        "dockerfile",
        "ENV \\\n  A=1 \\\n  # on\n  USE_X=1\nRUN b\n",
        "ENV \\\n  A=1\nRUN b\n",
    ),
    "another escape character": ("dockerfile", "# escape=`\nENV A=C:\\ `\n  USE_X=1\n", "# escape=`\nENV A=C:\\\n"),
    "a long form in the middle": ("gitlab_ci", "variables:\n  USE_X:\n    value: a\n  A: 1\n", "variables:\n  A: 1\n"),
    "a value on the line of its key": (
        "ini",
        "[testenv]\nsetenv = USE_X=1\n    A=2\n",
        "[testenv]\nsetenv =\n    A=2\n",
    ),
    "for some environments only": (
        "ini",
        "[testenv]\nset_env =\n  py311: USE_X=1\n  A=2\n",
        "[testenv]\nset_env =\n  A=2\n",
    ),
    "a name in a list": ("ini", "[testenv]\npassenv = A USE_X B\n", "[testenv]\npassenv = A B\n"),
}


def found(form: str, text: str) -> Cut:
    return cut_as(form, text.encode(), "USE_X")


@pytest.mark.parametrize(("form", "text"), UNTOUCHED.values(), ids=UNTOUCHED)
def test_nothing_is_cut(form: str, text: str) -> None:
    assert (found(form, text).content.decode(), found(form, text).edits) == (text, ())


@pytest.mark.parametrize(("form", "before", "after"), CUTS.values(), ids=CUTS)
def test_what_sets_it_goes_and_every_other_byte_stays(form: str, before: str, after: str) -> None:
    assert found(form, before).content.decode() == after
    assert found(form, after).edits == ()


def test_bytes_that_are_no_text_stay() -> None:
    assert cut_as("dotenv", b"A=\xff\xfe\x85\x0b1\nUSE_X=\xff\n", "USE_X").content == b"A=\xff\xfe\x85\x0b1\n"


@pytest.mark.parametrize(
    ("form", "text", "edits"),
    [
        ("dotenv", "USE_X=1\nA=1\nUSE_X=2\n", ((1, 1), (3, 3))),
        ("dotenv", "A=1\n\n# x\nUSE_X=1\n\nB=1\n", ((3, 5),)),
        ("dockerfile", "FROM a\nENV A=1 \\\n  USE_X=1\n", ((2, 3),)),
        ("dockerfile", "FROM a\nENV A=1 USE_X=1\n", ((2, 2),)),
    ],
    ids=["two places", "with heading and blank line", "the line before ends differently", "a line that is shortened"],
)
def test_edits_name_the_lines_of_the_file_before(form: str, text: str, edits: tuple[tuple[int, int], ...]) -> None:
    assert found(form, text).edits == edits


@pytest.mark.parametrize(
    ("form", "text", "uses", "mentions"),
    [
        ("dotenv", "USE_X=$USE_X\n", (), ()),
        ("dotenv", "USE_X=1\nA=${USE_X:-x}\n# see USE_X\n", (2,), (3,)),
        ("compose", "a:\n  environment:\n    USE_X: ${USE_X}\n    A: 1\n  command: run $$USE_X\n", (5,), ()),
        ("dockerfile", "ENV USE_X=1\nRUN echo $USE_X\n# $USE_X\n", (2,), (3,)),
        ("github_actions", "if: env.USE_X == '1'\nwith:\n  USE_X: 1\n", (1,), (3,)),
        ("kubernetes", "env:\n  - name: A\n    value: $(USE_X)\n", (3,), ()),
        ("compose", "environment: {\n  USE_X: 1 }\nimage: a$USE_XY\n", (), (2,)),
    ],
    ids=[
        "a line that goes uses nothing",
        "a default, and a comment",
        "the shell of a container",
        "a run line",
        "a condition, and the input of an action",
        "a reference between entries",
        "a place that is not understood, and a longer name",
    ],
)
def test_lines_that_stay_and_use_or_name_it_are_told(
    form: str, text: str, uses: tuple[int, ...], mentions: tuple[int, ...]
) -> None:
    assert (found(form, text).uses, found(form, text).mentions) == (uses, mentions)
