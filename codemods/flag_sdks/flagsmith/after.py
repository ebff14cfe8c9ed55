from flagsmith import Flagsmith

flagsmith = Flagsmith(environment_key="environment")


def answer(question, user):
    flagsmith.get_identity_flags(identifier=user.id, traits={"plan": user.plan})
    return ask_new(question)


def name():
    return "new"


def ask_new(question):
    return f"new {question}"
