"""What an SDK's flag is left with: set-up in tests goes, templates and other names of the key are said."""

from __future__ import annotations

import pytest
from planning import chains, check, findings

TESTS = {
    "django-waffle's override as a decorator and a manager": """
        ? sdk django-waffle new
        @ app/run.py
        - import waffle
          from store import load
          def run(request):
        -     return load(request, 1) if waffle.flag_is_active(request, "new") else load(request, 2)
        +     return load(request, 1)
        @ tests/test_run.py
        - from waffle.testutils import override_flag
          from app.run import run
        - @override_flag("new", active=True)
          def test_new(request):
              assert run(request) == 1
        - @override_flag("new", active=False)
        - def test_old(request):
        -     assert run(request) == 2
          def test_more(request):
        -     with override_flag("new", active=True):
        -         assert run(request) == 1
        +     assert run(request) == 1
        """,
    "a mock of the reader in a file that asks for nothing else with it": """
        ? sdk django-waffle new
        @ app/run.py
        - from waffle import switch_is_active
          def run():
        -     return 1 if switch_is_active("new") else 2
        +     return 1
        @ app/other.py
          from waffle import switch_is_active
          def go(name):
              return 3 if switch_is_active(name) else 4
        @ tests/test_run.py
          from unittest import mock
          from app import other, run
        - @mock.patch("app.run.switch_is_active", return_value=True)
        - def test_new(active):
        + def test_new():
              assert run.run() == 1
        - @mock.patch.object(run, "switch_is_active", return_value=False)
        - def test_old(active):
        -     assert run.run() == 2
          @mock.patch("app.other.switch_is_active", return_value=False)
          def test_go(active):
              assert other.go("other") == 4
          @mock.patch("waffle.switch_is_active", return_value=False)
          def test_all(active):
              assert other.go("other") == 4
        """,
    "an override that is given the object": """
        ? sdk edx-toggles app.new_one
        @ app/flags.py gone
        - from edx_toggles.toggles import WaffleFlag
        - NEW = WaffleFlag("app.new_one", __name__)
        @ app/run.py
        - from app.flags import NEW
          from store import load
          def run():
        -     return load(1) if NEW.is_enabled() else load(2)
        +     return load(1)
        @ tests/test_run.py
        - from edx_toggles.toggles.testutils import override_waffle_flag
        - from app.flags import NEW
          from app.run import run
        - @override_waffle_flag(NEW, active=True)
          def test_new():
              assert run() == 1
        - @override_waffle_flag(NEW, active=False)
        - def test_old():
        -     assert run() == 2
        """,
    "functions that enable and disable": """
        ? sdk django-flags NEW_ONE
        @ app/run.py
        - from flags.state import flag_enabled
          from store import load
          def run():
        -     return load(1) if flag_enabled("NEW_ONE") else load(2)
        +     return load(1)
        @ tests/test_run.py
        - from flags.state import disable_flag, enable_flag
          from app.run import run
          def test_new():
        -     enable_flag("NEW_ONE")
              assert run() == 1
        - def test_old():
        -     disable_flag("NEW_ONE")
        -     assert run() == 2
        """,
    "test data of LaunchDarkly": """
        ? sdk launchdarkly new-router
        @ app/run.py
          from store import load
          def run(client, user):
        -     return load(client, user, 1) if client.variation("new-router", user, False) else load(client, user, 2)
        +     return load(client, user, 1)
          def theme(client, user):
              import ldclient
              return client.variation("theme", user, "light")
        @ tests/test_run.py
          from ldclient.integrations.test_data import TestData
          from app.run import run, theme
          td = TestData.data_source()
          def test_new(client):
        -     td.update(td.flag("new-router").variation_for_all(True))
              td.update(td.flag("theme").value_for_all("dark"))
              assert run(client, 1) == 1
        - def test_old(client):
        -     td.update(td.flag("new-router").boolean_flag().variation_for_all(False))
        -     assert run(client, 1) == 2
          def test_theme(client):
              td.update(td.flag("new-router").variation_for_all(0))  # the first variation, which is true
              td.update(td.flag("theme").variation_for_all(True))
              assert theme(client, 1)
        """,
    "test data of LaunchDarkly by a value": """
        ? sdk launchdarkly picker "blue"
        @ app/run.py
          import ldclient
          from store import load
          def run(client, user):
        -     return load(client, user) if client.variation("picker", user, "red") == "blue" else load(user)
        +     return load(client, user)
          ldclient.set_config(1)
        @ tests/conftest.py
          import pytest
          from ldclient.integrations.test_data import TestData
          @pytest.fixture
          def td():
              made = TestData.data_source()
        -     made.update(made.flag("picker").value_for_all("blue"))
              return made
        @ tests/test_run.py
          from app.run import run
          def test_blue(td, client):
              assert run(client, td) == 1
        - def test_red(td, client):
        -     td.update(td.flag("picker").value_for_all("red"))
        -     assert run(client, td) == 2
        """,
    "a mock of the client, whose method is told what to return": """
        ? sdk launchdarkly new-router
        @ app/run.py
        - import ldclient
          from store import load
          def run():
        -     return load(1) if ldclient.get().variation("new-router", None, False) else load(2)
        +     return load(1)
        @ tests/test_run.py
          from unittest import mock
          from app.run import run
          def test_new():
              with mock.patch("ldclient.get") as get:
                  get.return_value.close.return_value = None
        -         get.return_value.variation.return_value = True
                  assert run() == 1
        - @mock.patch("app.run.ldclient")
        - def test_old(client):
        -     client.get.return_value.variation.return_value = False
        -     assert run() == 2
        """,
    "a mock of the client that other flags are read of, too": """
        ? sdk launchdarkly new-router
        @ app/run.py
          import ldclient
          from store import load
          def run():
        -     return load(1) if ldclient.get().variation("new-router", None, False) else load(2)
        +     return load(1)
          def theme():
              return ldclient.get().variation("theme", None, "light")
        @ tests/test_run.py
          from unittest import mock
          from app.run import theme
          @mock.patch("app.run.ldclient")
          def test_theme(client):
              client.get.return_value.variation.return_value = "dark"
              assert theme() == "dark"
        """,
    "a mock of a function that gives the contrary": """
        ? sdk django-flags NEW_ONE
        @ app/run.py
        - from flags.state import flag_disabled
          from store import load
          def run():
        -     return load(2) if flag_disabled("NEW_ONE") else load(1)
        +     return load(1)
        @ tests/test_run.py
        - from unittest import mock
          from app.run import run
        - @mock.patch("app.run.flag_disabled", return_value=True)
        - def test_old(disabled):
        -     assert run() == 2
        - @mock.patch("app.run.flag_disabled", return_value=False)
        - def test_new(disabled):
        + def test_new():
              assert run() == 1
        """,
    "a mock of the method of a flag's object": """
        ? sdk edx-toggles app.new_one
        @ app/run.py
        - from edx_toggles.toggles import WaffleFlag
          from store import load
        - NEW = WaffleFlag("app.new_one", __name__)
          def run():
        -     return load(1) if NEW.is_enabled() else load(2)
        +     return load(1)
        @ tests/test_run.py
        - from unittest import mock
          from app.run import run
        - @mock.patch("app.run.NEW.is_enabled", return_value=False)
        - def test_old(enabled):
        -     assert run() == 2
        - @mock.patch("app.run.NEW.is_enabled", return_value=True)
        - def test_new(enabled):
        + def test_new():
              assert run() == 1
        """,
    "a mock of the client's method": """
        ? sdk unleash new-router
        @ app/run.py
          from UnleashClient import UnleashClient
          client = UnleashClient(url="https://unleash.example.com", app_name="docent")
          client.initialize_client()
          from store import load
          def run():
        -     return load(1) if client.is_enabled("new-router") else load(2)
        +     return load(1)
        @ tests/test_run.py
        - from unittest import mock
          from app.run import run
        - @mock.patch("app.run.client.is_enabled", return_value=True)
        - def test_new(is_enabled):
        + def test_new():
              assert run() == 1
        - @mock.patch("app.run.client.is_enabled", return_value=False)
        - def test_old(is_enabled):
        -     assert run() == 2
        """,
}


