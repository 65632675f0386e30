"""How cases stand after their recognition: scores by stage, and with which department a matter lies."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from gongjiang.law.standing import Referral
from gongjiang.office.cases.models import Referral as ReferralRow
from gongjiang.office.clerk import asked_of_cases as asked


def grades(keys: Sequence[int]) -> Mapping[int, Mapping[str, tuple[int, ...]]]:
    held: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for case, stage, score in asked.grades(keys):
        held[case][stage].append(score)
    return {key: {stage: tuple(scores) for stage, scores in held[key].items()} for key in keys}


def referrals(keys: Sequence[int]) -> Mapping[int, Referral]:
    """The department that has it now, until when, and how often any sent it back."""
    bounces: dict[int, int] = defaultdict(int)
    live: dict[int, tuple[str, date]] = {}
    for row in asked.referrals(keys):
        bounces[row.case_id] += row.how == ReferralRow.How.BOUNCED
        if row.answered_on is None:
            live[row.case_id] = (row.department, row.due_on)
    return {key: _standing(live.get(key), bounces[key]) for key in keys}


def _standing(live: tuple[str, date] | None, bounces: int) -> Referral:
    return Referral(live[0], live[1], bounces) if live else Referral(bounces=bounces)
