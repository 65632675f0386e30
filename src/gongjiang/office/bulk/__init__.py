"""Whole registers at once: checked, scanned for who is entitled, and asked what a change would cost."""
