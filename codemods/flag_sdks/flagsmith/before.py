from flagsmith import Flagsmith

flagsmith = Flagsmith(environment_key="environment")


def answer(question, user):
    flags = flagsmith.get_identity_flags(identifier=user.id, traits={"plan": user.plan})
    if flags.is_feature_enabled("new-router"):
        return ask_new(question)
    return ask_old(question)


def name():
    flag = flagsmith.get_environment_flags().get_flag(feature_name="new-router")
    return "new" if flag.enabled else "old"


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
