"""The clerk: the only package that changes a case."""
