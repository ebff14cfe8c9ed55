from statsig import StatsigServer, StatsigUser, statsig

statsig.initialize("secret")
server = StatsigServer()


def answer(question, user):
    if statsig.check_gate(StatsigUser(user.id), "new-router"):
        return ask_new(question)
    return ask_old(question)


def name(user):
    gate = server.get_feature_gate(StatsigUser(user_id=user.id), "new-router")
    return "new" if gate.get_value() else "old"


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
