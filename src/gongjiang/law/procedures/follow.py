"""What a step sets in motion, read from the brief."""

from collections.abc import Iterable
from dataclasses import dataclass

from gongjiang.law.dated import months_after
from gongjiang.law.effect import (
    Answered,
    AskCorrection,
    Confirm,
    Determine,
    Due,
    Effect,
    Grade,
    Hold,
    Honoured,
    IssueCertificate,
    IssueLetter,
    Nominate,
    OpenNotice,
    Pay,
    Refer,
    Release,
    Reserve,
    RestartClock,
    TakeBack,
    Tell,
)
from gongjiang.law.procedure import Brief, Then
from gongjiang.law.words import Words

PEOPLE, UNITS = Words("拟入选人员公示", "proposed list"), Words("拟入选单位公示", "proposed units")
PAID_PEOPLE = Words("拟补贴人员公示", "proposed payments")
PAID_UNITS = Words("拟补贴单位公示", "proposed payments to units")


def grants(brief: Brief) -> Iterable[Effect]:
    """What is granted at once; what comes in parts waits for its step."""
    return (grant for grant in brief.grants if not (isinstance(grant, Pay) and grant.part))


def reserve(brief: Brief) -> Iterable[Effect]:
    return (Reserve(slug, pay) for slug, pay in brief.consequences)


def notice(brief: Brief) -> Iterable[Effect]:
    """Of people, or of units where the case is the unit's own."""
    yield OpenNotice(brief.notice_days, UNITS if brief.of_unit else PEOPLE)


def payment_notice(brief: Brief) -> Iterable[Effect]:
    yield OpenNotice(brief.notice_days, PAID_UNITS if brief.of_unit else PAID_PEOPLE)


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


@dataclass(frozen=True)
class Telling:
    """A letter to the nominee: what was decided, and the reason that was given."""

    said: Words

    def __call__(self, brief: Brief) -> Iterable[Effect]:
        (zh, en), reason = (self.said.zh, self.said.en), str(brief.sent.get("reason", ""))
        body = Words(
            f"{zh}。理由：{reason}" if reason else f"{zh}。",
            f"{en}. Reason: {reason}" if reason else f"{en}.",
        )
        yield Tell(self.said, body)


def tell(zh: str, en: str) -> Telling:
    return Telling(Words(zh, en))


def part(name: str) -> Then:
    """What is paid at this step, where a case is paid in parts."""

    def granted(brief: Brief) -> Iterable[Effect]:
        return (grant for grant in brief.grants if isinstance(grant, Pay) and grant.part == name)

    return granted


def grade(stage: str) -> Then:
    """The score that was sent, and the sum recognised with it where one was."""

    def graded(brief: Brief) -> Iterable[Effect]:
        recognised = brief.sent.get("sum")
        yield Grade(stage, int(brief.sent["score"]), int(recognised) if recognised else None)

    return graded


def refer(brief: Brief) -> Iterable[Effect]:
    yield Refer(str(brief.sent["department"]), int(brief.figures["service_days"]))


def due_in_months(figure: str) -> Then:
    """What comes next is due so many months from today, as the scheme's figure of that name says."""

    def due(brief: Brief) -> Iterable[Effect]:
        yield Due(months_after(brief.today, int(brief.figures[figure])))

    return due


def answered(brief: Brief) -> Iterable[Effect]:
    yield Answered(str(brief.sent["how"]))


def bounced(brief: Brief) -> Iterable[Effect]:
    yield Answered("bounced")


def letter(series: str) -> Then:
    """A numbered letter of this series."""

    def issued(brief: Brief) -> Iterable[Effect]:
        yield IssueLetter(series)

    return issued


def honoured(brief: Brief) -> Iterable[Effect]:
    """An award that was won goes to the register of honours, under the name it was recommended for."""
    name = brief.answers.get("award")
    if name and brief.sent.get("outcome") == "won":
        yield Honoured(str(name))


def take_back(brief: Brief) -> Iterable[Effect]:
    yield TakeBack()
