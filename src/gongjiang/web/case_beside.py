"""What stands on a case's page beside the dossier: what it gathered, what follows, what one may do."""

from typing import Any

from django.db.models import QuerySet

from gongjiang.law.policy import may
from gongjiang.law.standing import Actor
from gongjiang.law.terms import EXITS, Department, Role, State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Veto
from gongjiang.office.cases.visible import visible_to
from gongjiang.office.clerk.services import HOLDING
from gongjiang.office.clerk.standings import terms_of
from gongjiang.office.ledger.models import Payable, PayableState
from gongjiang.office.ledger.models.payable import PAID_TO
from gongjiang.office.post.models import Letter
from gongjiang.office.review.models import Visit
from gongjiang.office.review.visible import FOUND, visits_seen
from gongjiang.plans import plan_of
from gongjiang.web.case_logs import logs_of

LETTERS = 20


def beside(held: Case, me: Actor) -> dict[str, Any]:
    return {
        "vetoes": asked_of_departments(held),
        "letters": letters_of(held, me)[:LETTERS],
        **around(held, me),
        **class_of(held, me),
        **gathered(held, me),
        **powers(held, me),
        "payables": money(held, me),
        "visited": visited(held, me),
    }


def visited(held: Case, me: Actor) -> Visit | None:
    """What was found on the spot, for those inside who have no part in the case."""
    if held.round_id is None or not may(me, "round.see"):
        return None
    return visits_seen(me).filter(case=held).prefetch_related(*FOUND).first()


def money(held: Case, me: Actor) -> list[Payable]:
    """What is owed and was paid under the case: its person's, its unit's and the office's to see."""
    clerk = any(post.role is Role.EMPLOYER and post.organisation == held.employer_id for post in me.posts)
    if not (clerk or me.person == held.person_id or may(me, "round.see") or may(me, "money.see")):
        return []
    found = list(held.payables.select_related(*PAID_TO))
    for one in found:
        one.said = PayableState(one.state).said  # type: ignore[attr-defined]
    return found


def letters_of(held: Case, me: Actor) -> QuerySet[Letter]:
    """What was sent about the case: a letter is its addressee's and the office's, nobody else's."""
    found = Letter.objects.filter(case=held, state=Letter.State.SENT)
    return found if may(me, "round.see") else found.filter(person=me.person)


def powers(held: Case, me: Actor) -> dict[str, bool]:
    """What this visitor may do on the page beside the steps."""
    return {
        "may_upload": held.state not in EXITS and (may(me, "evidence.add") or me.person == held.person_id),
        "may_revoke": may(me, "revocation.see"),
        "may_answer": may(me, "veto.answer"),
        "inside": may(me, "round.see"),
        "sees_person": may(me, "round.see") or me.person == held.person_id,
        "may_give": may(me, "account.give") and not held.person.users.exists(),
    }


def gathered(held: Case, me: Actor) -> dict[str, Any]:
    """What the case gathered since it was recognised: logs, scores, referrals, letters."""
    scheme = plan_of(held.scheme)[held.scheme]
    found = {
        "logs": logs_of(held, me),
        "departments": list(Department),
        "holds_sessions": held.state in HOLDING,
    }
    if not (scheme.logs or scheme.figures) and scheme.grants:
        return found
    return found | {
        "grades": held.grades.select_related("by"),
        "referrals": held.referrals.all(),
        "issued": held.issued_letters.all(),
    }


def around(held: Case, me: Actor) -> dict[str, Any]:
    """What follows from the case, as far as this visitor sees it, and what the case waits for."""
    waits = held.suspensions.filter(lifted_on=None).select_related("result")
    return {"following": visible_to(me).filter(cause=held), "suspensions": waits}


def class_of(held: Case, me: Actor) -> dict[str, Any]:
    """The newest roster, where the scheme keeps one, and whether this visitor may send another."""
    if "class.members" not in {
        many.source for many in plan_of(held.scheme)[held.scheme].subject.lists.values()
    }:
        return {}
    rows = list(held.trainees.select_related("person"))
    newest = max((row.edition for row in rows), default=0)
    host = any(post.role is Role.EMPLOYER and post.organisation == held.employer_id for post in me.posts)
    sending = host and held.state == State.UNDER_WAY
    return {"trainees": [row for row in rows if row.edition == newest], "may_list": sending}


def asked_of_departments(held: Case) -> list[Veto]:
    """The questions put to other departments, each with its words."""
    said = {matter.key: matter.said for matter in terms_of(held).vetoes}
    rows = list(held.vetoes.order_by("pk"))
    for row in rows:
        row.matter_said = said.get(row.matter, Words(row.matter, row.matter))  # type: ignore[attr-defined]
        row.department_said = Department(row.department).said  # type: ignore[attr-defined]
    return rows
