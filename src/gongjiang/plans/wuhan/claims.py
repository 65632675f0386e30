"""What a claim for a skill subsidy is told about: the certificate, other ones held, earlier claims."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from gongjiang.law.certificate_number import agrees, certificate_spelling
from gongjiang.law.claim_terms import Claimant, ClaimKind, Obtained
from gongjiang.law.occupations import occupation_name
from gongjiang.law.record import Record, known
from gongjiang.law.terms import SkillLevel
from gongjiang.law.words import Words

REFUSED = frozenset(
    [
        "rejected",
        "refused",
        "ineligible",
        "withdrawn",
        "cancelled",
        "canceled",
        "ended",
        "void",
        "voided",
        "stopped",
        "recovered",
    ]
)
"""States in which an earlier claim no longer stands."""
SUBSIDY = "技能提升"
INSURANCE = ("ui", "unemployment_insurance", "unemployment insurance")


class PriorClaim(Record):
    """An earlier claim of the same person, under this plan or from another fund."""

    child = True
    noun = Words("以往申领", "an earlier claim")
    certificate_number = known(str, "证书编号", "certificate", "claims", spelt=certificate_spelling)
    occupation = known(str, "职业（工种）", "occupation", "claims")
    level = known(SkillLevel, "等级", "level", "claims")
    year = known(int, "年度", "year", "claims")
    kind = known(ClaimKind, "类别", "kind", "claims", absent=ClaimKind.SKILL)
    claimant = known(Claimant, "申领主体", "claimant", "claims")
    stands = known(bool, "有效", "stands", "claims", absent=True)


class CertificateHeld(Record):
    """A certificate of the same person, other than the one claimed on."""

    child = True
    noun = Words("所持证书", "a certificate held")
    number = known(str, "证书编号", "certificate", "certificates", spelt=certificate_spelling)
    occupation = known(str, "职业（工种）", "occupation", "certificates")
    level = known(SkillLevel, "等级", "level", "certificates")


def certificate_read(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    """The certificate of a facts file as facts of the claim. A way of obtaining it that is not named is the
    ordinary one.
    """
    number, printed = raw.get("number") or raw.get("certificate_number"), raw.get("occupation")
    told = {name: raw[name] for name in ("level", "issued_on", "verified") if name in raw}
    if number is not None:
        told |= {"certificate_number": number}
    if isinstance(number, str):
        told |= {"number_agrees": _agrees(number, raw)}
    if printed is not None:
        told["occupation"] = occupation_name(printed) if isinstance(printed, str) else printed
    way = raw.get("obtained_by") or Obtained.ASSESSMENT.value
    other = isinstance(way, str) and way not in set(Obtained)
    return told | {"obtained_by": Obtained.OTHER.value if other else way}


def _agrees(number: str, raw: Mapping[str, Any]) -> bool | None:
    try:
        issued = date.fromisoformat(str(raw.get("issued_on")))
    except ValueError:
        issued = None
    level = raw.get("level")
    return agrees(number, level if isinstance(level, str) and level in set(SkillLevel) else None, issued)


def prior_claim_read(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    """An earlier claim as printed: a kind that is no skill subsidy is another fund's."""
    told = dict(raw)
    kind = raw.get("kind") or ""
    told["kind"] = kind_of(kind.strip().lower()) if isinstance(kind, str) else kind
    told["stands"] = str(raw.get("state") or "").lower() not in REFUSED
    if isinstance(raw.get("occupation"), str):
        told["occupation"] = occupation_name(raw["occupation"])
    return told


def kind_of(printed: str) -> ClaimKind:
    """A skill subsidy under whatever name, of the insurance fund or not; anything else is another fund's."""
    if printed in INSURANCE or (SUBSIDY in printed and "失业" in printed):
        return ClaimKind.UI
    if printed == ClaimKind.PLAN:
        return ClaimKind.PLAN
    named = not printed or printed.startswith("skill") or SUBSIDY in printed
    return ClaimKind.SKILL if named else ClaimKind.OTHER


def certificate_held_read(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    told = dict(raw)
    if isinstance(raw.get("occupation"), str):
        told["occupation"] = occupation_name(raw["occupation"])
    return told
