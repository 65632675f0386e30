"""Who reaches which address: one line each. Everybody else is told that it is not there."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from gongjiang.law.policy import ACTS, SIGHT, Scope
from gongjiang.office.cases.models import Case
from gongjiang.office.review.models import Visit
from tests.web.alive import Alive

STAFF = {
    "officer": "officer",
    "reviewer": "reviewer",
    "government": "government",
    "supervisor": "supervisor",
    "maker": "finance_maker",
    "leader": "leader",
    "auditor": "auditor",
    "system": "system_admin",
    "security": "security_admin",
    "auditadmin": "audit_admin",
    "inspector1": "inspector",
    "inspector3": "inspector",
    "expert": "expert",
    "fellow": "expert",
    "stranger": "expert",
    "body": "nominator",
    "other-body": "nominator",
    "employer": "employer",
    "other-employer": "employer",
    "nominee": "",
    "another": "",
}
"""The principals, each with the role it is there for; nominees have none."""
Allowed = Callable[[Alive], frozenset[str]]


def named(*who: str) -> Allowed:
    return lambda alive: frozenset(who)


def acting(act: str) -> Allowed:
    """Those whom the policy table names."""
    return lambda alive: frozenset(who for who, role in STAFF.items() if role in {r.value for r in ACTS[act]})


def people(alive: Alive) -> frozenset[str]:
    """Everybody behind whose account there is a natural person, or who acts for a unit."""
    users = alive.town.cast.users
    return frozenset(who for who in STAFF if users[login(alive, who)].person_id)


def inside(act: str) -> Allowed:
    """Those of the office whom the policy table names; a unit sees what it sent itself, and nothing else."""
    return lambda alive: acting(act)(alive) - {"employer", "other-employer"}


def onlooking(alive: Alive) -> frozenset[str]:
    """Who sees what was found on the spot: those inside, and the inspectors who were there."""
    return acting("round.see")(alive) | named("inspector1")(alive)


def owning(act: str) -> Allowed:
    """Those of the office whom the policy table names, and of the bodies the one that it is set for."""
    return lambda alive: acting(act)(alive) - {"other-body", "department"}


def seeing(key: str, act: str = "") -> Allowed:
    """By their role; or because the case is theirs, their unit's, their body's, or of their visit."""

    def allowed(alive: Alive) -> frozenset[str]:
        case = Case.objects.select_related("person", "employer", "body").get(ref=alive.refs[key])
        wide = {role.value for role, scope in SIGHT.items() if scope is Scope.ALL}
        found = {who for who, role in STAFF.items() if role in wide or whose(alive, who, case)}
        return frozenset(found) & (acting(act)(alive) if act else frozenset(STAFF))

    return allowed


def living(key: str) -> Allowed:
    """The office, and the person whose life it is."""

    def allowed(alive: Alive) -> frozenset[str]:
        case = Case.objects.get(ref=alive.refs[key])
        users, wide = alive.town.cast.users, {r.value for r, scope in SIGHT.items() if scope is Scope.ALL}
        return frozenset(
            who for who, role in STAFF.items()
            if role in wide or users[login(alive, who)].person_id == case.person_id
        )  # fmt: skip

    return allowed


def bringing(key: str) -> Allowed:
    """Who may add a document: the policy table's, and the person whose case it is."""

    def allowed(alive: Alive) -> frozenset[str]:
        case = Case.objects.get(ref=alive.refs[key])
        users = alive.town.cast.users
        own = {who for who in STAFF if users[login(alive, who)].person_id == case.person_id}
        return seeing(key, "evidence.add")(alive) | own

    return allowed


def whose(alive: Alive, who: str, case: Case) -> bool:
    user = alive.town.cast.users[login(alive, who)]
    posts = user.postings.all()
    return (
        user.person_id == case.person_id
        or any(p.role == "employer" and p.organisation_id == case.employer_id for p in posts)
        or any(p.role == "nominator" and p.body_id == case.body_id for p in posts)
        or Visit.objects.filter(case=case, inspectors__user=user).exists()
    )


