"""The shapes of what is told and asked: sums in whole fen, days as YYYY-MM-DD, words in both languages."""

from datetime import date
from typing import Annotated, Any

from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, StrictStr

DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
REF = r"^[A-Za-z0-9_\-]{1,40}$"
SLUG = r"^[a-z0-9\-]{1,40}$"
NAME = r"^[a-z0-9_\-]{1,40}$"


def whole(told: Any) -> Any:
    """JSON has one kind of number: 1.0 is a whole one."""
    return int(told) if isinstance(told, float) and told.is_integer() else told


Whole = Annotated[StrictInt, BeforeValidator(whole)]


class Asked(Schema):
    """What is sent: nothing but what is named here."""

    model_config = ConfigDict(extra="forbid")


class Said(Schema):
    zh: str
    en: str


class Problem(Schema):
    type: str
    title: str
    status: int
    detail: str = ""
    errors: list[dict[str, Any]] = []


class CaseBrief(Schema):
    ref: str
    number: str
    scheme: str
    state: str
    person: str
    unit: str
    round: str | None
    opened_on: date
    due_on: date | None
    version: int


class Told(Schema):
    said: Said
    values: list[Said]
    source: Said


class FindingTold(Schema):
    rule: str
    clause: str
    verdict: str
    said: Said


class EventTold(Schema):
    step: str
    source: str
    target: str
    on: date


class CaseWhole(CaseBrief):
    facts: list[Told]
    findings: list[FindingTold]
    history: list[EventTold]
    documents: list[str]
    logs: list[str]


class AskTold(Schema):
    name: str
    said: Said
    kind: str


class Offered(Schema):
    name: str
    said: Said
    asks: list[AskTold]
    refusal: Said | None = Field(None, description="why it cannot be taken now")


class Step(Asked):
    version: Whole = Field(ge=1, lt=10**9, description="of the case as it was read")
    sent: dict[str, StrictStr | Whole | list[StrictStr]] = Field(
        {}, description="what the step asks for, as its form is filled in"
    )


class Application(Asked):
    answers: dict[str, StrictStr | Whole | StrictBool] = Field(description="as the form is filled in")


class Row(Asked):
    told: dict[str, StrictStr | Whole | StrictBool]
    name: StrictStr = Field("", max_length=60)
    id_number: StrictStr = Field("", max_length=40)


class RowTold(Schema):
    ref: str
    on: date
    told: dict[str, Any]
    confirmed: bool
    struck: bool


class EvidenceTold(Schema):
    ref: str
    kind: str
    name: str
    media_type: str
    size: int
    sha256: str


class LineTold(Schema):
    fund: str
    year: int
    line: str
    appropriated: int
    available: int
    reserved: int
    payable: int
    in_transit: int
    suspense: int
    returned: int
    paid: int
    receivable: int
    written_off: int
    carried_in: int
    carried_out: int


class Me(Schema):
    name: str
    scopes: list[str]
    roles: list[str]
    expires_on: date


class Cases(Schema):
    items: list[CaseBrief]
    next: str | None
