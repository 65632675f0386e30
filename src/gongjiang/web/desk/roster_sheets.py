"""What a roster gives back as spreadsheets: its errors in place, the list for public notice, the summary."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from gongjiang.law.claim_terms import Claimant
from gongjiang.law.terms import EXITS, Role, SkillLevel
from gongjiang.law.words import Problem, Words
from gongjiang.office.cases.models import Case, Roster
from gongjiang.office.clerk.kept_sheets import kept_sheet
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.rosters import standard_of
from gongjiang.office.registry.models import SkillCertificate
from gongjiang.office.registry.sheets.claim_columns import COLUMNS
from gongjiang.office.registry.sheets.claim_standard import Standard
from gongjiang.office.registry.sheets.masked import masked, masked_text
from gongjiang.office.registry.sheets.reading import read_sheet
from gongjiang.office.registry.sheets.returning import with_errors
from gongjiang.office.registry.sheets.row import Fault
from gongjiang.web.desk.rosters import seen
from gongjiang.web.replies import in_words
from gongjiang.web.sheets import sheet, workbook
from gongjiang.web.visitor import actor, allowed

CHUNK = 2000


@dataclass(frozen=True)
class Kept:
    """The faults of a roster as they were found when it was taken in."""

    faults: tuple[Fault, ...]
    told: Mapping[int, str]
    title: str = "补贴花名册"


@require_GET
@allowed("roster.see")
def errors(request: HttpRequest, ref: str) -> HttpResponse:
    held = _seen(request, ref)
    data = kept_sheet(held.stored)
    read = read_sheet(data, COLUMNS, held.renamed) if data is not None else Problem(Words("", ""))
    if isinstance(read, Problem):
        raise Http404
    faults = tuple(Fault(row.row, row.column, Words(row.zh, row.en)) for row in held.faults.all())
    doubts = {row.row: f"须由人认定：{row.zh}" for row in held.doubts.all()}
    if not _whole(request, held):
        read = masked(read)
        faults = tuple(Fault(f.row, f.column, Words(masked_text(f.said.zh), f.said.en)) for f in faults)
        doubts = {row: masked_text(told) for row, told in doubts.items()}
    return sheet("errors.xlsx", with_errors(read, Kept(faults, doubts)))


def _whole(request: HttpRequest, held: Roster) -> bool:
    """Numbers are whole for who puts them right: the office's clerk and the unit that sent the sheet."""
    posts = actor(request).posts
    sender = held.sender_id
    sent = any(post.role is Role.EMPLOYER and sender and post.organisation == sender for post in posts)
    return sent or any(post.role is Role.OFFICER for post in posts)


@require_GET
@allowed("roster.see")
def notice(request: HttpRequest, ref: str) -> HttpResponse:
    """What may be published: no number, no account, no telephone."""
    held = _seen(request, ref)
    headings = [
        _("序号"),
        _("姓名"),
        _("单位"),
        _("职业（工种）"),
        _("等级"),
        _("发证日期"),
        _("申领主体"),
        _("金额（元）"),
    ]
    rows = (
        [place, line.name, line.unit, line.occupation, in_words(request, line.level.said), line.issued,
         in_words(request, line.claimant.said), line.fen // 100]
        for place, line in enumerate(lines(held), start=1)
    )  # fmt: skip
    return sheet("notice.xlsx", workbook(_("公示名单"), headings, rows))


@require_GET
@allowed("roster.see")
def summary(request: HttpRequest, ref: str) -> HttpResponse:
    """By unit and level: how many, and how much."""
    held = _seen(request, ref)
    people: Counter[tuple[str, SkillLevel]] = Counter()
    sums: Counter[tuple[str, SkillLevel]] = Counter()
    for line in lines(held):
        people[line.unit, line.level] += 1
        sums[line.unit, line.level] += line.fen
    rows: list[list[object]] = [
        [unit, in_words(request, level.said), people[unit, level], sums[unit, level] // 100]
        for unit, level in sorted(people)
    ]
    rows.append([_("合计"), "", sum(people.values()), sum(sums.values()) // 100])
    return sheet(
        "summary.xlsx", workbook(_("汇总"), [_("单位"), _("等级"), _("人数"), _("金额（元）")], rows)
    )


@dataclass(frozen=True)
class Line:
    """A claim as the lists show it. `fen` is what the level is due on the roster's day."""

    name: str
    unit: str
    occupation: str
    level: SkillLevel
    issued: str
    claimant: Claimant
    fen: int


def lines(held: Roster) -> Iterator[Line]:
    """The claims of the roster that have not ended, in the order of its rows."""
    standard = standard_of(held.scheme, Moment(held.on, held.at))
    due: dict[SkillLevel, int] = {}
    live = Case.objects.filter(roster=held).exclude(state__in=EXITS).select_related("person", "employer")
    for part in _parts(live.order_by("row").iterator(CHUNK)):
        numbers = [case.answers.get("certificate_number") for case in part]
        certificates = {c.number: c for c in SkillCertificate.objects.filter(number__in=numbers)}
        for case in part:
            found = certificates[case.answers["certificate_number"]]
            level = SkillLevel(found.level)
            yield Line(
                case.person.name, case.employer.name if case.employer else "", found.occupation, level,
                found.issued_on.isoformat() if found.issued_on else "", Claimant(case.answers["claimant"]),
                _due(due, standard, level),
            )  # fmt: skip


def _due(due: dict[SkillLevel, int], standard: Standard, level: SkillLevel) -> int:
    if level not in due:
        due[level] = standard.sum_of({"level": level})
    return due[level]


def _parts(cases: Iterator[Case]) -> Iterator[list[Case]]:
    part: list[Case] = []
    for case in cases:
        part.append(case)
        if len(part) == CHUNK:
            yield part
            part = []
    if part:
        yield part


def _seen(request: HttpRequest, ref: str) -> Roster:
    return get_object_or_404(seen(request), ref=ref)
