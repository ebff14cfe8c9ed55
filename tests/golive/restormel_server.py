"""A server that answers like Restormel Keys, and in every way in which a server may fail to.

The first part of the path names what it does: ``up`` keeps the contract, the others are in ``FAILURES`` and below.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

GATEWAY, MANAGEMENT, PROJECT, ENVIRONMENT = "rk_live_5ecretGateway", "rk_mgmt_5ecretManagement", "proj_1", "env_prod"
ALLOWED, BLOCKED = "anthropic/claude-sonnet-4", "openai/gpt-4-32k"
RESOLVED = {
    "contractVersion": "2026-03-26",
    "routeId": "route_1",
    "providerType": "anthropic",
    "modelId": "claude-sonnet-4",
    "explanation": "The first step is healthy.",
    "stepChain": [{"modelId": "claude-sonnet-4"}, {"modelId": "gpt-4o-mini"}],
}
SECOND = RESOLVED | {"providerType": "openai", "modelId": "gpt-4o-mini", "explanation": "Step 1 has no key; step 2."}
FAILURES: dict[str, tuple[int, object]] = {
    "unauthorized": (401, {"error": "unauthorized"}),
    "policy_blocked": (403, {"error": "policy_blocked", "violations": [{"type": "budget_exceeded"}]}),
    "route_disabled": (403, {"error": "route_disabled"}),
    "no_route": (404, {"error": "no_route"}),
    "route_unpublished": (409, {"error": "route_unpublished"}),
    "no_key_available": (422, {"error": "no_key_available"}),
    "resolve_incomplete": (422, {"error": "resolve_incomplete"}),
    "unknown_code": (418, {"error": "teapot"}),
    "no_code": (500, {"message": "oops"}),
    "page": (502, "<h1>Bad Gateway</h1>"),
    "wrong_json": (200, '{"data": {"providerType": '),
    "list": (200, ["anthropic"]),
    "no_data": (200, {"providerType": "anthropic", "modelId": "claude-sonnet-4"}),
    "no_model": (200, {"data": {"providerType": "anthropic"}}),
    "numbers": (200, {"data": {"providerType": 1, "modelId": 2, "allowed": "yes"}}),
    "empty": (200, ""),
    "deep": (200, "[" * 100_000),
}


@dataclass
class Server:
    """Where it listens, and what was asked."""

    port: int
    elsewhere: str = ""
    asked: list[tuple[str, str | None, object]] = field(default_factory=list)  # path, Authorization, body

    def base(self, name: str = "up") -> str:
        return f"http://127.0.0.1:{self.port}/{name}"


@contextmanager
def running(elsewhere: str = "") -> Iterator[Server]:
    """A server on a free port; ``elsewhere`` is where it redirects to."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    httpd.daemon_threads = True
    server = Server(httpd.server_address[1], elsewhere)
    httpd.about = server  # type: ignore[attr-defined]
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join()


def contract(path: str, key: str | None, asked: dict[str, str]) -> tuple[int, object]:
    """What the service says to a request that keeps the contract or not."""
    if path == f"/api/projects/{PROJECT}/resolve":
        if key != f"Bearer {GATEWAY}":
            return FAILURES["unauthorized"]
        if asked.get("environmentId") != ENVIRONMENT:
            return FAILURES["no_route"]
        return 200, {"data": SECOND if asked.get("routeId") == "route_test" else RESOLVED}
    if path == "/api/policies/evaluate":
        if key != f"Bearer {MANAGEMENT}":
            return FAILURES["unauthorized"]
        if asked.keys() != {"projectId", "environmentId", "modelId", "providerType"}:
            return 400, {"error": "bad_request"}
        allowed = f"{asked['providerType']}/{asked['modelId']}" != BLOCKED
        return 200, {"data": {"allowed": allowed, "violations": [] if allowed else [{"type": "model_blocked"}]}}
    return FAILURES["no_route"]


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        about: Server = self.server.about  # type: ignore[attr-defined]
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        about.asked.append((self.path, self.headers.get("Authorization"), body))
        _, name, rest = self.path.split("/", 2)
        key = self.headers.get("Authorization")
        match name:
            case "up":
                self._say(*contract(f"/{rest}", key, body))
            case "echo":
                self._say(200, {"data": RESOLVED | {"explanation": f"you sent {key}\x1b[31m", "allowed": False}})
            case "echo_error":
                self._say(401, {"error": f"{key}", "violations": [str(key)]})
            case "redirect":
                self._redirect(f"{about.elsewhere}/{rest}")
            case "slow":
                time.sleep(3)
            case "drip":
                self._drip()
            case "drop":
                self.connection.close()
            case "half":
                self._say(200, {"data": RESOLVED}, more=100)
            case _:
                self._say(*FAILURES[name])

    def _say(self, status: int, body: object, more: int = 0) -> None:
        payload = (body if isinstance(body, str) else json.dumps(body)).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(payload) + more))
        self.end_headers()
        self.wfile.write(payload)

    def _redirect(self, to: str) -> None:
        self.send_response(307)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100")
        self.end_headers()
        for _ in range(30):
            time.sleep(0.1)
            try:
                self.wfile.write(b" ")
            except OSError:
                return

    def log_message(self, *_: object) -> None:
        """Quiet."""
