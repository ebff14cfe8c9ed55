"""A process that answers like Restormel Keys: the first part of the path names the answer, the port is printed."""

from __future__ import annotations

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KEY = "rk_story"
RESOLVED = {
    "contractVersion": "2026-03-26",
    "routeId": "route_story",
    "providerType": "anthropic",
    "modelId": "claude-opus-4",
    "explanation": "The first step is healthy.",
    "stepChain": [{"modelId": "claude-opus-4"}],
}
ANSWERS: dict[str, tuple[int, object]] = {
    "up": (200, {"data": RESOLVED}),
    "unauthorized": (401, {"error": "unauthorized"}),
    "blocked": (403, {"error": "policy_blocked", "violations": [{"type": "model_blocked"}]}),
    "budget": (403, {"error": "policy_blocked", "violations": [{"type": "budget_exceeded"}]}),
    "no-key": (422, {"error": "no_key_available"}),
    "broken": (500, "<h1>Internal Server Error</h1>"),
}


def answer(path: str, key: str, asked: dict[str, str]) -> tuple[int, object]:
    """The named answer, where the request keeps the contract: a project, an environment and the right key."""
    _, name, *rest = path.split("/")
    if rest[:2] != ["api", "projects"] or rest[3:] != ["resolve"] or not rest[2] or not asked.get("environmentId"):
        return 400, {"error": "bad_request"}
    if key != f"Bearer {KEY}":
        return ANSWERS["unauthorized"]
    return ANSWERS[name]


class Stub(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        status, body = answer(self.path, self.headers.get("Authorization", ""), asked)
        payload = (body if isinstance(body, str) else json.dumps(body)).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, *_: object) -> None:
        """Quiet."""


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stub)
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()
