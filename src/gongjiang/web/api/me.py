"""What a token is: whose, for what, until when."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from gongjiang.web.api import shapes
from gongjiang.web.api.auth import Bearer
from gongjiang.web.api.documented import with_token
from gongjiang.web.visitor import actor

router = Router(tags=["token"], auth=Bearer())


@router.get("/me", response=with_token(shapes.Me), summary="This token")
def me(request: HttpRequest) -> dict[str, Any]:
    token: Any = request.auth  # type: ignore[attr-defined]
    roles = sorted(role.value for role in actor(request).roles)
    return {"name": token.name, "scopes": token.scopes, "roles": roles, "expires_on": token.expires_on}
