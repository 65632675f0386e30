"""How much a PDF is when it is unpacked: counted bit by bit, never held."""

import zlib

from pyhanko.pdf_utils.generic import ArrayObject, StreamObject

from gongjiang.web.apart.no import SWOLLEN, UNREADABLE, NotTakenError

MOST, STEP = 512 * 1024 * 1024, 1024 * 1024
PACKS = frozenset(("/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"))
SPELLS = frozenset(("/ASCIIHexDecode", "/AHx", "/ASCII85Decode", "/A85"))


class Swelling:
    """The bytes that the streams of one file may still unpack to."""

    def __init__(self) -> None:
        self.left = MOST

    def count(self, stream: StreamObject) -> None:
        """A stream packed twice is never honest; a picture's own packing is its reader's matter."""
        named = stream.get("/Filter", ArrayObject())
        ways = [str(one) for one in (named if isinstance(named, ArrayObject) else (named,))]
        if sum(way in PACKS for way in ways) > 1 or len(ways) > 3:
            raise NotTakenError(SWOLLEN)
        if ways and ways[0] in ("/FlateDecode", "/Fl"):
            self.inflate(stream.encoded_data)
        elif ways and all(way in PACKS | SPELLS for way in ways):
            self.spend(len(stream.data))

    def inflate(self, packed: bytes) -> None:
        machine, rest = zlib.decompressobj(), packed
        try:
            while rest and not machine.eof:
                self.spend(len(machine.decompress(rest, STEP)))
                rest = machine.unconsumed_tail
        except zlib.error:
            raise NotTakenError(UNREADABLE) from None

    def spend(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise NotTakenError(SWOLLEN)
