"""The shapes of what anybody may read, and of what the rules are asked."""

from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import Field, StrictStr

from gongjiang.web.api.shapes import DAY, Asked, Said


class SchemeBrief(Schema):
    slug: str
    said: Said
    clause: str


class Condition(Schema):
    clause: str
    said: Said
    assumed: list[Said]


class Fact(Schema):
    name: str
    said: Said
    kind: str
    values: list[str] = Field([], description="the terms it may be, where it is one of several")


class StepBrief(Schema):
    name: str
    said: Said
    by: str


class SchemeWhole(SchemeBrief):
    conditions: list[Condition]
    grants: list[Said]
    steps: list[StepBrief]
    facts: list[Fact]
    documents: list[Fact] = Field([], description="what may be handed in with a case, by its kind")


class Facts(Asked):
    facts: dict[str, Any]
    on: StrictStr | None = Field(None, pattern=DAY, description="the day asked about; today if left out")


class Decided(Schema):
    scheme: str
    on: date
    outcome: str
    priority: bool
    findings: list[dict[str, Any]]
    assumptions: list[dict[str, Any]]
    grants: list[dict[str, Any]]
    unused: list[str] = Field([], description="facts that were sent and that this scheme does not know")


class RoundTold(Schema):
    ref: str
    code: str
    scheme: str
    title: Said
    opens_on: date
    closes_on: date
    places: int
    ended_on: date | None


class NoticeTold(Schema):
    ref: str
    scheme: str
    title: Said
    opens_on: date
    closes_on: date
    list_sha256: str


class EntryTold(Schema):
    name: str
    unit: str
    occupation: str
    level: str
    honours: str
    amount_fen: int | None
    state: str = Field(description="listed, held, corrected, struck, or elsewhere: on another notice since")
    version: int = Field(description="1 as published; each correction adds one")
    corrected_at: datetime | None


class NoticeWhole(NoticeTold):
    entries: list[EntryTold]


class Craftsman(Schema):
    ref: str
    name: str
    unit: str
    title: str
    certificate: str
    conferred_on: date


class Checked(Schema):
    number: str
    valid: bool
    name: str = Field("", description="left out once it is revoked")
    issued_on: date | None
    revoked_on: date | None


class Head(Schema):
    size: int
    root: str
    note: str = Field(description="the signed head, as a verifier takes it")
    at: datetime


class Notices(Schema):
    items: list[NoticeTold]
    next: str | None


class Craftsmen(Schema):
    items: list[Craftsman]
    next: str | None
