"""What each format cuts and what it leaves, to the byte; what is left is still read by the format's own parser."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping

import pytest
import yaml

from legacy_codemod.config_formats import cut_as

PARSERS: Mapping[str, Callable[[str], object]] = {
    "json_env": json.loads,
    "toml_env": tomllib.loads,
    **dict.fromkeys(
        ("compose", "gitlab_ci", "github_actions", "kubernetes", "helm", "circleci", "azure_pipelines"), yaml.safe_load
    ),
}

CUTS = {
    "the first of a list in brackets": (
        "compose",
        'a:\n  environment: ["USE_X=1", "A=2"]\n',
        'a:\n  environment: ["A=2"]\n',
    ),
    "the last of a list in brackets": ("compose", "a:\n  environment: [A=1, USE_X=2]\n", "a:\n  environment: [A=1]\n"),
    "a map in braces with a comma in its value": (
        "compose",
        'a:\n  environment: {USE_X: "a, b", A: 2}\n  b: 1\n',
        "a:\n  environment: {A: 2}\n  b: 1\n",
    ),
    "a map in braces that holds nothing else": (
        "compose",
        "a:\n  environment: {USE_X: 1} # on\n  b: 1\n",
        "a:\n  b: 1\n",
    ),
    "an anchor that nothing means": ("compose", "environment:\n  USE_X: &x 1\n  A: 2\n", "environment:\n  A: 2\n"),
    "what is merged in would come through": (
        "compose",
        "x-a: &a\n  environment:\n    A: 1\nb:\n  <<: *a\n  environment:\n    USE_X: 1\n",
        "x-a: &a\n  environment:\n    A: 1\nb:\n  <<: *a\n  environment: {}\n",
    ),
    "a job that others extend": (
        "gitlab_ci",
        ".base:  # shared\n  variables:\n    USE_X: '1'\ntest:\n  extends: .base\n",
        ".base: {}  # shared\ntest:\n  extends: .base\n",
    ),
    "items of one key": ("circleci", "environment:\n  - USE_X: 1\n  - A: 1\n", "environment:\n  - A: 1\n"),
    "an item in braces": (
        "kubernetes",
        'env:\n  - {name: USE_X, value: "1"}\n  - {name: A, value: "2"}\n',
        'env:\n  - {name: A, value: "2"}\n',
    ),
    "an entry that takes the key of a map": (
        "kubernetes",
        "env:\n  - name: USE_X\n    valueFrom:\n      configMapKeyRef:\n        key: USE_X\n  - name: A\n",
        "env:\n  - name: A\n",
    ),
    "values that templates ask for stay as an empty map": (
        "helm",
        "env:\n  # on\n  USE_X: 1\na: 2\n",
        "env: {}\na: 2\n",
    ),
    "and as an empty list": ("helm", "env: [{name: USE_X, value: 1}]\na: 2\n", "env: []\na: 2\n"),
    "the first member": ("json_env", '{"env": {"USE_X": 1, "B": 2}}', '{"env": {"B": 2}}'),
    "the last member": ("json_env", '{"env": {"B": 2, "USE_X": 1}}', '{"env": {"B": 2}}'),
    "the only member": ("json_env", '{"env": {"USE_X": 1}, "b": 1}', '{"b": 1}'),
    "the only member of the last map": (
        "json_env",
        '{\n  "b": 1,\n  "env": {\n    "USE_X": 1\n  }\n}\n',
        '{\n  "b": 1\n}\n',
    ),
    "a comma that may trail, and comments": (
        "json_env",
        '{\n  "env": {\n    /* a */\n    "B": 1, // b\n    "USE_X": "a // b", // x\n    // "USE_X": 2,\n  },\n}\n',
        '{\n  "env": {\n    /* a */\n    "B": 1, // b\n  },\n}\n',
    ),
    "an object of a list": (
        "json_env",
        '{"environment": [\n  {"name": "A"},\n  {"name": "USE_X",\n   "value": 1}\n]}\n',
        '{"environment": [\n  {"name": "A"}\n]}\n',
    ),
    "a table with its head and heading": ("toml_env", 'b = 1\n\n# on\n[env]\nUSE_X = "1"\n', "b = 1\n"),
    "a dotted key": ("toml_env", '[tool.b]\nenv.USE_X = "1"\nenv.A = "2"\n', '[tool.b]\nenv.A = "2"\n'),
    "a table in braces": (
        "toml_env",
        'x = {env = {USE_X = "1", B = "2"}, c = 1}\n',
        'x = {env = {B = "2"}, c = 1}\n',
    ),
    "the last item, with the comma before it": (
        "toml_env",
        '[a]\nenv = [\n  "B=1",\n  "R:D:USE_X=1"\n]\n',
        '[a]\nenv = [\n  "B=1"\n]\n',
    ),
    "what an environment of tox would inherit": (
        "toml_env",
        '[env_run_base]\nset_env = {A = "1"}\n[env.x]\nset_env = {USE_X = "1"}\n',
        '[env_run_base]\nset_env = {A = "1"}\n[env.x]\nset_env = {}\n',
    ),
    "an argument of a call": (
        "terraform",
        'environment = merge(var.e, { USE_X = "1" })\n',
        "environment = merge(var.e, { })\n",
    ),
    "one side of a condition": (
        "terraform",
        'environment = var.c ? { USE_X = "1" } : { A = 1 }\n',
        "environment = var.c ? { } : { A = 1 }\n",
    ),
    "a document as a value": (
        "terraform",
        'env = {\n  USE_X = <<EOT\n# USE_X=1 }\nEOT\n  B = "${var.a == "}" ? 1 : 2}"\n}\n',
        'env = {\n  B = "${var.a == "}" ? 1 : 2}"\n}\n',
    ),
    "blocks that empty": (
        "terraform",
        "environment {\n  // on\n  variables = {\n    USE_X = 1\n  }\n}\ny = 1\n",
        "y = 1\n",
    ),
    "values for Terraform": ("terraform", 'env = {\n  "USE_X" = 1,\n  A = 2\n}\n', "env = {\n  A = 2\n}\n"),
    "a statement with others beside it": ("shell", "f() {\n  USE_X=1\n  b\n}\n", "f() {\n  b\n}\n"),
    "several statements": (
        "shell",
        "USE_X='a b'; # x\nexport B=\"it's\"\nUSE_X=1 B=2\nunset A USE_X\ndeclare -x USE_X=1\n",
        'export B="it\'s"\nB=2\nunset A\n',
    ),
    "a case that may be empty": (
        "shell",
        "case $a in\n  x)\n    USE_X=1\n    ;;\nesac\n",
        "case $a in\n  x)\n    ;;\nesac\n",
    ),
    "a value over lines": ("shell", "A=1\nexport USE_X='a\nb'\nB=2\n", "A=1\nB=2\n"),
    "an assignment that goes on": ("makefile", "A := 1\nUSE_X = a \\\n  b\nB := 2\n", "A := 1\nB := 2\n"),
    "an assignment for one target": ("makefile", "a: USE_X = 1\na:\n\tb\n", "a:\n\tb\n"),
    "a name in a line of exports": ("makefile", "export A USE_X B\nunexport USE_X\n", "export A B\n"),
    "in front of commands": (
        "procfile",
        'web: USE_X=1 run\nb: B=1 USE_X="a b" run\nUSE_X=1 c: run\n',
        "web: run\nb: B=1 run\nc: run\n",
    ),
    "the first word of a setting that goes on": (
        "systemd",
        "[Service]\nEnvironment=USE_X=1 \\\n  B=2 \\\n  C=3\n",
        "[Service]\nEnvironment=B=2 \\\n  C=3\n",
    ),
    "a setting with a comment": (
        "systemd",
        "[Service]\nEnvironment='USE_X=a b'\n; Environment=USE_X=2\nEnvironment=\n",
        "[Service]\nEnvironment=\n",
    ),
    "a pair on a line of its own": (
        "supervisord",
        '[program:a]\nenvironment=A="1",\n  USE_X="2",\n  B="3"\n',
        '[program:a]\nenvironment=A="1",\n  B="3"\n',
    ),
    "the last pair, before a comment": (
        "supervisord",
        "[program:a]\nenvironment=A=1, USE_X=2 ; c\n",
        "[program:a]\nenvironment=A=1 ; c\n",
    ),
    "a section that would inherit": (
        "ini",
        "[testenv]\nsetenv = A=1\n[testenv:x]\nsetenv = USE_X=1\n",
        "[testenv]\nsetenv = A=1\n[testenv:x]\nsetenv =\n",
    ),
    "the other kind of comment": (
        "ini",
        "[testenv]\nset_env =\n    USE_X = a\n    ; USE_X = b\n    ; c\ndeps = d\n",
        "[testenv]\ndeps = d\n",
    ),
    "a key that others refer to": (
        "ini",
        "[a]\nset_env =\n  USE_X=1\n[b]\nset_env =\n  {[a]set_env}\n",
        "[a]\nset_env =\n[b]\nset_env =\n  {[a]set_env}\n",
    ),
    "items of withEnv on lines of their own": (
        "jenkinsfile",
        "withEnv([\n  'A=1',\n  \"USE_X=${params.X ?: '1'}\"\n]) {\n  sh 'a'\n}\n",
        "withEnv([\n  'A=1'\n]) {\n  sh 'a'\n}\n",
    ),
    "the only item of withEnv": ("jenkinsfile", "withEnv(['USE_X=1']) { sh 'a' }\n", "withEnv([]) { sh 'a' }\n"),
    "a block of variables in a script with quotes of its own": (
        "jenkinsfile",
        'sh """echo \'it }"""\nenvironment {\n  USE_X = \'1\' /* on */\n}\n',
        'sh """echo \'it }"""\n',
    ),
    "a variable that a task gives itself": (
        "taskfile",
        "tasks:\n  a:\n    env: {USE_X: '{{.USE_X}}', A: 1}\n",
        "tasks:\n  a:\n    env: {A: 1}\n",
    ),
    "arguments and the variable made of them": (
        "dockerfile",
        "ARG USE_X\nFROM a\nARG A B USE_X=2\nENV USE_X=${USE_X}\n",
        "FROM a\nARG A B\n",
    ),
}

