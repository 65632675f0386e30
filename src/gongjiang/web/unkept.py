"""What was shown to somebody who is known here is kept by no browser and no proxy, and goes as they leave."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

GONE = '"cache", "storage"'


class Unkept:
    """By the session or the token that came with the question: the database is not asked for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES or "Authorization" in request.headers:
            answer.headers.setdefault("Cache-Control", "private, no-store")
        asked = request.resolver_match
        if request.method == "POST" and asked is not None and asked.view_name == "account_logout":
            answer["Clear-Site-Data"] = GONE
        return answer
