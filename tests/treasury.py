"""A small treasury to test with: people, an open line with a budget, cases, and a batch on its way."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from gongjiang.law.money import yuan
from gongjiang.law.terms import Fund
from gongjiang.office.cases.models import Case
from gongjiang.office.ledger.batches import gather, lock_batch, open_batch
from gongjiang.office.ledger.budget import allow, appropriate
from gongjiang.office.ledger.freezing import approve, check, export, freeze
from gongjiang.office.ledger.hands import Hand, Hands
from gongjiang.office.ledger.lines import Line
from gongjiang.office.ledger.models import Batch, Payable
from gongjiang.office.ledger.owing import Claim, line_of, owe_many
from gongjiang.office.ledger.replies import settle_reply
from gongjiang.office.ledger.reply_file import read_reply
from gongjiang.office.registry.models import PayeeAccount, Person

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
CLAUSE = "2.3.1"
LINE = Line(Fund.TALENT, 2026, CLAUSE)
REWARD = yuan(300_000)
DOCUMENT = "测试〔2026〕1号"


@dataclass
class Treasury:
    """Who works there, and the acts the tests repeat."""

    people: dict[str, Person] = field(default_factory=dict)
    day: date = TODAY

    def person(self, name: str) -> Person:
        if name not in self.people:
            self.people[name] = Person.objects.get_or_create(name=name, ref=f"ref-{name}")[0]
        return self.people[name]

    def hand(self, name: str) -> Hand:
        return Hand(self.person(name), self.day, NOW)

    def hands(self, maker: str = "经办甲", checker: str = "复核乙", on: date | None = None) -> Hands:
        return Hands(self.person(maker), self.person(checker), on or self.day, NOW)

    def crowd(self, count: int, amount: int = REWARD) -> list[Claim]:
        """Claims of so many people, made in a handful of statements."""
        people = Person.objects.bulk_create(Person(name=f"王工{n}") for n in range(1, count + 1))
        cases = Case.objects.bulk_create(
            Case(number=f"B{n:06d}", scheme="craftsman-reward", person=person, opened_on=TODAY)
            for n, person in enumerate(people, 1)
        )
        accounts = [
            PayeeAccount(person=one, holder=one.name, bank="某某银行武汉分行", added_at=NOW) for one in people
        ]
        for number, account in enumerate(accounts, 1):
            account.put_number(f"6222{number:012d}")
        PayeeAccount.objects.bulk_create(accounts)
        return [self.claim(case, amount, account) for case, account in zip(cases, accounts, strict=True)]

    def paid(self, count: int = 1, amount: int = REWARD) -> list[Payable]:
        """Owed, sent, and answered by the bank."""
        payables = self.owed(count, amount)
        batch = self.sent(payables)
        told = [f"{row.reference},{row.tail},{row.amount // 100}.00,00," for row in batch.rows.all()]
        settle_reply(batch, read_reply("\n".join(told).encode()), self.hands())
        return [Payable.objects.select_related("case", "person").get(pk=held.pk) for held in payables]

    def fund(self, amount: int, document: str = DOCUMENT, line: Line = LINE) -> None:
        allow(line.fund, line.line, DOCUMENT, date(2020, 1, 1))
        appropriate(line, amount, document, self.hands())

    def case(self, name: str = "王工") -> Case:
        person = self.person(name)
        number = f"A{Case.objects.count() + 1:06d}"
        return Case.objects.create(
            ref=f"case-{number}", number=number, scheme="craftsman-reward", person=person, opened_on=TODAY
        )

    def account(self, name: str, number: str = "6222000000001234", holder: str = "") -> PayeeAccount:
        account = PayeeAccount(
            person=self.person(name), holder=holder or name, bank="某某银行武汉分行", added_at=NOW
        )
        account.put_number(number)
        account.save()
        return account

    def claim(self, case: Case, amount: int = REWARD, account: PayeeAccount | None = None) -> Claim:
        key = f"craftsman-reward|person:{case.person_id}"
        return Claim(case, LINE, amount, CLAUSE, key, DOCUMENT, account or self.account(case.person.name))

    def owed(self, count: int, amount: int = REWARD) -> list[Payable]:
        claims = [
            self.claim(self.case(f"王工{n}"), amount, self.account(f"王工{n}", f"622200000000{n:04d}"))
            for n in range(1, count + 1)
        ]
        return owe_many(claims, self.hands())

    def locked(self, payables: list[Payable]) -> Batch:
        batch = open_batch(line_of(payables[0]), self.hand("经办甲"))
        gather(batch, payables, self.hand("经办甲"))
        return lock_batch(batch, self.hand("经办甲"))

    def approved(self, payables: list[Payable], format: str = "csv") -> Batch:
        batch = freeze(self.locked(payables), format, self.hand("经办甲"))
        check(batch, batch.sha256, self.hand("复核乙"))
        return approve(batch, batch.sha256, self.hand("审批丙"))

    def sent(self, payables: list[Payable], format: str = "csv") -> Batch:
        batch = self.approved(payables, format)
        export(batch, self.hand("经办甲"))
        batch.refresh_from_db()
        return batch
