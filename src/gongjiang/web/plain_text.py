"""No NUL reaches the house: PostgreSQL holds none in its texts, and nobody types one."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

NUL = "\0"


class PlainText:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NUL in request.path:
            raise Http404
        if _holds_nul(request.GET):
            request.GET = _without(request.GET)  # type: ignore[assignment]
        if request.method == "POST" and _holds_nul(request.POST):
            request.POST = _without(request.POST)  # type: ignore[assignment]
        return self.get_response(request)


def _holds_nul(asked: QueryDict) -> bool:
    return any(NUL in key or any(NUL in one for one in values) for key, values in asked.lists())


def _without(asked: QueryDict) -> QueryDict:
    clean = QueryDict(mutable=True, encoding=asked.encoding)
    for key, values in asked.lists():
        clean.setlist(key.replace(NUL, ""), [one.replace(NUL, "") for one in values])
    clean._mutable = False
    return clean
