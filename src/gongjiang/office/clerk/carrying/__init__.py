"""One module for each kind of consequence; importing them registers their carriers."""

from gongjiang.office.clerk.carrying import files, letters, matching, money, notices, titles

__all__ = ["files", "letters", "matching", "money", "notices", "titles"]
