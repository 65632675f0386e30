"""Every reader of a file that the house has: real files it takes, and what it may answer to a wrong one."""

import io
import json
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from typing import NamedTuple

import xlsxwriter

from gongjiang.law.credential.checking import Asked as AskedOfOne
from gongjiang.law.credential.checking import checked as credential
from gongjiang.law.credential.issuer import Known as Keys
from gongjiang.law.credential.issuer import known
from gongjiang.law.journal.checking import Asked, checked
from gongjiang.law.journal.note import copied
from gongjiang.law.scenario import read_scenario
from gongjiang.law.standalone import replay_draw
from gongjiang.law.words import Problem
from gongjiang.office.bulk.checking import faults
from gongjiang.office.bulk.handed_in import Register
from gongjiang.office.bulk.making_up import make_up
from gongjiang.office.clerk import importing
from gongjiang.office.clerk.refused import Refused
from gongjiang.office.ledger.refusal import LedgerRefused
from gongjiang.office.ledger.reply_file import read_reply
from gongjiang.office.registry.sheets import claim_columns, claims, contest_columns, log_rows, trainees
from gongjiang.office.registry.sheets.contest_row import Known
from gongjiang.office.registry.sheets.contests import check_results
from gongjiang.office.registry.sheets.deliveries import DeliveryRow
from gongjiang.office.registry.sheets.delivery_columns import COLUMNS as DELIVERED
from gongjiang.office.registry.sheets.nominations import Vocabulary
from gongjiang.office.registry.sheets.reading import read_sheet
from gongjiang.office.registry.sheets.returning import with_errors
from gongjiang.plans import plans
from gongjiang.plans.folder import text_of
from gongjiang.web.apart.asking import looked_into
from gongjiang.web.apart.no import NotTakenError
from gongjiang.web.console import decide, draw, plan_check, simulate, verify_bundle
from gongjiang.web.console.backup.container import Altered, CutShort, NoBackup, WrongKey
from gongjiang.web.console.backup.packing import NAME, pack, unpack
from gongjiang.web.console.verify_bundle import signed
from tests.clerk import claim_sheets, sheets
from tests.console import test_credentials as vouched
from tests.console import test_plan as worded
from tests.law import test_bundle as drawn
from tests.paper import pdf, picture
from tests.reliability import bundles
from tests.reliability.mutating import WORDS

DAY = date(2026, 6, 1)
CLAIM = next(one for one in plans()[0].schemes if one.roster is not None)
SAID = (Refused, LedgerRefused, NotTakenError, NoBackup, WrongKey, Altered, CutShort)
"""Refusals that whoever calls these readers says in words."""
Read = Callable[[bytes, Path], bool]
"""Whether it was taken."""
ALONE = bundles.standalone()


@dataclass(frozen=True)
class Reader:
    held: Callable[[], Sequence[bytes]]
    read: Read
    slow: int = 1
    """How many times fewer files it is given: for what starts a process."""
    made: Callable[[Random], bytes] | None = None
    """A whole file with odd things in it, where chance alone seldom puts them."""


def told(run: Callable[[str, list[str]], int], *before: str, after: Sequence[str] = ()) -> Read:
    """A command of the console, given the file; which of them is its help alone to tell."""

    def read(body: bytes, folder: Path) -> bool:
        path = folder / "given"
        path.write_bytes(body)
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            code = run("decide", [*before, str(path), *after])
        assert code in (0, 1, 2), code
        return code == 0

    return read


def second_verifier(body: bytes, _folder: Path) -> bool:
    """It says what the first says."""
    said, _ = checked(body, signed, Asked("", "", ""))
    assert tuple(ALONE.check(body, "", "", "")) == tuple(said)
    return not said.code


def replayed_alone(body: bytes, folder: Path) -> bool:
    (folder / "given").write_bytes(body)
    return not replay_draw.fault(str(folder / "given"))


# Sheets.


