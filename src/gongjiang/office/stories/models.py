"""宣传稿件: what is told of a titled person; they have seen these very words, and may take them back."""

from datetime import date

from django.db import models
from django.db.models import F, Q, QuerySet

from gongjiang.law.stories import Medium, StoryState
from gongjiang.office.cases.models import Case
from gongjiang.office.registry.models import Person, User
from gongjiang.office.registry.models.reference import new_reference


class Story(models.Model):
    """The person has consented to the words whose hash stands here; other words are another story."""

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    case = models.ForeignKey(Case, models.PROTECT, related_name="stories", verbose_name="获评办件")
    person = models.ForeignKey(Person, models.PROTECT, related_name="stories", verbose_name="人物")
    title = models.CharField("标题", max_length=120)
    title_en = models.CharField("英文标题", max_length=160, blank=True)
    text = models.TextField("正文")
    text_en = models.TextField("英文正文", blank=True)
    medium = models.CharField("媒体", max_length=6, choices=Medium.choices())
    link = models.URLField("链接", max_length=300, blank=True)
    captions = models.TextField("字幕文本", blank=True)
    embargo = models.DateField("不早于", null=True, blank=True)
    state = models.CharField("状态", max_length=10, choices=StoryState.choices(), default=StoryState.DRAFT)
    sha256 = models.CharField("内容摘要", max_length=64)
    drafted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="起草人")
    drafted_on = models.DateField("起草日期")
    consented_on = models.DateField("同意日期", null=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="发布人")
    published_on = models.DateField("发布日期", null=True)
    down_on = models.DateField("撤下日期", null=True)
    note = models.CharField("撤下说明", max_length=300, blank=True)

    class Meta:
        ordering = ["-published_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=StoryState.PUBLISHED) | Q(consented_on__isnull=False),
                name="nothing_is_published_without_consent",
            ),
            models.CheckConstraint(
                condition=~Q(drafted_by=F("published_by")), name="another_hand_publishes_a_story"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def leads_to(self) -> str:
        """Where a reader may be led: an address of the web, whatever stands in the column."""
        return self.link if self.link.startswith("https://") else ""


def public_on(day: date) -> "QuerySet[Story]":
    """What the public may read that day: published, past its embargo, of a title that stands."""
    told = Story.objects.filter(state=StoryState.PUBLISHED, case__honour__revoked_on=None)
    return told.filter(Q(embargo=None) | Q(embargo__lte=day), case__honour__isnull=False)
