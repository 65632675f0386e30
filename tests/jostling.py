"""Acts on the ledger by somebody who does not look who else is at the counter."""

from django.db import transaction

from gongjiang.office.cases.models import Case
from gongjiang.office.ledger.models import Batch, Payable, PayableState, RowState, SuspenseItem
from gongjiang.office.ledger.owing import owe, stop
from gongjiang.office.ledger.replies import settle_reply
from gongjiang.office.ledger.reply_file import read_reply
from gongjiang.office.ledger.reserves import reserve, void_reserve
from gongjiang.office.ledger.returns import reopen
from gongjiang.office.ledger.suspense import Outcome, resolve
from tests.treasury import CLAUSE, LINE, REWARD, Treasury


class Desk:
    def __init__(self, chance):
        self.chance, self.treasury = chance, Treasury()
        self.hands = self.treasury.hands()

    def case(self):
        return self.chance.choice(list(Case.objects.select_related("person").order_by("pk")))

    def payable(self, state):
        found = list(Payable.objects.filter(state=state))
        return self.chance.choice(found) if found else None

    def reserve(self):
        return reserve(self.case(), LINE, REWARD, CLAUSE, self.hands)

    def void(self):
        return void_reserve(self.case(), CLAUSE, "撤下", self.hands)

    def owe(self):
        return owe(self.treasury.claim(self.case()), self.hands)

    def stop(self):
        found = self.payable(PayableState.OWED)
        return found and stop(found, "停付", self.hands)

    @transaction.atomic
    def send(self):
        owed = list(Payable.objects.filter(state=PayableState.OWED))
        return owed and self.treasury.sent(owed)

    def answer(self):
        """A reply to every row still out: some paid, some returned, some odd."""
        batch = Batch.objects.filter(state="exported").order_by("?").first()
        rows = list(batch.rows.filter(state=RowState.SENT)) if batch else []
        codes = self.chance.choices(["00", "R01", "R02", "77"], k=len(rows))
        said = zip(rows, codes, strict=True)
        lines = [f"{row.reference},{row.tail},{row.amount // 100},{code}," for row, code in said]
        return lines and settle_reply(batch, read_reply("\n".join(lines).encode()), self.hands)

    def resolve(self):
        item = SuspenseItem.objects.filter(outcome="").first()
        return item and resolve(
            item, self.chance.choice([Outcome.PAID, Outcome.RETURNED]), "核实", self.hands
        )

    def reopen(self):
        found = self.payable(PayableState.RETURNED)
        return found and reopen(found, found.account, "核实", self.hands)


ACTS = {
    "reserve": Desk.reserve,
    "void": Desk.void,
    "owe": Desk.owe,
    "stop": Desk.stop,
    "send": Desk.send,
    "answer": Desk.answer,
    "resolve": Desk.resolve,
    "reopen": Desk.reopen,
}
