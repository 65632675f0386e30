"""Signed documents as answers: exactly the data, for programmes of anybody."""

import json
from typing import Any

from django.http import HttpResponse

CREDENTIAL = "application/vc"
ISSUER = "application/did"


def signed_data(told: dict[str, Any], name: str = "", kind: str = CREDENTIAL) -> HttpResponse:
    """A file to keep where it has a name; otherwise a document to read, by pages of any address."""
    answer = HttpResponse(json.dumps(told, ensure_ascii=False, indent=2), content_type=kind)
    if name:
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        answer["Cache-Control"] = "no-store"
    else:
        answer["Access-Control-Allow-Origin"] = "*"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
