"""What a step would do to many cases, without doing it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gongjiang.law.judge import judge
from gongjiang.law.procedure import Refusal
from gongjiang.law.standing import Actor
from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case
from gongjiang.office.cases.rulings import settings_of
from gongjiang.office.clerk.dossier import read_dossiers
from gongjiang.plans import plan_of


@dataclass
class Preview:
    moving: list[Case] = field(default_factory=list)
    refused: list[tuple[Case, Words]] = field(default_factory=list)


def preview(cases: Sequence[Case], step: str, actor: Actor, today: date, sent: Mapping[str, Any]) -> Preview:
    """Every case judged, none moved. The cases are of one scheme and one round."""
    shown = Preview()
    if not cases:
        return shown
    plan = plan_of(cases[0].scheme)
    scheme, settings = plan[cases[0].scheme], settings_of(plan)
    dossiers = read_dossiers(scheme, cases, today, settings, sent)
    for case in cases:
        verdict = judge(plan, scheme, step, dossiers[case.pk], actor, settings)
        if isinstance(verdict, Refusal):
            shown.refused.append((case, verdict.said))
        else:
            shown.moving.append(case)
    return shown
