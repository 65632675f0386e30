"""The name a file was sent under, as it may be shown: no place, no hidden sign, its content's ending."""

import unicodedata
from pathlib import PurePath

LONGEST = 120
ENDINGS = {"application/pdf": (".pdf",), "image/png": (".png",), "image/jpeg": (".jpg", ".jpeg")}
SEPARATORS = str.maketrans(dict.fromkeys('/\\:*?"<>|;', "_"))


def shown_name(sent: str, kind: str) -> str:
    """Signs that are not seen, or that turn the writing round, are left out; the last letters are kept."""
    told = unicodedata.normalize("NFC", PurePath(sent.replace("\\", "/")).name)
    seen = "".join(sign for sign in told if unicodedata.category(sign)[0] != "C" and sign.isprintable())
    plain, endings = seen.translate(SEPARATORS).strip(". "), ENDINGS.get(kind, ("",))
    if not plain.lower().endswith(endings) or plain.lower() in endings:
        plain += endings[0]
    return plain[-LONGEST:]
