"""Why a file is not taken: one word, which the asking side puts in a sentence."""

ACTS, UNREADABLE, PIXELS, PAGES, SWOLLEN = "acts", "unreadable", "pixels", "pages", "swollen"


class NotTakenError(Exception):
    """The word is the first argument."""
