"""正高级职称直报: a craftsman without a senior title may apply for one directly, with a voucher."""

from typing import Any

from gongjiang.law.expression import Expr
from gongjiang.law.procedures.voucher import VOUCHER
from gongjiang.law.record import Record, asked, many
from gongjiang.law.rule import rule
from gongjiang.law.scheme import Scheme
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.holders import own_title
from gongjiang.plans.wuhan.kinds import ProfessionalTitle
from gongjiang.plans.wuhan.records import TitleHeld, title_read

CERTIFICATE = Words("职称证书（没有的填“无职称”）", "certificate of the professional title, if any")


class Applicant(Record):
    professional_title = asked(ProfessionalTitle, "现有职称等级", "present professional title", CERTIFICATE)
    titles_held = many(TitleHeld, "已获称号", "titles held", "titles")


@rule("2.3.2", terms=("未获得高级职称",), zh="未获得高级职称（副高级也是高级）",
      en="holds no senior title (an associate senior one is senior)")  # fmt: skip
def no_senior_title(p: Any) -> Expr:
    below: Expr = p.professional_title < ProfessionalTitle.ASSOCIATE_SENIOR
    return below


SCHEME = Scheme(
    slug="senior-title-route",
    said=Words("正高级职称直报", "Direct route to a senior title"),
    clause="2.3.2",
    subject=Applicant,
    rules=(own_title("2.3.2", "“武汉工匠”人员"), no_senior_title),
    grants=(),
    procedure=VOUCHER,
    readings={"titles_held": title_read},
    evidence=(("title", CERTIFICATE),),
)
