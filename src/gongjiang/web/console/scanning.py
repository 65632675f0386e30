"""The scan itself, once it is known that its engine is there."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from django.utils.timezone import localdate

from gongjiang.law.money import shown
from gongjiang.law.plan import Plan
from gongjiang.law.scheme import Scheme
from gongjiang.law.words import Problem, Words
from gongjiang.office.bulk.adapting import unanswered
from gongjiang.office.bulk.asking import register_of
from gongjiang.office.bulk.engines import ENGINES
from gongjiang.office.bulk.listing_out import Listed, list_entitled
from gongjiang.office.bulk.scanning import Question, answerable
from gongjiang.plans import NoSuchScheme, plan_of, plans
from gongjiang.web.console.placing import unwritable
from gongjiang.web.console.register_at import settings_for
from gongjiang.web.console.say import fault

SIGNS = {
    "shared_account": "共用账号 / shared account",
    "shared_contact": "共用电话和住址 / shared telephone and address",
    "perfect_class": "全班通过 / a class in which nobody failed",
    "impossible_dates": "日期不可能 / impossible dates",
}


def done(asked: Namespace) -> int:
    wanted = schemes_asked(asked.scheme)
    if isinstance(wanted, Problem):
        return fault(wanted.said, 2)
    day = asked.on or localdate()
    with register_of(asked.register) as register:
        if isinstance(register, list):
            return max(fault(said, 2) for said in register)
        questions = [
            Question(plan, schemes, day, settings_for(plan, asked.founded), asked.rules)
            for plan, schemes in wanted
        ]
        try:
            found = list_entitled(ENGINES[asked.engine](), register, questions, asked.out)
        except OSError as wrong:
            return fault(unwritable(asked.out, wrong), 2)
        tell(questions, found, day)
    print(asked.out)
    return 0


def schemes_asked(slug: str) -> list[tuple[Plan, tuple[Scheme, ...]]] | Problem:
    """Every scheme that a register can answer, or the one that is named."""
    if not slug:
        held = [(plan, answerable(plan)) for plan in plans()]
        return [(plan, schemes) for plan, schemes in held if schemes]
    try:
        plan = plan_of(slug)
    except NoSuchScheme:
        return Problem(Words(f"没有事项 {slug}", f"No scheme called {slug}"))
    missing = ", ".join(unanswered(plan[slug]))
    if missing:
        zh = f"登记数据不能回答事项 {slug}（缺 {missing}）"
        return Problem(Words(zh, f"A register does not answer the scheme {slug} (it lacks {missing})"))
    return [(plan, (plan[slug],))]


def tell(questions: Sequence[Question], found: Listed, day: date) -> None:
    """How many are entitled, how many a person must decide on, how many are not, scheme by scheme."""
    print(f"{day}  符合 eligible / 须由人认定 needs a person / 不符合 not eligible")
    for scheme in (scheme for question in questions for scheme in question.schemes):
        count = found.counts[scheme.slug]
        print(f"{scheme.clause:<7}{scheme.slug:<24}{count.eligible:>10,}{count.needs_person:>10,}"
              f"{count.not_eligible:>12,}  {shown(count.amount_fen)}  {scheme.said.zh}")  # fmt: skip
    for plan in dict.fromkeys(question.plan for question in questions):
        left = [scheme.slug for scheme in plan.schemes if unanswered(scheme)]
        if left and len(questions[0].schemes) > 1:
            print(f"登记数据不能回答 / not answered by a register: {', '.join(left)}")
    for name, number in found.flags.items():
        print(f"{SIGNS[name]}: {number:,}")
