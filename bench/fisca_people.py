"""The conditions about people for OpenFisca-Core: what their rows come to, and who stands."""

from bench.fisca_rules import SENIOR_TECHNICIAN, TEN_YEARS_AGO


def anyone(name):
    return lambda person, period: person.any(person.members(name, period))


def craftsman(person, period):
    return person.any(person.members("titled", period))


def highest(person, period):
    claim = person.members("is_claim", period)
    return person.max(person.members("level", period) * claim)


def tier(held):
    """The three tiers differ in the title alone that must not be held yet."""

    def stands(person, period):
        city = person("in_city", period) | person("in_city_open", period)
        front = person("front_line", period) | person("front_line_open", period)
        return city & front & (person("highest", period) > 0) & ~person.any(person.members(held, period))

    return stands


def tier_open(person, period):
    return ~(person("in_city", period) & person("front_line", period))


def direct_stands(person, period):
    return person("has_direct", period) & ~person("craftsman", period)


def direct_open(person, period):
    return ~person("has_settled", period)


def selection_stands(person, period):
    level = person("highest", period) >= SENIOR_TECHNICIAN
    city = person("in_city", period) | person("in_city_open", period)
    front = person("front_line", period) | person("front_line_open", period)
    return level & city & front & (person("has_honour", period) | person("has_unknown", period))


def selection_open(person, period):
    served = (person("since", period) > 0) & (person("since", period) <= TEN_YEARS_AGO)
    waived = person("has_settled", period) | person("has_preferred", period)
    known = person("in_city", period) & person("front_line", period) & ~person("craftsman", period)
    return ~known | ~(served | waived) | ~person("has_honour", period)
