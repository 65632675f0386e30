"""A roster of claims: read by a careful clerk, taken in by parts, judged, noticed, approved and owed."""

import json
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from gongjiang.law.money import yuan
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Hold, Roster, RosterFault, RosterState
from gongjiang.office.clerk import roster_parts
from gongjiang.office.clerk.deliveries import Sent, take_delivery
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.perform import perform_many
from gongjiang.office.clerk.rosters import scheme_of_sheet, send_roster, take_in
from gongjiang.office.journal.verifying import first_fault
from gongjiang.office.ledger.models import Payable
from gongjiang.office.registry.models import (
    InsuranceRecord,
    OutsidePayment,
    PayeeAccount,
    SkillCertificate,
)
from gongjiang.office.registry.sheets.claim_columns import COLUMNS
from gongjiang.office.registry.sheets.claim_standard import Standard
from gongjiang.office.registry.sheets.claims import check_roster
from gongjiang.office.registry.sheets.reading import read_sheet
from gongjiang.plans import plan_of
from tests.clerk.claim_sheets import DAY, certificates, number, roster, row
from tests.clerk.sheets import in_csv
from tests.clerk.standing import refused
from tests.town import Town

pytestmark = pytest.mark.both
DATA = Path(__file__).parent.parent / "data"
NOW = Moment(DAY, timezone.now())


def sent(town: Town, data: bytes, who: str = "officer") -> Roster:
    return send_roster(
        scheme_of_sheet("skill-claims"), data, "花名册.csv", None, {}, town.actor(who, DAY), NOW
    )


def taken(town: Town, data: bytes, part: int = 1000) -> Roster:
    made = sent(town, data)
    for _ in take_in(made, town.actor("officer", DAY), NOW, part):
        pass
    return Roster.objects.get(pk=made.pk)


def delivered(town: Town, kind: str, data: bytes) -> None:
    take_delivery(Sent(kind, "示例中心", f"{kind}.csv", data), town.actor("officer", DAY), NOW)


def done(town: Town, step: str, who: str, day: date = DAY, **told: Any) -> list[tuple[str, str]]:
    """Every claim through one step: what was refused, by name."""
    keys = list(Case.objects.filter(roster__isnull=False).values_list("pk", flat=True))
    moment = Moment(day, timezone.now())
    found = perform_many(keys, step, town.actor(who, day), moment, told)
    return [(case.person.name, said.zh) for case, said in found.refused]


def test_a_roster_of_3000_is_read_as_a_careful_clerk_reads_it():
    listed = json.loads((DATA / "skill_claims.json").read_text("utf-8"))
    plan = plan_of(scheme_of_sheet("skill-claims").slug)
    sheet = read_sheet((DATA / "skill_claims.xlsx").read_bytes(), COLUMNS)

    checked = check_roster(
        sheet.rows,
        sheet.headings,
        Standard(scheme_of_sheet("skill-claims"), plan.settings(), date(2026, 5, 10)),
    )

    found: dict[int, tuple[str, str | None]] = {good.row: ("accepted", None) for good in checked.good}
    found |= {fault.row: ("rejected", fault.column) for fault in reversed(checked.faults)}
    found |= {again: ("duplicate", "证书编号") for again, _ in checked.repeats}
    assert found == {one["row"]: (one["verdict"], one["column"]) for one in listed}
    assert {good.row: good.amount for good in checked.good} == {
        one["row"]: yuan(one["amount_yuan"]) for one in listed if one["verdict"] == "accepted"
    }


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [
        ("金额", 2001, "应为 2000 元"),
        ("金额", "", "未填写"),
        ("补贴标准", "3,500元", "应为 2000 元"),
        ("申领主体", "集体", "“集体”不是单位或个人"),
        ("账号", "6.2E+18", "账号应为 8 至 32 位数字，并以文本保存"),
        ("等级", "中级工", "不符合：证书等级在补助标准之内"),
        ("发证日期", "2026-05-12", "日期晚于今天"),
        ("姓名", "", "未填写"),
    ],
)
def test_a_wrong_cell_is_named_with_its_reason(heading, cell, said):
    plan = plan_of(scheme_of_sheet("skill-claims").slug)
    other = {"证书编号": "Y00014200000226400" + "0002"} if cell == "中级工" else {}
    sheet = read_sheet(roster([row(2, **{heading: cell}, **other)]), COLUMNS)

    checked = check_roster(sheet.rows, sheet.headings, Standard(plan[scheme_of_sheet("skill-claims").slug],
                           plan.settings(), DAY))  # fmt: skip

    assert [(fault.column, fault.said.zh) for fault in checked.faults] == [(heading, said)]


