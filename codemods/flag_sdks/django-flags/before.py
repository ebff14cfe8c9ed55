from flags.decorators import flag_check, flag_required
from flags.state import flag_disabled, flag_enabled


@flag_required("new-router", fallback_view=lambda request: old(request))
def page(request):
    if flag_enabled("new-router", request=request):
        return new(request)
    return old(request)


@flag_check("new-router", True)
def listing(request):
    return old(request) if flag_disabled("new-router", request=request) else new(request)


def new(request):
    return f"new {request}"


def old(request):
    return f"old {request}"
