"""What a decision sets in motion. The law names it; the office carries it out."""

from dataclasses import dataclass
from datetime import date

from gongjiang.law.expression import Expr
from gongjiang.law.money import Fen
from gongjiang.law.settings import Parameter
from gongjiang.law.terms import Fund
from gongjiang.law.words import Words


@dataclass(frozen=True)
class Title:
    """称号: of one plan. `rank` orders the plan's own titles."""

    slug: str
    said: Words
    rank: int
    number_prefix: str = ""


@dataclass(frozen=True)
class Pay:
    """拨付: owe a sum, in fen, from a fund; `part` says which, where a case is paid in parts."""

    amount: Fen
    fund: Fund
    clause: str
    part: str = ""


@dataclass(frozen=True)
class PayBy:
    """A payment before it is decided; `when` says for whom it is due, where that depends on the facts."""

    amount: Parameter | Expr
    fund: Fund
    clause: str
    when: Expr | None = None
    part: str = ""


@dataclass(frozen=True)
class Match:
    """单位 1∶1 配套: the employer owes the person as much, within so many months; no money of ours."""

    amount: Fen
    clause: str
    months: int = 6


@dataclass(frozen=True)
class MatchBy:
    """A match before it is decided: the sum is a parameter or an expression over the facts."""

    amount: Parameter | Expr
    clause: str
    months: int = 6


@dataclass(frozen=True)
class Confer:
    """授予称号."""

    title: Title
    clause: str


@dataclass(frozen=True)
class Reserve:
    """预留: set aside when the city approves, before it is owed, for the scheme that will pay it."""

    scheme: str
    pay: Pay


@dataclass(frozen=True)
class Hold:
    """占用: what can carry one live case only is this case's from now on."""

    keys: tuple[str, ...]


@dataclass(frozen=True)
class Release:
    """释放: what the case held is free again."""


@dataclass(frozen=True)
class Nominate:
    """推荐: a place in the body's ranked list."""

    rank: int
    opinion: str


@dataclass(frozen=True)
class Determine:
    """认定: a person's answer to an open finding, waiting for a second hand."""

    rule: str
    verdict: str
    reason: str


@dataclass(frozen=True)
class Confirm:
    """复核认定."""


@dataclass(frozen=True)
class AskCorrection:
    """请补正: item by item (field, reason); the clock stops."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RestartClock:
    """补正完成: the answers, item by item; the clock runs again."""

    answers: tuple[str, ...]


@dataclass(frozen=True)
class OpenNotice:
    """社会公示, for so many working days, under this heading."""

    days: int
    said: Words


@dataclass(frozen=True)
class IssueCertificate:
    """颁发证书."""


@dataclass(frozen=True)
class Tell:
    """告知: a letter to the nominee, in words, with the reason that was given."""

    subject: Words
    body: Words


@dataclass(frozen=True)
class Grade:
    """评分: a score of 0 to 100 at a stage of the case, and the sum in fen that was recognised with it."""

    stage: str
    score: int
    amount: Fen | None = None


@dataclass(frozen=True)
class Refer:
    """转办: to a department, which answers within so many working days."""

    department: str
    days: int


@dataclass(frozen=True)
class Due:
    on: date


@dataclass(frozen=True)
class Answered:
    """部门答复: what the department that has it did: done, declined, or not its matter."""

    how: str


@dataclass(frozen=True)
class IssueLetter:
    """出具凭证: a numbered letter, such as a voucher or a recommendation."""

    series: str


@dataclass(frozen=True)
class Honoured:
    """结果回填: an honour that came of it, on the register from now on."""

    name: str


@dataclass(frozen=True)
class TakeBack:
    """追回: what was paid on the case is asked back, less what was rightly spent."""


Grant = Pay | Match | Confer
Effect = (
    Grant | Reserve | Hold | Release | Nominate | Determine | Confirm | AskCorrection | RestartClock
    | OpenNotice | IssueCertificate | Tell | Grade | Refer | Due | Answered | IssueLetter | Honoured
    | TakeBack
)  # fmt: skip
