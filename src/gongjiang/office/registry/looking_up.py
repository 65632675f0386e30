"""Looking a certificate up in an outside register: a port, and the adapter over files that were sent.

What is not found is never refused: the registers lag behind, and a person checks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from gongjiang.law.occupations import occupation_name
from gongjiang.office.registry.models import OutsideCertificate, SkillCertificate

State = SkillCertificate.State


@dataclass(frozen=True)
class Answer:
    """What the register says of one number, and where it was asked."""

    level: str
    occupation: str
    issued_on: date | None
    revoked: bool
    source: str


class CertificateRegister(Protocol):
    """Ask for many numbers at once; a number the register does not know is left out."""

    def look_up(self, numbers: Sequence[str]) -> Mapping[str, Answer]: ...


class DeliveredFiles:
    """The register as its owner last sent it in files."""

    def look_up(self, numbers: Sequence[str]) -> Mapping[str, Answer]:
        rows = OutsideCertificate.objects.filter(number__in=numbers).select_related("delivery")
        return {
            row.number: Answer(row.level, row.occupation, row.issued_on, row.revoked, row.delivery.source)
            for row in rows
        }


def look_up(
    certificates: Sequence[SkillCertificate], on: date, register: CertificateRegister | None = None
) -> None:
    """Set what was found on each certificate; saving is the caller's."""
    answers = (register or DeliveredFiles()).look_up([held.number for held in certificates])
    for held in certificates:
        answer = answers.get(held.number)
        held.state = judged(held, answer)
        held.looked_up_on, held.looked_up_in = on, answer.source if answer else ""


def judged(held: SkillCertificate, answer: Answer | None) -> str:
    if answer is None:
        return State.NOT_FOUND
    if answer.revoked:
        return State.REVOKED
    same_occupation = not answer.occupation or occupation_name(answer.occupation) == occupation_name(
        held.occupation
    )
    same_day = answer.issued_on is None or answer.issued_on == held.issued_on
    return State.VERIFIED if answer.level == held.level and same_occupation and same_day else State.DIFFERS
