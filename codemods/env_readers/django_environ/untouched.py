import environ

env = environ.Env()
NEW_ROUTER = env.url("USE_NEW_ROUTER")  # what this gives is not known

other = environ.Env()
other.prefix = "APP_"
OTHER = other.bool("USE_NEW_ROUTER", default=False)  # APP_USE_NEW_ROUTER

print(NEW_ROUTER, OTHER)
