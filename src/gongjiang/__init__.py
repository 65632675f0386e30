"""Gongjiang: a public skilled-talent programme, from the text of the plan to the money in the bank."""
