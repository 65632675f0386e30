"""The figures that anybody may see, handed to the public pages, which ask neither clerk nor ledger."""

from gongjiang.office.clerk.coverage import coverage, match_rate

__all__ = ["coverage", "match_rate"]
