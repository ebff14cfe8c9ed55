from dotenv import dotenv_values, get_key

EXAMPLE = dotenv_values(".env.example")  # another file may hold another value
NEW_ROUTER = EXAMPLE["USE_NEW_ROUTER"]

print(NEW_ROUTER, get_key(".env.test", "USE_NEW_ROUTER"))
