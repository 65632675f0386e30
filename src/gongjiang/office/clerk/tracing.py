"""Rows against the record: an act without its leaf, a leaf without its act, or other than was written."""

from gongjiang.office.clerk.tracing_cases import strayed_events, strayed_scores, strayed_states
from gongjiang.office.clerk.tracing_money import strayed_transfers
from gongjiang.office.clerk.tracing_rows import strayed_rows


def strayed() -> list[str]:
    """Every row or leaf that has not its counterpart, by kind and number; nothing where all agree."""
    return [
        *strayed_events(),
        *strayed_states(),
        *strayed_scores(),
        *strayed_transfers(),
        *strayed_rows(),
    ]
