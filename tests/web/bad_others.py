"""Files of every other kind under honest names, and names that are not honest."""

import gzip
import io
import zipfile

from tests.paper import pdf, picture
from tests.web.bad_papers import archive

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
LINK = 0xA1FF0000


def book(**parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, inside in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), inside)
    return held.getvalue()


def leading_out() -> bytes:
    """A link to a file of the machine, and a name that climbs."""
    held, link = io.BytesIO(), zipfile.ZipInfo("link")
    link.external_attr = LINK
    with zipfile.ZipFile(held, "w") as made:
        made.writestr(link, "../../etc/passwd")
        made.writestr("../../../a.sh", "#!/bin/sh")
    return held.getvalue()


OTHERS = {
    "a drawing": SVG,
    "a drawing after a blank": b"\n " + SVG,
    "a packed drawing": gzip.compress(SVG),
    "a page": b"<!doctype html><script>alert(1)</script>",
    "a page before a paper": b"<html><script>alert(1)</script>" + pdf(),
    "a page before a picture": b"<html>" + picture(),
    "a blank before a paper": b"\n" + pdf(),
    "an archive before a paper": archive() + pdf(),
    "a picture of another kind": picture("GIF"),
    "a picture of another kind before a paper": picture("GIF") + pdf(),
    "a picture of a new kind": picture("WEBP"),
    "a bitmap": picture("BMP"),
    "a scan of another kind": picture("TIFF"),
    "an icon": picture("ICO"),
    "an archive": archive(),
    "an archive that swells": book(a=b"\0" * 9_000_000),
    "an archive in an archive": book(a_zip=book(b_zip=book(c=b"\0" * 1_000_000))),
    "an archive that leads out": leading_out(),
    "a document": book(word__document_xml=b"<w/>"),
    "a document with macros": book(word__document_xml=b"<w/>", word__vbaProject_bin=OLE),
    "a sheet with macros": book(xl__workbook_xml=b"<w/>", xl__vbaProject_bin=OLE),
    "an old document": OLE,
    "rich text": rb"{\rtf1{\object\objemb{\*\objdata 01}}}",
    "a program": b"MZ\x90\0" + b"\0" * 64,
    "a program of another system": b"\x7fELF" + b"\0" * 64,
    "a script": b"#!/bin/sh\nid\n",
    "a page description": b"%!PS-Adobe-3.0\n(/etc/passwd) (r) file\n",
    "names that swell": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>',
    "a shortcut": b"L\0\0\0\x01\x14\x02\0" + b"\0" * 64,
    "a film": b"\0\0\0\x18ftypmp42" + b"\0" * 64,
}  # fmt: skip
NAMES = {
    "../../etc/passwd": "passwd.pdf",
    "..\\..\\boot.ini": "boot.ini.pdf",
    "C:\\Users\\a\\函.pdf": "函.pdf",
    "/etc/passwd": "passwd.pdf",
    "a\r\nSet-Cookie: x=1.pdf": "aSet-Cookie_ x=1.pdf",
    "a\0.exe": "a.exe.pdf",
    "\u202efdp.exe": "fdp.exe.pdf",
    "a\u2066b\u2069\u200f\u200bc\ufeff.pdf": "abc.pdf",
    "a\u2028b\x85.pdf": "ab.pdf",
    "..": ".pdf",
    ".": ".pdf",
    "": ".pdf",
    ".htaccess": "htaccess.pdf",
    "函.html": "函.html.pdf",
    "函.PDF": "函.PDF",
    "函.pdf.": "函.pdf",
    "<script>.pdf": "_script_.pdf",
    'a";filename="b.exe': "a__filename=_b.exe.pdf",
    "e\u0301.pdf": "é.pdf",
    "=cmd|calc.pdf": "=cmd_calc.pdf",
    "长" * 300: "长" * 116 + ".pdf",
}
