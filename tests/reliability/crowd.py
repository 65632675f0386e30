"""One competitor at the counter: run as a module it waits for the gate, acts once, and says how it ended.

Everybody acts on a round that was walked to the same stage beforehand, on a database of their own.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

PACE = 0.005
OFFICERS = ("officer", "officer2")
Act = Callable[[], object]


def town():
    """The made-up town as it stands in this database."""
    from gongjiang.office.registry.models import User
    from gongjiang.web.demo.cast import Cast
    from tests.town import Town

    return Town(Cast({user.username: user for user in User.objects.all()}, serial=900), Random(3))


def walk():
    from django.conf import settings

    from gongjiang.office.cases.models import Round
    from gongjiang.web.demo.walking import Walk

    held = town()
    day = date.fromisoformat((settings.HOME / "day").read_text())
    return Walk(Round.objects.get(code="T1"), held.cast, held.dice, day)


def prepare(name: str) -> None:
    """A town with one round, walked to where the race begins; its day is kept for the competitors."""
    from django.conf import settings

    from tests.reliability import stages
    from tests.town import found_town

    held = stages.STAGES[name](found_town())
    (settings.HOME / "day").write_text(held.day.isoformat())


def first_case():
    from gongjiang.office.cases.models import Case

    return Case.objects.filter(round__code="T1").order_by("pk").select_related("round", "body").first()


def screen(number: int) -> Act:
    """Two officers, one case."""
    from gongjiang.office.clerk.perform import perform

    held, case = walk(), first_case()
    return lambda: perform(case, "screen", held.who(OFFICERS[number]), held.now)


def nominate(number: int) -> Act:
    """The same button twice."""
    from gongjiang.office.clerk.perform import perform

    held, case, sent = walk(), first_case(), {"rank": 1, "opinion": "同意"}
    return lambda: perform(case, "nominate", held.who(f"body-{case.body.code}"), held.now, sent)


def compete(number: int) -> Act:
    """A body with one place left, two files."""
    from gongjiang.office.cases.models import Case
    from gongjiang.office.clerk.perform import perform

    held = walk()
    case = list(Case.objects.filter(state="consented").order_by("pk"))[number]
    sent = {"rank": number + 1, "opinion": "同意"}
    return lambda: perform(case, "nominate", held.who(f"body-{case.body.code}"), held.now, sent)


def approve(number: int) -> Act:
    """Each approves another case; the budget does not suffice for all."""
    from gongjiang.office.cases.models import Case
    from gongjiang.office.clerk.perform import perform

    held = walk()
    case = list(Case.objects.filter(round__code="T1", state="cleared").order_by("pk"))[number]
    return lambda: perform(case, "approve", held.who("government"), held.now)


def file(number: int) -> Act:
    """Bodies that file the same newcomer at once."""
    from gongjiang.office.clerk.filing import Told, file_nominee
    from gongjiang.office.registry.models import NominatingBody
    from gongjiang.web.demo.people import credit_code, id_number

    held = walk()
    body = list(NominatingBody.objects.order_by("pk"))[number]
    who = {"name": "同名人", "id_number": id_number(date(1980, 1, 1), 77), "occupation": "焊工"}
    told = Told(body=body.code, employer="示例厂", employer_code=credit_code(990), **who)
    answers = {"front_line": True, "front_line_since": "2000-01-01"}
    return lambda: file_nominee(held.round, told, answers, held.who(f"body-{body.code}"), held.now)


def seal(number: int) -> Act:
    """The same expert at two windows, or the experts of one panel all at once."""
    from gongjiang.office.clerk.marking import members, seal_scores
    from gongjiang.office.review.models import Panel

    held = walk()
    seat = members(Panel.objects.order_by("pk")[0])[number // 2]
    return lambda: seal_scores(seat, held.who(f"expert-{seat.expert.number}"), held.now)


def commit(number: int) -> Act:
    from gongjiang.office.clerk.drawing import commit_draw

    held = walk()
    return lambda: commit_draw(
        held.round, "双色球", f"{held.day}T21:30", held.who(OFFICERS[number]), held.now
    )


def rank(number: int) -> Act:
    from gongjiang.office.clerk.listing import fix_ranking

    held = walk()
    return lambda: fix_ranking(held.round, "shortlist", "walk", held.who(OFFICERS[number]), held.now)


def ask(number: int) -> Act:
    from gongjiang.office.cases.models import Case
    from gongjiang.office.clerk.vetoes import ask_vetoes

    held = walk()
    cases = list(Case.objects.filter(round=held.round))
    return lambda: len(ask_vetoes(cases, held.who(OFFICERS[number]), held.now))


def claim(number: int) -> Act:
    """Claims on one certificate, each in a case of its own."""
    from gongjiang.office.cases.models import Case
    from gongjiang.office.clerk.perform import perform

    held = walk()
    case = list(Case.objects.filter(round=None, state="draft").order_by("pk"))[number]
    return lambda: perform(case, "take", held.who("officer"), held.now)


ACTS: dict[str, Callable[[int], Act]] = {
    act.__name__: act for act in (screen, nominate, compete, approve, file, seal, commit, rank, ask, claim)
}


def race(name: str, number: str, gate: str) -> None:
    """Ready, wait, act: prints an empty text when it went through, the words of the refusal otherwise;
    where an act counts, how many.
    """
    from gongjiang.office.clerk.refused import Refused

    act = ACTS[name](int(number))
    (Path(gate).parent / f"ready-{name}-{number}").touch()
    while not Path(gate).exists():
        time.sleep(PACE)
    try:
        done = act()
    except Refused as no:
        print(json.dumps(no.said.zh, ensure_ascii=False))
    else:
        print(json.dumps(str(done) if isinstance(done, int) else ""))


def tell() -> None:
    """How the office stands when everybody has gone home."""
    from tests.reliability import stages

    print(json.dumps(stages.told(), ensure_ascii=False))


if __name__ == "__main__":
    import django

    django.setup()
    {"prepare": prepare, "race": race, "tell": tell}[sys.argv[1]](*sys.argv[2:])
