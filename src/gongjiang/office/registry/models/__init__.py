"""The registers, one file each."""

from gongjiang.office.registry.models.awards import Award
from gongjiang.office.registry.models.bodies import NominatingBody
from gongjiang.office.registry.models.calendar import CalendarDay, CalendarYear
from gongjiang.office.registry.models.console_acts import ConsoleAct, Staffing
from gongjiang.office.registry.models.contests import Competitor, Contest, Edition, Entry, Trade
from gongjiang.office.registry.models.disclosures import Disclosure, Emergency
from gongjiang.office.registry.models.experts import Expert
from gongjiang.office.registry.models.honours import HeldHonour, HonourName
from gongjiang.office.registry.models.organisations import Organisation, OrganisationName
from gongjiang.office.registry.models.outside import (
    Delivery,
    InsuranceRecord,
    OutsideCertificate,
    OutsidePayment,
    ShortageOccupation,
)
from gongjiang.office.registry.models.people import Employment, Mentorship, PayeeAccount, Person
from gongjiang.office.registry.models.proposals import Proposal, Proposed
from gongjiang.office.registry.models.results import JudgedMark, Result, ResultRuling
from gongjiang.office.registry.models.retention import Retirement
from gongjiang.office.registry.models.skills import OccupationGroup, SkillCertificate
from gongjiang.office.registry.models.tokens import Token, TokenAct
from gongjiang.office.registry.models.users import Posting, User

__all__ = [
    "Award",
    "CalendarDay",
    "CalendarYear",
    "Competitor",
    "ConsoleAct",
    "Contest",
    "Delivery",
    "Disclosure",
    "Edition",
    "Emergency",
    "Employment",
    "Entry",
    "Expert",
    "HeldHonour",
    "HonourName",
    "InsuranceRecord",
    "JudgedMark",
    "Mentorship",
    "NominatingBody",
    "OccupationGroup",
    "Organisation",
    "OrganisationName",
    "OutsideCertificate",
    "OutsidePayment",
    "PayeeAccount",
    "Person",
    "Posting",
    "Proposal",
    "Proposed",
    "Result",
    "ResultRuling",
    "Retirement",
    "ShortageOccupation",
    "SkillCertificate",
    "Staffing",
    "Token",
    "TokenAct",
    "Trade",
    "User",
]
