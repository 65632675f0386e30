"""gongjiang round report R: how the list came about, as Markdown, a spreadsheet or a PDF to file."""

import sys
from pathlib import Path
from typing import Any

from django.utils import timezone

from gongjiang.law.words import Words
from gongjiang.web.console.commands import parser
from gongjiang.web.console.say import fault
from gongjiang.web.console.setup import founded, not_founded


def run(name: str, arguments: list[str]) -> int:
    command = parser(name)
    command.add_argument("act", choices=["report"])
    command.add_argument("round", help="the code of the round, or its reference")
    command.add_argument("--format", choices=["md", "xlsx", "pdf"], default="md")
    command.add_argument(
        "--out", type=Path, help="where to write; Markdown goes to standard output without it"
    )
    asked = command.parse_args(arguments)
    if not founded():
        return not_founded()
    held = _round(asked.round)
    if held is None:
        return fault(Words(f"没有批次 {asked.round}", f"There is no round {asked.round}"), 2)
    data = _made(held, asked.format)
    if asked.out is None and asked.format == "md":
        sys.stdout.write(data.decode())
        return 0
    return _written(asked.out or Path(f"{held.code}.{asked.format}"), data)


def _round(asked: str) -> Any:
    from gongjiang.office.cases.models import Round  # noqa: PLC0415

    return Round.objects.filter(code=asked).first() or Round.objects.filter(ref=asked).first()


def _made(held: Any, kind: str) -> bytes:
    from gongjiang.office.clerk.report import markdown, rows  # noqa: PLC0415
    from gongjiang.office.clerk.report_paper import report_pdf  # noqa: PLC0415
    from gongjiang.web.sheets import workbook  # noqa: PLC0415

    if kind == "pdf":
        return report_pdf(held, timezone.localdate())
    return workbook(held.code, *rows(held)) if kind == "xlsx" else markdown(held).encode()


def _written(path: Path, data: bytes) -> int:
    try:
        path.write_bytes(data)
    except OSError as error:
        return fault(Words(f"写不出文件：{path}", f"Cannot write {path}: {error.strerror}"), 2)
    print(path)
    return 0
