"""The same rules as a model of OpenFisca-Core, as its authors would write them.

A variable for every condition. OpenFisca knows one kind of member, so every row of every table is a "record"
of its person; a condition that may stay open has a second variable that says so. Run by bench.fisca:
OpenFisca is no part of the product.
"""

from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench import fisca_people as p
from bench import fisca_rules as r

RECORD = build_entity(key="record", plural="records", label="a row of a table", is_person=True)
PERSON = build_entity(
    key="person",
    plural="people",
    label="a person",
    roles=[{"key": "row", "plural": "rows", "label": "a row"}],
)


TIERS = ("technical_expert", "skill_master", "chief_technician")
"""Rows that are this title."""


def variable(entity, kind, name, formula=None):
    body = {"value_type": kind, "entity": entity, "definition_period": DateUnit.MONTH, "label": name}
    if formula is not None:
        body["formula"] = formula
    return type(name, (Variable,), body)


INPUTS = (
    *[(RECORD, bool, n) for n in ("is_claim", "number_agrees", "verified", "assessed", "by_ui", "shortage",
                                  "stands", "skilled", "titled", "on_register", "by_city", "medal", *TIERS)],
    *[(RECORD, int, n) for n in ("level", "occupation", "issued_on", "months", "status", "certificate",
                                 "kind", "paid_year", "honour", "contest", "rank")],
    *[(PERSON, bool, n) for n in ("in_city", "in_city_open", "front_line", "front_line_open")],
    *[(PERSON, int, n) for n in ("since",)],
)  # fmt: skip
"""What is read from the register. Days are whole numbers YYYYMMDD, words are places in their vocabularies."""

RECORDS = (
    r.listed, r.issued, r.in_time, r.late_for_ui, r.status_fits_ui, r.status_doubted, r.insured,
    r.paid_certificate, r.paid_skill, r.paid_higher, r.paid_elsewhere, r.holds_higher, r.within_the_year,
    r.claim_open, r.claim_stands, r.direct_result, r.settled_result, r.preferred_result, r.high_honour,
    r.unknown_honour,
)  # fmt: skip
PEOPLE = (p.craftsman, p.tier_open, p.direct_stands, p.direct_open, p.selection_stands, p.selection_open)
FORMULAS = (
    *[(RECORD, bool, formula) for formula in RECORDS],
    *[(PERSON, bool, formula) for formula in PEOPLE],
    (RECORD, int, r.claim_amount), (PERSON, int, r.times), (PERSON, int, p.highest),
)  # fmt: skip
ANY = {"has_direct": "direct_result", "has_settled": "settled_result", "has_preferred": "preferred_result",
       "has_honour": "high_honour", "has_unknown": "unknown_honour"}  # fmt: skip


def system():
    made = TaxBenefitSystem([RECORD, PERSON])
    for entity, kind, name in INPUTS:
        made.add_variable(variable(entity, kind, name))
    for entity, kind, formula in FORMULAS:
        made.add_variable(variable(entity, kind, formula.__name__, formula))
    for name, record in ANY.items():
        made.add_variable(variable(PERSON, bool, name, p.anyone(record)))
    for name in TIERS:
        made.add_variable(variable(PERSON, bool, f"{name}_stands", p.tier(name)))
    return made
