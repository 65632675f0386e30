"""gongjiang import nominations FILE: what a careful clerk makes of a sheet;
with --round the good rows go in.
"""

from argparse import Namespace
from pathlib import Path
from typing import Any

from django.utils import timezone

from gongjiang.law.words import Words
from gongjiang.web.as_data import both
from gongjiang.web.console import claims, contest_results, deliveries
from gongjiang.web.console.clock import moment
from gongjiang.web.console.commands import day, parser
from gongjiang.web.console.placing import NotWritten, an_input, no_file_at, put
from gongjiang.web.console.say import as_json, fault
from gongjiang.web.console.setup import founded, not_founded

ROSTERS = ("skill-claims",)
CONTESTS = "contest-results"


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("kind", choices=["nominations", CONTESTS, *ROSTERS, *deliveries.KINDS])
    command.add_argument("file", type=Path)
    command.add_argument("--round", dest="round_code")
    command.add_argument("--by", help="the account that imports")
    command.add_argument("--contest", help="the edition that the results are of, by its reference")
    command.add_argument("--source", help="whose register the file is")
    command.add_argument("--map", action="append", default=[], metavar="THEIRS=OURS")
    command.add_argument("--errors", type=Path, help="write the sheet with its errors to this xlsx")
    command.add_argument("--on", type=day, default=None)
    command.add_argument("--dry-run", action="store_true")
    command.add_argument("--json", action="store_true")
    asked = command.parse_args(arguments)
    if wrong := unusable(asked):
        return fault(wrong, 2)
    try:
        data = asked.file.read_bytes()
    except OSError as error:
        return fault(Words(f"读不出文件：{asked.file}", f"Cannot read {asked.file}: {error.strerror}"), 2)
    try:
        return _run(asked, data)
    except NotWritten as no:
        return fault(no.said, 2)


def unusable(asked: Namespace) -> Words | None:
    """What is wrong with the options, before anything is read."""
    for pair in asked.map:
        theirs, sign, ours = pair.partition("=")
        if not (theirs and sign and ours):
            return Words(
                f"--map 应写作 对方表头=本表头：{pair}", f"--map is THEIRS=OURS, two headings: {pair}"
            )
    if asked.errors is None:
        return None
    return no_file_at(asked.errors) or an_input(asked.errors, [asked.file])


def _run(asked: Namespace, data: bytes) -> int:
    if asked.kind == CONTESTS:
        return contest_results.run(asked, data)
    if asked.kind in deliveries.KINDS:
        return deliveries.run(asked, data)
    return claims.run(asked, data) if asked.kind in ROSTERS else _imported(asked, data)


def _imported(asked: Namespace, data: bytes) -> int:
    have = founded()
    from gongjiang.office.clerk.importing import check, plan_vocabulary, take_in, vocabulary  # noqa: PLC0415
    from gongjiang.office.clerk.refused import Refused  # noqa: PLC0415
    from gongjiang.office.registry.sheets.returning import with_errors  # noqa: PLC0415
    from gongjiang.plans import plans  # noqa: PLC0415

    words = vocabulary() if have else None
    if words is None or not words.bodies:
        words = plan_vocabulary(plans()[0])
    renamed = dict(pair.split("=", 1) for pair in asked.map if "=" in pair)
    try:
        sheet, checked = check(data, words, asked.on or timezone.localdate(), renamed)
        answer = report(checked, sheet)
        if asked.errors:
            put(asked.errors, with_errors(sheet, checked))
        if asked.round_code and not asked.dry_run:
            if not have:
                return not_founded()
            answer["imported"] = _taken(asked, checked, take_in)
    except Refused as no:
        return fault(no.said, 2)
    return as_json(answer) if asked.json else _print(answer)


def _taken(asked: Namespace, checked: Any, take_in: Any) -> dict[str, Any]:
    from gongjiang.office.cases.models import Round  # noqa: PLC0415
    from gongjiang.office.clerk.authority import actor_of  # noqa: PLC0415
    from gongjiang.office.clerk.refused import refuse  # noqa: PLC0415
    from gongjiang.office.registry.models import User  # noqa: PLC0415

    held = Round.objects.filter(code=asked.round_code).first()
    user = User.objects.filter(username=asked.by or "").first()
    if held is None:
        raise refuse(f"没有批次 {asked.round_code}", f"There is no round {asked.round_code}")
    if user is None:
        raise refuse("请用 --by 指明经办账号", "Say with --by which account imports")
    now = moment(asked.on)
    done = take_in(held, checked.good, actor_of(user, now.day), now)
    return {"filed": len(done.filed), "merged": [[row, case.number] for row, case in done.merged],
            "refused": [{"row": row, "reason": both(said)} for row, said in done.refused]}  # fmt: skip


def report(checked: Any, sheet: Any) -> dict[str, Any]:
    return {
        "rows": checked.rows,
        "accepted": len(checked.good),
        "rejected": [
            {"row": f.row, "column": f.column, "reason": f.said.zh, "reason_en": f.said.en}
            for f in checked.faults
        ],
        "duplicates": [{"row": row, "of_row": first} for row, first in checked.repeats],
        "needs_person": [
            {"row": f.row, "column": f.column, "reason": f.said.zh, "reason_en": f.said.en}
            for f in checked.doubts
        ],
        "records": [read.plain() for read in checked.good],
        "unused_columns": list(sheet.unknown),
    }


def _print(answer: dict[str, Any]) -> int:
    print(f"{answer['rows']} 行 / rows，{answer['accepted']} 可用 / accepted")
    for found in answer["rejected"]:
        print(f"  第 {found['row']} 行 {found['column']}：{found['reason']} / {found['reason_en']}")
    for found in answer["needs_person"]:
        told = f"{found['column']}，须由人认定：{found['reason']} / for a person: {found['reason_en']}"
        print(f"  第 {found['row']} 行 {told}")
    for found in answer["duplicates"]:
        print(f"  第 {found['row']} 行与第 {found['of_row']} 行为同一人 / the same person")
    if "imported" in answer:
        done = answer["imported"]
        print(f"建档 {done['filed']}，并入 {len(done['merged'])}，未收 {len(done['refused'])}")
    return 0
