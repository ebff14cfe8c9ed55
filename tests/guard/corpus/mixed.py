"""Longer files as people write them: what they say of the past, what they use of it, and what only looks alike."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a settings module where one field of three is retired",
        "app/core/settings.py",
        text('''
        """Settings of the service.

        AI_PROVIDER used to be read here as well; routes decide since 3.0.
        """

        from __future__ import annotations

        from functools import lru_cache
        from typing import Literal

        from pydantic import Field, SecretStr, field_validator
        from pydantic_settings import BaseSettings, SettingsConfigDict


        class Database(BaseSettings):
            model_config = SettingsConfigDict(env_prefix="DOCENT_DATABASE_")

            url: str = "sqlite:///docent.db"
            default_model: str = "Base"  # the base class of the tables


        class Settings(BaseSettings):
            model_config = SettingsConfigDict(env_file=".env", extra="ignore")

            openai_api_key: SecretStr
            log_level: Literal["DEBUG", "INFO"] = "INFO"
            default_model: str = Field("gpt-4o-mini", min_length=1)
            ai_provider_url: str = "https://api.example.org"

            @field_validator("default_model")
            @classmethod
            def known(cls, value: str) -> str:
                if value not in {"gpt-4o", "gpt-4o-mini"}:
                    raise ValueError(f"DEFAULT_MODEL: unknown model {value!r}")
                return value


        @lru_cache
        def settings() -> Settings:
            return Settings()
        '''),
        found=((27, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a worker that mentions, warns and reads",
        "app/worker.py",
        text('''
        """Takes jobs from the queue and answers them."""

        import logging
        import os
        import time

        from app import restormel
        from app.defaults import DEFAULT_DECISION

        log = logging.getLogger(__name__)

        # Before 3.0: provider = os.environ["AI_PROVIDER"]; legacy_resolve(job.question)
        RETRIES = int(os.environ.get("AI_RETRIES", "3"))


        class Worker:
            """Answers one job after the other (``DEFAULT_MODEL`` plays no part)."""

            ai_provider = None

            def __init__(self, queue, legacy_resolve=None):
                self.queue = queue
                self.legacy_resolve = legacy_resolve or (lambda question: DEFAULT_DECISION)

            def run(self):
                while (job := self.queue.get()) is not None:
                    self.answer(job)

            def answer(self, job):
                for attempt in range(RETRIES):
                    try:
                        return restormel.resolve(job.question)
                    except TimeoutError:
                        log.warning("attempt %d: AI_PROVIDER is not asked any more", attempt)
                        time.sleep(2**attempt)
                if os.environ.get("USE_RESTORMEL_KEYS", "true") != "true":
                    from app.resolve import legacy_resolve

                    return legacy_resolve(job.question)
                return self.legacy_resolve(job.question)
        '''),
        found=((36, "USE_RESTORMEL_KEYS"), (37, "app.resolve.legacy_resolve")),
        also=((39, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "a view module with two flags of one key and one of another",
        "app/views/routes.py",
        text('''
        """Pages about routes."""

        import waffle
        from django.contrib.auth.decorators import login_required
        from django.http import HttpResponse, JsonResponse
        from django.shortcuts import redirect, render
        from waffle.decorators import waffle_flag, waffle_switch

        from app.models import Route

        PER_PAGE = 20
        TEMPLATES = {"new-router": "routes/new.html", "old-router": "routes/old.html"}


        @login_required
        @waffle_flag("route-export")
        def export(request):
            rows = [route.as_dict() for route in Route.objects.all()[:PER_PAGE]]
            return JsonResponse({"routes": rows, "kind": "new-router"})


        @login_required
        @waffle_switch("new-router", redirect_to="routes:list")
        def preview(request, pk):
            route = Route.objects.get(pk=pk)
            return render(request, TEMPLATES["new-router"], {"route": route})


        def listing(request):
            """The list; `waffle.flag_is_active(request, "new-router")` was asked here in 2.x."""
            if waffle.flag_is_active(request, "new-router-logging"):
                request.session["logged"] = True
            if not waffle.flag_is_active(request, "new-router"):
                return redirect("new-router")
            return HttpResponse("new-router")
        '''),
        found=((23, "new-router"), (33, "new-router")),
    ),
)
