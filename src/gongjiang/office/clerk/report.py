"""评选过程报告: numbers at each step, the draw, the lists with their reasons, the notice, the decision.

The report is in Chinese: the language of the file.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from gongjiang.law.round_terms import round_terms
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Event, Round
from gongjiang.office.honours.models import Resolution
from gongjiang.office.notice.models import Notice, Objection
from gongjiang.office.review.models import Draw, Panel, Placing, Ranking
from gongjiang.plans import plan_of

HEADINGS = ("阶段", "名次", "办件号", "姓名", "单位", "得分", "入选", "理由")
FILLS = {"walk": "按名次依次，名额可空", "lookahead": "前瞻补满"}
TIES = "同分依次比较：优先选拔、技能技艺、考察、带徒传技、公开抽签号"
TRIMMING = "五个以上有效分去掉一个最高和一个最低，四舍五入到 0.01"
LIMITED = {"employer": "每个单位", "district": "每个推荐单位", "sector": "每个行业", "head": "单位负责人"}
EQUAL = {True: "与公示名单（除取消者外）一致", False: "与公示名单不一致"}


@dataclass(frozen=True)
class Section:
    title: str
    lines: tuple[str, ...]


def told(held: Round) -> tuple[Section, ...]:
    parts = (_terms, _numbers, _draws, _lists, _notices, _decisions)
    sections = (part(held) for part in parts)
    return tuple(section for section in sections if section.lines)


def _terms(held: Round) -> Section:
    terms = round_terms(held.terms)
    weights = "，".join(f"{c.said.zh} {c.weight}" for c in terms.criteria)
    lines = (
        f"受理 {held.opens_on} 至 {held.closes_on}，名额约 {held.places} 名",
        f"评分项与权重：{weights}",
        f"专家组 {terms.panel} 人，候补 {terms.alternates} 人，{TRIMMING}",
        f"评审 {terms.review_weight}、考察 {terms.site_weight}，每项乘积四舍五入后相加",
        f"补位规则：{FILLS[terms.fill]}；限额：{_limits(terms.caps)}",
        TIES,
    )
    return Section("评选办法", lines)


def _limits(caps: Mapping[str, Mapping[str, int]]) -> str:
    """Whom a limit holds for, and how many of them at most."""
    said = [
        f"{LIMITED[of]}{'' if value in ('*', 'yes') else f'（{value}）'}至多 {most} 名"
        for of, cap in caps.items()
        for value, most in cap.items()
    ]
    return "，".join(said) or "无"


def _numbers(held: Round) -> Section:
    """How many took each step, and where the cases stand now."""
    counted = (
        Event.objects.filter(case__round=held).values_list("step").annotate(Count("case", distinct=True))
    )
    found = dict(counted.order_by())
    steps = plan_of(held.scheme)[held.scheme].procedure.steps
    lines = [f"{step.zh}：{found[step.name]} 件" for step in steps if step.name in found]
    states = dict(Case.objects.filter(round=held).values_list("state").annotate(Count("pk")).order_by())
    standing = "，".join(f"{state.zh} {states[state]}" for state in State if state in states)
    return Section("各环节办理数", (*lines, f"目前状态：{standing}"))


def _draws(held: Round) -> Section:
    draws = Draw.objects.filter(round=held).order_by("attempt")
    panels = Panel.objects.filter(round=held).select_related("group").order_by("group__code", "pk")
    lines = [line for draw in draws for line in _draw(draw)]
    return Section("专家抽取", (*lines, *(f"{p.group.name}：{p.get_state_display()}" for p in panels)))


def _draw(draw: Draw) -> Iterable[str]:
    yield f"第 {draw.attempt} 次：候选池摘要 {draw.pool_sha256}，承诺值 {draw.commitment}"
    yield f"约定公开值 {draw.source}（{draw.source_time.replace('T', ' ')}）"
    if draw.bundle:
        order = "、".join(draw.bundle["result"]["order"])
        yield f"公开值 {draw.public_value}，见证人 {draw.witness}，入选专家号：{order}"
    if draw.void_reason:
        yield f"作废：{draw.void_reason}"


def _lists(held: Round) -> Section:
    rankings = Ranking.objects.filter(round=held).order_by("pk")
    return Section("名单", tuple(line for ranking in rankings for line in _list(ranking)))


def _list(ranking: Ranking) -> Iterable[str]:
    rows = Placing.objects.filter(ranking=ranking)
    chosen = rows.filter(selected=True).count()
    label = Ranking.Stage(ranking.stage).label
    yield f"{label}：名额 {ranking.seats}，入选 {chosen}，输入摘要 {ranking.sha256}"
    for row in rows.filter(selected=False).exclude(reason="below line"):
        yield f"跳过第 {row.rank} 名：{row.reason}"


def _notices(held: Round) -> Section:
    notices = Notice.objects.filter(round=held).annotate(people=Count("entries"))
    lines = [_notice(notice, notice.people) for notice in notices]
    if lines:
        lines.append(_objections(Objection.objects.filter(entry__notice__round=held)))
    return Section("公示与异议", tuple(lines))


def _notice(held: Notice, people: int) -> str:
    period = f"{held.opens_on} 至 {held.closes_on}（{held.days} 个工作日）"
    return f"{held.title}：{period}，{people} 人，名单摘要 {held.list_sha256}"


def _objections(held: QuerySet[Objection]) -> str:
    accepted, clues = held.filter(accepted=True).count(), held.filter(clue=True).count()
    return f"收到异议 {accepted} 件，线索 {clues} 件，取消 {held.filter(outcome='removed').count()} 人"


def _decisions(held: Round) -> Section:
    rows = Resolution.objects.filter(round=held).annotate(people=Count("cases")).order_by("pk")
    return Section(
        "审定", tuple(f"{r.document}，{r.on}，签发 {r.signer}，{r.people} 人，{EQUAL[r.equal]}" for r in rows)
    )


def markdown(held: Round) -> str:
    parts = [f"# {held.title}：评选过程报告\n"]
    for section in told(held):
        parts.append(f"\n## {section.title}\n\n" + "\n".join(f"- {line}" for line in section.lines) + "\n")
    headings, body = rows(held)
    parts.append("\n## 名单明细\n\n| " + " | ".join(headings) + " |\n|" + "---|" * len(headings) + "\n")
    parts += ["| " + " | ".join(str(cell) for cell in row) + " |\n" for row in body]
    return "".join(parts)


def rows(held: Round) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
    """Everybody who was ranked, stage by stage, in rank order."""
    found = Placing.objects.filter(ranking__round=held).select_related(
        "ranking", "case__person", "case__employer"
    )
    return HEADINGS, [_row(placing) for placing in found.order_by("ranking", "rank", "case__number")]


def _row(placing: Placing) -> Sequence[object]:
    case, stage = placing.case, Ranking.Stage(placing.ranking.stage).label
    unit, chosen = case.employer.name if case.employer else "", "是" if placing.selected else "否"
    return stage, placing.rank, case.number, case.person.name, unit, str(placing.mark), chosen, placing.reason
