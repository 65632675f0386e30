"""Targets, supervision notices and the performance of funds, one file each."""

from gongjiang.office.duty.models.order import Order, OrderEntry
from gongjiang.office.duty.models.performance import Evaluation, Goal, Monitoring
from gongjiang.office.duty.models.target import Target, TargetEntry, YearScore

__all__ = ["Evaluation", "Goal", "Monitoring", "Order", "OrderEntry", "Target", "TargetEntry", "YearScore"]
