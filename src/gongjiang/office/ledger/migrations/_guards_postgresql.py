"""The guards on PostgreSQL: ENABLE ALWAYS, so that replication roles do not slip past them."""

from gongjiang.office.ledger.migrations._guards_sqlite import APPEND_ONLY, FIXED, KEPT, SIGNED

FUNCTIONS = [
    """CREATE FUNCTION ledger_deny() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE FUNCTION ledger_by_hand() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF pg_trigger_depth() < 2 THEN
        RAISE EXCEPTION 'a balance moves with its transfers' USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$""",
    """CREATE FUNCTION ledger_make_balance() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO ledger_balance (account_id, debit_posted, credit_posted, debit_pending, credit_pending, floor_fen, last)
      VALUES (NEW.id, 0, 0, 0, 0, NEW.floor_fen, 0);
      RETURN NULL;
    END $$""",
    """CREATE FUNCTION ledger_mirror() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE r ledger_transfer;
    BEGIN
      IF NEW.kind IN ('settle', 'void') THEN
        SELECT * INTO r FROM ledger_transfer WHERE id = NEW.ref_id;
        IF r.id IS NULL OR r.kind <> 'reserve' OR r.debit_id <> NEW.debit_id OR r.credit_id <> NEW.credit_id
           OR r.amount <> NEW.amount THEN
          RAISE EXCEPTION 'close must mirror reserve' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
      END IF;
      IF NEW.reverses_id IS NOT NULL THEN
        SELECT * INTO r FROM ledger_transfer WHERE id = NEW.reverses_id;
        IF r.id IS NULL OR r.kind NOT IN ('post', 'settle') OR r.debit_id <> NEW.credit_id
           OR r.credit_id <> NEW.debit_id OR r.amount <> NEW.amount THEN
          RAISE EXCEPTION 'a reversal must mirror its transfer' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
      END IF;
      RETURN NEW;
    END $$""",
    # Balances are locked in the order of their ids: A to B and B to A cannot wait for each other.
    """CREATE FUNCTION ledger_apply() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      a bigint;
      posted bigint := CASE WHEN NEW.kind IN ('post', 'settle') THEN NEW.amount ELSE 0 END;
      waits bigint := CASE NEW.kind WHEN 'reserve' THEN NEW.amount WHEN 'post' THEN 0 ELSE -NEW.amount END;
    BEGIN
      FOREACH a IN ARRAY ARRAY[least(NEW.debit_id, NEW.credit_id), greatest(NEW.debit_id, NEW.credit_id)] LOOP
        IF a = NEW.debit_id THEN
          UPDATE ledger_balance SET debit_posted = debit_posted + posted, debit_pending = debit_pending + waits,
            last = NEW.id WHERE account_id = a;
        ELSE
          UPDATE ledger_balance SET credit_posted = credit_posted + posted, credit_pending = credit_pending + waits,
            last = NEW.id WHERE account_id = a;
        END IF;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'no balance row' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
      END LOOP;
      RETURN NULL;
    END $$""",
]


def trigger(name, when, table, call, each="ROW", condition=""):
    where = f" WHEN ({condition})" if condition else ""
    yield f"CREATE TRIGGER ledger_{name} {when} ON ledger_{table} FOR EACH {each}{where} EXECUTE FUNCTION {call}"
    yield f"ALTER TABLE ledger_{table} ENABLE ALWAYS TRIGGER ledger_{name}"


def changed(columns):
    return " OR ".join(f'NEW."{c}" IS DISTINCT FROM OLD."{c}"' for c in columns)


def denials():
    deny = "ledger_deny('append-only')"
    for table in APPEND_ONLY:
        yield from trigger(f"{table}_no_update", "BEFORE UPDATE", table, deny)
    for table in APPEND_ONLY + KEPT:
        yield from trigger(f"{table}_no_delete", "BEFORE DELETE", table, deny)
        yield from trigger(f"{table}_no_truncate", "BEFORE TRUNCATE", table, deny, "STATEMENT")
    for table, columns in FIXED.items():
        yield from trigger(
            f"{table}_fixed", "BEFORE UPDATE", table, "ledger_deny('a fixed fact was edited')",
            condition=changed(("id", *columns)),
        )
    yield from trigger(
        "batch_signed", "BEFORE UPDATE", "batch", "ledger_deny('a frozen file was edited')",
        condition=f"OLD.sha256 <> '' AND ({changed(SIGNED)})",
    )
    yield from trigger(
        "payable_stays_stopped", "BEFORE UPDATE", "payable", "ledger_deny('a stopped payable is closed')",
        condition="OLD.state = 'stopped'",
    )


CREATE = [
    *FUNCTIONS,
    *denials(),
    *trigger("balance_made", "BEFORE INSERT", "balance", "ledger_by_hand()"),
    *trigger("balance_moved", "BEFORE UPDATE", "balance", "ledger_by_hand()"),
    *trigger("account_balance", "AFTER INSERT", "account", "ledger_make_balance()"),
    *trigger("transfer_mirror", "BEFORE INSERT", "transfer", "ledger_mirror()"),
    *trigger("transfer_apply", "AFTER INSERT", "transfer", "ledger_apply()"),
]
