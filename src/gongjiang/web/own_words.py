"""A password is not made of what anybody knows of this house: its names, its offices, the account's own."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gongjiang.plans import plans

WORDS = (
    "gongjiang", "craftsman", "jineng", "rencai", "renshe", "rsj", "caizheng", "zhengfu",
    "password", "passwd", "admin", "officer", "reviewer", "finance", "auditor", "expert",
    "工匠", "技能", "人才", "人社局", "人社", "财政局", "财政", "市政府", "密码",
)  # fmt: skip
ENOUGH = 8
"""So many signs must be left beside such words."""


class OwnWords:
    """Any other signs may be used, and as many as one likes."""

    def validate(self, password: str, user: Any = None) -> None:
        left = password.casefold()
        own = (getattr(user, "username", ""), getattr(user, "first_name", ""))
        known = {*WORDS, *(plan.slug for plan in plans()), *(one.casefold() for one in own if one)}
        for word in sorted(known, key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < ENOUGH:
            raise ValidationError(self.get_help_text(), code="own_words")

    def get_help_text(self) -> str:
        return _("密码不能主要由系统、机构、岗位或账号的名称组成")


class Another:
    """Who changes a password chooses another one: else the one that the house made would stay."""

    def validate(self, password: str, user: Any = None) -> None:
        if user is not None and user.pk and user.check_password(password):
            raise ValidationError(self.get_help_text(), code="same")

    def get_help_text(self) -> str:
        return _("新密码不能与原密码相同")
