"""What goes when a person's data goes: fields, addresses, letters, files, account, what leaves told.

Events, nominations and notices stay as they were decided; they name nobody but by the row that is now empty.
"""

from datetime import datetime
from functools import partial

from allauth.mfa.models import Authenticator
from django.db import transaction

from gongjiang.office.cases.models import Case, Evidence
from gongjiang.office.journal.erasing import erase
from gongjiang.office.journal.models import Leaf
from gongjiang.office.post.models import Address, Letter, Preference, Reworded, Sending
from gongjiang.office.registry.files import EVIDENCE, destroy
from gongjiang.office.registry.models import (
    Employment,
    InsuranceRecord,
    Mentorship,
    PayeeAccount,
    Person,
    Token,
)
from gongjiang.office.review.models import Photo, Visit

NOBODY = "（已删除）"
KINDS_THAT_ROWS_ANSWER_FOR = ("score.seal", "transfer")


def erase_person(person: Person, by: str, at: datetime) -> None:
    """All of it in the caller's transaction; the files once that has held."""
    cases = list(Case.objects.filter(person=person))
    refs = [person.ref, *(case.ref for case in cases)]
    refs += Address.objects.filter(person=person).values_list("ref", flat=True)
    refs += Visit.objects.filter(case__in=cases).values_list("ref", flat=True)
    kept = Evidence.objects.filter(case__in=cases), Photo.objects.filter(visit__case__in=cases)
    files = [name for found in kept for name in found.exclude(stored="").values_list("stored", flat=True)]
    _letters(person)
    _case_files(person)
    _account(person)
    _registers(person)
    told = Leaf.objects.filter(ref__in=refs).exclude(kind__in=KINDS_THAT_ROWS_ANSWER_FOR)
    erase(list(told.values_list("seq", flat=True)), "retention", by, at)
    for name in files:
        transaction.on_commit(partial(destroy, EVIDENCE, name))


def _letters(person: Person) -> None:
    """Letters that were reworded are kept by their guard, and so stay."""
    going = Letter.objects.filter(person=person).exclude(pk__in=Reworded.objects.values("letter"))
    Sending.objects.filter(letter__in=going).delete()
    Sending.objects.filter(address__person=person).delete()
    going.delete()
    Address.objects.filter(person=person).delete()
    Preference.objects.filter(person=person).delete()


def _case_files(person: Person) -> None:
    Case.objects.filter(person=person).update(answers={}, account=None)
    PayeeAccount.objects.filter(person=person).delete()


def _account(person: Person) -> None:
    for user in person.users.all():
        user.username, user.first_name, user.is_active = f"erased-{user.pk}", NOBODY, False
        user.set_unusable_password()
        user.save()
        Authenticator.objects.filter(user=user).delete()
        Token.objects.filter(user=user).update(name="")


def _registers(person: Person) -> None:
    for model in (Employment, InsuranceRecord):
        model.objects.filter(person=person).delete()
    Mentorship.objects.filter(apprentice=person).delete()
    Mentorship.objects.filter(master=person).delete()
    person.certificates.all().delete()
    person.held_honours.all().delete()
    person.name, person.birth, person.sex, person.employer = NOBODY, None, "", None
    person.occupation = person.position = ""
    person.id_sealed = person.phone_sealed = person.id_index = None
    person.save()
