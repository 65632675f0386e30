"""随机抽查: fix whom it may fall on, then read a public value, then draw; anybody can draw it again."""

import hashlib
from dataclasses import dataclass

from gongjiang.law.draw import ordered, tickets
from gongjiang.office.journal.models import record
from gongjiang.office.ledger.hands import Hand
from gongjiang.office.ledger.models import (
    Payable,
    PayableState,
    Sample,
    SampleDraw,
    SampleFinding,
    SampleItem,
    Verdict,
)
from gongjiang.office.ledger.refusal import BrokenPromise, refuse
from gongjiang.office.ledger.turn import in_turn

CONTEXT = "sample:"


@dataclass(frozen=True)
class Scope:
    """Which payments: of a budget year, of one fund or line where they are named."""

    year: int
    fund: str = ""
    line: str = ""

    @property
    def narrowed(self) -> dict[str, object]:
        named = {"fund": self.fund, "line": self.line}
        return {"year": self.year, **{name: value for name, value in named.items() if value}}


@in_turn
def freeze_population(scope: Scope, count: int, source: str, by: Hand) -> Sample:
    """Every payment made within the scope, in the order of its reference, fixed by a hash."""
    if not source:
        refuse(
            "应先写明公开随机源，例如某日某期开奖号码",
            "name the public source first, such as a lottery's draw",
        )
    found = Payable.objects.filter(state=PayableState.PAID, **scope.narrowed).order_by("ref")
    lines = [
        f"{ref}|{amount}|{document}"
        for ref, amount, document in found.values_list("ref", "amount", "document")
    ]
    if not 0 < count <= len(lines):
        refuse(
            f"范围内共有{len(lines)}笔，抽取笔数应在其中",
            f"there are {len(lines)} payments: choose a number of them",
        )
    population = "\n".join(lines).encode()
    made = Sample.objects.create(
        fund=scope.fund, year=scope.year, line=scope.line, population=population, size=len(lines),
        sha256=hashlib.sha256(population).hexdigest(), count=count, source=source, frozen_by=by.person,
        on=by.on, at=by.at,
    )  # fmt: skip
    told = {"sha256": made.sha256, "size": made.size, "count": count, "source": source}
    record("sample.freeze", made.ref, {"by": by.person.ref, **told}, by.at)
    return made


@in_turn
def draw_sample(sample: Sample, seed: str, by: Hand) -> SampleDraw:
    """Another person enters the value of the source; the order follows from it and from the population."""
    if not seed:
        refuse("应填写随机源的公开值", "the value of the public source is needed")
    if by.person.pk == sample.frozen_by_id:
        refuse("固定总体与抽取应为不同人员", "another person draws than the one who fixed the population")
    if SampleDraw.objects.filter(sample=sample).exists():
        refuse("该抽查已抽取", "this sample is drawn already")
    chosen = chosen_by(sample, seed)
    found = Payable.objects.in_bulk(chosen, field_name="ref")
    made = SampleDraw.objects.create(sample=sample, seed=seed, by=by.person, on=by.on, at=by.at)
    items = [
        SampleItem(sample=sample, place=place, payable=found[ref]) for place, ref in enumerate(chosen, 1)
    ]
    SampleItem.objects.bulk_create(items)
    record("sample.draw", sample.ref, {"by": by.person.ref, "seed": seed, "drawn": chosen}, by.at)
    return made


@in_turn
def find(item: SampleItem, verdict: Verdict, note: str, by: Hand) -> SampleFinding:
    """What the inspection of one payment found, once."""
    if verdict is Verdict.PROBLEM and not note:
        refuse("有问题的应写明情况", "say what the problem is")
    if item.payable.person_id == by.person.pk:
        refuse("不得检查本人的款项", "nobody inspects a payment to themselves")
    if SampleFinding.objects.filter(item=item).exists():
        refuse("该笔已有检查结论", "this payment has its finding already")
    made = SampleFinding.objects.create(
        item=item, verdict=verdict, note=note, by=by.person, on=by.on, at=by.at
    )
    told = {"payable": item.payable.ref, "verdict": verdict, "note": note}
    record("sample.find", item.sample.ref, {"by": by.person.ref, **told}, by.at)
    return made


def chosen_by(sample: Sample, seed: str) -> list[str]:
    """The references drawn: lowest tickets first. The population's hash is the key, the seed the text."""
    if hashlib.sha256(bytes(sample.population)).hexdigest() != sample.sha256:
        raise BrokenPromise(f"the population of {sample.ref} is not the one that was fixed")
    refs = [line.split("|")[0] for line in bytes(sample.population).decode().splitlines()]
    return list(ordered(tickets(seed, sample.sha256, refs, CONTEXT)))[: sample.count]


def replayed(sample: Sample) -> bool:
    """Whether the draw, done again from what is kept, gives the items that are kept."""
    kept = list(sample.items.order_by("place").values_list("payable__ref", flat=True))
    return kept == chosen_by(sample, sample.drawn.seed)
