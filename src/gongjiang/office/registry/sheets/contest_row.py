"""One row of a sheet of contest results, read against the register. Pure: nothing is stored here."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from gongjiang.law.credit_code import credit_code
from gongjiang.law.identity import identity
from gongjiang.law.terms import Medal
from gongjiang.law.words import Words
from gongjiang.office.registry.sheets.contest_columns import CHANNELS, MEDALS, NUMERALS
from gongjiang.office.registry.sheets.reading import text
from gongjiang.office.registry.sheets.row import Row, unlost

RANK = re.compile(r"第?([0-9]{1,3}|[一二三四五六七八九十])名?")
MARK = re.compile(r"[0-9]{1,7}(\.[0-9]{1,4})?")
SAYS_NOTHING = Words("名次、奖牌和成绩均未填写", "neither a rank, a medal nor a mark is given")
Edition = tuple[str, str]


@dataclass(frozen=True)
class Known:
    """The editions on the register with the team size of each trade; the bodies by what people call them.

    Where `only` is set, the sheet is of that edition and need not name it.
    """

    trades: Mapping[Edition, Mapping[str, int]]
    bodies: Mapping[str, str]
    only: Edition | None = None


@dataclass(frozen=True)
class ResultRead:
    """A row that can be taken."""

    row: int
    edition: Edition
    trade: str
    team: str
    name: str
    id_number: str
    employer: str
    employer_code: str
    delegation: str
    body: str
    channel: str
    raw: Decimal | None
    rank: int | None
    medal: str

    @property
    def entry(self) -> tuple[object, ...]:
        """Rows of one team are one entry; others each their own."""
        return (*self.edition, self.trade, self.team or self.row)

    @property
    def outcome(self) -> tuple[object, ...]:
        return self.rank, self.medal, self.raw, self.channel

    def plain(self) -> dict[str, Any]:
        return {"row": self.row, "contest": self.edition[0], "edition": self.edition[1], "trade": self.trade,
                "team": self.team, "name": self.name, "sent_by": self.channel, "rank": self.rank,
                "medal": self.medal, "mark": str(self.raw) if self.raw is not None else None}  # fmt: skip


class Competing(Row):
    """One row of the sheet of results."""

    def read(self, known: Known, today: date) -> ResultRead | None:
        holder = self.asked("id_number", lambda cell: identity(unlost(cell), today))
        code = self.asked("employer_code", credit_code)
        edition = self.edition(known)
        told: dict[str, Any] = {
            "name": self.given("name"), "employer": self.given("employer"), "edition": edition,
            "trade": self.trade(known, edition), "raw": self.mark(), "rank": self.rank(),
            "medal": self.medal(), "channel": self.channel(), "body": self.body(known),
            "delegation": text(self.cells.get("delegation"))[:80],
        }  # fmt: skip
        told["team"] = self.team(known, edition, told["trade"])
        if not self.faults and told["rank"] is None and not told["medal"] and told["raw"] is None:
            self.fault("rank", SAYS_NOTHING)
        if self.faults:
            return None
        return ResultRead(row=self.number, id_number=holder.number, employer_code=code.code, **told)

    def edition(self, known: Known) -> Edition | None:
        said = (text(self.cells.get("contest")), text(self.cells.get("edition")))
        if known.only and all(not part or part == own for part, own in zip(said, known.only, strict=True)):
            return known.only
        if said in known.trades and not known.only:
            return said
        self.fault(
            "contest", Words("竞赛登记簿中没有这一届", "this edition is not on the register of contests")
        )
        return None

    def trade(self, known: Known, edition: Edition | None) -> str:
        named = self.given("trade")
        if named and edition and named not in known.trades[edition]:
            self.fault("trade", Words("该届竞赛没有这个赛项", "this edition has no such trade"))
        return named

    def team(self, known: Known, edition: Edition | None, trade: str) -> str:
        """The name of a team, in trades of teams alone."""
        if not edition or known.trades[edition].get(trade, 1) == 1:
            return ""
        named = text(self.cells.get("team"))[:60]
        if not named:
            self.fault("team", Words("团体赛项请填写队名", "name the team: this is a team trade"))
        return named

    def channel(self) -> str:
        said = re.sub(r"\s", "", text(self.cells.get("channel")))
        if said not in CHANNELS:
            known = "、".join(dict.fromkeys(CHANNELS))
            self.fault("channel", Words(f"选派渠道应为：{known}", f"one of: {known}"))
            return ""
        return CHANNELS[said].value

    def body(self, known: Known) -> str:
        said = re.sub(r"\s", "", text(self.cells.get("body")))
        if said and said not in known.bodies:
            self.fault("body", Words("不是已登记的推荐单位", "not a registered nominating body"))
        return known.bodies.get(said, "")

    def medal(self) -> str:
        said = re.sub(r"\s", "", text(self.cells.get("medal")))
        if said not in MEDALS:
            self.fault(
                "medal", Words("奖牌应为金牌、银牌、铜牌或优胜奖", "gold, silver, bronze or excellence")
            )
            return ""
        return "" if MEDALS[said] is Medal.NONE else MEDALS[said].value

    def rank(self) -> int | None:
        said = unicodedata.normalize("NFKC", re.sub(r"\s", "", text(self.cells.get("rank"))))
        if not said:
            return None
        found = RANK.fullmatch(said)
        number = NUMERALS.get(found[1]) or (int(found[1]) if found[1].isdigit() else 0) if found else 0
        if not number:
            self.fault("rank", Words(f"“{said[:20]}”不是名次", f"“{said[:20]}” is not a rank"))
        return number or None

    def mark(self) -> Decimal | None:
        said = unicodedata.normalize("NFKC", re.sub(r"\s", "", text(self.cells.get("raw"))))
        if said and not MARK.fullmatch(said):
            self.fault("raw", Words(f"“{said[:20]}”不是成绩", f"“{said[:20]}” is not a mark"))
            return None
        return Decimal(said) if said else None