def test_the_good_rows_come_before_the_officer_each_with_its_reasons(town: Town) -> None:
    held = taken(town, roster([*(row(n) for n in range(1, 6)), row(1), row(9, 金额=1)]))

    assert (held.state, held.rows, held.done, held.taken) == (RosterState.DONE, 7, 7, 5)
    assert held.total == sum(yuan(sum_) for sum_ in (3500, 2000, 5000, 3500, 2000))
    faults = RosterFault.objects.values_list("row", "column", "repeats")
    assert list(faults) == [(7, "证书编号", 2), (8, "金额", None)]
    cases = Case.objects.filter(roster=held)
    assert {case.state for case in cases} == {State.SUBMITTED}
    event = cases[0].events.get()
    assert [found["rule"] for found in event.because if found["verdict"] == "open"] == ["found"]
    assert all(found["zh"] and found["en"] for found in event.because)
    assert Hold.objects.filter(released_on=None).count() == 5
    assert first_fault() is None


def test_what_a_row_tells_of_the_person_is_kept_and_sealed(town: Town) -> None:
    taken(town, roster([row(1), row(2)]))

    worker, unit = Case.objects.order_by("row")
    assert worker.account.person == worker.person
    assert (unit.account.organisation, unit.account.holder) == (unit.employer, unit.employer.name)
    assert worker.account.number == "6200000000000001"
    assert worker.person.sex == "male"
    assert SkillCertificate.objects.get(number=number(1)).state == SkillCertificate.State.NOT_FOUND


def test_a_certificate_is_claimed_once_whoever_claims(town: Town) -> None:
    first = taken(town, roster([row(1)]))
    held = taken(town, roster([row(1, 申领主体="单位"), row(3)]))

    claimed = Case.objects.get(roster=first)
    assert held.taken == 1
    assert RosterFault.objects.get(roster=held).zh == f"已有办件 {claimed.number} 申领"
    with pytest.raises(IntegrityError), transaction.atomic():
        Hold.objects.create(key=claimed.holds.get().key, case=claimed)


def test_a_refused_claim_frees_its_certificate(town: Town) -> None:
    taken(town, roster([row(1)]))
    assert done(town, "reject", "officer", reason="材料不全") == []

    assert taken(town, roster([row(1, 申领主体="单位")])).taken == 1
    assert Hold.objects.filter(released_on=None).count() == 1


def test_the_same_file_comes_once(town: Town) -> None:
    taken(town, roster([row(1)]))

    with refused("已经报送过"):
        sent(town, roster([row(1)]))


def test_a_work_cut_off_goes_on_where_the_last_part_ended(town: Town, monkeypatch: Any) -> None:
    made = sent(town, roster([row(n) for n in range(1, 12)]))
    actor = town.actor("officer", DAY)
    assert [step.done for step in islice(take_in(made, actor, NOW, 4), 1)] == [4]
    whole = roster_parts.perform_many

    def cut(*args: Any, **kwargs: Any) -> Any:
        whole(*args, **kwargs)
        raise KeyboardInterrupt

    monkeypatch.setattr(roster_parts, "perform_many", cut)
    with pytest.raises(KeyboardInterrupt):
        list(take_in(Roster.objects.get(pk=made.pk), actor, NOW, 4))
    assert Case.objects.filter(roster=made).count() == 4
    monkeypatch.setattr(roster_parts, "perform_many", whole)

    list(take_in(Roster.objects.get(pk=made.pk), actor, NOW, 4))

    assert sorted(Case.objects.values_list("row", flat=True)) == list(range(2, 13))
    assert Roster.objects.get(pk=made.pk).taken == Hold.objects.count() == 11
    assert first_fault() is None


def test_a_second_worker_on_the_same_roster_repeats_nothing(town: Town) -> None:
    made, actor = sent(town, roster([row(n) for n in range(1, 9)])), town.actor("officer", DAY)
    slow, quick = Roster.objects.get(pk=made.pk), Roster.objects.get(pk=made.pk)
    behind = take_in(slow, actor, NOW, 3)
    next(behind)
    list(take_in(quick, actor, NOW, 3))

    list(behind)

    assert Case.objects.count() == 8


def test_a_file_that_is_no_roster_fails_in_words(town: Town) -> None:
    held = taken(town, b"PK\x03\x04 not a workbook")

    assert held.state == RosterState.FAILED
    assert held.fault.startswith("读不出表格")


