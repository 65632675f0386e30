"""The guards on SQLite.

A CHECK that fires inside a trigger is skipped by an outer INSERT OR IGNORE, and only one leg of a transfer
would land. So every rule that keeps money is raised explicitly, before the row, where OR IGNORE and
OR REPLACE have no say.
"""

APPEND_ONLY = ("account", "transfer", "appropriation", "reply", "replyrow")
KEPT = ("balance", "batch", "batchrow", "payable", "suspenseitem")
FIXED = {
    "batchrow": ("batch_id", "payable_id", "seq", "reference", "payee", "bank", "account_sealed", "tail", "amount"),
    "payable": (
        "ref", "entitlement", "case_id", "person_id", "amount", "fund", "year", "line", "clause", "document",
    ),
    "batch": ("fund", "year", "line", "opened_by_id", "opened_on"),
    "suspenseitem": ("reply_row_id", "batch_id"),
}
SIGNED = ("sha256", "count", "total", "format", "maker_id")


def guard(name, when, table, condition, words):
    where = f" WHEN {condition}" if condition else ""
    return (
        f"CREATE TRIGGER ledger_{name} BEFORE {when} ON ledger_{table} FOR EACH ROW{where} "
        f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
    )


def changed(columns):
    return " OR ".join(f'NEW."{c}" IS NOT OLD."{c}"' for c in columns)


def denials():
    for table in APPEND_ONLY:
        yield guard(f"{table}_no_update", "UPDATE", table, "", "append-only")
    for table in APPEND_ONLY + KEPT:
        yield guard(f"{table}_no_delete", "DELETE", table, "", "append-only")
    for table, columns in FIXED.items():
        yield guard(f"{table}_fixed", "UPDATE", table, changed(("id", *columns)), "a fixed fact was edited")
    yield guard("batch_signed", "UPDATE", "batch", f"OLD.sha256 <> '' AND ({changed(SIGNED)})", "a frozen file was edited")
    yield guard("payable_stays_stopped", "UPDATE", "payable", "OLD.state = 'stopped'", "a stopped payable is closed")


SEEN = """EXISTS (SELECT 1 FROM ledger_transfer t WHERE t.id = NEW.id OR t."key" = NEW."key"
  OR (NEW.ref_id IS NOT NULL AND t.ref_id = NEW.ref_id)
  OR (NEW.reverses_id IS NOT NULL AND t.reverses_id = NEW.reverses_id))"""
UNWHOLE = """typeof(NEW.amount) <> 'integer' OR NEW.amount <= 0 OR NEW.amount > 100000000000
  OR NEW.maker_id = NEW.checker_id OR NEW.debit_id = NEW.credit_id"""
NOT_MIRRORED = """NEW.kind IN ('settle', 'void') AND NOT EXISTS (SELECT 1 FROM ledger_transfer r
  WHERE r.id = NEW.ref_id AND r.kind = 'reserve' AND r.debit_id = NEW.debit_id
  AND r.credit_id = NEW.credit_id AND r.amount = NEW.amount)"""
NOT_REVERSED = """NEW.reverses_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger_transfer r
  WHERE r.id = NEW.reverses_id AND r.kind IN ('post', 'settle') AND r.debit_id = NEW.credit_id
  AND r.credit_id = NEW.debit_id AND r.amount = NEW.amount)"""
OVERSPENT = """NEW.kind IN ('post', 'reserve') AND NOT EXISTS (SELECT 1 FROM ledger_balance b
  WHERE b.account_id = NEW.debit_id AND b.credit_posted - b.debit_posted - b.debit_pending - NEW.amount >= b.floor_fen)"""
NOWHERE = "NOT EXISTS (SELECT 1 FROM ledger_balance b WHERE b.account_id = NEW.credit_id)"
POSTED = "CASE WHEN NEW.kind IN ('post', 'settle') THEN NEW.amount ELSE 0 END"
PENDING = "CASE NEW.kind WHEN 'reserve' THEN NEW.amount WHEN 'post' THEN 0 ELSE -NEW.amount END"
BALANCE_MADE_BY_HAND = """NEW.debit_posted <> 0 OR NEW.credit_posted <> 0 OR NEW.debit_pending <> 0
  OR NEW.credit_pending <> 0 OR NEW.last <> 0
  OR EXISTS (SELECT 1 FROM ledger_balance b WHERE b.account_id = NEW.account_id)
  OR NOT EXISTS (SELECT 1 FROM ledger_account a WHERE a.id = NEW.account_id AND a.floor_fen = NEW.floor_fen)"""
# One writer at a time, and every transfer is applied as it lands: nobody else can name a newer one.
BALANCE_MOVED_BY_HAND = """NEW.account_id IS NOT OLD.account_id OR NEW.floor_fen IS NOT OLD.floor_fen
  OR NEW.last <= OLD.last OR NOT EXISTS (SELECT 1 FROM ledger_transfer t WHERE t.id = NEW.last
  AND OLD.account_id IN (t.debit_id, t.credit_id))"""


def moves(side):
    return f"""UPDATE ledger_balance SET {side}_posted = {side}_posted + {POSTED},
      {side}_pending = {side}_pending + {PENDING}, last = NEW.id WHERE account_id = NEW.{side}_id;"""


CREATE = [
    *denials(),
    guard("account_once", "INSERT", "account",
          "EXISTS (SELECT 1 FROM ledger_account a WHERE a.id = NEW.id OR a.code = NEW.code)", "append-only: duplicate"),
    guard("balance_made", "INSERT", "balance", BALANCE_MADE_BY_HAND, "a balance is made with its account"),
    guard("balance_moved", "UPDATE", "balance", BALANCE_MOVED_BY_HAND, "a balance moves with its transfers"),
    """CREATE TRIGGER ledger_account_balance AFTER INSERT ON ledger_account FOR EACH ROW BEGIN
      INSERT INTO ledger_balance (account_id, debit_posted, credit_posted, debit_pending, credit_pending, floor_fen, last)
      VALUES (NEW.id, 0, 0, 0, 0, NEW.floor_fen, 0); END""",
    guard("transfer_once", "INSERT", "transfer", SEEN, "append-only: duplicate"),
    guard("transfer_whole", "INSERT", "transfer", UNWHOLE, "a transfer is a whole sum of two people"),
    guard("transfer_close", "INSERT", "transfer", NOT_MIRRORED, "close must mirror reserve"),
    guard("transfer_reversal", "INSERT", "transfer", NOT_REVERSED, "a reversal must mirror its transfer"),
    guard("transfer_floor", "INSERT", "transfer", OVERSPENT, "overspend"),
    guard("transfer_lands", "INSERT", "transfer", NOWHERE, "no balance row"),
    f"CREATE TRIGGER ledger_transfer_apply AFTER INSERT ON ledger_transfer FOR EACH ROW BEGIN "
    f"{moves('debit')} {moves('credit')} END",
]
