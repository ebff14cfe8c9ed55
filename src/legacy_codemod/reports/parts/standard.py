"""Rules and results into a SARIF 2.1.0 document, with the names of files as the standard writes them.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from legacy_codemod import __version__
from legacy_codemod.reports.parts.names import raw

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"

Object = Mapping[str, object]


def document(rules: Sequence[Object], results: Sequence[Object]) -> bytes:
    """One run, in ASCII; without results where there is nothing to say, so that what was reported before is closed."""
    driver = {"name": "codemod", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, indent=2).encode("ascii") + b"\n"


def artifact(prefix: str, path: str) -> Object:
    """``path``, which lies in the folder ``prefix`` of the repository: its bytes, percent-encoded."""
    if path.startswith("/"):  # an inventory that lies elsewhere
        return {"uri": f"file://{quote(raw(path), safe='/')}"}
    return {"uri": quote(raw(prefix + path), safe="/"), "uriBaseId": _ROOT}


def location(prefix: str, path: str, region: Object) -> Object:
    """Where a result is."""
    return {"physicalLocation": {"artifactLocation": artifact(prefix, path), "region": region}}


def fingerprint(parts: Iterable[str]) -> str:
    """A mark by which the same thing is known again; without a line among ``parts``, also where it has moved."""
    text = "\0".join(parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
