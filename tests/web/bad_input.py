"""What people, and programs, put where they should not; and every form they may put it in, a line each."""

from collections.abc import Callable
from dataclasses import dataclass, field

LONG = "长" * 10_000
DIGITS = "9" * 5_000
"""More digits than Python turns into a number."""
BAD = {
    "empty": "",
    "spaces": "   ",
    "malformed": "-- nonsense --",
    "oversized": LONG,
    "script": "<script>alert(1)</script>",
    "formula": '=HYPERLINK("x")',
    "full-width digits": "１２３",
    "superscript digits": "²",
    "look-alike letters": "9142О1ОО",
    "nul": "a\0b",
    "negative": "-1",
    "huge": DIGITS,
    "infinite": "Infinity",
    "no number": "NaN",
    "a day that never was": "2026-02-31",
    "a foreign object": "no-such-object",
}


@dataclass(frozen=True)
class Form:
    """A form: its address, whose it is, and a filling that would do if one field were not spoiled."""

    name: str
    who: str
    args: Callable[[dict[str, str]], tuple[object, ...]]
    fields: dict[str, str] = field(default_factory=dict)
    rerenders: tuple[str, ...] = ()
    """The fields whose words must still stand in the page that comes back."""
    answers: bool = False
    """Whether the page that comes back is the answer, and nothing is ever kept."""


def none(_: dict[str, str]) -> tuple[object, ...]:
    return ()


def at(*keys: str) -> Callable[[dict[str, str]], tuple[object, ...]]:
    """The address made of the refs of things in the town; what is no such thing stands for itself."""
    return lambda refs: tuple(refs.get(key, key) for key in keys)


