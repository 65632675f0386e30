"""Photos of an inspection: by its inspectors while it is open, pictures alone, twelve; in the record."""

import json
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from gongjiang.law.standing import Actor, Post
from gongjiang.law.terms import Role, State
from gongjiang.office.cases.models import Case
from gongjiang.office.clerk import evidence, photographing, visiting
from gongjiang.office.clerk.evidence import Document
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.photographing import MOST, add_photo
from gongjiang.office.clerk.retaining import ask_retirement, carry_out
from gongjiang.office.clerk.tracing import strayed
from gongjiang.office.journal.models import Leaf
from gongjiang.office.journal.verifying import first_fault
from gongjiang.office.registry.files import EVIDENCE, keep, kept
from gongjiang.office.review.models import Inspector, Photo, Visit
from gongjiang.office.review.visible import visits_seen
from gongjiang.web.demo.walking import Walk
from tests.clerk.standing import refused
from tests.paper import picture
from tests.town import Town

pytestmark = pytest.mark.both
SENT = sha256(b"as it was sent").hexdigest()


@pytest.fixture
def walk(town: Town) -> Walk:
    return town.walked("shortlisted", many=1, places=1)


@pytest.fixture
def visit(walk: Walk) -> Visit:
    team = [walk.cast.users[name] for name in ("inspector1", "inspector2")]
    case = walk.cases(State.INSPECTION)[0]
    return visiting.plan_visit(case, walk.day, "一号车间", team, walk.who("officer"), walk.now)


def shot(turn: int = 0) -> Document:
    """A picture that was kept; each turn another."""
    body = picture("JPEG", (30 + turn, 20))
    stored, digest = keep(EVIDENCE, body)
    return Document("photo", "车间.jpg", "image/jpeg", len(body), digest, stored, SENT)


def add(walk: Walk, visit: Visit, turn: int = 0, who: str = "inspector1", caption: str = "机床前") -> Photo:
    return add_photo(visit, shot(turn), caption, walk.who(who), walk.now)


def reported(walk: Walk, visit: Visit) -> None:
    checks = dict.fromkeys(visiting.CHECKS, "confirmed")
    visiting.report_visit(visit, checks, {}, "88", [], "pass", walk.who("inspector1"), walk.now)


def signed(visit: Visit) -> int:
    return Inspector.objects.filter(visit=visit, signed_at__isnull=False).count()


def test_a_photo_stands_with_its_time_and_who_took_it_and_the_leaf_tells_both_hashes(
    walk: Walk, visit: Visit
) -> None:
    made = add(walk, visit, who="inspector2", caption=" 独立操作 ")

    body = json.loads(Leaf.objects.filter(kind="visit.photo", ref=visit.ref).get().body)
    assert (made.caption, made.by.username, made.at) == ("独立操作", "inspector2", walk.now.at)
    assert (body["sha256"], body["sent"], body["photo"]) == (made.sha256, SENT, made.ref)
    assert sha256(kept(EVIDENCE, made.stored) or b"").hexdigest() == made.sha256
    assert (list(body["rows"]), strayed(), first_fault()) == (["review_photo"], [], None)


def test_only_an_inspector_of_this_visit_adds_one(walk: Walk, visit: Visit) -> None:
    for who in ("inspector3", "officer", "reviewer"):
        with refused("不是该次考察的考察人员"):
            add(walk, visit, who=who)


def test_a_photo_makes_a_signature_void_and_after_two_there_is_no_other(walk: Walk, visit: Visit) -> None:
    reported(walk, visit)
    visiting.sign_visit(visit, walk.who("inspector1"), walk.now)

    add(walk, visit, who="inspector2")

    assert signed(visit) == 0
    for who in ("inspector1", "inspector2"):
        visiting.sign_visit(visit, walk.who(who), walk.now)
    with refused("已有两人签字，不能再改"):
        add(walk, visit, 1)
    assert signed(visit) == 2


