"""Whatever a programme sends, the API answers as its document says."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, assume, given, settings
from schemathesis import GenerationMode

from gongjiang.config.wsgi import application
from gongjiang.office.registry.models import Token
from gongjiang.plans import plans
from tests.web.alive import Alive
from tests.web.test_api import V1, bearer

FEW, MANY = 6, 150
NORMAL = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much,
          HealthCheck.data_too_large]  # fmt: skip


@pytest.fixture
def unlimited(settings: Any) -> None:
    settings.API_HOURLY = 10**9


def headers_of(alive: Alive, who: str) -> dict[str, str]:
    return {"Authorization": bearer(alive, who).defaults["HTTP_AUTHORIZATION"]} if who else {}


def from_loopback(environ: dict[str, Any], start: Any) -> Any:
    return application(environ | {"REMOTE_ADDR": "127.0.0.1"}, start)


def operations(signed: bool) -> Iterator[Any]:
    """From the document that anybody can fetch. Whoever sends a token with every call leaves none out."""
    document = json.loads(Client().get(f"{V1}/openapi.json").content)
    for path in document["paths"].values():
        for operation in path.values() if signed else ():
            operation.pop("security", None)
    schema = schemathesis.openapi.from_dict(document)
    schema.app = from_loopback
    for found in schema.get_all_operations():
        yield found.ok()


def tried(
    operation: Any, headers: dict[str, str], mode: GenerationMode, many: int, known: Any = None
) -> None:
    @settings(max_examples=many, deadline=None, database=None, suppress_health_check=NORMAL,
              phases=(Phase.generate,), derandomize=True)  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode, path_parameters=known))
    def answered(case: Any) -> None:
        assume(all(value not in ([], {}) for value in (case.query or {}).values()))
        with transaction.atomic():
            case.call_and_validate(headers=headers)
            transaction.set_rollback(True)

    answered()


def there(alive: Alive, path: str) -> dict[str, object]:
    """What is in the town, for the names in an address: past the first door there is more to break."""
    case = alive.refs["logged" if "/logs/" in path else "notice" if "/notices/" in path else "nominated"]
    slug = next(s.slug for s in plans()[0].schemes if s.once and s.roster)
    named = {"ref": case, "name": "services" if "/logs/" in path else "reject", "slug": slug}
    return {name: value for name, value in named.items() if f"{{{name}}}" in path}


def ran(alive: Alive, who: str, many: int) -> None:
    headers = headers_of(alive, who)
    for operation in operations(signed=bool(who)):
        asks = [*operation.iter_parameters(), *operation.body]
        for mode in GenerationMode if asks else [GenerationMode.POSITIVE]:
            tried(operation, headers, mode, many)
        if known := there(alive, operation.path):
            tried(operation, headers, GenerationMode.POSITIVE, many, known)


@pytest.mark.usefixtures("unlimited")
@pytest.mark.parametrize("who", ["officer", ""])
def test_the_api_answers_as_documented(alive, who):
    ran(alive, who, FEW)
    assert Token.objects.count() == (1 if who else 0)


@pytest.mark.long
@pytest.mark.usefixtures("unlimited")
@pytest.mark.parametrize("who", ["officer", "nominee", ""])
def test_the_api_answers_as_documented_to_many_questions(alive, who):
    ran(alive, who, MANY)
