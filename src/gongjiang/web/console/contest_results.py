"""gongjiang import contest-results FILE: what a careful clerk makes of the sheet; with --by it goes in."""

from argparse import Namespace
from typing import Any

from django.utils import timezone

from gongjiang.web.as_data import both
from gongjiang.web.console.clock import moment
from gongjiang.web.console.placing import put
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.setup import founded, not_founded


def run(asked: Namespace, data: bytes) -> int:
    if not founded():
        return not_founded()
    from gongjiang.office.clerk.refused import Refused  # noqa: PLC0415
    from gongjiang.office.clerk.results_importing import check, known_editions  # noqa: PLC0415
    from gongjiang.office.registry.sheets.returning import with_errors  # noqa: PLC0415

    renamed = dict(pair.split("=", 1) for pair in asked.map if "=" in pair)
    try:
        known = known_editions(_edition(asked.contest))
        sheet, checked = check(data, known, asked.on or timezone.localdate(), renamed)
        answer = report(checked, sheet)
        if asked.errors:
            put(asked.errors, with_errors(sheet, checked))
        if not asked.dry_run:
            answer["imported"] = _taken(asked, checked)
    except Refused as no:
        return fault(no.said, 2)
    return as_json(answer) if asked.json else _print(answer)


def _edition(ref: str | None) -> Any:
    """The edition by its own reference, or by its contest's where that has one edition alone."""
    from django.db.models import Q  # noqa: PLC0415

    from gongjiang.office.clerk.refused import refuse  # noqa: PLC0415
    from gongjiang.office.registry.models import Edition  # noqa: PLC0415

    if not ref:
        return None
    found = list(Edition.objects.filter(Q(ref=ref) | Q(contest__ref=ref)).select_related("contest")[:2])
    if len(found) != 1:
        raise refuse(f"没有（或不止一届）竞赛 {ref}", f"There is no edition {ref}, or more than one")
    return found[0]


def report(checked: Any, sheet: Any) -> dict[str, Any]:
    return {
        "rows": checked.rows,
        "accepted": len(checked.good),
        "rejected": [
            {"row": f.row, "column": f.column, "reason": f.said.zh, "reason_en": f.said.en}
            for f in checked.faults
        ],
        "duplicates": [{"row": row, "of_row": first} for row, first in checked.repeats],
        "records": [read.plain() for read in checked.good],
        "unused_columns": list(sheet.unknown),
    }


def _taken(asked: Namespace, checked: Any) -> dict[str, Any]:
    from gongjiang.office.clerk.authority import actor_of  # noqa: PLC0415
    from gongjiang.office.clerk.refused import refuse  # noqa: PLC0415
    from gongjiang.office.clerk.results_importing import take_in  # noqa: PLC0415
    from gongjiang.office.registry.models import User  # noqa: PLC0415

    user = User.objects.filter(username=asked.by or "").first()
    if user is None:
        raise refuse("请用 --by 指明经办账号，或用 --dry-run 只核对",
                     "Say with --by which account imports, or only check with --dry-run")  # fmt: skip
    now = moment(asked.on)
    done = take_in(checked.good, actor_of(user, now.day), now)
    refused = [{"row": row, "reason": both(said)} for row, said in done.refused]
    return {"filed": done.filed, "unchanged": done.unchanged, "refused": refused}


def _print(answer: dict[str, Any]) -> int:
    print(f"{answer['rows']} 行 / rows，{answer['accepted']} 可用 / accepted")
    for found in answer["rejected"]:
        print(f"  第 {found['row']} 行 {found['column']}：{found['reason']} / {found['reason_en']}")
    for found in answer["duplicates"]:
        print(f"  第 {found['row']} 行与第 {found['of_row']} 行为同一人 / the same person")
    if "imported" in answer:
        done = answer["imported"]
        print(f"登记 / filed {done['filed']}，未变 / unchanged {done['unchanged']}")
        for found in done["refused"]:
            print(f"  第 {found['row']} 行未收 / refused：{found['reason']}")
    return 0
