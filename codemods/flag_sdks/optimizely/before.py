from optimizely import optimizely

client = optimizely.Optimizely(sdk_key="sdk-key")


def answer(question, user):
    context = client.create_user_context(user.id, {"plan": user.plan})
    decision = context.decide("new-router")
    if decision.enabled:
        return ask_new(question)
    return ask_old(question)


def name(user):
    return "new" if client.is_feature_enabled("new-router", user.id) else "old"


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
