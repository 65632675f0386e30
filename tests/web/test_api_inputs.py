"""The API takes what its document names, and nothing else: in the body, in a form, and in the address."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from ninja import Schema

from gongjiang.office.cases.models import Case
from gongjiang.office.journal.models import Leaf
from gongjiang.plans import plan_of, plans
from gongjiang.web.api.house import api
from gongjiang.web.api.shapes import Asked
from gongjiang.web.demo.straight import row_of
from gongjiang.web.visitor import today
from tests.web.alive import Alive
from tests.web.office import PDF
from tests.web.test_api import KEY, V1, bearer, post
from tests.web.test_applying import CLAIM
from tests.web.test_mass_assignment import everything


def document() -> dict[str, Any]:
    return json.loads(json.dumps(api.get_openapi_schema(), default=str))


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in document()["paths"].items():
        for method, one in methods.items():
            yield method, path, one


def whole(schema: dict[str, Any], named: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema, and those within it."""
    if "$ref" in schema:
        schema = named[schema["$ref"].rsplit("/", 1)[1]]
    yield schema
    for part in schema.get("properties", {}).values():
        for inner in (part, *part.get("anyOf", ()), part.get("items", {})):
            if "$ref" in inner:
                yield from whole(inner, named)


def open_bodies(held: dict[str, Any]) -> list[str]:
    """Bodies, and parts of bodies, that take more than they name. A mapping whose keys are the sender's
    own, as a form's answers are, is no shape: what is in it is held against the form.
    """
    found = []
    for path, methods in held["paths"].items():
        for method, one in methods.items():
            for media in one.get("requestBody", {}).get("content", {}).values():
                for schema in whole(media["schema"], held["components"]["schemas"]):
                    if schema.get("additionalProperties") is not False:
                        found.append(f"{method} {path}: {schema.get('title')}")
    return found


def test_every_body_names_all_that_it_takes():
    bodies = [path for method, path, one in operations() if "requestBody" in one]

    assert open_bodies(document()) == []
    assert len(bodies) >= 5


def test_a_body_that_took_more_would_be_found():
    held = document()
    asked = next(name for name in held["components"]["schemas"] if name == "Step")
    held["components"]["schemas"][asked].pop("additionalProperties")

    assert open_bodies(held) == ["post /api/v1/cases/{ref}/steps/{name}: Step"]


def test_every_shape_that_is_asked_forbids_what_it_does_not_name():
    """Read off the code: a shape is asked where an operation has it as a parameter."""
    asked = {
        model
        for router in api._routers
        for view in router[1].path_operations.values()
        for operation in view.operations
        for model in map(type_of, operation.signature.params)
        if isinstance(model, type) and issubclass(model, Schema)
    }

    assert {model.__name__ for model in asked if not issubclass(model, Asked)} == set()
    assert {"Step", "Application", "Row", "Facts"} <= {model.__name__ for model in asked}


def type_of(param: Any) -> Any:
    return getattr(param, "annotation", None)


@pytest.mark.parametrize("more", ["state", "version_id", "is_superuser", "granted"])
def test_a_question_that_an_operation_does_not_know_is_refused(alive: Alive, more: str):
    told = {
        "ref": alive.refs["nominated"],
        "slug": "craftsman-selection",
        "name": "services",
        "code": "WHGJ1",
    }
    client, passed = bearer(alive, "officer"), {}
    for method, path, one in operations():
        known = {held["name"] for held in one.get("parameters", ()) if held["in"] == "query"}
        if method == "get" and more not in known:
            passed[path] = client.get(f"{path.format(**told)}?{more}=1").status_code

    assert {path: status for path, status in passed.items() if status != 422} == {}
    assert len(passed) >= 13


def test_no_act_takes_a_field_of_any_model_beside_its_own(alive: Alive):
    """Names of every model, one by one, in the body of a step that would have been taken, and in its form."""
    client, case = bearer(alive, "officer"), Case.objects.get(ref=alive.refs["nominated"])
    path, before = f"{V1}/cases/{case.ref}/steps/reject", Leaf.objects.count()
    body = {"version": case.version, "sent": {"reason": "不符"}}
    taken = []
    names = everything()
    names.pop("version"), names.pop("reason", "")
    for name in Random().sample(sorted(names), 40):
        for told in (body | {name: names[name]}, body | {"sent": body["sent"] | {name: names[name]}}):
            answer = client.post(path, json.dumps(told), content_type="application/json", headers=KEY)
            taken += [name] if answer.status_code not in (422, 409) else []

    assert (taken, Leaf.objects.count()) == ([], before)
    assert (
        client.post(path, json.dumps(body), content_type="application/json", headers=KEY).status_code == 200
    )


def test_no_answer_of_a_form_is_taken_that_the_form_does_not_ask(alive: Alive):
    case = Case.objects.get(ref=alive.refs["logged"])
    log = next(one for one in plan_of(case.scheme)[case.scheme].logs if one.name == "services")
    row = row_of(log, plan_of(case.scheme)[case.scheme], today())
    slug = next(s.slug for s in plans()[0].schemes if s.once and s.roster)
    sends = {
        f"/cases/{case.ref}/logs/services/rows": ("unit", {"told": row | {"confirmed_by": "1"}}),
        f"/schemes/{slug}/apply": ("nominee", {"answers": CLAIM | {"state": "granted"}}),
    }
    before = Leaf.objects.count()

    answers = [post(bearer(alive, who), path, body, **KEY) for path, (who, body) in sends.items()]

    assert [one.status_code for one in answers] == [409, 409]
    assert [one.json()["errors"][0]["where"] for one in answers] == [["confirmed_by"], ["state"]]
    assert Leaf.objects.count() == before + 2


def test_a_document_comes_with_what_is_named_and_no_more(alive: Alive):
    client, url = bearer(alive, "officer"), f"{V1}/cases/{alive.refs['nominated']}/evidence"

    def sent(**more: str) -> int:
        parts = {"kind": "letter", "file": SimpleUploadedFile("信.pdf", PDF), **more}
        return client.post(url, parts, headers=KEY).status_code

    assert [sent(stored="x"), sent(by="1"), sent(sha256="0" * 64)] == [422] * 3
    assert sent() == 200


@pytest.mark.django_db
def test_without_a_token_nothing_is_taken_either():
    answer = Client().post(
        f"{V1}/schemes/craftsman-selection/decide", json.dumps({"facts": {}, "state": "granted"}),
        content_type="application/json",
    )  # fmt: skip

    assert answer.status_code == 422
