from flipt import FliptClient
from flipt.evaluation import EvaluationRequest

flipt_client = FliptClient(url="http://localhost:8080")


def answer(question, user):
    request = EvaluationRequest(namespace_key="default", flag_key="new-router", entity_id=user.id, context={})
    response = flipt_client.evaluation.boolean(request)
    if response.enabled:
        return ask_new(question)
    return ask_old(question)


def name(user, local):
    return "new" if local.evaluate_boolean("new-router", user.id, {}).enabled else "old"


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
