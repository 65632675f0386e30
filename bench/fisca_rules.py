"""The conditions for OpenFisca-Core, vectorised by hand: what is true of every row, or every person, at once.

OpenFisca joins no two members, so what compares a certificate with a payment goes through them nth by nth.
"""

import numpy as np

PAYMENTS, MEMBERS = 4, 8
"""The most payments a person has, and the most payments and certificates together: payments come first."""
SENIOR_WORKER, TECHNICIAN, SENIOR_TECHNICIAN = 4, 5, 6
CITY = 2
PLAN, UI, OTHER = 2, 3, 4
ENTERPRISE, BENEFIT, STUDENT, RETIRED = 1, 2, 3, 6
DAY = 20260630
YEAR_AGO, TEN_YEARS_AGO = 20250630, 20160630


def of(record, period, *names):
    return [record(name, period) for name in names]


def listed(record, period):
    return (record("level", period) >= SENIOR_WORKER) & (record("level", period) <= SENIOR_TECHNICIAN)


def issued(record, period):
    return record("issued_on", period) <= DAY


def in_time(record, period):
    return record("issued_on", period) >= YEAR_AGO


def late_for_ui(record, period):
    return record("by_ui", period) & ~record("in_time", period)


def status_fits_ui(record, period):
    status = record("status", period)
    return (status == ENTERPRISE) | (status == BENEFIT)


def status_doubted(record, period):
    status = record("status", period)
    return (status == STUDENT) | (status == RETIRED)


def insured(record, period):
    return ~record("by_ui", period) | (record("months", period) >= 12) | (record("status", period) == BENEFIT)


def prior(record, period, hit):
    """Whether any payment of the person hits: nth by nth, for OpenFisca joins no two members."""
    values = of(record, period, "stands", "kind", "certificate", "occupation", "level")
    names = ("certificate", "occupation", "level", "by_ui")
    mine, found = (
        dict(zip(names, of(record, period, *names), strict=True)),
        np.zeros(record.count, dtype=bool),
    )
    for place in range(PAYMENTS):
        nth = [record.person.value_nth_person(place, value) for value in values]
        stands, kind, certificate, occupation, level = nth
        found |= stands & (kind > 0) & hit(mine, kind, certificate, occupation, level)
    return found


def paid_certificate(record, period):
    return prior(record, period, lambda c, k, number, o, lv: (number > 0) & (number == c["certificate"]))


def paid_skill(record, period):
    return prior(record, period, lambda c, kind, n, occupation, level: (
        (kind != OTHER) & (occupation == c["occupation"]) & (level == c["level"])))  # fmt: skip


def paid_higher(record, period):
    return prior(record, period, lambda c, kind, n, occupation, level: (
        (kind != OTHER) & (occupation == c["occupation"]) & (level > c["level"])))  # fmt: skip


def paid_elsewhere(record, period):
    def hit(c, kind, number, occupation, level):
        other = (kind == OTHER) | ((kind == UI) & ~c["by_ui"]) | ((kind == PLAN) & c["by_ui"])
        same = (occupation == c["occupation"]) & (level == c["level"])
        return other & (((number > 0) & (number == c["certificate"])) | same)

    return prior(record, period, hit)


def holds_higher(record, period):
    claim, occupation, level = of(record, period, "is_claim", "occupation", "level")
    found = np.zeros(record.count, dtype=bool)
    for place in range(MEMBERS):
        held = record.person.value_nth_person(place, claim)
        found |= held & (record.person.value_nth_person(place, occupation) == occupation) & (
            record.person.value_nth_person(place, level) > level)  # fmt: skip
    return found


def times(person, period):
    stands, kind, year = (person.members(name, period) for name in ("stands", "kind", "paid_year"))
    return person.sum(stands & (kind > 0) & (kind != OTHER) & (year == DAY // 10_000))


def within_the_year(record, period):
    had = record.person("times", period)
    return (had < 1) | (record("shortage", period) & (had < 3)) | ~record("by_ui", period)


def claim_open(record, period):
    """Nothing refuses, something is open."""
    late, doubt = ~record("in_time", period), record("status_doubted", period)
    barred = record("paid_skill", period) | record("paid_higher", period) | record("holds_higher", period)
    return (
        ~record("verified", period)
        | ~record("assessed", period)
        | (~record("by_ui", period) & (late | doubt | barred))
    )


def claim_stands(record, period):
    ui = record("by_ui", period)
    barred = record("paid_skill", period) | record("paid_higher", period) | record("holds_higher", period)
    met = of(record, period, "is_claim", "listed", "number_agrees", "issued", "insured", "within_the_year")
    hit = of(record, period, "late_for_ui", "paid_certificate", "paid_elsewhere")
    return np.logical_and.reduce(met) & ~np.logical_or.reduce(hit) & ~(
        ui & (barred | ~record("status_fits_ui", period)))  # fmt: skip


def claim_amount(record, period):
    level = record("level", period)
    sums = [
        500_000 * (level == SENIOR_TECHNICIAN),
        350_000 * (level == TECHNICIAN),
        200_000 * (level == SENIOR_WORKER),
    ]
    return sum(sums) * record("claim_stands", period)


WORLDSKILLS, NATIONAL_1, PROVINCE_1, CITY_1 = 1, 2, 4, 6


def direct_result(record, period):
    contest, city, first = record("contest", period), record("by_city", period), record("rank", period) == 1
    world = (contest == WORLDSKILLS) & record("medal", period)
    return world | ((contest == NATIONAL_1) & first & city)


def settled_result(record, period):
    return record("direct_result", period) & record("by_city", period) & record("on_register", period)


def preferred_result(record, period):
    contest = record("contest", period)
    first = (record("rank", period) == 1) & record("on_register", period)
    return ((contest == PROVINCE_1) | (contest == CITY_1)) & first


def high_honour(record, period):
    return (record("honour", period) >= CITY) & record("skilled", period)


def unknown_honour(record, period):
    """A name that the dictionary does not know may be anything."""
    return record("honour", period) < 0
