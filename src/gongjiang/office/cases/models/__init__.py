"""Rounds, cases, events and evidence, one file each."""

from gongjiang.office.cases.models.case import Case, Determination, Event, Nomination
from gongjiang.office.cases.models.correction import Correction, CorrectionItem
from gongjiang.office.cases.models.counter import Counter
from gongjiang.office.cases.models.evidence import Evidence
from gongjiang.office.cases.models.gathered import Grade, IssuedLetter, LogRow, Referral
from gongjiang.office.cases.models.hold import Hold
from gongjiang.office.cases.models.plan import PlanTerm, SignedRuling
from gongjiang.office.cases.models.roster import Roster, RosterAct, RosterDoubt, RosterFault, RosterState
from gongjiang.office.cases.models.round import Quota, Round
from gongjiang.office.cases.models.suspension import Suspension
from gongjiang.office.cases.models.trainee import Trainee
from gongjiang.office.cases.models.veto import Veto

__all__ = [
    "Referral",
    "LogRow",
    "IssuedLetter",
    "Grade",
    "Case",
    "Correction",
    "CorrectionItem",
    "Counter",
    "Determination",
    "Event",
    "Evidence",
    "Hold",
    "Nomination",
    "PlanTerm",
    "Quota",
    "Roster",
    "RosterAct",
    "RosterDoubt",
    "RosterFault",
    "RosterState",
    "Round",
    "SignedRuling",
    "Suspension",
    "Trainee",
    "Veto",
]
