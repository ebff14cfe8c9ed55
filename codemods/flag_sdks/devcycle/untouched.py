from devcycle_python_sdk import DevCycleLocalClient, DevCycleLocalOptions

client = DevCycleLocalClient("sdk-key", DevCycleLocalOptions())


def answer(user):
    variable = client.variable(user, "new-router", False)
    return client.variable_value(user, "new-router-logging", False), variable.isDefaulted