def test_when_the_inspection_is_over_nothing_is_added(walk: Walk, visit: Visit) -> None:
    Case.objects.filter(pk=visit.case_id).update(state=State.REVIEWED)

    with refused("考察已结束"):
        add(walk, visit)


def test_a_visit_has_twelve_photos_and_no_thirteenth(walk: Walk, visit: Visit) -> None:
    for turn in range(MOST):
        add(walk, visit, turn)

    with refused("至多 12 张"):
        add(walk, visit, MOST)


def test_what_is_no_picture_or_says_nothing_or_is_there_already_is_refused(walk: Walk, visit: Visit) -> None:
    add(walk, visit)

    paper = replace(shot(1), media_type="application/pdf")
    with refused("只接受图片"):
        add_photo(visit, paper, "函", walk.who("inspector1"), walk.now)
    for caption in ("", "  ", "长" * 121):
        with refused("请写明照片内容"):
            add(walk, visit, 1, caption=caption)
    with refused("已经添加过"):
        add(walk, visit, who="inspector2")


def test_the_bytes_are_bounded_and_a_case_full_of_documents_keeps_no_inspector_away(
    walk: Walk, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = replace(shot(3), kind="letter")
    evidence.add_evidence(visit.case, letter, walk.who("officer"), walk.now)
    size = add(walk, visit).size

    monkeypatch.setattr(photographing, "OF_CASE", size + shot(1).size - 1)
    with refused("照片已满"):
        add(walk, visit, 1)
    monkeypatch.setattr(photographing, "OF_CASE", size + shot(1).size)
    add(walk, visit, 1)


def test_a_row_is_neither_edited_nor_taken_away(walk: Walk, visit: Visit) -> None:
    add(walk, visit)

    for statement in ("UPDATE review_photo SET caption = 'x'", "DELETE FROM review_photo"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            connection.cursor().execute(statement)


def test_a_file_that_was_altered_or_is_gone_is_named(walk: Walk, visit: Visit) -> None:
    stored = add(walk, visit).stored
    path = Path(settings.HOME) / EVIDENCE / stored
    body = path.read_bytes()

    path.write_bytes(body[:-1] + bytes([body[-1] ^ 1]))
    assert strayed() == [f"file {stored}"]
    path.unlink()
    assert strayed() == [f"file {stored}"]


def test_the_files_go_with_the_persons_data_and_the_record_says_that_they_rightly_went(
    walk: Walk, visit: Visit, django_capture_on_commit_callbacks: object
) -> None:
    made = add(walk, visit)
    walk.step("end", "reviewer", [visit.case], reason="考察不通过。")
    later = Moment(walk.day + timedelta(days=3 * 366), walk.now.at + timedelta(days=3 * 366))
    asked = ask_retirement(visit.case.person, "保存期满", walk.who("officer"), later)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        carry_out(asked, walk.who("reviewer"), later)

    assert kept(EVIDENCE, made.stored) is None
    assert not Leaf.objects.filter(ref=visit.ref).exists()
    assert (strayed(), first_fault()) == ([], None)


def test_a_visit_is_seen_by_its_inspectors_and_the_office_and_by_nobody_with_a_part_in_the_case(
    walk: Walk, visit: Visit
) -> None:
    case, officer = visit.case, walk.who("officer")
    parts = {
        "the nominee": replace(officer, person=case.person_id),
        "a body": replace(officer, posts=(*officer.posts, Post(Role.NOMINATOR, body=case.body_id))),
        "the unit": replace(officer, posts=(*officer.posts, Post(Role.EMPLOYER, case.employer_id))),
        "a nominator": Actor(officer.user, None, (Post(Role.NOMINATOR, body=case.body_id),)),
        "another inspector": walk.who("inspector3"),
        "nobody": Actor(user=None),
    }
    seers = [walk.who(name) for name in ("officer", "reviewer", "leader", "inspector1", "inspector2")]

    assert [who for who, actor in parts.items() if visits_seen(actor).exists()] == []
    assert [visits_seen(actor).count() for actor in seers] == [1] * len(seers)
