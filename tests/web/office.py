"""The people of an office at their browsers: every act of a round as a request, nothing past the web."""

import io
from datetime import date, timedelta

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.registry.models import NominatingBody
from gongjiang.office.registry.official_calendar import calendar
from gongjiang.office.review.models import Panel, Seat, Visit
from gongjiang.web.demo.people import certificate_number, credit_code, id_number
from tests.clock import set_day
from tests.paper import pdf
from tests.town import Town

PDF = pdf()
HEADINGS = (
    "推荐单位",
    "所在区",
    "姓名",
    "身份证号",
    "工作单位",
    "统一社会信用代码",
    "职业（工种）",
    "技能等级",
    "证书编号",
    "发证日期",
    "从事一线工作起始时间",
    "现岗位",
    "主要荣誉",
)
CRITERIA = ("skill", "results", "teaching", "morals")


class Office:
    """One round, run through the pages by the people whose work it is."""

    def __init__(self, town: Town, day: date) -> None:
        self.town, self.day = town, day
        self.clients: dict[str, Client] = {}

    def at(self, who: str) -> Client:
        if who not in self.clients:
            self.clients[who] = self.town.client(who)
        return self.clients[who]

    def later(self, workdays: int = 1) -> None:
        self.day = calendar().add_workdays(self.day, workdays, first_day_counts=False)
        set_day(self.day)

    def post(self, who: str, name: str, *args: object, **data: object) -> None:
        answer = self.at(who).post(reverse(name, args=args), data)
        assert answer.status_code == 302, (name, answer.status_code, answer.content.decode()[:2000])

    def open(self, places: int) -> Round:
        self.post(
            "officer",
            "desk:round_new",
            scheme="craftsman-selection",
            code="W1",
            title="网上评选",
            title_en="Web round",
            opens=self.day.isoformat(),
            closes=self.day.replace(month=self.day.month + 2).isoformat(),
            places=places,
            fill="walk",
        )
        self.round = Round.objects.get(code="W1")
        for body in NominatingBody.objects.all():
            self.act("officer", "quota", body=body.code, places=20)
        return self.round

    def act(self, who: str, act: str, **data: object) -> None:
        self.post(who, "desk:act", self.round.ref, act, **data)

    def imported(self, people: int) -> None:
        sheet = SimpleUploadedFile("nominations.xlsx", nominations(people))
        self.post("officer", "desk:import", self.round.ref, file=sheet)
        shown = self.at("officer").get(reverse("desk:import_check", args=(self.round.ref,)))
        assert shown.status_code == 200
        self.post("officer", "desk:import_confirm", self.round.ref)

    def nominated(self) -> None:
        """Consent by each nominee, papers and ranks by each body."""
        ranks: dict[str, int] = {}
        for case in Case.objects.filter(round=self.round).select_related("person", "body"):
            assert case.body is not None
            me, body = self.town.nominee(case, f"n-{case.pk}"), f"body-{case.body.code}"
            assert (
                me.post(
                    reverse("desk:step", args=(case.ref, "consent")), {"version": case.version}
                ).status_code
                == 302
            )
            for kind in ("letter", "internal_notice"):
                file = SimpleUploadedFile(f"{kind}.pdf", PDF)
                self.post(body, "desk:upload", case.ref, kind=kind, file=file)
            ranks[body] = ranks.get(body, 0) + 1
            self.post(body, "desk:step", case.ref, "nominate", rank=ranks[body], opinion="同意推荐")

    def bulk(self, who: str, step: str, **data: object) -> int:
        """The typed count and the ticked boxes, as the preview shows them."""
        url = reverse("desk:bulk", args=(self.round.ref, step))
        return self._bulk(who, url, data)

    def bulk_scheme(self, who: str, slug: str, step: str) -> int:
        return self._bulk(who, reverse("desk:bulk_scheme", args=(slug, step)), {})

    def _bulk(self, who: str, url: str, data: dict[str, object]) -> int:
        cases = [case.ref for case in self.at(who).get(url).context["preview"].moving]
        answer = self.at(who).post(url, {"case": cases, "count": len(cases), **data})
        assert answer.status_code == 302, answer.content.decode()[:2000]
        return len(cases)

    def seated(self) -> None:
        tomorrow = self.day + timedelta(days=1)
        self.act("officer", "commit", source="双色球下一期", source_time=f"{tomorrow}T00:00")
        self.later()
        self.act("supervisor", "draw", value="7.9.16.20.25.31.4.", witness="公证员")
        for seat in Seat.objects.filter(panel__round=self.round, state="invited").select_related("expert"):
            self.post(f"expert-{seat.expert.number}", "panel:answer", seat.ref, act="accept", declared="yes")
        for panel in Panel.objects.filter(round=self.round).select_related("group"):
            self.act("officer", "open-panel", group=panel.group.code)

    def scored(self) -> int:
        """Every expert marks every file on their desk, and seals."""
        saved = 0
        for seat in Seat.objects.filter(
            panel__round=self.round, kind="member", state="accepted"
        ).select_related("expert"):
            me = f"expert-{seat.expert.number}"
            rows = self.at(me).get(reverse("panel:seat", args=(seat.ref,))).context["rows"]
            for place, row in enumerate(rows):
                marks = {
                    f"mark-{key}": str(60 + (place * 7 + seat.pk + n) % 40) for n, key in enumerate(CRITERIA)
                }
                self.post(
                    me,
                    "panel:score",
                    seat.ref,
                    row.case.ref,
                    **marks,
                    **{f"reason-{key}": "有据" for key in CRITERIA},
                )
                saved += 1
            if rows:
                self.post(me, "panel:seal", seat.ref)
        for panel in Panel.objects.filter(round=self.round).select_related("group"):
            self.act("officer", "close-panel", group=panel.group.code)
        return saved

    def visited(self) -> None:
        team = [self.town.cast.users[f"inspector{n}"].pk for n in (1, 2)]
        for case in Case.objects.filter(round=self.round, state=State.INSPECTION):
            self.post(
                "officer",
                "desk:visits",
                self.round.ref,
                case=case.ref,
                on=self.day.isoformat(),
                place="车间",
                team=team,
            )
        for visit in Visit.objects.filter(case__round=self.round):
            checks = {
                f"check-{item}": "confirmed" for item in ("post", "skill", "apprentices", "unit", "ethics")
            }
            self.post(
                "inspector1",
                "desk:visit",
                visit.ref,
                **checks,
                mark=str(70 + visit.pk % 30),
                conclusion="pass",
            )
            for who in ("inspector1", "inspector2"):
                self.post(who, "desk:visit", visit.ref, act="sign")


def nominations(people: int) -> bytes:
    """A sheet as an office sends it: a title, a header, rows of made-up people, a total."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    page = book.add_worksheet()
    page.write(0, 0, "推荐人选汇总表")
    for column, heading in enumerate(HEADINGS):
        page.write(1, column, heading)
    bodies = list(NominatingBody.objects.values_list("name", flat=True))
    jobs = ("车工", "焊工", "电工", "汽车维修工", "砌筑工")
    for n in range(people):
        born = date(1970 + n % 20, 1 + n % 12, 1 + n % 28)
        row = (
            f"{bodies[n % len(bodies)]}人力资源局",
            bodies[n % len(bodies)],
            f"示{chr(0x4E00 + n * 7)}",
            id_number(born, n),
            f"网上示例{n % 60:02d}有限公司",
            credit_code(500 + n % 60),
            jobs[n % len(jobs)],
            "高级技师（一级）",
            certificate_number(700 + n, 2015),
            "2015-06-01",
            f"{1992 + n % 12}年7月",
            "操作工",
            "湖北省技术能手、武汉市技术能手",
        )
        for column, cell in enumerate(row):
            page.write_string(n + 2, column, cell)
    page.write(people + 2, 0, "合计")
    book.close()
    return buffer.getvalue()
