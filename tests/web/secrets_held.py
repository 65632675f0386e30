"""What the house keeps to itself: each secret, how it would be otherwise, and who knows it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Model

from gongjiang.office.cases.models import (
    Case,
    Correction,
    CorrectionItem,
    Determination,
    Event,
    Evidence,
    LogRow,
    Nomination,
    Roster,
    RosterDoubt,
    RosterFault,
    Veto,
)
from gongjiang.office.duty.models import Goal, OrderEntry, Target, TargetEntry
from gongjiang.office.journal.models import Leaf
from gongjiang.office.ledger import models as ledger
from gongjiang.office.notice.models import Notice, Objection
from gongjiang.office.post.models import Address, Letter
from gongjiang.office.registry.models import (
    Delivery,
    Employment,
    Expert,
    InsuranceRecord,
    JudgedMark,
    Mentorship,
    OutsidePayment,
    PayeeAccount,
    Person,
    Result,
    ResultRuling,
    Token,
    User,
)
from gongjiang.office.review.models import (
    Concern,
    Draw,
    Inspector,
    Photo,
    Placing,
    Recusal,
    Score,
    Seat,
    Visit,
)
from gongjiang.office.services.models import Booking, Session
from gongjiang.office.stories.models import Story
from gongjiang.office.whatif.models import KeptScenario
from gongjiang.web.console.journal import verified
from gongjiang.web.visitor import now, today
from tests.web.access import Allowed, acting, living, login, named, seeing
from tests.web.alive import Alive

Change = Callable[[Alive], Any]
OFFICE = ("officer", "reviewer", "government", "supervisor", "auditor", "leader")
INSIDE, MONEY, KEEPERS = named(*OFFICE), acting("money.see"), acting("register.keep")
OTHER, WHEN = "另有其言", datetime(2026, 3, 2, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Secret:
    """Its name, what makes it otherwise, who knows it, and an address where somebody sees that it is so."""

    name: str
    otherwise: Callable[[Alive], Any]
    known_to: Allowed
    told_to: str = ""
    told_at: str = ""
    told_of: tuple[str, ...] = ()
    asked: str = ""
    """What is asked of the address: a search."""
    taken: bool = False
    """Whether it is sent, not opened: a person's own data."""
    days: int = 0
    """So many days later it is seen."""
    beside: Callable[[], bytes] | None = None
    """Where it is seen on no page: what the record's own verifier says."""


def also(*rules: Allowed) -> Allowed:
    return lambda alive: frozenset().union(*(rule(alive) for rule in rules))


def changed(
    model: type[Model], find: Callable[[Alive], dict[str, Any]], **values: Any
) -> Callable[[Alive], Any]:
    """Past the guards: what stands there is not what stood there; a value may be asked of the town."""

    def change(alive: Alive) -> int:
        told = {name: value(alive) if callable(value) else value for name, value in values.items()}
        many = model._default_manager.filter(**find(alive)).update(**told)
        assert many, f"there is no {model.__name__} to change"
        return many

    return change


def ref(key: str, name: str = "ref") -> Callable[[Alive], dict[str, Any]]:
    return lambda alive: {name: alive.refs[key]}


def case(key: str) -> Callable[[Alive], dict[str, Any]]:
    return ref(key, "case__ref")


def every(alive: Alive) -> dict[str, Any]:
    return {}


def _case(alive: Alive, key: str) -> Case:
    return Case.objects.get(ref=alive.refs[key])


def _user(alive: Alive, who: str) -> User:
    return alive.town.cast.users[login(alive, who)]


def unseated(alive: Alive) -> Expert:
    seen = {login(alive, who).removeprefix("expert-") for who in ("expert", "fellow", "stranger", "invited")}
    return Expert.objects.exclude(number__in=seen).exclude(seats__panel__round__ref=alive.refs["marking"])[0]


def third_seat(alive: Alive) -> Seat:
    mine = Seat.objects.get(ref=alive.refs["seat"])
    seen = {login(alive, who).removeprefix("expert-") for who in ("expert", "fellow", "stranger")}
    return Seat.objects.filter(panel=mine.panel, kind="member").exclude(expert__number__in=seen)[0]


def another_reviews(alive: Alive) -> None:
    Seat.objects.filter(pk=third_seat(alive).pk).update(expert=unseated(alive))


