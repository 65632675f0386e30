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


@carries(Confer)
def confer(pairs: Sequence[tuple[Case, Confer]], act: Act) -> None:
    decided = {
        link.case_id: link.resolution_id
        for link in Resolution.cases.through.objects.filter(case_id__in=[c.pk for c, _ in pairs]).order_by(
            "pk"
        )
    }
    held = set(
        Honour.objects.filter(person__in=[c.person_id for c, _ in pairs], revoked_on=None).values_list(
            "person", "title"
        )
    )
    for case, effect in pairs:
        if (case.person_id, effect.title.slug) in held:
            raise refuse(
                f"{case.person.name}已获评{effect.title.said.zh}",
                f"{case.person.name} already holds the title",
            )
    Honour.objects.bulk_create(
        Honour(person_id=case.person_id, case=case, title=effect.title.slug, clause=effect.clause,
               resolution_id=decided[case.pk], conferred_on=act.day)
        for case, effect in pairs
    )  # fmt: skip
    open_following([(c, then.slug) for c, effect in pairs for then in act.plan.following((effect,))], act)
    record_many(
        [("honour.confer", c.person.ref, {"title": e.title.slug, "case": c.ref}) for c, e in pairs], act.at
    )


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
    record_many(
        [("certificate.issue", c.number, {"honour": c.honour_id, "name": c.name}) for c in made], act.at
    )
