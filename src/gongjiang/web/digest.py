"""The to-do of a member of staff as a mail: counts, what is late, links. No name of any applicant."""

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from gongjiang.law.standing import Actor
from gongjiang.law.words import Words
from gongjiang.web.desk.todo import due, waiting


def digest(me: Actor, day: date, english: bool) -> tuple[str, str] | None:
    """The subject and the text; nothing where nothing waits."""
    counted = [(w.number, w.scheme, w.step) for w in waiting(me)]
    running = list(due(me, day))
    late = sum(one.late for one in running)
    if not counted and not running:
        return None
    lines = [_line(english, *one) for one in counted]
    if running:
        said = Words(f"时限在走：{len(running)} 件，其中超期 {late} 件",
                     f"Running against time: {len(running)}, of these overdue: {late}")  # fmt: skip
        lines.append(said.en if english else said.zh)
    total = sum(number for number, *_ in counted)
    head = Words(f"{day} 待办 {total} 件，超期 {late} 件", f"{day}: {total} to do, {late} overdue")
    with override("en" if english else "zh-hans"):
        links = [settings.PUBLIC_ADDRESS + reverse(name) for name in ("desk:todo", "desk:cases")]
    return (head.en if english else head.zh), "\n".join([*lines, "", *links, ""])


def _line(english: bool, number: int, scheme: Words, step: Words) -> str:
    return f"{scheme.en}: {step.en} — {number}" if english else f"{scheme.zh}：{step.zh} {number} 件"
