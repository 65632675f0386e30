"""Credentials as data: canonical JSON, the proof over it, the list of the revoked, and the check of both."""
