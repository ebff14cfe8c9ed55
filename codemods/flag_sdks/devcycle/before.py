from devcycle_python_sdk import DevCycleLocalClient, DevCycleLocalOptions
from devcycle_python_sdk.models.user import DevCycleUser

client = DevCycleLocalClient("sdk-key", DevCycleLocalOptions())


def answer(question, user):
    if client.variable_value(DevCycleUser(user_id=user.id), "new-router", False):
        return ask_new(question)
    return ask_old(question)


def name(user):
    variable = client.variable(user, key="new-router", default_value=False)
    return "new" if variable.value else "old"


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
