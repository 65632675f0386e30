"""Stories: drafted, agreed to word by word, published by another, down when consent or the title falls."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from gongjiang.law.standing import Actor
from gongjiang.law.stories import personal
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import stories
from gongjiang.office.clerk.stories import Words
from gongjiang.office.honours.models import Honour
from gongjiang.office.stories.models import Story, public_on
from gongjiang.plans import plans
from gongjiang.web.demo.walking import Walk
from tests.clerk.by_two import revoke
from tests.clerk.standing import refused
from tests.town import Town

pytestmark = pytest.mark.both


@pytest.fixture
def walk(town: Town) -> Walk:
    return town.walked("conferred", many=2, places=2)


def honour() -> Honour:
    return Honour.objects.select_related("case", "person").order_by("pk")[0]


def words(**more: object) -> Words:
    told = {"title": "车间里的三十年", "title_en": "Thirty years", "text": "他带出了徒弟。", "text_en": ""}
    told["medium"] = "web"
    return Words(**(told | more))  # type: ignore[arg-type]


def drafted(walk: Walk, **more: object) -> Story:
    return stories.draft(honour(), words(**more), walk.who("officer"), walk.now)


def person_of(walk: Walk, story: Story) -> Actor:
    user = walk.cast.users.get("told") or walk.cast.account("told", "本人", story.person)
    return Actor(user.pk, story.person_id)


def published(walk: Walk, **more: object) -> Story:
    story = drafted(walk, **more)
    stories.consent(story, story.sha256, person_of(walk, story), walk.now)
    return stories.publish(story, walk.who("reviewer"), walk.now)


def test_a_story_is_drafted_agreed_to_and_published(walk: Walk) -> None:
    story = published(walk)

    assert list(public_on(walk.day)) == [story]
    assert (story.state, story.consented_on, story.published_on) == ("published", walk.day, walk.day)


def test_nothing_is_published_without_consent_or_by_who_drafted_it(walk: Walk) -> None:
    story = drafted(walk)
    with refused("本人尚未同意，不能发布"):
        stories.publish(story, walk.who("reviewer"), walk.now)
    stories.consent(story, story.sha256, person_of(walk, story), walk.now)
    reviewer, drafter = walk.who("reviewer"), walk.cast.users["officer"]
    with refused("起草与发布须由不同人员办理"):
        stories.publish(story, Actor(reviewer.user, drafter.person_id, reviewer.posts), walk.now)
    with refused("仅市局复核可以办理"):
        stories.publish(story, walk.who("officer2"), walk.now)
    with pytest.raises(IntegrityError), transaction.atomic():
        Story.objects.filter(pk=story.pk).update(state="published", consented_on=None)


def test_consent_is_the_persons_own_and_to_the_very_words_shown(walk: Walk) -> None:
    story = drafted(walk)
    own = person_of(walk, story)

    with refused("只能由本人办理"):
        stories.consent(story, story.sha256, walk.who("officer"), walk.now)
    with refused("稿件内容与所示不同"):
        stories.consent(story, "0" * 64, own, walk.now)
    with pytest.raises(DatabaseError), transaction.atomic():
        Story.objects.filter(pk=story.pk).update(text="别的话")


def test_consent_is_withdrawn_at_any_time_and_the_public_no_longer_finds_it(walk: Walk) -> None:
    story = published(walk)
    with refused("只能由本人办理"):
        stories.withdraw(story, walk.who("officer"), walk.now)

    stories.withdraw(story, person_of(walk, story), walk.now)

    assert not public_on(walk.day).exists()
    with refused("该稿件已撤下"):
        stories.withdraw(story, person_of(walk, story), walk.now)
    with pytest.raises(DatabaseError), transaction.atomic():
        Story.objects.filter(pk=story.pk).update(state="published")


def test_a_revoked_title_takes_its_stories_down_with_a_note(walk: Walk) -> None:
    story, other = published(walk), drafted(walk, title="又一篇")

    revoke(honour(), walk.cast, walk.now)

    held = Story.objects.get(pk=story.pk)
    assert (held.state, held.note, held.down_on) == ("down", "称号已撤销（示例撤〔2026〕1号）", walk.day)
    assert Story.objects.get(pk=other.pk).state == "down"
    with refused("该称号已撤销"):
        drafted(walk)


def test_an_embargoed_story_is_not_public_before_its_day(walk: Walk) -> None:
    until = walk.day + timedelta(days=10)

    published(walk, embargo=until)

    assert [public_on(day).count() for day in (walk.day, until - timedelta(days=1), until)] == [0, 0, 1]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"title": " "}, "请填写标题和正文"),
        ({"medium": "radio"}, "请选择媒体类型"),
        ({"link": "http://example.invalid"}, "链接应以 https:// 开头"),
        ({"medium": "video", "link": "https://example.invalid/v"}, "视频应有链接和字幕文本"),
        ({"text": "身份证号420199197001010017。"}, "稿件含有证件号、手机号或账号"),
        ({"captions": "电话13800000000"}, "稿件含有证件号、手机号或账号"),
    ],
)
def test_a_story_that_may_not_be_told_so_is_refused(walk: Walk, more: dict[str, object], said: str) -> None:
    with refused(said):
        drafted(walk, **more)


def test_what_a_confined_case_holds_is_never_named(walk: Walk) -> None:
    scheme = next(s for s in plans()[0].schemes if s.confined)
    held = honour()
    Case.objects.create(
        number="2026-900001", scheme=scheme.slug, person=held.person, opened_on=date(2026, 3, 2),
        answers={"name": "未公开工法甲", "parts": [{"owner": "某某研究院"}]},
    )  # fmt: skip

    for text in (
        "他发明了未公开工法甲。",
        "与某某研究院合作。",
        "见2026-900001。",
        f"正在办理{scheme.said.zh}。",
    ):
        with refused("稿件涉及不公开的办件内容"):
            drafted(walk, text=text)


def test_taking_down_needs_a_reason_and_a_post(walk: Walk) -> None:
    story = published(walk)

    with refused("请填写撤下说明"):
        stories.take_down(story, " ", walk.who("officer"), walk.now)
    with refused("仅市局经办、市局复核可以办理"):
        stories.take_down(story, "更正", walk.who("leader"), walk.now)
    assert stories.take_down(story, "更正", walk.who("officer"), walk.now).note == "更正"


def test_numbers_of_people_are_found_and_years_are_not() -> None:
    assert personal("2026 年获奖 120 件，节约 3000000 元") == ""
    assert personal("账号6214859900000002") == "6214859900000002"
