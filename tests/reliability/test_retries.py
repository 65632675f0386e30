"""Whoever asks again is answered the same, and nothing is done twice: many at once, and after a year.

Run as a module, this file is one of many programmes that send the same keys at the same moment.
"""

import json
import sys
import time
from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.forking import Child

ME, PACE = "tests.reliability.test_retries", 0.005
AT = datetime(2026, 3, 2, 4, tzinfo=UTC)
LATER = timedelta(days=400)


def crowd(
    tmp_path: Path, programmes: int, keys: int, times: int, how: str
) -> tuple[dict[str, set[str]], int]:
    """What each key was answered, and how many effects there are."""
    from tests.ledger_ground import ground

    with ground(tmp_path / "home") as place:
        assert place.run(ME, "prepare") == (0, "")
        gate = place.home / "go"
        told = (how, str(keys), str(times), str(gate))
        running = [place.start(ME, *told, str(n)) for n in range(programmes)]
        while len(list(place.home.glob("ready-*"))) < programmes and not any(map(Child.poll, running)):
            time.sleep(PACE)
        gate.touch()
        said = [one.communicate(timeout=500)[0] for one in running]
        assert [one.returncode for one in running] == [0] * programmes, said
        code, counted = place.run(ME, "count")
    assert code == 0
    answers = defaultdict[str, set[str]](set)
    for line in "".join(said).splitlines():
        key, answer = json.loads(line)
        answers[key].add(json.dumps(answer))
    return answers, int(counted)


def held(tmp_path: Path, programmes: int, keys: int, times: int) -> None:
    answers, effects = crowd(tmp_path, programmes, keys, times, "once")

    assert Counter(len(told) for told in answers.values()) == {1: keys}
    assert effects == keys


@pytest.mark.both
def test_many_programmes_with_the_same_keys_act_once_for_each(tmp_path: Path) -> None:
    held(tmp_path, programmes=4, keys=10, times=3)


@pytest.mark.both
@pytest.mark.long
def test_a_hundred_keys_sent_fifty_times_at_once_act_a_hundred_times(tmp_path: Path) -> None:
    held(tmp_path, programmes=10, keys=100, times=5)


@pytest.mark.both
def test_who_looks_and_then_acts_acts_more_often(tmp_path: Path) -> None:
    """The control: the same crowd, and a key that is looked for before it is kept."""
    _, effects = crowd(tmp_path, 4, 10, 3, "naive")

    assert effects > 10


@pytest.mark.both
@pytest.mark.django_db
def test_after_four_hundred_days_the_answer_is_the_same_and_another_question_is_refused() -> None:
    from gongjiang.office.clerk.by_token import KeyUsed, once
    from gongjiang.office.clerk.moment import Moment

    token, done = made_token(), list[int]()
    first = once(token, "the-key-1", {"a": 1}, lambda: done.append(1) or {"n": 1}, Moment(AT.date(), AT))
    later = Moment(AT.date() + LATER, AT + LATER)

    assert once(token, "the-key-1", {"a": 1}, lambda: done.append(2) or {"n": 2}, later) == first
    with pytest.raises(KeyUsed):
        once(token, "the-key-1", {"a": 2}, lambda: done.append(3) or {"n": 3}, later)
    assert done == [1]


@pytest.mark.both
def test_money_asked_for_again_after_four_hundred_days_moves_once(treasury) -> None:
    from gongjiang.office.ledger.models import Transfer
    from gongjiang.office.ledger.reserves import reserve
    from tests.treasury import CLAUSE, LINE, REWARD

    treasury.fund(3 * REWARD)
    case, before = treasury.case(), Transfer.objects.count()
    first = reserve(case, LINE, REWARD, CLAUSE, treasury.hands())

    again = reserve(case, LINE, REWARD, CLAUSE, treasury.hands(on=treasury.day + LATER))

    assert (again.pk, Transfer.objects.count()) == (first.pk, before + 1)


def made_token():
    from gongjiang.office.registry.models import Token, User

    user = User.objects.create(username="programme")
    return Token.objects.create(
        user=user, name="t", secret_sha256="0" * 64, made_at=AT, expires_on=date(2030, 1, 1)
    )


def effect(key: str) -> dict[str, object]:
    """Something that would be there twice if it were done twice."""
    from django.db import transaction

    from gongjiang.office.journal.models import record

    with transaction.atomic():
        return {"leaf": record("test.note", key, {}, AT).seq}


def send(how: str, keys: str, times: str, gate: str, number: str) -> None:
    from gongjiang.office.clerk.by_token import once
    from gongjiang.office.clerk.moment import Moment
    from gongjiang.office.journal.models import Leaf
    from gongjiang.office.registry.models import Token

    token, dice = Token.objects.get(), Random(int(number))
    wanted = [f"key-{n:05}" for n in range(int(keys))] * int(times)
    (Path(gate).parent / f"ready-{number}").touch()
    while not Path(gate).exists():
        time.sleep(PACE)
    for key in wanted if how == "naive" else dice.sample(wanted, len(wanted)):
        if how == "once":
            answer = once(token, key, {"a": key}, lambda key=key: effect(key), Moment(AT.date(), AT))
        elif not Leaf.objects.filter(kind="test.note", ref=key).exists():
            time.sleep(PACE * 2)
            answer = effect(key)
        else:
            continue
        print(json.dumps([key, answer]), flush=True)


def count() -> None:
    from gongjiang.office.journal.models import Leaf
    from gongjiang.office.journal.verifying import first_fault

    assert first_fault() is None
    print(Leaf.objects.filter(kind="test.note").count())


if __name__ == "__main__":
    import django

    django.setup()
    match sys.argv[1]:
        case "prepare":
            made_token()
        case "count":
            count()
        case _:
            send(*sys.argv[1:])
