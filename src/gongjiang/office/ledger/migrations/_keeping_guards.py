"""The guards of what is closed, recovered, matched and sampled: the same rules for both engines.

A rule is a condition on the new row that must not hold; each engine turns it into a trigger of its own.
"""

APPEND_ONLY = (
    "monthclose", "closedbalance", "recovery", "instalment", "repayment", "writeoff",
    "matchdue", "matchexemption", "sample", "sampledraw", "sampleitem", "samplefinding",
)
KEPT = ("matchevidence",)
EVIDENCE = (
    "ref", "due_id", "payer", "payee", "amount", "paid_on", "serial", "sha256", "stored", "maker_id", "made_at",
)

CLOSED = """EXISTS (SELECT 1 FROM ledger_monthclose c JOIN ledger_account a
  ON a.fund = c.fund AND a.year = c.year AND a.line = c.line
  WHERE a.id IN (NEW.debit_id, NEW.credit_id) AND c.until >= NEW."on")"""
ASTRAY = """NOT EXISTS (SELECT 1 FROM ledger_account d, ledger_account c
  WHERE d.id = NEW.debit_id AND c.id = NEW.credit_id AND d.fund = c.fund AND d.line = c.line
  AND (d.year = c.year OR (c.year = d.year + 1 AND d.kind = 'budget' AND c.kind = 'budget' AND NEW.kind = 'post'
  AND NEW.reverses_id IS NULL)))"""
OF_LINE = "c.fund = NEW.fund AND c.year = NEW.year AND c.line = NEW.line"
UNORDERED = f"""EXISTS (SELECT 1 FROM ledger_monthclose c WHERE {OF_LINE})
  AND NOT EXISTS (SELECT 1 FROM ledger_monthclose c WHERE {OF_LINE} AND c.until = {{day_before}})"""
EARLIER = f"""NOT EXISTS (SELECT 1 FROM ledger_monthclose c WHERE {OF_LINE}) AND EXISTS (
  SELECT 1 FROM ledger_transfer t JOIN ledger_account c ON c.id = t.debit_id WHERE {OF_LINE} AND t."on" < NEW.month)"""
GIVEN_BACK = """COALESCE((SELECT SUM(t.amount) FROM ledger_repayment r JOIN ledger_transfer t ON t.id = r.transfer_id
  WHERE r.recovery_id = NEW.recovery_id), 0)
  + COALESCE((SELECT SUM(t.amount) FROM ledger_writeoff w JOIN ledger_transfer t ON t.id = w.transfer_id
  WHERE w.recovery_id = NEW.recovery_id), 0)"""
TOO_MUCH = f"""{GIVEN_BACK} + (SELECT amount FROM ledger_transfer WHERE id = NEW.transfer_id)
  > (SELECT amount FROM ledger_recovery WHERE id = NEW.recovery_id)"""
OVERDRAWN = """COALESCE((SELECT SUM(amount) FROM ledger_recovery WHERE payable_id = NEW.payable_id), 0) + NEW.amount
  > (SELECT amount FROM ledger_payable WHERE id = NEW.payable_id)"""
DRAWN_BY_ONE = "EXISTS (SELECT 1 FROM ledger_sample s WHERE s.id = NEW.sample_id AND s.frozen_by_id = NEW.by_id)"
UNMATCHED = """EXISTS (SELECT 1 FROM ledger_matchdue d WHERE d.id = NEW.due_id AND NEW.paid_on < d.decided_on)"""

RULES = (
    ("transfer_closed", "transfer", CLOSED, "the month is closed"),
    ("transfer_astray", "transfer", ASTRAY, "money stays on its line"),
    ("monthclose_order", "monthclose", UNORDERED, "months close in order"),
    ("monthclose_first", "monthclose", EARLIER, "the first month to close is the first with money"),
    ("recovery_bound", "recovery", OVERDRAWN, "more than was paid"),
    ("repayment_bound", "repayment", TOO_MUCH, "more than is owed back"),
    ("writeoff_bound", "writeoff", TOO_MUCH, "more than is owed back"),
    ("sampledraw_other", "sampledraw", DRAWN_BY_ONE, "drawn by another person"),
    ("matchevidence_day", "matchevidence", UNMATCHED, "paid before the decision"),
)
DECIDED = "OLD.state <> 'waiting'"
SERVED = """EXISTS (SELECT 1 FROM ledger_matchevidence e WHERE e.id = NEW.id OR (e.state <> 'declined'
  AND (e.sha256 = NEW.sha256 OR (e.payer = NEW.payer AND e.serial = NEW.serial))))"""
CLOSED_BEFORE = f"EXISTS (SELECT 1 FROM ledger_monthclose c WHERE c.id = NEW.id OR ({OF_LINE} AND c.month = NEW.month))"
SLIP_USED = "EXISTS (SELECT 1 FROM ledger_repayment r WHERE r.id = NEW.id OR r.serial = NEW.serial)"
