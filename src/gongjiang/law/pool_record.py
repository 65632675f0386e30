"""Reading a frozen pool back from JSON, refusing any other shape."""

from gongjiang.law.pool import Expert, Pool

TEXTS = ("context", "source", "source_time", "commitment")
FIELDS = {"experts", "seats", "recused", "alternates", "org_cap", *TEXTS}


def pool_of(record: object) -> Pool | None:
    """The pool a record holds, or None when a field is missing, extra or of the wrong type."""
    if not isinstance(record, dict) or record.keys() != FIELDS or not all(is_text(record[k]) for k in TEXTS):
        return None
    experts, seats, recused = record["experts"], record["seats"], record["recused"]
    if not (is_experts(experts) and is_seats(seats) and is_texts(recused)):
        return None
    if not is_number(record["alternates"]) or not (record["org_cap"] is None or is_number(record["org_cap"])):
        return None
    people = {label: Expert(expert["stratum"], expert["org"]) for label, expert in experts.items()}
    texts = {name: record[name] for name in TEXTS}
    return Pool(people, seats, frozenset(recused), record["alternates"], record["org_cap"], **texts)


def is_text(value: object) -> bool:
    """A string."""
    return isinstance(value, str)


def is_texts(value: object) -> bool:
    """A list of strings."""
    return isinstance(value, list) and all(map(is_text, value))


def is_number(value: object) -> bool:
    """A whole number; JSON's true is not one."""
    return type(value) is int


def is_seats(value: object) -> bool:
    """Stratum -> number of seats."""
    return isinstance(value, dict) and all(map(is_number, value.values()))


def is_experts(value: object) -> bool:
    """Label -> stratum and organisation."""
    return isinstance(value, dict) and all(map(is_expert, value.values()))


def is_expert(value: object) -> bool:
    """A stratum and an organisation, nothing else."""
    return (
        isinstance(value, dict) and value.keys() == {"stratum", "org"} and all(map(is_text, value.values()))
    )
