from environs import Env

env = Env(expand_vars=True)  # the text may stand for another variable
NEW_ROUTER = env.bool("USE_NEW_ROUTER")

plain = Env()
with plain.prefixed("APP_"):
    OTHER = plain.bool("USE_NEW_ROUTER", default=False)  # APP_USE_NEW_ROUTER

print(NEW_ROUTER, OTHER)
