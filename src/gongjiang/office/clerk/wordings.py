"""信函模板: what a letter says on each occasion. The law's own words, until an officer writes others."""

import string
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from django.db import transaction
from django.db.models import Max

from gongjiang.law.procedure import Procedure, Step
from gongjiang.law.procedures.follow import Telling
from gongjiang.law.standing import Actor
from gongjiang.law.words import Words
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record
from gongjiang.office.post.models import Template
from gongjiang.plans import plans

PLACES: Mapping[str, Words] = {
    "name": Words("收件人姓名", "the recipient's name"),
    "number": Words("办件号", "the number of the case"),
    "scheme": Words("事项名称", "the name of the scheme"),
    "round": Words("批次名称", "the name of the round"),
    "date": Words("办理日期", "the day of the act"),
    "reason": Words("所附理由", "the reason that was given"),
}
MADE_UP = {
    "name": Words("王示例", "Wang Shili"),
    "number": Words("20260001", "20260001"),
    "scheme": Words("示例事项", "An example scheme"),
    "round": Words("示例批次", "An example round"),
    "date": Words("2026-03-02", "2026-03-02"),
    "reason": Words("材料与登记不一致", "the documents differ from the register"),
}
"""A case that never was, to show a text with."""
LONGEST = {"subject": 120, "subject_en": 160, "body": 4000, "body_en": 4000}


@dataclass(frozen=True)
class Text:
    subject: str
    subject_en: str
    body: str
    body_en: str


@dataclass(frozen=True)
class Occasion:
    """A step of a procedure that tells the nominee something, and what it says by default."""

    key: str
    said: Words
    default: Text


def occasions() -> dict[str, Occasion]:
    """Read off the procedures of every plan, in their order."""
    procedures = {s.procedure.name: s.procedure for plan in plans() for s in plan.schemes}
    told = [_occasion(held, step) for held in procedures.values() for step in held.steps if _tellings(step)]
    return {occasion.key: occasion for occasion in told}


def key_of(procedure: Procedure, step: str) -> str:
    return f"{procedure.name}.{step}"


def _tellings(step: Step) -> list[Telling]:
    return [then for then in step.then if isinstance(then, Telling)]


def _occasion(held: Procedure, step: Step) -> Occasion:
    said = _tellings(step)[0].said
    reasoned = any(ask.name == "reason" for ask in step.asks)
    zh, en = ("。理由：{reason}", ". Reason: {reason}") if reasoned else ("。", ".")
    named = Words(f"{held.said.zh} · {step.zh}", f"{held.said.en} · {step.en}")
    return Occasion(key_of(held, step.name), named, Text(said.zh, said.en, said.zh + zh, said.en + en))


def in_force(keys: Iterable[str]) -> dict[str, Template]:
    """The newest text of each occasion that has one, in one query."""
    held = Template.objects.filter(occasion__in=set(keys)).order_by("version")
    return {template.occasion: template for template in held}


@transaction.atomic
def write_template(occasion: Occasion, text: Text, actor: Actor, now: Moment) -> Template:
    """A new version; letters already written keep theirs."""
    by = must(actor, "letter.word")
    checked(text)
    versions = Template.objects.select_for_update().filter(occasion=occasion.key)
    last = versions.order_by("-version").first()
    if last and Text(last.subject, last.subject_en, last.body, last.body_en) == text:
        raise refuse("与现用文字相同", "The text is the one in use already")
    newest = versions.aggregate(newest=Max("version"))["newest"] or 0
    made = Template.objects.create(
        occasion=occasion.key, version=newest + 1, by_id=by, at=now.at, **asdict(text)
    )
    record("template.write", occasion.key, {"version": made.version, **asdict(text), "by": by}, now.at)
    return made


def checked(text: Text) -> Text:
    """Every part is there, in its length, and names only what a letter knows."""
    for part, written in asdict(text).items():
        if not written.strip():
            raise refuse("中文和英文的标题、正文都须填写", "Subject and body are needed in both languages")
        if len(written) > LONGEST[part]:
            raise refuse(f"文字超过 {LONGEST[part]} 字", f"Longer than {LONGEST[part]} characters")
        must_be_known(written)
    return text


def must_be_known(written: str) -> None:
    try:
        found = list(string.Formatter().parse(written))
    except ValueError:
        raise refuse("花括号不成对", "The braces do not pair") from None
    for _, name, spec, conversion in found:
        if name is not None and (name not in PLACES or spec or conversion):
            known = "、".join(f"{{{place}}}" for place in PLACES)
            shown = f"{{{name}}}"
            raise refuse(
                f"不认识的占位符 {shown}；可用：{known}", f"Unknown placeholder {shown}; known: {known}"
            )


def filled(text: Text, known: Mapping[str, Words]) -> Text:
    zh = {name: known[name].zh for name in PLACES}
    en = {name: known[name].en for name in PLACES}
    return Text(
        text.subject.format_map(zh)[: LONGEST["subject"]],
        text.subject_en.format_map(en)[: LONGEST["subject_en"]],
        text.body.format_map(zh),
        text.body_en.format_map(en),
    )


def text_of(template: Template) -> Text:
    return Text(template.subject, template.subject_en, template.body, template.body_en)