UNTOUCHED = {
    "a value that is meant elsewhere": ("compose", "environment:\n  USE_X: &v 1\n  A: *v\n"),
    "an item that is meant elsewhere": ("compose", "environment:\n- &x USE_X=1\n- B=1\na:\n- *x\n"),
    "which variables are passed on": ("gitlab_ci", "a:\n  inherit:\n    variables:\n      - USE_X\n"),
    "an axis of a matrix": ("github_actions", "matrix:\n  include:\n    - env:\n        USE_X: 1\n"),
    "arguments of a command": ("json_env", '{"args": ["--set", "USE_X=1"]}'),
    "a name of something else": ("json_env", '{"configurations": [{"name": "USE_X"}]}'),
    "JSON that does not close": ("json_env", '{"env": {"USE_X": 1}'),
    "a file of tox in a string": ("toml_env", 'a = """\n[testenv]\nsetenv =\n  # USE_X=1\n  USE_X=1\n"""\n'),
    "a key of another table": ("toml_env", '[a]\nUSE_X = "1"\n'),
    "all that a branch holds": ("shell", "if a; then\n  # on\n  export USE_X=1\nfi\n"),
    "all that a function holds": ("shell", "f() {\n  USE_X=1\n}\n"),
    "a document in a script": ("shell", "cat <<-'E'\n\tUSE_X=1\n  E\n# USE_X=1\n\tE\n"),
    "a text in a script": ("shell", "A='\nexport USE_X=1\n'\n"),
    "a command that goes on": ("shell", "a && \\\nexport USE_X=1\nb ||\nUSE_X=1\n"),
    "a value that runs something": ("shell", 'export USE_X=$(date)\nexport USE_X=`date`\nUSE_X="$(date)"\n'),
    "a variable for one command": ("shell", "USE_X=1 run\nenv USE_X=1 run\n"),
    "a script that is not understood": ("shell", "USE_X=1\necho 'it\n"),
    "items of an array": ("shell", "a=(\n  -e\n  USE_X=1\n  # USE_X=1\n)\na+=(-e\n  USE_X=1)\n"),
    "a comment behind a statement": ("shell", "export A=1 # USE_X\nA=1 #USE_X=1\nexport A=1 B # USE_X=1\n"),
    "a statement inside another": ("shell", "a() { export USE_X=1; }\nif a; then export USE_X=1; fi\nUSE_X=1 && a\n"),
    "what is no comment in a Dockerfile": ("dockerfile", "FROM a\nARG USE_X=1 # c\n"),
    "a recipe": ("makefile", "a:\n\tUSE_X=1 run\n\t# USE_X=1\n"),
    "a definition over lines": ("makefile", "define d\nUSE_X = 1\nendef\n"),
    "a value that make runs": ("makefile", "USE_X := $(shell x)\nUSE_X != x\n"),
    "a value that just runs": ("justfile", "USE_X := `date`\n"),
    "a command that would be empty": ("procfile", "a: USE_X=1\nb: a && USE_X=1 b\nc: env -i USE_X=1 a\n"),
    "a setting that is not understood": ("systemd", '[Service]\nEnvironment="USE_X=1\n'),
    "pairs that are not understood": ("supervisord", '[program:a]\nenvironment=USE_X="1" A="2"\n'),
    "a value in Groovy that goes on in the next line": (
        "jenkinsfile",
        "environment {\n  USE_X = 'a' +\n    'b'\n}\nenvironment {\n  USE_X = a\n    ? b : c\n}\n",
    ),
    "a value in Groovy that runs something": (
        "jenkinsfile",
        "environment {\n  USE_X = sh(returnStdout: true, script: 'x')\n}\nwithEnv([\"USE_X=${x()}\"]) {\n}\n",
    ),
    "a value that a task runs a command for": ("taskfile", "env:\n  USE_X:\n    sh: date\na:\n  env: {USE_X: 1}\n"),
    "an entry of an unknown list": ("kubernetes", "ports:\n  - name: USE_X\n"),
}

