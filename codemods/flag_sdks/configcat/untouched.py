import configcatclient
from django.core.cache import cache

client = configcatclient.get("sdk-key")


def answer():
    return client.get_value("new-router-logging", False), cache.get_value("new-router", False), client.get_all_values()
