"""Spreadsheets as offices send them: read, mapped, checked row by row, and given back with their errors."""
