"""告知: a letter is written in the act's own transaction and waits to be read before it goes."""

from collections.abc import Sequence
from dataclasses import asdict

from gongjiang.law.effect import Tell
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.effects import Act, carries
from gongjiang.office.clerk.wordings import Text, filled, in_force, key_of, text_of
from gongjiang.office.post.models import Letter, Template


@carries(Tell)
def tell(pairs: Sequence[tuple[Case, Tell]], act: Act) -> None:
    """In the words of the occasion's template, where an officer wrote one; else in the law's."""
    keys = {case.scheme: key_of(act.plan[case.scheme].procedure, act.step) for case, _ in pairs}
    templates = in_force(keys.values())
    Letter.objects.bulk_create(
        letter(case, effect, templates.get(keys[case.scheme]), act) for case, effect in pairs
    )


def letter(case: Case, effect: Tell, template: Template | None, act: Act) -> Letter:
    default = Text(effect.subject.zh, effect.subject.en, effect.body.zh, effect.body.en)
    text = filled(text_of(template), known(case, act)) if template else default
    return Letter(person_id=case.person_id, case=case, template=template, written_at=act.at, **asdict(text))


def known(case: Case, act: Act) -> dict[str, Words]:
    """What a template may speak of."""
    reason, held = str(act.sent.get("reason", "")), case.round
    return {
        "name": Words(case.person.name, case.person.name),
        "number": Words(case.number, case.number),
        "scheme": act.plan[case.scheme].said,
        "round": Words(held.title, held.title_en or held.title) if held else Words("", ""),
        "date": Words(act.day.isoformat(), act.day.isoformat()),
        "reason": Words(reason, reason),
    }
