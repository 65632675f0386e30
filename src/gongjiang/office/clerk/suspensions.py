"""Cases that wait because the contest result they rest on was annulled: they may end, never go on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.db.models import Exists, OuterRef, QuerySet

from gongjiang.law.judge import Offer
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import EXITS
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Suspension
from gongjiang.office.clerk import asked_of_cases as asked


def suspended(cases: Sequence[Case]) -> Mapping[int, Words]:
    """Why each of these waits, by its key; one query."""
    return {
        case: Words(
            f"所依据的竞赛成绩已于 {since} 取消（{document}），本件暂停办理",
            f"The contest result it rests on was annulled on {since} ({document}): the case waits",
        )
        for case, since, document in asked.waits(case.pk for case in cases)
    }


def with_waits(cases: QuerySet[Case]) -> QuerySet[Case]:
    """The cases, each read together with whether it waits: most do not, and nothing more is asked of them."""
    return cases.annotate(waits=Exists(Suspension.objects.filter(case=OuterRef("pk"), lifted_on=None)))


def held_back(scheme: Scheme, step: str, cases: Sequence[Case]) -> Mapping[int, Words]:
    """Whom the door refuses this step for that reason."""
    if step not in scheme.procedure or scheme.procedure[step].target in EXITS:
        return {}
    return suspended(cases)


def barred(offers: Sequence[Offer], case: Case) -> list[Offer]:
    """The steps that a page offers, with the reason at those which must wait."""
    if not getattr(case, "waits", True):
        return list(offers)
    said = suspended([case]).get(case.pk)
    return [
        replace(offer, refusal=said) if said and offer.step.target not in EXITS else offer for offer in offers
    ]
