from starlette.config import Config
from starlette.datastructures import Secret

config = Config()
NEW_ROUTER = config("USE_NEW_ROUTER", cast=Secret)  # what this gives is not known
OTHER = Config(environ={"USE_NEW_ROUTER": "0"})("USE_NEW_ROUTER", cast=bool)  # no environment

print(NEW_ROUTER, OTHER)
