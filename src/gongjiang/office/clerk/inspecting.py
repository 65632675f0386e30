"""随机抽查: who may fix the population, who draws from it, and who says what was found."""

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.paying import hand, told
from gongjiang.office.ledger import sampling
from gongjiang.office.ledger.models import Sample, SampleDraw, SampleFinding, SampleItem, Verdict
from gongjiang.office.ledger.sampling import Scope


@told
def freeze_population(scope: Scope, count: int, source: str, actor: Actor, now: Moment) -> Sample:
    must(actor, "sample.freeze")
    return sampling.freeze_population(scope, count, source, hand(actor, now))


@told
def draw_sample(sample: Sample, seed: str, actor: Actor, now: Moment) -> SampleDraw:
    must(actor, "sample.draw")
    return sampling.draw_sample(sample, seed, hand(actor, now))


@told
def find(item: SampleItem, verdict: Verdict, note: str, actor: Actor, now: Moment) -> SampleFinding:
    must(actor, "sample.find")
    return sampling.find(item, verdict, note, hand(actor, now))
