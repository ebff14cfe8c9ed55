from flagship import Flagship


def answer(question, user):
    visitor = Flagship.new_visitor(user.id, context={"plan": user.plan})
    visitor.fetch_flags()
    return ask_new(question)


def name(visitor):
    return "new"


def ask_new(question):
    return f"new {question}"
