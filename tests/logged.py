"""What a log may never hold, found by another way than it is blanked: by check digits and known beginnings.

All that the suite logs is looked through, as the house would have written it down.
"""

import logging
import re
from collections.abc import Iterator

import pytest

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SIGNS = "10X98765432"
DIGITS = re.compile(r"[0-9]{11,}[Xx]?")
KEY = re.compile(r"gj_[A-Za-z0-9_\-]{20,}")
PHONE = re.compile(r"1[3-9][0-9]{9}")


def private(text: str) -> Iterator[str]:
    """Identity numbers with a right check sign, cards that pass Luhn's check, mobile telephones, tokens."""
    yield from KEY.findall(text)
    for found in DIGITS.findall(text):
        if PHONE.fullmatch(found) or resident(found) or card(found):
            yield found


def resident(number: str) -> bool:
    if len(number) != 18 or not number[:17].isdigit():
        return False
    return SIGNS[sum(int(d) * w for d, w in zip(number, WEIGHTS, strict=False)) % 11] == number[17].upper()


def card(number: str) -> bool:
    if not number.isdigit() or not 16 <= len(number) <= 19:
        return False
    digits = [int(d) for d in reversed(number)]
    return sum(d if n % 2 == 0 else sum(divmod(2 * d, 10)) for n, d in enumerate(digits)) % 10 == 0


class Listening(logging.Handler):
    """Keeps what should not have been there, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard += private(self.format(record))


@pytest.fixture(scope="session", autouse=True)
def the_log_names_nobody() -> Iterator[None]:
    from gongjiang.web.log_lines import Lines

    listening = Listening()
    listening.setFormatter(Lines())
    logging.getLogger().addHandler(listening)
    yield
    logging.getLogger().removeHandler(listening)
    assert listening.heard == []
