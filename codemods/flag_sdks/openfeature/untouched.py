from openfeature import api

client = api.get_client()


class Settings:
    def get_boolean_value(self, key, default):
        return {"new-router": 1}.get(key, default)


def answer(settings: Settings):
    logging = client.get_boolean_value("new-router-logging", False)
    retries = client.get_integer_value("new-router", 3)  # the flag as another type
    return logging, retries, settings.get_boolean_value("new-router", False), "new-router"
