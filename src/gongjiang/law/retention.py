"""保存期限: how long each class of personal data is kept, from which day, on what ground. Data, not code."""

from dataclasses import dataclass
from datetime import date

from gongjiang.law.words import Words


@dataclass(frozen=True)
class Kept:
    """A class of data. No years: it is kept. An assumption is ours until who is responsible decides."""

    name: str
    said: Words
    years: int | None
    ground: Words
    assumed: bool
    since: date

    def ends(self, last: date) -> date | None:
        """The day from which what last moved then is no longer needed."""
        if self.years is None:
            return None
        try:
            return last.replace(year=last.year + self.years)
        except ValueError:
            return date(last.year + self.years, 3, 1)


TITLED = Words("称号、荣誉、竞赛成绩及其公示", "titles, honours, contest results and notices")
PUBLIC = Words("已向社会公布，须可查验", "they are public and must stay checkable")
PAID = Words("资金收付及收款人", "payments and their payees")
VOUCHERS = Words(
    "会计凭证保存 30 年（会计档案管理办法）", "vouchers are kept for 30 years by the rules of archives"
)
ENDED = Words("已办结、无资金和称号的申报人信息", "applicants whose cases ended without money or title")
UNDECIDED = Words(
    "假设：办结满 3 年，待主管部门确定", "assumed: three years, until the responsible office decides"
)
RULES = (
    Kept("titled", TITLED, None, PUBLIC, True, date(2026, 1, 1)),
    Kept("money", PAID, 30, VOUCHERS, False, date(2016, 1, 1)),
    Kept("ended", ENDED, 3, UNDECIDED, True, date(2026, 1, 1)),
)
BY_NAME = {one.name: one for one in RULES}
