"""What is closed stays closed, nobody gives back more than they owe, and evidence serves once."""

from gongjiang.office.ledger.migrations import _guards_postgresql as postgresql
from gongjiang.office.ledger.migrations import _guards_sqlite as sqlite
from gongjiang.office.ledger.migrations import _keeping_guards as rules


def on_sqlite():
    for table in rules.APPEND_ONLY:
        yield sqlite.guard(f"{table}_no_update", "UPDATE", table, "", "append-only")
    for table in rules.APPEND_ONLY + rules.KEPT:
        yield sqlite.guard(f"{table}_no_delete", "DELETE", table, "", "append-only")
    day_before = {"day_before": "date(NEW.month, '-1 day')"}
    for name, table, condition, words in rules.RULES:
        yield sqlite.guard(name, "INSERT", table, condition.format(**day_before), words)
    edited = sqlite.changed(("id", *rules.EVIDENCE))
    yield sqlite.guard("matchevidence_fixed", "UPDATE", "matchevidence", edited, "a fixed fact was edited")
    yield sqlite.guard("matchevidence_decided", "UPDATE", "matchevidence", rules.DECIDED, "decided once")
    # OR REPLACE would take the earlier row away before any unique index is asked.
    once = "append-only: duplicate"
    yield sqlite.guard("matchevidence_once", "INSERT", "matchevidence", rules.SERVED, once)
    yield sqlite.guard("monthclose_once", "INSERT", "monthclose", rules.CLOSED_BEFORE, once)
    yield sqlite.guard("repayment_once", "INSERT", "repayment", rules.SLIP_USED, once)


def on_postgresql():
    deny = "ledger_deny('append-only')"
    for table in rules.APPEND_ONLY:
        yield from postgresql.trigger(f"{table}_no_update", "BEFORE UPDATE", table, deny)
    for table in rules.APPEND_ONLY + rules.KEPT:
        yield from postgresql.trigger(f"{table}_no_delete", "BEFORE DELETE", table, deny)
        yield from postgresql.trigger(f"{table}_no_truncate", "BEFORE TRUNCATE", table, deny, "STATEMENT")
    for name, table, condition, words in rules.RULES:
        yield function(name, condition.format(day_before="NEW.month - 1"), words)
        # After the row: a transfer has then waited for the balances that a close holds, and sees what it closed.
        yield from postgresql.trigger(name, "AFTER INSERT", table, f"ledger_{name}()")
    edited, denied = postgresql.changed(("id", *rules.EVIDENCE)), "ledger_deny('a fixed fact was edited')"
    yield from postgresql.trigger(
        "matchevidence_fixed", "BEFORE UPDATE", "matchevidence", denied, condition=edited
    )
    yield from postgresql.trigger(
        "matchevidence_decided", "BEFORE UPDATE", "matchevidence", "ledger_deny('decided once')",
        condition=rules.DECIDED,
    )


def function(name, condition, words):
    """The row is there already when it is judged: its own sum is counted once, not twice."""
    condition = AFTERWARDS.get(name, condition)
    return f"""CREATE FUNCTION ledger_{name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF {condition} THEN
        RAISE EXCEPTION '{words}' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NULL;
    END $$"""


OTHERS = f"{rules.OF_LINE} AND c.id <> NEW.id"
GIVEN_BACK_IN_ALL = f"{rules.GIVEN_BACK} > (SELECT amount FROM ledger_recovery WHERE id = NEW.recovery_id)"
AFTERWARDS = {
    "monthclose_order": rules.UNORDERED.replace(rules.OF_LINE, OTHERS).format(day_before="NEW.month - 1"),
    "monthclose_first": rules.EARLIER.replace(f"c WHERE {rules.OF_LINE})", f"c WHERE {OTHERS})", 1),
    "recovery_bound": rules.OVERDRAWN.replace(" + NEW.amount", ""),
    "repayment_bound": GIVEN_BACK_IN_ALL,
    "writeoff_bound": GIVEN_BACK_IN_ALL,
}


def statements(vendor):
    yield from on_sqlite() if vendor == "sqlite" else on_postgresql()
