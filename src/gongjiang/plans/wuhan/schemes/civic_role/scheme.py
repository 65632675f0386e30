"""政治待遇: craftsmen are referred to the bodies that choose; the office records, and never decides."""

from datetime import date

from gongjiang.law.log import Log
from gongjiang.law.procedures.referral import CIVIC
from gongjiang.law.record import Record, asked, many
from gongjiang.law.scheme import Scheme
from gongjiang.law.terms import Role, State
from gongjiang.law.words import Words
from gongjiang.plans.wuhan.deploy_terms import CONTACT_DAYS
from gongjiang.plans.wuhan.holders import own_title
from gongjiang.plans.wuhan.kinds import CivicRole
from gongjiang.plans.wuhan.records import TitleHeld, title_read

CALL = Words("推荐依据", "what the referral rests on")


class Post(Record):
    child = True
    noun = Words("任职", "post")
    post = asked(str, "职务", "post", needed=True)
    body = asked(str, "所在组织", "in which body", needed=True)
    since = asked(date, "任职起", "since", needed=True)
    until = asked(date, "任职止", "until")


POSTS = Log("posts", Words("任职期限", "terms of office"), Post, (Role.DEPARTMENT, Role.OFFICER),
            (State.REFERRED, State.CONCLUDED), confirmed_by=None, private=True)  # fmt: skip


class Candidate(Record):
    role = asked(CivicRole, "推荐事项", "for what", CALL)
    titles_held = many(TitleHeld, "已获称号", "titles held", "titles")
    posts = many(Post, "任职", "posts", POSTS.source, inside=True)


SCHEME = Scheme(
    slug="civic-role",
    said=Words("政治待遇推荐", "Referral for civic roles"),
    clause="2.3.5",
    subject=Candidate,
    rules=(own_title("2.3.5", "“武汉工匠”人员"),),
    grants=(),
    procedure=CIVIC,
    logs=(POSTS,),
    figures={"service_days": CONTACT_DAYS},
    confined=(Role.OFFICER, Role.REVIEWER, Role.DEPARTMENT, Role.AUDITOR),
    readings={"titles_held": title_read},
    evidence=(("basis", CALL),),
)