@dataclass(frozen=True)
class Door:
    name: str
    args: tuple[str, ...]
    allowed: Allowed
    methods: str = "GET"
    posts: Allowed | None = None
    """Who may send something there, where fewer may than may look."""

    def open_to(self, alive: Alive, method: str) -> frozenset[str]:
        return (self.posts if method == "POST" and self.posts else self.allowed)(alive)


def address(alive: Alive, door: Door) -> str:
    return reverse(door.name, args=[alive.refs.get(key, key) for key in door.args])


def login(alive: Alive, who: str) -> str:
    if who == "stranger":
        taken = {alive.people[key] for key in ("expert", "fellow", "invited")}
        return next(
            name for name in sorted(alive.town.cast.users) if name.startswith("expert-") and name not in taken
        )
    return alive.people.get(who, who)


EVERYBODY: Allowed = lambda alive: frozenset(STAFF)  # noqa: E731
NOBODY: Allowed = named()
DOORS = (
    Door("desk:todo", (), EVERYBODY),
    Door("desk:cases", (), EVERYBODY),
    Door("desk:export", (), EVERYBODY),
    Door("desk:case", ("nominated",), seeing("nominated")),
    Door("desk:case", ("visited",), seeing("visited")),
    Door("desk:case", ("certified",), seeing("certified")),
    Door("desk:step", ("nominated", "screen"), seeing("nominated"), "POST"),
    Door("desk:upload", ("nominated",), bringing("nominated"), "POST"),
    Door("desk:log", ("logged", "services"), seeing("logged"), "GET POST"),
    Door("desk:log_sheet", ("logged", "services"), seeing("logged"), "POST"),
    Door("desk:log_act", ("logged", "row", "confirm"), seeing("logged"), "POST"),
    Door("desk:sessions", ("logged",), seeing("logged"), "GET POST"),
    Door("desk:session", ("session",), EVERYBODY),
    Door("desk:session_act", ("session", "book"), EVERYBODY, "POST"),
    Door("desk:session_here", ("session", "code"), EVERYBODY, "GET POST"),
    Door("desk:session_door", ("session",), named("officer")),
    Door("desk:awards", (), acting("register.keep"), "GET POST"),
    Door("desk:award", ("award",), acting("register.keep"), "GET POST"),
    Door("desk:pool", (), acting("round.see")),
    Door("desk:person", ("life",), living("nominated")),
    Door("desk:unmask", ("life",), acting("person.unmask"), "POST"),
    Door("desk:disclosures", (), acting("disclosure.see"), "GET POST"),
    Door("desk:own_data", (), people, "POST"),
    Door("desk:revoke", ("certified",), acting("revocation.see"), "GET POST"),
    Door("desk:certificate", ("certified",), seeing("certified")),
    Door("desk:credential", ("certified",), seeing("certified")),
    Door("desk:evidence", ("paper",), seeing("nominated")),
    Door("desk:rounds", (), acting("round.see")),
    Door("desk:round_new", (), acting("round.open"), "GET POST"),
    Door("desk:round", ("round",), acting("round.see")),
    Door("desk:act", ("round", "ask-vetoes"), acting("round.see"), "POST"),
    Door("desk:bulk", ("round", "screen"), named("officer"), "GET POST"),
    Door("desk:bulk", ("round", "end"), named("reviewer"), "GET POST"),
    Door("desk:bulk_scheme", ("reward", "verify"), named("officer"), "GET POST"),
    Door("desk:zero", ("round",), acting("zero.declare"), "POST"),
    Door("desk:file", ("round",), acting("case.file"), "GET POST"),
    Door("desk:import", ("round",), acting("case.import"), "GET POST"),
    Door("desk:import_template", ("round",), acting("case.import")),
    Door("desk:import_check", ("round",), NOBODY),
    Door("desk:import_confirm", ("round",), NOBODY, "POST"),
    Door("desk:import_errors", ("round",), NOBODY),
    Door("desk:visits", ("inspected",), acting("visit.plan"), "GET POST"),
    Door("desk:resolve", ("public",), acting("resolution.enter"), "GET POST"),
    Door("desk:ranking", ("titled", "final"), acting("round.see")),
    Door("desk:bundle", ("titled", "1"), acting("round.see")),
    Door("desk:report", ("titled",), acting("round.see")),
    Door("desk:visit", ("visit",), named("inspector1"), "GET POST"),
    Door("desk:photo", ("photo",), onlooking),
    Door("desk:veto", ("veto",), acting("veto.answer"), "POST"),
    Door("desk:clear_concern", ("concern",), acting("visit.clear"), "POST"),
    Door("desk:screening", (), acting("screening.offer"), "GET POST"),
    Door("desk:deliveries", (), acting("register.keep"), "GET POST"),
    Door("desk:applying", (), EVERYBODY),
    Door("desk:apply", ("skill-upgrade-subsidy",), people, "GET POST"),
    Door("desk:trainees", ("nominated",), seeing("nominated"), "POST"),
    Door("desk:rosters", (), acting("roster.see"), "GET POST"),
    Door("desk:roster_template", (), acting("roster.send")),
    Door("desk:roster", ("claims",), inside("roster.see")),
    Door("desk:roster_act", ("claims", "verify"), named("officer"), "POST"),
    Door("desk:roster_errors", ("claims",), inside("roster.see")),
    Door("desk:roster_notice", ("claims",), inside("roster.see")),
    Door("desk:roster_summary", ("claims",), inside("roster.see")),
    Door("desk:contests", (), acting("round.see")),
    Door("desk:contest_add", (), acting("register.keep"), "POST"),
    Door("desk:doubts", (), acting("round.see")),
    Door("desk:contest", ("contest",), acting("round.see")),
    Door("desk:edition_add", ("contest",), acting("register.keep"), "POST"),
    Door("desk:edition", ("edition",), acting("round.see")),
    Door("desk:edition_act", ("edition", "trade"), acting("register.keep"), "POST"),
    Door("desk:edition_act", ("edition", "verify"), acting("result.verify"), "POST"),
    Door("desk:edition_act", ("edition", "publish"), acting("result.publish"), "POST"),
    Door("desk:results_import", ("edition",), acting("register.keep"), "GET POST"),
    Door("desk:results_check", ("edition",), NOBODY),
    Door("desk:results_confirm", ("edition",), NOBODY, "POST"),
    Door("desk:results_errors", ("edition",), NOBODY),
    Door("desk:result", ("result",), acting("round.see")),
    Door("desk:result_act", ("result", "annul"), acting("result.annul"), "POST"),
    Door("desk:objections", (), acting("objection.read")),
    Door("desk:objection", ("objection",), acting("objection.read"), "GET"),
    Door("desk:letters", (), acting("letter.send"), "GET POST"),
    Door("desk:letter", ("letter",), acting("letter.send"), "GET POST"),
    Door("desk:sendings", (), acting("letter.send"), "GET POST"),
    Door("desk:wordings", (), acting("letter.word")),
    Door("desk:wording", ("grant.reject",), acting("letter.word"), "GET POST"),
    Door("desk:post", (), people),
    Door("desk:post_letter", ("received",), named("nominee")),
    Door("desk:telling", (), people, "GET POST"),
    Door("desk:tokens", (), EVERYBODY, "GET POST"),
    Door("desk:appointments", (), acting("account.make"), "GET"),
    Door("desk:appointment", ("leader",), acting("account.make"), "GET"),
    Door("desk:settings", (), acting("term.enter"), "GET"),
    Door("desk:oneself", (), EVERYBODY),
    Door("desk:account", (), EVERYBODY, "GET POST"),
    Door("desk:register", ("experts",), acting("register.keep"), "GET POST"),
    Door("desk:give_account", ("nominated",), seeing("nominated", "account.give"), "POST"),
    Door("desk:give_to", ("person",), acting("register.keep"), "POST"),
    Door("finance:home", (), acting("money.see")),
    Door("finance:line", ("talent", "2026", "2.3.1"), acting("money.see")),
    Door("finance:appropriate", (), acting("budget.appropriate"), "GET POST"),
    Door("finance:uses", (), acting("budget.appropriate"), "GET POST"),
    Door("finance:pending", (), acting("money.see")),
    Door("finance:pending_one", ("asked",), acting("money.see"), "GET POST", acting("batch.check")),
    Door("finance:payables", (), acting("money.see")),
    Door("finance:payables_export", (), acting("money.see")),
    Door("finance:payable", ("payable",), acting("money.see")),
    Door("finance:batches", (), acting("money.see")),
    Door("finance:batch", ("batch",), acting("money.see")),
    Door("finance:sheet", ("batch",), acting("money.see")),
    Door("finance:file", ("batch",), acting("batch.make"), "POST"),
    Door("finance:act", ("batch", "lock"), acting("batch.make"), "POST"),
    Door("finance:act", ("batch", "approve"), acting("batch.approve"), "POST"),
    Door("finance:suspense", (), acting("money.see")),
    Door("finance:item", ("item",), acting("money.see")),
    Door("finance:recover", ("payable",), acting("recovery.enter"), "GET POST"),
    Door("finance:recoveries", (), acting("money.see")),
    Door("finance:recovery", ("recovery",), acting("money.see")),
    Door("finance:closings", (), acting("money.see")),
    Door("finance:closing", ("closed",), acting("money.see")),
    Door("finance:matches", (), acting("money.see")),
    Door("finance:match", ("match",), acting("money.see")),
    Door("finance:receipt", ("receipt",), acting("money.see")),
    Door("finance:samples", (), acting("money.see")),
    Door("finance:sample", ("sample",), acting("money.see")),
    Door("finance:population", ("sample",), acting("money.see")),
    Door("finance:exports", (), acting("money.export")),
    Door("finance:export", ("summary", "2026"), acting("money.export")),
    Door("desk:stories", (), people),
    Door("desk:story", ("story",), acting("story.take_down")),
    Door("desk:plan_life", (), acting("term.enter")),
    Door("finance:performance", (), acting("money.see")),
    Door("finance:performance_line", ("talent", "2026", "2.3.1"), acting("money.see")),
    Door("insight:board", (), acting("insight.see")),
    Door("insight:board_sheet", (), acting("insight.see")),
    Door("insight:funnel", ("round",), acting("insight.see")),
    Door("insight:signs", ("titled",), acting("panel.signs")),
    Door("insight:audit", (), acting("journal.verify"), "GET POST"),
    Door("insight:finish", ("2026", "none"), NOBODY, "POST"),
    Door("insight:target_cases", ("target",), NOBODY),
    Door("insight:duty", (), acting("insight.see")),
    Door("insight:targets", (), acting("duty.see")),
    Door("insight:orders", (), acting("duty.see")),
    Door("insight:target", ("target",), owning("duty.see")),
    Door("insight:order", ("order",), owning("duty.see")),
    Door("insight:scores", ("2026",), acting("duty.see")),
    Door("insight:what_if", (), acting("whatif.ask"), "GET POST"),
    Door("insight:kept", ("none",), NOBODY),
    Door("insight:compare", (), NOBODY),
    Door("panel:home", (), named("expert", "fellow", "stranger")),
    Door("panel:seat", ("seat",), named("expert")),
    Door("panel:seat", ("invited",), NOBODY),
    Door("panel:answer", ("seat",), named("expert"), "POST"),
    Door("panel:seal", ("seat",), named("expert"), "POST"),
    Door("panel:score", ("seat", "marked"), named("expert"), "GET POST"),
    Door("panel:score", ("seat", "nominated"), NOBODY, "GET POST"),
    Door("panel:recuse", ("seat", "marked"), named("expert"), "POST"),
    Door("panel:evidence", ("seat", "shown"), named("expert")),
    Door("panel:evidence", ("seat", "paper"), NOBODY),
    Door("panel:marks", ("marking", "group"), acting("panel.marks")),
    Door("panel:replace", ("seat",), acting("panel.substitute"), "POST"),
)
"""Imports are of the session that sent the sheet: without one there is nothing, for anybody."""
