"""Chapter three in the lived-in town: a target, a notice, a goal, a story that waits for consent."""

from django.utils import timezone

from gongjiang.law.duty import OrderAct
from gongjiang.office.clerk import performance, stories
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.orders import Matter, issue, take
from gongjiang.office.clerk.stories import Words
from gongjiang.office.clerk.targets import Owner, Wanted, set_target
from gongjiang.office.honours.models import Honour
from gongjiang.office.ledger.lines import Line
from gongjiang.office.registry.models import NominatingBody
from gongjiang.plans import plans
from tests.town import TODAY, Town


def third_chapter(town: Town, body: str, certified: str) -> dict[str, object]:
    """The refs of what was made; `body` is the login whose body owns it all."""
    now, plan = Moment(TODAY, timezone.now()), plans()[0]
    owner = Owner(body=NominatingBody.objects.get(code=body.removeprefix("body-")))
    wanted = Wanted("2.2.3", "filed", "", "宣讲场次", 8, 100)
    target = set_target(plan, owner, TODAY.year, wanted, town.actor("officer"), now)
    order = issue(plan, owner, Matter("2.2.3", "推荐材料迟交", 5), town.actor("supervisor"), now)
    take(order, OrderAct.RECEIVE, "", town.actor(body), now)
    goal = performance.set_goal(Line("talent", 2026, "2.3.1"), "executed", 90, town.actor("maker"), now)
    honour = Honour.objects.select_related("case", "person").get(case__ref=certified)
    words = Words("车间里的三十年", "", "他带出了徒弟。", "", "web")
    story = stories.draft(honour, words, town.actor("officer"), now)
    return {"target": target.ref, "order": order.ref, "goal": goal.ref, "story": story.ref}
