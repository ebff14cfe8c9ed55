import eppo_client


def answer(question, user):
    client = eppo_client.get_instance()
    if client.get_boolean_assignment("new-router", user.id, {"plan": user.plan}, False):
        return ask_new(question)
    return ask_old(question)


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
