"""Documents, scripts and other languages that only speak of what was retired, or read something else."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a changelog tells what went",
        "CHANGELOG.md",
        text("""
        # Changes

        ## 3.0

        - `AI_PROVIDER`, `DEFAULT_AI_PROVIDER` and `DEFAULT_MODEL` are gone.
        - `app.resolve.legacy_resolve` and `app/ai_router.py` were removed; use routes.
        - The flag `new-router` is settled: `waffle.flag_is_active(request, "new-router")` was true for all.
        """),
    ),
    Snippet(
        "a page of the handbook shows how it was",
        "docs/upgrading.md",
        text("""
        # From 2 to 3

        Take these lines out of your `.env`:

        ```dotenv
        AI_PROVIDER=openai
        DEFAULT_MODEL=gpt-4o-mini
        ```

        and this out of your code:

        ```python
        from app.resolve import legacy_resolve

        model = os.environ["DEFAULT_MODEL"]
        ```
        """),
    ),
    Snippet(
        "a page in reStructuredText shows how it was",
        "docs/routing.rst",
        text("""
        Routing
        =======

        Before version 3 the variable ``AI_PROVIDER`` chose the provider::

            export AI_PROVIDER=openai
            python -c 'from app.ai_router import route'

        .. code-block:: python

            os.environ["AI_PROVIDER"]
        """),
    ),
    Snippet(
        "a text file lists what went",
        "docs/removed.txt",
        text("""
        AI_PROVIDER
        DEFAULT_MODEL
        app/ai_router.py
        app.resolve.legacy_resolve
        """),
    ),
    Snippet(
        "a shell script prints the name and searches for it",
        "scripts/check_env.sh",
        text("""
        #!/usr/bin/env bash
        set -euo pipefail
        # export AI_PROVIDER=openai
        echo "AI_PROVIDER is gone, and so is DEFAULT_MODEL"
        grep -rn AI_PROVIDER deploy/ && exit 1
        echo 'it used to be $DEFAULT_MODEL'
        """),
    ),
    Snippet(
        "a shell script uses longer names",
        "scripts/serve.sh",
        text("""
        #!/bin/sh
        set -eu
        export AI_PROVIDER_V2="${AI_PROVIDER_V2:-openai}"
        exec docent serve --model "$DEFAULT_MODEL_NAME" --provider "$MY_AI_PROVIDER"
        """),
    ),
    Snippet(
        "JavaScript reads it from an object that is no environment",
        "web/src/client.js",
        text("""
        import { config } from "./config";

        export function client(tenant) {
          const { DEFAULT_MODEL } = tenant.settings;
          return { provider: config.AI_PROVIDER, model: DEFAULT_MODEL, other: config["AI_PROVIDER"] };
        }
        """),
    ),
    Snippet(
        "JavaScript speaks of it in comments and messages",
        "web/src/gone.ts",
        text("""
        /*
         * process.env.AI_PROVIDER was read here.
         */
        // const model = process.env.DEFAULT_MODEL;
        export function warn(): void {
          console.warn("AI_PROVIDER is gone, and so is DEFAULT_MODEL");
        }
        """),
    ),
    Snippet(
        "JavaScript reads longer names from the environment",
        "web/server.js",
        text("""
        const provider = process.env.AI_PROVIDER_V2 || process.env.NEXT_PUBLIC_AI_PROVIDER;
        const { DEFAULT_MODEL_NAME } = process.env;
        module.exports = { provider, model: DEFAULT_MODEL_NAME };
        """),
    ),
    Snippet(
        "Go speaks of it and reads a longer name",
        "cmd/gateway/main.go",
        text("""
        package main

        import (
        \t"fmt"
        \t"os"
        )

        // main ignores AI_PROVIDER: os.Getenv("AI_PROVIDER") went in version 3.
        func main() {
        \tfmt.Println("DEFAULT_MODEL is gone", os.Getenv("AI_PROVIDER_V2"))
        }
        """),
    ),
    Snippet(
        "Ruby has a hash with the key",
        "ops/tenants.rb",
        text("""
        # ENV["AI_PROVIDER"] is not read any more
        TENANT = { "AI_PROVIDER" => "openai", "DEFAULT_MODEL" => "gpt-4o" }.freeze
        puts TENANT["AI_PROVIDER"], TENANT.fetch("DEFAULT_MODEL")
        """),
    ),
    Snippet(
        "Java has a constant of that name",
        "gateway/src/main/java/org/example/Names.java",
        text("""
        package org.example;

        /** What System.getenv("AI_PROVIDER") gave is gone. */
        public final class Names {
            public static final String AI_PROVIDER = "provider";
            public static final String DEFAULT_MODEL = System.getProperty("model", AI_PROVIDER);
        }
        """),
    ),
    Snippet(
        "SQL has columns of that name",
        "migrations/0007_tenants.sql",
        text("""
        -- the defaults were AI_PROVIDER and DEFAULT_MODEL
        ALTER TABLE tenants ADD COLUMN AI_PROVIDER text;
        UPDATE tenants SET AI_PROVIDER = 'openai', DEFAULT_MODEL = 'gpt-4o' WHERE AI_PROVIDER IS NULL;
        """),
    ),
    Snippet(
        "a table of values has it as a heading",
        "samples/tenants.csv",
        text("""
        name,AI_PROVIDER,DEFAULT_MODEL
        museum,openai,gpt-4o
        """),
    ),
    Snippet(
        "a notebook speaks of it",
        "notebooks/history.ipynb",
        text(r"""
        {
         "cells": [
          {
           "cell_type": "markdown",
           "metadata": {},
           "source": ["`os.environ[\"AI_PROVIDER\"]` is gone, and `from app.resolve import legacy_resolve` with it."]
          },
          {
           "cell_type": "code",
           "execution_count": 1,
           "metadata": {},
           "outputs": [{"name": "stdout", "output_type": "stream", "text": ["os.environ['AI_PROVIDER']\n"]}],
           "source": [
            "# DEFAULT_MODEL is not needed\n",
            "print('no AI_PROVIDER')"
           ]
          }
         ],
         "metadata": {},
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """),
    ),
    Snippet(
        "a page of HTML has it as text and as a value",
        "app/templates/admin.html",
        text("""
        <!-- AI_PROVIDER was shown here, as {# {{ os.environ["AI_PROVIDER"] }} #} -->
        <label for="model">DEFAULT_MODEL</label>
        <input id="model" name="DEFAULT_MODEL" placeholder="AI_PROVIDER">
        {# {% if env.USE_RESTORMEL_KEYS %} #}
        """),
    ),
    Snippet(
        "a style sheet has a class with the key's text",
        "web/styles/routes.css",
        text("""
        .new-router { display: grid; }
        #new-router > .legacy_resolve::before { content: "AI_PROVIDER"; }
        """),
    ),
)
