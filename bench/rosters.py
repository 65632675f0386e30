"""A roster of 100,000 claims, end to end, beside openpyxl and a Django save() for every row.

python bench/rosters.py [--rows N] [--naive N]: seconds, peak memory and the ratio of the two per row.
The peer reads its sheet with openpyxl, which is no part of the product: install it by hand.
"""

import argparse
import gc
import os
import resource
import sys
import tempfile
import time
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import xlsxwriter

from gongjiang.law import credit_code, identity
from gongjiang.web.console.work import SELDOM

DAY = date(2026, 5, 10)
LEVELS = {"1": ("高级技师", 5000), "2": ("技师", 3500), "3": ("高级工", 2000)}
HEADINGS = ("序号", "姓名", "证件类型", "证件号码", "单位名称", "统一社会信用代码", "职业", "工种", "等级",
            "证书编号", "发证日期", "发证机构", "补贴标准", "金额", "申领主体", "开户行", "账号",
            "联系电话")  # fmt: skip
FAULTY = 40
"""One row in so many has a wrong sum."""


def line(serial: int) -> list[Any]:
    """A row of a made-up person in the region that nobody is registered in."""
    born = date(1970, 1, 1) + timedelta(days=serial % 12_000)
    stem = f"420199{born:%Y%m%d}{serial // 12_000 % 1000:03d}"
    unit = f"91420100MA4K{serial % 300:05d}"
    grade = "123"[serial % 3]
    level, yuan = LEVELS[grade]
    issued = DAY - timedelta(days=serial % 300)
    number = f"Y0001{'42'}{serial % 1_000_000:06d}{issued:%y}{grade}{serial // 1_000_000:06d}"
    sums = [yuan, yuan if serial % FAULTY else yuan + 1]
    return [serial, "王" + "甲乙丙丁戊"[serial % 5], "居民身份证", stem + identity.check_sign(stem + "0"),
            f"示例{serial % 300}制造有限公司", unit + credit_code.check_sign(unit + "0"), "焊工", "", level,
            number, issued.isoformat(), "示例评价中心", *sums, "个人" if serial % 2 else "单位", "示例银行",
            f"6200{serial:012d}", ""]  # fmt: skip


def roster(rows: int, path: Path) -> None:
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    page = book.add_worksheet("花名册")
    page.write_row(0, 0, HEADINGS)
    for serial in range(rows):
        page.write_row(serial + 1, 0, line(serial))
    book.close()


def ours(data: bytes) -> tuple[int, int]:
    """Through the clerk, as the console and the page do it: rows taken, and fen."""
    from gongjiang.office.clerk.rosters import scheme_of_sheet, send_roster, take_in

    gc.set_threshold(*SELDOM)
    now, actor = office()
    sent = send_roster(scheme_of_sheet("skill-claims"), data, "bench.xlsx", None, {}, actor, now)
    for _ in take_in(sent, actor, now):
        pass
    return sent.taken, sent.total


def found(home: Path) -> None:
    """An empty house with the plan in force."""
    os.environ |= {"GONGJIANG_HOME": str(home), "DJANGO_SETTINGS_MODULE": "gongjiang.config.settings"}
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from gongjiang.office.cases.models import PlanTerm

    PlanTerm.objects.create(plan="wuhan", issued_on=date(2024, 1, 1))


def office() -> tuple[Any, Any]:
    from django.utils import timezone

    from gongjiang.law.standing import Actor, Post
    from gongjiang.law.terms import Role
    from gongjiang.office.clerk.moment import Moment
    from gongjiang.office.registry.models import Person, User

    person = Person.objects.create(name="经办")
    user = User.objects.create(username="bench", person=person)
    return Moment(DAY, timezone.now()), Actor(user.pk, person.pk, (Post(Role.OFFICER),))


def naive(path: Path, rows: int) -> None:
    """The way it is usually done: openpyxl, then a person, a certificate and a case saved row by row."""
    import openpyxl

    from gongjiang.office.cases.models import Case
    from gongjiang.office.registry.models import Person, SkillCertificate

    page = openpyxl.load_workbook(path).active
    for number, cells in enumerate(page.iter_rows(min_row=2, max_row=rows + 1, values_only=True)):
        person = Person(name=cells[1])
        person.put_id_number(cells[3] + "N")
        person.save()
        SkillCertificate(person=person, number="N" + cells[9], level="technician", occupation=cells[6]).save()
        Case(number=f"N{number}", scheme="naive", person=person, opened_on=DAY).save()


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=100_000)
    asked.add_argument("--naive", type=int, default=3_000)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found(Path(folder) / "house")
        path = Path(folder) / "roster.xlsx"
        roster(given.rows, path)
        began = time.perf_counter()
        taken, fen = ours(path.read_bytes())
        spent = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{given.rows} rows: {spent:.1f} s, {taken} taken, {fen // 100} yuan, peak {peak} MB")
        if find_spec("openpyxl") is None:
            sys.exit("the naive way was not measured: it needs openpyxl")
        small = Path(folder) / "small.xlsx"
        roster(given.naive, small)
        began = time.perf_counter()
        naive(small, given.naive)
        slow = (time.perf_counter() - began) / given.naive
        print(f"naive: {slow * 1000:.2f} ms a row, {slow / (spent / given.rows):.1f} times ours")
    return 0


if __name__ == "__main__":
    sys.exit(main())
