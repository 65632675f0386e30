"""异议: by real name or unit seal it is accepted and the person is held; anonymous ones are kept as clues."""

from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet

from gongjiang.law.standing import Actor
from gongjiang.office.clerk.authority import must
from gongjiang.office.clerk.correcting import Correction, corrected
from gongjiang.office.clerk.moment import Moment
from gongjiang.office.clerk.refused import refuse
from gongjiang.office.journal.models import record, record_many
from gongjiang.office.journal.rows import in_parts, of_rows, wrote
from gongjiang.office.notice.models import Entry, Objection

BEIJING = ZoneInfo("Asia/Shanghai")
LONGEST = 2000
Kind, Outcome = Objection.Kind, Objection.Outcome


@transaction.atomic
def object_to(entry: Entry, kind: str, text: str, who: str, now: Moment) -> Objection:
    """Received as it came. Late or anonymous ones are clues;
    a nominee's own complaint is a request for review.
    """
    if kind not in Kind.values:
        raise refuse("请选择异议方式", "Choose how you object")
    if not text.strip() or len(text) > LONGEST:
        raise refuse(
            f"请写明异议内容，不超过 {LONGEST} 字", f"State your objection, in at most {LONGEST} characters"
        )
    if kind in (Kind.PERSON, Kind.UNIT) and not who.strip():
        raise refuse(
            "实名异议请填写姓名（单位名称）和联系方式", "Give your name (or the unit's) and how to reach you"
        )
    entry = _standing_version(entry)
    inside = entry.notice.opens_on <= now.at.astimezone(BEIJING).date() <= entry.closes_on
    accepted = inside and kind in (Kind.PERSON, Kind.UNIT) and entry.state != Entry.State.STRUCK
    made = Objection(
        entry=entry, kind=kind, received_at=now.at, accepted=accepted, clue=not accepted and kind != Kind.OWN
    )
    made.put(text.strip(), who.strip())
    made.save()
    told = {"entry": entry.pk, "kind": kind, "accepted": accepted} | (_held(entry) if accepted else {})
    record("objection.receive", made.ref, told, now.at)
    return made


def _held(entry: Entry) -> dict[str, Any]:
    """Who is objected to waits; the row as it is from now on, for the record."""
    row = Entry.objects.filter(pk=entry.pk)
    row.exclude(state=Entry.State.STRUCK).update(state=Entry.State.HELD)
    return of_rows(wrote(row))


@transaction.atomic
def take(objection: Objection, actor: Actor, now: Moment) -> Objection:
    """An officer who has not handled the nominee's case takes it up."""
    must(actor, "objection.take")
    objection = locked(objection)
    if objection.handler_id:
        raise refuse("该异议已有人承办", "Somebody is handling this objection already")
    if objection.entry.case.events.filter(person=actor.person).exists():
        raise refuse(
            "您办理过此人的申报，应由他人核查", "You have handled this case: another person must look into it"
        )
    objection.handler_id = actor.user
    objection.save(update_fields=["handler"])
    record("objection.take", objection.ref, {"by": actor.user}, now.at)
    return objection


@transaction.atomic
def report_objection(objection: Objection, told: str, actor: Actor, now: Moment) -> Objection:
    """What the handler found; from then on another may decide."""
    must(actor, "objection.take")
    objection = locked(objection)
    if objection.handler_id != actor.user:
        raise refuse("仅承办人可以报告核查情况", "Only who took the objection up reports on it")
    if objection.reported_on:
        raise refuse("核查情况已报告", "What was found is reported already")
    if not told.strip() or len(told) > LONGEST:
        raise refuse(
            f"请写明核查情况，不超过 {LONGEST} 字", f"State what was found, in at most {LONGEST} characters"
        )
    objection.report, objection.reported_on = told.strip(), now.day
    objection.save(update_fields=["report_sealed", "reported_on"])
    record("objection.report", objection.ref, {"by": actor.user, "on": now.day}, now.at)
    return objection


@transaction.atomic
def close_objection(objection: Objection, outcome: str, finding: str, actor: Actor, now: Moment,
                    honours: str = "", reason: str = "") -> Objection:  # fmt: skip
    """Rejected lifts the hold; corrected puts the person to notice again; removed strikes the name."""
    must(actor, "objection.close")
    objection = locked(objection)
    if objection.closed_on:
        raise refuse("该异议已办结", "This objection is closed")
    if outcome not in Outcome.values or not finding.strip():
        raise refuse("请选择结论并写明核查情况", "Choose an outcome and state what was found")
    if objection.handler is None or actor.person in (None, objection.handler.person_id):
        raise refuse("核查与结论须由不同人员完成", "One looks into it, another decides")
    if objection.reported_on is None:
        raise refuse("承办人尚未报告核查情况", "Who handles it has not reported yet")
    objection.outcome, objection.finding, objection.closed_on = outcome, finding.strip(), now.day
    objection.save()
    entry, body = _last_version(objection.entry), dict[str, Any]()
    if outcome == Outcome.CORRECTED and entry.state != Entry.State.STRUCK:
        entry, body = corrected(entry, Correction(honours, reason, actor.user), now)
    entry.state = standing(entry, outcome)
    entry.save(update_fields=["state"])
    body |= {"outcome": outcome, "finding": finding, "by": actor.user, "entry": entry.state,
             "version": entry.version, "honours": entry.honours, "closes": entry.closes_on}  # fmt: skip
    rows = [("notice.list", entry.notice.ref, part) for part in in_parts(Entry, touched(entry, body))]
    record_many([("objection.close", objection.ref, body), *rows], now.at)
    return objection


def touched(entry: Entry, body: dict[str, Any]) -> list[int]:
    """The rows that closing an objection writes: both versions, or all of the list where all start anew."""
    if body.get("alone", True):
        return [key for key in (entry.corrects_id, entry.pk) if key]
    return list(Entry.objects.filter(notice=entry.notice_id).order_by("pk").values_list("pk", flat=True))


def standing(entry: Entry, outcome: str) -> str:
    """Once struck, struck for good; held while any accepted objection is open, whatever this one came to.
    What was said against an earlier version stands against the later one.
    """
    if entry.state == Entry.State.STRUCK or outcome == Outcome.REMOVED:
        return Entry.State.STRUCK
    against = Objection.objects.filter(entry__case=entry.case_id, entry__notice=entry.notice_id)
    if against.filter(accepted=True, closed_on=None).exists():
        return Entry.State.HELD
    return Entry.State.CORRECTED if against.filter(outcome=Outcome.CORRECTED).exists() else Entry.State.LISTED


def locked(objection: Objection) -> Objection:
    held = Objection.objects.select_for_update(of=("self",)).select_related("entry__case")
    return held.prefetch_related("handler").get(pk=objection.pk)


def _versions(entry: Entry) -> QuerySet[Entry]:
    held = Entry.objects.select_for_update(of=("self",)).select_related("notice")
    return held.filter(notice=entry.notice_id, case=entry.case_id).order_by("-version")


def _last_version(entry: Entry) -> Entry:
    return _versions(entry)[0]


def _standing_version(entry: Entry) -> Entry:
    """Whoever opened the form before a correction objects to the version that stands."""
    if (found := _versions(entry).filter(superseded=False).first()) is None:
        raise refuse("该条目已更正或另行公示，请重新打开", "The entry was corrected meanwhile: open it again")
    return found
