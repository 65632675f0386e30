"""技能领军: joint research, innovation, study, and apprentices, led by a craftsman."""

from datetime import date
from typing import Any

from gongjiang.law.expression import TODAY, UNSETTLED, Expr
from gongjiang.law.log import Log
from gongjiang.law.procedures.filing import OWN_FILING
from gongjiang.law.record import Record, asked, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.deploy_terms import APPRENTICES_AT_ONCE
from gongjiang.plans.wuhan.holders import AboutCraftsman, titled
from gongjiang.plans.wuhan.kinds import Activity

FORM = Words("备案表", "the form")
WHO, WHEN = (Role.NOMINEE, Role.EMPLOYER), (State.DRAFT, State.SUBMITTED, State.ON_RECORD)


class Led(Record):
    child = True
    noun = Words("活动", "activity")
    kind = asked(Activity, "类别", "kind", needed=True)
    on = asked(date, "日期", "date", needed=True)
    what = asked(str, "内容", "what", needed=True)
    people = asked(int, "参加人数", "people")
    outcome = asked(str, "成果", "outcome")


class Apprentice(Record):
    child = True
    noun = Words("徒弟", "apprentice")
    occupation = asked(str, "职业（工种）", "occupation", needed=True)
    agreed_on = asked(date, "师徒协议签订日", "agreement signed on", needed=True)
    ends_on = asked(date, "出师日期", "ends on", needed=True)


class Milestone(Record):
    child = True
    noun = Words("带徒进展", "progress")
    on = asked(date, "日期", "date", needed=True)
    what = asked(str, "进展", "progress", needed=True)


ACTIVITIES = Log("activities", Words("领军活动", "activities"), Led, WHO, WHEN)
APPRENTICES = Log(
    "apprentices", Words("师徒结对", "apprentices"), Apprentice, WHO, WHEN, names_person=True, pairs=True
)
MILESTONES = Log(
    "milestones", Words("带徒进展", "progress of apprentices"), Milestone, WHO, WHEN, names_person=True
)


class Leading(AboutCraftsman):
    year = asked(int, "年度", "year", FORM)
    activities = many(Led, "领军活动", "activities", ACTIVITIES.source, inside=True)
    apprentices = many(Apprentice, "师徒结对", "apprentices", APPRENTICES.source, inside=True)
    milestones = many(Milestone, "带徒进展", "progress of apprentices", MILESTONES.source, inside=True)


@rule("2.4.2", terms=("带徒传技",), assumes=APPRENTICES_AT_ONCE, zh="同时带徒人数不超过上限",
      en="no more apprentices at once than allowed")  # fmt: skip
def load(p: Any) -> Expr:
    at_once: Expr = p.apprentices.count(lambda one: one.ends_on >= TODAY)
    return (at_once <= APPRENTICES_AT_ONCE.now) | ~APPRENTICES_AT_ONCE.signed


@rule("2.4.2", terms=("活动",), zh="已登记活动或师徒结对", en="an activity or an apprentice is entered")
def something_led(p: Any) -> Expr:
    some: Expr = p.activities.any(lambda one: one.kind.present)
    taught: Expr = p.apprentices.any(lambda one: one.agreed_on.present)
    return some | taught | UNSETTLED


SCHEME = Scheme(
    slug="leading-activity",
    said=Words("技能领军活动", "Leading activities"),
    clause="2.4.2",
    subject=Leading,
    rules=(titled("2.4.2", "“武汉工匠”"), load, something_led),
    grants=(),
    procedure=OWN_FILING,
    logs=(ACTIVITIES, APPRENTICES, MILESTONES),
    evidence=(("form", FORM), ("agreement", Words("师徒协议", "agreement with the apprentice"))),
)
