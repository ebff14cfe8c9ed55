import os

OTHER = os.getenv("USE_NEW_ROUTER_LOGGING")  # another variable
LABEL = "USE_NEW_ROUTER"  # a mention, no read


class Environment:
    def getenv(self, name):
        return {"USE_NEW_ROUTER": "no"}.get(name)


print(OTHER, LABEL, Environment().getenv("USE_NEW_ROUTER"), os.getenv("HOME"))
