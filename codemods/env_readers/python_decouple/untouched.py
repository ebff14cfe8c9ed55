from decouple import Csv, config

NAMES = config("USE_NEW_ROUTER", default="", cast=Csv())  # what this gives is not known
OTHER = config("USE_NEW_ROUTER_LOGGING", default=False, cast=bool)  # another variable


def config_of(config):
    return config("USE_NEW_ROUTER", cast=bool)  # any function may be passed


print(NAMES, OTHER, config_of(dict))
