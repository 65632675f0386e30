"""Found again, not read: a keyed index of a normalised value. Equal values meet; nothing else can be told.

Never a plain hash of an identity number: there are so few of them that it would fall in minutes.

The keys have numbers. The index by a later key is made of the index by the one before, so that every index
can be carried over to a new key without opening anything, also where the index alone is kept. Until all are,
a value is looked up in each of its forms.
"""

import hmac
import time
from collections.abc import Callable, Iterable, Sequence

from gongjiang.office.registry.ring import INDEX, place, ring

SETTLING = 3
"""Seconds until every process of the house looks up by a key that was added; then values are kept by it."""
LENGTH, TOLD = 64, 3
"""Of an index, and of that by which it says its key."""


def blind(text: str) -> str:
    """The form in which a value is kept that comes in now."""
    return kept(forms(text))


def kept(found: Sequence[str]) -> str:
    """Of all forms of a value, the one in which it is kept where it comes in now."""
    return found[-1] if settled() else found[-2]


def forms(text: str) -> tuple[str, ...]:
    """All that may be kept of a value: by the first key, by the second, and so on."""
    held = ring(kind=INDEX)
    found = [hmac.digest(held.key(1), text.encode(), "sha256").hex()]
    for number in range(2, held.current + 1):
        found.append(_over(found[-1], number))
    return tuple(found)


def forms_of(index: str, value: Callable[[], str]) -> tuple[str, ...]:
    """All that may be kept of what has this index; the value is opened where there was an earlier key."""
    return (index,) if ring(kind=INDEX).current == 1 else forms(value())


def any_of(texts: Iterable[str]) -> list[str]:
    """All that may be kept of any of these."""
    return [index for text in texts for index in forms(text)]


def latest(index: str) -> str:
    """The last form of what is kept: what belongs together is put together by it."""
    for number in range(number_of(index) + 1, ring(kind=INDEX).current + 1):
        index = _over(index, number)
    return index


def latest_of(text: str) -> str:
    return forms(text)[-1]


def number_of(index: str) -> int:
    """The number of its key; the first where it does not say."""
    number, dot, _ = index[:TOLD].partition(".")
    return int(number) if dot else 1


def settled() -> bool:
    number = ring(kind=INDEX).current
    return number == 1 or time.time() - place(number, INDEX).stat().st_mtime >= SETTLING


def _over(index: str, number: int) -> str:
    told = hmac.digest(ring(kind=INDEX).key(number), index.encode(), "sha256").hex()
    return f"{number}.{told}"[:LENGTH]
