"""授予称号与颁发证书, and the opening of what a title brings."""

from collections.abc import Sequence

from gongjiang.law.effect import Confer, IssueCertificate
from gongjiang.office.cases.models import Case
from gongjiang.office.cases.models.counter import next_numbers
from gongjiang.office.clerk.effects import Act, carries
from gongjiang.office.clerk.opening import open_following
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.honours.models import Certificate, Honour, Resolution
from gongjiang.office.journal.models import record_many
from gongjiang.office.journal.rows import one_by_one


@carries(Confer)
def confer(pairs: Sequence[tuple[Case, Confer]], act: Act) -> None:
    links = Resolution.cases.through.objects.filter(case_id__in=[case.pk for case, _ in pairs])
    decided = dict(links.order_by("pk").values_list("case_id", "resolution_id"))
    must_not_be_held(pairs)
    made = [
        Honour(person_id=case.person_id, case=case, title=effect.title.slug, clause=effect.clause)
        for case, effect in pairs
    ]
    for honour in made:
        honour.resolution_id, honour.conferred_on = decided[honour.case_id], act.day
    Honour.objects.bulk_create(made)
    open_following([(c, then.slug) for c, effect in pairs for then in act.plan.following((effect,))], act)
    rows = one_by_one(Honour.objects.filter(pk__in=[honour.pk for honour in made]))
    leaves = [
        ("honour.confer", case.person.ref, {"title": effect.title.slug, "case": case.ref} | rows[honour.pk])
        for (case, effect), honour in zip(pairs, made, strict=True)
    ]
    record_many(leaves, act.at)


def must_not_be_held(pairs: Sequence[tuple[Case, Confer]]) -> None:
    """A title is held once: a second conferral is refused by name."""
    standing = Honour.objects.filter(person__in=[case.person_id for case, _ in pairs], revoked_on=None)
    held = set(standing.values_list("person", "title"))
    for case, effect in pairs:
        if (case.person_id, effect.title.slug) in held:
            name = case.person.name
            raise refuse(f"{name}已获评{effect.title.said.zh}", f"{name} already holds the title")


@carries(IssueCertificate)
def issue(pairs: Sequence[tuple[Case, IssueCertificate]], act: Act) -> None:
    """A number of the title's own series, year by year, and a code that cannot be guessed."""
    honours = {
        honour.case_id: honour for honour in Honour.objects.filter(case__in=[case.pk for case, _ in pairs])
    }
    made = []
    for case, _ in pairs:
        honour = honours[case.pk]
        prefix = act.plan.registers.titles[honour.title].number_prefix
        number = next_numbers(f"{prefix}{act.day.year}", 1)[0]
        made.append(
            Certificate(
                honour=honour,
                number=f"{prefix}{act.day.year}{number:04d}",
                name=case.person.name,
                issued_on=act.day,
            )
        )
    Certificate.objects.bulk_create(made)
    rows = one_by_one(Certificate.objects.filter(pk__in=[one.pk for one in made]))
    leaves = [
        ("certificate.issue", c.number, {"honour": c.honour_id, "name": c.name} | rows[c.pk]) for c in made
    ]
    record_many(leaves, act.at)
