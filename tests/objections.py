"""An objection that an officer has taken up and looked into: what is left is another's decision."""

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.objections import report_objection, take
from gongjiang.office.notice.models import Objection


def looked_into(objection: Objection, handler: Actor, now: Moment) -> Objection:
    return report_objection(take(objection, handler, now), "查阅原件，与申报一致。", handler, now)
