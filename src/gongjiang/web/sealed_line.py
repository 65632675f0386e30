"""A programme that asks in the open is refused, not led on: its token would go in the open ever after."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from gongjiang.law.words import Words
from gongjiang.web.api.problems import HERE, problem

OPEN = Words("只能经 https 访问", "Ask over https alone")


class SealedLine:
    """People are led on to https, by Django's own; nobody is where the house is not behind TLS."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SECURE_SSL_REDIRECT and request.path.startswith(HERE) and not request.is_secure():
            return problem(request, 403, title=OPEN)
        return self.get_response(request)
