"""征询: other departments are asked about each matter; answers expire and are asked again."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction

from gongjiang.law.procedures.needs import vetoes_clear
from gongjiang.law.standing import Actor
from gongjiang.office.cases.models import Case, Round, Veto
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.marks import terms
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record_many
from gongjiang.office.ledger.turn import in_turn
from gongjiang.plans import plan_of


def to_ask(held: Round) -> list[Case]:
    """The cases of a round that stand before a step for which the answers are wanted."""
    steps = plan_of(held.scheme)[held.scheme].procedure.steps
    before = {state for step in steps if vetoes_clear in step.needs for state in step.sources}
    return list(Case.objects.filter(round=held, state__in=before).select_related("round").order_by("pk"))


@in_turn
def ask_vetoes(cases: Sequence[Case], actor: Actor, now: Moment) -> list[Veto]:
    """Ask every matter of the round about every case that has no standing question of that matter."""
    by = must(actor, "veto.ask")
    held = Veto.objects.filter(case__in=cases)
    standing = {(v.case_id, v.matter) for v in held if v.expires_on is None or v.expires_on >= now.day}
    asked = [
        Veto(case=case, matter=matter.key, scope=matter.scope, department=matter.department, asked_on=now.day,
             by_id=by)
        for case in cases for matter in terms(case).vetoes if (case.pk, matter.key) not in standing
    ]  # fmt: skip
    Veto.objects.bulk_create(asked)
    record_many([("veto.ask", v.case.ref, {"matter": v.matter, "by": actor.user}) for v in asked], now.at)
    return asked


@transaction.atomic
def answer_vetoes(rows: Sequence[Veto], answer: str, note: str, actor: Actor, now: Moment) -> None:
    """Enter what the department answered, and until when the answer holds."""
    must(actor, "veto.answer")
    if answer not in Veto.Answer.values:
        raise refuse("请选择答复结果", "Choose what the department answered")
    if answer == Veto.Answer.HIT and not note:
        raise refuse("有否决情形的，请写明情况", "A hit needs a note of what was found")
    for row in rows:
        if row.answer:
            raise refuse("该征询已有答复", "This question has been answered already")
        row.answer, row.answered_on, row.note = answer, now.day, note
        row.expires_on = now.day + timedelta(days=terms(row.case).veto_days)
    Veto.objects.bulk_update(rows, ["answer", "answered_on", "note", "expires_on"])
    record_many(
        [
            (
                "veto.answer",
                v.case.ref,
                {"matter": v.matter, "answer": answer, "note": note, "by": actor.user},
            )
            for v in rows
        ],
        now.at,
    )
