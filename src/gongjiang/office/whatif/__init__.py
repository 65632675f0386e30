"""Scenarios that somebody kept: what was changed, and the sums it came to. Nobody is named in them."""
