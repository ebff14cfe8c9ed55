"""Run inside a checkout of Docent: cases as JSON lines on stdin, what Docent decided and logged as JSON lines out."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys

import httpx
from docent.api import create_app
from docent.decision import Decision, RoutingRequest
from docent.errors import NoModelAvailable
from docent.resolve import resolve_provider, resolve_provider_async
from docent.titles import title_model

REQUEST = RoutingRequest("chat", "answer", "acme", 800)
LOGGED_FIELDS = ("code", "status", "violations")


class Ear(logging.Handler):
    """Hears every record; each way into routing empties it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record)

    def failures(self) -> list[dict[str, object]]:
        heard, self.heard = self.heard, []
        return [
            {"level": record.levelname, "said": record.msg}
            | {field: getattr(record, field) for field in LOGGED_FIELDS if hasattr(record, field)}
            for record in heard
            if record.levelno >= logging.WARNING
        ]


def told(decision: Decision) -> list[str]:
    return [decision.label, decision.source]


def title() -> list[str]:
    try:
        return told(title_model("acme"))
    except NoModelAvailable as error:
        return [type(error).__name__, str(error)]


async def over_http() -> list[str]:
    transport = httpx.ASGITransport(app=create_app())
    async with httpx.AsyncClient(transport=transport, base_url="http://docent") as client:
        reply = await client.get("/models/route", headers={"Authorization": "Bearer t-acme"})
    return [reply.json()["model"], str(reply.status_code)]


WAYS = {
    "sync": lambda: told(resolve_provider(REQUEST)),
    "async": lambda: told(asyncio.run(resolve_provider_async(REQUEST))),
    "http": lambda: asyncio.run(over_http()),
    "title": title,
}


def main() -> None:
    ear = Ear()
    logging.getLogger().addHandler(ear)
    for line in sys.stdin:
        case = json.loads(line)
        os.environ["RESTORMEL_BASE_URL"], os.environ["RESTORMEL_GATEWAY_KEY"] = case["base"], case["key"]
        answers = {way: {"decided": ask(), "failures": ear.failures()} for way, ask in WAYS.items()}
        sys.stdout.write(json.dumps({"case": case["case"], **answers}) + "\n")


if __name__ == "__main__":
    main()