def typed_workbook(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """With days as days, sums as numbers and a formula: as offices make them."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"default_date_format": "yyyy-mm-dd"})
    page = book.add_worksheet("花名册")
    for place, cells in enumerate([headings, *rows]):
        for column, cell in enumerate(cells):
            page.write(place, column, as_day(cell))
    page.write_formula(len(rows) + 1, 1, "=1+1", None, 2)
    book.close()
    return buffer.getvalue()


def as_day(cell: object) -> object:
    """A day as a day, where the text is one."""
    try:
        return date.fromisoformat(cell) if isinstance(cell, str) and cell.startswith("20") else cell
    except ValueError:
        return cell


class Table(NamedTuple):
    headings: Sequence[str]
    rows: Sequence[Sequence[object]]


CELLS: tuple[object, ...] = (
    *(word.decode("utf-8", "replace") for word in WORDS), True, 0, -1, 0.1, 1e300, -1e-300, 10**15, 2**53 + 1,
    date(1900, 1, 1), date(9999, 12, 31),
    datetime.combine(date(2026, 1, 1), time(23, 59)), time(12),
    timedelta(days=3),
)  # fmt: skip


def in_every_form(tables: Callable[[], list[Table]]) -> Callable[[], list[bytes]]:
    kinds = ("gb18030", "utf-8", "utf-8-sig")
    return lambda: [one for held in tables() for one in (
        typed_workbook(*held), *(sheets.in_csv(held.rows, held.headings, kind) for kind in kinds)
    )]  # fmt: skip


def odd(tables: Callable[[], list[Table]]) -> Callable[[Random], bytes]:
    """One of the tables with a few cells of any kind, as a workbook or a list."""

    def made(dice: Random) -> bytes:
        held = dice.choice(tables())
        rows = [list(row) for row in held.rows]
        for _ in range(dice.randint(1, 4)):
            row = dice.choice(rows)
            row[dice.randrange(len(row))] = dice.choice(CELLS)
        if dice.random() < 0.5:
            return typed_workbook(held.headings, rows)
        return sheets.in_csv(rows, held.headings, "utf-8")

    return made


def of_tables(tables: Callable[[], list[Table]], read: Read) -> Reader:
    return Reader(in_every_form(tables), read, made=odd(tables))


def nominated() -> list[Table]:
    return [Table(sheets.HEADINGS, [sheets.row(n) for n in range(4)])]


def nominations(body: bytes, _folder: Path) -> bool:
    sheet, found = importing.check(body, vocabulary(), DAY)
    return bool(with_errors(sheet, found)) and bool(found.good)


@cache
def vocabulary() -> Vocabulary:
    return importing.plan_vocabulary(plans()[0])


def claimed() -> list[Table]:
    return [Table(claim_sheets.HEADINGS, [claim_sheets.row(n) for n in range(1, 5)])]


def roster(body: bytes, _folder: Path) -> bool:
    sheet = read_sheet(body, claim_columns.COLUMNS)
    if isinstance(sheet, Problem):
        return False
    standard = claims.Standard(CLAIM, plans()[0].settings(), DAY)
    found = claims.check_roster(sheet.rows, sheet.headings, standard)
    return bool(with_errors(sheet, found)) and bool(found.good)


CONTEST = ("竞赛", "届次", "赛项", "队名", "姓名", "身份证号", "工作单位", "统一社会信用代码", "代表队",
           "推荐单位", "选派渠道", "成绩", "名次", "奖牌")  # fmt: skip


def competed() -> list[Table]:
    named = ("一赛", "第一届", "焊接", "")
    rows = [[*named, *sheets.row(n)[1:5], "", "武昌区", "市人社局", "91.5", n + 1, "金牌"] for n in range(3)]
    return [Table(CONTEST, rows)]


def results(body: bytes, _folder: Path) -> bool:
    sheet = read_sheet(body, contest_columns.COLUMNS)
    if isinstance(sheet, Problem):
        return False
    found = check_results(sheet, Known({("一赛", "第一届"): {"焊接": 1}}, vocabulary().bodies), DAY)
    return bool(with_errors(sheet, found)) and bool(found.good)


DELIVERIES = {
    "certificates": [claim_sheets.number(1), "高级工", "焊工", "2026-02-01", "有效"],
    "insurance": [claim_sheets.row(1)[3], "202605", 30, "企业职工"],
    "payments": [claim_sheets.row(1)[3], "失业保险", "焊工", "高级工", "", 2026, "1500.00"],
}


def delivered(kind: str) -> Callable[[], list[Table]]:
    """Under the usual headings of every column, the cells as they come."""
    headings = [column.headings[0] for column in DELIVERED[kind]]
    cells = (DELIVERIES[kind] + [""] * len(headings))[: len(headings)]
    return lambda: [Table(headings, [cells, cells])]


def delivery(kind: str) -> Read:
    def read(body: bytes, _folder: Path) -> bool:
        sheet = read_sheet(body, DELIVERED[kind])
        if isinstance(sheet, Problem):
            return False
        read = [DeliveryRow(number, cells, sheet.headings).read(kind, DAY) for number, cells in sheet.rows]
        return any(read)

    return read


LOGS = [(scheme, log) for scheme in plans()[0].schemes for log in scheme.logs]


def logged() -> list[Table]:
    cells = ["示一", sheets.row(1)[2], "2026-05-01", "3", "是", "训练", "1200.50", "", "", "", "", ""]
    heads = [[column.headings[0] for column in log_rows.columns(log)] for _, log in LOGS]
    return [Table(one, [cells[: len(one)]]) for one in heads]


def logs(body: bytes, _folder: Path) -> bool:
    found = [(log, read_sheet(body, log_rows.columns(log))) for _, log in LOGS]
    read = [log_rows.rows(log, one, DAY) for log, one in found if not isinstance(one, Problem)]
    return bool(read)


def learnt() -> list[Table]:
    rows = [["示一", sheets.row(1)[2], 40, "合格"], ["示二", sheets.row(2)[2], "36", ""]]
    return [Table(("姓名", "证件号码", "学时", "成绩"), rows)]


def class_list(body: bytes, _folder: Path) -> bool:
    sheet = read_sheet(body, trainees.COLUMNS)
    return not isinstance(sheet, Problem) and bool(trainees.trainees(sheet, DAY)[0])


# What banks, other programmes and the house itself write.


def replied() -> list[bytes]:
    lines = '流水号,尾号,金额,代码,说明\nX1,1234,300000.00,00,成功\nX2,0099,5000,E3,"账号,已销户",示一\n'
    return [lines.encode(kind) for kind in ("utf-8", "utf-8-sig", "gb18030")]


def replies(body: bytes, _folder: Path) -> bool:
    return any(line.whole for line in read_reply(body).lines)


def recorded() -> list[bytes]:
    bodies = [f"body {n}" for n in range(7)]
    return [bundles.pack(bundles.HOUSE.bundle(bodies, [3, 7], 0, (3,))),
            bundles.pack(bundles.HOUSE.bundle(bodies[:1], [1], 0, ()))]  # fmt: skip


def heads_seen(body: bytes, _folder: Path) -> bool:
    return bool(copied(body.decode("utf-8", "surrogateescape")))


def vouched_for() -> list[bytes]:
    made = [vouched.made(), vouched.listed(3, 9), vouched.issuer_document("", [vouched.KEY])]
    return [json.dumps(one, ensure_ascii=False).encode() for one in made]


def credentials(body: bytes, _folder: Path) -> bool:
    """As the one that is checked, as the list it is checked against, and as what the issuer publishes."""
    keys = Keys(frozenset({vouched.KEY}))
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return False
    one = vouched_for()[0].decode()
    said = [credential(text, signed, AskedOfOne(keys, vouched.AT, None)),
            credential(one, signed, AskedOfOne(keys, vouched.AT, text))]  # fmt: skip
    try:
        return bool(known(text))
    except ValueError:
        return any(verdict.code == 0 for verdict in said)


def draws() -> list[bytes]:
    return [json.dumps(one, ensure_ascii=False).encode() for one in (drawn.HASH_SORT, drawn.RFC)]


def decided() -> list[bytes]:
    """The case that meets every rule, alone and as a list, and one without a fact."""
    told = tomllib.loads(text_of(CLAIM, "examples.toml"))["passes"]
    return [json.dumps(one, ensure_ascii=False, default=str).encode() for one in (told, [told, told], {})]


SCENARIO = b"""name = "Two years"
on = 2026-06-30
drop = []
[set]
ui_months = 2
[[change]]
key = "yearly_cap"
value = 3
since = 2026-01-01
"""


def kept() -> list[bytes]:
    """A backup's file, whole."""
    folder = Path(aside())
    (folder / "a").write_bytes(b"database" * 40)
    pack({"a": folder / "a", "manifest.json": folder / "a"}, folder / NAME, KEY)
    made = (folder / NAME).read_bytes()
    (folder / NAME).unlink()
    return [made]


KEY = b"k" * 32


@cache
def aside() -> str:
    return mkdtemp()


def backup(body: bytes, folder: Path) -> bool:
    """Nothing is laid outside of the folder, and nothing unless it is what was written."""
    (folder / NAME).write_bytes(body)
    target = folder / "out"
    target.mkdir(exist_ok=True)
    unpack(folder / NAME, target, KEY)
    assert {path.read_bytes() for path in target.iterdir()} <= {b"database" * 40}
    return True


@cache
def city() -> Path:
    folder = Path(aside()) / "city"
    for _ in make_up(plans()[0], 60, 7, folder):
        pass
    return folder


def handed_in(name: str) -> Callable[[], list[bytes]]:
    return lambda: [(city() / f"{name}.parquet").read_bytes()]


def register(name: str) -> Read:
    def read(body: bytes, folder: Path) -> bool:
        paths = {path.stem: (path,) for path in city().glob("*.parquet")}
        (folder / f"{name}.parquet").write_bytes(body)
        return not faults(Register(paths | {name: (folder / f"{name}.parquet",)}, cut=False))

    return read


def looked(kind: str) -> Read:
    return lambda body, _folder: bool(looked_into(body, kind, 10_000))


def official() -> list[bytes]:
    return [worded.made_up().encode()]


def scenario(body: bytes, folder: Path) -> bool:
    path = folder / "given.toml"
    path.write_bytes(body)
    raw = simulate._read(path)
    return not isinstance(raw, Problem) and not isinstance(read_scenario(raw, plans()[0]), Problem)


def readers() -> Iterator[tuple[str, Reader]]:
    yield "nominations", of_tables(nominated, nominations)
    yield "rosters", of_tables(claimed, roster)
    yield "contest results", of_tables(competed, results)
    for kind in DELIVERED:
        yield f"delivery of {kind}", of_tables(delivered(kind), delivery(kind))
    yield "logs", of_tables(logged, logs)
    yield "class lists", of_tables(learnt, class_list)
    yield "bank replies", Reader(replied, replies)
    yield "bundles of the record", Reader(recorded, told(lambda _name, asked: verify_bundle.run(asked)))
    yield "bundles of the record, alone", Reader(recorded, second_verifier)
    yield (
        "heads that were seen",
        Reader(
            lambda: [b"7 " + b"ab" * 32 + b" gongjiang/0123456789abcdef  # seen\n9 " + b"cd" * 32], heads_seen
        ),
    )
    yield "credentials", Reader(vouched_for, credentials)
    yield "records of draws, alone", Reader(draws, replayed_alone)
    yield "records of draws", Reader(draws, told(draw.run, "replay"))
    yield "facts", Reader(decided, told(decide.run, CLAIM.slug, after=["--on", str(DAY)]))
    yield "scenarios", Reader(lambda: [SCENARIO], scenario)
    yield "a plan's text", Reader(official, told(plan_check.run, "check"))
    yield "backups", Reader(kept, backup)
    for name in ("persons", "certificates"):
        yield f"a register of {name}", Reader(handed_in(name), register(name), slow=2)
    yield "papers", Reader(lambda: [pdf(), pdf(b"/Names 3 0 R")], looked("application/pdf"), slow=20)
    for kind in ("PNG", "JPEG"):
        media = f"image/{kind.lower()}"
        yield f"{kind} pictures", Reader(lambda kind=kind: [picture(kind)], looked(media), slow=20)


READERS = dict(readers())
