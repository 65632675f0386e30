"""The desk's forms, filled in by a programme: the same fields, the same checks."""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms

from gongjiang.office.clerk.people import Named
from gongjiang.web.desk.logs import named

LONGEST = 200


class Unfilled(Exception):
    """A form that is not filled in as it asks, field by field."""

    def __init__(self, wrong: list[dict[str, Any]]) -> None:
        super().__init__("unfilled")
        self.errors = wrong


def nothing_else(told: Iterable[str], asked: Collection[str]) -> None:
    """What is sent is what is asked; raises with every name that is not."""
    strange = [{"where": [name[:LONGEST]], "what": "unknown"} for name in told if name not in asked]
    if strange:
        raise Unfilled(strange)


def cleaned(*held: forms.Form) -> list[dict[str, Any]]:
    """What each was filled in with; raises with every field that is wrong, by its name."""
    nothing_else(held[0].data, {name for form in held for name in form.fields})
    wrong = [
        {"where": [name], "what": fault["code"] or "invalid"}
        for form in held
        for name, faults in form.errors.get_json_data().items()
        for fault in faults
    ]
    if wrong:
        raise Unfilled(wrong)
    return [form.cleaned_data for form in held]


def person_of(told: dict[str, Any]) -> tuple[dict[str, Any], Named | None]:
    """The facts of a row, and whom it is about."""
    rest = {name: value for name, value in told.items() if not name.startswith("person_")}
    return rest, named(told.get("person_name", ""), told.get("person_id_number", ""))
