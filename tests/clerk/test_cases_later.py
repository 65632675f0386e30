"""Worked cases that only the office can answer: objections, recusal, what a notice shows."""

import json
from pathlib import Path

from gongjiang.office.clerk.conflicts import conflicts
from gongjiang.office.clerk.objections import object_to
from gongjiang.office.notice.models import Entry
from gongjiang.office.registry.models import Expert
from gongjiang.web.demo.walking import Walk
from tests.town import Town

CASES = {
    case["id"]: case
    for case in json.loads((Path(__file__).parent.parent / "data" / "cases.json").read_text("utf-8"))["cases"]
}
SHOWN = {"姓名": "name", "单位": "unit", "工种": "occupation", "身份证号": "id_number"}


def test_an_anonymous_objection_is_a_clue(town: Town) -> None:
    walk: Walk = town.walked("noticed")
    entry = Entry.objects.filter(notice__round=walk.round)[0]

    made = object_to(entry, "anonymous", "请核实", "", walk.now)

    assert made.accepted is CASES["F13"]["expect"]["accepted_as_objection"]
    assert made.clue is CASES["F13"]["expect"]["logged_as_clue"]


def test_a_notice_shows_no_identity_number() -> None:
    fields = {field.name for field in Entry._meta.get_fields()}

    hidden = [name for name in CASES["F24"]["given"]["public_fields"] if SHOWN[name] not in fields]

    assert hidden == CASES["F24"]["expect"]["remove"]


def test_an_expert_of_the_nominees_unit_steps_back(town: Town) -> None:
    walk = town.nominated()
    case = walk.round.cases.select_related("person", "employer")[0]
    expert = Expert.objects.select_related("person")[0]
    assert conflicts([case], [expert], walk.day) == {}

    expert.person.employer = case.employer
    expert.person.save()

    assert (conflicts([case], [expert], walk.day) != {}) is CASES["F17"]["expect"]["must_recuse"]
