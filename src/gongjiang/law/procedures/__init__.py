"""Procedures: tables of steps, each read by one function."""
