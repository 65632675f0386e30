"""A labelled roster: claims that repeat one another or that nobody can have, among true ones. Each of those
stops before the officer, and none of the true ones does.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from gongjiang.law.identity import check_sign
from gongjiang.office.cases.models import Case, RosterFault
from gongjiang.office.clerk.moment import Moment
from gongjiang.web.demo.people import credit_code, id_number
from tests.clerk.claim_sheets import DAY, GRADES, roster
from tests.clerk.test_rosters import taken
from tests.town import Town

Cells = list[object]
NOW = Moment(DAY, timezone.now())
WIDE = str.maketrans({chr(n): chr(n + 0xFEE0) for n in range(0x21, 0x7F)})


def born(n: int) -> date:
    return date(1975, 1, 1) + timedelta(days=n % 9_000)


def holder(n: int) -> str:
    return id_number(born(n), n // 9_000 + 200)


def number(n: int) -> str:
    return f"Y000142{n % 1_000_000:06d}26{GRADES[n % 3][1]}{n:06d}"


def claim(n: int, **other: object) -> Cells:
    """A true claim of its own person, on its own certificate; any cell may be told otherwise."""
    level, _, yuan = GRADES[n % 3]
    told: dict[str, object] = {
        "序号": n, "姓名": f"示{chr(0x4E00 + n % 20_000)}", "证件类型": "居民身份证", "证件号码": holder(n),
        "单位名称": f"示例{n % 300:03d}有限公司", "统一社会信用代码": credit_code(1_000 + n % 300),
        "职业": "焊工", "工种": "", "等级": level, "证书编号": number(n), "发证日期": "2026-02-01",
        "发证机构": "示例评价中心", "补贴标准": yuan, "金额": yuan, "申领主体": "个人" if n % 2 else "单位",
        "开户行": "示例银行", "账号": f"6200{n:012d}", "联系电话": "",
    }  # fmt: skip
    return list((told | other).values())


def other_party(n: int) -> Cells:
    return claim(n, 申领主体="单位" if n % 2 else "个人", 账号=f"6300{n:012d}")


def another_district(n: int) -> Cells:
    """Through another unit, from another place."""
    return claim(n, 单位名称="示例他区有限公司", 统一社会信用代码=credit_code(9), 账号=f"6400{n:012d}")


def small_letters(n: int) -> Cells:
    return claim(n, 证书编号=number(n).lower())


def wide_signs(n: int) -> Cells:
    return claim(n, 证书编号=number(n).translate(WIDE))


def blanks(n: int) -> Cells:
    return claim(n, 证书编号=f" {number(n)[:7]} {number(n)[7:]}\u3000")


def wide_person(n: int) -> Cells:
    return claim(n, 证件号码=holder(n).translate(WIDE))


def small_x(n: int) -> Cells:
    return claim(n, 证件号码=holder(n).lower())


def fifteen_digits(n: int) -> Cells:
    return claim(n, 证件号码=holder(n)[:6] + holder(n)[8:17], 证书编号=number(n + 500_000))


def another_name(n: int) -> Cells:
    return claim(n, 姓名="别名", 证书编号=number(n + 500_000 - 500_000 % 3))


def anothers_certificate(n: int) -> Cells:
    return claim(n + 200_000 - 200_000 % 3, 证书编号=number(n))


def wrong_sign(n: int) -> Cells:
    stem = holder(n)[:17]
    return claim(n, 证件号码=stem + ("0" if check_sign(stem) != "0" else "1"), 证书编号=number(n + 500_001))


def not_yet_born(n: int) -> Cells:
    return claim(n, 证件号码=id_number(date(2030, 1, 1), n % 1000), 证书编号=number(n + 500_001))


def not_yet_issued(n: int) -> Cells:
    return claim(n + 300_000, 发证日期="2026-12-01")


def another_level(n: int) -> Cells:
    return claim(n + 300_000, 证书编号=number(n + 300_001))


def another_year(n: int) -> Cells:
    return claim(n + 300_000, 发证日期="2024-02-01")


def no_province(n: int) -> Cells:
    return claim(n + 300_000, 证书编号=number(n + 300_000).replace("Y000142", "Y000199"))


def too_much(n: int) -> Cells:
    return claim(n + 300_000, 金额=50_000)


PATTERNS: tuple[Callable[[int], Cells], ...] = (
    other_party, another_district, small_letters, wide_signs, blanks, wide_person, small_x, fifteen_digits,
    another_name, anothers_certificate, wrong_sign, not_yet_born, not_yet_issued, another_level, another_year,
    no_province, too_much,
)  # fmt: skip


def labelled(many: int, seeded: int) -> tuple[list[Cells], list[tuple[str, Cells]]]:
    """True claims; and a second roster of as many true ones again, with the seeded among them in turn."""
    first = [claim(n) for n in range(1, many + 1)]
    later = [("", claim(n + many)) for n in range(1, many + 1)]
    step = max(1, many // seeded)
    for place in range(seeded):
        pattern = PATTERNS[place % len(PATTERNS)]
        later.insert(place * (step + 1), (pattern.__name__, pattern(place + 1)))
    return first, later


def caught(town: Town, many: int, seeded: int) -> tuple[Counter[str], Counter[str]]:
    """Of each pattern, how many stopped at intake, and how many came through; true ones are called ''."""
    first, later = labelled(many, seeded)
    assert taken(town, roster(first)).taken == many
    held = taken(town, roster([cells for _, cells in later]))
    faulty = set(RosterFault.objects.filter(roster=held).values_list("row", flat=True))
    stopped, through = Counter[str](), Counter[str]()
    for row, (name, _) in enumerate(later, start=2):
        (stopped if row in faulty else through)[name] += 1
    assert Case.objects.filter(roster=held).count() == through.total()
    return stopped, through


@pytest.mark.both
def test_every_pattern_stops_and_no_true_claim_does(town: Town) -> None:
    stopped, through = caught(town, 3 * len(PATTERNS), 2 * len(PATTERNS))

    assert through == {"": 3 * len(PATTERNS)}
    assert stopped == dict.fromkeys((one.__name__ for one in PATTERNS), 2)


@pytest.mark.long
def test_of_fifty_thousand_claims_the_two_thousand_that_are_not_true_stop(town: Town) -> None:
    stopped, through = caught(town, 24_000, 2_000)

    assert through == {"": 24_000}
    assert (stopped.total(), stopped[""]) == (2_000, 0)


@pytest.mark.both
def test_who_is_of_an_age_to_have_retired_is_put_before_a_person(town: Town) -> None:
    old = {"证件号码": id_number(date(1950, 5, 1), 11)}
    taken(town, roster([claim(1), claim(3, **old)]))

    asked: list[Any] = [case.events.get().because for case in Case.objects.order_by("row")]

    opened = [[one["rule"] for one in found if one["verdict"] == "open"] for found in asked]
    assert ["status" in names for names in opened] == [False, True]
