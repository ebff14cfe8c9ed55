"""One variable, set in every format there is: afterwards the word stands nowhere but where a finding says so."""

from __future__ import annotations

import pytest
from config_examples import NAME, every_format
from planning import Story, left, planned

from legacy_codemod.model import EnvFlag, EnvSubject, Item, Place, Plan

READ = f'import os\n\nif os.getenv("{NAME}") == "gpt-4o":\n    print("large")\nelse:\n    print("small")\n'
READERS = {
    "web/a.ts": f"const x = process.env.{NAME}\n",
    "web/b.js": f'const x = process.env["{NAME}"]\n',
    "web/c.tsx": f"const {{\n  {NAME},\n}} = import.meta.env\n",
    "main.go": f'const key = "{NAME}"\nvar x = os.Getenv(key)\n',
    "Main.java": f'String x = System.getenv("{NAME}");\n',
    "app.rb": f'x = ENV["{NAME}"]\ny = ENV.fetch("{NAME}", nil)\n',
    "a.ipynb": f'{{"cells": [{{"source": ["os.environ[\\"{NAME}\\"]"]}}]}}\n',
    "nginx.conf.j2": f"{{{{ {NAME} }}}}\n",
    "run.sh": f'docent --model "${NAME}"\n',
    "b.py": f'import os\n\nprint(os.path.expandvars("${{{NAME}}}"))\n',
    "templates/pod.yaml": f"x: {{{{ .Values.env.{NAME} }}}}\n",
}
NAMERS = {
    "README.md": f"Set `{NAME}` to choose.\n",
    "web/d.ts": f"// {NAME} is no more\n",
    "deploy.sh": f"{NAME}=x ./docent\n",
    "infra/a.tf": f'variable "{NAME}" {{}}\n',
}


FILES, AFTER = every_format("before"), every_format("after")


def made(files: dict[str, str]) -> Plan:
    items = {"flags": [Item(EnvFlag(NAME, "gpt-4o"), Place("legacy-inventory.yaml", 1))]}
    return planned(Story(files, files, items))


def test_it_is_gone_from_all_of_them_and_what_names_it_is_told() -> None:
    files = {**FILES, **NAMERS, "a.py": READ}
    plan = made(files)
    after = left(files, plan)
    assert after == {**AFTER, **NAMERS, "a.py": 'print("large")\n'}
    told = [f"{found.place}: {found.reason}" for found in plan.changes[0].findings]
    assert told == [f"{path}:1: names {NAME}, and is left as it is" for path in sorted(NAMERS)]


@pytest.mark.parametrize("reader", READERS)
def test_one_reader_keeps_it_in_all_of_them_and_is_named(reader: str) -> None:
    files = {**FILES, reader: READERS[reader], "a.py": READ}
    plan = made(files)
    assert left(files, plan) == {**files, "a.py": 'print("large")\n'}
    told = [f"{found.place}: {found.reason}" for found in plan.changes[0].findings]
    reads = [line for line in told if line.endswith(f"still reads {NAME}, so its config lines stay")]
    assert reads
    assert {line.partition(":")[0] for line in reads} == {reader}


def test_a_removed_variable_goes_in_the_same_way() -> None:
    story = Story(FILES, FILES, {"remove": [Item(EnvSubject(NAME), Place("legacy-inventory.yaml", 1))]})
    assert left(FILES, planned(story)) == AFTER
