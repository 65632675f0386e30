"""不相容职责: which roles one person never holds at the same time, as data, with the reason for each pair.

Whoever handled a case does not decide on it, whatever roles they hold: that is asked case by case.
"""

from collections.abc import Iterable, Set
from datetime import timedelta

from gongjiang.law.terms import Role as R
from gongjiang.law.words import Words

ADMINISTRATORS = frozenset({R.SYSTEM_ADMIN, R.SECURITY_ADMIN, R.AUDIT_ADMIN})
FINANCE = (R.FINANCE_MAKER, R.FINANCE_CHECKER, R.FINANCE_APPROVER)
DECIDING = (R.OFFICER, R.REVIEWER, R.GOVERNMENT)
COOL_OFF = timedelta(days=30)
"""After the one and before the other, where somebody becomes an administrator or leaves off being one."""
APART = Words("系统、安全、审计管理员不能兼任其他角色", "An administrator holds no other role")
COOLING = Words(
    f"管理员与其他岗位之间转任，须间隔 {COOL_OFF.days} 日",
    f"Between an administrator's post and any other lie {COOL_OFF.days} days",
)
MONEY = Words(
    "资金的经办、复核、审批须由不同人员担任", "Money is made, checked and approved by different people"
)
BOTH = Words("业务与资金岗位须由不同人员担任", "Cases and money are in different hands")
WATCHED = Words(
    "监督、审计人员不能兼任其所监督的岗位", "Who supervises or audits holds none of the posts they watch"
)


def _pairs(some: Iterable[R], others: Iterable[R], said: Words) -> dict[frozenset[R], Words]:
    return {frozenset({one, other}): said for one in some for other in others if one is not other}


INCOMPATIBLE: dict[frozenset[R], Words] = {
    **_pairs((R.SUPERVISOR, R.AUDITOR), (*DECIDING, *FINANCE), WATCHED),
    **_pairs(DECIDING, FINANCE, BOTH),
    **_pairs(FINANCE, FINANCE, MONEY),
    **_pairs(ADMINISTRATORS, R, APART),
    **{frozenset({one}): APART for one in ADMINISTRATORS},
}


def incompatible(held: Iterable[R], new: R) -> Words | None:
    """Why somebody who holds these roles cannot be given a new one; None where they can."""
    return next((said for one in held if (said := INCOMPATIBLE.get(frozenset({one, new})))), None)


def cooling(lately: Set[R], new: R) -> Words | None:
    """Why somebody who held these until lately cannot be given a new one yet; the same again they can."""
    others = lately - {new}
    return COOLING if others and (new in ADMINISTRATORS or others & ADMINISTRATORS) else None
