"""The registers, one file each."""

from gongjiang.office.registry.models.bodies import NominatingBody
from gongjiang.office.registry.models.calendar import CalendarDay, CalendarYear
from gongjiang.office.registry.models.contests import Contest, Result
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
from gongjiang.office.registry.models.skills import OccupationGroup, SkillCertificate
from gongjiang.office.registry.models.users import Posting, User

__all__ = [
    "CalendarDay",
    "CalendarYear",
    "Contest",
    "Delivery",
    "Employment",
    "Expert",
    "HeldHonour",
    "HonourName",
    "InsuranceRecord",
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
    "Result",
    "ShortageOccupation",
    "SkillCertificate",
    "User",
]
