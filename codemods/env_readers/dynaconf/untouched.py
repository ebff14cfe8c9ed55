from dynaconf import Dynaconf

settings = Dynaconf(envvar_prefix="APP")
NEW_ROUTER = settings.USE_NEW_ROUTER  # APP_USE_NEW_ROUTER

print(NEW_ROUTER)
