"""Everything the house holds about oneself, as a file; asked for by a button, so that no link fetches it."""

import json

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from gongjiang.office.clerk.own_data import own_data
from gongjiang.web.visitor import actor, now


@require_POST
@login_required
def take(request: HttpRequest) -> HttpResponse:
    me = actor(request)
    if me.person is None:
        raise Http404
    told = json.dumps(own_data(me, now()), ensure_ascii=False, indent=1, default=str)
    answer = HttpResponse(told, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="my-data.json"'
    answer["Cache-Control"] = "no-store"
    return answer
