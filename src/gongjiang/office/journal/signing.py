"""Heads are signed with the house's key of the record; whoever has the public key can check them."""

from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.db import transaction

from gongjiang.law.journal import note
from gongjiang.office.journal.models import Checkpoint, Head, Witnessed, stamped


def private() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(settings.LOG_KEY)


def house_key() -> note.Key:
    return note.key_of(private().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))


def signed(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether an Ed25519 signature holds."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def signature_line(message: bytes) -> str:
    return note.signature_line(house_key(), private().sign(message))


@transaction.atomic
def sign_head(at: datetime) -> Checkpoint | None:
    """The record's end, signed; None where there is no record. One end is signed once."""
    head = Head.objects.select_for_update().filter(pk=1).first()
    if head is None or not head.size:
        return None
    held = Checkpoint.objects.filter(size=head.size).first()
    if held:
        return held
    text = note.text(note.Head(head.size, bytes.fromhex(head.root), house_key().name), stamped(at))
    signature = signature_line(text.encode())
    return Checkpoint.objects.create(size=head.size, root=head.root, note=f"{text}\n{signature}", at=at)


def newest_head() -> str:
    """SIZE:ROOT of the newest signed head, as it is printed on paper; nothing where none was signed yet."""
    last = Checkpoint.objects.order_by("-size").first()
    return f"{last.size}:{last.root}" if last else ""


def first_head_since(at: datetime) -> str:
    """SIZE:ROOT of the first head signed from a moment on: it holds what was published at that moment."""
    first = Checkpoint.objects.filter(at__gte=at).order_by("size").first()
    return f"{first.size}:{first.root}" if first else ""


@transaction.atomic
def hand_head(holder: str, at: datetime) -> Checkpoint | None:
    """The record's end for somebody outside to keep; that they have it is kept here."""
    made = sign_head(at)
    if made:
        Witnessed.objects.create(checkpoint=made, holder=holder, at=at)
    return made


def holds(one: Checkpoint) -> bool:
    """Whether a kept head says what its note says, under the house's own key."""
    found, key = note.head(one.note), house_key()
    made = note.signatures(found[2]) if found else None
    if not found or not made:
        return False
    head, text, _ = found
    told = (head.size, head.root.hex(), head.origin) == (one.size, one.root, key.name)
    return told and note.vouched(text.encode(), made, {(key.name, key.id): key}, signed)
