from splitio import get_factory

factory = get_factory("sdk-key")
client = factory.client()


def answer(question, user):
    if client.get_treatment(user.id, "new-router") == "on":
        return ask_new(question)
    return ask_old(question)


async def answer_later(question, user, split):
    if await split.get_treatment(key=user.id, feature_flag_name="new-router") != "on":
        return ask_old(question)
    return ask_new(question)


def name(user):
    result = client.get_treatment_with_config(user.id, "new-router", {"plan": user.plan})
    return "new" if result[0] == "on" else "old"


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
