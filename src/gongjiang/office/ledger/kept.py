"""What is closed, carried, recovered, matched and sampled, against the transfers and against itself."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Count, F, Q, Sum

from gongjiang.office.ledger.closing import closed_balances, digest, moves_of
from gongjiang.office.ledger.difference import Difference
from gongjiang.office.ledger.folding import SIDES
from gongjiang.office.ledger.lines import Line, charts
from gongjiang.office.ledger.models import (
    Balance,
    Decision,
    Instalment,
    Kind,
    MatchEvidence,
    MonthClose,
    Recovery,
    Repayment,
    Sample,
    Transfer,
    WriteOff,
)
from gongjiang.office.ledger.models.budget import Grounds
from gongjiang.office.ledger.sampling import replayed

Owed = Counter[tuple[str, int, str]]
OF_PAYABLE = ("payable__fund", "payable__year", "payable__line")


def faults() -> list[Difference]:
    """All that does not hold; empty when every fen and every promise is where it should be."""
    return [*closed_months(), *astray(), *owed_back(), *plans(), *matches(), *samples()]


def closed_months() -> Iterator[Difference]:
    """Every balance of every closed month folded again from the transfers dated up to its end."""
    closes = list(MonthClose.objects.prefetch_related("balances__account"))
    accounts = charts({Line(close.fund, close.year, close.line) for close in closes})
    for close in closes:
        line, kept = Line(close.fund, close.year, close.line), list(close.balances.all())
        true = {one.account.code: one for one in closed_balances(close, accounts[line])}
        for one in kept:
            for side in SIDES:
                if (had := getattr(one, side)) != (has := getattr(true[one.account.code], side)):
                    yield Difference(f"{one.account.code} {close.month:%Y-%m}", side, had, has)
        if (
            digest(kept) != close.sha256
            or moves_of(line).filter(on__lte=close.until).count() != close.transfers
        ):
            yield Difference(str(close), "close", close.transfers, 0)


def astray() -> Iterator[Difference]:
    """Money that left its line in another way than by a carry-over with its paper."""
    crossing = Transfer.objects.exclude(
        debit__fund=F("credit__fund"), debit__year=F("credit__year"), debit__line=F("credit__line")
    )
    for transfer in crossing.exclude(appropriation__grounds=Grounds.CARRIED):
        yield Difference(transfer.key, "carry", transfer.amount, 0)


def owed_back() -> Iterator[Difference]:
    """What the receivable and written-off accounts hold against the recoveries and what came of them."""
    told: dict[str, Owed] = {Kind.RECEIVABLE: Counter(), Kind.WRITTEN_OFF: Counter()}
    for *of, amount in Recovery.objects.order_by().values_list(*OF_PAYABLE).annotate(Sum("amount")):
        told[Kind.RECEIVABLE][*of] += amount
    for model, other in ((Repayment, None), (WriteOff, Kind.WRITTEN_OFF)):
        of_line = [f"recovery__{name}" for name in OF_PAYABLE]
        for *of, amount in model.objects.order_by().values_list(*of_line).annotate(Sum("transfer__amount")):
            told[Kind.RECEIVABLE][*of] -= amount
            if other:
                told[other][*of] += amount
    for balance in Balance.objects.select_related("account").filter(account__kind__in=told):
        account = balance.account
        has = told[account.kind][account.fund, account.year, account.line]
        if has != balance.held:
            yield Difference(account.code, "recoveries", balance.held, has)


def plans() -> Iterator[Difference]:
    """Every plan of instalments, earlier ones too, makes up its debt."""
    sums = Instalment.objects.order_by().values_list(
        "recovery__document", "recovery__amount", "recovery", "plan"
    )
    for document, debt, _, _, told in sums.annotate(Sum("amount")):
        if told != debt:
            yield Difference(document, "plan", told, debt)


def matches() -> Iterator[Difference]:
    """Verified evidence is of two people, of a day after the decision, and of one payment each."""
    verified = MatchEvidence.objects.filter(state=Decision.CONFIRMED)
    wrong = Q(maker=F("checker")) | Q(checker__isnull=True) | Q(paid_on__lt=F("due__decided_on"))
    for one in verified.filter(wrong):
        yield Difference(one.ref, "match", one.amount, 0)
    live = MatchEvidence.objects.exclude(state=Decision.DECLINED).order_by()
    for names in (("payer", "serial"), ("sha256",)):
        for *key, times in live.values_list(*names).annotate(n=Count("pk")).filter(n__gt=1):
            yield Difference(" ".join(key), "served", times, 1)


def samples() -> Iterator[Difference]:
    """Every sample is what its seed and its population give."""
    for sample in Sample.objects.filter(drawn__isnull=False).select_related("drawn"):
        if not replayed(sample):
            yield Difference(sample.ref, "sample", sample.count, 0)
