import waffle
from django.utils.decorators import method_decorator
from django.views import View
from waffle import get_waffle_switch_model, sample_is_active, switch_is_active
from waffle.decorators import waffle_flag, waffle_switch
from waffle.mixins import WaffleFlagMixin
from waffle.models import Switch

NEW_ROUTER = "new-router"
SWITCH = Switch.get(NEW_ROUTER)


@waffle_flag("new-router")
def page(request):
    if waffle.flag_is_active(request, NEW_ROUTER):
        return new(request)
    return old(request)


@waffle_switch(NEW_ROUTER, redirect_to="home")
def listing(request):
    if get_waffle_switch_model().get("new-router").is_active() and SWITCH.is_active():
        return new(request)
    return old(request)


@method_decorator(waffle_flag(NEW_ROUTER), name="dispatch")
class Page(View):
    router = "new"


class Listing(WaffleFlagMixin, View):
    waffle_flag = "new-router"

    def get(self, request):
        return new(request) if switch_is_active("new-router") else old(request)


def is_new():
    return sample_is_active(sample_name="new-router")


def new(request):
    return f"new {request}"


def old(request):
    return f"old {request}"