USES = {
    "a variable in a workflow": ("github_actions", "env:\n  A: ${{ vars.USE_X }}\n  USE_X: 1\n", (2,)),
    "a condition in brackets": ("github_actions", "env:\n  USE_X: 1\nif: env['USE_X'] == '1'\n", (3,)),
    "a key of a map under another name": ("kubernetes", "data:\n  USE_X: 1\nenv:\n  - name: A\n    key: USE_X\n", (5,)),
    "a secret from whoever runs compose": ("compose", "secrets:\n  a:\n    environment: USE_X\n", (3,)),
    "a variable of Terraform": ("terraform", "env = {\n  USE_X = var.USE_X\n}\na = var.USE_X\n", (4,)),
    "an expression of just": ("justfile", 'USE_X := "1"\nb := USE_X + "a"\nc:\n  d {{ b + USE_X }}\n', (2, 4)),
    "a default of a recipe": ("justfile", 'USE_X := "1"\na x=USE_X:\n  b\n', (2,)),
    "an expression of bake": ("docker_bake", 'variable "USE_X" {}\nargs = { A = USE_X }\n', (2,)),
    "a substitution of tox": ("ini", "[testenv]\nsetenv =\n  USE_X=1\n  A={env:USE_X:}\n", (4,)),
    "a reference of tox": ("toml_env", 'commands = [{ replace = "env", name = "USE_X" }]\n', (1,)),
    "a reference of SAM": ("serverless", "Variables:\n  USE_X: 1\nA: !Ref USE_X\n", (3,)),
    "a reference of serverless": ("serverless", "environment:\n  USE_X: 1\na: ${env:USE_X, '1'}\n", (3,)),
    "a look-up of Ansible": ("ansible", "a: \"{{ lookup('env', 'USE_X') }}\"\n", (1,)),
    "a conditional of make": ("makefile", "USE_X := 1\nifdef USE_X\nendif\n", (2,)),
    "a condition of a stage": ("jenkinsfile", "when { environment name: 'USE_X', value: '1' }\nx = USE_X\n", (1, 2)),
    "a template of a task": ("taskfile", "env:\n  USE_X: 1\na:\n  cmd: 'a {{if eq .USE_X \"1\"}}b{{end}}'\n", (4,)),
    "what a task requires": ("taskfile", "env:\n  USE_X: 1\na:\n  requires:\n    vars: [USE_X]\n", (5,)),
    "an expansion of supervisor": ("supervisord", "command=a %(ENV_USE_X)s\n", (1,)),
}


def kept(form: str, text: str) -> str:
    return cut_as(form, text.encode(), "USE_X").content.decode()


@pytest.mark.parametrize(("form", "before", "after"), CUTS.values(), ids=CUTS)
def test_what_sets_it_goes_and_every_other_byte_stays(form: str, before: str, after: str) -> None:
    assert kept(form, before) == after
    assert cut_as(form, after.encode(), "USE_X").edits == ()
    if form in PARSERS and not (form == "json_env" and "//" in before):
        assert "USE_X" in str(PARSERS[form](before))
        assert "USE_X" not in str(PARSERS[form](after))


@pytest.mark.parametrize(("form", "text"), UNTOUCHED.values(), ids=UNTOUCHED)
def test_what_cannot_be_cut_with_certainty_is_told(form: str, text: str) -> None:
    found = cut_as(form, text.encode(), "USE_X")
    assert found.content.decode() == text
    assert found.uses or found.mentions


@pytest.mark.parametrize(("form", "text", "uses"), USES.values(), ids=USES)
def test_what_reads_it_in_the_manner_of_the_format_is_a_use(form: str, text: str, uses: tuple[int, ...]) -> None:
    assert cut_as(form, text.encode(), "USE_X").uses == uses
