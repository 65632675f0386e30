"""Papers that must not be taken, each with the word why: made from a whole page and one fault."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from gongjiang.web.apart.no import ACTS, PAGES, SWOLLEN, UNREADABLE
from tests.paper import pdf, picture, stream

JS = b"<</S/JavaScript/JS(app.alert(1))>>"
HIDDEN = zlib.compress(b"5 0 " + b"<</S/J#61vaScript/J#53(x)>>")
OBJECTS = b"/Type/ObjStm/N 1/First 4"
Faulty = Mapping[str, tuple[str, bytes]]


def annotation(keys: bytes) -> bytes:
    return pdf(page=b"/Annots[4 0 R]", more={4: b"<</Type/Annot/Rect[0 0 9 9]" + keys + b">>"})


def archive(comment: bytes = b"") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as book:
        book.writestr("a.html", "<script>alert(1)</script>")
        book.comment = comment
    return held.getvalue()


def locked() -> bytes:
    """Really encrypted, with a password."""
    writer, held = copy_into_new_writer(PdfFileReader(io.BytesIO(pdf()))), io.BytesIO()
    writer.encrypt("owner", "reader")
    writer.write(held)
    return held.getvalue()


def packed(filters: bytes, inside: bytes) -> bytes:
    """An object that its table says is inside a stream of objects: one that only a true reader unpacks."""
    body = pdf(more={4: stream(inside, OBJECTS + b"/Filter" + filters)})
    first = int(body.rsplit(b"startxref\n", 1)[1].split()[0])
    keys = b"/Type/XRef/Size 7/W[1 4 1]/Index[5 1]/Root 1 0 R/Prev %d" % first
    table = b"6 0 obj" + stream(b"\2\0\0\0\4\0", keys) + b"endobj\n"
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


def tree(nodes: Mapping[int, bytes]) -> bytes:
    return pdf(more=nodes)


def chain(length: int) -> bytes:
    """Page nodes one below another."""
    nodes = {n: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 1) for n in range(4, 4 + length)}
    return pdf(more={2: b"<</Type/Pages/Kids[4 0 R]/Count 1>>", **nodes, 4 + length: b"<</Type/Page>>"})


def many(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % n for n in range(4, 4 + count))
    pages = dict.fromkeys(range(4, 4 + count), b"<</Type/Page/Parent 2 0 R>>")
    return pdf(more={2: b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % count, **pages})


SCRIPTS = {
    "a script at opening": pdf(b"/OpenAction" + JS),
    "a script at opening, elsewhere": pdf(b"/OpenAction 4 0 R", {4: JS}),
    "a script by name": pdf(b"/Names<</JavaScript<</Names[(a)4 0 R]>>>>", {4: JS}),
    "a script when a page is turned": pdf(page=b"/AA<</O" + JS + b">>"),
    "a script when it is closed": pdf(b"/AA<</WC 4 0 R>>", {4: b"<</S/GoTo/D[3 0 R/Fit]>>"}),
    "a script behind a link": annotation(b"/Subtype/Link/A" + JS),
    "a script after a step": annotation(b"/Subtype/Link/A<</S/GoTo/D[3 0 R/Fit]/Next" + JS + b">>"),
    "a script of its own stream": pdf(b"/OpenAction<</S/JavaScript/JS 4 0 R>>", {4: stream(b"app.alert(1)")}),
    "a script in letters by number": pdf(b"/OpenAction<</S/#4a#61#76aScript/J#53(x)>>"),
    "a script with its key alone": annotation(b"/Subtype/Link/A<</S/Named/J#53(x)>>"),
    "a script among packed objects": packed(b"/FlateDecode", HIDDEN),
    "a script packed and spelt": packed(b"[/ASCIIHexDecode/FlateDecode]", HIDDEN.hex().encode() + b">"),
    "a script in a field": pdf(b"/AcroForm<</Fields[4 0 R]>>", {4: b"<</FT/Tx/AA<</K" + JS + b">>>>"}),
    "a script in the contents": pdf(b"/Outlines 4 0 R", {4: b"<</First 5 0 R>>", 5: b"<</A" + JS + b">>"}),
    "a script nobody refers to": pdf(more={4: JS}),
    "a script of an earlier version": pdf(more={4: JS}) + pdf()[9:],
    "a form of another kind": pdf(b"/AcroForm<</XFA 4 0 R>>", {4: stream(b"<xdp/>")}),
    "a link that is a script": annotation(b"/Subtype/Link/A<</S/URI/URI(javascript:alert\\(1\\))>>"),
}
ACTIONS = {
    name: annotation(b"/Subtype/Link/A<</S/" + name.encode() + b">>")
    for name in (
        "Launch",
        "GoToR",
        "GoToE",
        "SubmitForm",
        "ImportData",
        "Rendition",
        "Movie",
        "Sound",
        "Hide",
    )
}
BROUGHT = {
    name: annotation(b"/Subtype/" + name.encode())
    for name in ("FileAttachment", "Movie", "Sound", "Screen", "RichMedia", "3D")
}
OTHERS = {
    "an address at opening": pdf(b"/OpenAction<</S/URI/URI(http://example.org/)>>"),
    "a link to a file": annotation(b"/Subtype/Link/A<</S/URI/URI(file:///etc/passwd)>>"),
    "a base of links": pdf(b"/URI<</Base(javascript:)>>"),
    "files by name": pdf(b"/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>", {4: b"<</Type/Filespec>>"}),
    "a file of a specification": pdf(more={4: b"<</Type/Filespec/EF<</F 5 0 R>>>>", 5: stream(b"MZ")}),
    "a file that goes with it": pdf(b"/AF[4 0 R]", {4: b"<</Type/Filespec>>"}),
    "a portfolio": pdf(b"/Collection<</View/D>>"),
    "a lock": locked(),
    "a lock by name": pdf(trailer=b"/Encr#79pt<</Filter/Standard>>"),
    "an archive before its end": pdf() + archive(b"\n%%EOF"),
    "a page in its head": pdf().replace(b"%PDF-1.7\n", b"%PDF-1.7\n%<html><script>alert(1)</script>\n"),
}
BROKEN = {
    **{f"cut at {part} %": pdf(page=b"/X(" + b"x" * 2000 + b")")[: part * 22] for part in (1, 20, 50, 99)},
    "an archive after it": pdf() + archive(),
    "a picture after it": pdf() + picture("PNG"),
    "a photograph after it": pdf() + picture("JPEG"),
    "a program after it": pdf() + b"MZ\x90\0" * 40,
    "a page after it": pdf() + b"<html><script>alert(1)</script>",
    "no table": b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
    "a table that is elsewhere": pdf().replace(b"startxref\n", b"startxref\n9"),
    "a table before itself": pdf(trailer=b"/Prev %d" % pdf().index(b"xref")),
    "no page": tree({2: b"<</Type/Pages/Kids[]/Count 0>>"}),
    "no tree": tree({2: b"null"}),
    "a tree in a circle": tree({2: b"<</Type/Pages/Kids[2 0 R]/Count 1>>"}),
    "a tree in a wide circle": tree({3: b"<</Type/Pages/Kids[2 0 R]/Count 1>>"}),
    "one page a thousand times": tree({2: b"<</Type/Pages/Kids[" + b"3 0 R " * 1000 + b"]/Count 1000>>"}),
    "a stream as long as itself": tree({3: b"<</Length 3 0 R>>stream\nx\nendstream "}),
    "brackets without end": tree({4: b"[" * 50_000}),
    "damage in a stream": tree({4: stream(b"x" * 99, b"/Filter/FlateDecode")}),
}  # fmt: skip
LARGE = {"too many pages": many(501), "a tree without end": chain(2100)}
TWICE = zlib.compress(zlib.compress(b"\0" * 1_000_000))
SWELLING = {"packed twice": pdf(more={4: stream(TWICE, b"/Filter[/FlateDecode/FlateDecode]")})}
PAPERS: Faulty = {
    f"{name} ({word})": (word, body)
    for word, held in (
        (ACTS, SCRIPTS), (ACTS, ACTIONS), (ACTS, BROUGHT), (ACTS, OTHERS),
        (UNREADABLE, BROKEN), (PAGES, LARGE), (SWOLLEN, SWELLING),
    )
    for name, body in held.items()
}  # fmt: skip