@pytest.mark.parametrize("drawing", TESTS.values(), ids=TESTS)
def test_set_up_of_the_flag_goes(drawing: str) -> None:
    check(drawing)


def test_templates_are_said_and_not_edited() -> None:
    drawing = """
        ? sdk django-waffle new-router
        @ app/run.py
        - import waffle
          def run(request):
        -     return waffle.flag_is_active(request, "new-router")
        +     return True
        @ templates/page.html
          {% load waffle_tags %}
          {% flag "new-router" %}new{% else %}old{% endflag %}
          {%switch 'new-router' %}
          {% flag "new-router-logging" %}
          {% sample new-router %}
        @ docs/flags.md
          * new-router is the router
        """
    check(drawing)
    assert sorted(findings(drawing)) == [
        "docs/flags.md:1: names new-router, and is left as it is",
        *(f"templates/page.html:{line}: reads the flag, and a template stays as it is" for line in (2, 3, 5)),
    ]


def test_the_reasons_name_the_key_and_the_library() -> None:
    first, *_ = chains("""
        ? sdk django-waffle new-router
        @ app/run.py
        - import waffle
          def run(request):
        -     if waffle.flag_is_active(request, "new-router"):
        -         return 1
        -     return 2
        +     return 1
        """)
    assert first[:2] == ("new-router (django-waffle) is true", "the condition always holds")
