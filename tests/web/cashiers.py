"""The people of a small treasury at their browsers, each an account of their own person."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gongjiang.law.capital import capital
from gongjiang.law.terms import Role
from gongjiang.office.ledger.models import Batch, PendingAct
from gongjiang.office.registry.models import Posting, User
from tests.treasury import LINE, TODAY, Treasury

WHO = {
    "经办甲": Role.FINANCE_MAKER,
    "复核乙": Role.FINANCE_CHECKER,
    "审批丙": Role.FINANCE_APPROVER,
    "审计丁": Role.AUDITOR,
    "经办戊": Role.OFFICER,
    "推荐己": Role.NOMINATOR,
    "监督辛": Role.SUPERVISOR,
    "审管庚": Role.AUDIT_ADMIN,
}
ON_LINE = f"{LINE.fund.value}|{LINE.year}|{LINE.line}"


class Cashiers:
    """Clients by name; every act is a request."""

    def __init__(self, treasury: Treasury, language: str = "zh-hans") -> None:
        self.treasury, self.language = treasury, language
        self.clients: dict[str, Client] = {}

    def account(self, name: str, *roles: Role) -> User:
        """An account of this person, made once, with these roles."""
        user, made = User.objects.get_or_create(
            username=name, defaults={"person": self.treasury.person(name), "first_name": name}
        )
        if made:
            for role in roles or (WHO[name],):
                Posting.objects.create(user=user, role=role, since=TODAY.replace(year=2020))
        return user

    def at(self, name: str) -> Client:
        if name not in self.clients:
            self.clients[name] = Client(headers={"accept-language": self.language})
            self.clients[name].force_login(self.account(name))
        return self.clients[name]

    def get(self, name: str, page: str, *args: object, **query: object) -> Any:
        return self.at(name).get(reverse(f"finance:{page}", args=args), query)

    def post(self, name: str, page: str, *args: object, **data: object) -> Any:
        return self.at(name).post(reverse(f"finance:{page}", args=args), data)

    def act(self, name: str, batch: Batch, act: str, **data: object) -> Batch:
        answer = self.post(name, "act", batch.pk, act, **data)
        assert answer.status_code == 302, (act, answer.status_code)
        batch.refresh_from_db()
        return batch

    def confirm(self, name: str = "复核乙") -> PendingAct:
        """The newest that waits, confirmed."""
        held = PendingAct.objects.filter(state="waiting").latest("pk")
        self.post(name, "pending_one", held.ref, act="confirm")
        held.refresh_from_db()
        return held

    def approved(self) -> Batch:
        """Opened, filled with all that is owed, locked, fixed, and signed twice."""
        self.post("经办甲", "batches", line=ON_LINE)
        batch = Batch.objects.latest("pk")
        self.act("经办甲", batch, "gather", which="all")
        self.act("经办甲", batch, "lock")
        self.act("经办甲", batch, "freeze", format="csv")
        self.act("复核乙", batch, "check", sha256=batch.sha256)
        return self.act("审批丙", batch, "approve", sha256=batch.sha256, capital=capital(batch.total))

    def sent(self) -> Batch:
        batch = self.approved()
        self.post("经办甲", "file", batch.pk)
        batch.refresh_from_db()
        return batch

    def replied(self, batch: Batch, text: str) -> Batch:
        """The bank's answer: uploaded by one, confirmed by another."""
        self.act("经办甲", batch, "reply", file=SimpleUploadedFile("reply.csv", text.encode()))
        self.confirm()
        batch.refresh_from_db()
        return batch


def answered(batch: Batch, returned: tuple[int, ...] = ()) -> str:
    """A reply that pays every row but those."""
    return "\n".join(
        f"{row.reference},{row.tail},{row.amount / 100:.2f},"
        + ("R1,账号不存在" if row.seq in returned else "00,成功")
        for row in batch.rows.exclude(state="dropped")
    )
