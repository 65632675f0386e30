"""评选过程报告: numbers at each step, the draw, the panels, the lists with their reasons, the notice, the decision."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count

from gongjiang.law.round_terms import round_terms
from gongjiang.law.terms import State
from gongjiang.office.cases.models import Case, Event, Round
from gongjiang.office.honours.models import Resolution
from gongjiang.office.notice.models import Notice, Objection
from gongjiang.office.review.models import Draw, Panel, Placing, Ranking
from gongjiang.plans import plan_of


@dataclass(frozen=True)
class Section:
    """A heading and lines beneath it, in Chinese: the language of the file."""

    title: str
    lines: tuple[str, ...]


def told(held: Round) -> tuple[Section, ...]:
    return tuple(part for part in (_terms(held), _numbers(held), _draws(held), _lists(held), _notices(held), _decisions(held)) if part.lines)


def _terms(held: Round) -> Section:
    terms = round_terms(held.terms)
    weights = "，".join(f"{c.said.zh} {c.weight}" for c in terms.criteria)
    return Section("评选办法", (
        f"受理 {held.opens_on} 至 {held.closes_on}，名额约 {held.places} 名",
        f"评分项与权重：{weights}",
        f"专家组 {terms.panel} 人，候补 {terms.alternates} 人，五个以上有效分去掉一个最高和一个最低，四舍五入到 0.01",
        f"评审 {terms.review_weight}、考察 {terms.site_weight}，每项乘积四舍五入后相加",
        f"补位规则：{'按名次依次，名额可空' if terms.fill == 'walk' else '前瞻补满'}；限额：{terms.caps or '无'}",
        "同分依次比较：优先选拔、技能技艺、考察、带徒传技、公开抽签号",
    ))  # fmt: skip


def _numbers(held: Round) -> Section:
    """How many took each step, and how many left at each exit."""
    steps = {step.name: step.zh for step in plan_of(held.scheme)[held.scheme].procedure.steps}
    counted = Event.objects.filter(case__round=held).values_list("step").annotate(Count("case", distinct=True)).order_by()
    found = dict(counted)
    lines = [f"{zh}：{found[name]} 件" for name, zh in steps.items() if name in found]
    states = Case.objects.filter(round=held).values_list("state").annotate(Count("pk")).order_by()
    return Section("各环节办理数", (*lines, "目前状态：" + "，".join(f"{State(s).zh} {n}" for s, n in states)))


def _draws(held: Round) -> Section:
    lines = []
    for draw in Draw.objects.filter(round=held).select_related("committed_by", "drawn_by").order_by("attempt"):
        lines.append(f"第 {draw.attempt} 次：候选池摘要 {draw.pool_sha256}，承诺值 {draw.commitment}，约定公开值 {draw.source}（{draw.source_time}）")
        if draw.bundle:
            lines.append(f"公开值 {draw.public_value}，见证人 {draw.witness}，入选专家号：{'、'.join(draw.bundle['result']['order'])}")
        if draw.void_reason:
            lines.append(f"作废：{draw.void_reason}")
    panels = Panel.objects.filter(round=held).select_related("group")
    return Section("专家抽取", (*lines, *(f"{p.group.name}：{p.get_state_display()}" for p in panels)))


def _lists(held: Round) -> Section:
    lines = []
    for ranking in Ranking.objects.filter(round=held).order_by("pk"):
        rows = Placing.objects.filter(ranking=ranking)
        chosen = rows.filter(selected=True).count()
        lines.append(f"{Ranking.Stage(ranking.stage).label}：名额 {ranking.seats}，入选 {chosen}，输入摘要 {ranking.sha256}")
        lines += [f"跳过第 {row.rank} 名：{row.reason}" for row in rows.filter(selected=False).exclude(reason="below line")]
    return Section("名单", tuple(lines))


def _notices(held: Round) -> Section:
    lines = [f"{n.title}：{n.opens_on} 至 {n.closes_on}（{n.days} 个工作日），{n.entries.count()} 人，名单摘要 {n.list_sha256}"
             for n in Notice.objects.filter(round=held)]  # fmt: skip
    objections = Objection.objects.filter(entry__notice__round=held)
    if lines:
        lines.append(f"收到异议 {objections.filter(accepted=True).count()} 件，线索 {objections.filter(clue=True).count()} 件，取消 {objections.filter(outcome='removed').count()} 人")
    return Section("公示与异议", tuple(lines))


def _decisions(held: Round) -> Section:
    return Section("审定", tuple(
        f"{r.document}，{r.on}，签发 {r.signer}，{r.cases.count()} 人，{'与公示名单（除取消者外）一致' if r.equal else '与公示名单不一致'}"
        for r in Resolution.objects.filter(round=held).order_by("pk")
    ))  # fmt: skip


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
    found = Placing.objects.filter(ranking__round=held).select_related("ranking", "case__person", "case__employer").order_by("ranking", "rank", "case__number")
    body = [
        (Ranking.Stage(p.ranking.stage).label, p.rank, p.case.number, p.case.person.name,
         p.case.employer.name if p.case.employer else "", str(p.mark), "是" if p.selected else "否", p.reason)
        for p in found
    ]  # fmt: skip
    return ("阶段", "名次", "办件号", "姓名", "单位", "得分", "入选", "理由"), body
