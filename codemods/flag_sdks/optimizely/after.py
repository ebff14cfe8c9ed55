from optimizely import optimizely

client = optimizely.Optimizely(sdk_key="sdk-key")


def answer(question, user):
    client.create_user_context(user.id, {"plan": user.plan})
    return ask_new(question)


def name(user):
    return "new"


def ask_new(question):
    return f"new {question}"
