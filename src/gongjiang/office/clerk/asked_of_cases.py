"""What the door asks of every case that goes through it: the columns of each answer, and the question."""

from django.db.models import Count, Q

from gongjiang.office.cases.models import (
    CorrectionItem,
    Determination,
    Event,
    Evidence,
    Grade,
    Hold,
    Nomination,
    Quota,
    Referral,
    Suspension,
    Veto,
)
from gongjiang.office.honours.models import Resolution
from gongjiang.office.journal.prepared import Prepared, PreparedRows
from gongjiang.office.notice.models import Entry, Objection
from gongjiang.office.registry.models import OccupationGroup, PayeeAccount
from gongjiang.office.review.models import Inspector, Panel, Placing, Recusal, Score, Seat, Visit

OPEN_ITEMS = CorrectionItem.objects.filter(correction__answered_on=None).order_by().values("correction__case")
COUNTED = OPEN_ITEMS.annotate(items=Count("pk")).values_list("correction__case", "items")
DETERMINED = ("case", "rule", "verdict", "confirmed_by", "by", "by__person")
SPENT = Nomination.objects.filter(merged=False).exclude(case__state="withdrawn")
SIGNED = Count("inspectors", filter=Q(inspectors__signed_at__isnull=False), distinct=True)
CONCERNED = Count("concerns", filter=Q(concerns__cleared_on=None), distinct=True)
VISITED = Visit.objects.annotate(signed=SIGNED, concerned=CONCERNED).values_list(
    "case", "signed", "conclusion", "concerned", "mark"
)
UPHELD = Objection.objects.filter(outcome=Objection.Outcome.REMOVED).values_list("entry__case")
LISTED = Resolution.cases.through.objects.order_by("resolution_id").values_list(
    "case_id", "resolution__document", "resolution__on", "resolution__equal"
)
ACCOUNTS = PayeeAccount.objects.select_related("organisation").order_by("pk")
HELD = Hold.objects.filter(released_on=None).values_list("key", "case", "case__number")
SERVING = Seat.objects.filter(kind=Seat.Kind.MEMBER, state=Seat.State.ACCEPTED).values_list("panel")
SEALED = Score.objects.filter(sealed_at__isnull=False).order_by("seat__order")

evidence = PreparedRows(lambda cases: Evidence.objects.filter(case__among=cases).values_list("case", "kind"))
determined = PreparedRows(
    lambda cases: Determination.objects.filter(case__among=cases).order_by("pk").values_list(*DETERMINED)
)
corrections = PreparedRows(lambda cases: COUNTED.filter(correction__case__among=cases))
vetoes: Prepared[Veto] = Prepared(
    lambda cases: Veto.objects.filter(case__among=cases).order_by("asked_on", "pk")
)
inspectors = PreparedRows(
    lambda cases: Inspector.objects.filter(visit__case__among=cases).values_list(
        "visit__case", "user__person"
    )
)
hands = PreparedRows(
    lambda cases: Event.objects.filter(case__among=cases, person__isnull=False).values_list(
        "case", "step", "person"
    )
)
grades = PreparedRows(
    lambda cases: Grade.objects.filter(case__among=cases).order_by("pk").values_list("case", "stage", "score")
)
referrals: Prepared[Referral] = Prepared(
    lambda cases: Referral.objects.filter(case__among=cases).order_by("pk")
)
waits = PreparedRows(
    lambda cases: Suspension.objects.filter(case__among=cases, lifted_on=None).values_list(
        "case", "since", "document"
    )
)
holds = PreparedRows(lambda keys: HELD.filter(key__among=keys))
accounts_of_people: Prepared[PayeeAccount] = Prepared(lambda people: ACCOUNTS.filter(person__among=people))
accounts_of_units: Prepared[PayeeAccount] = Prepared(lambda units: ACCOUNTS.filter(organisation__among=units))

places = PreparedRows(
    lambda rounds, bodies: Quota.objects.filter(round__among=rounds, body__among=bodies).values_list(
        "round", "body", "places"
    ),
    kinds=2,
)
spent = PreparedRows(
    lambda rounds, bodies: SPENT.filter(case__round__among=rounds, body__among=bodies).values_list(
        "case__round", "body"
    ),
    kinds=2,
)
ranks = PreparedRows(
    lambda rounds: Nomination.objects.filter(case__round__among=rounds).values_list(
        "case__round", "body", "rank"
    )
)
visits = PreparedRows(lambda cases: VISITED.filter(case__among=cases))
placings = PreparedRows(
    lambda cases: Placing.objects.filter(case__among=cases).values_list("case", "ranking__stage", "selected")
)
entries = PreparedRows(
    lambda cases: Entry.objects.filter(case__among=cases, superseded=False).values_list(
        "case", "closes_on", "state"
    )
)
upheld = Prepared(lambda cases: UPHELD.filter(entry__case__among=cases), lambda row: row[0])
listed = PreparedRows(lambda cases: LISTED.filter(case_id__among=cases))
decided = PreparedRows(
    lambda rounds: (
        Resolution.objects.filter(round__among=rounds).order_by("pk").values_list("round", "document", "on")
    )
)

groups = PreparedRows(lambda: OccupationGroup.objects.values_list("pk", "occupations"), kinds=0)
panels: Prepared[Panel] = Prepared(
    lambda rounds: Panel.objects.filter(round__among=rounds).select_related("round")
)
serving = Prepared(lambda panels: SERVING.filter(panel__among=panels), lambda row: row[0])
recused = Prepared(
    lambda cases: Recusal.objects.filter(case__among=cases).values_list("case", "expert"), tuple
)
scores = PreparedRows(
    lambda cases: SEALED.filter(case__among=cases).values_list("case", "seat__expert", "marks")
)
