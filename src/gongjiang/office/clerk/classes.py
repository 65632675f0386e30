"""The roster of a class: sent by the unit, whole or not at all; a new one stands in the place of the old."""

from django.db import transaction
from django.db.models import Max

from gongjiang.law.standing import Actor
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Problem, Words
from gongjiang.office.cases.models import Case, Trainee
from gongjiang.office.clerk.authority import account
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import Refused, refuse
from gongjiang.office.journal.adding import add_many
from gongjiang.office.journal.models import record
from gongjiang.office.registry.blinding import any_of, latest, latest_of
from gongjiang.office.registry.models import Person
from gongjiang.office.registry.sheets.reading import read_sheet
from gongjiang.office.registry.sheets.trainees import COLUMNS, Listed, trainees

TOLD = 20


@transaction.atomic
def send_trainees(case: Case, data: bytes, actor: Actor, now: Moment) -> int:
    """While the class is under way, by the unit that holds it."""
    held = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    units = {post.organisation for post in actor.posts if post.role is Role.EMPLOYER}
    if held.employer_id not in units:
        raise refuse("只有举办单位可以报送学员名单", "Only the host may send the roster")
    if held.state != State.UNDER_WAY:
        raise refuse("培训中的项目才能报送学员名单", "A roster is sent while the class is under way")
    listed = _read(data, now)
    people = _people(listed, now)
    last = held.trainees.aggregate(last=Max("edition"))["last"] or 0
    add_many(
        Trainee(case=held, edition=last + 1, person=people[one.id_number], hours=one.hours, passed=one.passed)
        for one in listed
    )
    told = {"edition": last + 1, "trainees": len(listed), "by": account(actor)}
    record("class.roster", held.ref, told, now.at)
    return len(listed)


def _read(data: bytes, now: Moment) -> list[Listed]:
    sheet = read_sheet(data, COLUMNS)
    if isinstance(sheet, Problem):
        raise Refused(sheet.said)
    listed, faults = trainees(sheet, now.day)
    if faults:
        zh = "；".join(f"第 {f.row} 行 {f.column}：{f.said.zh}" for f in faults[:TOLD])
        en = "; ".join(f"row {f.row} {f.column}: {f.said.en}" for f in faults[:TOLD])
        raise Refused(Words(f"名单有误，未收。{zh}", f"The roster was not taken. {en}"))
    if not listed:
        raise refuse("名单中没有学员", "Nobody is on the roster")
    return listed


def _people(listed: list[Listed], now: Moment) -> dict[str, Person]:
    """Found by number, under the name on record; or made."""
    indices = {latest_of(one.id_number): one for one in listed}
    found = Person.objects.filter(id_index__in=any_of(one.id_number for one in listed))
    known = {latest(person.id_index or ""): person for person in found}
    for index, person in known.items():
        if person.name != indices[index].name:
            raise refuse(f"{indices[index].name}：该证件号码登记的姓名与所填不一致",
                         f"{indices[index].name}: the name on record for this number differs")  # fmt: skip
    fresh = [_person(one) for index, one in indices.items() if index not in known]
    add_many(fresh)
    everybody = {**known, **{latest(person.id_index or ""): person for person in fresh}}
    return {one.id_number: everybody[index] for index, one in indices.items()}


def _person(one: Listed) -> Person:
    person = Person(name=one.name, birth=one.birth, sex=one.sex)
    person.put_id_number(one.id_number)
    return person
