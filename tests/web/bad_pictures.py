"""Pictures that must not be kept as they are: those that are refused, and those that are written anew."""

import struct
import zlib
from io import BytesIO

from PIL import Image, PngImagePlugin

from gongjiang.web.apart.no import PIXELS, UNREADABLE
from tests.paper import pdf, picture
from tests.web.bad_papers import Faulty, archive

MARK = b"CANARY-of-a-picture"
"""What is beside the pixels of each bad picture, and in no byte of what is kept."""
HEAD = b"\x89PNG\r\n\x1a\n"
PNG, JPEG = picture("PNG", (90, 60)), picture("JPEG", (90, 60))
PAGE = b"<html><script>alert(1)</script>" + MARK
GPS, SOFTWARE, UPRIGHT = 0x8825, 0x0131, 0x0112


def chunk(name: bytes, inside: bytes, fault: int = 0) -> bytes:
    return (
        struct.pack(">I", len(inside)) + name + inside + struct.pack(">I", zlib.crc32(name + inside) ^ fault)
    )


def png(width: int, height: int, packed: bytes, *before: bytes) -> bytes:
    """A grey picture with whatever pixels and pieces it is given."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return HEAD + head + b"".join(before) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def with_piece(name: bytes, inside: bytes, fault: int = 0) -> bytes:
    """A whole picture with one more piece after its head."""
    return PNG[:33] + chunk(name, inside, fault) + PNG[33:]


def with_segment(sign: int, inside: bytes) -> bytes:
    return JPEG[:2] + struct.pack(">BBH", 0xFF, sign, len(inside) + 2) + inside + JPEG[2:]


def placed(turned: int = 1) -> Image.Exif:
    """Where and with what it was taken: a place in Wuhan."""
    held = Image.Exif()
    held[SOFTWARE], held[UPRIGHT] = MARK.decode(), turned
    held.get_ifd(GPS).update({1: "N", 2: (30.0, 35.0, 0.0), 3: "E", 4: (114.0, 18.0, 0.0)})
    return held


def said(packed: bool) -> PngImagePlugin.PngInfo:
    held = PngImagePlugin.PngInfo()
    held.add_text("Comment", MARK.decode(), zip=packed)
    held.add_itxt("XML:com.adobe.xmp", MARK.decode(), zip=packed)
    return held


def moving(kind: str) -> bytes:
    """A second picture behind the first."""
    held, fresh = Image.open(BytesIO(PNG)), BytesIO()
    held.save(fresh, kind, save_all=True, append_images=[held.transpose(Image.Transpose.ROTATE_180)])
    return fresh.getvalue() + MARK


def wide_jpeg(side: int) -> bytes:
    at = JPEG.index(b"\xff\xc0") + 5
    return JPEG[:at] + struct.pack(">HH", side, side) + JPEG[at + 4 :]


PIXELLED = {
    "50,000 by 50,000": png(50_000, 50_000, zlib.compress(b"\0" * 99)),
    "a photograph of 50,000 by 50,000": wide_jpeg(50_000),
    "one line of two thousand million": png(2**31 - 1, 1, zlib.compress(b"\0" * 99)),
}
SPOILT = {
    **{f"cut at {part} %": PNG[: len(PNG) * part // 100] for part in (10, 40, 70)},
    **{f"photograph cut at {part} %": JPEG[: len(JPEG) * part // 100] for part in (5, 40, 80, 95)},
    "a name alone": HEAD,
    "a name and noughts": HEAD + b"\0" * 64,
    "a photograph's name and noughts": b"\xff\xd8\xff\xe0" + b"\0" * 64,
    "a paper called a picture": HEAD + pdf(),
    "a page called a photograph": b"\xff\xd8\xff" + PAGE,
    "no pixels": PNG[:33] + chunk(b"IEND", b""),
    "no size": png(0, 0, zlib.compress(b"")),
    "fewer pixels than it says": png(90, 60, zlib.compress(b"\0" * 99)),
    "a spoilt head": PNG[:29] + b"\0\0\0\0" + PNG[33:],
    "words that swell": with_piece(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 20_000_000)),
    "words that swell, of any tongue": with_piece(
        b"iTXt", b"a\0\1\0\0\0" + zlib.compress(b"\0" * 20_000_000)
    ),
    "colours that swell": with_piece(b"iCCP", b"a\0\0" + zlib.compress(b"\0" * 20_000_000)),
}
PLACED = {"image/png": picture("PNG", exif=placed()), "image/jpeg": picture("JPEG", exif=placed())}
KEPT_ANEW = {
    "a place": PLACED["image/png"],
    "a place in a photograph": PLACED["image/jpeg"],
    "a place, turned": picture("JPEG", exif=placed(6)),
    "words": picture("PNG", pnginfo=said(packed=False)),
    "packed words": picture("PNG", pnginfo=said(packed=True)),
    "a remark": picture("JPEG", comment=MARK),
    "a page in a remark": with_segment(0xFE, PAGE),
    "a description": with_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + MARK),
    "a studio's notes": with_segment(0xED, b"Photoshop 3.0\0" + MARK),
    "colours of one's own": picture("PNG", icc_profile=MARK),
    "colours of a photograph": picture("JPEG", icc_profile=MARK),
    "a piece of nobody's": with_piece(b"quIx", MARK),
    "a program in a piece": with_piece(b"prVt", b"<?php system($_GET[0]); ?>" + MARK),
    "an archive behind": PNG + archive(MARK),
    "an archive behind a photograph": JPEG + archive(MARK),
    "a paper behind": PNG + pdf(page=b"/X(" + MARK + b")"),
    "a paper behind a photograph": JPEG + pdf(page=b"/X(" + MARK + b")"),
    "a paper in a remark": with_segment(0xFE, pdf(page=b"/X(" + MARK + b")")),
    "a page behind": PNG + PAGE,
    "a page behind a photograph": JPEG + PAGE,
    "a photograph behind": PNG + picture("JPEG", comment=MARK),
    "a picture behind a photograph": JPEG + picture("PNG", pnginfo=said(packed=False)),
    "a program behind": PNG + b"MZ\x90\0" + MARK,
    "it moves": moving("PNG"),
    "two photographs in one": moving("MPO"),
    "more pixels than it says": png(90, 60, zlib.compress(b"\0" * 91 * 60 + MARK)),
}
PICTURES: Faulty = {
    f"{name} ({word})": (word, body)
    for word, held in ((PIXELS, PIXELLED), (UNREADABLE, SPOILT))
    for name, body in held.items()
}
