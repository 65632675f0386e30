"""Direct awards of the demo: one titled, one on notice, each by a contest result on the register."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Round, Veto
from gongjiang.office.clerk import rounds, vetoes
from gongjiang.office.clerk.perform import perform_many
from gongjiang.office.registry.models import Edition, Organisation, Person
from gongjiang.plans import plans
from gongjiang.web.demo.cast import Cast, person
from gongjiang.web.demo.contests import WORLD, edition, published
from gongjiang.web.demo.journey import approve, clear, confer
from gongjiang.web.demo.people import name
from gongjiang.web.demo.walking import Walk, open_round


def direct_awards(cast: Cast, dice: Random, employers: Sequence[Organisation], today: date) -> None:
    """The scheme that designates: found by what it is, not by its name."""
    scheme = next(s for s in plans()[0].schemes if s.procedure.name == "designation")
    opens = today - timedelta(days=45)
    walk = Walk(_round(scheme.slug, scheme.said, opens, today, cast), cast, dice, opens)
    contest = edition(*WORLD, "第四十八届", "示例竞字〔2026〕3号", opens)
    first = medallist(cast, dice, employers, contest, "gold")
    _to_notice(walk, [first])
    walk.step("publish", "reviewer", walk.cases(State.VERIFIED))
    clear(walk)
    approve(walk)
    confer(walk)
    walk.day = max(walk.day, today - timedelta(days=9))
    _to_notice(walk, [medallist(cast, dice, employers, contest, "bronze")])
    walk.day = max(walk.day, today)
    walk.step("publish", "reviewer", walk.cases(State.VERIFIED))


def _round(slug: str, said: Words, opens: date, today: date, cast: Cast) -> Round:
    """A direct award has no call; its round keeps the year's awards together."""
    title = Words(f"{opens.year} 年{said.zh}", f"{said.en}, {opens.year}")
    return open_round(slug, f"{opens.year}-Z", title, opens, today + timedelta(days=30), 2, cast)


def medallist(
    cast: Cast, dice: Random, employers: Sequence[Organisation], contest: Edition, medal: str
) -> Person:
    """Young, without a senior certificate: the selection's conditions are not asked of them."""
    made = person(cast, dice, name(dice), dice.choice(employers), "数控铣工")
    published(contest, "数控铣", made, medal=medal)
    return made


def _to_notice(walk: Walk, people: Sequence[Person]) -> None:
    """Filed by the city office, consented, other departments asked, verified."""
    for made in people:
        rounds.file_case(walk.round, made, None, {}, walk.who("officer"), walk.now)
    cases = walk.cases(State.DRAFT)
    for case in cases:
        perform_many([case.pk], "consent", Actor(user=None, person=case.person_id), walk.now)
    vetoes.ask_vetoes(cases, walk.who("officer"), walk.now)
    walk.later()
    rows = list(Veto.objects.filter(case__in=cases, answer="").select_related("case__round"))
    vetoes.answer_vetoes(rows, Veto.Answer.CLEAR, "", walk.who("officer"), walk.now)
    walk.step("verify", "officer", walk.cases(State.CONSENTED))
