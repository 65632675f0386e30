"""Signs in the marks: for who audits alone, of closed panels alone, and nothing follows from them."""

import pytest
from django.urls import reverse

from gongjiang.law import marking_signs
from gongjiang.office.journal.models import Leaf
from gongjiang.office.review.models import Panel, Score, Seat
from tests.append_only import lifted
from tests.web.alive import Alive


@pytest.fixture
def rounds(alive: Alive) -> tuple[str, str]:
    """One whose panels have closed, and one that is being marked."""
    return reverse("insight:signs", args=(alive.refs["titled"],)), reverse(
        "insight:signs", args=(alive.refs["marking"],)
    )


def numbers(alive: Alive, key: str) -> set[str]:
    seats = Seat.objects.filter(
        panel__round__ref=alive.refs[key], kind=Seat.Kind.MEMBER, scores__isnull=False
    )
    return set(seats.values_list("expert__number", flat=True))


def test_who_audits_sees_how_each_expert_marked_once_the_panel_has_closed(alive, rounds):
    leaves, experts = Leaf.objects.count(), numbers(alive, "titled")

    page = alive.town.client("auditor").get(rounds[0]).content.decode()

    assert experts
    assert all(f"<td>{number}</td>" in page for number in experts)
    assert "专家之间的一致性（ICC）" in page
    assert Leaf.objects.count() == leaves


def test_nothing_is_told_while_a_panel_marks(alive, rounds):
    page = alive.town.client("supervisor").get(rounds[1]).content.decode()

    assert "个评审组尚未结束" in page
    assert not [number for number in numbers(alive, "marking") if number in page]


def test_nobody_else_is_told(alive, rounds):
    who = ("officer", "reviewer", "government", "leader", "auditadmin", alive.people["expert"])

    assert {alive.town.client(one).get(rounds[0]).status_code for one in who} == {404}


def test_two_who_gave_the_very_same_marks_are_named(alive, rounds, monkeypatch):
    monkeypatch.setattr(marking_signs, "FEWEST", 2)
    panel = Panel.objects.filter(round__ref=alive.refs["titled"], seats__scores__isnull=False)[0]
    scores = Score.objects.filter(seat__panel=panel, sealed_at__isnull=False).order_by("seat", "case")
    one, other = scores.values_list("seat", flat=True).distinct().order_by("seat")[:2]
    with lifted():
        for score in scores.filter(seat=one):
            scores.filter(seat=other, case=score.case_id).update(marks=score.marks)

    page = alive.town.client("auditor").get(rounds[0]).content.decode()

    pair = sorted(Seat.objects.filter(pk__in=(one, other)).values_list("expert__number", flat=True))
    assert "两名专家的评分完全相同" in page
    assert " · ".join(pair) in page
