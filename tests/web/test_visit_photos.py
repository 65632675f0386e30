"""Photos of an inspection at the pages: brought by a phone, seen by the inspectors and the office alone."""

import json
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import visiting
from gongjiang.office.journal.models import Leaf
from gongjiang.office.registry.files import EVIDENCE, destroy
from gongjiang.office.review.models import Inspector, Photo, Visit
from gongjiang.web.demo.walking import Walk
from gongjiang.web.desk.photos import LONG_SIDE
from tests.paper import pdf, picture
from tests.town import Town
from tests.web.bad_pictures import placed

pytestmark = pytest.mark.usefixtures("demo_clock")
WIDE = (LONG_SIDE + 200, 300)


@pytest.fixture
def walk(town: Town) -> Walk:
    return town.walked("planned", many=1, places=1)


@pytest.fixture
def visit(walk: Walk) -> Visit:
    return Visit.objects.get()


def send(town: Town, visit: Visit, body: bytes = b"", who: str = "inspector1", **told: str) -> Any:
    file = {"file": SimpleUploadedFile("IMG_0001.jpg", body)} if body else {}
    given = {"act": "photo", "caption": "机床前 <独立> 操作", **told, **file}
    return town.client(who).post(reverse("desk:visit", args=(visit.ref,)), given)


def page(town: Town, who: str, name: str, *args: object) -> str:
    return town.client(who).get(reverse(name, args=args)).content.decode()


def test_a_photo_is_brought_by_the_page_and_its_thumbnail_stands_there_with_its_time(town, visit) -> None:
    answer = send(town, visit, picture("JPEG", WIDE, exif=placed()), **{"note-post": "尚未保存的话"})

    said, made = answer.content.decode(), Photo.objects.get()
    url = reverse("desk:photo", args=(made.ref,))
    parts = (
        f'<img src="{url}" alt="机床前 &lt;独立&gt; 操作" loading="lazy"', str(made.by), "照片已添加",
        'accept="image/*" capture="environment"', 'name="caption" maxlength="120" value=""',
        "尚未保存的话", timezone.localtime(made.at).strftime("%Y-%m-%d %H:%M"),
    )  # fmt: skip
    assert [part for part in parts if part not in said] == []
    shown = town.client("inspector2").get(url)
    held = Image.open(BytesIO(shown.getvalue()))
    assert (shown["Content-Type"], held.size[0], dict(held.getexif())) == ("image/jpeg", LONG_SIDE, {})


def test_the_office_sees_it_at_the_round_and_at_the_case_and_others_do_not(town, visit) -> None:
    send(town, visit, picture("PNG"))
    url = reverse("desk:photo", args=(Photo.objects.get().ref,))
    case = visit.case

    assert url in page(town, "officer", "desk:visits", case.round.ref)
    for who in ("officer", "reviewer", "leader"):
        assert url in page(town, who, "desk:case", case.ref)
    nominee = town.nominee(case)
    assert "考察人员" not in nominee.get(reverse("desk:case", args=(case.ref,))).content.decode()
    assert "考察人员" not in page(town, f"body-{case.body.code}", "desk:case", case.ref)
    away = [nominee, *(town.client(who) for who in ("inspector3", f"body-{case.body.code}", "maker"))]
    assert [client.get(url).status_code for client in away] == [404] * 4
    assert send(town, visit, picture("JPEG"), "inspector3").status_code == 404


def test_what_is_refused_says_why_and_keeps_what_was_typed(town, visit) -> None:
    tries = {
        "请选择文件": send(town, visit),
        "只接受图片": send(town, visit, pdf()),
        "只接受 PDF、PNG、JPEG": send(town, visit, b"<svg/>"),
    }

    for said, answer in tries.items():
        assert said in answer.content.decode()
        assert 'value="机床前 &lt;独立&gt; 操作"' in answer.content.decode()
    assert "请写明照片内容" in send(town, visit, picture("JPEG"), caption=" ").content.decode()
    assert not Photo.objects.exists()


def test_a_photo_chosen_and_not_sent_is_kept_with_the_report(town, visit, walk) -> None:
    checks = {f"check-{item}": "confirmed" for item in visiting.CHECKS}

    answer = send(town, visit, picture("JPEG"), **checks, act="", mark="88", conclusion="pass")

    assert answer.status_code == 302
    assert Photo.objects.count() == 1
    assert Visit.objects.get().conclusion == "pass"
    visiting.sign_visit(visit, walk.who("inspector1"), walk.now)
    assert "照片已添加" in send(town, visit, picture("JPEG", (31, 20))).content.decode()
    assert not Inspector.objects.exclude(signed_at=None).exists()


def test_once_two_have_signed_none_is_offered_and_none_is_taken(town, visit, walk) -> None:
    checks = dict.fromkeys(visiting.CHECKS, "confirmed")
    visiting.report_visit(visit, checks, {}, "88", [], "pass", walk.who("inspector1"), walk.now)
    for who in ("inspector1", "inspector2"):
        visiting.sign_visit(visit, walk.who(who), walk.now)

    assert 'name="file"' not in page(town, "inspector1", "desk:visit", visit.ref)
    assert "已有两人签字" in send(town, visit, picture("JPEG")).content.decode()
    assert not Photo.objects.exists()


def test_the_record_knows_the_file_as_it_was_sent(town, visit) -> None:
    send(town, visit, body := picture("JPEG", WIDE))

    told = json.loads(Leaf.objects.get(kind="visit.photo").body)
    assert told["sent"] != told["sha256"] == Photo.objects.get().sha256
    assert "已经添加过" in send(town, visit, body).content.decode()


def test_a_photo_whose_file_went_with_the_persons_data_is_not_there(town, visit) -> None:
    send(town, visit, picture("JPEG"))
    made = Photo.objects.get()
    destroy(EVIDENCE, made.stored)

    assert town.client("officer").get(reverse("desk:photo", args=(made.ref,))).status_code == 404


def test_a_concern_is_cleared_by_the_second_officer_at_the_case(town, visit, walk) -> None:
    checks = dict.fromkeys(visiting.CHECKS, "confirmed")
    visiting.report_visit(visit, checks, {}, "88", ["工龄待核"], "concerns", walk.who("inspector1"), walk.now)
    url = reverse("desk:clear_concern", args=(visit.concerns.get().pk,))
    case = Case.objects.get(pk=visit.case_id)

    assert url in page(town, "reviewer", "desk:case", case.ref)
    assert url not in page(town, "officer", "desk:case", case.ref)
    assert url not in page(town, "officer", "desk:visits", case.round.ref)
    assert "考察疑点待销号" in page(town, "reviewer", "desk:todo")
    town.client("reviewer").post(url, {"how": "经核实无碍"})
    assert "经核实无碍" in page(town, "officer", "desk:case", case.ref)
    assert "考察疑点待销号" not in page(town, "reviewer", "desk:todo")
