from django.views import View


def page(request):
    return new(request)


def listing(request):
    return new(request)


class Page(View):
    router = "new"


class Listing(View):
    def get(self, request):
        return new(request)


def is_new():
    return True


def new(request):
    return f"new {request}"
