"""A retired variable read by JavaScript, Go, Ruby, Rust, Java and PHP."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "JavaScript reads it as a property of process.env",
        "web/server.js",
        text("""
        const express = require("express");

        const app = express();
        const provider = process.env.AI_PROVIDER || "openai";

        app.get("/healthz", (request, response) => response.json({ provider }));
        app.listen(process.env.PORT ?? 3000);
        """),
        found=((4, "AI_PROVIDER"),),
    ),
    Snippet(
        "TypeScript reads it by a subscript",
        "web/src/config.ts",
        text("""
        export interface Config {
          model: string;
          region: string;
        }

        export const config: Config = {
          model: process.env["DEFAULT_MODEL"] ?? "gpt-4o-mini",
          region: process.env["REGION"] ?? "eu",
        };
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "JavaScript takes it out of process.env by its name",
        "web/lib/ask.mjs",
        text("""
        const { REGION = "eu", DEFAULT_MODEL } = process.env;

        export async function ask(question) {
          return fetch(`https://api.example.org/${REGION}`, { method: "POST", body: question, model: DEFAULT_MODEL });
        }
        """),
        found=((1, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "JavaScript takes it out of process.env under another name",
        "web/lib/provider.js",
        text("""
        "use strict";

        const { AI_PROVIDER: provider = "openai" } = process.env;

        module.exports = { provider };
        """),
        found=((3, "AI_PROVIDER"),),
    ),
    Snippet(
        "a Vite application reads it",
        "web/src/App.tsx",
        text("""
        import { Chat } from "./Chat";

        const restormel = import.meta.env.USE_RESTORMEL_KEYS === "true";

        export function App() {
          return <Chat keys={restormel} />;
        }
        """),
        found=((3, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "a template string in JavaScript holds the read",
        "web/scripts/banner.js",
        text("""
        console.log(`docent ${process.env.npm_package_version} with ${process.env.DEFAULT_MODEL}`);
        """),
        found=((1, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Go reads it",
        "cmd/gateway/main.go",
        text("""
        package main

        import (
        \t"log"
        \t"os"
        )

        func main() {
        \tprovider := os.Getenv("AI_PROVIDER")
        \tif provider == "" {
        \t\tprovider = "openai"
        \t}
        \tlog.Printf("gateway for %s", provider)
        }
        """),
        found=((9, "AI_PROVIDER"),),
    ),
    Snippet(
        "Go looks it up",
        "internal/config/config.go",
        text("""
        package config

        import "os"

        // Model is what is asked when nothing is chosen.
        func Model() string {
        \tif model, ok := os.LookupEnv("DEFAULT_MODEL"); ok {
        \t\treturn model
        \t}
        \treturn "gpt-4o-mini"
        }
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Ruby reads it by a subscript and by fetch",
        "ops/deploy.rb",
        text("""
        require "net/http"

        region = ENV.fetch("REGION", "eu")
        provider = ENV["AI_PROVIDER"]
        model = ENV.fetch("DEFAULT_MODEL") { "gpt-4o-mini" }
        puts "deploying to #{region}: #{provider}/#{model}"
        """),
        found=((4, "AI_PROVIDER"), (5, "DEFAULT_MODEL")),
    ),
    Snippet(
        "Rust reads it",
        "tools/gate/src/main.rs",
        text("""
        use std::env;

        fn main() {
            let percent: u32 = env::var("RESTORMEL_ROLLOUT_PERCENT")
                .ok()
                .and_then(|text| text.parse().ok())
                .unwrap_or(100);
            println!("{percent}");
        }
        """),
        found=((4, "RESTORMEL_ROLLOUT_PERCENT"),),
    ),
    Snippet(
        "Rust reads it by the whole path",
        "tools/gate/src/config.rs",
        text("""
        pub fn provider() -> String {
            std::env::var("AI_PROVIDER").unwrap_or_else(|_| "openai".to_string())
        }
        """),
        found=((2, "AI_PROVIDER"),),
    ),
    Snippet(
        "Java reads it",
        "gateway/src/main/java/org/example/Gateway.java",
        text("""
        package org.example;

        public final class Gateway {
            private static final String MODEL = System.getenv("DEFAULT_MODEL");

            public static void main(String[] arguments) {
                String region = System.getenv().getOrDefault("REGION", "eu");
                System.out.println(region + " " + MODEL);
            }
        }
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "PHP reads it in two ways",
        "legacy_site/config.php",
        text("""
        <?php
        // The site that still stands beside the service.
        $region = getenv('REGION') ?: 'eu';
        $provider = getenv('AI_PROVIDER') ?: 'openai';
        $model = $_ENV['DEFAULT_MODEL'] ?? 'gpt-4o-mini';
        """),
        found=((4, "AI_PROVIDER"), (5, "DEFAULT_MODEL")),
    ),
    Snippet(
        "an allowance for one of two names leaves the other",
        "web/lib/both.js",
        text("""
        const provider = process.env.AI_PROVIDER; // codemod: allow[AI_PROVIDER] until the site is moved
        const model = process.env.DEFAULT_MODEL;

        module.exports = { provider, model };
        """),
        found=((2, "DEFAULT_MODEL"),),
    ),
)
