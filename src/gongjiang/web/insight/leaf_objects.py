"""What a leaf is about, by the name people know it under; one query for each sort of thing on the page."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from gongjiang.law.words import Words
from gongjiang.office.cases.models import Case, Round
from gongjiang.office.journal.models import Leaf
from gongjiang.office.ledger.models import Payable, PendingAct
from gongjiang.office.ledger.models.pending import Asked
from gongjiang.office.notice.models import Notice


class About(NamedTuple):
    """A thing in words; the scheme of a case, which names its steps."""

    said: Words
    scheme: str = ""


def cases(refs: set[str]) -> Mapping[str, About]:
    rows = Case.objects.filter(ref__in=refs).values_list("ref", "number", "scheme")
    return {ref: About(Words(f"办件 {number}", f"case {number}"), scheme) for ref, number, scheme in rows}


def titled(model: Any) -> Callable[[set[str]], Mapping[str, About]]:
    def found(refs: set[str]) -> Mapping[str, About]:
        rows = model.objects.filter(ref__in=refs).values_list("ref", "title", "title_en")
        return {ref: About(Words(zh, en or zh)) for ref, zh, en in rows}

    return found


def payables(refs: set[str]) -> Mapping[str, About]:
    rows = Payable.objects.filter(ref__in=refs).values_list("ref", "case__number")
    return {ref: About(Words(f"应付款 · 办件 {number}", f"payable · case {number}")) for ref, number in rows}


def pending(refs: set[str]) -> Mapping[str, About]:
    rows = PendingAct.objects.filter(ref__in=refs).values_list("ref", "kind")
    return {ref: About(Asked(kind).said) for ref, kind in rows}


OF: Mapping[Callable[[set[str]], Mapping[str, About]], tuple[str, ...]] = {
    cases: ("case", "veto", "evidence", "log", "class"),
    titled(Round): ("round", "quota", "zero", "draw", "ranking"),
    titled(Notice): ("notice",),
    payables: ("payable",),
    pending: ("pending",),
}
"""What the references of a family lead to. Persons are not named here: their leaves show a reference."""


def abouts(leaves: Iterable[Leaf]) -> dict[str, About]:
    """Each reference that has a name, whatever the leaf is: in as many queries as there are sorts."""
    held = list(leaves)
    found: dict[str, About] = {}
    for read, families in OF.items():
        found |= read({leaf.ref for leaf in held if leaf.kind.split(".")[0] in families})
    return found
