"""宣传稿件: drafted by one, agreed to by the person, published by another; down when either falls away."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.db import transaction

from gongjiang.law.standing import Actor
from gongjiang.law.stories import Medium, StoryState, personal
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk.authority import account, must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.honours.models import Honour
from gongjiang.office.journal.models import record
from gongjiang.office.registry.models import Person
from gongjiang.office.stories.models import Story
from gongjiang.plans import plans

S = StoryState
SHORTEST = 4
"""Words of a confined case shorter than this may stand anywhere by chance."""


@dataclass(frozen=True)
class Words:
    """What the person will see and agree to: all of it, or nothing."""

    title: str
    title_en: str
    text: str
    text_en: str
    medium: str
    link: str = ""
    captions: str = ""
    embargo: date | None = None

    @property
    def whole(self) -> str:
        return "\n".join((self.title, self.title_en, self.text, self.text_en, self.link, self.captions))

    def digest(self, ref: str) -> str:
        told = {**asdict(self), "embargo": str(self.embargo or ""), "ref": ref}
        return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def words_of(story: Story) -> Words:
    return Words(story.title, story.title_en, story.text, story.text_en, story.medium, story.link,
                 story.captions, story.embargo)  # fmt: skip


@transaction.atomic
def draft(honour: Honour, words: Words, actor: Actor, now: Moment) -> Story:
    by = must(actor, "story.draft")
    stands(honour)
    sound(words)
    unconfined(honour.person, words)
    made = Story(
        case=honour.case, person=honour.person, drafted_by_id=by, drafted_on=now.day, **asdict(words)
    )
    made.sha256 = words.digest(made.ref)
    made.save()
    record("story.draft", made.ref, {"person": honour.person.ref, "sha256": made.sha256, "by": by}, now.at)
    return made


def stands(honour: Honour) -> None:
    if honour.revoked_on:
        raise refuse("该称号已撤销", "This title is revoked already")


def sound(words: Words) -> None:
    """A film has its words for those who do not hear it; no story holds anybody's numbers."""
    if not words.title.strip() or not words.text.strip():
        raise refuse("请填写标题和正文", "Give the title and the text")
    if words.medium not in list(Medium):
        raise refuse("请选择媒体类型", "Choose the medium")
    if words.link and not words.link.startswith("https://"):
        raise refuse("链接应以 https:// 开头", "A link begins with https://")
    if words.medium == Medium.VIDEO and not (words.link and words.captions.strip()):
        raise refuse("视频应有链接和字幕文本", "A film needs its link and the text of its captions")
    if personal(words.whole):
        raise refuse("稿件含有证件号、手机号或账号", "It holds a number of identity, phone or account")


def unconfined(person: Person, words: Words) -> None:
    """What a scheme shows to few is never named: neither the matter, nor its number, nor what it says."""
    schemes = {s.slug: s for plan in plans() for s in plan.schemes if s.confined}
    for case in Case.objects.filter(person=person, scheme__in=schemes):
        said = schemes[case.scheme].said
        if any(word in words.whole for word in (case.number, said.zh, *told(case.answers))):
            raise refuse("稿件涉及不公开的办件内容", "It names what a case that is not public holds")


def told(answers: Any) -> Iterator[str]:
    """Every word of what was answered, however it is folded."""
    if isinstance(answers, str) and len(answers.strip()) >= SHORTEST:
        yield answers.strip()
    elif isinstance(answers, Mapping):
        for value in answers.values():
            yield from told(value)
    elif isinstance(answers, list):
        for value in answers:
            yield from told(value)


def moved(story: Story, goal: StoryState, by: int | None, now: Moment, note: str = "") -> Story:
    """To another state, as a row and as a leaf."""
    story.state, story.note = goal, note
    if goal in (S.WITHDRAWN, S.DOWN):
        story.down_on = now.day
    story.save()
    record(f"story.{goal}", story.ref, {"sha256": story.sha256, "note": note, "by": by}, now.at)
    return story


def locked(story: Story) -> Story:
    return (
        Story.objects.select_for_update(of=("self",))
        .select_related("case__honour", "person")
        .get(pk=story.pk)
    )


@transaction.atomic
def consent(story: Story, sha: str, actor: Actor, now: Moment) -> Story:
    """By the person alone, to the very words that were shown."""
    by, held = account(actor), locked(story)
    own(held, actor)
    if held.state != S.DRAFT:
        raise refuse("该稿件不在待同意状态", "The story does not wait for your consent")
    if sha != held.sha256:
        raise refuse("稿件内容与所示不同，请重新阅读", "These are not the words you were shown: read again")
    held.consented_on = now.day
    return moved(held, S.CONSENTED, by, now)


@transaction.atomic
def withdraw(story: Story, actor: Actor, now: Moment) -> Story:
    """At any time, without a reason: from that moment the public does not find it."""
    by, held = account(actor), locked(story)
    own(held, actor)
    if held.state not in (S.DRAFT, S.CONSENTED, S.PUBLISHED):
        raise refuse("该稿件已撤下", "The story is down already")
    return moved(held, S.WITHDRAWN, by, now)


def own(story: Story, actor: Actor) -> None:
    if actor.person is None or actor.person != story.person_id:
        raise refuse("只能由本人办理", "Only the person themselves")


@transaction.atomic
def publish(story: Story, actor: Actor, now: Moment) -> Story:
    """By another person than who drafted it, looked through once more."""
    by, held = must(actor, "story.publish"), locked(story)
    if held.state != S.CONSENTED:
        raise refuse("本人尚未同意，不能发布", "The person has not consented: it is not published")
    if actor.person is None or actor.person == held.drafted_by.person_id:
        raise refuse("起草与发布须由不同人员办理", "Another person must publish it than who drafted it")
    stands(held.case.honour)
    unconfined(held.person, words_of(held))
    held.published_by_id, held.published_on = by, now.day
    return moved(held, S.PUBLISHED, by, now)


@transaction.atomic
def take_down(story: Story, note: str, actor: Actor, now: Moment) -> Story:
    by, held = must(actor, "story.take_down"), locked(story)
    if held.state in (S.WITHDRAWN, S.DOWN):
        raise refuse("该稿件已撤下", "The story is down already")
    if not note.strip():
        raise refuse("请填写撤下说明", "Say why it is taken down")
    return moved(held, S.DOWN, by, now, note.strip()[:300])


def title_fell(honour: Honour, now: Moment) -> None:
    """A revoked title takes its stories down, with a note of the decision."""
    up = Story.objects.filter(case=honour.case, state__in=(S.DRAFT, S.CONSENTED, S.PUBLISHED))
    for story in up.select_for_update(of=("self",)):
        moved(story, S.DOWN, None, now, f"称号已撤销（{honour.revoked_by}）")
