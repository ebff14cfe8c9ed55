"""Programs on stdin, as JSON → what each leaves in ``RESULT`` for each text of the variable, as JSON on stdout.

Runs in a folder of its own with the libraries on its path.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import warnings
from pathlib import Path
from typing import Any

PLAIN = (bool, int, float, str, bytes, type(None))


def outcome(text: str, variable: str, value: str | None) -> list[Any]:
    """``["value", type, repr, truth]``, or ``["raises", type, message]``."""
    os.environ.pop(variable, None)
    if "dotenv." in text:  # others keep what they once read there
        Path(".env").write_text("" if value is None else f"{variable}='{value}'\n")
    if value is not None:
        os.environ[variable] = value
    names: dict[str, Any] = {"__name__": "program"}
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            exec(compile(text, str(Path("program.py").resolve()), "exec"), names)
            result = names["RESULT"]
            return ["value", type(result).__name__, repr(result), bool(result)]
    except BaseException as error:  # some libraries leave by SystemExit
        return ["raises", type(error).__name__, str(error)]


def main() -> None:
    """Answer every program."""
    warnings.simplefilter("ignore")
    asked = json.load(sys.stdin)
    Path("program.py").touch()  # some libraries look for files beside the caller's
    answers = [[outcome(text, asked["variable"], value) for value in asked["values"]] for text in asked["programs"]]
    json.dump(answers, sys.stdout)


main()
