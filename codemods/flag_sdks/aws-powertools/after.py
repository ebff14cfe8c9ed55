def handler(event, context):
    return ask_new(event)


def ask_new(event):
    return f"new {event}"
