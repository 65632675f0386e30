"""The same in every language."""
