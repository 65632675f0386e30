"""A picture, read to its last pixel and written anew: upright, and nothing in it but what is seen."""

from io import BytesIO

from PIL import Image, JpegImagePlugin, PngImagePlugin, TiffImagePlugin

from gongjiang.web.apart.no import PIXELS, NotTakenError

ORIENTATION = 0x0112
OPENED = {"image/png": PngImagePlugin.PngImageFile, "image/jpeg": JpegImagePlugin.JpegImageFile}
WRITTEN: dict[str, tuple[str, dict[str, int]]] = {
    "image/png": ("PNG", {"compress_level": 6}),
    "image/jpeg": ("JPEG", {"quality": 90, "subsampling": 0}),
}
"""Colour is kept at every point: a red seal over black words stays sharp."""
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip
READS_EXIF = TiffImagePlugin
"""Loaded before the doors close."""
Image.preinit()


def anew(body: bytes, kind: str, most: int, side: int = 0) -> bytes:
    """The bytes of the same picture, made smaller where its longer side is above `side` (0: as it is); `most`
    is in pixels. What cannot be read in full raises.
    """
    held: Image.Image = OPENED[kind](BytesIO(body))
    if held.width * held.height > most:
        raise NotTakenError(PIXELS)
    held.load()
    turn, clear = TURNS.get(held.getexif().get(ORIENTATION, 1)), held.info.get("transparency")
    if turn is not None:
        mode, bands = held.mode, list(held.split())
        del held
        held = turned(mode, bands, turn)
    if side:
        held.thumbnail((side, side))
    held.info = {"transparency": clear} if clear is not None and kind == "image/png" else {}
    name, how = WRITTEN[kind]
    fresh = BytesIO()
    held.save(fresh, name, **how)
    return fresh.getvalue()


def turned(mode: str, bands: list[Image.Image], how: Image.Transpose) -> Image.Image:
    """One colour after another, each let go at once: a whole copy would take twice the memory."""
    done = []
    while bands:
        done.append(bands.pop(0).transpose(how))
    return Image.merge(mode, done) if len(done) > 1 else done[0]
