"""The schemes of the plan, one folder each."""
