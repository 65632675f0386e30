"""Rulings of the demo: the office prepares them, the deciding authority signs."""

from datetime import date

from gongjiang.office.cases.models import SignedRuling
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.ruling import prepare_ruling, sign
from gongjiang.plans import plans
from gongjiang.web.demo.cast import Cast


def ruled(cast: Cast, key: str, answer: str, now: Moment, since: date | None = None) -> SignedRuling | None:
    officer, government = (cast.actor(who, now.day) for who in ("officer", "government"))
    told = (since or now.day, "王审定", "示例局长办公会纪要")
    return sign(prepare_ruling(plans()[0], key, answer, *told, officer, now), True, government, now)
