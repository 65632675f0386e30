"""What a register of people looks like in bulk: its tables and columns, declared once for all who fill it.

The declaration is the check of what is handed in, the page that documents it, and the names a scan may ask.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from gongjiang.law.claim_terms import Channel, Claimant, ClaimKind, Obtained, WorkStatus
from gongjiang.law.terms import ContestClass, HonourLevel, Medal, Recommender, SkillLevel, Term
from gongjiang.law.words import Words

KEY = "person"
SPOILT = ("revoked", "annulled")


class CertificateState(Term):
    """核验状态"""

    DECLARED = "declared", "自报", "declared"
    VERIFIED = "verified", "已核验", "verified"
    NOT_FOUND = "not_found", "查无记录", "not found"
    DIFFERS = "differs", "与登记不符", "differs from the register"
    REVOKED = "revoked", "已注销", "revoked"


@dataclass(frozen=True)
class Column:
    """A column: `needed` must be there; what is not may be left out, and is then unknown for everybody."""

    name: str
    kind: type
    said: Words
    needed: bool = False
    full: bool = False
    """Holds a value in every row."""


@dataclass(frozen=True)
class Table:
    name: str
    said: Words
    columns: tuple[Column, ...]
    unique: tuple[str, ...] = ()
    """The columns of which no two rows may agree."""

    @property
    def by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}


def column(name: str, kind: Any, zh: str, en: str, needed: bool = False, full: bool = False) -> Column:
    return Column(name, kind, Words(zh, en), needed or full, full)


def table(name: str, zh: str, en: str, *columns: Column, unique: tuple[str, ...] = ()) -> Table:
    return Table(name, Words(zh, en), (PERSON, *columns), unique)


# fmt: off
PERSON = column(KEY, str, "人员编号，各表一致（整数或文字）", "the person's id, the same in every table (whole number or text)", full=True)
TABLES = (
    table("persons", "人员", "people",
        column("birth", date, "出生日期", "day of birth"),
        column("district", str, "所在区", "district", needed=True),
        column("employer", str, "用人单位（统一社会信用代码或名称）", "employer (credit code or name)", needed=True),
        column("employer_in_city", bool, "用人单位在本市", "the employer is in the city", needed=True),
        column("front_line", bool, "现在技能操作一线", "on the front line now"),
        column("front_line_since", date, "从事一线工作起始日", "on the front line since"),
        column("unit_head", bool, "是否单位负责人", "head of the unit"),
        column("account", str, "收款账号的摘要，相同即同一账号", "a digest of the account: alike means the same account"),
        column("phone", str, "电话的摘要", "a digest of the telephone number"),
        column("address", str, "住址的摘要", "a digest of the address"),
        unique=(KEY,)),
    table("certificates", "证书", "skill certificates",
        column("number", str, "证书编号", "number of the certificate", full=True),
        column("level", SkillLevel, "等级", "level", needed=True),
        column("occupation", str, "职业（工种），通行名称", "occupation, by its current name", needed=True),
        column("issued_on", date, "发证日期", "issued on", needed=True),
        column("state", CertificateState, "核验状态", "state", needed=True),
        column("number_agrees", bool, "编号与等级、年份、地区相符；缺列时由编号推算", "the number agrees with level, year and province; read off the number where the column is left out"),
        column("obtained_by", Obtained, "取得方式，空值为考核评价", "obtained by; empty is assessment"),
        column("channel", Channel, "申领渠道，空值为本计划", "channel; empty is this plan"),
        column("insured_months", int, "发证当月失业保险累计参保月数", "months insured by the month of issue"),
        column("work_status", WorkStatus, "发证当月身份", "status in the month of issue"),
        column("shortage", bool, "急需紧缺职业，空值为否", "occupation in short supply; empty is no"),
        column("class", str, "培训班编号", "training class"),
        column("class_size", int, "培训班参加考核人数", "people of the class who were assessed"),
        unique=("number",)),
    table("honours", "荣誉与称号", "honours and titles",
        column("name", str, "名称，按荣誉字典识别", "name, looked up in the dictionary of honours", full=True),
        column("level", HonourLevel, "层级，空值按荣誉字典", "level; empty is what the dictionary says"),
        column("skilled", bool, "技能类，空值按荣誉字典", "for skill; empty is what the dictionary says"),
        column("given_on", date, "授予日期", "given on"),
        column("revoked_on", date, "撤销日期", "revoked on")),
    table("results", "竞赛成绩", "contest results",
        column("contest", str, "竞赛", "contest"),
        column("class", ContestClass, "类别", "class", needed=True),
        column("medal", Medal, "奖牌，空值为无", "medal; empty is none", needed=True),
        column("rank", int, "名次，空值为无", "rank; empty is none", needed=True),
        column("recommended_by", Recommender, "选派渠道", "sent by", needed=True),
        column("on_register", bool, "竞赛已登记批准文号", "the contest is on the register", needed=True),
        column("team_size", int, "参赛人数，空值为 1", "size of the team; empty is 1"),
        column("annulled_on", date, "取消日期", "annulled on")),
    table("payments", "补贴与奖励", "payments and claims",
        column("scheme", str, "事项代码；其他资金填其名称", "code of the scheme, or the name of another fund", full=True),
        column("kind", ClaimKind, "补贴类别；非技能补贴留空", "kind of skill subsidy; empty for what is none"),
        column("certificate", str, "证书编号", "number of the certificate"),
        column("occupation", str, "职业（工种），通行名称", "occupation, by its current name"),
        column("level", SkillLevel, "等级", "level"),
        column("claimant", Claimant, "申领主体", "claimant"),
        column("stands", bool, "有效，空值为是", "stands; empty is yes"),
        column("paid_on", date, "支付或申领日期", "paid or claimed on", needed=True),
        column("amount_fen", int, "金额（分）", "amount in fen")),
)
# fmt: on
BY_NAME = {held.name: held for held in TABLES}
