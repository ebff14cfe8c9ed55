"""A retired variable set, unset or handed on by Python, in ways of other libraries."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "subprocess gets it in a dictionary of its own",
        "tools/smoke.py",
        text("""
        import subprocess
        import sys

        result = subprocess.run(
            [sys.executable, "-m", "app.smoke"],
            env={"PATH": "/usr/bin", "AI_PROVIDER": "openai"},
            check=False,
        )
        sys.exit(result.returncode)
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "a coroutine starts a child with it",
        "tools/workers.py",
        text("""
        import asyncio


        async def start(port):
            return await asyncio.create_subprocess_exec(
                "docent", "serve", "--port", str(port),
                env={
                    "PORT": str(port),
                    "DEFAULT_MODEL": "gpt-4o-mini",
                },
            )
        """),
        found=((9, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "execve hands it to what takes the place of the program",
        "bin/launch.py",
        text("""
        import os

        os.execve("/usr/bin/docent", ["docent", "serve"], {"HOME": "/srv", "USE_RESTORMEL_KEYS": "true"})
        """),
        found=((3, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "click's runner sets it for one invocation",
        "tests/test_cli.py",
        text("""
        from click.testing import CliRunner

        from app.cli import main


        def test_ask():
            result = CliRunner().invoke(main, ["ask", "why?"], env={"DEFAULT_MODEL": "gpt-4o-mini"})
            assert result.exit_code == 0
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a runner is made with it",
        "tests/test_cli.py",
        text("""
        from click.testing import CliRunner

        from app.cli import main

        runner = CliRunner(env={"AI_PROVIDER": "anthropic"})


        def test_version():
            assert runner.invoke(main, ["--version"]).exit_code == 0
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "a loop takes several out of the environment",
        "tests/conftest.py",
        text("""
        import os

        for name in ("AI_PROVIDER", "REGION"):
            os.environ.pop(name, None)
        """),
        found=((4, "AI_PROVIDER"),),
    ),
    Snippet(
        "a loop in a fixture deletes several",
        "tests/conftest.py",
        text("""
        import pytest

        NAMES = ["DEFAULT_MODEL", "HTTP_PROXY"]


        @pytest.fixture(autouse=True)
        def clean(monkeypatch):
            for name in NAMES:
                monkeypatch.delenv(name, raising=False)
        """),
        found=((9, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "the environment is joined in place",
        "app/boot.py",
        text("""
        import os

        os.environ |= {"AI_PROVIDER": "openai"}
        """),
        found=((3, "AI_PROVIDER"),),
    ),
    Snippet(
        "a copy is joined with the bar",
        "app/runner.py",
        text("""
        import os
        import subprocess


        def run(command):
            subprocess.check_call(command, env=os.environ | {"DEFAULT_AI_PROVIDER": "openai"})
        """),
        found=((6, "DEFAULT_AI_PROVIDER"),),
    ),
    Snippet(
        "nox gives it to a session",
        "noxfile.py",
        text("""
        import nox


        @nox.session
        def tests(session):
            session.env["DEFAULT_MODEL"] = "none"
            session.install(".")
            session.run("pytest", env={"AI_PROVIDER": "fake"})
        """),
        found=(
            (6, "DEFAULT_MODEL"),
            (8, "AI_PROVIDER"),
        ),
    ),
    Snippet(
        "a container of the tests gets it",
        "tests/integration/conftest.py",
        text("""
        import pytest
        from testcontainers.core.container import DockerContainer


        @pytest.fixture(scope="session")
        def service():
            with DockerContainer("docent:3").with_env("AI_PROVIDER", "fake").with_exposed_ports(8000) as container:
                yield container
        """),
        found=((7, "AI_PROVIDER"),),
    ),
    Snippet(
        "the Docker SDK runs a container with it",
        "tools/stage.py",
        text("""
        import docker

        client = docker.from_env()
        client.containers.run(
            "docent:3",
            detach=True,
            environment={
                "LOG_LEVEL": "INFO",
                "DEFAULT_MODEL": "gpt-4o-mini",
            },
        )
        """),
        found=((9, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "an Airflow operator gives it to a pod",
        "dags/nightly.py",
        text("""
        from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator

        embed = KubernetesPodOperator(
            task_id="embed",
            image="docent:3",
            env_vars={"AI_PROVIDER": "openai", "REGION": "eu"},
        )
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "the client of Kubernetes makes a variable of it",
        "tools/jobs.py",
        text("""
        from kubernetes import client


        def container(image):
            return client.V1Container(
                name="embed",
                image=image,
                env=[client.V1EnvVar(name="AI_PROVIDER", value="openai")],
            )
        """),
        found=((8, "AI_PROVIDER"),),
    ),
    Snippet(
        "the CDK gives it to a function",
        "infra/stack.py",
        text("""
        from aws_cdk import Stack, aws_lambda


        class Docent(Stack):
            def __init__(self, scope):
                super().__init__(scope, "docent")
                aws_lambda.Function(
                    self,
                    "ask",
                    runtime=aws_lambda.Runtime.PYTHON_3_12,
                    handler="app.ask",
                    code=aws_lambda.Code.from_asset("dist"),
                    environment={"DEFAULT_MODEL": "gpt-4o-mini"},
                )
        """),
        found=((13, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "invoke runs a task with it",
        "tasks.py",
        text("""
        from invoke import task


        @task
        def serve(c):
            c.run("docent serve", env={"RESTORMEL_ROLLOUT_PERCENT": "50"})
        """),
        found=((6, "RESTORMEL_ROLLOUT_PERCENT"),),
    ),
    Snippet(
        "unittest's patcher is started in a set-up",
        "tests/test_answers.py",
        text("""
        import os
        import unittest
        from unittest import mock


        class AnswersTest(unittest.TestCase):
            def setUp(self):
                patcher = mock.patch.dict(os.environ, {"USE_RESTORMEL_KEYS": "false"}, clear=True)
                patcher.start()
                self.addCleanup(patcher.stop)

            def test_nothing(self):
                self.assertTrue(True)
        """),
        found=((8, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "rows of a test set what they name",
        "tests/test_startup.py",
        text("""
        import pytest

        from app.startup import check


        @pytest.mark.parametrize("value", ["openai", "anthropic"])
        def test_check(value, monkeypatch):
            with monkeypatch.context() as patch:
                patch.setenv("AI_PROVIDER", value)
                assert check() is None
        """),
        found=((9, "AI_PROVIDER"),),
    ),
)