FORMS = (
    Form(
        "portal:object",
        "",
        at("notice", "entry"),
        {"kind": "person", "text": "请核实", "who": ""},
        ("text", "who"),
    ),
    Form("desk:contest_add", "officer", none, {"name": "", "organiser": "示例会"}, ("organiser",)),
    Form(
        "desk:edition_add",
        "officer",
        at("contest"),
        {"name": "二届", "klass": "x", "approving_document": "文号", "entries_close_on": "x", "held_on": "x"},
        ("name", "approving_document"),
    ),
    Form("desk:edition_act", "officer", at("edition", "trade"), {"name": "赛项", "team_size": "x"}),
    Form(
        "desk:edition_act",
        "officer",
        at("edition", "enter"),
        {"trade": "1", "members": "王，1", "team": "", "delegation": "", "body": "x", "recommended_by": "x"},
    ),
    Form("desk:edition_act", "officer", at("edition", "withdraw"), {"entry": "x", "reason": ""}),
    Form(
        "desk:edition_act",
        "officer",
        at("edition", "mark"),
        {"entry": "x", "aspect": "工艺", "max_mark": "x", "first": "9", "second": "2", "third": "2"},
    ),
    Form(
        "desk:edition_act",
        "officer",
        at("edition", "file"),
        {"entry": "x", "rank": "x", "medal": "x", "raw": "x"},
    ),
    Form("desk:edition_act", "officer", at("edition", "draw-up"), {"trade": "x", "medals": "on"}),
    Form("desk:edition_act", "officer", at("edition", "no-such-act"), {}),
    Form("desk:results_import", "officer", at("edition"), {"file": ""}),
    Form("desk:result_act", "officer", at("result", "annul"), {"reason": "因", "document": ""}, ("reason",)),
    Form("desk:result_act", "officer", at("result", "direct"), {"person": "x", "scheme": "x"}),
    Form("desk:result_act", "reviewer", at("result", "grant"), {}),
    Form(
        "desk:register",
        "officer",
        at("experts"),
        {
            "name": "王",
            "id_number": "1",
            "employer": "示例",
            "employer_code": "1",
            "occupation": "车工",
            "group": "x",
            "body": "x",
            "since": "2026-03-02",
            "until": "2026-03-01",
        },
        ("name", "employer"),
    ),
    Form(
        "desk:register",
        "officer",
        at("honours"),
        {"name": "荣誉", "level": "x", "aliases": "别名"},
        ("name", "aliases"),
    ),
    Form(
        "portal:entitled",
        "",
        none,
        {
            "level": "technician",
            "certificate_number": "Y1",
            "issued_on": "x",
            "insured_months": "12",
            "honours": "武汉工匠",
        },
        ("certificate_number", "issued_on"),
        answers=True,
    ),
    Form(
        "desk:log",
        "unit",
        at("logged", "services"),
        {"kind": "training", "on": "x", "occupation": "焊工", "people": "x"},
        ("occupation",),
    ),
    Form("desk:log_sheet", "unit", at("logged", "services"), {"file": ""}),
    Form("desk:log_act", "officer", at("logged", "row", "strike"), {"reason": ""}),
    Form("desk:log_act", "officer", at("logged", "row", "confirm"), {}),
    Form(
        "desk:apply",
        "nominee",
        at("skill-upgrade-subsidy"),
        {
            "certificate_number": "Y1",
            "claimant": "worker",
            "channel": "plan",
            "level": "technician",
            "occupation": "焊工",
            "issued_on": "2026-01-01",
            "issuer": "中心",
        },
        ("certificate_number", "occupation", "issued_on"),
    ),
    Form("desk:trainees", "officer", at("nominated"), {}),
    Form("desk:screening", "officer", none, {"count": "0"}),
    Form("desk:deliveries", "officer", none, {"kind": "x", "source": "示例中心"}, ("source",)),
    Form("desk:rosters", "officer", none, {"scheme": "x"}),
    Form("desk:roster_act", "officer", at("claims", "verify"), {"count": "2"}),
    Form("desk:give_account", "officer", at("nominated"), {}),
    Form("desk:give_to", "officer", at("person"), {}),
    Form("portal:enter", "", none, {"username": "nobody"}),
    Form(
        "desk:account",
        "nominee",
        none,
        {"holder": "王", "bank": "示例银行", "number": "62148500", "again": "62148501"},
        ("holder", "bank", "number"),
    ),
    Form(
        "desk:step",
        "officer",
        at("nominated", "ask_correction"),
        {"version": "1", "items": "front_line", "items-front_line": ""},
        ("items-front_line",),
    ),
    Form("desk:step", "officer", at("nominated", "reject"), {"version": "1", "reason": ""}, ("reason",)),
    Form(
        "desk:step",
        "officer",
        at("nominated", "determine"),
        {"version": "1", "rule": "x", "verdict": "pass", "reason": ""},
    ),
    Form(
        "desk:step",
        "body-420102",
        at("consented", "nominate"),
        {"version": "1", "rank": "x", "opinion": "好"},
        ("opinion",),
    ),
    Form("desk:step", "officer", at("nominated", "no-such-step"), {"version": "1"}),
    Form("desk:upload", "officer", at("nominated"), {"kind": "letter", "file": ""}),
    Form(
        "desk:revoke",
        "government",
        at("certified"),
        {"ground": "fraud", "document": "文号", "on": "2026-03-02", "prepared_by": ""},
        ("document",),
    ),
    Form(
        "desk:round_new",
        "officer",
        none,
        {
            "scheme": "craftsman-selection",
            "code": "B1",
            "title": "名",
            "title_en": "Name",
            "opens": "2026-03-02",
            "closes": "2026-03-01",
            "places": "0",
            "fill": "walk",
        },
        ("code", "title", "title_en"),
    ),
    Form("desk:act", "officer", at("round", "quota"), {"body": "420102", "places": "x"}, ("places",)),
    Form(
        "desk:act",
        "officer",
        at("round", "commit"),
        {"source": "", "source_time": ""},
        ("source", "source_time"),
    ),
    Form("desk:act", "supervisor", at("round", "draw"), {"value": "x", "witness": ""}),
    Form("desk:act", "supervisor", at("round", "void"), {"reason": ""}),
    Form("desk:act", "officer", at("round", "open-panel"), {"group": "nobody"}),
    Form("desk:act", "officer", at("round", "close-panel"), {"group": "nobody"}),
    Form("desk:act", "officer", at("round", "rank"), {"stage": "x", "fill": "x"}),
    Form("desk:act", "officer", at("round", "no-such-act"), {}),
    Form("desk:bulk", "officer", at("round", "screen"), {"case": "x", "count": "9"}),
    Form(
        "desk:bulk", "officer", at("round", "reject"), {"case": "x", "count": "9", "reason": "因"}, ("count",)
    ),
    Form("desk:bulk_scheme", "officer", at("craftsman-reward", "verify"), {"case": "x", "count": "9"}),
    Form(
        "desk:file",
        "body-420102",
        at("round"),
        {
            "body": "420102",
            "name": "王",
            "id_number": "1",
            "employer": "示例",
            "employer_code": "1",
            "occupation": "车工",
            "front_line": "yes",
            "front_line_since": "2000-01-01",
            "unit_head": "no",
        },
        ("name", "employer", "occupation"),
    ),
    Form("desk:import", "officer", at("round"), {"file": "", "map-name": "姓 名"}, ("map-name",)),
    Form(
        "desk:visits",
        "officer",
        at("inspected"),
        {"case": "x", "on": "2026-03-02", "place": "车间", "team": "1"},
        ("place",),
    ),
    Form(
        "desk:visit",
        "inspector1",
        at("visit"),
        {"check-post": "confirmed", "note-post": "", "mark": "x", "concerns": "", "conclusion": "pass"},
        ("note-post", "mark", "concerns"),
    ),
    Form("desk:veto", "officer", at("veto"), {"answer": "x", "note": "", "act": "x"}),
    Form("desk:clear_concern", "reviewer", at("concern"), {"how": ""}),
    Form(
        "desk:resolve",
        "officer",
        at("round"),
        {"document": "文号", "on": "2026-03-02", "signer": "王", "meeting": "会", "case": "x"},
        ("document", "signer", "meeting"),
    ),
    Form(
        "desk:objection",
        "reviewer",
        at("objection"),
        {"act": "close", "outcome": "x", "finding": ""},
        ("finding",),
    ),
    Form("desk:letters", "officer", none, {"letter": "x", "act": "send"}),
    Form(
        "desk:letter",
        "officer",
        at("letter"),
        {"subject": "告知", "subject_en": "Told", "body": "", "body_en": "Text"},
        ("subject", "subject_en", "body", "body_en"),
    ),
    Form("desk:sendings", "officer", none, {"sending": "x", "act": "again"}),
    Form(
        "desk:wording",
        "officer",
        at("grant.reject"),
        {"subject": "{nobody}", "subject_en": "Told", "body": "正文", "body_en": "Text"},
        ("subject", "subject_en", "body", "body_en"),
    ),
    Form("desk:tokens", "officer", none, {"name": "试", "scopes": "x", "days": "x"}, ("name", "days")),
    Form("desk:tokens", "officer", none, {"act": "revoke", "token": "x"}),
    Form("desk:telling", "nominee", none, {"act": "way", "channel": "sms", "language": "zh"}),
    Form("desk:telling", "nominee", none, {"act": "address", "kind": "email", "value": "a"}, ("value",)),
    Form("desk:telling", "nominee", none, {"act": "confirm", "kind": "email", "code": "1"}, ("code",)),
    Form("desk:settings", "officer", none, {"act": "term", "issued": "x", "document": "文号"}, ("document",)),
    Form(
        "desk:settings",
        "government",
        none,
        {"act": "sign", "key": "x", "answer": "yes", "since": "2026-03-02", "signer": "王", "basis": "据"},
    ),
    Form("desk:settings", "officer", none, {"act": "year", "year": "x", "source": "文号"}, ("source",)),
    Form(
        "finance:appropriate",
        "maker",
        none,
        {"use": "talent|2.3.1", "year": "2026", "amount": "x", "document": "文号", "grounds": "budget"},
        ("amount", "document"),
    ),
    Form(
        "finance:uses",
        "maker",
        none,
        {"fund": "x", "line": "2.3.1", "document": "文号", "since": "2026-01-01"},
        ("document",),
    ),
    Form("finance:pending_one", "checker", at("asked"), {"act": "decline", "reason": ""}),
    Form("finance:payable", "maker", at("payable"), {"act": "reopen", "reason": "因"}),
    Form("finance:batches", "maker", none, {"line": "x"}),
    Form("finance:act", "maker", at("batch", "gather"), {"which": "ticked", "payable": "x"}),
    Form("finance:act", "maker", at("batch", "withdraw"), {"reason": ""}),
    Form("finance:act", "approver", at("batch", "approve"), {"sha256": "x", "capital": "x"}),
    Form("finance:item", "maker", at("item"), {"outcome": "x", "reason": "因"}),
    Form(
        "finance:recover",
        "maker",
        at("payable"),
        {
            "amount": "x",
            "ground": "误付",
            "document": "文号",
            "parts": "2",
            "first": "2027-01-31",
            "lines": "",
        },
        ("amount", "ground", "document", "parts"),
    ),
    Form(
        "finance:recovery",
        "maker",
        at("recovery"),
        {"act": "repay", "amount": "x", "received_on": "2026-03-02", "serial": "R-9"},
        ("amount", "serial"),
    ),
    Form(
        "finance:recovery", "maker", at("recovery"), {"act": "plan", "parts": "x", "first": "x", "lines": "x"}
    ),
    Form(
        "finance:recovery",
        "maker",
        at("recovery"),
        {"act": "write_off", "document": "文号", "reason": ""},
        ("document",),
    ),
    Form("finance:closings", "maker", none, {"act": "close", "line": "x"}),
    Form("finance:closings", "maker", none, {"act": "carry", "line": "talent|2026|2.3.1", "document": ""}),
    Form(
        "finance:match",
        "officer",
        at("match"),
        {
            "act": "evidence",
            "payer": "示例",
            "payee": "王",
            "amount": "x",
            "paid_on": "2026-03-02",
            "serial": "S-9",
            "file": "",
        },
        ("payer", "payee", "amount", "serial"),
    ),
    Form(
        "finance:match",
        "officer",
        at("match"),
        {"act": "exempt", "basis": "破产", "document": ""},
        ("basis",),
    ),
    Form(
        "finance:samples",
        "officer",
        none,
        {"act": "freeze", "year": "2026", "use": "x", "count": "1", "source": "源"},
        ("source",),
    ),
    Form("finance:sample", "supervisor", at("undrawn"), {"seed": ""}),
    Form("finance:sample", "supervisor", at("sample"), {"place": "x", "verdict": "problem", "note": ""}),
    Form(
        "insight:what_if",
        "leader",
        none,
        {"name": "试", "value-long_service": "8", "value-ui_rules": "yes", "drop": "x", "source": "database"},
        ("name", "value-long_service"),
    ),
    Form(
        "panel:answer", "invited", at("invited"), {"act": "accept", "declared": "", "unit": "1", "note": ""}
    ),
    Form("panel:answer", "invited", at("invited"), {"act": "decline", "reason": ""}),
    Form(
        "panel:score",
        "expert",
        at("seat", "marked"),
        {"mark-skill": "x", "reason-skill": "据"},
        ("mark-skill", "reason-skill"),
    ),
    Form("panel:seal", "expert", at("seat"), {}),
    Form("panel:replace", "officer", at("seat"), {"reason": ""}),
    Form("panel:recuse", "expert", at("seat", "foreign"), {"note": ""}),
)
