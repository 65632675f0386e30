"""告知: a letter is written in the act's own transaction and waits to be read before it goes."""

from collections.abc import Sequence

from gongjiang.law.effect import Tell
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.effects import Act, carries
from gongjiang.office.post.models import Letter


@carries(Tell)
def tell(pairs: Sequence[tuple[Case, Tell]], act: Act) -> None:
    Letter.objects.bulk_create(
        Letter(person_id=case.person_id, case=case, subject=effect.subject.zh, subject_en=effect.subject.en,
               body=effect.body.zh, body_en=effect.body.en, written_at=act.at)
        for case, effect in pairs
    )  # fmt: skip
