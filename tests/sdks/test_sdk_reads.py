"""Reads of an SDK's flag: what its entry describes folds, whoever holds the client; what is something else stays."""

from __future__ import annotations

import pytest
from planning import check, findings

FOLDS = {
    "the key is a constant of another file": """
        ? sdk launchdarkly new-router
        @ app/keys.py gone
        - NEW_ROUTER = "new-router"
        @ app/run.py
        - import ldclient
        -
        - from app import keys
        -
        -
          def run(context):
        -     return ldclient.get().variation(keys.NEW_ROUTER, context, False)
        +     return True
        """,
    "the key is a member of an enumeration": """
        ? sdk launchdarkly new-router
        @ app/run.py
        - from enum import StrEnum
        -
        - import ldclient
        -
        -
        - class Flags(StrEnum):
        -     NEW_ROUTER = "new-router"
        -
        -
          def run(context):
        -     return ldclient.get().variation(Flags.NEW_ROUTER, context, False)
        +     return True
        """,
    "a client that is passed in": """
        ? sdk openfeature new-router
        @ app/clients.py
          from openfeature import api
          CLIENT = api.get_client("routing")
        @ app/run.py
          def run(flags):
        -     return "new" if flags.get_boolean_value("new-router", False) else "old"
        +     return "new"
        """,
    "an argument that acts stays as a statement": """
        ? sdk unleash new-router
        @ app/run.py
          from UnleashClient import UnleashClient
          client = UnleashClient(url="https://unleash.example.com", app_name="docent")
          client.initialize_client()
          def run():
        -     if client.is_enabled("new-router", load_user()):
        -         return 1
        -     return 2
        +     load_user()
        +     return 1
        """,
    "a wrapper of the project's own": """
        ? sdk unleash new-router
        @ app/features.py
          from UnleashClient import UnleashClient
          client = UnleashClient(url="https://unleash.example.com", app_name="docent")
          client.initialize_client()
          def is_on(name):
              return client.is_enabled(name)
          def other():
              return is_on("other")
        @ app/run.py
        - from app.features import is_on
          def run():
        -     return 1 if is_on("new-router") else 2
        +     return 1
        """,
    "a variant is compared": """
        ? sdk posthog new-router "blue"
        @ app/run.py
        - import posthog
          def run(user):
        -     if posthog.get_feature_flag("new-router", user.id) == "red":
        -         return 1
        -     return 2 if posthog.feature_enabled("new-router", user.id) else 3
        +     return 2
        """,
    "a number is read as the type that is asked for": """
        ? sdk openfeature limit 5
        @ app/run.py
        - from openfeature import api
        - client = api.get_client()
          def run():
        -     return client.get_integer_value("limit", 1), client.get_float_value("limit", 0.5)
        +     return 5, 5.0
        """,
    "what a call tells is held by an attribute of the instance": """
        ? sdk edx-toggles routing.new_router
        @ app/run.py
        - from edx_toggles.toggles import WaffleFlag
          class Router:
              def __init__(self, name):
                  self.name = name
        -         self.flag = WaffleFlag("routing.new_router", __name__)
              def route(self):
        -         return self.name if self.flag.is_enabled() else ""
        +         return self.name
        """,
    "the key is put together": """
        ? sdk edx-toggles routing.new_router
        @ app/flags.py gone
        - from edx_toggles.toggles import WaffleFlag
        - NAMESPACE = "routing"
        - NEW_ROUTER = WaffleFlag(f"{NAMESPACE}.new_router", __name__)
        @ app/run.py
        - from app.flags import NEW_ROUTER
          def run():
        -     return 1 if NEW_ROUTER.is_enabled() else 2
        +     return 1
        """,
    "details that are awaited": """
        ? sdk openfeature new-router False
        @ app/run.py
          async def run(client):
        -     details = await client.get_boolean_details_async("new-router", default_value=True)
        -     if details.value:
        -         return 1
              return 2
        @ app/other.py
          import openfeature.api
        """,
    "a call whose result nobody takes": """
        ? sdk unleash new-router
        @ app/run.py
          import UnleashClient
          def run(client):
        -     client.is_enabled("new-router")
              return 2
        """,
}

STAYS = {
    "a method of a class of the repository": """
        ? sdk unleash new-router
        @ app/run.py
          import UnleashClient
          class Doors:
              def is_enabled(self, name):
                  return name in self.open
          doors = Doors()
          def run():
              return doors.is_enabled("new-router")
        """,
    "a method of an object of another library": """
        ? sdk unleash new-router
        @ app/run.py
          import UnleashClient
          from feature_server import client
          def run():
              return client.is_enabled("new-router")
        """,
    "a client of another library": """
        ? sdk unleash new-router
        @ app/run.py
          import UnleashClient
          import feature_server
          client = feature_server.Client()
          def run():
              return client.is_enabled("new-router")
        """,
    "the SDK is not used here": """
        ? sdk unleash new-router
        @ app/run.py
          def run(client):
              return client.is_enabled("new-router")
        """,
    "a function of the repository with the name of one of the SDK": """
        ? sdk django-waffle new-router
        @ app/run.py
          import waffle
          from app.switches import switch_is_active
          def run():
              return switch_is_active("new-router")
        """,
    "a subclass that may answer otherwise": """
        ? sdk edx-toggles routing.new
        @ app/run.py
          from edx_toggles.toggles import WaffleFlag
          class CourseFlag(WaffleFlag):
              def is_enabled(self, course):
                  return bool(course)
          NEW = CourseFlag("routing.new", __name__)
          def run(course):
              return NEW.is_enabled(course)
        """,
    "what is held is given another value": """
        ? sdk edx-toggles routing.new
        @ app/run.py
          from edx_toggles.toggles import WaffleFlag
          NEW = WaffleFlag("routing.new", __name__)
          def replace(other):
              global NEW
              NEW = other
          def run():
              return NEW.is_enabled()
        """,
    "a value of another type": """
        ? sdk openfeature new-router
        @ app/run.py
          from openfeature import api
          client = api.get_client()
          def run():
              return client.get_string_value("new-router", "blue")
        """,
    "the value is null, for which the call's default stands": """
        ? sdk configcat new-router None
        @ app/run.py
          import configcatclient
          client = configcatclient.get("sdk-key")
          def run():
              return client.get_value("new-router", "blue")
        """,
    "another argument is the key": """
        ? sdk split new-router "on"
        @ app/run.py
          from splitio import get_factory
          client = get_factory("sdk-key").client()
          def run():
              return client.get_treatment("new-router", "theme")
        """,
    "the client is used for something else": """
        ? sdk posthog new-router
        @ app/run.py
          import posthog
          def run(user):
              posthog.capture("new-router", distinct_id=user.id)
        """,
}


@pytest.mark.parametrize("drawing", FOLDS.values(), ids=FOLDS)
def test_folds(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("drawing", STAYS.values(), ids=STAYS)
def test_stays(drawing: str) -> None:
    check(drawing)
    assert findings(drawing), "what stays is said"


def test_what_stays_beside_an_edit_is_not_taken_for_the_flag_s() -> None:
    check("""
        ? sdk posthog new-router
        @ app/run.py
          import posthog
          def run(user):
        -     result = posthog.feature_enabled("new-router", user.id)
              posthog.capture("asked", distinct_id=user.id)
        -     return 1 if result else 2
        +     return 1
        """)
