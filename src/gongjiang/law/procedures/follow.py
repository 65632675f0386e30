"""What a step sets in motion, read from the brief."""

from collections.abc import Iterable

from gongjiang.law.effect import (
    AskCorrection,
    Confirm,
    Determine,
    Effect,
    Hold,
    IssueCertificate,
    Nominate,
    OpenNotice,
    Release,
    Reserve,
    RestartClock,
    Tell,
)
from gongjiang.law.procedure import Brief, Then
from gongjiang.law.words import Words


def grants(brief: Brief) -> Iterable[Effect]:
    return brief.grants


def reserve(brief: Brief) -> Iterable[Effect]:
    return (Reserve(slug, pay) for slug, pay in brief.consequences)


def notice(brief: Brief) -> Iterable[Effect]:
    yield OpenNotice(brief.notice_days)


def payment_notice(brief: Brief) -> Iterable[Effect]:
    yield OpenNotice(brief.notice_days, Words("拟补贴人员公示", "proposed payments"))


def certificate(brief: Brief) -> Iterable[Effect]:
    yield IssueCertificate()


def hold(brief: Brief) -> Iterable[Effect]:
    if brief.once:
        yield Hold(brief.once)


def release(brief: Brief) -> Iterable[Effect]:
    yield Release()


def nominate(brief: Brief) -> Iterable[Effect]:
    yield Nominate(int(brief.sent["rank"]), str(brief.sent.get("opinion", "")))


def determine(brief: Brief) -> Iterable[Effect]:
    yield Determine(str(brief.sent["rule"]), str(brief.sent["verdict"]), str(brief.sent["reason"]))


def confirm(brief: Brief) -> Iterable[Effect]:
    yield Confirm()


def ask_correction(brief: Brief) -> Iterable[Effect]:
    yield AskCorrection(tuple(brief.sent["items"]))


def restart_clock(brief: Brief) -> Iterable[Effect]:
    yield RestartClock(tuple(brief.sent["answers"]))


def tell(zh: str, en: str) -> Then:
    """A letter to the nominee: what was decided, and the reason that was given."""

    def told(brief: Brief) -> Iterable[Effect]:
        reason = str(brief.sent.get("reason", ""))
        said = Words(
            f"{zh}。理由：{reason}" if reason else f"{zh}。",
            f"{en}. Reason: {reason}" if reason else f"{en}.",
        )
        yield Tell(Words(zh, en), said)

    return told
