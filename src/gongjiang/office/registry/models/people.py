"""People: the identity number is encrypted, found by its blind index and shown masked."""

from collections.abc import Sequence

from django.db import models

from gongjiang.office.registry.blinding import forms, forms_of, kept
from gongjiang.office.registry.models.organisations import Organisation
from gongjiang.office.registry.models.reference import new_reference
from gongjiang.office.registry.seal import Sealed


class Person(models.Model):
    class IdKind(models.TextChoices):
        RESIDENT = "resident", "居民身份证"
        PASSPORT = "passport", "护照"
        PERMIT = "permit", "港澳台居民居住证"

    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    name = models.CharField("姓名", max_length=60)
    id_kind = models.CharField("证件类型", max_length=10, choices=IdKind, default=IdKind.RESIDENT)
    id_sealed = models.BinaryField("证件号码（加密）", null=True)
    id_index = models.CharField("证件索引", max_length=64, unique=True, null=True)
    phone_sealed = models.BinaryField("电话（加密）", null=True)
    birth = models.DateField("出生日期", null=True, blank=True)
    sex = models.CharField("性别", max_length=6, blank=True, help_text="male or female, from the number")
    employer = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="staff", verbose_name="用人单位"
    )
    occupation = models.CharField("职业（工种）", max_length=60, blank=True)
    position = models.CharField("现岗位", max_length=60, blank=True)

    id_number = Sealed("id_sealed", "person|id")
    phone = Sealed("phone_sealed", "person|phone")

    def __str__(self) -> str:
        return self.name

    def put_id_number(self, number: str, found: Sequence[str] = ()) -> None:
        """Seal a normalised number; the caller has checked it, and may have all forms of its index."""
        self.id_number, self.id_index = number, kept(found or forms(number))

    def id_indices(self) -> tuple[str, ...]:
        """All by which somebody else may keep the number."""
        return forms_of(self.id_index, lambda: self.id_number) if self.id_index else ()

    def put_phone(self, number: str) -> None:
        self.phone = number


class Employment(models.Model):
    """任职经历: where somebody worked and until when; conflicts within three years come from here."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="employments", verbose_name="人员")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="单位")
    since = models.DateField("起", null=True, blank=True)
    until = models.DateField("止", null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.person_id} {self.organisation_id}"


class Mentorship(models.Model):
    """师徒关系"""

    master = models.ForeignKey(Person, models.PROTECT, related_name="apprenticeships", verbose_name="师傅")
    apprentice = models.ForeignKey(Person, models.PROTECT, related_name="mentorships", verbose_name="徒弟")
    since = models.DateField("起", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["master", "apprentice"], name="one_mentorship_per_pair"),
            models.CheckConstraint(
                condition=~models.Q(master=models.F("apprentice")), name="nobody_is_their_own_master"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.master_id} {self.apprentice_id}"


class PayeeAccount(models.Model):
    """收款账户: of a person or of a unit; added, never edited; the newest is the one in use."""

    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="accounts", verbose_name="人员"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="accounts", verbose_name="单位"
    )
    ref = models.CharField("编号", max_length=22, unique=True, default=new_reference)
    holder = models.CharField("户名", max_length=60)
    bank = models.CharField("开户行", max_length=80)
    number_sealed = models.BinaryField("账号（加密）")
    number_index = models.CharField("账号索引", max_length=64, db_index=True)
    tail = models.CharField("账号末四位", max_length=4)
    added_at = models.DateTimeField("登记时间")

    number = Sealed("number_sealed", "payee|number")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) ^ models.Q(organisation__isnull=False),
                name="an_account_has_one_owner",
            )
        ]

    def __str__(self) -> str:
        return f"{self.bank} **** {self.tail}"

    def put_number(self, number: str, found: Sequence[str] = ()) -> None:
        self.number, self.number_index, self.tail = number, kept(found or forms(number)), number[-4:]
