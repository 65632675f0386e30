"""gongjiang import skill-claims FILE: what a careful clerk makes of a roster; with --by it goes in."""

from argparse import Namespace
from typing import Any

from django.utils import timezone

from gongjiang.law.words import Problem
from gongjiang.web.console.clock import moment
from gongjiang.web.console.placing import put
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.setup import founded, not_founded


def run(asked: Namespace, data: bytes) -> int:
    have = founded()
    from gongjiang.office.clerk.refused import Refused  # noqa: PLC0415

    try:
        answer = _checked(asked, data, have)
        if asked.by and not asked.dry_run:
            if not have:
                return not_founded()
            answer["imported"] = _imported(asked, data)
    except Refused as no:
        return fault(no.said, 2)
    return as_json(answer) if asked.json else _print(answer)


def _renamed(asked: Namespace) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in asked.map if "=" in pair)


def _checked(asked: Namespace, data: bytes, have: bool) -> dict[str, Any]:
    from gongjiang.office.cases.rulings import settings_of  # noqa: PLC0415
    from gongjiang.office.clerk.refused import Refused  # noqa: PLC0415
    from gongjiang.office.clerk.rosters import scheme_of_sheet  # noqa: PLC0415
    from gongjiang.office.registry.sheets.claim_columns import COLUMNS  # noqa: PLC0415
    from gongjiang.office.registry.sheets.claim_standard import Standard  # noqa: PLC0415
    from gongjiang.office.registry.sheets.claims import check_roster  # noqa: PLC0415
    from gongjiang.office.registry.sheets.reading import read_sheet  # noqa: PLC0415
    from gongjiang.office.registry.sheets.returning import with_errors  # noqa: PLC0415
    from gongjiang.plans import plan_of  # noqa: PLC0415

    scheme = scheme_of_sheet(asked.kind)
    plan = plan_of(scheme.slug)
    settings = settings_of(plan) if have else plan.settings()
    sheet = read_sheet(data, COLUMNS, _renamed(asked))
    if isinstance(sheet, Problem):
        raise Refused(sheet.said)
    on = asked.on or timezone.localdate()
    checked = check_roster(sheet.rows, sheet.headings, Standard(scheme, settings, on))
    if asked.errors:
        put(asked.errors, with_errors(sheet, checked))
    return report(checked, sheet)


def report(checked: Any, sheet: Any) -> dict[str, Any]:
    return {
        "rows": checked.rows,
        "accepted": len(checked.good),
        "total_yuan": checked.total // 100,
        "rejected": [
            {"row": f.row, "column": f.column, "reason": f.said.zh, "reason_en": f.said.en}
            for f in checked.faults
        ],
        "duplicates": [
            {"row": row, "of_row": first, "column": sheet.headings["certificate"]}
            for row, first in checked.repeats
        ],
        "needs_person": [
            {"row": f.row, "column": f.column, "reason": f.said.zh, "reason_en": f.said.en}
            for f in checked.doubts
        ],
        "records": [read.plain() for read in checked.good],
        "unused_columns": list(sheet.unknown),
    }


def _imported(asked: Namespace, data: bytes) -> dict[str, Any]:
    from gongjiang.office.clerk.authority import actor_of  # noqa: PLC0415
    from gongjiang.office.clerk.refused import refuse  # noqa: PLC0415
    from gongjiang.office.clerk.rosters import scheme_of_sheet, send_roster, take_in  # noqa: PLC0415
    from gongjiang.office.registry.models import User  # noqa: PLC0415

    user = User.objects.filter(username=asked.by).first()
    if user is None:
        raise refuse(f"没有账号 {asked.by}", f"There is no account {asked.by}")
    now = moment(asked.on)
    actor = actor_of(user, now.day)
    scheme = scheme_of_sheet(asked.kind)
    roster = send_roster(scheme, data, asked.file.name, None, _renamed(asked), actor, now)
    for _ in take_in(roster, actor, now):
        pass
    faults = roster.faults.values("row", "column", "zh", "en")
    return {"roster": roster.ref, "filed": roster.taken, "total_yuan": roster.total // 100,
            "refused": [dict(found) for found in faults]}  # fmt: skip


def _print(answer: dict[str, Any]) -> int:
    print(
        f"{answer['rows']} 行 / rows，{answer['accepted']} 可用 / accepted，{answer['total_yuan']} 元 / yuan"
    )
    for found in answer["rejected"]:
        print(f"  第 {found['row']} 行 {found['column']}：{found['reason']} / {found['reason_en']}")
    for found in answer["needs_person"]:
        told = f"{found['column']}，须由人认定：{found['reason']} / for a person: {found['reason_en']}"
        print(f"  第 {found['row']} 行 {told}")
    for found in answer["duplicates"]:
        print(f"  第 {found['row']} 行与第 {found['of_row']} 行证书编号相同 / the same certificate")
    if "imported" in answer:
        done = answer["imported"]
        print(f"受理 / filed {done['filed']}，{done['total_yuan']} 元 / yuan")
    return 0
