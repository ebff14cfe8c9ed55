from everett.manager import ConfigManager, ListOf

config = ConfigManager.basic_config()
NEW_ROUTER = config("use_new_router", parser=ListOf(str))  # what this gives is not known
OTHER = config("use_new_router", namespace="app", default="false", parser=bool)  # APP_USE_NEW_ROUTER

print(NEW_ROUTER, OTHER)
