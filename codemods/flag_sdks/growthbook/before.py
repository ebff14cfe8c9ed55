from growthbook import GrowthBook, GrowthBookClient, UserContext

client = GrowthBookClient()


def answer(question, user):
    gb = GrowthBook(attributes={"id": user.id})
    if gb.is_on("new-router"):
        return ask_new(question)
    return ask_old(question)


async def answer_later(question, user):
    if await client.is_off("new-router", UserContext(attributes={"id": user.id})):
        return ask_old(question)
    return ask_new(question)


def name(gb):
    return "new" if gb.get_feature_value("new-router", False) and not gb.eval_feature("new-router").off else "old"


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