def marked(reason: str = "", mark: str = "61.07") -> Callable[[Alive], None]:
    def change(alive: Alive) -> None:
        held, kept = third_seat(alive), _case(alive, "marked")
        scheme_marks = Score.objects.filter(seat__panel__round__code="V")[0].marks
        Score.objects.create(seat=held, case=kept, marks=dict.fromkeys(scheme_marks, mark),
                             reasons=dict.fromkeys(scheme_marks, reason or OTHER))  # fmt: skip

    return change


def objected(alive: Alive) -> Objection:
    return Objection.objects.get(ref=alive.refs["objection"])


def other_objector(alive: Alive) -> None:
    held = objected(alive)
    held.put("请核实。", "某某，另一联系电话")
    held.save()


def other_objection(alive: Alive) -> None:
    held = objected(alive)
    held.put("另一情况，请核实。", "CANARY-objector-1380000")
    held.save()


def other_report(alive: Alive) -> None:
    held = objected(alive)
    held.report, held.reported_on = OTHER, held.entry.notice.opens_on
    held.save()


def other_number(alive: Alive) -> None:
    person = _case(alive, "nominated").person
    person.put_id_number("420199198001019991")
    person.put_phone("13900000001")
    person.save()


def other_account(alive: Alive) -> None:
    for row in ledger.BatchRow.objects.all():
        ledger.BatchRow.objects.filter(pk=row.pk).update(bank=OTHER, tail="0000", payee="某某某")


def own_account(alive: Alive) -> None:
    account = PayeeAccount(person=_case(alive, "other").person, holder="某", bank="示例行", added_at=now().at)
    account.put_number("6200000000000000")
    account.save()


def asked_to_correct(alive: Alive) -> None:
    made = Correction.objects.create(case=_case(alive, "nominated"), asked_on=today(), due_on=today())
    CorrectionItem.objects.create(correction=made, field="front_line", reason=OTHER)


def delivered() -> Delivery:
    many = Delivery.objects.count()
    return Delivery.objects.create(kind="x", source="某", name="某", sha256=f"{many:064}", at=now().at)


def by(alive: Alive, who: str = "officer") -> dict[str, Any]:
    return {"by": _user(alive, who)}


def address(alive: Alive) -> None:
    held = Address(person=_case(alive, "other").person, kind="email", code_until=now().at, added_at=now().at)
    held.put("somebody@example.org", "123456")
    held.save()


def booked(alive: Alive) -> None:
    """In both worlds somebody comes to the session."""
    held = Session.objects.get(ref=alive.refs["session"])
    Booking.objects.create(session=held, person=_user(alive, "checker").person, people=1, at=now().at)


def someone_else_comes(alive: Alive) -> None:
    Booking.objects.update(person=_user(alive, "approver").person)


