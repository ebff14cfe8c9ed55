import logging

from UnleashClient import UnleashClient

unleash = UnleashClient(url="https://unleash.example.com/api", app_name="docent")
logger = logging.getLogger(__name__)


class Modules:
    def is_enabled(self, name):
        return name in ("new-router", "old-router")


modules = Modules()


def answer():
    return unleash.is_enabled("new-router-logging"), modules.is_enabled, unleash.get_variant("new-router")["name"]
