"""A notice is headed for what it lists, without empty columns; it says where to object."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.clerk.carrying.notices import headed
from gongjiang.office.notice.models import Entry, Notice
from gongjiang.office.registry.models import Person
from gongjiang.plans import scheme
from tests.town import TODAY, Town
from tests.web.labels import Reader

pytestmark = pytest.mark.usefixtures("demo_clock")


def made(slug: str, round: Round | None = None, **columns: Any) -> Notice:
    person = Person.objects.create(name="示例")
    case = Case.objects.create(number="N1", scheme=slug, person=person, opened_on=TODAY)
    notice = Notice.objects.create(
        scheme=slug, round=round, title="示例公示", opens_on=TODAY, closes_on=TODAY, days=5,
        list_sha256="0" * 64, published_at=timezone.now(),
    )  # fmt: skip
    told = {"unit": "", **columns}
    Entry.objects.create(notice=notice, case=case, place=1, closes_on=TODAY, **told)
    return notice


def text_of(notice: Notice) -> str:
    client = Client(headers={"accept-language": "zh-hans"})
    return client.get(reverse("portal:notice", args=[notice.ref])).content.decode()


def columns(text: str) -> list[str]:
    reader = Reader()
    reader.feed(text)
    return [one for one in reader.found if one != "怎样提出异议"]


def test_a_notice_of_units_names_units(town: Town) -> None:
    text = text_of(made("practice-base", name="示例公司", occupation="焊工"))

    assert columns(text) == ["单位名称", "申报项目", "职业（工种）", "异议"]
    assert "按单位名称笔画排序" in text


def test_a_notice_of_people_shows_what_it_has(town: Town) -> None:
    text = text_of(made("skill-upgrade-subsidy", name="示甲", unit="示例公司", amount=200_000))

    assert columns(text) == ["姓名", "单位", "金额", "异议"]
    assert "按姓氏笔画排序" in text


def test_where_to_object_is_the_offices_own_contact_or_the_form(town: Town, settings: Any) -> None:
    notice = made("skill-upgrade-subsidy", name="示甲")
    assert "当面提出" in text_of(notice)

    settings.CONTACT = "示例电话"

    assert "联系方式：示例电话" in text_of(notice)


def test_notices_without_a_round_are_numbered_in_their_year(town: Town) -> None:
    slug, said = "skill-upgrade-subsidy", Words("拟补贴人员公示", "proposed payments")
    case = Case(scheme=slug)
    assert headed(scheme(slug), case, said, TODAY).zh == "技能提升补贴拟补贴人员公示（2026 年第 1 期）"
    made(slug, name="示甲")

    assert headed(scheme(slug), case, said, TODAY).zh == "技能提升补贴拟补贴人员公示（2026 年第 2 期）"
    assert headed(scheme(slug), case, said, TODAY.replace(year=2027)).en.endswith("(no. 1 of 2027)")


def test_the_second_notice_of_a_round_is_told_from_the_first(town: Town) -> None:
    held = town.round().round
    case, said = Case(scheme=held.scheme, round=held), Words("公示", "notice")
    assert headed(scheme(held.scheme), case, said, TODAY).zh == f"{held.title}公示"
    made(held.scheme, held, name="示甲")

    assert headed(scheme(held.scheme), case, said, TODAY).zh == f"{held.title}公示（第 2 期）"