NOMINATED, MARKED, VISITED = seeing("nominated"), seeing("marked"), seeing("visited")
SECRETS = (
    Secret("who reviews", another_reviews, INSIDE, "officer", "panel:marks", ("marking", "group")),
    Secret(
        "whether an invited expert declines",
        changed(Seat, ref("invited"), state="declined", reason=OTHER),
        INSIDE,
        "officer",
        "desk:round",
        ("round_I",),
    ),
    Secret(
        "that a fellow has marked, and how",
        marked(),
        named(),
        "third",
        "panel:score",
        ("third-seat", "marked"),
    ),
    Secret(
        "that an expert steps aside",
        lambda alive: Recusal.objects.create(
            case=_case(alive, "marked"),
            expert=third_seat(alive).expert,
            ground="declared",
            note=OTHER,
            at=now().at,
        ),
        INSIDE,
        "third",
        "panel:seat",
        ("third-seat",),
    ),
    Secret(
        "the pool of a draw before it is published",
        changed(Draw, lambda a: {"round__code": "I"}, pool=[], bundle={"pool": [OTHER]}),
        INSIDE,
        "officer",
        "desk:bundle",
        ("round_I", "1"),
    ),
    Secret(
        "the result of a draw before it is published",
        changed(Draw, lambda a: {"round__code": "I"}, public_value=OTHER, witness=OTHER, substitutions=[]),
        INSIDE,
        "officer",
        "desk:round",
        ("round_I",),
    ),
    Secret(
        "a rank",
        changed(Placing, lambda a: {"case__ref": a.refs["waiting"]}, rank=9, mark="61.07"),
        INSIDE,
        "officer",
        "desk:ranking",
        ("inspected", "shortlist"),
    ),
    Secret(
        "why somebody is passed over",
        changed(Placing, lambda a: {"case__ref": a.refs["waiting"]}, selected=False, reason="quota"),
        INSIDE,
        "officer",
        "desk:ranking",
        ("inspected", "shortlist"),
    ),
    Secret(
        "what a visit concludes",
        changed(Visit, ref("visit"), conclusion="fail", mark="61.07", checks={}),
        also(INSIDE, named("inspector1")),
        "inspector1",
        "desk:visit",
        ("visit",),
    ),
    Secret(
        "what does not agree",
        changed(Concern, ref("concern", "pk"), text=OTHER),
        also(INSIDE, named("inspector1")),
        "inspector1",
        "desk:visit",
        ("visit",),
    ),
    Secret(
        "what a photo of a visit shows",
        changed(Photo, ref("photo"), caption=OTHER, name="另一张.jpg", stored=""),
        also(INSIDE, named("inspector1")),
        "auditor",
        "desk:case",
        ("visited",),
    ),
    Secret(
        "who visits",
        changed(
            Inspector,
            lambda a: {"visit__case__ref": a.refs["visited"], "user__username": "inspector2"},
            user=lambda a: _user(a, "officer"),
        ),
        also(INSIDE, named("inspector1")),
        "officer",
        "desk:visits",
        ("inspected",),
    ),
    Secret(
        "what a draft says",
        changed(Case, ref("draft"), answers={}),
        seeing("draft"),
        "body",
        "desk:case",
        ("draft",),
    ),
    Secret(
        "where somebody's case stands",
        changed(Case, ref("other"), state="ineligible"),
        seeing("other"),
        "officer",
        "desk:case",
        ("other",),
    ),
    Secret(
        "what is decided of a condition",
        lambda alive: Determination.objects.create(
            case=_case(alive, "nominated"),
            rule="on_the_front_line",
            verdict="fail",
            reason=OTHER,
            on=today(),
            **by(alive),
        ),
        NOMINATED,
        "officer",
        "desk:case",
        ("nominated",),
    ),
    Secret(
        "how a body ranks and why",
        changed(Nomination, case("nominated"), rank=9, opinion=OTHER),
        NOMINATED,
        "officer",
        "desk:case",
        ("nominated",),
    ),
    Secret(
        "what a department answers",
        changed(Veto, ref("veto", "pk"), answer="object", note=OTHER),
        INSIDE,
        "officer",
        "desk:case",
        ("nominated",),
    ),
    Secret(
        "why a step was taken",
        changed(Event, case("nominated"), note=OTHER),
        NOMINATED,
        "officer",
        "desk:case",
        ("nominated",),
    ),
    Secret(
        "what is to be corrected",
        asked_to_correct,
        NOMINATED,
        "officer",
        "desk:case",
        ("nominated",),
    ),
    Secret(
        "a document's name",
        changed(Evidence, ref("paper"), name="另一份.pdf"),
        NOMINATED,
        "nominee",
        "desk:case",
        ("nominated",),
    ),
    Secret(
        "a log's row",
        changed(LogRow, ref("row"), told={"occupation": OTHER}),
        seeing("logged"),
        "officer",
        "desk:log",
        ("logged", "services"),
    ),
    Secret("who objects", other_objector, named("officer2"), "officer2", "desk:objection", ("objection",)),
    Secret(
        "what an objection says",
        other_objection,
        acting("objection.read"),
        "officer2",
        "desk:objection",
        ("objection",),
    ),
    Secret(
        "what was found about an objection",
        other_report,
        acting("objection.read"),
        "officer2",
        "desk:objection",
        ("objection",),
    ),
    Secret(
        "who handles an objection",
        changed(Objection, ref("objection"), handler=lambda a: _user(a, "officer"), finding=OTHER),
        acting("objection.read"),
        "reviewer",
        "desk:objection",
        ("objection",),
    ),
    Secret(
        "a notice of tomorrow",
        lambda alive: Notice.objects.create(
            scheme="craftsman-selection",
            title=OTHER,
            opens_on=today() + timedelta(days=1),
            days=5,
            closes_on=today() + timedelta(days=8),
            list_sha256="2" * 64,
            published_at=now().at,
        ),
        INSIDE,
        "anonymous",
        "portal:notices",
        days=1,
    ),
    Secret(
        "identity number and telephone",
        other_number,
        also(NOMINATED, KEEPERS),
        "officer",
        "desk:case",
        ("nominated",),
    ),
    Secret(
        "a birth date",
        changed(Person, lambda a: {"cases__ref": a.refs["nominated"]}, birth="1970-01-02"),
        also(NOMINATED, KEEPERS),
        "nominee",
        "desk:own_data",
        taken=True,
    ),
    Secret("where somebody is paid", other_account, MONEY, "maker", "finance:batch", ("batch",)),
    Secret("an account of one's own", own_account, named("another"), "another", "desk:account", ()),
    Secret(
        "why a payment waits",
        changed(ledger.Payable, ref("payable"), reason=OTHER, state="held"),
        MONEY,
        "maker",
        "finance:payable",
        ("payable",),
    ),
    Secret(
        "what the bank says",
        changed(ledger.BatchRow, every, state="failed"),
        MONEY,
        "maker",
        "finance:batch",
        ("batch",),
    ),
    Secret(
        "what is in suspense",
        changed(ledger.SuspenseItem, ref("item", "pk"), reason=OTHER, outcome="kept"),
        MONEY,
        "maker",
        "finance:item",
        ("item",),
    ),
    Secret(
        "a debt",
        changed(ledger.Recovery, ref("recovery"), ground=OTHER),
        MONEY,
        "maker",
        "finance:recovery",
        ("recovery",),
    ),
    Secret(
        "what an inspection of payments finds",
        changed(ledger.SampleFinding, every, note=OTHER),
        MONEY,
        "maker",
        "finance:sample",
        ("sample",),
    ),
    Secret(
        "what waits for a second hand",
        changed(ledger.PendingAct, ref("asked"), facts={"amount": 700}, reason=OTHER),
        MONEY,
        "maker",
        "finance:pending_one",
        ("asked",),
    ),
    Secret(
        "a match",
        changed(ledger.MatchEvidence, every, serial=OTHER),
        MONEY,
        "maker",
        "finance:match",
        ("receipt-match",),
    ),
    Secret(
        "an entry of the books",
        changed(ledger.Transfer, every, note=OTHER),
        MONEY,
        "maker",
        "finance:line",
        ("talent", "2026", "2.3.1"),
    ),
    Secret(
        "what is owed to somebody",
        changed(ledger.Payable, ref("payable"), amount=77_700),
        MONEY,
        "maker",
        "finance:payable",
        ("payable",),
    ),
    Secret(
        "where somebody worked",
        lambda alive: Employment.objects.create(
            person=_case(alive, "other").person,
            organisation=_case(alive, "nominated").employer,
            since=today(),
        ),
        seeing("other"),
        "another",
        "desk:own_data",
        taken=True,
    ),
    Secret(
        "whose master somebody is",
        lambda alive: Mentorship.objects.create(
            master=_case(alive, "other").person, apprentice=_case(alive, "marked").person, since=today()
        ),
        also(INSIDE, named("another")),
        "another",
        "desk:own_data",
        taken=True,
    ),
    Secret(
        "what another city paid",
        lambda alive: OutsidePayment.objects.create(
            delivery=delivered(), id_index="0" * 64, kind="x", occupation=OTHER, year=2026
        ),
        KEEPERS,
        "officer",
        "desk:deliveries",
    ),
    Secret(
        "since when somebody is insured",
        lambda alive: InsuranceRecord.objects.create(
            delivery=delivered(),
            person=_case(alive, "other").person,
            month=today(),
            months=7,
            status="employed",
        ),
        also(seeing("other"), KEEPERS),
        "another",
        "desk:own_data",
        taken=True,
    ),
    Secret(
        "a letter before it is sent",
        changed(Letter, ref("letter"), subject=OTHER, body=OTHER),
        acting("letter.send"),
        "officer",
        "desk:letter",
        ("letter",),
    ),
    Secret(
        "a letter to somebody",
        changed(Letter, ref("received"), subject=OTHER, body=OTHER),
        also(INSIDE, named("nominee")),
        "nominee",
        "desk:post_letter",
        ("received",),
    ),
    Secret(
        "whether a letter is read",
        changed(Letter, ref("received"), read_at=WHEN),
        also(INSIDE, named("nominee")),
        "nominee",
        "desk:post",
    ),
    Secret("an address", address, named("another"), "another", "desk:telling", ()),
    Secret(
        "a target",
        changed(Target, ref("target"), planned=77),
        acting("duty.see"),
        "body",
        "insight:target",
        ("target",),
    ),
    Secret(
        "an entry of an order",
        changed(OrderEntry, every, text=OTHER),
        acting("duty.see"),
        "body",
        "insight:order",
        ("order",),
    ),
    Secret(
        "an entry of a target",
        changed(TargetEntry, every, text=OTHER),
        acting("duty.see"),
        "officer",
        "insight:target",
        ("target",),
    ),
    Secret(
        "a goal",
        changed(Goal, ref("goal"), planned=7),
        MONEY,
        "maker",
        "finance:performance_line",
        ("talent", "2026", "2.3.1"),
    ),
    Secret(
        "a story before its consent",
        changed(Story, ref("story"), title=OTHER, text=OTHER),
        also(acting("story.take_down"), living("certified")),
        "officer",
        "desk:story",
        ("story",),
    ),
    Secret(
        "a result before it is published",
        changed(Result, lambda a: {"published_on": None}, rank=7, points=7),
        acting("round.see"),
        "officer",
        "desk:edition",
        ("edition",),
    ),
    Secret(
        "what judges gave",
        lambda alive: JudgedMark.objects.create(
            entry=Result.objects.filter(published_on=None)[0].entry,
            aspect=OTHER,
            max_mark=10,
            scores=["1", "2", "3"],
            at=now().at,
            **by(alive),
        ),
        acting("round.see"),
        "officer",
        "desk:edition",
        ("edition",),
    ),
    Secret(
        "that a result is to be annulled",
        lambda alive: ResultRuling.objects.create(
            result=Result.objects.get(ref=alive.refs["result"]),
            kind="annul",
            reason=OTHER,
            document=OTHER,
            prepared_by=_user(alive, "officer"),
            prepared_at=now().at,
        ),
        acting("round.see"),
        "officer",
        "desk:result",
        ("result",),
    ),
    Secret(
        "what is wrong in a roster",
        changed(RosterFault, every, zh=OTHER, en=OTHER),
        acting("roster.see"),
        "officer",
        "desk:roster",
        ("claims",),
    ),
    Secret(
        "what is to be looked at in a roster",
        changed(RosterDoubt, every, zh=OTHER, en=OTHER),
        acting("roster.see"),
        "officer",
        "desk:roster",
        ("claims",),
    ),
    Secret(
        "a roster",
        changed(Roster, ref("claims"), name=OTHER, total=77_700),
        acting("roster.see"),
        "officer",
        "desk:rosters",
        (),
    ),
    Secret(
        "who comes to a session",
        someone_else_comes,
        seeing("logged"),
        "unit",
        "desk:session",
        ("session",),
    ),
    Secret(
        "a question that was kept",
        lambda alive: KeptScenario.objects.create(
            plan="wuhan",
            name=OTHER,
            source="register",
            found={},
            on=today(),
            kept_at=now().at,
            kept_by=_user(alive, "leader"),
        ),
        acting("whatif.ask"),
        "officer",
        "insight:what_if",
    ),
    Secret(
        "somebody's token",
        lambda alive: Token.objects.create(
            user=_user(alive, "leader"),
            name=OTHER,
            secret_sha256="3" * 64,
            scopes=[],
            made_at=now().at,
            expires_on=today(),
        ),
        named("leader"),
        "leader",
        "desk:tokens",
        (),
    ),
    Secret(
        "what is in the record",
        changed(Leaf, lambda a: {"seq": 3}, body="{}"),
        named(),
        beside=lambda: repr(verified()).encode(),
    ),
    Secret(
        "when somebody signed in",
        changed(User, lambda a: {"username": "system"}, last_login=WHEN),
        acting("account.make"),
        "security",
        "desk:appointments",
        asked="?q=system",
    ),
)
