"""重置账号: the account begins anew, and its owner is told of it: it may not be they who asked."""

from django.db import transaction
from django.utils import timezone

from gongjiang.office.clerk.at_once import tell_at_once
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.staffing import Told, reset_account
from gongjiang.office.clerk.wordings import Text
from gongjiang.office.registry.models import User

RESET = Text(
    "您的账号已重置",
    "Your account was reset",
    "您的账号 {username} 已于 {at} 重置：原密码、第二验证方式和接口令牌均已失效，新的一次性密码由"
    "安全管理员当面交付。如果您没有提出重置，请立即告知安全管理员或审计人员。",
    "Your account {username} was reset at {at}: its password, second factor and tokens are void; "
    "a security administrator hands you the new one-time password in person. If you did not ask for this, "
    "tell a security administrator or an auditor at once.",
)


@transaction.atomic
def reset_and_told(user: User, now: Moment, by: Told) -> str:
    """The one-time password; no letter holds it."""
    password = reset_account(user, now, by)
    if user.person_id is not None:
        at = timezone.localtime(now.at).strftime("%Y-%m-%d %H:%M")
        told = {"username": user.username, "at": at}
        tell_at_once([user.person_id], Text(*(part.format_map(told) for part in vars(RESET).values())), now)
    return password
