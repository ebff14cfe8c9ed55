def page(request):
    return new(request)


def listing(request):
    return new(request)


def new(request):
    return f"new {request}"
