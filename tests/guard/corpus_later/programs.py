"""A retired variable read by programs in other languages."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "PowerShell sets and reads it",
        "scripts/start.ps1",
        text("""
        param([int]$Port = 8000)

        $env:AI_PROVIDER = "openai"
        Write-Host "model $($env:DEFAULT_MODEL)"
        docent serve --port $Port
        """),
        found=(
            (3, "AI_PROVIDER"),
            (4, "DEFAULT_MODEL"),
        ),
    ),
    Snippet(
        "PowerShell asks .NET for it",
        "scripts/check.ps1",
        text("""
        $provider = [Environment]::GetEnvironmentVariable("AI_PROVIDER")
        if (-not $provider) { exit 1 }
        """),
        found=((1, "AI_PROVIDER"),),
    ),
    Snippet(
        "a batch file sets and reads it",
        "scripts/start.bat",
        text("""
        @echo off
        set DEFAULT_MODEL=gpt-4o-mini
        docent serve --provider %AI_PROVIDER%
        """),
        found=(
            (2, "DEFAULT_MODEL"),
            (3, "AI_PROVIDER"),
        ),
    ),
    Snippet(
        "C# reads it",
        "gateway/Program.cs",
        text("""
        using System;

        public static class Program
        {
            public static void Main()
            {
                var provider = Environment.GetEnvironmentVariable("AI_PROVIDER") ?? "openai";
                Console.WriteLine(provider);
            }
        }
        """),
        found=((7, "AI_PROVIDER"),),
    ),
    Snippet(
        "Kotlin reads it",
        "gateway/src/main/kotlin/Gateway.kt",
        text("""
        package org.example

        fun main() {
            val model = System.getenv("DEFAULT_MODEL") ?: "gpt-4o-mini"
            println(model)
        }
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Swift reads it",
        "ios/Tests/ApiTests.swift",
        text("""
        import XCTest

        final class ApiTests: XCTestCase {
            func testProvider() {
                let provider = ProcessInfo.processInfo.environment["AI_PROVIDER"]
                XCTAssertNotNil(provider)
            }
        }
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "Elixir reads it in two ways",
        "gateway/config/runtime.exs",
        text("""
        import Config

        config :gateway,
          provider: System.get_env("AI_PROVIDER", "openai"),
          model: System.fetch_env!("DEFAULT_MODEL")
        """),
        found=(
            (4, "AI_PROVIDER"),
            (5, "DEFAULT_MODEL"),
        ),
    ),
    Snippet(
        "Nix sets it for a shell",
        "shell.nix",
        text("""
        { pkgs ? import <nixpkgs> { } }:
        pkgs.mkShell {
          packages = [ pkgs.python312 ];
          DEFAULT_MODEL = "gpt-4o-mini";
        }
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Nix gives it to a service",
        "nix/docent.nix",
        text("""
        { config, ... }:
        {
          systemd.services.docent = {
            environment = {
              LOG_LEVEL = "INFO";
              AI_PROVIDER = "openai";
            };
            script = "docent serve";
          };
        }
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "C reads it",
        "native/gate.c",
        text("""
        #include <stdlib.h>
        #include <string.h>

        int gate(void) {
            const char *flag = getenv("USE_RESTORMEL_KEYS");
            return flag != NULL && strcmp(flag, "true") == 0;
        }
        """),
        found=((5, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "Perl reads it",
        "tools/report.pl",
        text(r"""
        #!/usr/bin/perl
        use strict;
        use warnings;

        my $model = $ENV{DEFAULT_MODEL} // 'gpt-4o-mini';
        print "$model\n";
        """),
        found=((5, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Lua reads it",
        "gateway/access.lua",
        text("""
        local provider = os.getenv("AI_PROVIDER") or "openai"
        ngx.var.provider = provider
        """),
        found=((1, "AI_PROVIDER"),),
    ),
    Snippet(
        "Deno reads it",
        "edge/ask.ts",
        text("""
        const model = Deno.env.get("DEFAULT_MODEL") ?? "gpt-4o-mini";

        Deno.serve(() => new Response(model));
        """),
        found=((1, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Dart reads it",
        "mobile/tool/seed.dart",
        text("""
        import 'dart:io';

        void main() {
          final provider = Platform.environment['AI_PROVIDER'] ?? 'openai';
          print(provider);
        }
        """),
        found=((4, "AI_PROVIDER"),),
    ),
    Snippet(
        "Scala reads it",
        "jobs/src/main/scala/Embed.scala",
        text("""
        object Embed extends App {
          val model = sys.env.getOrElse("DEFAULT_MODEL", "gpt-4o-mini")
          println(model)
        }
        """),
        found=((2, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "R reads it",
        "analysis/cost.R",
        text("""
        provider <- Sys.getenv("AI_PROVIDER", unset = "openai")
        print(provider)
        """),
        found=((1, "AI_PROVIDER"),),
    ),
    Snippet(
        "fish exports it",
        "scripts/dev.fish",
        text("""
        #!/usr/bin/env fish
        set -gx AI_PROVIDER openai
        docent serve
        """),
        found=((2, "AI_PROVIDER"),),
    ),
    Snippet(
        "Next.js builds it into the pages",
        "web/next.config.js",
        text("""
        /** @type {import('next').NextConfig} */
        module.exports = {
          reactStrictMode: true,
          env: {
            DEFAULT_MODEL: "gpt-4o-mini",
          },
        };
        """),
        found=((5, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "TypeScript declares it in the environment's type",
        "web/src/vite-env.d.ts",
        text("""
        /// <reference types="vite/client" />

        interface ImportMetaEnv {
          readonly AI_PROVIDER: string;
        }
        """),
        found=((4, "AI_PROVIDER"),),
    ),
    Snippet(
        "Gradle reads it",
        "gateway/build.gradle",
        text("""
        plugins {
            id 'application'
        }

        run {
            environment 'DEFAULT_MODEL', 'gpt-4o-mini'
            systemProperty 'provider', System.getenv('AI_PROVIDER')
        }
        """),
        found=(
            (6, "DEFAULT_MODEL"),
            (7, "AI_PROVIDER"),
        ),
    ),
)
