"""The office acts: Django applications and the database. Only the clerk changes a case."""
