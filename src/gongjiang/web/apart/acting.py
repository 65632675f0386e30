"""Which object of a PDF does something when it is opened, pressed or printed, or brings a file with it."""

from urllib.parse import urlsplit

from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject, DictionaryObject, TextStringObject

KEYS = frozenset((
    "/JS", "/JavaScript", "/AA", "/Launch", "/EF", "/AF", "/EmbeddedFiles", "/RichMediaContent",
    "/RichMediaSettings", "/XFA", "/Collection", "/Encrypt",
))  # fmt: skip
ACTIONS = frozenset((
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/GoToR", "/GoToE", "/GoTo3DView",
    "/Rendition", "/Movie", "/Sound", "/RichMediaExecute", "/Hide",
))  # fmt: skip
BRINGS = frozenset((
    "/EmbeddedFile", "/FileAttachment", "/Movie", "/Sound", "/Screen", "/RichMedia", "/3D", "/Rendition",
))  # fmt: skip
PLAIN_LINKS = frozenset(("http", "https", "mailto", ""))


def acts(held: DictionaryObject) -> bool:
    return bool(
        KEYS & held.keys()
        or name(held, "/S") in ACTIONS
        or {name(held, "/Type"), name(held, "/Subtype")} & BRINGS
        or ("/OpenAction" in held and not goes_to_a_page(held["/OpenAction"]))
        or ("/URI" in held and not plain_link(held["/URI"]))
    )


def name(held: DictionaryObject, key: str) -> str:
    found = held.get(key)
    return found if isinstance(found, str) else ""


def goes_to_a_page(action: object) -> bool:
    """A file may say which of its own pages is shown first, and nothing else."""
    return isinstance(action, ArrayObject) or (
        isinstance(action, DictionaryObject) and action.get("/S") == "/GoTo"
    )


def plain_link(link: object) -> bool:
    """An address of the web or of a mailbox; the catalogue's own base of addresses is a dictionary."""
    if isinstance(link, DictionaryObject):
        return "/Base" not in link or plain_link(link["/Base"])
    told = link.decode("latin-1") if isinstance(link, bytes | ByteStringObject) else link
    return isinstance(told, str | TextStringObject) and urlsplit(told.strip()).scheme.lower() in PLAIN_LINKS
