"""Acting by token: through the clerk's own doors, once for each idempotency key, and in the record."""

from collections.abc import Mapping
from typing import Annotated, Any

from django import forms
from django.http import Http404, HttpRequest, QueryDict
from ninja import File, Form, Header, Router
from ninja.errors import HttpError, Throttled
from ninja.files import UploadedFile

from gongjiang.law.beginning import may_apply
from gongjiang.law.policy import may
from gongjiang.law.procedure import Step
from gongjiang.law.standing import Actor
from gongjiang.law.words import Problem
from gongjiang.office.clerk.applying import Beside, Printed, apply
from gongjiang.office.clerk.by_token import once
from gongjiang.office.clerk.evidence import add_evidence, room_for
from gongjiang.office.clerk.gathering import add_rows, log_of, may_see
from gongjiang.office.clerk.perform import perform
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.clerk.tokens import ACT_CASES
from gongjiang.plans import plan_of
from gongjiang.web.api import shapes
from gongjiang.web.api.auth import Bearer
from gongjiang.web.api.cases import Name, brief, row_told
from gongjiang.web.api.documented import acting
from gongjiang.web.api.forms import cleaned, nothing_else, person_of
from gongjiang.web.api.public import Ref, Slug, scheme_of
from gongjiang.web.bounded import taken
from gongjiang.web.desk.applying import CERTIFICATE, BesideForm, PrintedForm
from gongjiang.web.desk.asks import sent
from gongjiang.web.desk.cases import seen
from gongjiang.web.desk.evidence import stored
from gongjiang.web.desk.filing import form_for
from gongjiang.web.desk.logs import form_of
from gongjiang.web.fact_fields import plain
from gongjiang.web.limits import left
from gongjiang.web.limits import now as clock
from gongjiang.web.uploads import inert
from gongjiang.web.visitor import actor, now

router = Router(tags=["acts"], auth=Bearer(ACT_CASES))
Key = Annotated[str, Header(alias="Idempotency-Key", pattern=r"^[A-Za-z0-9_\-]{8,80}$")]


@router.post(
    "/cases/{ref}/steps/{name}",
    response=acting(shapes.CaseBrief),
    summary="Take a step",
)
def step(
    request: HttpRequest, ref: Ref, name: Name, body: shapes.Step, idempotency_key: Key
) -> dict[str, Any]:
    """Refused with its reason where the case has moved on since `version`, or the law does not allow it."""
    held, me, at = seen(request, ref), actor(request), now()
    procedure = plan_of(held.scheme)[held.scheme].procedure
    if name not in procedure:
        raise Http404
    nothing_else(body.sent, asked_by(procedure[name], body.sent))
    told = sent(procedure[name], as_form(body.sent))

    def act() -> dict[str, Any]:
        perform(held, name, me, at, told, body.version)
        return jsonable(brief(seen(request, ref)))

    asked = ["step", ref, name, body.version, body.sent]
    return once(request.auth, idempotency_key, asked, act, at)  # type: ignore[attr-defined]


def asked_by(step: Step, told: Mapping[str, Any]) -> set[str]:
    """The names that a step asks for; a ticked item has a reason of its own, named after it."""
    ticked = {
        f"{ask.name}-{one}" for ask in step.asks if ask.kind == "items" for one in _list(told.get(ask.name))
    }
    return {ask.name for ask in step.asks} | ticked


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def as_form(told: dict[str, Any]) -> QueryDict:
    """What was sent as the desk's form would have sent it."""
    form = QueryDict(mutable=True)
    for name, value in told.items():
        form.setlist(name, [str(one) for one in value] if isinstance(value, list) else [str(value)])
    return form


def jsonable(told: dict[str, Any]) -> dict[str, Any]:
    return shapes.CaseBrief.model_validate(told).model_dump(mode="json")


@router.post(
    "/schemes/{slug}/apply",
    response=acting(shapes.CaseBrief),
    summary="Open a case of one's own",
)
def apply_for(
    request: HttpRequest, slug: Slug, body: shapes.Application, idempotency_key: Key
) -> dict[str, Any]:
    """A draft in the applicant's hands. It is put forward by its first step."""
    (_, scheme), me, at = scheme_of(slug), actor(request), now()
    if not may_apply(scheme, me):
        raise Http404
    told = as_form({name: _typed(value) for name, value in body.answers.items()})
    made: list[forms.Form] = [form_for(scheme)(told), BesideForm(scheme, told)]
    if CERTIFICATE in scheme.once:
        made.append(PrintedForm(told))
    asked, beside, *printed = cleaned(*made)
    with_it = Beside(printed=Printed(**printed[0]) if printed else None, **beside)

    def act() -> dict[str, Any]:
        return jsonable(brief(seen(request, apply(scheme, plain(asked), with_it, me, at).ref)))

    key = ["apply", slug, body.answers]
    return once(request.auth, idempotency_key, key, act, at)  # type: ignore[attr-defined]


def _typed(value: str | int | bool) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


@router.post(
    "/cases/{ref}/logs/{name}/rows",
    response=acting(shapes.RowTold),
    summary="Enter a row in a log",
)
def enter(
    request: HttpRequest, ref: Ref, name: Name, body: shapes.Row, idempotency_key: Key
) -> dict[str, Any]:
    held, me, at = seen(request, ref), actor(request), now()
    log = log_of(held, name)
    if log is None or not may_see(held, log, me):
        raise Http404
    person = {"person_name": body.name, "person_id_number": body.id_number}
    named = {key: value for key, value in person.items() if value}
    form = as_form({key: _typed(value) for key, value in body.told.items()} | named)
    told, whom = person_of(cleaned(form_of(log)(form))[0])

    def act() -> dict[str, Any]:
        row = add_rows(held, log, [(plain(told), whom)], me, at)[0]
        return shapes.RowTold.model_validate(row_told(row)).model_dump(mode="json")

    asked = ["log", ref, name, body.model_dump()]
    return once(request.auth, idempotency_key, asked, act, at)  # type: ignore[attr-defined]


@router.post(
    "/cases/{ref}/evidence",
    response=acting(shapes.EvidenceTold, 413),
    summary="Hand in a document",
)
def evidence(
    request: HttpRequest, ref: Ref, kind: Annotated[str, Form(pattern=shapes.NAME)], file: File[UploadedFile],
    idempotency_key: Key,
) -> dict[str, Any]:  # fmt: skip
    """PDF, PNG or JPEG by its content, at most 10 MB, with nothing in it that acts."""
    held, me, at = seen(request, ref), actor(request), now()
    if not brings(held.person_id, me):
        raise Http404
    if {*request.POST, *request.FILES} - {"kind", "file"}:
        raise HttpError(422, "")
    if not taken(request, "upload"):
        raise Throttled(left(clock()))
    given = inert(file)
    if isinstance(given, Problem):
        raise Refused(given.said)

    def act() -> dict[str, Any]:
        room_for(held, kind, len(given.body), me)
        made = add_evidence(held, stored(kind, given), me, at)
        return shapes.EvidenceTold.model_validate(made, from_attributes=True).model_dump(mode="json")

    asked = ["evidence", ref, kind, given.name, given.sent]
    return once(request.auth, idempotency_key, asked, act, at)  # type: ignore[attr-defined]


def brings(person: int, me: Actor) -> bool:
    return me.person == person or may(me, "evidence.add")
