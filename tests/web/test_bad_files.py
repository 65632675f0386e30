"""Bad files of every kind: none is kept as it was; whole ones are taken; the process apart opens nothing."""

import subprocess
import sys
import warnings
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gongjiang.law.words import Problem
from gongjiang.web import uploads
from gongjiang.web.apart import no
from gongjiang.web.apart.papers import whole
from gongjiang.web.apart.pictures import anew
from gongjiang.web.given_names import shown_name
from tests.architecture.house import ROOT
from tests.paper import pdf, picture, stream
from tests.web.bad_others import NAMES, OTHERS
from tests.web.bad_papers import PAPERS, annotation, packed
from tests.web.bad_pictures import KEPT_ANEW, MARK, PICTURES, placed
from tests.web.test_uploads import with_packed

MOST = 36_000_000
OPENING = b"/OpenAction[3 0 R/Fit]"
WHOLE = {
    "a page": pdf(),
    "blank lines at its end": pdf() + b"\r\n\0\n",
    "a page shown first": pdf(OPENING),
    "a step to a page": pdf(b"/OpenAction<</S/GoTo/D[3 0 R/Fit]>>"),
    "a link to a page of the web": annotation(b"/Subtype/Link/A<</S/URI/URI(https://example.org/)>>"),
    "a signature": pdf(b"/AcroForm<</SigFlags 3/Fields[4 0 R]>>", {4: b"<</FT/Sig/T(s)/V<</Type/Sig>>>>"}),
    "harmless packed objects": with_packed(b"<</Type/Page>>"),
    "a harmless object, packed and spelt": packed(b"[/ASCIIHexDecode/FlateDecode]",
                                                  zlib.compress(b"5 0 <</S/P>>").hex().encode() + b">"),
    "contents": pdf(page=b"/Contents 4 0 R", more={4: stream(b"BT (/JS) Tj ET")}),
    "a later version": pdf() + pdf()[9:],
}  # fmt: skip


def answer(body: bytes) -> str:
    """What the process apart would say, asked in this one."""
    kind = uploads.media_type(body)
    try:
        with warnings.catch_warnings(action="ignore"):
            whole(body) if kind == "application/pdf" else anew(body, str(kind), MOST)
    except no.NotTakenError as why:
        return str(why)
    except Exception:
        return no.UNREADABLE
    return "taken"


def test_there_are_enough_bad_files_and_the_house_has_words_for_every_answer() -> None:
    assert len(PAPERS) + len(PICTURES) + len(KEPT_ANEW) + len(OTHERS) >= 140
    assert set(uploads.WHY) == {no.ACTS, no.UNREADABLE, no.PIXELS, no.PAGES, no.SWOLLEN}


def test_every_bad_paper_and_picture_is_refused_for_its_own_reason() -> None:
    bad = {**PAPERS, **PICTURES}

    assert {name: said for name, (word, body) in bad.items() if (said := answer(body)) != word} == {}


def test_whole_papers_are_taken() -> None:
    assert {name: said for name, body in WHOLE.items() if (said := answer(body)) != "taken"} == {}


def test_a_file_of_any_other_kind_is_refused_whatever_its_name() -> None:
    taken = [
        name for name, body in OTHERS.items()
        for ending in ("pdf", "png", "jpg")
        if uploads.inert(SimpleUploadedFile(f"a.{ending}", body)) != Problem(uploads.OTHER)
    ]  # fmt: skip

    assert taken == []


@pytest.mark.parametrize("name", KEPT_ANEW)
def test_a_picture_keeps_its_pixels_and_nothing_else(name: str) -> None:
    body = KEPT_ANEW[name]
    kind = str(uploads.media_type(body))

    fresh = anew(body, kind, MOST)

    held = Image.open(BytesIO(fresh))
    assert (uploads.media_type(fresh), MARK in fresh, dict(held.getexif())) == (kind, False, {})
    assert held.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert fresh.endswith(b"IEND\xaeB`\x82" if kind == "image/png" else b"\xff\xd9")
    if kind == "image/png":
        assert held.tobytes() == Image.open(BytesIO(body)).tobytes()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_picture_is_turned_upright_before_its_words_are_dropped(kind: str, mode: str) -> None:
    """Its left half is dark; a quarter turn to the right brings that half to the top."""
    body = picture(kind, (30, 20), mode, exif=placed(6))

    held = Image.open(BytesIO(anew(body, f"image/{kind.lower()}", MOST))).convert("L")

    assert held.size == (20, 30)
    assert (held.getpixel((10, 3)) < 60, held.getpixel((10, 26)) > 200) == (True, True)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_honest_kind_of_pixel_stays_what_it_is(mode: str) -> None:
    body = picture("PNG", mode=mode)

    held, before = (Image.open(BytesIO(one)) for one in (anew(body, "image/png", MOST), body))

    assert (held.mode, held.convert("RGBA").tobytes()) == (before.mode, before.convert("RGBA").tobytes())


def test_a_name_is_shown_without_a_place_a_hidden_sign_or_another_ending() -> None:
    assert {sent: shown_name(sent, "application/pdf") for sent in NAMES} == NAMES
    assert shown_name("照片.JPEG", "image/jpeg") == "照片.JPEG"


TRIES = """
import os, socket
from gongjiang.web.apart.__main__ import shut
shut()
for what in (lambda: open("/etc/passwd"), lambda: open("x", "w"), socket.socket, lambda: bytearray(1 << 30)):
    try: what(); print("done")
    except (OSError, MemoryError) as no: print(type(no).__name__)
"""


def test_the_process_apart_opens_no_file_and_no_connection_and_has_little_memory() -> None:
    told = subprocess.run([sys.executable, "-I", "-c", TRIES], capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["OSError", "OSError", "OSError", "MemoryError"]


def test_what_was_sent_is_given_out_in_one_place_alone() -> None:
    """There every answer is an attachment in a sandbox; a view that reads the folder itself would not be."""
    texts = {path: path.read_text("utf-8") for path in Path(ROOT / "src").rglob("*.py")}

    opened = [
        path for path, text in texts.items() if "kept(files.EVIDENCE" in text or "FileResponse(" in text
    ]

    assert [path.relative_to(ROOT).as_posix() for path in opened] == ["src/gongjiang/web/uploads.py"]