def test_a_person_under_another_name_or_certificate_is_not_taken(town: Town) -> None:
    taken(town, roster([row(1), row(2)]))
    done(town, "reject", "officer", reason="重报")

    held = taken(town, roster([row(1, 姓名="别人"), row(9, 证书编号=number(3)), row(12, 证书编号=number(6))]))

    assert [(fault.row, fault.zh) for fault in RosterFault.objects.filter(roster=held)] == [
        (2, "该证件号码登记的姓名与所填不一致")
    ]
    again = taken(town, roster([row(30, 证书编号=number(6))]))
    assert RosterFault.objects.get(roster=again).zh == "证书编号已登记在他人名下"


def test_claims_are_verified_noticed_approved_and_owed_to_worker_and_unit(town: Town) -> None:
    delivered(town, "certificates", certificates(range(1, 7)))
    held = taken(town, roster([row(n) for n in range(1, 7)]))

    assert done(town, "verify", "officer") == []
    assert done(town, "publish", "reviewer") == []
    assert len(done(town, "clear", "officer")) == 6
    over = DAY + timedelta(days=14)
    assert done(town, "clear", "officer", over) == []
    assert {said for _, said in done(town, "approve", "reviewer", over)} == {"请填写审批文号"}
    assert done(town, "approve", "reviewer", over, document="示例人社〔2026〕9号") == []

    owed = Payable.objects.all()
    assert sum(payable.amount for payable in owed) == held.total
    assert {payable.document for payable in owed} == {"示例人社〔2026〕9号"}
    assert {payable.account.organisation is None for payable in owed} == {True, False}
    assert {payable.entitlement for payable in owed} == set(Hold.objects.values_list("key", flat=True))


def test_what_the_register_does_not_hold_waits_for_a_person_and_never_fails(town: Town) -> None:
    taken(town, roster([row(1)]))

    refusals = done(town, "verify", "officer")
    assert [said for _, said in refusals] == ["待认定：证书可联网查询（查不到的由人核实）（2.1.2）"]
    delivered(town, "certificates", certificates([1]))
    assert done(town, "verify", "officer") == []


def test_a_certificate_that_the_register_revoked_is_not_verified(town: Town) -> None:
    taken(town, roster([row(1)]))
    revoked = in_csv([(number(1), "技师", "焊工", "2026-02-01", "已注销")],
                     ("证书编号", "等级", "职业", "发证日期", "状态"))  # fmt: skip
    delivered(town, "certificates", revoked)

    assert SkillCertificate.objects.get(number=number(1)).state == SkillCertificate.State.REVOKED
    assert len(done(town, "verify", "officer")) == 1


def test_a_payment_by_another_fund_speaks_against_the_claim(town: Town) -> None:
    cells = row(1)
    paid = in_csv([(cells[3], "企业新型学徒制", "焊工", "技师", "", "2025", "4000")],
                  ("证件号码", "补贴类别", "职业", "等级", "证书编号", "年度", "金额"))  # fmt: skip
    delivered(town, "payments", paid)
    delivered(town, "certificates", certificates([1]))

    taken(town, roster([cells]))

    because = Case.objects.get().events.get().because
    assert [found["rule"] for found in because if found["verdict"] == "fail"] == ["other_fund"]
    assert OutsidePayment.objects.get().amount == yuan(4000)


def test_insurance_is_kept_of_people_we_know_and_the_newest_file_counts(town: Town) -> None:
    taken(town, roster([row(1)]))
    headings = ("证件号码", "月份", "累计参保月数", "身份")
    for months in (10, 12):
        lines = [(row(1)[3], "2026-02", months, "企业职工"), (row(50)[3], "2026-02", 3, "在校学生")]
        delivered(town, "insurance", in_csv(lines, headings))

    assert list(InsuranceRecord.objects.values_list("months", "status")) == [(12, "enterprise_worker")]


def test_a_delivery_with_a_fault_is_refused_whole(town: Town) -> None:
    headings = ("证件号码", "月份", "累计参保月数", "身份")

    lines = [(row(n)[3], "2026-02", months, "企业职工") for n, months in ((1, 1), (2, "十二"))]

    with refused("第 3 行 累计参保月数：应为 0 至 720 的整数"):
        delivered(town, "insurance", in_csv(lines, headings))


def test_queries_do_not_grow_with_the_rows(town: Town, django_assert_max_num_queries: Any) -> None:
    taken(town, roster([row(1), row(2)]))
    counts = []
    for rows in ([row(n) for n in range(20, 22)], [row(n) for n in range(30, 70)]):
        made = sent(town, roster(rows))
        with django_assert_max_num_queries(80) as captured:
            list(take_in(made, town.actor("officer", DAY), NOW))
        counts.append(len(captured))

    assert counts[0] == counts[1]
    assert PayeeAccount.objects.filter(person__isnull=False).count() == 22
