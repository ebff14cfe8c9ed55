from flagship import Flagship


def answer(question, user):
    visitor = Flagship.new_visitor(user.id, context={"plan": user.plan})
    visitor.fetch_flags()
    flag = visitor.get_flag("new-router", False)
    if flag.value():
        return ask_new(question)
    return ask_old(question)


def name(visitor):
    return "new" if visitor.get_flag("new-router", default=False).value(visitor_exposed=False) else "old"


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
