import configcatclient
from configcatclient.user import User

client = configcatclient.get("sdk-key")


def answer(question, user):
    if client.get_value("new-router", False, User(user.id)):
        return ask_new(question)
    return ask_old(question)


def name():
    details = client.get_value_details(key="new-router", default_value=False)
    return "new" if details.value else "old"


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
