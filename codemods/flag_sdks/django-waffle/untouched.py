import waffle
from waffle.decorators import waffle_flag

from app.switches import switch_is_active


@waffle_flag("new-router-logging")
def page(request):
    return waffle.flag_is_active(request, "other")


@waffle_flag("!old-router")
def listing(request):
    return switch_is_active("new-router"), {"new-router": 1}
