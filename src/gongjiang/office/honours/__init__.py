"""Titles conferred, their certificates, and their revocation."""
