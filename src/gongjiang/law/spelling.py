"""One spelling for what people type: full-width signs, spaces of every kind, the spreadsheet's apostrophe."""

import unicodedata

# Zero-width signs and the byte-order mark are not spaces to Python, yet nobody sees them.
UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff")
TEXT_MARKS = "'’‘`"


def plain_spelling(text: str) -> str:
    """Half-width and upper case, without spaces, unseen signs and a leading apostrophe."""
    if text.isascii() and text.isalnum():
        return text.upper()
    seen = (sign for sign in unicodedata.normalize("NFKC", text) if not sign.isspace() and sign not in UNSEEN)
    return "".join(seen).lstrip(TEXT_MARKS).upper()
