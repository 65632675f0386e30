"""A PDF read whole: every object that its tables name, and whatever those lead to."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import filters
from pyhanko.pdf_utils.decode_limits import DecodeLimits, StreamDecodeLimits
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject
from pyhanko.pdf_utils.reader import PdfFileReader

from gongjiang.web.apart.acting import acts
from gongjiang.web.apart.no import ACTS, PAGES, UNREADABLE, NotTakenError
from gongjiang.web.apart.signs import signs
from gongjiang.web.apart.swelling import Swelling

MOST_PAGES, MOST_OBJECTS, MOST_WAITING = 500, 50_000, 1_000_000
MIB = 1024 * 1024
UNPACKS = filters
"""Loaded before the doors close."""
LIMITS = DecodeLimits(per_stream=StreamDecodeLimits(max_output_size=64 * MIB))


def whole(body: bytes) -> None:
    """Raises where it cannot be read, is locked, holds what acts, or is larger than anybody would read."""
    if no := signs(body):
        raise NotTakenError(no)
    reader = PdfFileReader(BytesIO(body), strict=False, decode_limits=LIMITS)
    if reader.encrypted or "/Encrypt" in reader.trailer_view:
        raise NotTakenError(ACTS)
    left = Swelling()
    for held in objects(reader):
        if acts(held):
            raise NotTakenError(ACTS)
        if isinstance(held, StreamObject):
            left.count(held)
    if not pages(reader):
        raise NotTakenError(UNREADABLE)


def named(reader: PdfFileReader) -> list[Any]:
    """What the trailer holds, and every object of the tables of every version."""
    refs = [
        ref
        for revision in range(reader.xrefs.total_revisions)
        for ref in reader.xrefs.explicit_refs_in_revision(revision)
    ]
    if len(refs) > MOST_OBJECTS:
        raise NotTakenError(PAGES)
    found: list[Any] = [IndirectObject(ref.idnum, ref.generation, reader) for ref in refs]  # type: ignore[no-untyped-call]
    return found + [dict.__getitem__(reader.trailer_view, key) for key in reader.trailer_view]


def objects(reader: PdfFileReader) -> Iterator[DictionaryObject]:
    """Every dictionary and stream, each once, without recursion: a chain has no depth here."""
    seen: set[tuple[int, int]] = set()
    waiting = named(reader)
    while waiting:
        if len(waiting) > MOST_WAITING or len(seen) > MOST_OBJECTS:
            raise NotTakenError(PAGES)
        held = waiting.pop()
        if isinstance(held, IndirectObject):
            if (held.idnum, held.generation) in seen:
                continue
            seen.add((held.idnum, held.generation))
            held = held.get_object()  # type: ignore[no-untyped-call]
        if isinstance(held, DictionaryObject):
            yield held
            waiting += dict.values(held)
        elif isinstance(held, ArrayObject):
            waiting += list.__iter__(held)


def pages(reader: PdfFileReader) -> int:
    """How many there are; a tree that comes back to itself is none."""
    count, met, waiting = 0, set(), [reader.root.raw_get("/Pages")]
    while waiting:
        ref = waiting.pop()
        if not isinstance(ref, IndirectObject) or ref.idnum in met:
            raise NotTakenError(UNREADABLE)
        met.add(ref.idnum)
        node = ref.get_object()  # type: ignore[no-untyped-call]
        if "/Kids" in node:
            waiting += list.__iter__(node["/Kids"])
        else:
            count += 1
        if count > MOST_PAGES or len(met) > 4 * MOST_PAGES:
            raise NotTakenError(PAGES)
    return count
