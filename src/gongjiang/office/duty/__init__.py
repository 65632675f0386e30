"""Yearly targets, supervision notices, and the performance of funds: what was asked, and what came of it."""
