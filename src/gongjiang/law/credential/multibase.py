"""Keys and signatures as text: base58btc, with an Ed25519 key marked as one."""

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
ED25519 = bytes((0xED, 0x01))
KEY = 32
LONGEST = 200


def encoded(data: bytes) -> str:
    """The bytes, after the letter that says base58btc."""
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        text = ALPHABET[rest] + text
    return "z" + "1" * (len(data) - len(data.lstrip(b"\0"))) + text


def decoded(text: str) -> bytes:
    """The bytes again; ValueError when the text is not such."""
    if not text.startswith("z") or len(text) > LONGEST:
        raise ValueError("not base58btc")
    number = 0
    for letter in text[1:]:
        number = number * 58 + ALPHABET.index(letter)
    zeros = len(text[1:]) - len(text[1:].lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def key_text(public: bytes) -> str:
    return encoded(ED25519 + public)


def key_bytes(text: str) -> bytes:
    """The 32 bytes of an Ed25519 key; ValueError for another kind."""
    data = decoded(text)
    if not data.startswith(ED25519) or len(data) != len(ED25519) + KEY:
        raise ValueError("not an Ed25519 key")
    return data[len(ED25519) :]
