"""Rounds, cases, events and evidence."""
