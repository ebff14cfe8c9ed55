from flags.decorators import flag_required
from flags.state import flag_enabled

from app.state import flag_state

SET = bool(flag_state)


@flag_required("new-router-logging", pass_if_set=False)
def page(request):
    return flag_enabled("other", request=request)


def listing(request):
    return flag_state("new-router")
