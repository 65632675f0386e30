"""What the database keeps of duties: acts are only added; what was asked, and what is final, stays."""

from collections.abc import Iterator

from gongjiang.office.journal.guarding import fixed, kept, only_added

ADDED = ("duty_targetentry", "duty_orderentry", "duty_yearscore", "duty_monitoring")
ASKED = ("id", "ref", "plan", "year", "body_id", "department", "clause", "measure", "indicator", "wording",
         "starts_on", "origin_id", "set_by_id", "set_on")  # fmt: skip
MATTER = ("id", "ref", "plan", "body_id", "department", "clause", "matter", "issued_on", "days", "due_on",
          "issued_by_id")  # fmt: skip
LINE = ("id", "ref", "fund", "year", "line")
GOAL = (*LINE, "indicator", "planned", "set_by_id", "set_on")
EVALUATED = (*LINE, "score", "findings", "advice", "snapshot", "sha256", "by_id", "on")
CONFIRMED = ("confirmed_by_id", "confirmed_on")


def statements(vendor: str) -> Iterator[str]:
    for table in ADDED:
        yield from only_added(vendor, table)
    for table, columns in (
        ("duty_target", ASKED), ("duty_order", MATTER), ("duty_goal", GOAL), ("duty_evaluation", EVALUATED),
    ):  # fmt: skip
        yield from kept(vendor, table)
        yield from fixed(vendor, table, columns)
    final = "OLD.state = 'final'"
    yield from fixed(vendor, "duty_target", ("state", "planned", "weight", "closes_on"), final, "final")
    closed = "OLD.state = 'closed'"
    yield from fixed(vendor, "duty_order", ("state", "closed_on", "escalated_on"), closed, "closed")
    for table in ("duty_goal", "duty_evaluation"):
        yield from fixed(vendor, table, CONFIRMED, "OLD.confirmed_by_id IS NOT NULL", "once")
    yield from fixed(vendor, "duty_evaluation", ("declined",), "OLD.confirmed_by_id IS NOT NULL", "stands")
