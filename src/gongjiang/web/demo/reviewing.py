"""From nomination to the closed panels, act by act, through the door."""

from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Evidence, Veto
from gongjiang.office.clerk import drawing, marking, rounds, seating, vetoes
from gongjiang.office.clerk.perform import perform_many
from gongjiang.office.journal.models import record
from gongjiang.office.journal.rows import of_rows, wrote
from gongjiang.office.registry.models import NominatingBody, Person
from gongjiang.office.review.models import Panel, Score, Seat
from gongjiang.plans import scheme as scheme_of
from gongjiang.web.demo.city import answers
from gongjiang.web.demo.papers import paper
from gongjiang.web.demo.walking import Walk

REASONS = ("技艺有据，成果可查。", "解决过关键难题，数据清楚。", "带徒成效明显。", "职业操守良好，群众认可。")

BROUGHT = frozenset({"letter", "internal_notice", "service"})
"""What a body brings of what its scheme asks for."""


def nominate(walk: Walk, people: Sequence[Person], bodies: Sequence[NominatingBody]) -> None:
    """Every body files, the nominees consent, the bodies rank and send."""
    for place, person in enumerate(people):
        body = bodies[place % len(bodies)]
        told = {name: value for name, value in answers(walk.dice, walk.day).items() if name in walk.asked}
        rounds.file_case(walk.round, person, body, told, walk.who(f"body-{body.code}"), walk.now)
    walk.later()
    for case in walk.cases(State.DRAFT):
        perform_many([case.pk], "consent", Actor(user=None, person=case.person_id), walk.now)
        papers(case, walk)
    walk.later()
    ranks: dict[int, int] = {}
    for case in walk.cases(State.CONSENTED):
        assert case.body is not None
        body = case.body
        ranks[body.pk] = ranks.get(body.pk, 0) + 1
        walk.step(
            "nominate", f"body-{body.code}", [case], rank=ranks[body.pk], opinion="技艺突出，同意推荐。"
        )


@transaction.atomic
def papers(case: Case, walk: Walk) -> None:
    """The sealed letter and the proofs, as the body's officer would upload them."""
    by = walk.cast.users[f"body-{case.body.code}"] if case.body else walk.cast.users["officer"]
    for kind in (kind for kind, _ in scheme_of(case.scheme).evidence if kind in BROUGHT):
        told = asdict(paper(case, kind))
        told.pop("sent")
        made = Evidence.objects.create(case=case, by=by, at=walk.now.at, **told)
        record("evidence.add", case.ref, of_rows(wrote(Evidence.objects.filter(pk=made.pk))), walk.now.at)


def screen(walk: Walk) -> None:
    cases = walk.cases(State.NOMINATED)
    vetoes.ask_vetoes(cases, walk.who("officer"), walk.now)
    walk.later(2)
    rows = list(Veto.objects.filter(case__round=walk.round, answer="").select_related("case__round"))
    vetoes.answer_vetoes(rows, Veto.Answer.CLEAR, "", walk.who("officer"), walk.now)
    walk.step("screen", "officer", cases)
    walk.step("reject", "officer", walk.cases(State.NOMINATED), reason="经审查，条件不完全符合。")


def draw(walk: Walk) -> None:
    made = drawing.commit_draw(
        walk.round, "双色球下一期开奖号码", f"{walk.day}T21:15", walk.who("officer"), walk.now
    )
    walk.later()
    value = ".".join(str(walk.dice.randint(1, 33)) for _ in range(7)) + "."
    drawing.draw_panels(made, value, "公证员示例", walk.who("supervisor"), walk.now)


def seat(walk: Walk) -> None:
    for held in Seat.objects.filter(panel__round=walk.round, state=Seat.State.INVITED).select_related(
        "expert"
    ):
        seating.accept(held, [], "", walk.who(f"expert-{held.expert.number}"), walk.now)
    for panel in Panel.objects.filter(round=walk.round):
        marking.open_panel(panel, walk.who("officer"), walk.now)
    walk.step("assign", "officer", walk.cases(State.SCREENED))


def score(walk: Walk, whole: bool = True) -> None:
    """Every member marks and seals. The demo leaves the last two of each panel unfinished when not whole."""
    for panel in Panel.objects.filter(round=walk.round):
        members = marking.members(panel)
        for held in members if whole else members[:-2]:
            mark_desk(walk, held)


def mark_desk(walk: Walk, held: Seat) -> None:
    me = walk.who(f"expert-{held.expert.number}")
    keys = [criterion[0] for criterion in walk.round.terms["criteria"]]
    desk = seating.desk_of(held)
    Score.objects.bulk_create(
        Score(seat=held, case=case, reasons=dict(zip(keys, REASONS, strict=False)),
              marks={key: str(quality(case, key, walk) + walk.dice.randint(-3, 3)) for key in keys})
        for case in desk
    )  # fmt: skip
    if desk:
        marking.seal_scores(held, me, walk.now)


def quality(case: Case, key: str, walk: Walk) -> int:
    return 70 + int(sha256(f"{case.ref}{key}".encode()).hexdigest(), 16) % 25


def close(walk: Walk) -> None:
    for panel in Panel.objects.filter(round=walk.round):
        marking.close_panel(panel, walk.who("officer"), walk.now)
    walk.step("close_review", "officer", walk.cases(State.UNDER_REVIEW))
    walk.step("reject", "officer", walk.cases(State.SCREENED), reason="本组未能形成有效评审。")
